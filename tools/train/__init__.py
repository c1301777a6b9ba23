"""Learn the weights of `reader.quotes.learned` from annotated articles; needs torch, which reader itself
does not."""

"""What every engine starts from: tokens, sentences, marks and passages of a text."""

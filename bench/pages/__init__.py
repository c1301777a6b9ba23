"""Pages of our own making, to measure extraction with: articles in eight languages, in twenty layouts."""

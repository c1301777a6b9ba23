"""Files of other programs, and of reader itself, read as highlights, notes, quotes and facts of articles."""

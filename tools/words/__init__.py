"""Keeps the catalogues of the program's words in step with its code, and finds words that were forgotten."""

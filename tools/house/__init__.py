"""Where the house stands: size of the desk, spellings of columns, words with two meanings, missing whys."""

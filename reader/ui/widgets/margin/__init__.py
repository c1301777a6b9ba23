"""The margin of an article: cards beside the lines that quotes start on."""

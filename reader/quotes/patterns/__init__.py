"""The table engine for languages without a grammar: marks, tags and introducers to quotes."""

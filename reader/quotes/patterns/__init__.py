"""The table engine for languages without a grammar: marks, attributions and introducers to quotes."""

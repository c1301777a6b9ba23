"""The grammar of English: words with a part of speech, and clauses around verbs of saying."""

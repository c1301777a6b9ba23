"""The grammar that Spanish, Portuguese, Italian and French share: clauses around verbs of saying."""

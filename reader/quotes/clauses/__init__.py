"""Grammars by table: clauses around verbs of saying, a package for each family of languages."""

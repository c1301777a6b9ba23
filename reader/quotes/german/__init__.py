"""The grammar engine for German: clauses, moods, frames and roles to quotes."""

"""Ledgers of manuscripts: what is to be checked in a draft, and what became of it."""

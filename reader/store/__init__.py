"""The library in one SQLite file: all SQL of reader lives here."""

from reader.store.articles import Added, Version
from reader.store.checking import Authorised
from reader.store.connection import InterruptedSearchError
from reader.store.journal import Change, Entry
from reader.store.proof import Problem
from reader.store.quotes import Replaced
from reader.store.shelves import Facet, Facets
from reader.store.store import Store

__all__ = [
    "Added",
    "Authorised",
    "Change",
    "Entry",
    "Facet",
    "Facets",
    "InterruptedSearchError",
    "Problem",
    "Replaced",
    "Store",
    "Version",
]

"""The library in one SQLite file: all SQL of reader lives here."""

from reader.store.articles import Added, Version
from reader.store.checking import Authorised
from reader.store.connection import InterruptedSearchError
from reader.store.hits import Hit
from reader.store.journal import Change, Entry
from reader.store.proof import Problem
from reader.store.query import FIELDS, QueryError
from reader.store.quotes import Replaced
from reader.store.search import Hits
from reader.store.shelves import Facet, Facets
from reader.store.snippets import matcher
from reader.store.store import Store

__all__ = [
    "FIELDS",
    "Added",
    "Authorised",
    "Change",
    "Entry",
    "Facet",
    "Facets",
    "Hit",
    "Hits",
    "InterruptedSearchError",
    "Problem",
    "QueryError",
    "Replaced",
    "Store",
    "Version",
    "matcher",
]

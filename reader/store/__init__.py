"""The library in one SQLite file: all SQL of reader lives here.

Names are loaded when they are first used, since the first screen needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.models import Authorised
    from reader.store.adding import Added
    from reader.store.backups import restore
    from reader.store.connection import Identity
    from reader.store.doctor import Symptom
    from reader.store.facets import Facet, Facets
    from reader.store.failures import InterruptedSearchError
    from reader.store.fields import FIELDS
    from reader.store.forgetting import Traces
    from reader.store.hits import Hit
    from reader.store.joining import Joining
    from reader.store.journal import Change, Entry
    from reader.store.merging import Merged
    from reader.store.originals import Proof
    from reader.store.query_nodes import QueryError
    from reader.store.read_only_sql import QueryLimits, RunningQuery, Table
    from reader.store.redetection import Replaced
    from reader.store.search import Hits
    from reader.store.sizes import Size
    from reader.store.snippets import matcher, words_sought
    from reader.store.store import Store
    from reader.store.verify import Problem
    from reader.store.versions import Version

_HOMES = {
    "Added": "adding",
    "Authorised": "verification",
    "Change": "journal",
    "Entry": "journal",
    "FIELDS": "fields",
    "Facet": "facets",
    "Facets": "facets",
    "Hit": "hits",
    "Hits": "search",
    "Identity": "connection",
    "InterruptedSearchError": "failures",
    "Joining": "joining",
    "QueryLimits": "read_only_sql",
    "Merged": "merging",
    "RunningQuery": "read_only_sql",
    "Problem": "verify",
    "Proof": "originals",
    "QueryError": "query_nodes",
    "Replaced": "quotes",
    "Size": "doctor",
    "Store": "store",
    "Symptom": "doctor",
    "Table": "read_only_sql",
    "Traces": "forgetting",
    "Version": "versions",
    "matcher": "snippets",
    "words_sought": "snippets",
    "restore": "backups",
}

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
    "Identity",
    "InterruptedSearchError",
    "Joining",
    "Merged",
    "Problem",
    "Proof",
    "QueryError",
    "QueryLimits",
    "Replaced",
    "RunningQuery",
    "Size",
    "Store",
    "Symptom",
    "Table",
    "Traces",
    "Version",
    "matcher",
    "restore",
    "words_sought",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"reader.store.{home}"), name)

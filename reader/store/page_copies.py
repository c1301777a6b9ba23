"""A database copied page by page while others write to it, and how far that is."""

import sqlite3
from collections.abc import Callable

from reader.i18n import _

Told = Callable[[str, int, int], None]
"""Told what is done, and how many of how many of it; 0 of 0 where that is not known."""
_STEP = 1000
"""Pages copied between two tellings."""


def untold(_what: str, _done: int, _total: int) -> None:
    """Nobody listens."""


def copy_pages(source: sqlite3.Connection, copy: sqlite3.Connection, told: Told, what: str = "") -> None:
    """Copy in portions, so that it can be told how far it is; `what` is how that is called."""
    size = source.execute("PRAGMA page_size").fetchone()[0]
    what = what or _("copying megabytes")

    def passed(_status: int, left: int, total: int) -> None:
        told(what, (total - left) * size // 1_000_000, total * size // 1_000_000)

    # what stands at the beginning is copied: without this, each change by another would start it anew
    begun = not source.in_transaction
    if begun:
        source.execute("BEGIN")
    try:
        source.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()
        source.backup(copy, pages=_STEP, progress=passed)
    finally:
        if begun:
            source.rollback()

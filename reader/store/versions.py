"""The texts of an article over time, and where its quotes and notes stand in the current one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reader.models import Anchor, Note, Quote
from reader.store.connection import Connection
from reader.store.quotes import Quotes
from reader.store.records import context_of
from reader.store.steps import Ledger


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article."""

    number: int
    added: str
    """When it came in, ISO 8601 in UTC."""
    text: str
    current: bool


def versions_of(connection: Connection, article_id: int) -> list[Version]:
    """All texts of an article, oldest first."""
    sql = """SELECT number, versions.added, text, number = version FROM versions
        JOIN articles ON articles.id = article_id WHERE article_id = ? ORDER BY number"""
    rows = connection.rows(sql, (article_id,))
    return [Version(number, at, text, bool(is_current)) for number, at, text, is_current in rows]


def reanchor(
    ledger: Ledger, quotes: Quotes, text: str, placed: Iterable[Quote], notes: Iterable[Note]
) -> None:
    """Write the places of quotes and notes in `text`, with how sure they are; see `Articles.reanchor`."""
    with ledger.step("Place quotes and notes again"):
        for quote in placed:
            quotes.place(quote, text)
        for note in notes:
            ledger.update("notes", [note.id], _place(note, text))


def _place(note: Note, text: str) -> dict[str, Any]:
    if note.span is None or note.anchor is Anchor.ORPHAN:
        return {"anchor": str(note.anchor)}
    start, end = note.span
    prefix, suffix = context_of(text, start, end)
    place = {"start_at": start, "end_at": end, "exact": text[start:end], "prefix": prefix, "suffix": suffix}
    return {"anchor": str(note.anchor), **place}

"""Prove every stored span: the text at its place is the text kept with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from json import loads

from reader.models import QuoteType, words_of
from reader.store.connection import Connection, Row
from reader.store.records import spans_of

_TYPES = frozenset(QuoteType)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the library."""

    what: str
    """One sentence."""
    article_id: int = 0
    quote_id: int = 0
    note_id: int = 0


def problems(connection: Connection) -> Iterator[Problem]:
    """Spans of quotes, roles, notes and headings that are not where they should be; orphans do not count."""
    last = 0
    sql = """SELECT articles.id, text, headings FROM articles
        JOIN versions ON article_id = articles.id AND number = version
        WHERE articles.id > ? ORDER BY articles.id LIMIT 1"""
    while row := connection.one(sql, (last,)):
        last, text, headings = row
        if not _inside(headings, text):
            yield Problem(f"A heading of article {last} lies outside its text.", last)
        yield from _quotes(connection, last, text)
        yield from _notes(connection, last, text)
    sql = """SELECT id FROM articles WHERE NOT EXISTS
        (SELECT 1 FROM versions WHERE article_id = articles.id AND number = version)"""
    for article_id in connection.column(sql):
        yield Problem(f"Article {article_id} has no text.", article_id)


def _quotes(connection: Connection, article_id: int, text: str) -> Iterator[Problem]:
    sql = """SELECT id, spans, words, exact, start_at, end_at, spoken_by, speaker, cue, addressee, frame,
        type FROM quotes WHERE article_id = ? AND anchor <> 'orphan'"""
    for row in connection.rows(sql, (article_id,)):
        wrong = _read(row, text)
        if wrong:
            yield Problem(f"{wrong} of quote {row[0]} in article {article_id}.", article_id, row[0])


def _read(row: Row, text: str) -> str:
    """What is wrong with a quote; empty where nothing is."""
    try:
        return _wrong_with(row, text)
    except (ValueError, TypeError):  # no list of places
        return "The place cannot be read"


def _wrong_with(row: Row, text: str) -> str:
    _, stored, words, exact, start, end, spoken_by, *roles, kind = row
    if kind not in _TYPES:
        return f"“{kind}” is no type, but is that"
    spans = spans_of(stored)
    if not spans or not _inside(stored, text) or (spans[0].start, spans[-1].end) != (start, end):
        return "The span lies outside the text"
    if words_of(text, spans) != words or (exact and [text[a:b] for a, b in spans] != loads(exact)):
        return "The text at the span is not the wording"
    if not exact and text[start:end] != words:
        return "The text at the span is not the wording"
    if not all(_inside(role, text) for role in roles):
        return "A role lies outside the text"
    return (
        "" if words_of(text, spans_of(roles[0])) == spoken_by else "The text at the span is not the speaker"
    )


def _notes(connection: Connection, article_id: int, text: str) -> Iterator[Problem]:
    sql = """SELECT id, start_at, end_at, exact FROM notes
        WHERE article_id = ? AND start_at IS NOT NULL AND anchor <> 'orphan'"""
    for note_id, start, end, exact in connection.rows(sql, (article_id,)):
        if text[start:end] != exact:
            what = f"The text at the span is not that of note {note_id} in article {article_id}."
            yield Problem(what, article_id, note_id=note_id)


def _inside(stored: str, text: str) -> bool:
    try:
        return all(0 <= start < end <= len(text) for start, end in spans_of(stored))
    except (ValueError, TypeError):
        return False

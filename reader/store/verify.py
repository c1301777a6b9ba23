"""Prove every stored span: the text at its place is the text that was stored with it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from json import loads
from typing import NamedTuple

from reader.i18n import _
from reader.models import QuoteType, words_of
from reader.store.connection import Connection, Row
from reader.store.records import spans_of
from reader.store.steps import AMONG, listed

_TYPES = frozenset(QuoteType)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the library."""

    what: str
    """One sentence."""
    article_id: int = 0
    quote_id: int = 0
    note_id: int = 0


class _Stored(NamedTuple):
    """What is proved of a quote; its columns by name."""

    id: int
    type: str
    spans: str
    start_at: int
    end_at: int
    words: str
    exact: str
    spoken_by: str
    speaker: str
    cue: str
    addressee: str
    frame: str


def last_step(connection: Connection) -> int:
    """The latest step of the journal."""
    return connection.value("SELECT max(id) FROM journal_steps") or 0


def changed_since(connection: Connection, step: int) -> list[int]:
    """Articles of which anything was changed, taken back or done again after a step of the journal."""
    return connection.column(_CHANGED, {"step": step})


_CHANGED = """WITH changed AS MATERIALIZED (SELECT table_name, row_id FROM journal_changes WHERE step_id IN
      (SELECT coalesce(target, id) FROM journal_steps WHERE id > :step))
    SELECT id FROM articles WHERE id IN (SELECT row_id FROM changed WHERE table_name = 'articles'
      UNION SELECT article_id FROM changed JOIN versions ON versions.id = row_id WHERE table_name = 'versions'
      UNION SELECT article_id FROM changed JOIN quotes ON quotes.id = row_id WHERE table_name = 'quotes'
      UNION SELECT article_id FROM changed JOIN notes ON notes.id = row_id WHERE table_name = 'notes')
    ORDER BY id"""
_PORTION = 256
"""Articles whose quotes are read at once."""


def problems(
    connection: Connection,
    articles: Sequence[int] | None = None,
    passed: Callable[[int, int], None] = lambda _done, _total: None,
) -> Iterator[Problem]:
    """Spans of quotes, roles, notes and headings that are not where they should be, of all or of `articles`.

    A lost quote is proved against the version that it stands in, where a stored text has its words at all.
    `passed` is told how many articles of how many are proved.
    """
    ids = connection.column("SELECT id FROM articles ORDER BY id") if articles is None else articles
    for at in range(0, len(ids), _PORTION):
        passed(at, len(ids))
        yield from _of_portion(connection, ids[at : at + _PORTION])
    sql = """SELECT id FROM articles WHERE NOT EXISTS
        (SELECT 1 FROM versions WHERE article_id = articles.id AND number = version)"""
    for article_id in connection.column(sql):
        yield Problem(_("Article {article_id} has no text.").format(article_id=article_id), article_id)


def _of_portion(connection: Connection, ids: Sequence[int]) -> Iterator[Problem]:
    quotes = _by_article(connection, _QUOTES, ids)
    lost = _by_article(connection, "SELECT article_id FROM quotes WHERE anchor = 'orphan'", ids)
    noted = _by_article(connection, "SELECT article_id FROM notes WHERE start_at IS NOT NULL", ids)
    sql = """SELECT text, headings FROM articles
        JOIN versions ON article_id = articles.id AND number = version WHERE articles.id = ?"""
    for article_id in ids:
        row = connection.one(sql, (article_id,))  # one by one: a text may be large
        if row is None:
            continue
        text, headings = row
        if headings != "[]" and not _inside(headings, text):
            yield Problem(
                _("A heading of article {article_id} lies outside its text.").format(article_id=article_id),
                article_id,
            )
        for quote in map(_Stored._make, quotes.get(article_id, ())):
            if not _is_plainly_right(quote, text) and (wrong := _wrong_with(quote, text)):
                yield Problem(
                    _("{wrong} of quote {id} in article {article_id}.").format(
                        wrong=wrong, id=quote.id, article_id=article_id
                    ),
                    article_id,
                    quote.id,
                )
        if article_id in lost:
            yield from _lost_quotes(connection, article_id, text)
        if article_id in noted:
            yield from _notes(connection, article_id, text)


_QUOTES = f"SELECT article_id, {', '.join(_Stored._fields)} FROM quotes WHERE anchor <> 'orphan'"


def _by_article(connection: Connection, sql: str, ids: Sequence[int]) -> dict[int, list[Row]]:
    """Rows by their first column, the article."""
    found: dict[int, list[Row]] = {}
    for article_id, *row in connection.rows(f"{sql} AND article_id {AMONG}", (listed(ids),)):
        found.setdefault(article_id, []).append(tuple(row))
    return found


def _is_plainly_right(quote: _Stored, text: str) -> bool:
    """Whether a quote of one span and its roles are right beyond doubt: nearly all are, in half the time."""
    start, end = quote.start_at, quote.end_at
    is_one = not quote.exact and quote.type in _TYPES and quote.spans == f"[[{start}, {end}]]"
    if not is_one or not 0 <= start < end <= len(text) or text[start:end] != quote.words:
        return False
    if " ".join(quote.words.split()) != quote.words:
        return False  # wording stands on one line
    try:
        return not _wrong_role(quote, text)
    except (ValueError, TypeError):
        return False


def _lost_quotes(connection: Connection, article_id: int, text: str) -> Iterator[Problem]:
    columns = ", ".join(f"quotes.{name}" for name in _Stored._fields)
    sql = f"""SELECT quotes.version, versions.text, articles.version > 1, {columns} FROM quotes
        JOIN articles ON articles.id = quotes.article_id
        LEFT JOIN versions ON versions.article_id = quotes.article_id AND number = quotes.version
        WHERE quotes.article_id = ? AND anchor = 'orphan'"""
    for version, older, changed, *columns_of_quote in connection.rows(sql, (article_id,)):
        quote = _Stored._make(columns_of_quote)
        if wrong := _wrong_with_lost(quote, version, older, text if changed else ""):
            what = _("{wrong} of quote {id} in article {article_id}, which the newest text has lost.").format(
                wrong=wrong, id=quote.id, article_id=article_id
            )
            yield Problem(what, article_id, quote.id)


def _wrong_with_lost(quote: _Stored, version: int, older: str | None, text: str) -> str:
    """What is wrong with a lost quote; one whose text came from another library has none to prove it by."""
    if version:
        wrong = _("There is no text") if older is None else _wrong_with(quote, older)
        return (
            _("In version {version}: {wrong}").format(version=version, wrong=wrong[0].lower() + wrong[1:])
            if wrong
            else ""
        )
    # An edit once wrote the words at the old place of the newest text over those that were lost.
    is_overwritten = quote.type in _TYPES and not _wrong_with(quote, text)
    return _("Words of the newest text stand in the place") if is_overwritten else ""


def _wrong_with(quote: _Stored, text: str) -> str:
    """What is wrong with a quote; empty where nothing is."""
    try:
        return _wrong_place(quote, text) or _wrong_role(quote, text)
    except (ValueError, TypeError):  # no list of places
        return _("The place cannot be read")


def _wrong_place(quote: _Stored, text: str) -> str:
    if quote.type not in _TYPES:
        return _("“{type}” is no type, but is that").format(type=quote.type)
    spans = spans_of(quote.spans)
    ends = (quote.start_at, quote.end_at)
    # No span, one behind the end, or one that is not at the stored start and end.
    if not spans or not _inside(quote.spans, text) or (spans[0].start, spans[-1].end) != ends:
        return _("The span lies outside the text")
    exact = loads(quote.exact) if quote.exact else [quote.words]
    if words_of(text, spans) != quote.words or [text[start:end] for start, end in spans] != exact:
        return _("The text at the span is not the wording")
    return ""


def _wrong_role(quote: _Stored, text: str) -> str:
    if not all(_inside(role, text) for role in (quote.speaker, quote.cue, quote.addressee, quote.frame)):
        return _("A role lies outside the text")
    is_speaker = words_of(text, spans_of(quote.speaker)) == quote.spoken_by
    return "" if is_speaker else _("The text at the span is not the speaker")


def _notes(connection: Connection, article_id: int, text: str) -> Iterator[Problem]:
    sql = """SELECT id, start_at, end_at, exact FROM notes
        WHERE article_id = ? AND start_at IS NOT NULL AND anchor <> 'orphan'"""
    for note_id, start, end, exact in connection.rows(sql, (article_id,)):
        if text[start:end] != exact:
            what = _("The text at the span is not that of note {note_id} in article {article_id}.").format(
                note_id=note_id, article_id=article_id
            )
            yield Problem(what, article_id, note_id=note_id)


def _inside(stored: str, text: str) -> bool:
    try:
        return all(0 <= start < end <= len(text) for start, end in spans_of(stored))
    except (ValueError, TypeError):
        return False

"""In which text of its article a quote stands that the newest text has lost."""

from collections.abc import Callable, Iterable, Sequence
from json import loads
from typing import Any

from reader.models import Spans
from reader.store.records import spans_of

Rows = Callable[[str, Sequence[Any]], Iterable[Sequence[Any]]]
"""Asks the database: SQL and its parameters."""

_OLDER = """SELECT number, text FROM versions JOIN articles ON articles.id = article_id
    WHERE article_id = ? AND number < version ORDER BY number DESC"""


def version_with(rows: Rows, article_id: int, spans: Spans, exact: tuple[str, ...]) -> int:
    """The latest older version of an article in which `spans` are the words `exact`; 0 where none is."""
    for number, text in rows(_OLDER, (article_id,)):
        if tuple(text[start:end] for start, end in spans) == exact:
            return int(number)
    return 0


def date_lost_quotes(connection: Any) -> None:
    """Find for every lost quote the version that it stands in, for libraries that did not keep it."""
    sql = "SELECT id, article_id, spans, exact, words FROM quotes WHERE anchor = 'orphan'"
    for number, article_id, spans, exact, words in connection.execute(sql).fetchall():
        parts = tuple(loads(exact)) if exact else (words,)
        version = version_with(connection.execute, article_id, spans_of(spans), parts)
        connection.execute("UPDATE quotes SET version = ? WHERE id = ?", (version, number))

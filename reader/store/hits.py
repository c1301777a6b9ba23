"""Articles found, as hits: where the words stand, and a line of text around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.store.connection import Connection, Row
from reader.store.fields import QUOTE_FIELDS
from reader.store.filters import Condition
from reader.store.query import And, Node, Term
from reader.store.snippets import Snippet, best_place, pattern, snippet, terms
from reader.store.steps import AMONG, listed


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found."""

    article_id: int
    start: int
    """Place in the text to open it at, in code points."""
    title: str
    outlet: str
    published: str
    snippet: Snippet
    """A line around the hit: pieces of text, each with whether it is a match."""
    where: str
    """title, text, note, quote, or "" where only filters were asked for."""


def hits_of(connection: Connection, ids: Sequence[int], tree: Node) -> list[Hit]:
    """Hits for articles found by a query, in the order of `ids`."""
    sql = f"""SELECT articles.id, title, outlet, published, text FROM articles
        JOIN versions ON article_id = articles.id AND number = version WHERE articles.id {AMONG}"""
    rows = {row[0]: row for row in connection.rows(sql, (listed(ids),))}
    wanted = list(terms(tree))
    plain = pattern([term for term in wanted if term.field in ("", "title", "text", "note")])
    by_quote = _quotes(connection, ids, tree)
    anything = pattern(wanted)
    found = []
    for article_id in ids:
        if article_id in rows:
            quote = by_quote.get(article_id)
            found.append(
                _in_quote(rows[article_id], quote, anything)
                if quote
                else _hit(connection, rows[article_id], plain)
            )
    return found


def _hit(connection: Connection, row: Row, wanted: re.Pattern[str] | None) -> Hit:
    article_id, title, outlet, published, text = row
    place = best_place(text, wanted) if wanted else -1
    if place >= 0:
        return Hit(article_id, place, title, outlet, published, snippet(text, place, wanted), "text")
    if wanted and not wanted.search(title):
        note = _note(connection, article_id, wanted)
        if note:
            return Hit(
                article_id, note[0] or 0, title, outlet, published, snippet(note[1], note[2], wanted), "note"
            )
    return Hit(article_id, 0, title, outlet, published, snippet(text, 0, None), "title" if wanted else "")


def _note(connection: Connection, article_id: int, wanted: re.Pattern[str]) -> tuple[int, str, int] | None:
    for start, body in connection.rows(
        "SELECT start_at, body FROM notes WHERE article_id = ?", (article_id,)
    ):
        place = best_place(body, wanted)
        if place >= 0:
            return start, body, place
    return None


def _quotes(connection: Connection, ids: Sequence[int], tree: Node) -> dict[int, Row]:
    """The first quote of each article that fits what the query says of quotes."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    said = [
        part
        for part in parts
        if isinstance(part, Term) and part.field in ("quote", "speaker", "source", "type")
    ]
    if not said:
        return {}
    condition = Condition()
    sql = " AND ".join(QUOTE_FIELDS[term.field](term, condition.bind) for term in said)
    chosen = condition.bind(listed(ids))
    sql = f"""SELECT article_id, min(start_at), words FROM quotes
        WHERE article_id IN (SELECT value FROM json_each({chosen})) AND status <> 'rejected' AND {sql}
        GROUP BY article_id"""
    return {row[0]: row for row in connection.rows(sql, condition.parameters)}


def _in_quote(row: Row, quote: Row, wanted: re.Pattern[str] | None) -> Hit:
    article_id, title, outlet, published, _ = row
    _, start, words = quote
    place = max(0, best_place(words, wanted)) if wanted else 0
    return Hit(article_id, start, title, outlet, published, snippet(words, place, wanted), "quote")

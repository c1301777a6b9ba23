"""Articles found, as hits: where the words stand, and a line of text around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.store.article_lists import HELD
from reader.store.connection import Connection, Values
from reader.store.fields import QUOTE_FIELDS
from reader.store.filters import Condition
from reader.store.query_nodes import And, Node, Term
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
    held: str = ""
    """Why it must wait, as in a list of articles."""


def hits_of(connection: Connection, ids: Sequence[int], tree: Node) -> list[Hit]:
    """Hits for articles found by a query, in the order of `ids`."""
    sql = f"""SELECT articles.id, title, outlet, published, text, {HELD} AS held FROM articles
        JOIN versions ON article_id = articles.id AND number = version WHERE articles.id {AMONG}"""
    rows = {row["id"]: row for row in connection.named(sql, (listed(ids),))}
    wanted = list(terms(tree))
    plain = pattern([term for term in wanted if term.field in ("", "title", "text", "note")])
    by_quote = _quotes(connection, ids, tree)
    anything = pattern(wanted)
    found = []
    for article_id in ids:
        if article := rows.get(article_id):
            quote = by_quote.get(article_id)
            spot = _in_quote(quote, anything) if quote else _in_article(connection, article, plain)
            shown = {name: article[name] for name in ("title", "outlet", "published", "held")}
            found.append(Hit(article_id=article_id, **shown, **spot._asdict()))
    return found


class _Spot(NamedTuple):
    """Where an article is hit: the fields of a `Hit` that say so."""

    start: int
    snippet: Snippet
    where: str


def _in_article(connection: Connection, article: Values, wanted: re.Pattern[str] | None) -> _Spot:
    text = article["text"]
    place = best_place(text, wanted) if wanted else -1
    if place >= 0:
        return _Spot(place, snippet(text, place, wanted), "text")
    noted = _in_note(connection, article, wanted)
    return noted or _Spot(0, snippet(text, 0, None), "title" if wanted else "")


def _in_note(connection: Connection, article: Values, wanted: re.Pattern[str] | None) -> _Spot | None:
    if wanted is None or wanted.search(article["title"]):
        return None
    sql = "SELECT start_at, body FROM notes WHERE article_id = ?"
    for start, body in connection.rows(sql, (article["id"],)):
        if (place := best_place(body, wanted)) >= 0:
            return _Spot(start or 0, snippet(body, place, wanted), "note")
    return None


def _quotes(connection: Connection, ids: Sequence[int], tree: Node) -> dict[int, Values]:
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
    sql = f"""SELECT article_id, min(start_at) AS start, words FROM quotes
        WHERE article_id IN (SELECT value FROM json_each({chosen})) AND status <> 'rejected' AND {sql}
        GROUP BY article_id"""
    return {row["article_id"]: row for row in connection.named(sql, condition.parameters)}


def _in_quote(quote: Values, wanted: re.Pattern[str] | None) -> _Spot:
    words = quote["words"]
    place = max(0, best_place(words, wanted)) if wanted else 0
    return _Spot(quote["start"], snippet(words, place, wanted), "quote")

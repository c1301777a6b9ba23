"""Articles found, as hits: where the words stand, and a line of text around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.store.article_lists import HELD
from reader.store.connection import Connection, Values
from reader.store.fields import QUOTE_FIELDS
from reader.store.filters import Condition
from reader.store.query_nodes import And, Node, Term
from reader.store.snippets import (
    Snippet,
    best_place,
    by_expression,
    kinds_in,
    pattern,
    snippet,
    terms,
)
from reader.store.steps import AMONG, listed

if TYPE_CHECKING:
    from reader.store.snippets import Wanted
_OF_QUOTES = frozenset(
    {"quote", "speaker", "source", "cue", "stance", "place", "confidence"}
    | {"type", "status", "verified", "evidence", "authorisation"}
)
"""Fields that say of a quote what leads to it: an article found by them is opened there."""


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
    sought = _sought(tree)
    by_quote = _quotes(connection, ids, tree)
    found = []
    for article_id in ids:
        if article := rows.get(article_id):
            quote = by_quote.get(article_id)
            spot = _in_quote(quote, sought.anything) if quote else _in_article(connection, article, sought)
            shown = {name: article[name] for name in ("title", "outlet", "published", "held")}
            found.append(Hit(article_id=article_id, **shown, **spot._asdict()))
    return found


class _Sought(NamedTuple):
    """What is looked for in the articles found."""

    anything: "Wanted | None"
    words: "Wanted | None"
    """In title, text or one note."""
    kinds: int
    """How many different words."""
    noted: "Wanted | None"
    """In notes alone."""


def _sought(tree: Node) -> _Sought:
    wanted = list(terms(tree))
    plain = [term for term in wanted if term.field in ("", "title", "text")]
    words = pattern(plain) or by_expression(tree)
    return _Sought(
        pattern(wanted), words, len(plain), pattern([one for one in wanted if one.field == "note"])
    )


class _Spot(NamedTuple):
    """Where an article is hit: the fields of a `Hit` that say so."""

    start: int
    snippet: Snippet
    where: str


def _in_article(connection: Connection, article: Values, sought: _Sought) -> _Spot:
    if sought.noted and (noted := _in_note(connection, article, sought.noted, more_than=0)):
        return noted
    text, wanted = article["text"], sought.words
    if wanted is None:
        return _Spot(0, snippet(text, 0, None), "")
    standing = len(kinds_in(text, wanted) | kinds_in(article["title"], wanted))
    # the index finds words that stand together in the article, or together in one note
    if standing < sought.kinds and (noted := _in_note(connection, article, wanted, more_than=standing)):
        return noted
    place = best_place(text, wanted)
    if place < 0:
        return _Spot(0, snippet(text, 0, None), "title")
    return _Spot(place, snippet(text, place, wanted), "text")


def _in_note(connection: Connection, article: Values, wanted: "Wanted", *, more_than: int) -> _Spot | None:
    """The note that holds most of the words, where it holds more of them than that."""
    best = None
    sql = "SELECT start_at, body FROM notes WHERE article_id = ? ORDER BY id"
    for start, body in connection.rows(sql, (article["id"],)):
        if (held := len(kinds_in(body, wanted))) > more_than:
            more_than = held
            best = _Spot(start or 0, snippet(body, best_place(body, wanted), wanted), "note")
    return best


def _quotes(connection: Connection, ids: Sequence[int], tree: Node) -> dict[int, Values]:
    """The first quote of each article that fits what the query says of quotes."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    said = [part for part in parts if isinstance(part, Term) and part.field in _OF_QUOTES]
    if not said:
        return {}
    condition = Condition()
    decided = "1" if any(term.field == "status" for term in said) else "status <> 'rejected'"
    sql = " AND ".join(QUOTE_FIELDS[term.field](term, condition.bind) for term in said)
    chosen = condition.bind(listed(ids))
    sql = f"""SELECT article_id, min(start_at) AS start, words FROM quotes
        WHERE article_id IN (SELECT value FROM json_each({chosen})) AND {decided} AND {sql}
        GROUP BY article_id"""
    return {row["article_id"]: row for row in connection.named(sql, condition.parameters)}


def _in_quote(quote: Values, wanted: "Wanted | None") -> _Spot:
    words = quote["words"]
    place = max(0, best_place(words, wanted)) if wanted else 0
    return _Spot(quote["start"], snippet(words, place, wanted), "quote")

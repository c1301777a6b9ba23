"""Search the library: hits with a snippet and the place to open the text at, the newest or the best first.

Both orders look at the newest `BOUND` articles found and say so (`Hits.bounded`): sorting all that hold a
common word takes 20 ms in 100,000 articles and seconds in a million.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.errors import StoreError
from reader.i18n import _
from reader.store.connection import Connection
from reader.store.filters import Condition, articles_part, asks_for_trash, is_text
from reader.store.fts import expression, names_a_column
from reader.store.hits import Hit, hits_of
from reader.store.near_words import meant
from reader.store.query import parse
from reader.store.query_nodes import And, Node, Not

Sort = Literal["date", "rank", "rank-all"]

BOUND = 5000
"""How many of the articles found, counted from the newest, are sorted."""
_PORTION = 25
"""Articles whose texts are in the memory at once, to find the hits in them."""
_PRESENT = "articles.trashed = ''"
_WEIGHTS = "5.0, 1.0"
"""What a word in the title counts against one in the text."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found."""

    items: tuple[Hit, ...]
    total: int
    """How many articles were found; where `bounded`, there are more."""
    bounded: bool
    """Whether only the newest were looked at."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A query split into what FTS5 drives and what filters its hits."""

    match: str
    """Expression for titles and texts, "" where the query holds no words at its top."""
    notes: str
    """Expression for notes, "" where they cannot answer."""
    condition: Condition
    narrows: bool
    """Whether the condition leaves out anything but the trash."""

    @property
    def bound(self) -> dict[str, object]:
        """Parameters of all parts."""
        return self.condition.parameters


class Search:
    """Finds articles by a search line."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def __call__(self, query: str, *, sort: Sort = "date", limit: int = 50) -> Hits:
        """The first hits; `sort` is "date" (newest first), "rank" (best of the newest) or "rank-all"."""
        if sort not in ("date", "rank", "rank-all"):
            raise StoreError(
                _("Hits cannot be sorted by {sort}: take date, rank or rank-all.").format(sort=sort)
            )
        plan = _plan(parse(query))
        ids, total = self._ids(plan, sort, limit)
        bound = -1 if sort == "rank-all" else BOUND
        items = self.hits(query, ids)
        return Hits(tuple(items), min(total, BOUND) if bound > 0 else total, bounded=0 < bound < total)

    def ids(self, query: str, *, sort: Sort = "date", limit: int = 50) -> list[int]:
        """Ids of the first hits, without looking into their texts."""
        return self._ids(_plan(parse(query)), sort, limit)[0]

    def meant(self, line: str) -> str:
        """A line that finds something where `line` finds nothing, by words one letter away; "" for none."""
        near = meant(self._db, line)
        return near if near and self.ids(near, limit=1) else ""

    def hits(self, query: str, ids: Sequence[int]) -> list[Hit]:
        """Where a query hits articles that it is known to find, in the order of `ids`."""
        tree = parse(query)
        portions = [ids[at : at + _PORTION] for at in range(0, len(ids), _PORTION)]
        return [hit for portion in portions for hit in hits_of(self._db, portion, tree)]

    def _ids(self, plan: _Plan, sort: Sort, limit: int) -> tuple[list[int], int]:
        """Ids of the first hits, and how many there are in all that were looked at."""
        ranked = sort != "date" and bool(plan.match)
        bound = -1 if sort == "rank-all" else BOUND + 1
        found = _by_text(plan, ranked=ranked, bound=bound) if plan.match else _by_filter(plan, bound)
        if plan.notes and self._db.value(
            f"SELECT 1 FROM notes_fts WHERE notes_fts MATCH {plan.notes}", plan.bound
        ):
            both = f"{found} UNION ALL {_by_notes(plan, ranked=ranked)}"
            found = f"SELECT id, max(published) AS published, min(score) AS score FROM ({both}) GROUP BY id"
        order = "score" if ranked else "published DESC"
        sql = f"SELECT id, count(*) OVER () FROM ({found}) ORDER BY {order}, id DESC LIMIT {int(limit)}"
        rows = self._db.rows(sql, plan.bound)
        return [article_id for article_id, _ in rows], next((total for _, total in rows), 0)


def _plan(tree: Node) -> _Plan:
    parts: Iterable[Node] = tree.parts if isinstance(tree, And) else (tree,)
    parts = list(parts)
    words = [part for part in parts if is_text(part)]
    unwanted = [part for part in parts if isinstance(part, Not) and is_text(part.part)] if words else []
    rest = [part for part in parts if part not in words]
    condition = Condition()
    wanted = [] if asks_for_trash(tree) else [_PRESENT]
    wanted += [articles_part(part, condition.bind) for part in rest if part not in unwanted]
    notes = ""
    match = ""
    if words:
        group = And(tuple(words))
        match = condition.bind(
            " NOT ".join(expression(part) for part in (group, *(one.part for one in unwanted)))
        )
        notes = "" if names_a_column(group) else condition.bind(expression(group))
    wanted += [_not_noted(part, condition) for part in unwanted]
    condition.sql = " AND ".join(f"({one})" for one in wanted) or "1"
    return _Plan(match, notes, condition, narrows=wanted != [_PRESENT])


def _not_noted(part: Not, condition: Condition) -> str:
    return articles_part(part, condition.bind) if not names_a_column(part.part) else "1"


def _by_text(plan: _Plan, *, ranked: bool, bound: int) -> str:
    score = f"bm25(article_texts_fts, {_WEIGHTS})" if ranked else "0"  # not shown
    if ranked and not plan.narrows:
        # to look up each article would take twice as long as to rank it
        return f"""SELECT * FROM (SELECT rowid AS id, '' AS published, {score} AS score FROM article_texts_fts
            WHERE article_texts_fts MATCH {plan.match}
            AND rowid NOT IN (SELECT id FROM articles WHERE trashed > '')
            ORDER BY rowid DESC LIMIT {bound})"""
    # where nothing else is asked of an article, its day stands in this index; SQLite would read its row
    index = "" if plan.narrows else "INDEXED BY articles_by_added"  # not shown
    return f"""SELECT * FROM (SELECT articles.id AS id, published, {score} AS score
        FROM article_texts_fts JOIN articles {index} ON articles.id = article_texts_fts.rowid
        WHERE article_texts_fts MATCH {plan.match} AND {plan.condition.sql}
        ORDER BY article_texts_fts.rowid DESC LIMIT {bound})"""


def _by_notes(plan: _Plan, *, ranked: bool) -> str:
    score = "bm25(notes_fts)" if ranked else "0"
    return f"""SELECT * FROM (SELECT articles.id AS id, published, {score} AS score
        FROM notes_fts JOIN notes ON notes.id = notes_fts.rowid
        JOIN articles ON articles.id = notes.article_id
        WHERE notes_fts MATCH {plan.notes} AND {plan.condition.sql}
        ORDER BY notes_fts.rowid DESC LIMIT {BOUND})"""


def _by_filter(plan: _Plan, bound: int) -> str:
    return f"""SELECT * FROM (SELECT articles.id AS id, published, 0 AS score FROM articles
        WHERE {plan.condition.sql} ORDER BY articles.id DESC LIMIT {bound})"""

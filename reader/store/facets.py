"""How articles divide by outlet, language, state, month, feed, tag and source."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reader.store.article_counts import COUNTS, counted_where
from reader.store.connection import Connection, Row
from reader.store.filters import articles_where

_FOUND = """WITH found AS MATERIALIZED (SELECT id, outlet, language, state, published FROM articles WHERE {}),
    counted AS MATERIALIZED (SELECT outlet, language, state, substr(published, 1, 7) AS published,
      count(*) AS number FROM found GROUP BY 1, 2, 3, 4)"""
_COUNTED = """WITH found AS NOT MATERIALIZED (SELECT id FROM articles WHERE {0}),
    counted AS MATERIALIZED (SELECT outlet, language, state, published, number FROM {1} WHERE {0})"""
"""The same where counts that are kept answer it; articles are asked only for what bears tags or sources."""
_OF_ARTICLES = "SELECT '{0}', {1}, sum(number) FROM counted GROUP BY {1}"
_FACETS = {
    "outlet": _OF_ARTICLES.format("outlet", "outlet"),
    "language": _OF_ARTICLES.format("language", "language"),
    "state": _OF_ARTICLES.format("state", "state"),
    "month": _OF_ARTICLES.format("month", "published"),
    "feed": """SELECT 'feed', feed, count(*) FROM articles INDEXED BY articles_by_feed
        WHERE feed <> '' AND {among} GROUP BY feed""",
    "tag": """SELECT 'tag', name, count(*) FROM tagged_articles JOIN tags ON tags.id = tag_id
        WHERE article_id IN (SELECT id FROM found) GROUP BY tag_id""",
    "source": """SELECT 'source', name, count(DISTINCT article_id)
        FROM quotes JOIN sources ON sources.id = source_id
        WHERE source_id IS NOT NULL{told} AND +article_id IN (SELECT id FROM found) GROUP BY source_id""",
}
_FIELD = {"language": "lang", "state": "is", "month": "in"}
"""The field of the search language for a facet, where it has another name."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a facet."""

    value: str
    count: int
    query: str
    """The filter that keeps these articles, such as `outlet:"dpa"`."""


@dataclass(frozen=True, slots=True)
class Facets:
    """How articles divide: each list by falling count, months by falling month."""

    outlet: tuple[Facet, ...]
    language: tuple[Facet, ...]
    state: tuple[Facet, ...]
    month: tuple[Facet, ...]
    feed: tuple[Facet, ...]
    tag: tuple[Facet, ...]
    source: tuple[Facet, ...]


_TOLD = " AND quotes.use IN ('', 'on record')"


def facets_of(connection: Connection, query: str, *, on_record: bool = False) -> Facets:
    """Counts by facet of what the query finds, in one go; sources by what they said `on_record` alone."""
    counted = counted_where(query)
    where = counted or articles_where(query)
    found_articles = _COUNTED.format(where.sql, COUNTS) if counted else _FOUND.format(where.sql)
    found: dict[str, list[Row]] = {name: [] for name in _FACETS}
    counts = " UNION ALL ".join(_FACETS.values())
    counts = counts.replace("{told}", _TOLD if on_record else "")
    counts = counts.replace("{among}", "+id IN (SELECT id FROM found)" if where.narrows else "trashed = ''")
    for name, value, count in connection.rows(f"{found_articles} {counts}", where.parameters):
        if value:
            found[name].append((value, count))
    found["month"] = _months(found["month"])
    facets = {name: _facets(rows, _FIELD.get(name, name)) for name, rows in found.items()}
    facets["month"] = tuple(sorted(facets["month"], key=lambda facet: facet.value, reverse=True))
    return Facets(**facets)


def _months(days: Iterable[Row]) -> list[Row]:
    counts: Counter[str] = Counter()
    for day, count in days:
        counts[day[:7]] += count
    return list(counts.items())


def _facets(rows: Iterable[Row], field: str) -> tuple[Facet, ...]:
    ordered = sorted(rows, key=_falling)
    return tuple(Facet(value, count, _query(field, value)) for value, count in ordered)


def _falling(row: Row) -> tuple[int, str]:
    value, count = row
    return -count, value


def _query(field: str, value: str) -> str:
    if field in ("is", "in", "lang"):
        return f"{field}:{value}"
    doubled = value.replace('"', '""')
    return f'{field}:"{doubled}"'

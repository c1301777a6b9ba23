"""Counts quotes by one dimension or two, in one statement each, over a part of the library.

What counts stands in `dimensions`. Who is covered comes in as values of single quotes (`Covered`), so that
the same statement counts for the screen and for what leaves.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from typing import NamedTuple

from reader.languages.stance import stance_of
from reader.store.connection import Connection, Row
from reader.store.dimensions import COUNTED, DIMENSIONS, LENGTHS, Dimension, counted_rows, joined
from reader.store.filters import articles_where, quotes_where
from reader.store.speakers import named, naming
from reader.store.steps import AMONG, listed

_FACTS = """quotes.article_id AS article_id, quotes.type = 'Direct' AS direct,
    length(CAST(quotes.words AS BLOB)) - length(CAST(replace(quotes.words, ' ', '') AS BLOB))
    + (quotes.words <> '') AS words"""
"""What is added up of each quote. Words are the blanks between them and one, counted in bytes: quicker, and
the same."""
MEASURES = {
    "words": "sum(words)",
    "quotes": "count(*)",
    "direct": "sum(direct)",
    "articles": "count(DISTINCT article_id)",
}
"""What is counted of a group of quotes."""
_LISTED = "group_concat(DISTINCT article_id)"


class Scope(NamedTuple):
    """Which quotes are counted: all that these conditions let through."""

    library: str = ""
    """A search of the library: quotes in the articles that it finds."""
    quotes: str = ""
    """A search of quotes."""
    articles: tuple[int, ...] | None = None
    """Numbers of articles."""
    ids: tuple[int, ...] | None = None
    """Numbers of quotes."""

    @property
    def query(self) -> str:
        """The same as a search of quotes."""
        parts = ["is:counted"]
        if self.library.strip():
            doubled = self.library.strip().replace('"', '""')
            parts.append(f'among:"{doubled}"')
        if self.articles is not None:
            parts.append(f"article:{','.join(map(str, self.articles)) or 0}")
        if self.quotes.strip():
            parts.append(f"({self.quotes.strip()})")
        return " ".join(parts)


class CoveredQuote(NamedTuple):
    """A quote of an article in which somebody is covered, with what may be told of who said it."""

    id: int
    key: int | None
    """The voice it counts for; None where the name is one."""
    name: str
    kind: str
    role: str
    affiliation: str
    naming: str


@dataclass(frozen=True, slots=True)
class Covered:
    """What is told of quotes that do not go out as they are."""

    quotes: tuple[CoveredQuote, ...] = ()
    withheld: tuple[int, ...] = ()
    """Numbers of the quotes that do not count, since they are not for publication."""
    hides: bool = False
    """Whether nothing is told that the register alone knows of who is covered."""


@dataclass(frozen=True, slots=True)
class Group:
    """What is counted of quotes with one value."""

    value: str
    key: int | None
    """The source, where the value is a name."""
    quotes: int
    direct: int
    words: int
    listed: str
    """Numbers of their articles, each once, divided by commas: two groups may have some of them together."""
    kind: str = ""
    role: str = ""
    affiliation: str = ""
    sources: int = 0
    """How many people of the register it is, where the dimension is private."""

    @property
    def articles(self) -> int:
        """In how many articles they stand."""
        return self.listed.count(",") + 1 if self.listed else 0


NO_COVER = Covered()
_IS_COVERED = "sources.identity_protected OR sources.use NOT IN ('', 'on record')"
_COVERED = """covered(quote_id, key, name, kind, role, affiliation, naming) AS MATERIALIZED (SELECT
    json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
    json_extract(value, '$[3]'), json_extract(value, '$[4]'), json_extract(value, '$[5]'),
    json_extract(value, '$[6]') FROM json_each(:covered))"""


class Counting:
    """Counts quotes of a library."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        # asked for every quote: the connection's own would look for these at each call
        for name, count, function in (("named", 1, named), ("naming", 1, naming), ("stance", 2, stance_of)):
            connection.raw.create_function(name, count, function, deterministic=True)

    def groups(self, by: Dimension, scope: Scope, covered: Covered = NO_COVER) -> list[Group]:
        """Groups of quotes by the value they have in a dimension."""
        measures = [*(MEASURES[one] for one in ("quotes", "direct", "words")), _LISTED]
        known = dict(_of_people(by, covered))
        read = {"value": _value(by, "", covered), "key": _key(by, covered), **known}
        counted = [*measures, *(f"max({name})" for name in known)]
        if by.is_private:
            read["person"] = "sources.id"
            rows = self._rows(read, [*measures, "count(DISTINCT person)"], [(by, "")], scope, covered)
            return [
                Group(value or "", key, quotes, direct, words, listed, sources=people)
                for value, key, quotes, direct, words, listed, people in rows
            ]
        rows = self._rows(read, counted, [(by, "")], scope, covered)
        return [Group(value or "", *others) for value, *others in rows]

    def cells(
        self,
        rows: Dimension,
        columns: Dimension,
        measure: str,
        scope: Scope,
        covered: Covered = NO_COVER,
    ) -> list[tuple[str, str, int]]:
        """What is counted of the quotes with each pair of values."""
        read = {"value": _value(rows, "row_", covered), "key": _value(columns, "column_", covered)}
        both = [(rows, "row_"), (columns, "column_")]
        found = self._rows(read, [MEASURES[measure]], both, scope, covered)
        return [(row or "", column or "", count) for row, column, count in found]

    def values(self, by: Dimension, ids: Iterable[int]) -> dict[int, str]:
        """The value that each of some quotes has in a dimension."""
        sql = f"SELECT id, value FROM ({counted_rows(by)} WHERE quotes.id {AMONG})"
        return {number: value or "" for number, value in self._db.rows(sql, (listed(ids),))}

    def articles(self, by: Dimension, scope: Scope) -> list[tuple[str, int]]:
        """How many articles there are by time, also those without quotes."""
        where = articles_where(scope.library)
        wanted = where.sql
        if scope.articles is not None:
            wanted += (
                f" AND articles.id IN (SELECT value FROM json_each({where.bind(dumps(scope.articles))}))"
            )
        sql = f"SELECT {by.sql}, count(*) FROM articles WHERE {wanted} GROUP BY 1"
        return [(value or "", count) for value, count in self._db.rows(sql, where.parameters)]

    def _rows(
        self,
        read: Mapping[str, str],
        counted: Sequence[str],
        dimensions: Sequence[tuple[Dimension, str]],
        scope: Scope,
        covered: Covered,
    ) -> list[Row]:
        parameters: dict[str, object] = {}
        first = [LENGTHS] if any("lengths" in one.joins for one, _ in dimensions) else []
        beside = joined(dimensions)
        if covered.quotes:
            parameters["covered"] = dumps(covered.quotes)
            first.append(_COVERED)
            beside += " LEFT JOIN covered ON covered.quote_id = quotes.id"
        wanted = [COUNTED, *_within(scope, parameters)]
        if covered.withheld:
            parameters["withheld"] = dumps(covered.withheld)
            wanted.append("quotes.id NOT IN (SELECT value FROM json_each(:withheld))")
        with_ = f"WITH {', '.join(first)} " if first else ""
        values = ", ".join(f"{sql} AS {name}" for name, sql in read.items())
        # the limit keeps SQLite from sorting the quotes themselves: their words are counted first
        sql = f"""{with_}SELECT value, key, {", ".join(counted)} FROM (SELECT {values}, {_FACTS}
            FROM quotes {beside} WHERE {" AND ".join(f"({one})" for one in wanted)} LIMIT -1) GROUP BY 1, 2"""
        return self._db.rows(sql, parameters)


def _within(scope: Scope, parameters: dict[str, object]) -> Iterable[str]:
    """Conditions on quotes, whose parameters are added."""
    for condition, sql in (
        (articles_where(scope.library, "a"), "quotes.article_id IN (SELECT id FROM articles WHERE {})"),
        (quotes_where(scope.quotes, "q"), "quotes.id IN (SELECT id FROM quotes WHERE {})"),
    ):
        if condition.narrows:
            parameters |= condition.parameters
            yield sql.format(condition.sql)
    if not scope.library.strip() and not scope.quotes.strip():
        yield "quotes.article_id NOT IN (SELECT id FROM articles WHERE trashed > '')"
    if scope.ids is not None:
        parameters["ids"] = dumps(scope.ids)
        yield "quotes.id IN (SELECT value FROM json_each(:ids))"
    if scope.articles is not None:
        parameters["articles"] = dumps(scope.articles)
        yield "quotes.article_id IN (SELECT value FROM json_each(:articles))"


def _value(dimension: Dimension, prefix: str, covered: Covered) -> str:
    sql = dimension.sql.format(prefix)
    if covered.hides and dimension.in_article:
        # somebody whom an article names, and whom nobody has assigned there
        sql = f"CASE WHEN {_IS_COVERED} THEN {dimension.in_article} ELSE {sql} END"
    if dimension.is_private and covered.quotes:
        return f"CASE WHEN covered.quote_id IS NULL THEN {sql} ELSE '' END"
    if not covered.quotes or not dimension.covered:
        return sql
    return f"CASE WHEN covered.quote_id IS NULL THEN {sql} ELSE covered.{dimension.covered} END"


def _key(dimension: Dimension, covered: Covered) -> str:
    """The source that a name is of: two of one name stay two."""
    if "sources" not in dimension.joins or dimension.covered != "name":
        return "NULL"
    if not covered.quotes:
        return "sources.id"
    return "CASE WHEN covered.quote_id IS NULL THEN sources.id ELSE covered.key END"


def _of_people(dimension: Dimension, covered: Covered) -> Iterable[tuple[str, str]]:
    """Beside a name, what is known of who bears it: the greatest value, which an empty one never is."""
    if dimension.covered == "name":
        for name in ("kind", "role", "affiliation"):
            yield name, _value(DIMENSIONS[name], "", covered)

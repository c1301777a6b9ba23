"""An archive asked by DuckDB: its views, what a person's question is in SQL, and SQL of one's own, read-only.

DuckDB opens no file: it is handed tables that others read for it, and every way to files, addresses and
settings is shut before the first question.
"""

import contextlib
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reader.errors import StoreError, UsageError
from reader.i18n import _
from reader.store.read_only_sql import Cells, RunningQuery

_ROWS = 1000
"""Rows fetched at once."""
_TIME = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
COUNTED_BY = {"month": "month", "speaker": "who", "outlet": "outlet", "type": "type", "language": "language"}
"""What quotes can be counted by, with its column."""
_VIEWS = """
CREATE VIEW quotes AS SELECT *, left(published, 7) AS month,
    CASE WHEN speaker_name <> '' THEN speaker_name WHEN speaker = cue THEN '' ELSE speaker END AS who
    FROM stored_quotes;
CREATE VIEW articles AS SELECT *, left(published, 7) AS month FROM stored_articles;
CREATE VIEW failed AS SELECT * FROM stored_failed;
CREATE VIEW speakers AS SELECT who, count(*) AS quotes, count(DISTINCT location) AS articles,
    count(DISTINCT outlet) AS outlets, min(nullif(published, '')) AS first, max(nullif(published, '')) AS last
    FROM quotes WHERE who <> '' GROUP BY who;
CREATE VIEW outlets AS SELECT outlet, count(*) AS quotes, count(DISTINCT location) AS articles,
    count(DISTINCT nullif(who, '')) AS speakers, min(nullif(published, '')) AS first,
    max(nullif(published, '')) AS last FROM quotes GROUP BY outlet;
CREATE VIEW months AS SELECT month, count(*) AS quotes, count(DISTINCT location) AS articles,
    count(DISTINCT nullif(who, '')) AS speakers FROM quotes GROUP BY month;
CREATE VIEW first_said AS SELECT who, published, outlet, text, title, url, article_id, location FROM quotes
    WHERE who <> '' AND published <> ''
    QUALIFY row_number() OVER (PARTITION BY who ORDER BY published, location, number) = 1;
"""
_WHO = """who || CASE speaker_basis WHEN 'carried' THEN ' (carried over)' WHEN 'hearsay' THEN ' (hearsay)'
    ELSE '' END"""
_FOLDED = "strip_accents(lower({}))"


@dataclass(frozen=True, slots=True)
class ArchiveQuestion:
    """Which quotes are asked for; what is empty does not narrow."""

    speaker: str = ""
    """Words that begin words of the name, or of the speaker as written."""
    about: tuple[str, ...] = ()
    """Words that begin words of the quote or of the article's title, all of them."""
    outlet: str = ""
    language: str = ""
    type: str = ""
    since: str = ""
    """Day, month or year from which on."""
    until: str = ""
    """Day, month or year up to whose end."""
    ids: tuple[str, ...] = ()
    """What the newsroom calls the articles."""

    @property
    def is_empty(self) -> bool:
        """Whether it asks for everything."""
        return self == ArchiveQuestion()


class _Condition(NamedTuple):
    sql: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with the values in it."""

    sql: str
    values: list[Any] = field(default_factory=list)


def list_of(question: ArchiveQuestion, *, first: bool, limit: int) -> Statement:
    """The quotes by their dates; with `first`, of each speaker the earliest."""
    where = _where(question)
    only = "AND who <> '' AND published <> ''" if first else ""
    earliest = "QUALIFY row_number() OVER (PARTITION BY who ORDER BY published, location, number) = 1"
    sql = f"""SELECT published, outlet, {_WHO} AS speaker, text AS words, title, type, url, article_id,
        location FROM quotes WHERE {where.sql} {only} {earliest if first else ""}
        ORDER BY published = '', published, location, number LIMIT {limit}"""
    return Statement(sql, list(where.values))


def count_of(question: ArchiveQuestion, by: str, limit: int) -> Statement:
    """How many quotes, in how many articles, from when to when."""
    where, column = _where(question), COUNTED_BY[by]
    order = column if by == "month" else f"quotes DESC, {column}"
    shown = f"coalesce(nullif({column}, ''), 'not named')" if by == "speaker" else column
    sql = f"""SELECT {shown} AS {by}, count(*) AS quotes, count(DISTINCT location) AS articles,
        min(nullif(published, '')) AS first, max(nullif(published, '')) AS last
        FROM quotes WHERE {where.sql} GROUP BY {column} ORDER BY {order} LIMIT {limit}"""
    return Statement(sql, list(where.values))


def articles_of(question: ArchiveQuestion) -> Statement:
    """Articles by their dates, each with a list of all its quotes as the last column, `found`.

    Where a speaker or a kind of quote is asked for, words are looked for in such quotes and in titles; else
    in texts and titles.
    """
    where = _where(question)
    wanted = f"SELECT location FROM quotes WHERE {where.sql}"
    if not (question.speaker or question.type):
        wanted = f"SELECT location FROM articles WHERE {where.sql}"
    sql = f"""WITH wanted AS ({wanted}),
        said AS (SELECT location, list(quotes ORDER BY number) AS found FROM quotes
            WHERE location IN (SELECT location FROM wanted) GROUP BY location)
        SELECT articles.*, said.found FROM articles LEFT JOIN said USING (location)
        WHERE location IN (SELECT location FROM wanted) ORDER BY published, location"""
    return Statement(sql, list(where.values))


def own(sql: str) -> Statement:
    """A person's own SELECT. Raises StoreError for anything else."""
    import duckdb  # an extra, for archives alone

    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise _told(error) from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise StoreError(_("Only reading is allowed here: give one statement that begins with SELECT."))
    return Statement(sql)


def _where(question: ArchiveQuestion) -> _Condition:
    conditions = [_Condition("true", ())]
    if question.speaker:
        conditions += [_begins("who || ' ' || speaker", word) for word in question.speaker.split()]
    conditions += [_begins("text || ' ' || title", word) for word in question.about]
    if question.outlet:
        conditions.append(_begins("outlet", question.outlet))
    for column in ("language", "type"):
        if value := getattr(question, column):
            conditions.append(_Condition(f"lower({column}) = ?", (value.lower(),)))
    if question.since:
        conditions.append(_Condition("published >= ?", (_time(question.since),)))
    if until := question.until:
        sql = f"published <> '' AND left(published, {len(_time(until))}) <= ?"
        conditions.append(_Condition(sql, (until,)))
    if question.ids:
        sql = f"article_id IN ({', '.join('?' * len(question.ids))})"
        conditions.append(_Condition(sql, question.ids))
    values = tuple(value for condition in conditions for value in condition.values)
    return _Condition(" AND ".join(f"({condition.sql})" for condition in conditions), values)


def _begins(text: str, words: str) -> _Condition:
    """Whether words stand in a text where a word begins; accents and capitals do not count."""
    pattern = f"'(^|[^\\pL\\pN])' || regexp_escape({_FOLDED.format('?')})"
    return _Condition(f"regexp_matches({_FOLDED.format(text)}, {pattern})", (words,))


def _time(written: str) -> str:
    if not _TIME.fullmatch(written):
        raise UsageError(
            _("“{written}” is no time: write 2024, 2024-05 or 2024-05-31.").format(written=written)
        )
    return written


class AskedArchive:
    """An archive that answers, until it is closed."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def run(self, statement: Statement) -> RunningQuery:
        """What a statement gives, row by row. Raises StoreError with DuckDB's own words."""
        import duckdb  # loaded already

        try:
            found = self._connection.execute(statement.sql, statement.values)
        except duckdb.Error as error:
            raise _told(error) from error
        except RuntimeError as error:  # what DuckDB makes of ctrl+c
            raise KeyboardInterrupt from error
        return RunningQuery(tuple(column[0] for column in found.description), self._rows(found))

    def _rows(self, found: Any) -> Iterator[Cells]:
        import duckdb  # loaded already

        try:
            while some := found.fetchmany(_ROWS):
                yield from some
        except duckdb.Error as error:
            raise _told(error) from error


@contextlib.contextmanager
def asked(tables: Mapping[str, Any]) -> Iterator[AskedArchive]:
    """An archive whose `tables` (Arrow's, by their names) can be asked, and nothing else be reached."""
    import duckdb  # an extra, for archives alone

    with tempfile.TemporaryDirectory(prefix="reader-") as spare:
        # what does not fit into the memory while it is sorted
        connection = duckdb.connect(config={"temp_directory": spare})
        try:
            for name, table in tables.items():
                connection.register(f"stored_{name}", table)
            connection.execute(_VIEWS)
            for setting in ("enable_external_access", "python_enable_replacements"):
                connection.execute(f"SET {setting} = false")
            connection.execute("SET lock_configuration = true")
            yield AskedArchive(connection)
        finally:
            connection.close()


def _told(error: Exception) -> StoreError:
    """DuckDB's own words, the first line of them."""
    told = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    if "reading the stream registered" in told:
        return StoreError(
            _(
                "A file of the archive cannot be read ({reason}): if it is damaged, remove the file of that "
                "name in done/ and run `reader archive detect` again."
            ).format(reason=told.partition("failed: ")[2].rstrip("."))
        )
    if "disabled by config" in told or told.startswith("Permission"):
        return StoreError(_("Only the archive can be asked here, no other files and addresses."))
    return StoreError(f"SQL: {told.rstrip('.')}.")

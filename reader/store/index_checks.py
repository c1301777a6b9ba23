"""Whether a search index says what its texts say, without keeping anybody from writing.

SQLite asks for this with an INSERT, which holds every other writer off: for more than a minute in a million
articles. So the index is copied into the temporary tables of this connection, and asked there; the texts are
read where they are.
"""

from collections.abc import Callable
from typing import NamedTuple

from reader.errors import StoreError
from reader.i18n import _
from reader.store.connection import Connection
from reader.store.failures import is_damage

Passed = Callable[[int, int], None]
"""Told how many texts of how many were compared."""
EVERY = 1000
"""Texts between two tellings."""


class SearchIndex(NamedTuple):
    """An index of FTS5 over a table or view of ours."""

    name: str
    label: str
    """What it is, in plain words."""
    fault: str
    """What is said where it does not fit."""
    table: str
    """What it is an index of; its name in the index."""
    key: str
    columns: tuple[str, ...]
    read: str
    """The rows of `table`, from the library."""


SEARCH_INDEXES = (
    SearchIndex(
        "article_texts_fts",
        _("the search index of articles"),
        _("The search index of articles is not in step with them."),
        "article_texts",
        "rowid",
        ("title", "text"),
        """main.articles AS of JOIN main.versions ON versions.article_id = of.id
            AND versions.number = of.version""",
    ),
    SearchIndex(
        "quotes_fts",
        _("the search index of quotes"),
        _("The search index of quotes is not in step with them."),
        "quotes",
        "id",
        ("words", "spoken_by", "resolved_speaker"),
        "main.quotes AS of",  # not shown
    ),
    SearchIndex(
        "notes_fts",
        _("the search index of notes"),
        _("The search index of notes is not in step with them."),
        "notes",
        "id",
        ("body",),
        "main.notes AS of",  # not shown
    ),
)
_PARTS = ("data", "idx", "docsize", "config")
"""The tables that FTS5 keeps an index in."""


def has_every_row(connection: Connection, index: SearchIndex) -> bool:
    """Whether an index knows the things that there are; it may still have other words of them."""
    sql = f"""SELECT (SELECT count(*) || ' ' || total({index.key}) FROM main.{index.table})
        = (SELECT count(*) || ' ' || total(id) FROM main.{index.name}_docsize)"""
    try:
        return bool(connection.value(sql))
    except StoreError as error:
        if not is_damage(error):
            raise
        return False


def is_in_step(connection: Connection, index: SearchIndex, passed: Passed) -> bool:
    """Whether an index fits its texts, word for word; raises StoreError where that cannot be asked."""
    total = int(connection.value(f"SELECT count(*) FROM main.{index.table}"))
    connection.raw.create_function("passed", 2, _Counter(total, passed))
    connection.run("BEGIN")
    try:
        _copy(connection, index)
        connection.run("INSERT INTO temp.index_checked(index_checked, rank) VALUES ('integrity-check', 1)")
    except StoreError as error:
        if not is_damage(error):
            raise
        return False
    finally:
        connection.rollback()  # takes all that was made away again
        connection.raw.create_function("passed", 2, None)
    return True


class _Counter:
    """Counts the rows that a check reads; SQLite calls it for every one."""

    def __init__(self, total: int, passed: Passed) -> None:
        self._total = total
        self._passed = passed
        self._count = 0

    def __call__(self, _key: int, text: str) -> str:
        self._count += 1
        if self._count % EVERY == 0:
            self._passed(min(self._count, self._total), self._total)
        return text


def _copy(connection: Connection, index: SearchIndex) -> None:
    first, *others = index.columns
    columns = ", ".join((f"passed(of.id, {first}) AS {first}", *others))
    connection.run(
        f"CREATE TEMP VIEW {index.table} AS SELECT of.id AS {index.key}, {columns} FROM {index.read}"
    )
    connection.run(
        f"""CREATE VIRTUAL TABLE temp.index_checked USING fts5({", ".join(index.columns)},
        content="{index.table}", content_rowid="{index.key}", tokenize="unicode61 remove_diacritics 2")"""
    )
    for part in _PARTS:
        connection.run(f"DELETE FROM temp.index_checked_{part}")
        connection.run(f"INSERT INTO temp.index_checked_{part} SELECT * FROM main.{index.name}_{part}")

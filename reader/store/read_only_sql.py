"""Read-only SQL on the library, for the curious: row by row, and within limits.

SQLite works in a thread of its own, so that a person and the limit of time can end it at any moment: also
inside one long step, of which SQLite tells nobody.
"""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Full, Queue
from typing import NamedTuple

from reader.errors import StoreError
from reader.i18n import _
from reader.store.failures import TROUBLE, damaged
from reader.store.folding import folded
from reader.store.opening import connect_read_only

_ALLOWED = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_PRAGMA,
    }
)
_PRAGMAS = frozenset(
    {"table_info", "table_list", "index_list", "index_info", "foreign_key_list", "data_version"}
)
_DAMAGE = (  # not shown
    "malformed",
    "Could not decode",
    "constructor failed",
    "not a database",
    "file format",
)
_MEGABYTE = 1024 * 1024
"""Bytes of one; the limits are said in megabytes."""
_LONGEST_CELL = 64 * _MEGABYTE
"""Bytes of one value: the longest text that a library takes is a third of it."""
_AHEAD = 256
"""Rows that are read before somebody takes them."""
_LOOK = 0.1
"""Seconds between two looks at the clock."""

Cells = tuple[object, ...]


class QueryLimits(NamedTuple):
    """What a query may take."""

    seconds: float = 60.0
    """Until it ends; 0 for no limit."""
    megabytes: int = 512
    """Memory of SQLite; 0 for no limit. It holds for the whole program, and can only be made smaller."""


USUAL = QueryLimits()
"""Chosen by hand: a count over 100,000 articles takes 2 seconds, sorting all their quotes 150 MB."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a query gave."""

    columns: tuple[str, ...]
    rows: list[Cells]


@dataclass(frozen=True, slots=True)
class RunningQuery:
    """A query whose rows come one by one."""

    columns: tuple[str, ...]
    rows: Iterator[Cells]


def query(path: Path, sql: str) -> Table:
    """The result of one SELECT; nothing can be changed by it. Raises StoreError with SQLite's own words."""
    with running(path, sql) as found:
        return Table(found.columns, list(found.rows))


@contextlib.contextmanager
def running(path: Path, sql: str, limits: QueryLimits = USUAL) -> Iterator[RunningQuery]:
    """Run one SELECT; its rows are read as they are taken. Raises StoreError with SQLite's own words."""
    raw = connect_read_only(path)
    work = _Work(raw, path, sql, limits)
    try:
        yield RunningQuery(work.columns(), work.rows())
    finally:
        work.end()


class _Work:
    """One query and the thread that it runs in."""

    def __init__(self, raw: sqlite3.Connection, path: Path, sql: str, limits: QueryLimits) -> None:
        self._raw, self._path, self._sql, self._limits = raw, path, sql, limits
        self._queue: Queue[Cells | Exception | None] = Queue(_AHEAD)
        self._is_over = threading.Event()
        self._started = time.monotonic()
        # a daemon: the program may end while SQLite is inside one long step
        threading.Thread(target=self._run, daemon=True).start()

    def columns(self) -> tuple[str, ...]:
        """The heads, which come first."""
        return tuple(str(name) for name in self._next() or ())

    def rows(self) -> Iterator[Cells]:
        """The rows after them."""
        while (row := self._next()) is not None:
            yield row

    def end(self) -> None:
        """Stop, finished or not."""
        self._is_over.set()
        with contextlib.suppress(sqlite3.Error):
            self._raw.interrupt()

    def _next(self) -> Cells | None:
        while True:
            limit = self._limits.seconds
            if limit and time.monotonic() - self._started > limit:
                self.end()
                raise StoreError(
                    _(
                        "The query took longer than {seconds} seconds and was stopped: ask for "
                        "less, or allow more with --seconds."
                    ).format(seconds=f"{limit:g}")
                )
            with contextlib.suppress(Empty):
                item = self._queue.get(timeout=_LOOK)
                if isinstance(item, Exception):
                    raise item
                return item

    def _run(self) -> None:
        """What the thread does: put heads, rows and None, or an error, into the queue."""
        try:
            self._limit_memory()
            self._fetch()
            self._hand_over(None)
        except MemoryError:
            self._hand_over(self._too_large())
        except TROUBLE as error:
            self._hand_over(self._in_a_sentence(error))
        except (sqlite3.Warning, ValueError) as error:  # two statements; a zero byte
            self._hand_over(error if isinstance(error, UnicodeEncodeError) else StoreError(f"SQL: {error}"))
        except Exception as error:  # a fault of ours, told by whoever waits for rows
            self._hand_over(error)
        finally:
            self._raw.close()

    def _limit_memory(self) -> None:
        self._raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
        if self._limits.megabytes:
            self._raw.execute(f"PRAGMA hard_heap_limit = {self._limits.megabytes * _MEGABYTE}")
            self._raw.execute("PRAGMA temp_store = MEMORY")

    def _fetch(self) -> None:
        raw = self._raw
        raw.create_function("fold", 1, folded, deterministic=True)
        raw.execute("PRAGMA query_only = ON")
        _connect_indexes(raw)
        raw.set_authorizer(_authorise)
        cursor = raw.execute(self._sql)
        self._hand_over(tuple(column[0] for column in cursor.description or ()))
        for row in cursor:
            if not self._hand_over(row):
                return

    def _hand_over(self, item: Cells | Exception | None) -> bool:
        """Hand something over, however slowly it is taken; False where nobody wants it any more."""
        while not self._is_over.is_set():
            with contextlib.suppress(Full):
                self._queue.put(item, timeout=_LOOK)
                return True
        return False

    def _too_large(self) -> StoreError:
        return StoreError(
            _(
                "The query needs more than {megabytes} MB of memory and was stopped: ask for "
                "less, or allow more with --memory."
            ).format(megabytes=self._limits.megabytes)
        )

    def _in_a_sentence(self, error: Exception) -> StoreError:
        told = str(error)
        if isinstance(error, UnicodeDecodeError) or any(word in told for word in _DAMAGE):
            return damaged(self._path, "" if isinstance(error, UnicodeDecodeError) else told)
        # "not authorized", "prohibited", "attempt to write a readonly database", as SQLite says it.
        if "authorized" in told or "prohibited" in told or "readonly" in told:
            return StoreError(_("Only reading is allowed here: begin with SELECT."))
        if "too big" in told:
            return StoreError(
                _("A value would be longer than {megabytes} MB: ask for less.").format(
                    megabytes=_LONGEST_CELL // _MEGABYTE
                )
            )
        return StoreError(f"SQL: {told.rstrip('.')}.")


def _connect_indexes(raw: sqlite3.Connection) -> None:
    """Load the search indexes: what FTS5 does for that once would not be allowed afterwards."""
    sql = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    for (name,) in raw.execute(sql).fetchall():
        raw.execute(f'SELECT 1 FROM "{name}" LIMIT 0')


def _authorise(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    if action not in _ALLOWED:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_READ and first == "source_contacts":
        return sqlite3.SQLITE_DENY  # how to reach sources leaves in nothing but a backup
    if action == sqlite3.SQLITE_PRAGMA and (first not in _PRAGMAS):
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and second == "load_extension":
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK

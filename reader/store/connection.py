"""One connection to a library file: waits for other writers, tells every failure in one clear sentence."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from reader.errors import StoreError
from reader.i18n import _
from reader.store.failures import BUSY, READ_ONLY, TROUBLE, code_of, store_error
from reader.store.folding import folded

Parameters = Sequence[object] | Mapping[str, object]
Result = TypeVar("Result")
Row = tuple[Any, ...]
"""What SQLite gives, in the order of the SELECT; `columns` and `Connection.named` read it by name."""
Values = Mapping[str, Any]
"""What stands in the columns of a row, by name."""

PATIENCE = 30.0
"""Seconds to wait for another writer before giving up."""
_TURN_MS = 500
"""Milliseconds SQLite itself waits before `on_wait` hears of it."""


class Identity(NamedTuple):
    """Which file a library is: another one under the same name, or in the same place, is another library."""

    device: int
    inode: int
    uid: str
    """Of the library itself; a restored one has a new one. Empty where it cannot be read."""


class Connection:
    """Retries while the library is busy and raises `StoreError` for whatever else goes wrong."""

    def __init__(
        self,
        raw: sqlite3.Connection,
        path: Path,
        *,
        read_only: bool = False,
        on_wait: Callable[[float], None] | None = None,
    ) -> None:
        self.raw = raw
        self.path = path
        self.read_only = read_only
        self.lock = threading.RLock()
        self._on_wait = on_wait
        self._file = file_identity(path)
        self.expected: Identity | None = None
        """What the library must still be before anything is written; None where that is not asked."""
        self.notice = ""
        """What a person should know of the opening, as a sentence."""
        raw.execute(f"PRAGMA busy_timeout = {_TURN_MS}")
        raw.execute("PRAGMA foreign_keys = ON")
        raw.create_function("fold", 1, folded, deterministic=True)
        raw.create_function("fits", 3, _fits, deterministic=True)
        raw.create_function("named", 1, _named, deterministic=True)
        raw.create_function("naming", 1, _naming, deterministic=True)
        raw.create_function("is_office", 1, _is_office, deterministic=True)
        raw.create_function("stance", 2, _stance, deterministic=True)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query."""
        return self._patiently(lambda: self.raw.execute(sql, parameters).fetchall())

    def one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, None without any."""
        row: Row | None = self._patiently(lambda: self.raw.execute(sql, parameters).fetchone())
        return row

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, None without any."""
        row = self.one(sql, parameters)
        return row[0] if row else None

    def column(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """The first column of all rows."""
        return [row[0] for row in self.rows(sql, parameters)]

    def named(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """All rows as dictionaries of column names."""

        def fetch() -> list[dict[str, Any]]:
            cursor = self.raw.execute(sql, parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

        return self._patiently(fetch)

    def first(self, sql: str, parameters: Parameters = ()) -> dict[str, Any] | None:
        """The first row as a dictionary of column names, None without any."""
        return next(iter(self.named(sql, parameters)), None)

    def run(self, sql: str, parameters: Parameters = ()) -> sqlite3.Cursor:
        """Execute one statement that changes something."""
        return self._patiently(lambda: self.raw.execute(sql, parameters))

    def many(self, sql: str, parameters: Iterable[Parameters]) -> None:
        """Execute one statement for every set of parameters."""
        self._or_sentence(lambda: self.raw.executemany(sql, parameters))

    def insert(self, table: str, values: Values) -> int:
        """Add a row, by the names of its columns, and return its id."""
        return int(self.run(insertion(table, values), tuple(values.values())).lastrowid or 0)

    def insert_many(self, table: str, rows: Sequence[Values]) -> None:
        """Add rows that name the same columns in the same order."""
        if rows:
            self.many(insertion(table, rows[0]), [tuple(row.values()) for row in rows])

    def begin(self) -> None:
        """Start a transaction that writes, as soon as no other writer is at it."""
        if self.read_only:
            raise StoreError(READ_ONLY.format(path=self.path))
        if file_identity(self.path) != self._file:
            raise self._replaced()
        self.run("BEGIN IMMEDIATE")
        if self.expected is not None and self.identity() != self.expected:
            self.rollback()
            raise self._replaced()

    def identity(self) -> Identity:
        """Which library this is."""
        uid = self.value("SELECT value FROM library WHERE key = 'uid'")
        return Identity(*self._file, str(uid or ""))

    def _replaced(self) -> StoreError:
        return StoreError(
            _(
                "The library {path} was moved, replaced or deleted while it was open: nothing "
                "was written. Put it back, or start again."
            ).format(path=self.path)
        )

    def commit(self) -> None:
        """Make the changes of the transaction last."""
        self.run("COMMIT")

    def rollback(self) -> None:
        """Take the changes of the transaction back; SQLite may have done so already."""
        if self.raw.in_transaction:
            self._or_sentence(lambda: self.raw.execute("ROLLBACK"))

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        self.raw.close()

    def _patiently(self, call: Callable[[], Result]) -> Result:
        started = time.monotonic()
        while True:
            try:
                return call()
            except TROUBLE as error:
                waited = time.monotonic() - started
                if code_of(error) not in BUSY or waited >= PATIENCE:
                    raise store_error(error, self.path) from error
            if self._on_wait is not None:
                self._on_wait(waited)

    def _or_sentence(self, call: Callable[[], Result]) -> Result:
        try:
            return call()
        except TROUBLE as error:
            raise store_error(error, self.path) from error


def insertion(table: str, columns: Iterable[str]) -> str:
    """The statement that adds a row with these columns."""
    names = list(columns)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def file_identity(path: Path) -> tuple[int, int]:
    """Device and file number: what tells a file from another put in its place; zeros where it is gone."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_dev, status.st_ino)


def _fits(pattern: str, text: str | None, position: int) -> bool:
    from reader.store.patterns import fits  # for searches by regular expression only

    return fits(pattern, text, position)


def _named(written: str | None) -> str:
    """A speaker as written, "" of a pronoun."""
    from reader.store.speakers import named  # words of all languages, for counts only

    return named(written or "")


def _naming(name: str | None) -> str:
    """How somebody is called: "name", "office" or ""."""
    from reader.store.speakers import naming  # words of all languages, for counts only

    return naming(name or "")


def _is_office(name: str | None) -> bool:
    return _naming(name) == "office"


def _stance(language: str | None, cue: str | None) -> str:
    """What a cue makes of its quote."""
    from reader.languages.stance import stance_of  # verbs of a language, for counts only

    return stance_of(language or "", cue or "")

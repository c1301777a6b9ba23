"""Find a library file, create it, bring it up to date, or say in one sentence why it cannot be used."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from stat import S_ISDIR
from urllib.parse import quote as url_quote

from reader.errors import StoreError
from reader.store.connection import Connection, store_error
from reader.store.schema import MIGRATION_SET, MIGRATIONS

OnWait = Callable[[float], None]

OLDEST_SQLITE = (3, 38, 0)
"""JSON functions are always there from this version on."""
_OLDEST = ".".join(map(str, OLDEST_SQLITE))


def open_library(path: Path, *, create: bool = True, on_wait: OnWait | None = None) -> Connection:
    """A connection to the library at `path`, created or migrated where needed.

    Raises `StoreError` where the file is no library, is newer than this program, or cannot be read.
    """
    path = path.expanduser()
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(f"This Python has SQLite {sqlite3.sqlite_version}: reader needs {_OLDEST} or newer.")
    if not _has_content(path):
        _create(path, create)
    connection = _connect(path, on_wait)
    try:
        _bring_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _has_content(path: Path) -> bool:
    try:
        status = path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}.") from error
    if S_ISDIR(status.st_mode):
        raise StoreError(f"{path} is a folder: name a file for the library with --library.")
    return status.st_size > 0


def _connect(path: Path, on_wait: OnWait | None) -> Connection:
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    try:
        raw = _raw(path, "mode=rw" if writable else _read_only_mode(path))
        try:
            return Connection(raw, path, read_only=not writable, on_wait=on_wait)
        except BaseException:
            raw.close()
            raise
    except sqlite3.Error as error:
        raise store_error(error, path) from error


def _raw(path: Path, mode: str) -> sqlite3.Connection:
    # one connection belongs to one thread; only `interrupt` and `close` are called from others
    address = f"file:{url_quote(str(path.absolute()))}?{mode}"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=0.5)


def connect_read_only(path: Path) -> sqlite3.Connection:
    """A plain connection that cannot write."""
    try:
        return _raw(path, _read_only_mode(path))
    except sqlite3.Error as error:
        raise store_error(error, path) from error


def _read_only_mode(path: Path) -> str:
    waiting = path.with_name(path.name + "-wal")
    fresh = waiting.exists() and waiting.stat().st_size > 0
    # without the files of the write-ahead log, SQLite can only open a read-only folder as immutable
    return "mode=ro" if fresh or os.access(path.parent, os.W_OK) else "mode=ro&immutable=1"


def applied_migrations(connection: Connection) -> tuple[str, ...]:
    """Names of our migrations that the file has, in their order; empty where it has none."""
    if not connection.value("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"):
        return ()
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
    return tuple(connection.column(sql, (MIGRATION_SET,)))


def _bring_up_to_date(connection: Connection) -> None:
    applied = applied_migrations(connection)
    if applied == MIGRATIONS:
        return
    path = connection.path
    if not applied:
        raise StoreError(f"{path} belongs to another program: choose another file with --library.")
    if not set(applied) <= set(MIGRATIONS):
        raise StoreError(f"{path} was written by a newer version of reader: update reader to open it.")
    if connection.read_only:
        raise StoreError(
            f"{path} is from an older version and cannot be written: make it writable, or copy it."
        )
    from reader.store.library_files import migrate  # imports sqlite_utils, which is slow

    migrate(connection, applied)


def _create(path: Path, create: bool) -> None:
    if not create:
        raise StoreError(f"There is no library at {path}.")
    from reader.store.library_files import create as create_file  # imports sqlite_utils, which is slow

    create_file(path)

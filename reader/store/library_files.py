"""Create a library file and migrate an older one: the only user of sqlite-utils."""

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from sqlite_utils import Database

from reader.errors import StoreError
from reader.store.connection import Connection, store_error
from reader.store.migrations import library
from reader.store.schema import MIGRATIONS


def create(path: Path, *, stop_before: str | None = None) -> None:
    """Create a library at `path` in one go: another process sees no file, or a complete one.

    `stop_before` names a migration to leave out with all after it, for tests of upgrading.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _build(unfinished, stop_before)
        _move_into_place(unfinished, path)
    except OSError as error:
        raise StoreError(f"No library can be created at {path}: {error.strerror or error}.") from error
    except sqlite3.Error as error:
        raise store_error(error, path) from error
    finally:
        for leftover in (unfinished, *(Path(f"{unfinished}{end}") for end in ("-wal", "-shm", "-journal"))):
            leftover.unlink(missing_ok=True)


def _build(path: Path, stop_before: str | None) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    try:
        raw.execute("PRAGMA page_size = 8192")
        raw.execute("PRAGMA journal_mode = WAL")
        library.apply(Database(raw), stop_before=stop_before)
    finally:
        raw.close()


def _move_into_place(unfinished: Path, path: Path) -> None:
    if path.exists() and path.stat().st_size == 0:
        path.unlink()
    try:
        os.link(unfinished, path)
    except FileExistsError:
        return
    except OSError:
        unfinished.rename(path)  # a drive without hard links


def migrate(connection: Connection, applied: Sequence[str]) -> None:
    """Bring the library up to date, after copying it beside itself as it was."""
    missing = next(name for name in MIGRATIONS if name not in applied)
    _copy(connection, connection.path.with_name(f"{connection.path.name}.before-{missing}"))
    connection.begin()
    try:
        library.apply(Database(connection.raw))
        connection.commit()
    except sqlite3.Error as error:
        connection.rollback()
        raise store_error(error, connection.path) from error
    except BaseException:
        connection.rollback()
        raise


def _copy(connection: Connection, target: Path) -> None:
    try:
        copy = sqlite3.connect(target)
        try:
            connection.raw.backup(copy)
        finally:
            copy.close()
    except sqlite3.Error as error:
        raise store_error(error, target) from error

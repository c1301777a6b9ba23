"""Backups of a library: made while it is in use, checked, and put back."""

import contextlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from reader.errors import StoreError
from reader.store.connection import Connection, code_of, store_error
from reader.store.opening import connect_read_only, open_library


def backup(connection: Connection, target: Path) -> Path:
    """Copy the library to `target` (a new file, or a folder to name it in) and check the copy.

    Other programs may go on reading and writing. Raises StoreError where the target cannot be written.
    """
    target = target.expanduser()
    if target.is_dir():
        target = target / f"{connection.path.stem}-{datetime.now():%Y-%m-%d-%H%M%S}{connection.path.suffix}"
    if target.exists():
        raise StoreError(f"{target} is there already: name another file, or a folder.")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        _copy(connection.raw, unfinished)
        unfinished.rename(target)
    except sqlite3.Error as error:
        raise store_error(error, target) from error
    except OSError as error:
        raise StoreError(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            Path(f"{unfinished}{end}").unlink(missing_ok=True)
    return target


def _copy(source: sqlite3.Connection, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, to be carried away
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StoreError("The copy is not whole: the library is damaged. Restore an older one.")


@contextlib.contextmanager
def opened_copy(library: Path) -> Iterator[Connection]:
    """A connection to a passing copy of a library, brought up to date: the file itself stays as it is."""
    library = library.expanduser()
    if not library.is_file():
        raise StoreError(f"There is no library at {library}.")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / library.name
        try:
            with contextlib.closing(connect_read_only(library)) as source:
                _copy(source, target)
        except sqlite3.Error as error:
            raise store_error(error, library) from error
        with contextlib.closing(open_library(target, create=False)) as connection:
            yield connection


def restore(copy: Path, library: Path) -> Path | None:
    """Put a backup in the place of a library; returns where the library as it was lies now, None without one.

    The backup is checked first. Programs that have the library open see it change.
    """
    copy, library = copy.expanduser(), library.expanduser()
    if not copy.is_file():
        raise StoreError(f"There is no backup at {copy}.")
    with contextlib.closing(open_library(copy, create=False)) as source:
        if source.value("PRAGMA integrity_check") != "ok":
            raise StoreError(f"{copy} is damaged: take another backup.")
        aside = _put_aside(library)
        with _writable(library) as target:
            _fill(source.raw, target, library)
    return aside


def _put_aside(library: Path) -> Path | None:
    if not library.exists():
        return None
    aside = library.with_name(f"{library.name}.before-restore-{datetime.now():%Y-%m-%d-%H%M%S}")
    try:
        with contextlib.closing(sqlite3.connect(library)) as present:
            _copy(present, aside)
    except (sqlite3.Error, StoreError):
        # damaged: keep it as it is, and make room
        for end in ("", "-wal", "-shm"):
            if Path(f"{library}{end}").exists():
                Path(f"{library}{end}").replace(f"{aside}{end}")
    return aside


@contextlib.contextmanager
def _writable(library: Path) -> Iterator[sqlite3.Connection]:
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(library)) as target:
            yield target
            target.execute("PRAGMA journal_mode = WAL")
    except OSError as error:
        raise StoreError(f"{library} cannot be written: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise store_error(error, library) from error


def _fill(source: sqlite3.Connection, target: sqlite3.Connection, library: Path) -> None:
    for _ in range(30):
        try:
            source.backup(target)
            return
        except sqlite3.Error as error:
            if code_of(error) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            time.sleep(0.5)
    raise StoreError(f"Another program is using {library}: close it and restore again.")

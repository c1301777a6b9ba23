"""Create a library file and migrate an older one: the only user of sqlite-utils."""

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from sqlite_utils import Database

from reader import private_files
from reader.errors import StoreError
from reader.i18n import _
from reader.store.connection import Connection
from reader.store.failures import TROUBLE, store_error
from reader.store.leftovers import fsync, unfinished
from reader.store.migrations import library
from reader.store.page_copies import Told, copy_pages, untold
from reader.store.schema import MIGRATIONS
from reader.system_reasons import system_reason


def create(path: Path, *, stop_before: str | None = None) -> None:
    """Create a library at `path` in one go: another process sees no file, or a complete one.

    `stop_before` names a migration to leave out with all after it, for tests of upgrading.
    """
    try:
        private_files.make_folder(path.parent)
        with unfinished(path) as passing:
            _build(passing, stop_before)
            put_in_place(passing, path)
    except OSError as error:
        raise StoreError(
            _("No library can be created at {path}: {reason}.").format(path=path, reason=system_reason(error))
        ) from error
    except sqlite3.Error as error:
        raise store_error(error, path) from error


def _build(path: Path, stop_before: str | None) -> None:
    """Make all tables in a file that is whole by itself: a log beside it could stay behind on a full disk."""
    raw = sqlite3.connect(path, isolation_level=None)
    try:
        raw.execute("PRAGMA page_size = 8192")
        raw.execute("PRAGMA journal_mode = DELETE")
        library.apply(Database(raw), stop_before=stop_before)
        raw.execute("INSERT OR REPLACE INTO library VALUES ('private', 1)")
        raw.execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def put_in_place(passing: Path, path: Path) -> None:
    """Give a finished file its name, unless another program was faster; an empty file of that name goes."""
    fsync([passing])
    if path.exists() and path.stat().st_size == 0:
        passing.replace(path)
    else:
        _link(passing, path)
    fsync([path.parent])


def _link(passing: Path, path: Path) -> None:
    try:
        os.link(passing, path)
    except FileExistsError:
        return
    except OSError:
        passing.rename(path)  # a drive without hard links


def migrate(
    connection: Connection, applied: Sequence[str], *, as_it_was: bool = True, told: Told | None = None
) -> None:
    """Bring the library up to date, after copying it beside itself as it was; `told` hears how far."""
    missing = next(name for name in MIGRATIONS if name not in applied)
    told = told or untold
    if as_it_was:
        _copy(connection, connection.path.with_name(f"{connection.path.name}.before-{missing}"), told)
    told(_("bringing the library up to date"), 0, 0)
    connection.begin()
    try:
        library.apply(Database(connection.raw))
        connection.commit()
    except TROUBLE as error:
        connection.rollback()
        raise store_error(error, connection.path) from error
    except BaseException:
        connection.rollback()
        raise


def _copy(connection: Connection, target: Path, told: Told) -> None:
    try:
        with unfinished(target) as passing:
            copy = sqlite3.connect(passing)
            try:
                copy_pages(
                    connection.raw, copy, told, _("keeping a copy of the library as it was, in megabytes")
                )
            finally:
                copy.close()
            fsync([passing])
            passing.replace(target)
    except OSError as error:
        raise StoreError(
            _("{path} cannot be written: {reason}.").format(path=target, reason=system_reason(error))
        ) from error
    except TROUBLE as error:
        raise store_error(error, target) from error

"""Find a library file, create it, bring it up to date, or say in one sentence why it cannot be used."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_IRWXG, S_IRWXO, S_ISDIR, S_IWGRP
from typing import TYPE_CHECKING
from urllib.parse import quote as url_quote

from reader.errors import StoreError
from reader.i18n import _
from reader.store.connection import Connection
from reader.store.failures import TROUBLE, damaged, store_error
from reader.store.leftovers import sweep
from reader.store.schema import MIGRATION_SET, MIGRATIONS
from reader.system_reasons import system_reason

if TYPE_CHECKING:
    from reader.store.page_copies import Told

OnWait = Callable[[float], None]

_PRIVATE = "SELECT value FROM library WHERE key = 'private'"
"""Whether reader has already seen to it that only its owner reads the library."""
OLDEST_SQLITE = (3, 38, 0)
"""JSON functions are always there from this version on."""
_OLDEST = ".".join(map(str, OLDEST_SQLITE))


def open_library(
    path: Path,
    *,
    create: bool = True,
    on_wait: OnWait | None = None,
    as_it_was: bool = True,
    told: "Told | None" = None,
) -> Connection:
    """A connection to the library at `path`, created or migrated where needed.

    Before it is migrated, a copy is kept beside it, unless `as_it_was` is false; `told` hears how far that
    is. Raises `StoreError` where the file is no library, is newer than this program, or cannot be read.
    """
    path = path.expanduser()
    sweep(path)
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(
            _("This Python has SQLite {sqlite_version}: reader needs {oldest} or newer.").format(
                sqlite_version=sqlite3.sqlite_version, oldest=_OLDEST
            )
        )
    if not _has_content(path):
        _create(path, create)
    connection = _connect(path, on_wait)
    try:
        _bring_up_to_date(connection, as_it_was=as_it_was, told=told)
        keep_private(connection)
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
        raise StoreError(
            _("{path} cannot be opened: {reason}.").format(path=path, reason=system_reason(error))
        ) from error
    if S_ISDIR(status.st_mode):
        raise StoreError(
            _("{path} is a folder: name a file for the library with --library.").format(path=path)
        )
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
    except TROUBLE as error:
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


def _bring_up_to_date(connection: Connection, *, as_it_was: bool, told: "Told | None") -> None:
    applied = applied_migrations(connection)
    if applied == MIGRATIONS:
        return
    path = connection.path
    if applied[: len(MIGRATIONS)] == MIGRATIONS:
        raise StoreError(
            _("{path} was written by a newer version of reader: update reader to open it.").format(path=path)
        )
    if not applied and not has_our_tables(connection):
        raise StoreError(
            _("{path} belongs to another program: choose another file with --library.").format(path=path)
        )
    if not applied or applied != MIGRATIONS[: len(applied)]:
        raise damaged(path, _("it does not say of which version it is"))
    if connection.read_only:
        raise StoreError(
            _("{path} is from an older version and cannot be written: make it writable, or copy it.").format(
                path=path
            )
        )
    from reader.store.library_files import migrate  # imports sqlite_utils, which is slow

    migrate(connection, applied, as_it_was=as_it_was, told=told)


def has_our_tables(connection: Connection) -> bool:
    """Whether it looks like a library of which only the list of migrations is broken."""
    sql = "SELECT 1 FROM sqlite_master WHERE name IN ('versions', 'journal_steps', 'taggings', 'quotes_fts')"
    return bool(connection.value(sql))


def keep_private(connection: Connection) -> None:
    """Let nobody else read a library that was made when others could; once, and with a word.

    Whoever opens it to a group after that means it, and it stays so. Write access of a group is left: that is
    a library used together.
    """
    try:
        mode = connection.path.stat().st_mode
    except OSError:
        return
    others = S_IRWXO if mode & S_IWGRP else S_IRWXG | S_IRWXO
    if connection.read_only or not mode & others or connection.value(_PRIVATE):
        return
    if not _narrowed(connection.path, mode & ~others & 0o777):
        return
    connection.run("INSERT OR REPLACE INTO library VALUES ('private', 1)")
    connection.notice = (
        _(
            "Others could read {path}: now only its group can. Open it with chmod again if that was meant; "
            "reader leaves it so then."
        )
        if mode & S_IWGRP
        else _(
            "Others could read {path}: now only you can. Open it with chmod again if that was meant; "
            "reader leaves it so then."
        )
    ).format(path=connection.path)


def _narrowed(path: Path, mode: int) -> bool:
    """Give a library and what SQLite keeps beside it another mode; whether that could be done."""
    try:
        path.chmod(mode)
        for end in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                Path(f"{path}{end}").chmod(mode)
    except OSError:  # somebody else's, or a drive without modes
        return False
    return path.stat().st_mode & 0o777 == mode


def _create(path: Path, create: bool) -> None:
    if not create:
        raise StoreError(_("There is no library at {path}.").format(path=path))
    from reader.store.library_files import create as create_file  # imports sqlite_utils, which is slow

    create_file(path)

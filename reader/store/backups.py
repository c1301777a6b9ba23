"""Backups of a library: made while it is in use, checked, and put back.

Putting back goes through a finished copy beside the library. Where the library is sound, SQLite takes that
copy over in one transaction, so that programs that have it open see it change; where it is damaged or not
there, the copy is given its name. Killed at any point, the old library is there or the new one.
"""

import contextlib
import os
import sqlite3
import time
from datetime import datetime
from pathlib import Path

from reader import private_files
from reader.errors import StoreError
from reader.i18n import _
from reader.store.connection import Connection
from reader.store.encryption import ENDING, Keys, decrypt, encrypt, is_encrypted
from reader.store.failures import BUSY, TROUBLE, DamagedError, code_of, is_damage, store_error
from reader.store.leftovers import fsync, sweep, sweep_all, unfinished
from reader.store.library_files import put_in_place
from reader.store.opening import connect_read_only, open_library
from reader.store.page_copies import Told, copy_pages, untold
from reader.system_reasons import system_reason

_BESIDE = ("-wal", "-shm", "-journal")
_TURNS, _TURN = 30, 0.5
"""How often, and after how many seconds, a library that another program holds is tried again."""


def backup(connection: Connection, target: Path, keys: Keys | None = None, told: Told | None = None) -> Path:
    """Copy the library to `target` (a new file, or a folder to name it in) and check the copy.

    With `keys`, the copy is encrypted; in plain text it lies beside the library alone. Other programs may go
    on reading and writing. Raises StoreError where the target cannot be written.
    """
    target = target.expanduser()
    if target.is_dir():
        name = f"{connection.path.stem}-{datetime.now():%Y-%m-%d-%H%M%S}{connection.path.suffix}"
        target = target / f"{name}{ENDING if keys else ''}"
    if target.exists():
        raise StoreError(
            _("{target} is there already: name another file, or a folder.").format(target=target)
        )
    sweep_all(target.parent)
    try:
        with unfinished(target, connection.path) as passing:
            if keys:
                _encrypt(connection, passing, keys, told or untold)
            else:
                _copy(connection.raw, passing, told or untold)
            fsync([passing])
            passing.rename(target)
    except TROUBLE as error:
        raise store_error(error, target) from error
    except OSError as error:
        raise StoreError(
            _("{target} cannot be written: {reason}.").format(target=target, reason=system_reason(error))
        ) from error
    return target


def _encrypt(connection: Connection, target: Path, keys: Keys, told: Told) -> None:
    """Encrypt a checked copy, which lies beside the library meanwhile: there the plain one lies anyway."""
    with unfinished(connection.path) as plain:
        _copy(connection.raw, plain, told)
        told("encrypting", 0, 0)
        encrypt(plain, target, keys)


def _copy(source: sqlite3.Connection, target: Path, told: Told = untold) -> None:
    """Copy a database into an empty file and check it. Raises DamagedError where it is not whole."""
    with contextlib.closing(sqlite3.connect(target)) as copy:
        copy_pages(source, copy, told)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, to be carried away
        told(_("checking the copy"), 0, 0)
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise DamagedError(
                _(
                    "The copy is not whole: the library is damaged. Put an older backup in its place with "
                    "`reader restore BACKUP`."
                )
            )


def copy_of(library: Path, target: Path) -> None:
    """Copy a library that is only read. Raises StoreError about `library`."""
    try:
        if not target.exists():
            private_files.make(target)
        with contextlib.closing(connect_read_only(library)) as source:
            _copy(source, target)
    except TROUBLE as error:
        raise store_error(error, library) from error
    except OSError as error:
        raise StoreError(
            _("{target} cannot be written: {reason}.").format(target=target, reason=system_reason(error))
        ) from error


def restore(copy: Path, library: Path, keys: Keys | None = None) -> Path | None:
    """Put a backup in the place of a library; returns where the library as it was lies now, None without one.

    The backup is checked first, and stays as it is; `keys` open one that is encrypted.
    """
    copy, library = copy.expanduser(), library.expanduser()
    if not copy.is_file():
        raise StoreError(_("There is no backup at {copy}.").format(copy=copy))
    if library.is_dir():
        raise StoreError(
            _("{library} is a folder: name a file for the library with --library.").format(library=library)
        )
    sweep(library)
    try:
        private_files.make_folder(library.parent)
        with unfinished(library) as passing, unfinished(library) as plain:
            if is_encrypted(copy):
                decrypt(copy, plain, keys or Keys())
                _prepare(plain, passing)
            else:
                _prepare(copy, passing)
            return _take_over(passing, library)
    except OSError as error:
        raise StoreError(
            _("{library} cannot be written: {reason}.").format(library=library, reason=system_reason(error))
        ) from error
    except TROUBLE as error:
        raise store_error(error, library) from error


def _prepare(copy: Path, passing: Path) -> None:
    """Make of a backup a library of its own: checked, up to date, and told apart from any other."""
    try:
        copy_of(copy, passing)
        with contextlib.closing(open_library(passing, create=False, as_it_was=False)) as fresh:
            fresh.run("INSERT OR REPLACE INTO library VALUES ('uid', lower(hex(randomblob(16))))")
            fresh.run("INSERT OR REPLACE INTO library VALUES ('private', 1)")
            fresh.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    except DamagedError as error:
        raise StoreError(_("{copy} is damaged: take another backup.").format(copy=copy)) from error


def _take_over(passing: Path, library: Path) -> Path | None:
    if not library.exists() or library.stat().st_size == 0:
        put_in_place(passing, library)
        return None
    aside = library.with_name(f"{library.name}.before-restore-{datetime.now():%Y-%m-%d-%H%M%S}")
    if not _kept_aside(library, aside):
        _move_aside(library, aside)
        passing.replace(library)
        fsync([library.parent])
        return aside
    try:
        _fill(passing, library)
    except BaseException:
        aside.unlink(missing_ok=True)  # nothing was changed
        raise
    return aside


def _kept_aside(library: Path, aside: Path) -> bool:
    """Whether a whole copy of the library lies aside now; not where it is damaged. Raises what else fails."""
    with unfinished(aside) as passing:
        try:
            with contextlib.closing(sqlite3.connect(library)) as present:
                _copy(present, passing)
        except (*TROUBLE, DamagedError) as error:
            if is_damage(error):
                return False
            raise
        passing.replace(aside)
    return True


def _move_aside(library: Path, aside: Path) -> None:
    """Keep a damaged library as it is under another name; its own name goes to what replaces it."""
    for end in ("", *_BESIDE):
        if Path(f"{library}{end}").exists():
            _give_second_name(Path(f"{library}{end}"), Path(f"{aside}{end}"))
    for end in _BESIDE:  # what belongs to the old file must never be read into the new one
        Path(f"{library}{end}").unlink(missing_ok=True)
    private_files.tighten(aside)


def _give_second_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:
        file.rename(name)  # a drive without hard links


def _fill(passing: Path, library: Path) -> None:
    """Have the library take over the copy, in one transaction."""
    with (
        contextlib.closing(sqlite3.connect(passing)) as source,
        contextlib.closing(_opened(library)) as target,
    ):
        for _ in range(_TURNS):
            try:
                source.backup(target)
                target.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.Error as error:
                if code_of(error) not in BUSY:
                    raise
                time.sleep(_TURN)
    raise StoreError(
        _("Another program is using {library}: close it and restore again.").format(library=library)
    )


def _opened(library: Path) -> sqlite3.Connection:
    if not os.access(library, os.W_OK):
        raise StoreError(
            _("{library} can only be read: nothing was changed. Make it writable first.").format(
                library=library
            )
        )
    return sqlite3.connect(library)

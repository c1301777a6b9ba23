"""What SQLite complains of, as one sentence that says what is wrong and what to do."""

import shutil
import sqlite3
from pathlib import Path

from reader.errors import NotFoundError, StoreError
from reader.i18n import _

TROUBLE = (sqlite3.Error, UnicodeDecodeError)
"""What sqlite3 raises; the second where the words of a complaint hold damaged text of the schema."""
ROOM = 64 * 1024
"""Bytes: with less on the disk, the files beside a library cannot be made."""
_OF_OURS = "user-defined function raised exception"  # not shown
"""What SQLite says where a function that we gave it failed."""
BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
"""Codes of what passes when another program has finished."""
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""Codes of a file that is broken: nothing else may ever count as that."""

WAY_OUT = _(
    "`reader doctor` says what can be mended; else put a backup in its place with `reader restore BACKUP`, "
    "which keeps the damaged file beside it"
)
READ_ONLY = _("{path} can only be read: nothing was changed. Make it writable or choose another library.")
_BUSY = _(
    "Another program has been writing to {path} for too long: nothing was changed, try again in a moment."
)
_SENTENCES = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _("The disk is full: nothing was changed. Free some space and try again."),
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CORRUPT: _("The library {path} is damaged: {way_out}.").replace("{way_out}", WAY_OUT),
    sqlite3.SQLITE_NOTADB: (
        _(
            "{path} is not a library: it is no SQLite file, or a damaged one. Choose another with --library, "
            "or put a backup in its place with `reader restore BACKUP`."
        )
    ),
    sqlite3.SQLITE_IOERR: (
        _("{path} could not be read or written: check the disk or network drive and try again.")
    ),
    sqlite3.SQLITE_CANTOPEN: (
        _("{path} cannot be opened: check that its folder exists and that you may write to it.")
    ),
    sqlite3.SQLITE_PERM: _("{path} cannot be opened: you may not read it."),
    sqlite3.SQLITE_TOOBIG: _("This text is too long for the library."),
}
_OTHERWISE = _("The library {path} could not do this ({error}): `reader doctor` says whether it is damaged.")
_BROKEN_SCHEMA = (  # not shown: words of SQLite
    "Could not decode",
    "no such table",
    "no such column",
    "no such index",
    "no such view",
    "has no column named",
    "already exists",
    "constructor failed",
    "database schema",
    "duplicate column",
    "no such module",
    "unsupported file format",
    "text encoding",
)
"""Complaints without a code of their own; of a statement of ours they say that the file is broken."""


class InterruptedSearchError(StoreError):
    """A newer search made this one superfluous; nothing to show to anybody."""


class DamagedError(StoreError):
    """The file does not hold what a library holds: told with the way out."""


def code_of(error: Exception) -> int:
    """SQLite's primary result code, 0 where the error has none."""
    if isinstance(error, UnicodeDecodeError) or any(word in str(error) for word in _BROKEN_SCHEMA):
        return sqlite3.SQLITE_CORRUPT
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def is_damage(error: Exception) -> bool:
    """Whether the file is broken; a full disk, a lock or a drive that is gone are not that."""
    return isinstance(error, DamagedError) or code_of(error) in DAMAGE


def store_error(error: Exception, path: Path) -> StoreError:
    """The error as one sentence for a person."""
    if _OF_OURS in str(error) and (told := _complaint()):
        return told
    code = code_of(error)
    if code == sqlite3.SQLITE_INTERRUPT:
        return InterruptedSearchError(_("The search was stopped."))
    if "FOREIGN KEY" in str(error):
        return NotFoundError(_("What this belongs to is no longer in the library: nothing was changed."))
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _is_full(path):
        code = sqlite3.SQLITE_FULL  # SQLite needs some room even to read
    kind = DamagedError if code in DAMAGE else StoreError
    return kind(_SENTENCES.get(code, _OTHERWISE).format(path=path, error=error))


def _complaint() -> StoreError | None:
    from reader.store.patterns import complaint  # for searches by regular expression only

    return complaint()


def damaged(path: Path, what: str = "") -> DamagedError:
    """The error for a library in which something stands that no library holds, such as "no article 1"."""
    plain = _("The library {path} is damaged: {way_out}.")
    told = _("The library {path} is damaged ({what}): {way_out}.") if what else plain
    return DamagedError(told.format(path=path, what=what, way_out=WAY_OUT))


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < ROOM
    except OSError:
        return False

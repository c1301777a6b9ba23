"""Another library, from which something is taken: read in a passing copy, so that its file stays as it is."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from reader.errors import StoreError
from reader.i18n import _
from reader.store.backups import copy_of
from reader.store.connection import Connection
from reader.store.encryption import is_encrypted
from reader.store.failures import TROUBLE, is_damage, store_error
from reader.store.leftovers import passing_folder
from reader.store.opening import applied_migrations, connect_read_only, has_our_tables, open_library
from reader.store.schema import MIGRATIONS


@contextlib.contextmanager
def opened_copy(library: Path, beside: Path) -> Iterator[Connection]:
    """A connection to a passing copy of a library, brought up to date: the file itself stays as it is.

    `beside` is the library that it is made for. Raises StoreError about `library`.
    """
    library = library.expanduser()
    require_library(library)
    with passing_folder(beside) as folder:
        target = folder / library.name
        copy_of(library, target)
        with contextlib.closing(open_library(target, create=False)) as connection:
            yield connection


def require_library(path: Path) -> None:
    """Raise StoreError where there is no library at `path` that this program reads, and say what there is."""
    path = path.expanduser()
    if not path.is_file():
        raise StoreError(_("There is no library at {library}.").format(library=path))
    if is_encrypted(path):
        raise StoreError(
            _("{library} is encrypted: put it in a place of its own first, with `reader restore`.").format(
                library=path
            )
        )
    if reason := _why_none(path):
        told = _("{library} is no library that can be read here: {reason}.")
        raise StoreError(told.format(library=path, reason=reason))


def _why_none(path: Path) -> str:
    """What a file is instead of a library that this program reads, "" where it is one."""
    if not path.stat().st_size:
        return _("it is an empty file")
    try:
        with contextlib.closing(Connection(connect_read_only(path), path, read_only=True)) as connection:
            applied, is_ours = applied_migrations(connection), has_our_tables(connection)
    except StoreError as error:
        if is_damage(error):
            return _("it is no SQLite file, or a damaged one")
        raise
    except TROUBLE as error:
        if is_damage(error):
            return _("it is no SQLite file, or a damaged one")
        raise store_error(error, path) from error
    if len(applied) > len(MIGRATIONS) and applied[: len(MIGRATIONS)] == MIGRATIONS:
        return _("a newer version of reader wrote it, so update reader")
    return "" if applied or is_ours else _("it belongs to another program")

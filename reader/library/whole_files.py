"""Files that are written whole or not at all, and never over another one unasked."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.store.leftovers import sweep_exports, unfinished
from reader.system_reasons import system_reason

_LONGEST_PASSING = 40
"""Characters of a file's name in the passing one, which systems limit to 255 bytes."""
_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


class ThereAlreadyError(UsageError):
    """The file at `path` is there, and nobody has said to replace it."""

    def __init__(self, path: Path, *, is_folder: bool = False) -> None:
        told = _("{path} is there already: take another name, or replace it with --force.")
        if is_folder:
            told = _("{path} is there already: take another folder, or replace it with --force.")
        super().__init__(told.format(path=path))
        self.path = path


def keep_what_is_there(target: Path, *, force: bool) -> None:
    """Refuse to replace a file unless with `force`, with a ThereAlreadyError."""
    if target.exists() and not force:
        raise ThereAlreadyError(target)


def place_of(target: str) -> Path:
    """The file or folder that `target` names; a name that ends in a slash is a folder, made where it is not.

    Raises UsageError where nothing is named.
    """
    if not target.strip():
        raise UsageError(_("--output needs a name: a file, a folder, or - for here."))
    place = Path(target).expanduser()
    if target.endswith(_SEPARATORS):
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise not_written(place, error) from error
    return place


def content_before(target: Path) -> bytes | None:
    """What is in a file, None where it is not there."""
    try:
        return target.read_bytes() if target.exists() else None
    except OSError as error:
        raise not_written(target, error) from error


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A file beside `target` that takes its place at the end; after a failure `target` is as it was."""
    target = Path(os.path.realpath(target))  # a link stays one
    sweep_exports(target.parent)
    try:
        # of a long name a part, since the passing one is longer
        with unfinished(target.with_name(target.name[:_LONGEST_PASSING])) as passing:
            with passing.open("wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            passing.chmod(_mode(target))
            passing.replace(target)
    except OSError as error:
        raise not_written(target, error) from error


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those that new files get here."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def not_written(target: Path, error: OSError) -> ReaderError:
    """The sentence on a file that a disk did not take."""
    return ReaderError(
        _("{path} cannot be written: {reason}. Nothing was changed.").format(
            path=target, reason=system_reason(error)
        ),
        _("Export"),
    )

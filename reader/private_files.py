"""Files that only their owner may read: what reader writes for itself, whatever the system's usual mode is.

A file has mode 0600, a folder that reader makes 0700; a folder that was there before is left as it is.
"""

import contextlib
import os
import stat
from pathlib import Path

FILE_MODE = 0o600
"""Read and written by the owner alone."""
FOLDER_MODE = 0o700
"""Entered by the owner alone."""
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""Opens no link that somebody else has put in the place of a file; 0 where the system does not know that."""


def make_folder(folder: Path) -> None:
    """Make a folder with those it lies in, as far as they are missing. Raises OSError."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        with contextlib.suppress(FileExistsError):  # another program was faster
            one.mkdir(FOLDER_MODE)


def create(path: Path) -> int:
    """A new file, opened for writing; returns its descriptor. Raises FileExistsError where one is there."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, FILE_MODE)


def make(path: Path) -> None:
    """A new empty file, for a program that opens it by its name. Raises OSError."""
    os.close(create(path))


def write(path: Path, text: str) -> None:
    """Write a text, in place of a file of that name; what could be read by others no longer is.

    Written beside it first, so that a full disk never costs the old file. Raises OSError.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        with os.fdopen(create(beside), "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(text)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def append(path: Path, text: str) -> None:
    """Write a text behind what a file has, making it where it is missing. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _NO_LINK, FILE_MODE)
    with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as file:
        tighten(path)
        file.write(text)


def tighten(path: Path) -> bool:
    """Take from others what they may do with a file of ours; returns whether they could do something."""
    try:
        status = path.stat(follow_symlinks=False)
        if not stat.S_ISREG(status.st_mode) or not status.st_mode & _OTHERS or status.st_uid != os.getuid():
            return False
        path.chmod(status.st_mode & ~_OTHERS & 0o777)
    except (OSError, AttributeError):  # not ours, or a system without owners
        return False
    return True

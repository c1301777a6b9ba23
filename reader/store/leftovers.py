"""Files that are being written under a passing name, and what a killed program has left of them.

Whatever becomes a library or a copy of one is built as `.NAME.PID-RANDOM-HOST.new` and then put in its place.
A copy that lies elsewhere (a backup in another folder) is named in `.LIBRARY.PID-RANDOM-HOST.left` beside the
library while it is made, so that the next start finds it.
"""

import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import cache
from pathlib import Path

from reader import private_files

_NEW, _LEFT = ".new", ".left"
_BESIDE = ("", "-wal", "-shm", "-journal")
"""Ends of the files that SQLite writes for one."""
_PASSING_NAME = re.compile(r"\..+\.\d+-[0-9a-f]{8}-[0-9a-f]{8}\.new", re.DOTALL)
_A_DAY = 24 * 60 * 60
"""Seconds after which what another machine has left on a shared drive is nobody's any more."""


@contextmanager
def unfinished(target: Path, library: Path | None = None) -> Iterator[Path]:
    """A passing name beside `target`, with an empty file that only its owner may read; gone afterwards.

    `library` is where the next start looks if the program is killed and `target` lies in another folder.
    """
    passing = target.with_name(f".{target.name}.{_token()}{_NEW}")
    elsewhere = library is not None and library.parent.absolute() != target.parent.absolute()
    with _named(library, passing) if library is not None and elsewhere else nullcontext():
        try:
            private_files.make(passing)
            yield passing
        finally:
            remove(passing)


@contextmanager
def passing_folder(library: Path) -> Iterator[Path]:
    """A folder for a passing copy, gone afterwards; named beside the library it is made for."""
    import tempfile  # few commands need it

    folder = Path(tempfile.mkdtemp(prefix="reader-", suffix=_NEW))
    with _named(library, folder):
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _named(library: Path, passing: Path) -> Iterator[None]:
    """Say beside the library where something unfinished lies, as far as its folder takes a file."""
    record = library.with_name(f".{library.name}.{_token()}{_LEFT}")
    with suppress(OSError), os.fdopen(private_files.create(record), "w", encoding="utf-8") as file:
        file.write(str(passing.absolute()))
    try:
        yield
    finally:
        with suppress(OSError):
            record.unlink(missing_ok=True)


def remove(passing: Path) -> None:
    """Remove a file that was not finished, with what SQLite wrote beside it."""
    for end in _BESIDE:
        with suppress(OSError):
            Path(f"{passing}{end}").unlink(missing_ok=True)


@cache
def sweep(library: Path) -> None:
    """Remove what programs that run no longer have left beside a library; once in a program."""
    with suppress(OSError), os.scandir(library.parent) as entries:
        for name in [entry.name for entry in entries if entry.name.startswith(f".{library.name}.")]:
            _sweep(library.with_name(name))


def sweep_all(folder: Path) -> None:
    """Remove everything unfinished in a folder for backups."""
    with suppress(OSError), os.scandir(folder) as entries:
        for name in [entry.name for entry in entries if entry.name.startswith(".")]:
            if _base(name).endswith(_NEW):
                _sweep(folder / name)


@cache
def sweep_exports(folder: Path) -> None:
    """Remove what exports that were killed have left in a folder, which is somebody's and holds other files
    too: only what bears a whole passing name of ours; once in a program."""
    with suppress(OSError), os.scandir(folder) as entries:
        for name in [entry.name for entry in entries if _PASSING_NAME.fullmatch(entry.name)]:
            _sweep(folder / name)


def _base(name: str) -> str:
    """The name without the end of what SQLite wrote beside it: ".a.db.7-ff.new-wal" is ".a.db.7-ff.new"."""
    return next((name.removesuffix(end) for end in _BESIDE[1:] if name.endswith(end)), name)


def _sweep(leftover: Path) -> None:
    name = _base(leftover.name)
    ending = next((end for end in (_NEW, _LEFT) if name.endswith(end)), "")
    token = name.removesuffix(ending).rpartition(".")[2]
    if not ending or not _is_nobodys(token, leftover):
        return
    if ending == _LEFT:
        _sweep_elsewhere(leftover)
    with suppress(OSError):
        leftover.unlink(missing_ok=True)


def _sweep_elsewhere(record: Path) -> None:
    """Remove what a record names: only what bears a passing name of ours."""
    try:
        passing = Path(record.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return
    if not passing.name.endswith(_NEW) or passing.is_symlink():
        return
    if passing.is_dir() and passing.name.startswith("reader-"):
        shutil.rmtree(passing, ignore_errors=True)
    elif passing.name.startswith("."):
        remove(passing)


def _is_nobodys(token: str, leftover: Path) -> bool:
    """Whether the program that wrote something ended: "4711-ab12cd34-9f8e7d6c" was process 4711 of a host."""
    pid, _, rest = token.partition("-")
    if not pid.isdecimal():
        return False
    if rest.count("-") and rest.rpartition("-")[2] != _host():
        with suppress(OSError):
            return time.time() - leftover.stat(follow_symlinks=False).st_mtime > _A_DAY
        return False
    return not _runs(int(pid))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # somebody else's, or no number of a process
        return True
    return True


def _token() -> str:
    return f"{os.getpid()}-{os.urandom(4).hex()}-{_host()}"


@cache
def _host() -> str:
    from platform import node  # only where something is written or found
    from zlib import crc32

    return f"{crc32(node().encode()):08x}"


def fsync(paths: Iterable[Path]) -> None:
    """Have the system write files and folders out, as far as it can."""
    for path in paths:
        with suppress(OSError):
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

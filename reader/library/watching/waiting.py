"""Which files are whole, and were not read yet as they are now."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

SETTLED = 1.0
"""Seconds in which a file that looks whole did not change."""
PATIENCE = 15.0
"""Seconds in which a file that breaks off did not change: whoever wrote it has given up (chosen by hand)."""
_UNDER_WAY = (".part", ".crdownload", ".download", ".opdownload", ".partial")
"""What browsers put behind the name of a file that is still coming, some with an empty one beside it."""
_PAGE_END, _MHTML_END = (b"</html", 4_000), (b"--", 200)
_END_OF_KIND = {b"PK\x03\x04": (b"pk\x05\x06", 66_000), b"%PDF": (b"%%eof", 2_000)}
"""By the first bytes: what a whole file has near its end, in small letters, and in how many bytes of it."""
_END_OF_SUFFIX = {
    ".html": _PAGE_END,
    ".htm": _PAGE_END,
    ".xhtml": _PAGE_END,
    ".mht": _MHTML_END,
    ".mhtml": _MHTML_END,
}
_HEAD = 4
"""Bytes by which a kind is told."""


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What about a file tells that it was written."""

    size: int
    written: int
    changed: int


class Waiting:
    """Remembers how each file was when it was last read, and waits for those that are being written."""

    def __init__(self) -> None:
        self._read: dict[str, _Stamp] = {}
        self._waiting: dict[str, tuple[_Stamp, float]] = {}

    def see(self, paths: Iterable[str], now: float) -> None:
        """All files that are there now; those that are new, or were written since, are waited for."""
        # what is gone stays remembered: a drive is taken out, and comes back with all that was on it
        for path in paths:
            stamp = _stamp(path)
            if stamp and self._read.get(path) != stamp and path not in self._waiting:
                self._waiting[path] = (stamp, now)

    def whole(self, now: float) -> list[str]:
        """The files that are waited for no longer; each is named once, until it is written again."""
        found = []
        for path, (before, since) in list(self._waiting.items()):
            stamp = _stamp(path)
            if stamp is None:
                del self._waiting[path]
            elif stamp != before:
                self._waiting[path] = (stamp, now)
            elif now - since >= SETTLED and (now - since >= PATIENCE or looks_whole(path, stamp.size)):
                del self._waiting[path]
                self._read[path] = stamp
                found.append(path)
        return found

    def forget(self, paths: Iterable[str]) -> None:
        """Files that were not read after all, for a reason that lies elsewhere: they are named again."""
        for path in paths:
            self._read.pop(path, None)


def _stamp(path: str) -> _Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116  # of thousands of files
    except OSError:
        return None
    return _Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def looks_whole(path: str, size: int) -> bool:
    """Whether nothing says that more of a file is to come."""
    if not size or any(os.path.lexists(path + ending) for ending in _UNDER_WAY):
        return False
    try:
        with open(path, "rb") as file:  # noqa: PTH123  # a path as the folder names it
            head = file.read(_HEAD)
            suffix = PurePath(path).suffix.lower()
            end, within = _END_OF_KIND.get(head) or _END_OF_SUFFIX.get(suffix) or (b"", 0)
            file.seek(max(0, size - within))
            # in UTF-16 a zero stands beside every letter
            return end in file.read(within).replace(b"\x00", b"").lower()
    except OSError:  # said when it is read
        return True

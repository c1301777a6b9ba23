"""Looks at folders, woken by the system where it tells of changes, and now and then all the same."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.errors import IngestError
from reader.i18n import _
from reader.library.watching.waiting import Waiting
from reader.visible import visible

_TICK = 500
"""Milliseconds after which files that are being written are looked at again."""
_GATHERED = 400
"""Milliseconds in which changes are gathered into one look."""
_LOOK_EVERY = 30.0
"""Seconds after which is looked in any case: no system tells of changes that another machine made on a drive
in the network."""
_POLL = 2.0
"""Seconds between two looks where the system does not tell of changes."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at the folders gave."""

    files: tuple[str, ...] = ()
    """To be read now."""
    messages: tuple[str, ...] = ()
    """What could not be looked at, a sentence each."""
    is_first: bool = False
    """Whether it is what lay there already."""


class Watcher:
    """Looks at folders until nobody asks any more."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._waiting = Waiting()
        self._told: frozenset[str] = frozenset()
        self._is_due = False

    def rounds(self) -> Iterator[Found]:
        """What is found, for ever: first what lies there, then what comes."""
        is_first = True
        messages: tuple[str, ...] = ()
        for may_differ in _ticks(self._folders):
            now = time.monotonic()
            if may_differ or self._is_due:
                self._is_due = False
                messages += self._look(now)
            files = tuple(self._waiting.whole(now))
            if files or messages:
                yield Found(files, messages, is_first)
                is_first, messages = is_first and not files, ()

    def again(self, files: Iterable[str]) -> None:
        """Files that were found and could not be taken, through no fault of theirs: they are found again."""
        self._waiting.forget(files)
        self._is_due = True

    def _look(self, now: float) -> tuple[str, ...]:
        """See what is there; returns what cannot be looked at and could be before."""
        from reader.ingest import expand  # lxml and its like

        paths, faults = [], dict[str, None]()
        for folder in self._folders:
            if not os.path.isdir(folder):  # noqa: PTH112  # Path.is_dir raises in a locked folder
                told = _("The folder {folder} is not there any more: reader goes on when it is.")
                faults[visible(told.format(folder=folder))] = None
                continue
            for one in expand([str(folder)]):
                if isinstance(one, IngestError):
                    faults[one.message] = None
                else:
                    paths.append(one)
        self._waiting.see(paths, now)
        new = tuple(fault for fault in faults if fault not in self._told)
        self._told = frozenset(faults)
        return new


def _ticks(folders: Sequence[Path]) -> Iterator[bool]:
    """Comes at once and then twice a second: whether the folders may be otherwise than at the last look."""
    while True:
        yield True
        there, looked = _numbers(folders), float("-inf")  # what came before the system began to tell
        for has_changed in _changes(list(there)):
            may_differ = has_changed or time.monotonic() - looked >= _LOOK_EVERY
            yield may_differ
            if may_differ:
                looked = time.monotonic()
                if _numbers(folders) != there:  # one that was made anew is another one to the system
                    break


def _numbers(folders: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """What the system calls the folders that are there."""
    found = {}
    for folder in folders:
        try:
            state = folder.stat()
        except OSError:
            continue
        found[folder] = (state.st_dev, state.st_ino)
    return found


def _changes(folders: Sequence[Path]) -> Iterator[bool]:
    """Whether the system told of a change, a few times a second; where it tells of none, it may always be."""
    from watchfiles import watch  # its library and asyncio: 60 ms, for this command only

    if folders:
        try:
            for changes in watch(
                *folders,
                watch_filter=None,
                debounce=_GATHERED,
                rust_timeout=_TICK,
                yield_on_timeout=True,
                ignore_permission_denied=True,
            ):
                yield bool(changes)
        except (OSError, RuntimeError):  # too many folders for the system, or links in a circle
            pass
    while True:
        time.sleep(_POLL)
        yield True

"""Regular expressions in a search: checked before, and stopped where texts keep them too long.

A pattern with a repetition inside another one can look back and forth in a text for hours, and a few letters
of it can ask for gigabytes. Both are refused with a sentence that names the place in the search line.
"""

import re
import threading
import time
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from reader.i18n import _, number
from reader.store.query_nodes import QueryError
from reader.system_reasons import plain_complaint

LONGEST = 1.0
"""Seconds for one text; what takes longer looks back and forth without end, and counts as not found."""
SLOW = 0.1
"""Seconds: a text that takes longer counts against the patience. A text of 1 MB takes a tenth of it."""
PATIENCE = 3.0
"""Seconds that slow texts may take together before the whole search is given up."""
MOST = 1000
"""The highest count of a repetition; `regex` writes each out, and a{9999999} takes 3 GB."""
MOST_IN_ALL = 10_000
"""What the counts of a pattern may come to, multiplied: they may stand inside each other."""
MARKING = 0.2
"""Seconds for marking what was found in one text."""
LENGTH = 500
"""Characters of a pattern."""
_clock = time.thread_time
"""What this thread has worked: on a busy machine, waiting is no fault of a pattern."""
_COUNT = re.compile(r"(?<!\\)\{(\d*)(?:,(\d*))?\}")
_ITSELF = re.compile(r"(?<!\\)\(\?(?:R|\d|&|P>)")
"""What calls the pattern or a group of it again: without an end, unless the text ends it."""

TOO_SLOW = _(
    "re: this takes too long, since it looks back and forth in the texts: write it more simply, without a "
    "repetition inside another one such as (a+)+."
)


class Fault(NamedTuple):
    """What is wrong with a pattern."""

    reason: str
    place: int
    """In the pattern, counted from 0."""


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> Any:
    import regex  # 25 ms, for such searches only

    return regex.compile(pattern, regex.IGNORECASE | regex.MULTILINE)


def fault_of(pattern: str) -> Fault | None:
    """What is wrong with a pattern, None where nothing is."""
    import regex  # 25 ms, for such searches only

    if excess := _excess(pattern):
        return excess
    try:
        _compiled(pattern)
    except regex.error as error:
        return Fault(plain_complaint(error.msg), min(error.pos or 0, len(pattern)))
    except (OverflowError, RecursionError, MemoryError):
        return Fault(_("it is too large"), 0)
    return None


def _excess(pattern: str) -> Fault | None:
    """What would take more memory than a search may."""
    if len(pattern) > LENGTH:
        return Fault(_("it is longer than {length} characters").format(length=LENGTH), LENGTH)
    if called := _ITSELF.search(pattern):
        return Fault(_("it calls itself"), called.start())
    product = 1
    for found in _COUNT.finditer(pattern):
        high = max((int(number) for number in found.groups() if number), default=1)
        product *= max(high, 1)
        if high > MOST or product > MOST_IN_ALL:
            return Fault(
                _("repetitions go up to {most}, and to {in_all} in all").format(
                    most=MOST, in_all=number(MOST_IN_ALL)
                ),
                found.start(),
            )
    return None


class _Spent(threading.local):
    """What the search that runs in this thread has cost, and what it failed with."""

    seconds: float = 0.0
    complaint: QueryError | None = None


_SPENT = _Spent()


def begin() -> None:
    """A search begins: its patience is whole again."""
    _SPENT.seconds, _SPENT.complaint = 0.0, None


def complaint() -> QueryError | None:
    """Why the last search of this thread was given up; SQLite keeps no error of a function that it calls."""
    told, _SPENT.complaint = _SPENT.complaint, None
    return told


def fits(pattern: str, text: str | None, position: int = 0) -> bool:
    """Whether a pattern is found in a text, whatever the case; `position` is its place in the search line.

    Raises QueryError where slow texts used up the patience.
    """
    begun = _clock()
    try:
        return _compiled(pattern).search(text or "", timeout=LONGEST) is not None
    except (TimeoutError, MemoryError):
        return False
    finally:
        _count(_clock() - begun, position)


def _count(seconds: float, position: int) -> None:
    if seconds < SLOW:
        return
    _SPENT.seconds += seconds
    if _SPENT.seconds > PATIENCE:
        _SPENT.complaint = QueryError(TOO_SLOW, position)
        raise _SPENT.complaint


class Places:
    """Where patterns are found in a text, as `re.Pattern.finditer` tells it, and never for long."""

    def __init__(self, patterns: tuple[str, ...]) -> None:
        self._patterns = patterns

    def finditer(self, text: str) -> Iterator[Any]:
        """The matches in their order, up to where finding them takes too long."""
        matches = sorted(
            (match for pattern in self._patterns for match in _in_time(pattern, text)),
            key=lambda match: (match.start(), -match.end()),
        )
        last = 0
        for match in matches:
            if match.start() >= last:
                last = match.end()
                yield match

    def search(self, text: str) -> Any:
        """The first match, None where there is none."""
        return next(self.finditer(text), None)


def _in_time(pattern: str, text: str) -> Iterator[Any]:
    """Matches that mark anything."""
    try:
        for match in _compiled(pattern).finditer(text, timeout=MARKING):
            if match.end() > match.start():
                yield match
    except (TimeoutError, MemoryError):
        return

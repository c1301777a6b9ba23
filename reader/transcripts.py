"""The values of a transcript: who speaks where in a text, and when in the recording.

An article that is a transcript has its words as paragraphs, "Anna Blake: Good evening."; times stand beside
the text and never in it, so that words can be corrected without touching them. Places are code points of the
text, times seconds from the beginning of the recording.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

UNSURE = 0.5
"""Probability of a word below which it is marked as unsure, where the machine gives one (chosen by hand)."""


class TimedStretch(NamedTuple):
    """A word, or several, with when they are said."""

    start: int
    end: int
    said_from: float
    said_to: float
    """Equal to `said_from` where nobody knows when it ends."""
    sure: float = 1.0
    """Probability, 0 to 1, that the machine heard right."""


class SpokenTurn(NamedTuple):
    """A paragraph of one speaker, as places in the text."""

    start: int
    """Of the paragraph, and of the name before the colon."""
    name_end: int
    """Equal to `start` where nobody is named."""
    said: int
    """Where the words begin."""
    end: int
    asks: bool = False
    """Whether it is a question of the interviewer, and no statement."""


class Period(NamedTuple):
    """From when to when something is said, in seconds; equal where only the beginning is known."""

    said_from: float
    said_to: float

    def __str__(self) -> str:
        """As "00:12:31–00:12:44", or "00:12:31" where only the beginning is known."""
        first, last = clock(self.said_from), clock(self.said_to)
        return first if first == last else f"{first}–{last}"


@dataclass(frozen=True, slots=True)
class Transcript:
    """What is known of an article that was spoken."""

    turns: tuple[SpokenTurn, ...] = ()
    times: tuple[TimedStretch, ...] = ()
    """In the order of the text, none over another; empty where the file tells no times."""

    def period_of(self, start: int, end: int) -> Period | None:
        """When `[start, end)` is said: from the first stretch it touches to the last; None if unknown."""
        first = bisect_right(self.times, start, key=lambda stretch: stretch.end)
        after = bisect_left(self.times, end, key=lambda stretch: stretch.start)
        touched = self.times[first:after]
        if not touched:
            return None
        said_from = min(stretch.said_from for stretch in touched)
        return Period(said_from, max(said_from, *(stretch.said_to for stretch in touched)))

    def turn_at(self, offset: int) -> SpokenTurn | None:
        """The turn that an offset lies in."""
        at = bisect_right(self.turns, offset, key=lambda turn: turn.start) - 1
        return self.turns[at] if at >= 0 and offset <= self.turns[at].end else None

    @property
    def unsure(self) -> tuple[TimedStretch, ...]:
        """The words that the machine may have got wrong."""
        return tuple(stretch for stretch in self.times if stretch.sure < UNSURE)


def clock(seconds: float) -> str:
    """Seconds as a recording shows them: "00:12:31"."""
    whole = max(0, int(seconds))
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def exact_clock(seconds: float) -> str:
    """Seconds with thousandths, as subtitles have them: "00:12:31.250"."""
    thousandths = round(max(0.0, seconds) * 1000)
    return f"{clock(thousandths // 1000)}.{thousandths % 1000:03}"


def seconds_of(written: str) -> float:
    """The seconds of "1:02:33,250", "02:33" or "33.5". Raises ValueError for anything else."""
    seconds = 0.0
    for part in written.strip().replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return round(seconds, 3)


_BREATH = 0.25
"""Seconds by which a beginning or end may be missed: players begin on a key frame, clocks differ."""


def joined(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The periods in order, those that touch as one."""
    found: list[Period] = []
    for period in sorted(periods):
        if found and period.said_from <= found[-1].said_to + _BREATH:
            found[-1] = Period(found[-1].said_from, max(found[-1].said_to, period.said_to))
        else:
            found.append(period)
    return tuple(found)


def is_covered(period: Period | None, played: Iterable[Period]) -> bool:
    """Whether all of a period was played; one whose end nobody knows never is."""
    if period is None or period.said_to <= period.said_from:
        return False
    return any(
        one.said_from <= period.said_from + _BREATH and period.said_to <= one.said_to + _BREATH
        for one in played
    )

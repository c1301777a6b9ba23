"""Which marks lie over a stretch of text: one list sorted by start, searched by bisection.

A running maximum of the ends lets a search begin at the first mark that can still reach the stretch, so
that a line of a long article costs a few comparisons, however many thousand quotes there are.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch `[start, end)` of text and how it is to look."""

    start: int
    end: int
    ink: str
    """Name of its look in the palette: "direct", "speaker", "note", "heading" …"""
    owner: int = 0
    """Id of the quote or note it belongs to, 0 where none."""


class SpanIndex:
    """Marks that can be asked for by stretch of text."""

    __slots__ = ("_marks", "_reach", "_starts")

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks, key=_by_start)
        self._starts = [mark[0] for mark in self._marks]
        self._reach = list(accumulate([mark[1] for mark in self._marks], max))

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def over(self, start: int, end: int) -> list[Mark]:
        """Marks that share a character with `[start, end)`, in order of start."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end, first)
        return [mark for mark in self._marks[first:last] if mark.end > start]

    def replaced(self, gone: Iterable[Mark], new: Iterable[Mark]) -> "SpanIndex":
        """An index with some marks taken out and others put in; for a few, much faster than a new one."""
        index = SpanIndex()
        marks, starts = self._marks.copy(), self._starts.copy()
        for mark in gone:
            place = marks.index(mark, bisect_left(starts, mark.start))
            del marks[place], starts[place]
        for mark in new:
            place = bisect_left(marks, _by_start(mark), bisect_left(starts, mark.start), key=_by_start)
            marks.insert(place, mark)
            starts.insert(place, mark.start)
        index._marks, index._starts = marks, starts
        index._reach = list(accumulate([mark[1] for mark in marks], max))
        return index

    def at(self, offset: int) -> list[Mark]:
        """Marks over the character at `offset`, the shortest first."""
        return sorted(self.over(offset, offset + 1), key=lambda mark: mark.end - mark.start)


def _by_start(mark: Mark) -> tuple[int, int]:
    return mark[0], -mark[1]


def pieces(start: int, end: int, marks: Iterable[Mark]) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """Cut `[start, end)` where any of `marks` begins or ends: each piece with the marks over it."""
    covering = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in covering:
        cuts.add(max(start, mark.start))
        cuts.add(min(end, mark.end))
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        yield left, right, tuple(mark for mark in covering if mark.start <= left and mark.end >= right)

"""Where cards stand in the margin: each beside its line where there is room, never over another one."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Stack(NamedTuple):
    """Cards from top to bottom, as two parallel lists, and the one that is open over those below it."""

    tops: list[int]
    heights: list[int]
    opened: int = -1
    """The place of the open card, -1 without one."""
    full: int = 0
    """Lines of the open card."""

    def at(self, line: int) -> tuple[int, int] | None:
        """The card that covers `line` and which of its lines stands there; None where there is none."""
        if self.opened >= 0 and 0 <= line - self.tops[self.opened] < self.full:
            return self.opened, line - self.tops[self.opened]
        index = bisect_right(self.tops, line) - 1
        if index < 0 or self._is_covered(index):
            return None
        row = line - self.tops[index]
        return (index, row) if row < self.heights[index] else None

    def _is_covered(self, index: int) -> bool:
        """Whether the first line of a card is under the open one: the others would say nothing without it."""
        below = self.tops[index] - self.tops[self.opened] if self.opened >= 0 else -1
        return index == self.opened or 0 < below < self.full


def with_open(base: Stack, opened: int, height: int) -> Stack:
    """`base` with one card open at its full `height`: it covers those below it, and none leaves its line."""
    return base._replace(opened=opened, full=height)


def stack(anchors: Sequence[int], wanted: Sequence[int]) -> Stack:
    """Place cards whose lines are `anchors` (rising) and that want `wanted` lines each.

    A crowded card shrinks, to one line at least, before it pushes the next one down.
    """
    tops: list[int] = []
    heights: list[int] = []
    free = 0
    for index, anchor in enumerate(anchors):
        top = max(anchor, free)
        after = anchors[index + 1] if index + 1 < len(anchors) else top + 1000
        height = max(1, min(wanted[index], after - top))
        tops.append(top)
        heights.append(height)
        free = top + height
    return Stack(tops, heights)

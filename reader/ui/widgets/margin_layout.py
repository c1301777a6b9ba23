"""Where cards stand in the margin: each beside its line where there is room, never over another one."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Stack(NamedTuple):
    """Cards from top to bottom, as two parallel lists."""

    tops: list[int]
    heights: list[int]

    def at(self, line: int) -> tuple[int, int] | None:
        """The card that covers `line` and which of its lines stands there; None where there is none."""
        index = bisect_right(self.tops, line) - 1
        if index < 0:
            return None
        row = line - self.tops[index]
        return (index, row) if row < self.heights[index] else None


def stack(
    anchors: Sequence[int], wanted: Sequence[int], opened: int | None = None, opened_height: int = 0
) -> Stack:
    """Place cards whose lines are `anchors` (rising) and that want `wanted` lines each.

    A crowded card shrinks, to one line at least, before it pushes the next one down; `opened`, the current
    one, keeps its full height and stands at its own line, those before it giving way where they can.
    """
    tops: list[int] = []
    heights: list[int] = []
    free = 0
    for index, anchor in enumerate(anchors):
        top = max(anchor, free)
        after = anchors[index + 1] if index + 1 < len(anchors) else top + 1000
        height = opened_height if index == opened else max(1, min(wanted[index], after - top))
        tops.append(top)
        heights.append(height)
        free = top + height
    return Stack(tops, heights)

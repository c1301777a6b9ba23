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


def with_open(base: Stack, anchors: Sequence[int], wanted: Sequence[int], opened: int, height: int) -> Stack:
    """`base` with one card at its full `height`: those below give way until all stand as before again."""
    tops, heights = base.tops.copy(), base.heights.copy()
    heights[opened] = height
    free = tops[opened] + height
    for index in range(opened + 1, len(anchors)):
        top = max(anchors[index], free)
        if top == tops[index] and index > opened + 1:
            break
        after = anchors[index + 1] if index + 1 < len(anchors) else top + 1000
        tops[index], heights[index] = top, max(1, min(wanted[index], after - top))
        free = top + heights[index]
    return Stack(tops, heights)


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

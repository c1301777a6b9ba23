"""Columns of a list: which of them fit a width, how wide each is.

Fixed columns keep their width; one column takes the rest. What matters least is left out first.
"""

from collections.abc import Sequence
from typing import NamedTuple

GAP = 2
"""Cells between two columns."""


class ListColumn(NamedTuple):
    """One column of a list."""

    key: str
    """What the store sorts by."""
    title: str
    width: int
    """Cells; for the column that takes the rest, the least it needs."""
    rank: int
    """0 is never left out; the highest goes first."""
    right: bool = False
    grows: bool = False


class PlacedColumn(NamedTuple):
    """A column with its place on the line."""

    column: ListColumn
    x: int
    width: int


def place(columns: Sequence[ListColumn], width: int, *, left: int = 0) -> tuple[PlacedColumn, ...]:
    """The columns that fit into `width` cells from `left` on, in their order."""
    kept = list(columns)
    while len(kept) > 1 and _needed(kept) > width - left:
        kept.remove(max(kept, key=lambda column: column.rank))
    spare = max(0, width - left - _needed(kept))
    placed: list[PlacedColumn] = []
    x = left
    for column in kept:
        wide = column.width + (spare if column.grows else 0)
        placed.append(PlacedColumn(column, x, max(1, min(wide, width - x))))
        x += wide + GAP
    return tuple(placed)


def _needed(columns: Sequence[ListColumn]) -> int:
    return sum(column.width for column in columns) + GAP * (len(columns) - 1)

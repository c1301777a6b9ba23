"""Columns of a list: which of them fit a width, how wide each is.

One column takes the room that is left, but for half of it where others have more to say than their least
width holds. What matters least is left out first.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reader.cells import cells

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
    most: int = 0
    """Cells that it can use where there is room; 0 where its width is all."""

    @property
    def wish(self) -> int:
        """Cells that it could use besides its width."""
        return max(0, self.most - self.width)


class PlacedColumn(NamedTuple):
    """A column with its place on the line."""

    column: ListColumn
    x: int
    width: int


def place(columns: Sequence[ListColumn], width: int, *, left: int = 0) -> tuple[PlacedColumn, ...]:
    """The columns that fit into `width` cells from `left` on, in order, none narrower than its title."""
    kept = [column._replace(width=max(column.width, cells(column.title))) for column in columns]
    while len(kept) > 1 and _needed(kept) > width - left:
        kept.remove(max(kept, key=lambda column: column.rank))
    spare = max(0, width - left - _needed(kept))
    more = _shared(kept, spare)
    spare -= sum(more.values())
    placed: list[PlacedColumn] = []
    x = left
    for column in kept:
        wide = column.width + more.get(column.key, 0) + (spare if column.grows else 0)
        placed.append(PlacedColumn(column, x, max(1, min(wide, width - x))))
        x += wide + GAP
    return tuple(placed)


def _shared(columns: Sequence[ListColumn], spare: int) -> dict[str, int]:
    """How many cells each column gets of half of the spare ones, those that matter most first."""
    left, given = spare // 2, {}
    for column in sorted(columns, key=lambda column: column.rank):
        given[column.key] = min(left, column.wish)
        left -= given[column.key]
    return given


def _needed(columns: Sequence[ListColumn]) -> int:
    return sum(column.width for column in columns) + GAP * (len(columns) - 1)

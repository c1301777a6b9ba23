"""Which rows of a list are selected: one by one, from the last one to here, or by moving.

A list may have a million rows: what moving on by a row takes does not grow with those selected before.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet


class RowSelection:
    """The selected ids, and where a range would start."""

    def __init__(self) -> None:
        self._ids: set[int] = set()
        self._anchor = 0
        self._moving_from: int | None = None
        self._moved_to = 0
        self._before: frozenset[int] = frozenset()

    @property
    def ids(self) -> AbstractSet[int]:
        """The selected ids; the set itself, which changes."""
        return self._ids

    @property
    def moving(self) -> bool:
        """Whether moving selects."""
        return self._moving_from is not None

    def toggle(self, index: int, row_id: int) -> None:
        """Select a row, or not."""
        self._ids ^= {row_id}
        self._anchor = index

    def extend(self, ids: Sequence[int], index: int) -> None:
        """Select from the row toggled last to `index`."""
        low, high = sorted((self._anchor, index))
        self._ids.update(ids[low : high + 1])
        self._anchor = index

    def start_or_end_moving(self, ids: Sequence[int], index: int) -> None:
        """From here on moving selects; the second call ends that."""
        if self.moving:
            self._moving_from = None
            return
        self._moving_from = self._moved_to = index
        self._before = frozenset(self._ids)
        self._ids.update(ids[index : index + 1])

    def move(self, ids: Sequence[int], index: int) -> None:
        """The cursor moved to `index`: rows on the way there are selected, or as they were before."""
        if self._moving_from is None:
            return
        low, high = sorted((self._moving_from, self._moved_to))
        new_low, new_high = sorted((self._moving_from, index))
        self._ids -= {*ids[low:new_low], *ids[new_high + 1 : high + 1]} - self._before
        self._ids.update(ids[new_low:low])
        self._ids.update(ids[high + 1 : new_high + 1])
        self._moved_to = index

    def set(self, ids: Sequence[int]) -> None:
        """Select exactly `ids`."""
        self._moving_from = None
        self._ids = {*ids}

    def keep(self, ids: Sequence[int]) -> None:
        """Of the selected rows, go on with those that are among `ids`."""
        self._moving_from = None
        self._ids.intersection_update(ids)

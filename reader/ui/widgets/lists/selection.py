"""Which rows of a list are selected: one by one, from the last one to here, or by moving."""

from collections.abc import Sequence


class RowSelection:
    """The selected ids, and where a range would start."""

    def __init__(self) -> None:
        self.ids: frozenset[int] = frozenset()
        self._anchor = 0
        self._moving_from: int | None = None
        self._before: frozenset[int] = frozenset()

    @property
    def moving(self) -> bool:
        """Whether moving selects."""
        return self._moving_from is not None

    def toggle(self, index: int, row_id: int) -> None:
        """Select a row, or not."""
        self.ids ^= {row_id}
        self._anchor = index

    def extend(self, ids: Sequence[int], index: int) -> None:
        """Select from the row toggled last to `index`."""
        self.ids |= _between(ids, self._anchor, index)
        self._anchor = index

    def start_or_end_moving(self, ids: Sequence[int], index: int) -> None:
        """From here on moving selects; the second call ends that."""
        if self.moving:
            self._moving_from = None
            return
        self._moving_from, self._before = index, self.ids
        self.move(ids, index)

    def move(self, ids: Sequence[int], index: int) -> None:
        """The cursor moved to `index`."""
        if self._moving_from is not None:
            self.ids = self._before | _between(ids, self._moving_from, index)

    def set(self, ids: Sequence[int]) -> None:
        """Select exactly `ids`."""
        self._moving_from = None
        self.ids = frozenset(ids)


def _between(ids: Sequence[int], first: int, last: int) -> frozenset[int]:
    low, high = sorted((first, last))
    return frozenset(ids[low : high + 1])

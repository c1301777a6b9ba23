"""Where one is in a list of any length: the ids of its rows, the cursor, and which rows are selected.

Of a very long list the first rows may be shown before the rest is known. What is asked of it meanwhile (the
last row, every row) is done as soon as that is there.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from reader.ui.behaviours import Behaviour
from reader.ui.widgets.lists.selection import RowSelection


class RowCursor(Behaviour, ScrollView, abstract=True):
    """A cursor on rows known by their ids, and a selection of them; derived lists paint."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the current row."""
    lines: reactive[int] = reactive(1)
    """Lines a row takes."""

    class Fact(Message):
        """Something about a list."""

        def __init__(self, list_: Any) -> None:
            super().__init__()
            self.list = list_

    class Moved(Fact):
        """The cursor stands on another row."""

        def can_replace(self, message: Message) -> bool:
            """Only the last place counts."""
            return isinstance(message, RowCursor.Moved) and message.list is self.list

    class SelectionChanged(Fact):
        """Other rows are selected now."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.ids: Sequence[int] = ()
        self.selection = RowSelection()
        self.growing = False
        """Whether `ids` are only the first of more that will come."""
        self._held = False
        """Whether a person has put the cursor somewhere; until then it stays on the first row."""
        self._sought = 0
        """The row that the cursor stood on before the list began to grow, and goes back to."""
        self._aim: int | None = None
        """Where a person wants to go beyond the rows known so far."""
        self._later: list[Callable[[], None]] = []
        """What a person wants done with rows not known so far."""

    def list_ids(self, ids: Sequence[int], current: int, *, growing: bool) -> None:
        """Take other ids; the cursor stays on the row a person put it on, or goes to the row `current`."""
        self._held = self._held or bool(current)
        wanted = current or self._sought or (self.current_id if self._held else 0)
        if growing:  # what was asked of another list is not meant for this one
            self._aim = None
            self._later.clear()
        self.ids, self.growing = ids, growing
        if self.selection.ids and not growing:
            self.selection.keep(ids)
        place = self._index_of(wanted) if wanted else None
        self.cursor = min(self.cursor, max(0, len(ids) - 1)) if place is None else place
        self._sought = wanted if growing and place is None else 0

    def catch_up(self) -> None:
        """Do what was asked for before all rows were known."""
        if self.growing:
            return
        later, self._later = self._later, []
        if self._aim is not None:
            self._go(self._aim)
        for action in later:
            action()

    @property
    def current_id(self) -> int:
        """The id under the cursor, 0 in an empty list, and while the cursor is still on its way."""
        return self.ids[self.cursor] if self.cursor < len(self.ids) and self._aim is None else 0

    @property
    def chosen_ids(self) -> list[int]:
        """The selected ids in the order of the list, else the current one."""
        if self.selection.ids:
            return [*filter(self.selection.ids.__contains__, self.ids)]
        return [self.current_id] if self.current_id else []

    def _index_of(self, row_id: int) -> int | None:
        if self.cursor < len(self.ids) and self.ids[self.cursor] == row_id:
            return self.cursor
        try:
            return self.ids.index(row_id)
        except ValueError:
            return None

    def action_move(self, rows: int) -> None:
        """Move the cursor by `rows`."""
        self._go((self.cursor if self._aim is None else self._aim) + rows)

    def action_page(self, pages: float) -> None:
        """Move by pages of what is visible."""
        self.action_move(int(pages * max(1, self.size.height // self.lines - 1)))

    def action_go(self, index: int) -> None:
        """Move to the row `index`; -1 is the last."""
        last = sys.maxsize if self.growing else len(self.ids)
        self._go(index if index >= 0 else last + index)

    def _go(self, index: int) -> None:
        self._held, self._sought = True, 0
        self._aim = index if self.growing and index >= len(self.ids) else None
        index = max(0, min(index, len(self.ids) - 1))
        if index == self.cursor or not self.ids:
            return
        self.repaint_row(self.cursor)
        self.cursor = index
        if self.selection.moving:
            self.selection.move(self.ids, index)
            self._selection_changed()
        self.repaint_row(index)
        self.reveal()

    def repaint_row(self, index: int) -> None:
        """Paint a row again."""
        raise NotImplementedError

    def reveal(self) -> None:
        """Bring the current row into sight, and say where the cursor is."""
        raise NotImplementedError

    def _in_time(self, action: Callable[[], None], *, needs_all: bool = False) -> bool:
        """Whether an action can be done now; if not, it is done when the rows are there."""
        waits = self.growing and (needs_all or self._aim is not None)
        if waits:
            self._later.append(action)
        return not waits

    def action_select(self) -> None:
        """Select the current row or not, and go on to the next."""
        if self._in_time(self.action_select) and self.current_id:
            self.selection.toggle(self.cursor, self.current_id)
            self._selection_changed()
            self.action_move(1)

    def action_extend(self) -> None:
        """Select everything from the row selected last to here."""
        if self._in_time(self.action_extend):
            self.selection.extend(self.ids, self.cursor)
            self._selection_changed()

    def action_visual(self) -> None:
        """Start or end selecting by moving."""
        if self._in_time(self.action_visual):
            self.selection.start_or_end_moving(self.ids, self.cursor)
            self._selection_changed()

    def action_all(self) -> None:
        """Select every row of the list."""
        if self._in_time(self.action_all, needs_all=True):
            self.selection.set(self.ids)
            self._selection_changed()

    def clear_selection(self) -> bool:
        """Select nothing; whether there was a selection."""
        self._later.clear()
        had = bool(self.selection.ids) or self.selection.moving
        self.selection.set(())
        if had:
            self._selection_changed()
        return had

    def _selection_changed(self) -> None:
        self.refresh()
        self.post_message(self.SelectionChanged(self))

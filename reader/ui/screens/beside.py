"""A list with more of its current row beside it: what `told_of` reads while the cursor rests."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.i18n import _
from reader.ui.keys import task
from reader.ui.screens.list_screen import ListScreen
from reader.ui.screens.list_state import ListState
from reader.ui.widgets.aside import Aside, Told
from reader.ui.widgets.lists.virtual import VirtualList

if TYPE_CHECKING:
    from reader.store import Store

REST = 0.12
"""Seconds the cursor rests before what is told follows."""
WIDE, TALL = 136, 30
"""Cells and lines of a terminal from which there is room for it without a wish."""

Inks = Callable[[], Told]
"""Writes what was read, in the colours of the app."""


def aside_key(area: str) -> list[BindingType]:
    """The key that shows or hides it."""
    tooltip = _("More of the current row: show or hide it")
    key = Binding("w", "preview", _("Preview"), tooltip=tooltip, id=f"{area}.preview", show=False)
    return task(_("Read"), key)


class BesideScreen(ListScreen, abstract=True):
    """A list and an `Aside`."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-very-wide")]

    def __init__(self, list_state: ListState) -> None:
        super().__init__(list_state)
        self._resting: Timer | None = None
        self._wants_aside: bool | None = None
        """What a person asked for; None where nobody did, and the room decides."""
        self._has_room = False

    def told_of(self, store: "Store", row_id: int) -> Inks:
        """What is told of a row; runs in a worker."""
        raise NotImplementedError

    @property
    def aside(self) -> Aside:
        """The widget."""
        return self.query_one(Aside)

    def on_mount(self) -> None:
        """No facets stand left of it."""
        self.aside.styles.margin = 0
        self._fit_aside()

    def on_resize(self, event: events.Resize) -> None:
        """Show it where there is room."""
        self._fit_aside()

    def _fit_aside(self) -> None:
        size = self.app.size
        self._has_room = size.width >= WIDE or size.height >= TALL
        self.show_aside()

    @property
    def _is_wanted(self) -> bool:
        return self._has_room if self._wants_aside is None else self._wants_aside

    def action_preview(self) -> None:
        """Show or hide it."""
        self._wants_aside = not self._is_wanted
        self.show_aside()

    @on(VirtualList.Moved)
    def _follow(self) -> None:
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self.show_aside)

    def show_aside(self) -> None:
        """Read what is told of the current row; a list without rows has the room to itself."""
        row_id = self.rows.current_id
        # before the rows are read it stands, so that they need not be laid out twice
        self.aside.display = self._is_wanted and bool(row_id or not self.is_read)
        if not self.aside.display:
            return
        if row_id:
            self._read_aside(row_id)
        else:
            self.aside.told = Told()

    @work(thread=True, exclusive=True, group="aside", exit_on_error=False)
    def _read_aside(self, row_id: int) -> None:
        with self.session.store() as store:
            write = self.told_of(store, row_id)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._take_aside, row_id, write)

    def _take_aside(self, row_id: int, write: Inks) -> None:
        if row_id == self.rows.current_id:
            self.aside.told = write()

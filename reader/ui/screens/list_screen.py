"""What every screen around a long list does: it reads in workers and searches as one types."""

from array import array
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any

from textual import events, on, work
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.errors import ReaderError, StoreError
from reader.ui.screens.list_state import Shelf
from reader.ui.screens.superseded import Superseding
from reader.ui.session import ReaderScreen
from reader.ui.widgets.head import HeadLine
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.lists.virtual import VirtualList

if TYPE_CHECKING:
    from reader.store import Store

LOOK_EVERY = 3.0
"""Seconds between two looks for changes by other programs."""
FIRST_ROWS = 64
"""Rows that come together with the ids, so that the list appears at once."""


class ListScreen(ReaderScreen):
    """A list with its search line; derived screens say what to read."""

    SORTS: Sequence[str] = ()
    """What the list can be sorted by, in the order in which a key goes through them."""

    shelf: Shelf

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self._searching = Superseding()
        self._watch: Timer | None = None
        self._revision: int | None = None
        self._painted = False
        self._start = ExitStack()
        """Holds painting back until the first layout has settled: once instead of three times."""

    def fit_terminal(self) -> None:
        """Take the classes of the terminal's size before anything is styled for the first time."""
        for size, breakpoints in (
            (self.app.size.width, self.HORIZONTAL_BREAKPOINTS),
            (self.app.size.height, self.VERTICAL_BREAKPOINTS),
        ):
            fitting = [name for least, name in breakpoints or () if size >= least]
            self.add_class(*fitting[-1:])

    @property
    def rows(self) -> VirtualList[Any]:
        """The list."""
        return self.query_one(VirtualList)

    def read_ids(self, store: "Store", shelf: Shelf, limit: int) -> Sequence[int]:
        """What the shelf holds, the first `limit` of it where that is not -1; runs in a worker."""
        raise NotImplementedError

    def read_rows(self, store: "Store", ids: Sequence[int]) -> Iterable[Any]:
        """The rows of some ids; runs in a worker."""
        raise NotImplementedError

    def shown(self, shelf: Shelf) -> None:
        """Called when the list shows another shelf."""

    def show_shelf(self, shelf: Shelf) -> None:
        """Show something else."""
        self.shelf = shelf
        self.reload()

    def read_first(self) -> None:
        """Show the first screenful, read here and now: to paint an empty list first would take longer.

        The rest comes when that is painted. What goes wrong goes wrong again there, and is said then.
        """
        self._painted = True
        self._start.enter_context(self.app.batch_update())
        ids = array("q")
        with suppress(ReaderError), self.session.store() as store:
            ids.extend(self.read_ids(store, self.shelf, FIRST_ROWS))
            self.rows.show_first(ids, self.read_rows(store, ids))
            self._say_shown(self.shelf)
        if len(ids) in (0, FIRST_ROWS):
            self.call_after_refresh(self.reload)

    def reload(self, *, current: int = 0) -> None:
        """Read the shelf again; the cursor goes to the row `current` where that is given."""
        self._searching.stop()
        # at the start a screenful comes first, the rest when that is painted
        limit = -1 if self._painted else FIRST_ROWS
        self._painted = True
        self._load(self.shelf, current, limit)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _load(self, shelf: Shelf, current: int, limit: int) -> None:
        from reader.store import InterruptedSearchError

        worker = get_current_worker()
        with self.session.store() as store, self._searching.by(store):
            try:
                # 100,000 integers in a list would take five times the memory
                ids = array("q", self.read_ids(store, shelf, limit))
                rows = self.read_rows(store, ids[:FIRST_ROWS])
            except InterruptedSearchError:
                return
            except StoreError as error:
                if not worker.is_cancelled:
                    self.app.call_from_thread(self._failed, shelf, error)
                return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._loaded, shelf, ids, rows, current)
            if len(ids) == limit:
                self.call_later(self.call_after_refresh, self.reload)

    def _loaded(self, shelf: Shelf, ids: Sequence[int], rows: Iterable[Any], current: int) -> None:
        if shelf != self.shelf:
            return
        self.rows.supply(rows)
        self.rows.show(ids, current=current)
        self.rows.reload()
        self._say_shown(shelf)

    def _say_shown(self, shelf: Shelf) -> None:
        self.query_one(SearchLine).problem = ("", 0)
        self.query_one(ListHead).sort = (shelf.sort, shelf.descending)
        self.refresh_bindings()
        self.shown(shelf)

    def _failed(self, shelf: Shelf, error: StoreError) -> None:
        place = getattr(error, "position", None)
        if place is None:
            self.session_app.show_failure(error)
        elif shelf == self.shelf:
            self.query_one(SearchLine).problem = (error.message, max(0, place - shelf.offset))

    @on(VirtualList.PageWanted)
    def _page_wanted(self, event: VirtualList.PageWanted) -> None:
        self._read_page(event.ids)

    @work(thread=True, group="rows", exit_on_error=False)
    def _read_page(self, ids: Sequence[int]) -> None:
        with self.session.store() as store:
            rows = self.read_rows(store, ids)
        self.app.call_from_thread(self.rows.supply, rows)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show what has changed on another screen."""
        if self._watch is None:
            self.call_later(self._start.close)
            event.refresh_styles = False  # everything has just been styled for the first time
            self._watch = self.set_interval(LOOK_EVERY, self._look_for_changes)
        elif self.rows.ids:
            self.reload()

    @work(thread=True, exclusive=True, group="watch", exit_on_error=False)
    def _look_for_changes(self) -> None:
        """Follow what another program has changed."""
        with self.session.store() as store:
            revision = store.revision()
        if revision != self._revision:
            known, self._revision = self._revision, revision
            if known is not None:
                self.app.call_from_thread(self.reload)

    # Changes

    def show_changed(self) -> None:
        """Read the list again."""
        self.reload()

    def taken(self) -> list[int]:
        """The ids chosen, which are chosen no longer."""
        ids = self.rows.chosen_ids
        self.rows.clear_selection()
        return ids

    # Finding

    @on(SearchLine.Changed)
    def _typed(self, event: SearchLine.Changed) -> None:
        if event.query != self.shelf.typed:
            self.show_shelf(self.shelf._replace(typed=event.query))

    @on(SearchLine.Submitted)
    def _to_list(self) -> None:
        self.rows.focus()

    @on(ListHead.SortWanted)
    def _sort_wanted(self, event: ListHead.SortWanted) -> None:
        if event.key in self.SORTS:
            self.show_shelf(self.shelf.sorted_by(event.key))

    @on(HeadLine.PlaceWanted)
    async def _place_wanted(self, event: HeadLine.PlaceWanted) -> None:
        await self.app.run_action(f"app.switch_mode('{event.place}')")

    def action_search(self) -> None:
        """Go to the search line."""
        self.query_one(SearchLine).focus_input()

    def action_sort_next(self) -> None:
        """Sort by the next column."""
        key = self.SORTS[(self.SORTS.index(self.shelf.sort) + 1) % len(self.SORTS)]
        self.show_shelf(self.shelf.sorted_by(key))

    def action_sort_reverse(self) -> None:
        """Turn the order round."""
        self.show_shelf(self.shelf.sorted_by(self.shelf.sort))

    def action_density(self) -> None:
        """One line a row, or two."""
        self.set_lines(3 - self.rows.lines)

    def set_lines(self, lines: int) -> None:
        """Lines a row takes; with one there are columns."""
        self.rows.lines = lines
        self.query_one(ListHead).plain = lines > 1

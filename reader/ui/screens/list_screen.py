"""What every screen around a long list does: it reads in workers and searches as one types."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from textual import events, on, work
from textual.timer import Timer
from textual.worker import Worker, WorkerState, get_current_worker

from reader.errors import ReaderError, StoreError
from reader.ui.feed_news import FeedNews
from reader.ui.screens.list_state import ListState, in_order_of
from reader.ui.screens.painted_once import PaintedOnce
from reader.ui.screens.running_searches import RunningSearches
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.place_bar import PlaceBar

if TYPE_CHECKING:
    from reader.store import Store

LOOK_EVERY = 3.0
"""Seconds between two looks for changes by other programs."""
PAINTED = 0.5
"""Seconds after which the first screen has been painted."""
FIRST_ROWS = 64
"""Rows that come together with the ids, so that the list appears at once."""
LARGE = 50_000
"""Articles up to which all of a list come as soon as its first rows: some 10 ms (measured)."""


class ListScreen(PaintedOnce, abstract=True):
    """A list with its search line; derived screens say what to read."""

    SORTS: Sequence[str] = ()
    """What the list can be sorted by, in the order in which a key goes through them."""

    list_state: ListState

    def __init__(self, list_state: ListState) -> None:
        super().__init__()
        self.list_state = list_state
        self._searching = RunningSearches()
        self._watch: Timer | None = None
        self._revision = -1
        """The library's revision that the list shows."""
        self._listed_query = list_state.query
        """What the rows listed were found by."""
        self._listed: ListState | None = None
        """What the rows are that are listed; None before there are any."""
        self.is_read = False
        self._painted = False
        self._sorts_anew = False
        """Whether rows go to where they belong now: not while one works on the list."""

    @cached_property
    def rows(self) -> VirtualList[Any]:
        """The list."""
        return self.query_one(VirtualList)

    @property
    def is_opening(self) -> bool:
        """Whether other rows are about to come: what is typed at the list, such as `A`, is meant for them."""
        return not self.is_read or (self._listed != self.list_state and self.rows.has_focus)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Hold no key back for rows that do not come."""
        if event.state is WorkerState.ERROR:
            self._note_listed(self.list_state)

    def read_ids(self, store: "Store", list_state: ListState, limit: int) -> Sequence[int]:
        """The ids to list, the first `limit` of them where that is not -1; runs in a worker."""
        raise NotImplementedError

    def read_rows(self, store: "Store", ids: Sequence[int]) -> Iterable[Any]:
        """The rows of some ids; runs in a worker."""
        raise NotImplementedError

    def shown(self, list_state: ListState) -> None:
        """Called when the list shows something else."""

    def show_list(self, list_state: ListState) -> None:
        """Show something else."""
        self.list_state = list_state
        self.reload()

    def read_first(self) -> None:
        """Show the first screenful, read here and now: to paint an empty list first would take longer.

        The rest comes when that is painted. What goes wrong goes wrong again there, and is said then.
        """
        self._painted = True
        ids: Sequence[int] = ()
        with suppress(ReaderError), self.session.store() as store:
            self._revision = store.revision()
            ids = self.read_ids(store, self.list_state, FIRST_ROWS)
            self.rows.show_first(ids, self.read_rows(store, ids), growing=len(ids) == FIRST_ROWS)
            self._note_listed(self.list_state)
            self._say_shown(self.list_state)
        if len(ids) in (0, FIRST_ROWS):
            self.call_after_refresh(self.reload)

    def reload(self, *, current: int = 0) -> None:
        """Read the list again; the cursor goes to the row `current` where that is given."""
        self._searching.interrupt()
        # At the start a screenful comes first, so that the list appears at once. So it does of another search
        # where nothing is selected: what is done to a selection is done in the order of the whole list.
        is_other = self.list_state.query != self._listed_query and not self.rows.selection.ids
        limit = FIRST_ROWS if not self._painted or (is_other and not current) else -1
        self._painted = True
        keeps_order = self._listed == self.list_state and not (self.rows.growing or self._sorts_anew)
        self._load(self.list_state, current, limit, self.rows.ids if keeps_order else ())

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _load(self, list_state: ListState, current: int, limit: int, listed: Sequence[int]) -> None:
        from reader.store import InterruptedSearchError  # not for the first paint

        worker = get_current_worker()
        with self.session.store() as store, self._searching.on(store):
            try:
                # before the ids: what another program writes meanwhile is found by the next look
                self._revision = store.revision()
                for found, growing in self._read_ids(store, list_state, limit):
                    ids = found if growing else in_order_of(listed, found)
                    rows = self.read_rows(store, ids[:FIRST_ROWS])
                    if worker.is_cancelled:
                        return
                    loaded = partial(self._loaded, growing=growing)
                    self.app.call_from_thread(loaded, list_state, ids, rows, current)
            except InterruptedSearchError:
                return
            except StoreError as error:
                if not worker.is_cancelled:
                    self.app.call_from_thread(self._failed, list_state, error)

    def _read_ids(
        self, store: "Store", list_state: ListState, limit: int
    ) -> Iterator[tuple[Sequence[int], bool]]:
        """The first ids and that more may come, then all of them."""
        if limit >= 0 and self.starts_sooner(store, list_state):
            ids = self.read_ids(store, list_state, limit)
            yield ids, len(ids) == limit
            if len(ids) < limit:
                return
        yield self.read_ids(store, list_state, -1), False

    def starts_sooner(self, store: "Store", list_state: ListState) -> bool:
        """Whether the first rows of a list come much sooner than all; runs in a worker."""
        return False

    def _loaded(
        self,
        list_state: ListState,
        ids: Sequence[int],
        rows: Iterable[Any],
        current: int,
        *,
        growing: bool,
    ) -> None:
        if list_state != self.list_state:
            return
        self._listed_query, self._sorts_anew = list_state.query, False
        self._note_listed(list_state)
        self.rows.supply(rows)
        self.rows.show(ids, current=current, growing=growing)
        self.rows.reload()
        if self._watch is not None:
            self._read_colours()
        self._say_shown(list_state)

    def _note_listed(self, list_state: ListState) -> None:
        """No key waits any longer for what is listed, or could not be."""
        self._listed, self.is_read = list_state, True

    def _say_shown(self, list_state: ListState) -> None:
        self.query_one(SearchLine).problem = ("", 0)
        self.query_one(ListHead).sort = (list_state.sort, list_state.descending)
        self.refresh_bindings()
        self.shown(list_state)

    @work(thread=True, exclusive=True, group="colours", exit_on_error=False)
    def _read_colours(self) -> None:
        """Read in which colours tags are shown."""
        with self.session.store() as store:
            colours = store.tags.coloured()
        if colours != self.rows.tag_colours:
            self.app.call_from_thread(setattr, self.rows, "tag_colours", colours)

    def _failed(self, list_state: ListState, error: StoreError) -> None:
        self.rows.growing = False
        self._note_listed(list_state)
        place = getattr(error, "position", None)
        if place is None:
            self.session_app.show_failure(error)
        elif list_state == self.list_state:
            self.query_one(SearchLine).problem = (error.message, max(0, place - list_state.offset))

    @on(VirtualList.PageWanted)
    def _page_wanted(self, event: VirtualList.PageWanted) -> None:
        self._read_page(event.ids)

    @work(thread=True, group="rows", exit_on_error=False)
    def _read_page(self, ids: Sequence[int]) -> None:
        with self.session.store() as store:
            rows = self.read_rows(store, ids)
        self.app.call_from_thread(self.rows.supply, rows)

    def on_descendant_focus(self) -> None:
        """Show whether keys go to the list."""
        self.query_one(ListHead).is_here = self.rows.has_focus

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show what has changed on another screen."""
        run = self.session.feed_run
        self.query_one(PlaceBar).note = run.note if run else ""
        if self._watch is None:
            event.refresh_styles = False  # everything has just been styled for the first time
            self._watch = self.set_interval(LOOK_EVERY, self._look_for_changes)
            self.set_timer(PAINTED, self._read_colours)
        elif self.rows.ids:
            self.reload()

    def on_screen_suspend(self) -> None:
        """Rows are sorted anew when one comes back from another place, not from a dialog over the list."""
        self._sorts_anew = self._sorts_anew or not self.is_current

    @work(thread=True, exclusive=True, group="watch", exit_on_error=False)
    def _look_for_changes(self) -> None:
        """Follow what another program has changed."""
        with self.session.store() as store:
            revision = store.revision()
        if revision != self._revision:
            self.app.call_from_thread(self.reload)

    def show_changed(self) -> None:
        """Read the list again."""
        self.reload()

    def change_rows(self, do: Callable[["Store"], str]) -> None:
        """Change which rows there are; keys typed next are for those that are left."""
        self._listed = None
        self.change(do)

    def pop_chosen(self) -> list[int]:
        """The ids chosen, which are chosen no longer."""
        ids = self.rows.chosen_ids
        self.rows.clear_selection()
        return ids

    @on(SearchLine.Changed)
    def _typed(self, event: SearchLine.Changed) -> None:
        if event.query != self.list_state.typed:
            self.show_list(self.list_state._replace(typed=event.query))

    @on(SearchLine.Submitted)
    def _to_list(self) -> None:
        self.rows.focus()

    @on(ListHead.SortWanted)
    def _sort_wanted(self, event: ListHead.SortWanted) -> None:
        if event.key in self.SORTS:
            self.show_list(self.list_state.sorted_by(event.key))

    @on(FeedNews)
    def say_run(self, event: FeedNews) -> None:
        """Say in the first line how far asking feeds is."""
        self.query_one(PlaceBar).note = event.run.note

    def action_search(self) -> None:
        """Go to the search line."""
        self.query_one(SearchLine).focus_input()

    def action_sort_next(self) -> None:
        """Sort by the next column."""
        key = self.SORTS[(self.SORTS.index(self.list_state.sort) + 1) % len(self.SORTS)]
        self.show_list(self.list_state.sorted_by(key))

    def action_sort_reverse(self) -> None:
        """Turn the order round."""
        self.show_list(self.list_state.sorted_by(self.list_state.sort))

    def action_density(self) -> None:
        """One line a row, or two."""
        self.set_lines(3 - self.rows.lines)

    def set_lines(self, lines: int) -> None:
        """Lines a row takes; with one there are columns."""
        self.rows.lines = lines
        self.query_one(ListHead).plain = lines > 1

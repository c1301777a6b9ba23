"""Who has how much of a say: bars of what is listed, counted in a worker; each opens its quotes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.i18n import _, listed
from reader.ui.places import BalanceWanted, QuotesWanted
from reader.ui.screens.balance_bars import (
    BETWEEN,
    Asked,
    heading,
    legend,
    parts_of,
    rows_of,
    summed,
    told,
)
from reader.ui.screens.balance_files import BalanceFiles
from reader.ui.screens.balance_keys import BALANCE_KEYS, SPLITS
from reader.ui.screens.balance_profile import WIDTH
from reader.ui.screens.running_searches import RunningSearches
from reader.ui.widgets.folded_lines import FoldedLines
from reader.ui.widgets.glyphs import glyphs
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.bars import BarList, BarPart
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.place_bar import PlaceBar

if TYPE_CHECKING:
    from reader.library.balances import Balance, Bar
    from reader.library.cross_tables import CrossTable
    from reader.store.counting import Scope

COUNTING = _("Counting …")
LOW = 14
"""Lines of a terminal below which the bars have all there are."""
NOTHING = (_("There is no quote to count here."), "", _("Esc   goes back"), _("/     counts other quotes"))


class BalanceScreen(BalanceFiles):
    """Bars."""

    AUTO_FOCUS = "BarList"
    DEFAULT_CSS = """
    BalanceScreen .told {
        color: $muted; height: auto; max-height: 2; padding: 0 1; margin-bottom: 1; text-wrap: wrap;
    }
    """
    BINDINGS = BALANCE_KEYS

    @dataclass
    class Counted(Message):
        """Quotes were counted."""

        asked: Asked
        balance: "Balance"
        split: "CrossTable | None"

    @dataclass
    class Failed(Message):
        """They could not be counted."""

        asked: Asked
        sentence: str

    def __init__(self, wanted: BalanceWanted) -> None:
        super().__init__()
        self.wanted = wanted
        self.asked = Asked(quotes=wanted.quotes)
        self.balance: Balance | None = None
        self.split: CrossTable | None = None
        self._parts: tuple[BarPart, ...] = ()
        """What the bars are divided into."""
        self._counting = RunningSearches()
        self._was_left = False
        self._revision = -1
        """The library's revision that the bars show."""

    def compose(self) -> ComposeResult:
        """Title, facts, legend, bars, the current one, keys."""
        yield PlaceBar("balance")
        yield FoldedLines(between=BETWEEN, id="title", classes="title")
        yield FoldedLines(COUNTING, most=3, id="facts", classes="told")
        yield Static("", markup=False, id="legend", classes="told")
        with Horizontal():
            yield BarList()
            yield Static("", markup=False, id="profile")
        yield FoldedLines(between=BETWEEN, id="current", classes="told")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Count."""
        self.bars.signs = glyphs(ascii_only=self.session_app.ascii)
        self.query_one("#legend").display = False
        self.query_one(PlaceBar).display = self.app.size.height >= LOW
        title = self.query_one("#title").styles
        title.height, title.max_height = "auto", 2
        self.query_one("#facts").styles.max_height = 3
        about = self.query_one("#current").styles
        about.height, about.margin = 2, 0  # the bars keep their place, whatever is told of one
        beside = self.query_one("#profile").styles
        beside.width, beside.padding = WIDTH, (0, 1, 0, 2)
        self.read()

    @property
    def current(self) -> "Bar | None":
        """The bar under the cursor."""
        place = self.bars.current_id
        return self.balance.bars[place - 1] if self.balance and place else None

    @property
    def counted_by(self) -> str:
        """What the bars are counted by."""
        return self.asked.by

    def scope(self) -> "Scope":
        """Which quotes are counted."""
        from reader.store.counting import Scope  # for the worker first

        return Scope(self.wanted.library, self.asked.quotes, self.wanted.articles)

    # -- counting ------------------------------------------------------------------------------------------

    def ask(self, asked: Asked) -> None:
        """Count something else."""
        if asked.by != self.asked.by:
            self.bars.start_over()
        self.asked = asked
        self.read()

    def read(self) -> None:
        """Count again; what runs is interrupted."""
        self._counting.interrupt()
        self._say_heading()
        self.query_one("#facts", FoldedLines).say(COUNTING)
        self._count(self.asked)

    @work(thread=True, exclusive=True, group="balance", exit_on_error=False)
    def _count(self, asked: Asked) -> None:
        from reader.library.balances import balance_of, dimension  # for the worker first
        from reader.library.cross_tables import table_of
        from reader.store import InterruptedSearchError

        worker = get_current_worker()
        try:
            with self.session.store() as store, self._counting.on(store):
                self._revision = store.revision()
                by, scope = dimension(asked.by), self.scope()
                balance = balance_of(store, by, scope, measure=asked.measure)
                if worker.is_cancelled:
                    return
                self.post_message(self.Counted(asked, balance, None))
                if asked.split:
                    split = table_of(store, by, dimension(asked.split), scope, measure=asked.measure)
                    if not worker.is_cancelled:
                        self.post_message(self.Counted(asked, balance, split))
        except InterruptedSearchError:
            return
        except ReaderError as error:
            self.post_message(self.Failed(asked, error.message))

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        if event.asked == self.asked:
            self.balance = self.split = None
            self.bars.show_bars(())
            self.query_one("#facts", FoldedLines).say(event.sentence)

    @on(Counted)
    def _counted(self, event: Counted) -> None:
        if event.asked != self.asked:
            return
        self.balance, self.split = event.balance, event.split
        self._parts = parts = parts_of(event.split) if event.split else ()
        coloured = not (self.session_app.ascii or self.app.no_color)
        shown = self.query_one("#legend", Static)
        shown.update(legend(self.app, parts, coloured=coloured))
        shown.display = bool(parts)
        self.bars.empty = NOTHING
        self.bars.show_bars(rows_of(event.balance, event.split), parts)
        self.query_one("#facts", FoldedLines).say(summed(event.balance))
        self._say_heading()
        self._say_current()
        self.refresh_bindings()

    def _say_heading(self) -> None:
        scope = self.wanted.told
        if self.asked.quotes and self.asked.quotes != self.wanted.quotes:
            scope = listed([one for one in (scope, self.asked.quotes) if one])
        text = heading(self.asked.by, self.asked.measure, self.asked.split, scope)
        self.query_one("#title", FoldedLines).say(text)

    @on(VirtualList.Moved)
    def _say_current(self) -> None:
        text, bar = "", self.current
        if bar is not None and self.balance is not None:
            row = self.bars.row(self.bars.current_id)
            names = [part.name for part in self._parts]
            text = told(self.balance, bar, row.parts if row else (), names)
        self.query_one("#current", FoldedLines).say(text)
        self.profile_soon()

    def on_screen_suspend(self) -> None:
        """Remember that another screen lay over this one."""
        self._was_left = True

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Count what was decided meanwhile; the cursor stays on its bar."""
        if self._was_left:
            self._was_left = False
            self._look_for_changes()

    @work(thread=True, exclusive=True, group="watch", exit_on_error=False)
    def _look_for_changes(self) -> None:
        with self.session.store() as store:
            revision = store.revision()
        if revision != self._revision:
            self.app.call_from_thread(self.read)

    # -- keys ----------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now."""
        if action in ("open", "export"):
            return bool(self.balance and self.balance.bars)
        return True

    @on(VirtualList.Chosen)
    def action_open(self) -> None:
        """List the quotes that the current bar counts."""
        if (bar := self.current) and not bar.query:
            self.notify(_("Fields of your own are only shown as sums."), markup=False)
        elif bar:
            self.post_message(QuotesWanted(bar.query))

    def action_by(self, step: int) -> None:
        """Count by the next thing in this list, or the one before."""
        from reader.store.dimensions import DIMENSIONS, PRIVATE  # which the worker has read

        own = [PRIVATE + name for name in self.session.config.source_fields]
        names = [*DIMENSIONS, *own]
        self.action_count_by(names[(names.index(self.asked.by) + step) % len(names)])

    def action_count_by(self, name: str) -> None:
        """Count by one thing."""
        split = "" if self.asked.split == name else self.asked.split
        self.ask(Asked(name, self.asked.measure, split, self.asked.quotes))

    def action_measure(self) -> None:
        """Measure words, quotes, direct quotes, articles."""
        from reader.library.balances import MEASURES  # which the worker has read

        measure = MEASURES[(MEASURES.index(self.asked.measure) + 1) % len(MEASURES)]
        self.ask(Asked(self.asked.by, measure, self.asked.split, self.asked.quotes))

    def action_split(self) -> None:
        """Divide the bars by the next thing."""
        splits = [one for one in SPLITS if one != self.asked.by]
        split = splits[(splits.index(self.asked.split) + 1) % len(splits)]
        self.ask(Asked(self.asked.by, self.asked.measure, split, self.asked.quotes))

    @work(group="ask", exit_on_error=False)
    async def action_search(self) -> None:
        """Count only quotes that a search finds."""
        from reader.ui.dialogs.ask import Ask  # a dialog is loaded when it is first asked for

        what = _("Only quotes that this finds, such as type:direct after:2024; empty: all")
        hint = _("{what}\nEnter counts · Esc leaves").format(what=what)
        query = await self.app.push_screen_wait(Ask(_("Count which quotes?"), hint, self.asked.quotes))
        if query is not None:
            self.ask(Asked(self.asked.by, self.asked.measure, self.asked.split, query))

    def action_back(self) -> None:
        """Leave; what runs is interrupted."""
        self._counting.interrupt()
        self.reading.interrupt()
        self.dismiss()

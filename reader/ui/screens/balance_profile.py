"""Beside the bars, where there is room: what is counted of the quotes of the current one."""

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.app import App
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.cells import fit
from reader.i18n import number, percent
from reader.ui.screens.headed import HeadedScreen
from reader.ui.screens.running_searches import RunningSearches
from reader.ui.session import plain
from reader.ui.widgets.inks import ink
from reader.ui.widgets.lists.bars import BarList
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.balances import Balance, Bar
    from reader.models import QuoteRow
    from reader.store import Store

WIDTH = 49
"""Cells of the profile, with the blank ones before it."""
FROM = 136
"""Cells of the terminal from which there is room for it."""
PROFILE = ("type", "stance", "outlet", "month")
"""What is told of a bar, but for what the bars themselves are counted by."""
_LINES = {"stance": 11}
"""Values told of each, else `_SOME`."""
_SOME = 6
QUOTES = 20
"""Quotes told below them, more than fit on a screen of 60 lines."""
RESTING = 0.2
"""Seconds on one bar after which its profile is read."""
_NAME, _BAR = 20, 12


class Profile(NamedTuple):
    """What is told of one bar."""

    balances: "list[Balance]"
    quotes: "list[QuoteRow]"
    """The first of those it counts, the newest before the older ones."""


def read_profile(store: "Store", query: str, by: str) -> Profile:
    """What is known of the quotes that a search finds, in a worker."""
    from reader.library.balances import balance_of, dimension  # for the worker first
    from reader.store.counting import Scope

    ids = store.quotes.ids(query, sort="published", descending=True)
    scope = Scope(ids=tuple(ids))
    names = (name for name in PROFILE if name != by)
    balances = [balance_of(store, dimension(name), scope, measure="quotes") for name in names]
    return Profile(balances, store.quotes.rows(ids[:QUOTES]))


def profile(app: App[object], name: str, told: Profile, *, sign: str) -> Content:
    """The lines of a profile, and below them some of the quotes."""
    from reader.library.count_words import shown_value  # the store, which the screen has opened by now
    from reader.ui.widgets.quote_types import LOOKS  # when something is told first

    lines = [Content.styled(visible(name), ink(app, "speaker", bold=True))]
    for balance in told.balances:
        lines += [Content(""), Content.styled(balance.heading, ink(app, "muted"))]
        # of time the last, of all else the largest
        lines_here = _LINES.get(balance.by, _SOME)
        bars = balance.bars[-lines_here:] if balance.by == "month" else balance.bars[:lines_here]
        most = max((bar.quotes for bar in bars), default=0) or 1
        for bar in bars:
            shown = fit(visible(shown_value(balance.by, bar.name)), _NAME)
            share = f"{percent(bar.part):>{len(percent(1))}}"
            counted = plain(f"{shown} {number(bar.quotes):>6} {share} ")
            drawn = sign * max(1, round(bar.quotes * _BAR / most))
            lines.append(counted + Content.styled(drawn, ink(app, "primary")))
    for row in told.quotes:
        lines += [Content(""), Content.styled(visible(row.words), ink(app, LOOKS[row.type].colour))]
    return Content("\n").join(lines)


class ProfiledScreen(HeadedScreen, abstract=True):
    """A screen with bars and, in a wide terminal, a profile of the current one."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = RunningSearches()
        self._resting: Timer | None = None

    @property
    def bars(self) -> BarList:
        """The list."""
        return self.query_one(BarList)

    @property
    def current(self) -> "Bar | None":
        """The bar under the cursor."""
        raise NotImplementedError

    @property
    def counted_by(self) -> str:
        """What the bars are counted by."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Show the profile of the current bar where there is room."""
        self.query_one("#profile").display = self.size.width >= FROM
        self.profile_soon()

    def profile_soon(self) -> None:
        """Read it when the cursor rests."""
        self.reading.interrupt()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(RESTING, self._read_profile)

    def _read_profile(self) -> None:
        shown = self.query_one("#profile", Static)
        bar = self.current
        if bar is None:
            shown.update("")
        elif shown.display:
            self._look(bar)

    @work(thread=True, exclusive=True, group="profile", exit_on_error=False)
    def _look(self, bar: "Bar") -> None:
        from reader.store import InterruptedSearchError  # for the worker first

        with self.session.store() as store, self.reading.on(store), suppress(InterruptedSearchError):
            told = read_profile(store, bar.query, self.counted_by)
            if not get_current_worker().is_cancelled:
                self.app.call_from_thread(self._show_profile, bar, told)

    def _show_profile(self, bar: "Bar", told: Profile) -> None:
        if bar == self.current:
            from reader.library.count_words import shown_value  # read by the worker before

            sign = self.bars.signs.full if self.session_app.ascii else "█"
            name = shown_value(self.counted_by, bar.name)
            self.query_one("#profile", Static).update(profile(self.app, name, told, sign=sign))

"""All quotes of the library in one list: decide, name the speaker, tag, jump to the place."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget

from reader import amounts
from reader.i18n import _, number
from reader.models import QuoteRow
from reader.ui.keys import task
from reader.ui.places import ArticleWanted, BalanceWanted, TrailWanted
from reader.ui.screens.beside import BesideScreen, Inks, aside_key
from reader.ui.screens.list_screen import LARGE
from reader.ui.screens.list_state import ListState
from reader.ui.screens.quote_changes import DECISION_KEYS, QuoteChanges
from reader.ui.screens.quote_views import VIEW_KEYS, QuoteViews
from reader.ui.screens.suggesting import Suggesting
from reader.ui.widgets.aside import Aside, Told
from reader.ui.widgets.glyphs import glyphs
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.quotes import COLUMNS, GUTTER, QuoteList
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.place_bar import PlaceBar

if TYPE_CHECKING:
    from reader.store import Store

NO_QUOTES = (
    _("There is no quote here yet."),
    "",
    _("F3   goes to the library; quotes are found when articles are added"),
)
COUNTING = _("Counting …")
NOTHING_FOUND = (
    _("No quote matches."),
    "",
    _("/ Esc   clears the search"),
    _("f       goes on to the next view"),
)


class QuotesScreen(QuoteChanges, QuoteViews, BesideScreen, Suggesting):
    """The quotes."""

    SORTS = ("speaker", "article", "published", "type", "status", "verification", "confidence")
    DEFAULT_CSS = """
    QuotesScreen #listing { height: 1fr; }
    QuotesScreen.-high #listing { margin-top: 1; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    AUTO_FOCUS = "QuoteList"
    BINDINGS = [
        *task(
            _("Read"),
            Binding(
                "enter", "open", _("Open"), tooltip=_("Go to its place in the article"), id="quotes.open"
            ),
            Binding("slash", "search", _("Search"), tooltip=_("Search and filter"), id="quotes.search"),
            Binding(
                "Q",
                "trail",
                _("Trail"),
                tooltip=_("What it says through all articles by time"),
                id="quotes.trail",
                show=False,
            ),
        ),
        *VIEW_KEYS,
        *task(
            _("Read"),
            Binding(
                "o", "sort_next", _("Order"), tooltip=_("By speaker, article, date, type …"), id="quotes.sort"
            ),
            Binding(
                "O",
                "sort_reverse",
                _("Reverse"),
                tooltip=_("Turn the order"),
                id="quotes.reverse",
                show=False,
            ),
            Binding(
                "z", "density", _("Density"), tooltip=_("One or two lines"), id="quotes.density", show=False
            ),
        ),
        *aside_key("quotes"),
        *DECISION_KEYS,
        *task(
            _("Program"),
            Binding(
                "q",
                "app.quit",
                _("Quit"),
                tooltip=_("Leave; everything is saved"),
                id="quotes.quit",
                show=False,
            ),
            Binding(
                "escape",
                "back",
                _("Back"),
                tooltip=_("Clear, then to where you came from"),
                id="quotes.back",
                show=False,
            ),
        ),
    ]

    def __init__(self, query: str = "") -> None:
        super().__init__(ListState(typed=query, sort="speaker", descending=False))
        self._came_for = query
        """What another screen has asked for: leaving it goes back there."""

    def compose(self) -> ComposeResult:
        """Head line, search line, list, keys."""
        yield PlaceBar("quotes")
        yield SearchLine(
            _("Search quotes:  steuern  speaker:merkel  type:direct  status:suggested  after:2024")
        )
        with Widget(id="listing"):
            yield ListHead(COLUMNS, GUTTER)
            yield QuoteList()
            yield Aside()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Set the widgets up and read the list."""
        signs = glyphs(ascii_only=self.session_app.ascii)
        self.quotes.signs = signs
        self.query_one(ListHead).signs = signs
        self.set_lines(1 if self.session.config.density == "compact" else 2)
        if self.list_state.typed:
            self.query_one(SearchLine).set_query(self.list_state.typed)
        self.reload()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter in an empty list takes what is suggested."""
        if action == "open" and self.suggested:
            return True
        return super().check_action(action, parameters)

    def told_of(self, store: "Store", row_id: int) -> Inks:
        """The quote where it stands, and what hangs on it."""
        from reader.ui.screens.quote_told import QuoteInks, read_quote  # not before the list is there

        told = read_quote(store, row_id)
        return lambda: QuoteInks(self.app, self.quotes.signs).told(told) if told else Told()

    @property
    def quotes(self) -> QuoteList:
        """The list."""
        return self.query_one(QuoteList)

    def read_ids(self, store: "Store", list_state: ListState, limit: int) -> Sequence[int]:
        """The quotes to list."""
        return store.quotes.id_array(
            list_state.query, sort=list_state.sort, descending=list_state.descending, limit=limit
        )

    def starts_sooner(self, store: "Store", list_state: ListState) -> bool:
        """In a large library, where an index has the order."""
        in_order = list_state.sort in ("speaker", "article", "confidence") and not list_state.query
        return in_order and store.articles.latest_id() > LARGE

    def read_rows(self, store: "Store", ids: Sequence[int]) -> Iterable[QuoteRow]:
        """Rows of the list."""
        return store.quotes.rows(ids)

    def shown(self, list_state: ListState) -> None:
        """Follow with caption and status."""
        self.query_one(ListHead).caption = self.view_name
        self.quotes.grouped = list_state.sort == "speaker"
        self.quotes.empty = NOTHING_FOUND if list_state.query else NO_QUOTES
        self.suggested = ""
        if list_state.typed.strip() and not self.quotes.ids:
            self.suggest(list_state, _meant)
        self.show_aside()
        self._say_status()

    @on(VirtualList.SelectionChanged)
    def _say_status(self) -> None:
        count, chosen = len(self.quotes.ids), len(self.quotes.selection.ids)
        shown = amounts.quotes(count, digits=True)
        if self.quotes.growing:  # how many there are is not known yet
            shown = COUNTING
        self.query_one(PlaceBar).status = (
            _("{count} selected  ·  {shown}").format(count=number(chosen), shown=shown) if chosen else shown
        )

    @on(VirtualList.Chosen)
    def action_open(self) -> None:
        """Open the article at the quote; where nothing is found, search for what is suggested."""
        if self.take_suggestion():
            return
        row = self.quotes.row(self.quotes.current_id)
        if row is not None:
            self.post_message(ArticleWanted(row.article_id, row.start))

    def action_trail(self) -> None:
        """Show what the quote says through all articles."""
        if quote_id := self.quotes.current_id:
            self.post_message(TrailWanted(quote_id))

    def balance_wanted(self) -> BalanceWanted:
        """What is listed."""
        return BalanceWanted(quotes=self.list_state.query)

    def action_back(self) -> None:
        """Leave the search line, then the selection, the search, the view, the screen."""
        if not self.quotes.has_focus:
            self.quotes.focus()
        elif self.quotes.clear_selection():
            return
        elif self._came_for and self.list_state.wanted == self._came_for.strip() and not self.list_state.view:
            self.dismiss()
        elif self.list_state.typed:
            self.query_one(SearchLine).set_query("")
        elif self.list_state.view:
            self.show_list(self.list_state.in_view(""))
        elif self._came_for:
            self.dismiss()
        else:
            self.app.switch_mode("library")


def _meant(store: "Store", typed: str) -> str:
    near = store.search.meant(typed)
    return near if near and len(store.quotes.id_array(near, limit=1)) else ""

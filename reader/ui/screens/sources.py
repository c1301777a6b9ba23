"""The register of sources: who they are, how often they are quoted, and which are probably the same."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget

from reader.models import Source
from reader.ui.keys import task
from reader.ui.places import QuotesWanted
from reader.ui.screens.list_screen import ListScreen
from reader.ui.screens.list_state import ListState
from reader.ui.screens.source_changes import SOURCE_KEYS, SourceChanges
from reader.ui.widgets.glyphs import glyphs
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.lists.sources import COLUMNS, GUTTER, SourceList
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.place_bar import PlaceBar

if TYPE_CHECKING:
    from reader.store import Store

NO_SOURCES = (
    "There is no source in the register yet.",
    "",
    "p   on a quote says who spoke, and enters them here",
    "a   enters a new source",
)
NOTHING_FOUND = ("No source matches.", "", "/ Esc   clears the search")


class SourcesScreen(SourceChanges, ListScreen):
    """The register."""

    SORTS = ("name", "quotes", "articles", "kind", "role", "use")
    DEFAULT_CSS = """
    SourcesScreen #listing { height: 1fr; }
    SourcesScreen.-high #listing { margin-top: 1; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    AUTO_FOCUS = "SourceList"
    BINDINGS = [
        *task(
            "Read",
            Binding("enter", "open", "Quotes", tooltip="All quotes of this source", id="sources.open"),
            Binding(
                "slash", "search", "Search", tooltip="By name, alias, role, affiliation", id="sources.search"
            ),
            Binding("o", "sort_next", "Order", tooltip="Sort by the next column", id="sources.sort"),
            Binding(
                "O", "sort_reverse", "Reverse", tooltip="Turn the order", id="sources.reverse", show=False
            ),
        ),
        *SOURCE_KEYS,
        *task(
            "Program",
            Binding(
                "q", "app.quit", "Quit", tooltip="Leave; everything is saved", id="sources.quit", show=False
            ),
            Binding(
                "escape", "back", "Back", tooltip="Clear, then to the library", id="sources.back", show=False
            ),
        ),
    ]

    def __init__(self) -> None:
        super().__init__(ListState(sort="name", descending=False))
        self._shown_state: ListState | None = None

    def compose(self) -> ComposeResult:
        """Head line, search line, list, keys."""
        yield PlaceBar("sources")
        yield SearchLine("Search the register:  a name, an alias, a role, an affiliation")
        with Widget(id="listing"):
            yield ListHead(COLUMNS, GUTTER)
            yield SourceList()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Set the widgets up and read the register."""
        signs = glyphs(ascii_only=self.session_app.ascii)
        self.sources.signs = signs
        self.query_one(ListHead).signs = signs
        self.reload()
        self.look_for_doubles()

    @property
    def sources(self) -> SourceList:
        """The list."""
        return self.query_one(SourceList)

    def read_ids(self, store: "Store", list_state: ListState, limit: int) -> Sequence[int]:
        """The sources to list."""
        words = list_state.typed.casefold().split()
        found = [source for source in store.sources.all() if all(word in _searched(source) for word in words)]
        found.sort(key=lambda source: _order(source, list_state.sort), reverse=list_state.descending)
        return [source.id for source in found]

    def read_rows(self, store: "Store", ids: Sequence[int]) -> Iterable[Source]:
        """Rows of the list."""
        wanted = set(ids)
        return [source for source in store.sources.all() if source.id in wanted]

    def shown(self, list_state: ListState) -> None:
        """Follow with the status."""
        self.sources.empty = NOTHING_FOUND if list_state.typed.strip() else NO_SOURCES
        self._say_status()
        if list_state == self._shown_state:  # read again, since something was changed
            self.look_for_doubles()
        self._shown_state = list_state

    @on(VirtualList.SelectionChanged)
    def _say_status(self) -> None:
        count, chosen = len(self.sources.ids), len(self.sources.selection.ids)
        parts = [f"{chosen} selected"] if chosen else []
        parts.append("1 source" if count == 1 else f"{count:,} sources")
        if self.doubles:
            parts.append(f"{len(self.doubles)} probably the same (S)")
        self.query_one(PlaceBar).status = "  ·  ".join(parts)
        self.refresh_bindings()

    @work(thread=True, exclusive=True, group="doubles", exit_on_error=False)
    def look_for_doubles(self) -> None:
        """Look which sources are probably the same."""
        with self.session.store() as store:
            doubles = store.sources.similar()
        self.app.call_from_thread(self._found_doubles, doubles)

    def _found_doubles(self, doubles: list[tuple[Source, Source, float]]) -> None:
        self.doubles = doubles
        self._say_status()

    @on(VirtualList.Chosen)
    def action_open(self) -> None:
        """Show the quotes of the current source."""
        source = self.sources.row(self.sources.current_id)
        if source is not None:
            name = source.name.replace('"', '""')
            self.post_message(QuotesWanted(f'source:"{name}" '))

    def action_back(self) -> None:
        """Leave the search line, then the selection, the search, the screen."""
        if not self.sources.has_focus:
            self.sources.focus()
        elif self.sources.clear_selection():
            return
        elif self.list_state.typed:
            self.query_one(SearchLine).set_query("")
        else:
            self.app.switch_mode("library")


def _searched(source: Source) -> str:
    return " ".join(
        (source.name, *source.aliases, source.role, source.affiliation, source.remarks)
    ).casefold()


def _order(source: Source, key: str) -> tuple[object, str]:
    value = getattr(source, key)
    return (value.casefold() if isinstance(value, str) else value, source.name.casefold())

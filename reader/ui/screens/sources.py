"""The register of sources: who they are, how often they are quoted, and which are probably the same."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget

from reader import amounts
from reader.i18n import _, ngettext, number
from reader.models import Source, Voice
from reader.ui.keys import task
from reader.ui.places import QuotesWanted
from reader.ui.screens.beside import BesideScreen, Inks, aside_key
from reader.ui.screens.list_state import ListState
from reader.ui.screens.source_changes import SOURCE_KEYS, SourceChanges
from reader.ui.screens.source_suggestions import (
    NEVER,
    REGISTER,
    SUGGESTED,
    SUGGESTION_KEYS,
    THERE,
    VIEWS,
    SourceSuggestions,
)
from reader.ui.widgets.aside import Aside, Told
from reader.ui.widgets.glyphs import glyphs
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.lists.sources import COLUMNS, GUTTER, VOICE_COLUMNS, SourceList
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.place_bar import PlaceBar

if TYPE_CHECKING:
    from reader.store import Store

NO_SOURCES = (
    _("There is no source in the register yet."),
    "",
    _("f   shows who is quoted in your articles: A takes them in"),
    _("p   on a quote says who spoke, and enters them here"),
    _("a   enters a new source"),
)
LOOKING = (_("Looking through your articles …"),)
NOBODY_FOUND = (
    _("Everybody who is quoted by name is in the register already."),
    "",
    _("f   shows who is left out, then the register of sources"),
)
NOBODY_LEFT_OUT = (_("No name is left out."), "", _("f   shows the register of sources"))
NOTHING_FOUND = (_("No source matches."), "", _("/ Esc   clears the search"))
SORTS = ("name", "quotes", "articles", "kind", "role", "use")
VOICE_SORTS = ("quotes", "articles", "name", "same")
OF_REGISTER = frozenset({"edit", "guard", "protect", "kind", "remove", "split", "merge", "same"})
"""What is done to sources alone."""


class SourcesScreen(SourceChanges, SourceSuggestions, BesideScreen):
    """The register, and who could be in it."""

    SORTS: Sequence[str] = SORTS
    DEFAULT_CSS = """
    SourcesScreen #listing { height: 1fr; }
    SourcesScreen.-high #listing { margin-top: 1; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    AUTO_FOCUS = "SourceList"
    BINDINGS = [
        *task(
            _("Read"),
            Binding("enter", "open", _("Quotes"), tooltip=_("All quotes of this source"), id="sources.open"),
            Binding(
                "slash",
                "search",
                _("Search"),
                tooltip=_("By name, alias, role, affiliation"),
                id="sources.search",
            ),
            Binding("o", "sort_next", _("Order"), tooltip=_("Sort by the next column"), id="sources.sort"),
            Binding(
                "O",
                "sort_reverse",
                _("Reverse"),
                tooltip=_("Turn the order"),
                id="sources.reverse",
                show=False,
            ),
        ),
        *aside_key("sources"),
        *SUGGESTION_KEYS,
        *SOURCE_KEYS,
        *task(
            _("Program"),
            Binding(
                "q",
                "app.quit",
                _("Quit"),
                tooltip=_("Leave; everything is saved"),
                id="sources.quit",
                show=False,
            ),
            Binding(
                "escape",
                "back",
                _("Back"),
                tooltip=_("Clear, then to the library"),
                id="sources.back",
                show=False,
            ),
        ),
    ]

    def __init__(self) -> None:
        super().__init__(ListState(sort="name", descending=False))
        self._shown_state: ListState | None = None
        self._suggestions = 0
        self._has_looked = False

    def compose(self) -> ComposeResult:
        """Head line, search line, list, keys."""
        yield PlaceBar("sources")
        yield SearchLine(_("Search the register:  a name, an alias, a role, an affiliation"))
        with Widget(id="listing"):
            yield ListHead(COLUMNS, GUTTER)
            yield SourceList()
            yield Aside()
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to suggestions is there where they are listed, the rest in the register."""
        view = self.list_state.view
        if action in THERE:
            return view in THERE[action] and bool(self.rows.ids)
        if view != REGISTER and action in OF_REGISTER:
            return False
        return super().check_action(action, parameters)

    def read_ids(self, store: "Store", list_state: ListState, limit: int) -> Sequence[int]:
        """The sources to list, or the voices."""
        words = list_state.typed.casefold().split()
        every: list[Source] | list[Voice] = store.sources.all()
        if list_state.view != REGISTER:
            every = store.voices.suggested(store.sources.all(), dismissed=list_state.view == NEVER)
            self.voices = {voice.id: voice for voice in every}
        found = [one for one in every if all(word in _searched(one) for word in words)]
        found.sort(key=lambda one: one.name.casefold())
        found.sort(key=lambda one: _order(one, list_state.sort), reverse=list_state.descending)
        return [one.id for one in found]

    def read_rows(self, store: "Store", ids: Sequence[int]) -> Iterable[Source | Voice]:
        """Rows of the list."""
        if self.list_state.view != REGISTER:
            voices = self.voices
            return store.voices.described(voices[number] for number in ids if number in voices)
        wanted = set(ids)
        return [source for source in store.sources.all() if source.id in wanted]

    def told_of(self, store: "Store", row_id: int) -> Inks:
        """Who a source is, and what it says."""
        from reader.ui.screens.source_told import read_source, told_source  # not before the list is there

        rows = list(self.read_rows(store, [row_id]))
        if not rows:
            return Told
        told = read_source(store, rows[0])
        return lambda: told_source(self.app, self.sources.signs, told)

    def shown(self, list_state: ListState) -> None:
        """Follow with the status."""
        nothing = {REGISTER: NO_SOURCES, SUGGESTED: NOBODY_FOUND, NEVER: NOBODY_LEFT_OUT}[list_state.view]
        self.sources.empty = NOTHING_FOUND if list_state.typed.strip() else nothing
        self._say_status()
        self.show_aside()
        if list_state == self._shown_state:  # read again, since something was changed
            self.look_for_doubles()
        self._shown_state = list_state
        if not self._has_looked and list_state == ListState(sort="name", descending=False):
            self._has_looked = True
            if not self.sources.ids:  # a register begins empty: what could be in it says more
                self._show_view(SUGGESTED)

    def action_view(self) -> None:
        """Go on from the register to who is quoted, who is left out, and back."""
        self._show_view(VIEWS[(VIEWS.index(self.list_state.view) + 1) % len(VIEWS)])

    def show_source(self, source_id: int) -> None:
        """Show a source that was stored; it stands in the register, from wherever it was entered."""
        if self.list_state.view != REGISTER:
            self._show_view(REGISTER)
        super().show_source(source_id)

    def _show_view(self, view: str) -> None:
        is_register = view == REGISTER
        columns = COLUMNS if is_register else VOICE_COLUMNS
        self.sources.clear_selection()
        self.sources.columns = columns
        self.SORTS = SORTS if is_register else VOICE_SORTS
        self.query_one(ListHead).set_columns(columns)
        sort = "name" if is_register else "quotes"
        self.sources.empty = LOOKING
        self.query_one(PlaceBar).status = ""  # a number of the view that was left would be wrong
        self.show_list(self.list_state.in_view(view)._replace(sort=sort, descending=not is_register))

    @on(VirtualList.SelectionChanged)
    def _say_status(self) -> None:
        count, chosen = len(self.sources.ids), len(self.sources.selection.ids)
        parts = [_("{count} selected").format(count=number(chosen))] if chosen else []
        # what there is to do first: of a narrow line the last facts are left out
        if self._suggestions and self.list_state.view == REGISTER:
            parts.append(_("{count} found in articles (f)").format(count=number(self._suggestions)))
        if self.doubles and self.list_state.view == REGISTER:
            parts.append(_("{count} probably the same (S)").format(count=number(len(self.doubles))))
        parts.append(_("Counting …") if self.rows.growing else _counted(self.list_state.view, count))
        self.query_one(PlaceBar).status = "  ·  ".join(parts)
        self.refresh_bindings()

    @work(thread=True, exclusive=True, group="doubles", exit_on_error=False)
    def look_for_doubles(self) -> None:
        """Look which sources are probably the same."""
        with self.session.store() as store:
            doubles = store.sources.similar()
            suggestions = len(store.voices.suggested(()))
        self.app.call_from_thread(self._found_doubles, doubles, suggestions)

    def _found_doubles(self, doubles: list[tuple[Source, Source, float]], suggestions: int) -> None:
        self.doubles = doubles
        self._suggestions = suggestions
        self._say_status()

    @on(VirtualList.Chosen)
    def action_open(self) -> None:
        """Show the quotes of the current source."""
        from reader.ui.screens.source_told import query_of  # not before the list is there

        if (row := self.sources.row(self.sources.current_id)) is not None:
            self.post_message(QuotesWanted(query_of(row)))

    def action_back(self) -> None:
        """Leave the search line, then the selection, the search, the screen."""
        if not self.sources.has_focus:
            self.sources.focus()
        elif self.sources.clear_selection():
            return
        elif self.list_state.typed:
            self.query_one(SearchLine).set_query("")
        elif self.list_state.view != REGISTER:
            self._show_view(REGISTER)
        else:
            self.app.switch_mode("library")


def _counted(view: str, count: int) -> str:
    """How many rows a view has."""
    if view == REGISTER:
        return amounts.sources(count, digits=True)
    told = ngettext("{count} found in articles", "{count} found in articles", count)
    if view == NEVER:
        told = ngettext("{count} name left out", "{count} names left out", count)
    return told.format(count=number(count))


def _searched(row: Source | Voice) -> str:
    others = (*row.aliases, row.remarks) if isinstance(row, Source) else row.spellings
    return " ".join((row.name, *others, row.role, row.affiliation)).casefold()


def _order(row: Source | Voice, key: str) -> Any:
    value = getattr(row, {"same": "same_name"}.get(key, key), "")
    return value.casefold() if isinstance(value, str) else value

"""The library: every article in one list, narrowed by views, facets and a search line, a preview of each.

The screen holds a `ListState` and reads the store in workers; widgets get values and report facts.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget

from reader.i18n import _, pgettext
from reader.rows import ArticleRow
from reader.ui.keys import task
from reader.ui.places import ArticleWanted, BalanceWanted
from reader.ui.screens.importing import IMPORT_KEYS
from reader.ui.screens.library_change_keys import CHANGE_KEYS
from reader.ui.screens.library_facets import LibraryFacets
from reader.ui.screens.list_screen import LARGE
from reader.ui.screens.list_state import (
    ADDING,
    EMPTY_LIBRARY,
    NOTHING_FOUND,
    NOTHING_IN_VIEW,
    VIEW_NAMES,
    VIEWS,
    ListState,
)
from reader.ui.screens.suggesting import Suggesting
from reader.ui.widgets.glyphs import glyphs
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.articles import COLUMNS, GUTTER, ArticleList
from reader.ui.widgets.lists.facets import FacetPanel
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.place_bar import PlaceBar
from reader.ui.widgets.preview import Preview

if TYPE_CHECKING:
    from reader.store import Store

LICENCE_WIDTH = 66
"""Columns of a sentence in an empty list, so that it is read whole on a screen of 80."""
BEST = 500
"""Articles listed by relevance."""


class Panes(Widget):
    """Facets, list and preview; never seen itself, since they cover it."""

    BLANK = True


class LibraryScreen(LibraryFacets, Suggesting):
    """All articles."""

    SORTS = (
        "added",
        "published",
        "outlet",
        "title",
        "language",
        "quotes",
        "open",
        "words",
        "state",
        "starred",
        "relevance",
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (136, "-very-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    AUTO_FOCUS = "ArticleList"
    BINDINGS = [
        *task(
            _("Read"),
            Binding("enter", "open", _("Open"), tooltip=_("Read the article"), id="library.open"),
            Binding("slash", "search", _("Search"), tooltip=_("Search and filter"), id="library.search"),
            Binding(
                "a",
                "add",
                pgettext("what keys do", "Add"),
                tooltip=_("Add a file, folder, address or the clipboard"),
                id="library.add",
            ),
        ),
        *task(
            _("Show"),
            Binding(
                "f", "facets", _("Filter"), tooltip=_("Views, outlets, sources, tags"), id="library.facets"
            ),
            Binding("o", "sort_next", _("Order"), tooltip=_("Sort by the next column"), id="library.sort"),
            Binding(
                "O",
                "sort_reverse",
                _("Reverse"),
                tooltip=_("Turn the order"),
                id="library.reverse",
                show=False,
            ),
            Binding(
                "z",
                "density",
                _("Density"),
                tooltip=_("One or two lines a row"),
                id="library.density",
                show=False,
            ),
            Binding("%", "best", _("Relevance"), tooltip=_("Best hits first"), id="library.best", show=False),
            Binding(
                "w", "preview", _("Preview"), tooltip=_("Show or hide it"), id="library.preview", show=False
            ),
            *(
                Binding(
                    str(number),
                    f"view({number})",
                    name,
                    tooltip=_("Show only these"),
                    id=f"library.view_{number}",
                    show=False,
                )
                for number, (name, _query) in enumerate(VIEWS, 1)
            ),
        ),
        *CHANGE_KEYS,
        *IMPORT_KEYS,
        *task(
            _("Program"),
            Binding(
                "escape",
                "back",
                _("Back"),
                tooltip=_("Clear selection, then search"),
                id="library.back",
                show=False,
            ),
            Binding(
                "q",
                "app.quit",
                _("Quit"),
                tooltip=_("Leave; everything is saved"),
                id="library.quit",
                show=False,
            ),
        ),
    ]

    def __init__(self) -> None:
        super().__init__(ListState())

    def compose(self) -> ComposeResult:
        """Head line, search line, facets beside list and preview, keys."""
        self.fit_terminal()
        yield PlaceBar("library")
        yield SearchLine()
        with Panes():
            yield FacetPanel()
            yield ListHead(COLUMNS, GUTTER)
            yield ArticleList()
            yield Preview()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Set the widgets up and read the list."""
        signs = glyphs(ascii_only=self.session_app.ascii)
        for widget in (
            self.articles,
            self.query_one(FacetPanel),
            self.query_one(Preview),
            self.query_one(ListHead),
        ):
            widget.signs = signs
        self.set_lines(1 if self.session.config.density == "compact" else 2)
        self.start_import_of_arguments()
        self.read_first()

    @cached_property
    def articles(self) -> ArticleList:
        """The list."""
        return self.query_one(ArticleList)

    @property
    def shows_trash(self) -> bool:
        """Whether the list is the trash."""
        return self.list_state.in_trash

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now."""
        importing = self.may_import_action(action)
        return super().check_action(action, parameters) if importing is None else importing

    def read_ids(self, store: "Store", list_state: ListState, limit: int) -> Sequence[int]:
        """The articles to list."""
        if list_state.sort == "relevance":
            return store.search.ids(list_state.query, sort="rank", limit=BEST)
        return store.articles.id_array(
            list_state.query, sort=list_state.sort, descending=list_state.descending, limit=limit
        )

    def starts_sooner(self, store: "Store", list_state: ListState) -> bool:
        """In a large library, where the first rows are found without sorting all."""
        is_in_order = list_state.sort == "added" or not list_state.query
        return is_in_order and store.articles.latest_id() > LARGE

    def read_rows(self, store: "Store", ids: Sequence[int]) -> Iterable[ArticleRow]:
        """Rows of the list."""
        return store.articles.rows(ids)

    def shown(self, list_state: ListState) -> None:
        """Follow with caption and facets."""
        self.query_one(ListHead).caption = (
            _("Found") if list_state.typed.strip() else VIEW_NAMES[list_state.view]
        )
        self.suggested = ""
        if not self.articles.ids:
            self.articles.empty = self._said_of_nothing(list_state)
            if list_state.typed.strip():
                self.suggest(list_state, lambda store, typed: store.search.meant(typed))
        # what an empty list says needs the room, and nothing is there to preview
        self.set_class(not self.articles.ids, "-empty")
        if self._shown_counts:  # known for all articles: how many of them are listed is said at once
            self.say_status()
        if not self.articles.growing:  # details are of the whole list, which comes next
            self.call_after_refresh(self.schedule_details, list_state)

    def _said_of_nothing(self, list_state: ListState) -> tuple[str, ...]:
        """What an empty list says."""
        if list_state.query:
            return NOTHING_FOUND if list_state.typed.strip() else NOTHING_IN_VIEW
        return ADDING if self.is_importing else self._welcome()

    def _welcome(self) -> tuple[str, ...]:
        """What an empty library says; at the first start also under which licence quotes are found."""
        from textwrap import wrap

        from reader.library.detecting import licences  # tables that a library with articles does not need

        told = (line for one in licences(self.session.config) for line in ("", *wrap(one, LICENCE_WIDTH)))
        return (*EMPTY_LIBRARY, *told)

    @on(VirtualList.SelectionChanged)
    def _selected(self) -> None:
        self.say_status()
        self.refresh_bindings()

    @on(VirtualList.Chosen)
    def action_open(self) -> None:
        """Open the reading desk on the current article, at the hit where there is a search.

        Where a search finds nothing, search for what is suggested.
        """
        if self.take_suggestion():
            return
        is_new = self.articles.empty[:1] == EMPTY_LIBRARY[:1] and not self.articles.ids
        if is_new and self.tries_sample():
            return
        article_id = self.articles.current_id
        if not self.opens_when_added() and article_id:
            self.post_message(ArticleWanted(article_id, self.hit_in(article_id), self.list_state.wanted))

    def search_for(self, query: str) -> None:
        """List what a search finds, of all articles."""
        self.articles.focus()
        self.query_one(SearchLine).set_query(query)
        self.show_list(self.list_state._replace(view="", typed=query))

    def balance_wanted(self) -> BalanceWanted:
        """What is selected, else what is listed."""
        if self.articles.selection.ids:
            return BalanceWanted(articles=tuple(self.articles.chosen_ids))
        return BalanceWanted(library=self.list_state.query)

    def show_list(self, list_state: ListState) -> None:
        """Show something else; without a search there are no best hits, and what came last stands first."""
        if list_state.sort == "relevance" and not list_state.typed.strip():
            list_state = list_state._replace(sort="added", descending=True)
        super().show_list(list_state)

    def action_best(self) -> None:
        """Sort what was found by relevance, or by time again."""
        if not self.list_state.typed.strip():
            self.notify(_("Only a search has best hits: / begins one."), markup=False)
            return
        sort = "added" if self.list_state.sort == "relevance" else "relevance"
        self.show_list(self.list_state._replace(sort=sort, descending=True))

    def action_preview(self) -> None:
        """Show or hide it."""
        self.toggle_class("-no-preview")
        self.call_after_refresh(self.show_preview)

    def action_view(self, number: int) -> None:
        """Show one of the views."""
        self.show_list(self.list_state._replace(view=VIEWS[number - 1][1]))

    def action_back(self) -> None:
        """Leave the facets, then the selection, then the search, then the view."""
        if not self.articles.has_focus:
            self.articles.focus()
        elif self.articles.clear_selection():
            return
        elif self.list_state.typed:
            self.query_one(SearchLine).set_query("")
        elif self.list_state.view:
            self.action_view(1)

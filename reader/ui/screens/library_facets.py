"""How many articles of the library there are of each kind, counted behind the list, to narrow it by."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from textual import on, work
from textual.timer import Timer
from textual.worker import get_current_worker

from reader import amounts
from reader.i18n import _, ngettext, number
from reader.ui.memory import LATER, give_back, share_heap
from reader.ui.screens.library_preview import LibraryPreview
from reader.ui.screens.list_state import SEARCHES_GROUP, UNREAD, VIEWS_GROUP, ListState, facets_of
from reader.ui.widgets.lists.facets import FacetLine, FacetPanel
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.place_bar import PlaceBar

SOON = 0.02
"""Seconds from the list to its facets."""
TYPING = 0.25
"""Seconds without a letter after which somebody has stopped typing."""


class LibraryFacets(LibraryPreview, abstract=True):
    """The facets and the status; the screen that derives from it has the widgets."""

    def __init__(self, list_state: ListState) -> None:
        super().__init__(list_state)
        self._settled: Timer | None = None
        self._wanted_counts = 1
        self._shown_counts = 0
        self._counted_revision = -1

    def show_list(self, list_state: ListState) -> None:
        """Show something else; another order needs no counting."""
        is_other_order = list_state.query == self.list_state.query
        counts = self._wanted_counts
        super().show_list(list_state)
        if is_other_order:
            self._wanted_counts = counts

    def reload(self, *, current: int = 0) -> None:
        """Read the list again."""
        self._wanted_counts += 1
        super().reload(current=current)

    def schedule_details(self, list_state: ListState) -> None:
        """Look for hits and count as soon as nobody types."""
        if self._settled is not None:
            self._settled.stop()
        self._settled = self.set_timer(
            TYPING if list_state.typed else SOON, partial(self._load_details, list_state)
        )

    def _load_details(self, list_state: ListState) -> None:
        """The list first: hits and counts take longer, and nobody reads them while typing."""
        share_heap()
        self.look_for_hits(list_state)
        if (self._shown_counts, self._counted_revision) != (self._wanted_counts, self._revision):
            self._count(list_state, self._wanted_counts, self._revision)
        else:
            self.set_timer(LATER, give_back)

    @work(thread=True, exclusive=True, group="facets", exit_on_error=False)
    def _count(self, list_state: ListState, wanted: int, revision: int) -> None:
        from reader.store import InterruptedSearchError  # not for the first paint

        searches = [
            (search.name, search.query) for search in self.session.config.searches if search.of == "articles"
        ]
        with self.session.store() as store, self._searching.on(store), suppress(InterruptedSearchError):
            facets = facets_of(store, list_state, searches)
            if not get_current_worker().is_cancelled:
                self.app.call_from_thread(self._counted, facets, wanted, revision)

    def _counted(self, facets: Sequence[FacetLine], wanted: int, revision: int) -> None:
        # those of a moment before do not stand in the way of newer ones
        self._shown_counts, self._counted_revision = wanted, revision
        self.set_timer(LATER, give_back)
        self.query_one(FacetPanel).facets = facets
        self.say_status()

    def say_status(self) -> None:
        """Say how many articles are listed, selected and unread."""
        lines = self.query_one(FacetPanel).facets
        facets = {facet.query: facet.number for facet in lines if facet.group == VIEWS_GROUP}
        shown = len(self.articles.ids)
        every = max(shown, facets.get("", 0))  # the list may know of articles that are not counted yet
        told = ngettext("{shown} of {every} article", "{shown} of {every} articles", every)
        if self.articles.growing:  # how many are found is not known yet
            told = ngettext(
                "more than {shown} of {every} article", "more than {shown} of {every} articles", every
            )
        elif shown == every:
            told = amounts.articles(every, digits=True)
        parts = [told.format(shown=number(shown), every=number(every))]
        if chosen := len(self.articles.selection.ids):
            parts = [_("{count} selected").format(count=number(chosen)), *parts]
        if unread := facets.get(UNREAD, 0):
            parts.append(_("{count} unread").format(count=number(unread)))
        self.query_one(PlaceBar).status = "  ·  ".join(parts)

    @on(FacetPanel.Toggled)
    def _facet_toggled(self, event: FacetPanel.Toggled) -> None:
        facet = event.facet
        if facet.group == VIEWS_GROUP:
            self.show_list(self.list_state._replace(view=facet.query))
        elif facet.group == SEARCHES_GROUP:
            self.query_one(SearchLine).set_query(facet.query + " ")
        else:
            self.query_one(SearchLine).set_query(self.list_state.toggled(facet.query).typed)

    def action_facets(self) -> None:
        """Show the facets and go to them, or hide them."""
        panel = self.query_one(FacetPanel)
        if panel.has_focus or (panel.display and not self.articles.has_focus):
            self.set_class(False, "-facets")
            self.articles.focus()
        else:
            self.set_class(True, "-facets")
            panel.focus()

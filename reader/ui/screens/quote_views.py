"""The views of the list of quotes: those that are always there, and searches that were kept."""

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from reader.i18n import _
from reader.ui.keys import task
from reader.ui.screens.list_screen import ListScreen
from reader.ui.widgets.lists.search_line import SearchLine

if TYPE_CHECKING:
    from reader.store import Store
    from reader.ui.dialogs.view_picker import View

VIEWS = (
    (_("All quotes"), ""),
    (_("To decide"), "status:suggested"),
    (_("Accepted"), "status:accepted"),
    (_("Not checked"), "status:accepted verified:unverified"),  # not shown: the search
    (_("Disputed"), "verified:disputed"),
)
VIEW_NAMES = {query: name for name, query in VIEWS}
VIEW_KEYS = task(
    _("Read"),
    Binding(
        "f",
        "view",
        _("Filter"),
        tooltip=_("All, to decide, accepted, not checked, disputed, and what you kept"),
        id="quotes.view",
    ),
    Binding(
        "F",
        "views",
        _("Views"),
        tooltip=_("All views with how many quotes each shows"),
        id="quotes.views",
        show=False,
    ),
    Binding(
        "ctrl+s",
        "keep_search",
        _("Keep search"),
        tooltip=_("Among the views"),
        id="quotes.keep_search",
        show=False,
    ),
)


class QuoteViews(ListScreen, abstract=True):
    """Going from view to view, and keeping a search as one."""

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """Names and queries of the searches of quotes that were kept."""
        return tuple((one.name, one.query) for one in self.session.config.searches if one.of == "quotes")

    @property
    def _at(self) -> int:
        """Which of the views and kept searches is shown."""
        queries = [query for _name, query in self.kept]
        if not self.list_state.view and self.list_state.typed.strip() in queries:
            return len(VIEWS) + queries.index(self.list_state.typed.strip())
        return [query for _name, query in VIEWS].index(self.list_state.view)

    @property
    def view_name(self) -> str:
        """What is shown, in words."""
        return (*VIEWS, *self.kept)[self._at][0]

    def action_view(self) -> None:
        """Go on to the next view, or kept search."""
        self._show((self._at + 1) % (len(VIEWS) + len(self.kept)))

    def _show(self, place: int) -> None:
        was_kept = self._at >= len(VIEWS)
        is_kept = place >= len(VIEWS)
        typed = self.kept[place - len(VIEWS)][1] if is_kept else "" if was_kept else self.list_state.typed
        if typed != self.list_state.typed:
            self.query_one(SearchLine).set_query(typed)
        view = "" if is_kept else VIEWS[place][1]
        self.show_list(self.list_state._replace(view=view, typed=typed))

    @work(group="ask", exit_on_error=False)
    async def action_views(self) -> None:
        """Pick one of all views, each with how many quotes it shows."""
        from reader.ui.dialogs.view_picker import ViewPicker  # a dialog, seldom opened

        views = await asyncio.to_thread(self._counted)
        view = await self.app.push_screen_wait(ViewPicker(views, self._at))
        if view is not None:
            self._show(views.index(view))

    def _counted(self) -> "list[View]":
        from reader.ui.dialogs.view_picker import View  # a dialog, seldom opened

        with self.session.store() as store:
            listed = [(name, query, False) for name, query in VIEWS]
            listed += [(name, query, True) for name, query in self.kept]
            return [View(name, query, _count(store, query), kept) for name, query, kept in listed]

    @work(group="ask", exit_on_error=False)
    async def action_keep_search(self) -> None:
        """Name the search and keep it among the views."""
        from reader.ui.dialogs.ask import Ask  # a dialog, seldom opened

        query = self.list_state.query
        if not query:
            self.notify(_("There is no search to keep: / begins one."), severity="warning", markup=False)
            return
        ask = Ask(_("Keep this search of quotes"), _("{query}\nEnter keeps · Esc leaves").format(query=query))
        if name := await self.app.push_screen_wait(ask):
            await asyncio.to_thread(self.session.keep_search, name, query, "quotes")
            self.query_one(SearchLine).set_query(query)
            self.show_list(self.list_state._replace(view="", typed=query))


def _count(store: "Store", query: str) -> int | None:
    from reader.store import QueryError  # not before the list is there

    try:
        return store.quotes.count(query)
    except QueryError:
        return None

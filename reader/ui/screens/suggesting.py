"""What an empty list says of a search that finds nothing: a near one that does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work

from reader.i18n import _
from reader.ui.screens.list_screen import ListScreen
from reader.ui.widgets.lists.search_line import SearchLine

if TYPE_CHECKING:
    from reader.store import Store
    from reader.ui.screens.list_state import ListState


class Suggesting(ListScreen):
    """The screen part that looks for what was meant, after the list has said that nothing is found."""

    suggested = ""
    """A search that finds something where the one typed finds nothing."""

    @work(thread=True, exclusive=True, group="suggest", exit_on_error=False)
    def suggest(self, list_state: "ListState", find: Callable[["Store", str], str]) -> None:
        """Look for a near search by `find`, and offer it in the empty list."""
        with self.session.store() as store:
            near = find(store, list_state.typed)
        if near:
            self.app.call_from_thread(self._offer, list_state, near)

    def _offer(self, list_state: "ListState", near: str) -> None:
        if list_state == self.list_state and not self.rows.ids:
            self.suggested = near
            first, *others = self.rows.empty
            said = _("Did you mean “{words}”? Enter in the list searches for it.").format(words=near)
            self.rows.empty = (first, "", said, *others)
            self.refresh_bindings()

    def take_suggestion(self) -> bool:
        """Search for what is suggested; False where nothing is."""
        near, self.suggested = self.suggested, ""
        if near:
            self.query_one(SearchLine).set_query(near)
            self.show_list(self.list_state._replace(typed=near))
        return bool(near)

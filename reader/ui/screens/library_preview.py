"""What the library screen shows of the current article and of what a search hit, while the cursor rests."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on, work
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.ui.screens.library_changes import LibraryChanges
from reader.ui.screens.list_state import Shelf
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.preview import Glimpse, Preview

if TYPE_CHECKING:
    from reader.store import Hit

REST = 0.12
"""Seconds the cursor rests before the preview follows."""


class LibraryPreview(LibraryChanges):
    """The preview and the hits; the screen that derives from it has the widgets."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._hits: dict[int, Hit] = {}
        """Where the search hit the articles near the screen."""
        self._hit_shelf: Shelf | None = None
        """What `_hits` are of, None without."""
        self._rest: Timer | None = None

    def hit_in(self, article_id: int) -> int | None:
        """Where the search hit an article first, if that is known."""
        hit = self._hits.get(article_id)
        return hit.start if hit else None

    def look_for_hits(self, shelf: Shelf) -> None:
        """Find out where the search hit what is on the screen; other pages follow when they are shown."""
        if shelf != self._hit_shelf:
            self._hits, self._hit_shelf = {}, shelf
        if shelf.typed.strip():
            self._find_hits(shelf, self.articles.near_ids)
        else:
            self._take_hits(shelf, ())

    @on(VirtualList.PageWanted)
    def _page_came(self, event: VirtualList.PageWanted) -> None:
        if self.shelf == self._hit_shelf and self.shelf.typed.strip():
            self._find_hits(self.shelf, event.ids)

    @work(thread=True, group="hits", exit_on_error=False)
    def _find_hits(self, shelf: Shelf, ids: Sequence[int]) -> None:
        from reader.store import InterruptedSearchError

        with self.session.store() as store, self._searching.by(store), suppress(InterruptedSearchError):
            hits = store.search.hits(shelf.query, ids)
            if not get_current_worker().is_cancelled:
                self.app.call_from_thread(self._take_hits, shelf, hits)

    def _take_hits(self, shelf: Shelf, hits: Sequence["Hit"]) -> None:
        if shelf == self.shelf:
            self._hits |= {hit.article_id: hit for hit in hits}
            self.articles.snippets = {hit.article_id: hit.snippet for hit in self._hits.values() if hit.where}
            self.show_glimpse()

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self.show_glimpse)

    def show_glimpse(self) -> None:
        """Read what the preview shows of the current article."""
        if not self.query_one(Preview).display:
            return
        if not self.articles.current_id:
            self.query_one(Preview).glimpse = None
            return
        self._read_glimpse(self.articles.current_id)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _read_glimpse(self, article_id: int) -> None:
        from reader.ui.screens.article_glimpse import glimpse_of

        with self.session.store() as store:
            glimpse = glimpse_of(store, article_id)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._glimpsed, glimpse)

    def _glimpsed(self, glimpse: Glimpse | None) -> None:
        hit = self._hits.get(glimpse.row.id) if glimpse else None
        if glimpse and hit and hit.where in ("text", "note"):
            glimpse = glimpse._replace(found=hit.snippet)
        self.query_one(Preview).glimpse = glimpse

"""What the library screen shows of the current article and of what a search hit, while the cursor rests."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on, work
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.ui.screens.library_changes import LibraryChanges
from reader.ui.screens.list_state import ListState
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.preview import Preview, PreviewedArticle

if TYPE_CHECKING:
    from reader.store import Hit

REST = 0.12
"""Seconds the cursor rests before the preview follows."""


class LibraryPreview(LibraryChanges, abstract=True):
    """The preview and the hits; the screen that derives from it has the widgets."""

    def __init__(self, list_state: ListState) -> None:
        super().__init__(list_state)
        self._hits: dict[int, Hit] = {}
        """Where the search hit the articles near the screen."""
        self._hit_state: ListState | None = None
        """What `_hits` are of, None without."""
        self._rest: Timer | None = None

    def hit_in(self, article_id: int) -> int | None:
        """Where the search hit an article first, if that is known."""
        hit = self._hits.get(article_id)
        return hit.start if hit else None

    def look_for_hits(self, list_state: ListState) -> None:
        """Find out where the search hit what is on the screen; other pages follow when they are shown."""
        if list_state != self._hit_state:
            self._hits, self._hit_state = {}, list_state
        if list_state.typed.strip():
            self._find_hits(list_state, self.articles.near_ids)
        else:
            self._take_hits(list_state, ())

    @on(VirtualList.PageWanted)
    def _page_came(self, event: VirtualList.PageWanted) -> None:
        if self.list_state == self._hit_state and self.list_state.typed.strip():
            self._find_hits(self.list_state, event.ids)

    @work(thread=True, group="hits", exit_on_error=False)
    def _find_hits(self, list_state: ListState, ids: Sequence[int]) -> None:
        from reader.store import InterruptedSearchError  # not for the first paint

        with self.session.store() as store, self._searching.on(store), suppress(InterruptedSearchError):
            hits = store.search.hits(list_state.query, ids)
            if not get_current_worker().is_cancelled:
                self.app.call_from_thread(self._take_hits, list_state, hits)

    def _take_hits(self, list_state: ListState, hits: Sequence["Hit"]) -> None:
        if list_state == self.list_state:
            self._hits |= {hit.article_id: hit for hit in hits}
            self.articles.snippets = {hit.article_id: hit.snippet for hit in self._hits.values() if hit.where}
            self.show_preview()

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self.show_preview)

    def show_preview(self) -> None:
        """Read what the preview shows of the current article."""
        if not self.query_one(Preview).display:
            return
        if not self.articles.current_id:
            self.query_one(Preview).previewed = None
            return
        self._read_preview(self.articles.current_id)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _read_preview(self, article_id: int) -> None:
        from reader.ui.screens.article_preview import read_preview  # not for the first paint

        with self.session.store() as store:
            previewed = read_preview(store, article_id)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._take_preview, previewed)

    def _take_preview(self, previewed: PreviewedArticle | None) -> None:
        hit = self._hits.get(previewed.row.id) if previewed else None
        if previewed and hit and hit.where in ("text", "note"):
            previewed = previewed._replace(found=hit.snippet)
        self.query_one(Preview).previewed = previewed

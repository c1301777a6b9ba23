"""The place in the text that one comes back to."""

from textual.timer import Timer

from reader.rows import ArticleState
from reader.ui.desk.desk import Desk
from reader.ui.desk.saving import Job
from reader.ui.desk.view import LEAD

_REST = 0.8
"""Seconds without scrolling after which the reading position is kept."""


class Position:
    """Where one reads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._resting: Timer | None = None
        self._kept = -1
        self._is_unread = False
        """Whether the library does not know yet that the article is being read."""

    def start(self, offset: int | None) -> None:
        """Go to where one left off, or to `offset`."""
        text, article = self._desk.text, self._desk.page.article
        self._kept, self._is_unread = article.position, article.state is ArticleState.UNREAD
        if offset is not None:
            text.place_caret(offset, lead=LEAD)
        elif article.position:
            text.caret = min(article.position, len(article.text))
            text.scroll_to(y=text.place.line_of(text.caret), animate=False, force=True)
        text.refresh()
        self._desk.show_status()

    def follow_scroll(self) -> None:
        """Let the cards scroll along; where one rests is kept."""
        desk = self._desk
        desk.view.margin.top = desk.text.scroll_offset.y
        desk.show_status()
        if self._resting is not None:
            self._resting.stop()
        self._resting = desk.screen.set_timer(_REST, self.keep)

    def keep(self) -> None:
        """Keep where one reads, without a step to undo."""
        desk = self._desk
        offset = desk.text.top_offset if desk.text.scroll_offset.y else 0
        if desk.loaded and (offset != self._kept or self._is_unread):
            self._kept, self._is_unread = offset, False
            number = desk.article_id
            desk.saving.save(Job("", lambda store, _ids: store.articles.set_position(number, offset)))

"""The article on the reading desk: its text, a caret and the mouse."""

from textual import events
from textual.message import Message

from reader.ui.widgets.article import motions
from reader.ui.widgets.article.caret import ArticleCaret

RIGHT = 3
"""The number of a mouse's right button."""
WHEEL_LINES = 3
"""Lines for one notch of the wheel, as in most programs."""


class ArticleText(ArticleCaret):
    """An article's text with its marks; a click places the caret, a drag selects."""

    class Dragged(Message):
        """The mouse has selected something."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pressed: int | None = None

    def offset_under(self, x: int, y: int) -> int:
        """The offset of the text at a place of the widget."""
        return self.place.offset_at(y + self.scroll_offset.y, x - self.text_left)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a drag would begin."""
        if event.button != 1:
            return
        self.focus()
        self._pressed = self.offset_under(event.x, event.y)
        self.capture_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select while the button is down; beyond the edges the text scrolls along."""
        if self._pressed is None:
            return
        offset = self.offset_under(event.x, event.y)
        if self.pivot is None and offset == self._pressed:
            return
        self.pivot = self._pressed
        self.place_caret(offset)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag, or place the caret."""
        if self._pressed is None:
            return
        pressed, self._pressed = self._pressed, None
        self.release_mouse()
        if self.pivot is not None and self.offset_under(event.x, event.y) != pressed:
            self.post_message(self.Dragged())
        else:
            self.pivot = None
            self.place_caret(pressed)

    def on_click(self, event: events.Click) -> None:
        """Select a word on the second click, a sentence on the third; the right button only points."""
        if event.button == RIGHT:
            if self.pivot is None:
                self.place_caret(self.offset_under(event.x, event.y))
            return
        if event.chain < 2:
            return
        at = self.offset_under(event.x, event.y)
        if event.chain == 2:
            start, end = motions.word_at(self.text, at)
        else:
            start, end = motions.unit_at(self.sentence_starts(), at, self.text)
        if self.text[start:end].strip():
            self.select(start, end)
            self.post_message(self.Dragged())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        self._wheel(WHEEL_LINES)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        self._wheel(-WHEEL_LINES)
        event.stop()

    def _wheel(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def on_focus(self) -> None:
        """Show where keys go."""
        self.refresh_offset(self.caret)

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh_offset(self.caret)

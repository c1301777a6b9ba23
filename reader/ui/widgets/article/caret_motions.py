"""Where the caret goes by each motion: by lines as they are broken, and by words, sentences, paragraphs."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Protocol

from textual.geometry import Size

from reader.ui.widgets.article import motions
from reader.ui.widgets.article.layout import Layout


class Walkable(Protocol):
    """A text as it is broken into lines on the screen, with where its sentences and paragraphs begin."""

    text: str
    place: Layout

    @property
    def size(self) -> Size:
        """Cells of the part that is shown."""

    def by_lines(self, offset: int, lines: int) -> int:
        """The offset so many lines below."""

    def sentence_starts(self) -> Sequence[int]:
        """Where sentences begin."""

    def paragraph_starts(self) -> Sequence[int]:
        """Where paragraphs begin."""


def _line_edge(text: Walkable, offset: int, *, end: bool) -> int:
    return text.place.span(text.place.line_of(offset))[1 if end else 0]


def _sentence_forward(text: Walkable, offset: int) -> int:
    return motions.following(text.sentence_starts(), offset, len(text.text))


def _clamped(text: Walkable, offset: int) -> int:
    """The nearest offset that a line shows: white space between lines is skipped over."""
    starts = text.place.starts
    index = max(0, bisect_right(starts, offset) - 1)
    end = text.place.ends[index]
    if offset <= end:
        return offset
    return starts[index + 1] if index + 1 < len(starts) else end


MOTIONS: dict[str, Callable[[Walkable, int], int]] = {
    "line_down": lambda text, offset: text.by_lines(offset, 1),
    "line_up": lambda text, offset: text.by_lines(offset, -1),
    "half_down": lambda text, offset: text.by_lines(offset, max(1, text.size.height // 2)),
    "half_up": lambda text, offset: text.by_lines(offset, -max(1, text.size.height // 2)),
    "page_down": lambda text, offset: text.by_lines(offset, max(1, text.size.height - 2)),
    "page_up": lambda text, offset: text.by_lines(offset, -max(1, text.size.height - 2)),
    "left": lambda text, offset: max(0, offset - 1),
    "right": lambda text, offset: _clamped(text, min(len(text.text), offset + 1)),
    "word": lambda text, offset: motions.next_word(text.text, offset),
    "word_back": lambda text, offset: motions.previous_word(text.text, offset),
    "word_end": lambda text, offset: motions.word_end(text.text, offset),
    "sentence": _sentence_forward,
    "sentence_back": lambda text, offset: motions.preceding(text.sentence_starts(), offset),
    "paragraph": lambda text, offset: motions.following(text.paragraph_starts(), offset, len(text.text)),
    "paragraph_back": lambda text, offset: motions.preceding(text.paragraph_starts(), offset),
    "line_start": lambda text, offset: _line_edge(text, offset, end=False),
    "line_end": lambda text, offset: _line_edge(text, offset, end=True),
    "top": lambda _text, _offset: 0,
    "bottom": lambda text, _offset: len(text.text),
}
"""Where each leads from an offset, by the name in its key."""
VERTICAL = frozenset({"line_down", "line_up", "half_down", "half_up", "page_down", "page_up"})
"""Those that keep the column that the caret came from."""
ABSOLUTE = frozenset({"line_start", "line_end", "top", "bottom"})
"""Those that a count does not repeat."""

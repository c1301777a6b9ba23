"""What is told of the current row of a list: beside the list where there is room, else below it."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive

from reader.ui.widgets.preview import Preview

LOW = 12
"""Lines up to which a pane is low."""


class Hung(NamedTuple):
    """Lines that go on under their words, not under the sign or the date before them."""

    content: Content
    left: int
    """Characters before the words, a cell each."""

    def folded(self, width: int) -> Content:
        """The lines in a pane that is so wide."""
        room = max(1, width - self.left)
        lines = (self._folded(line, room) for line in self.content.split(allow_blank=True))
        return Content("\n").join(lines)

    def _folded(self, line: Content, room: int) -> Content:
        first, *more = line[self.left :].wrap(room)
        return Content("\n" + " " * self.left).join((line[: self.left] + first, *more))


class Told(NamedTuple):
    """Parts from the top down; what there is no room for is left out."""

    whole: Sequence[Content | Hung] = ()
    brief: Sequence[Content | Hung] = ()
    """In a low pane, where there is room for few lines."""


class Aside(Preview):
    """What is told of one row. It lies as a preview."""

    told: reactive[Told] = reactive(Told())

    def render(self) -> RenderResult:
        """The parts."""
        height, width = self.content_size.height, self.content_size.width
        told = self.told
        is_low = height <= LOW
        parts = (told.brief or told.whole) if is_low else told.whole
        # a part is a line at least: more cannot be seen
        shown = [part.folded(width) if isinstance(part, Hung) else part for part in parts[: height or 1]]
        return Content("\n" if is_low else "\n\n").join(shown)

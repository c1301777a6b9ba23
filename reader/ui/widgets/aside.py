"""What is told of the current row of a list: beside the list where there is room, else below it."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive

from reader.ui.widgets.preview import Preview

LOW = 12
"""Lines up to which a pane is low."""


class Told(NamedTuple):
    """Parts from the top down; what there is no room for is left out."""

    whole: Sequence[Content] = ()
    brief: Sequence[Content] = ()
    """In a low pane, where there is room for few lines."""


class Aside(Preview):
    """What is told of one row. It lies as a preview."""

    told: reactive[Told] = reactive(Told())

    def render(self) -> RenderResult:
        """The parts."""
        if self.content_size.height > LOW:
            return Content("\n\n").join(self.told.whole)
        return Content("\n").join(self.told.brief or self.told.whole)

"""Something to read and to leave: why a quote was found, its history, the legend."""

from collections.abc import Iterator, Sequence

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader.i18n import _
from reader.ui.dialogs.dialog import LowDialog
from reader.ui.widgets.aside import Hung

ROOM = 75
"""Cells of a line in the widest box, beside its scroll bar."""
BESIDE = 7
"""Cells beside a line in a box as wide as the terminal."""


class Report(LowDialog[None]):
    """Paragraphs; any of the usual keys leaves."""

    BINDINGS = [
        Binding("enter,space,q,f2,i,H", "cancel", _("Close"), show=False),
        Binding("down,j", "scroll(1)", _("Down"), show=False),
        Binding("up,k", "scroll(-1)", _("Up"), show=False),
    ]
    DEFAULT_CSS = """
    Report VerticalScroll { height: auto; max-height: 62vh; padding: 0 1; scrollbar-size-vertical: 1; }
    """
    hint = _("Enter or Esc closes")

    def __init__(self, heading: str, lines: Sequence[Content | Hung]) -> None:
        super().__init__()
        self.heading = heading
        self._lines = lines

    def body(self) -> Iterator[Widget]:
        """The paragraphs."""
        with VerticalScroll():
            room = max(1, min(ROOM, self.app.size.width - BESIDE))
            told = (line.folded(room) if isinstance(line, Hung) else line for line in self._lines)
            yield Static(Content("\n").join(told), markup=False)

    def action_scroll(self, step: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

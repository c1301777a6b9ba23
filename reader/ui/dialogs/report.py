"""Something to read and to leave: why a quote was found, its history, the legend."""

from collections.abc import Iterator, Sequence

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader.i18n import _
from reader.ui.dialogs.dialog import LowDialog


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

    def __init__(self, heading: str, lines: Sequence[Content]) -> None:
        super().__init__()
        self.heading = heading
        self._lines = lines

    def body(self) -> Iterator[Widget]:
        """The paragraphs."""
        with VerticalScroll():
            yield Static(Content("\n").join(self._lines), markup=False)

    def action_scroll(self, step: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

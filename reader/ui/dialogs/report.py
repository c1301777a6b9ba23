"""Something to read and to leave: why a quote was found, its history, what lint says, the legend."""

from collections.abc import Iterator, Sequence

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader.ui.dialogs.dialog import LowDialog, PickDialog
from reader.ui.widgets.lists.choices import Choice, PickInput


class Report(LowDialog[None]):
    """Paragraphs; any of the usual keys leaves."""

    BINDINGS = [
        Binding("enter,space,q,f2,i,H", "cancel", "Close", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
    ]
    DEFAULT_CSS = """
    Report VerticalScroll { height: auto; max-height: 62vh; padding: 0 1; scrollbar-size-vertical: 1; }
    """
    hint = "Enter or Esc closes"

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


class FindingList(PickDialog[int]):
    """Findings with the place they are at; gives the number of the one to go to, or None."""

    placeholder = "Enter goes there"
    hint = "Enter or a number goes to the place · Esc leaves"

    def __init__(self, heading: str, findings: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.heading = heading
        self._findings = findings

    def on_mount(self) -> None:
        """Show them."""
        self.choices.choices = [
            Choice(sentence, kind, str(number) if number < 10 else "", value=number - 1)
            for number, (sentence, kind) in enumerate(self._findings, 1)
        ]

    @on(PickInput.Submitted)
    def _enter(self) -> None:
        """Enter."""
        self.picked(self.choices.cursor)

    def picked(self, index: int) -> None:
        """Go there."""
        self.dismiss(index)

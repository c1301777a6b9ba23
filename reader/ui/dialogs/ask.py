"""Small dialogs: a line of text, or yes and no."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.ui.keys import task
from reader.ui.session import ReaderDialog, plain


class Dialog(ReaderDialog[str]):
    """A box in the middle; its result is the empty string where the person gave up."""

    BINDINGS = task(
        "Dialog", Binding("escape", "give_up", "Cancel", tooltip="Change nothing", id="dialog.cancel")
    )
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > Vertical {
            width: 76;
            max-width: 94%;
            height: auto;
            max-height: 90%;
            padding: 1 2;
            background: $surface;
        }
        .dialog--title { text-style: bold; height: auto; }
        .dialog--hint { color: $muted; height: auto; }
        Input {
            height: 1;
            margin: 1 0;
            padding: 0 1;
            border: none;
            background: $panel;
            &:focus { border: none; }
        }
    }
    """

    def action_give_up(self) -> None:
        """Close without a result."""
        self.dismiss("")


class Ask(Dialog):
    """Asks for one line of text."""

    def __init__(self, title: str, hint: str = "", value: str = "") -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._value = value

    def compose(self) -> ComposeResult:
        """Title, line, hint."""
        with Vertical():
            yield Static(plain(self._title), classes="dialog--title")
            yield Input(self._value)
            yield Static(plain(self._hint), classes="dialog--hint")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())


class Confirm(Dialog):
    """Asks whether to do what cannot be undone; the result is "yes" or empty."""

    BINDINGS = task(
        "Dialog",
        Binding("y,enter", "agree", "Yes", tooltip="Do it", id="dialog.yes"),
        Binding("n", "give_up", "No", tooltip="Change nothing", id="dialog.no"),
    )

    def __init__(self, question: str, hint: str = "y  yes     n  no") -> None:
        super().__init__()
        self._question = question
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The question and the keys."""
        with Vertical():
            yield Static(plain(self._question), classes="dialog--title")
            yield Static(plain("\n" + self._hint), classes="dialog--hint")

    def action_agree(self) -> None:
        """Do it."""
        self.dismiss("yes")

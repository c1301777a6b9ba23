"""Small dialogs: a line of text, or yes and no."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.i18n import _
from reader.ui.dialogs.dialog import MiddleDialog
from reader.ui.keys import task
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput


class Ask(MiddleDialog[str]):
    """Asks for one line of text, and gives it without white space at its ends."""

    def __init__(self, title: str, hint: str = "", value: str = "") -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._value = value

    def compose(self) -> ComposeResult:
        """Title, line, hint."""
        with Vertical():
            yield Static(plain(self._title), classes="dialog--title")
            yield LineInput(self._value)
            yield Static(plain(self._hint), classes="dialog--hint")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())


class Confirm(MiddleDialog[bool]):
    """Asks whether to do what cannot be undone; gives True, or None."""

    BINDINGS = task(
        _("Dialog"),
        Binding("y,j,enter", "agree", _("Yes"), tooltip=_("Do it"), id="dialog.yes"),
        Binding("n", "cancel", _("No"), tooltip=_("Change nothing"), id="dialog.no"),
    )

    def __init__(self, question: str, hint: str = _("y yes · n no")) -> None:
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
        self.dismiss(True)

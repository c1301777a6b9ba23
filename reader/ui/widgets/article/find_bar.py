"""The line one types into to find words in the text."""

from dataclasses import KW_ONLY, dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from reader.i18n import _
from reader.ui.widgets.line_input import LineInput

LEAVING = _("Enter stays there, Esc goes back")
ROOMY = 66
"""Columns from which that is told, beside what else is."""


class FindBar(Horizontal):
    """A prompt, what is looked for, and how often it was found."""

    DEFAULT_CSS = """
    FindBar {
        height: 1; background: $surface; padding: 0 2;
        .find-prompt { color: $primary; width: auto; text-style: bold; }
        .find-count { width: auto; max-width: 60%; height: 1; color: $muted; padding: 0 0 0 2; }
        Input { border: none; height: 1; width: 1fr; padding: 0; background: $surface; }
        Input:focus { border: none; background: $surface; }
        &:nocolor Input > .input--cursor { text-style: reverse; }
    }
    """

    @dataclass
    class Sought(Message):
        """Something else is looked for."""

        wanted: str

    @dataclass
    class Left(Message):
        """The bar was left: with Enter (`kept`) or with Esc."""

        wanted: str
        _: KW_ONLY
        kept: bool

    def compose(self) -> ComposeResult:
        """Prompt, input, count."""
        yield Label(_("Find") + "  ", classes="find-prompt")
        yield LineInput(placeholder=_("words, or re: a regular expression"), id="find-input")
        yield Label(self._with_hint(""), classes="find-count", markup=False)

    def open(self, wanted: str) -> None:
        """Begin with what was looked for last; the first letter replaces it."""
        line = self.query_one(Input)
        line.value = wanted
        line.focus()
        line.action_select_all()

    def leave(self, *, kept: bool) -> None:
        """Tell that one is done, with what is looked for by now."""
        self.post_message(self.Left(self.query_one(Input).value, kept=kept))

    def count(self, sentence: str) -> None:
        """Say how often it was found."""
        self.query_one(".find-count", Label).update(self._with_hint(sentence))

    def _with_hint(self, sentence: str) -> str:
        """Where there is room, how to leave."""
        hint = LEAVING if self.app.size.width >= ROOMY + len(sentence) else ""
        return "   ".join(part for part in (sentence, hint) if part)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Sought(event.value))

    @on(Input.Submitted)
    def _keep_match(self, event: Input.Submitted) -> None:
        event.stop()
        self.leave(kept=True)

    def on_key(self, event: events.Key) -> None:
        """Esc leaves."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.leave(kept=False)

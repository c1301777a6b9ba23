"""The dialog that asks what to add, with what is on the clipboard already in the line."""

from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.errors import ClipboardError
from reader.ui.screens.ask import Ask
from reader.ui.session import plain

HINT = "A web address, a file or a folder.   Enter  add     Esc  cancel"
LONGEST_LOCATION = 2000


class AddDialog(Ask):
    """Asks for a location; the result is the location, `clip:` for the text on the clipboard."""

    def __init__(self) -> None:
        super().__init__("Add articles", HINT)

    def compose(self) -> ComposeResult:
        """Title, line, hint."""
        with Vertical():
            yield Static(plain("Add articles"), classes="dialog--title")
            yield Input(placeholder="https://…   or   ~/articles/")
            yield Static(plain(HINT), classes="dialog--hint")

    def on_mount(self) -> None:
        """Look what is on the clipboard."""
        self._read_clipboard()

    @work(thread=True, exclusive=True, group="clipboard", exit_on_error=False)
    def _read_clipboard(self) -> None:
        from reader import clipboard

        try:
            text = clipboard.read()
        except ClipboardError:
            return
        self.app.call_from_thread(self._prefill, text)

    def _prefill(self, text: str) -> None:
        line = self.query_one(Input)
        if line.value:
            return
        if is_location(text):
            line.value = text.strip()
        else:
            line.value = "clip:"
            words = len(text.split())
            self.query_one(".dialog--hint", Static).update(
                plain(f"clip: is the text on the clipboard, {words:,} words.   Enter  add     Esc  cancel")
            )
        line.cursor_position = len(line.value)


def is_location(text: str) -> bool:
    """Whether the clipboard holds a web address or an existing path, and no article."""
    text = text.strip()
    if "\n" in text or not 0 < len(text) <= LONGEST_LOCATION:
        return False
    if text.lower().startswith(("http://", "https://")):
        return True
    try:
        return Path(text).expanduser().exists()
    except OSError:
        return False

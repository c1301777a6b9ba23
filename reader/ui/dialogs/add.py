"""The dialogs around adding: what to add (the clipboard is in the line already), and what failed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader import clipboard, private_files
from reader.errors import ClipboardError
from reader.i18n import _, number
from reader.system_reasons import system_reason
from reader.ui.dialogs.ask import Ask
from reader.ui.dialogs.dialog import MiddleDialog
from reader.ui.session import plain
from reader.ui.widgets.line_input import LineInput
from reader.visible import visible

HINT = _("A web address, a file or a folder; or paste a whole article.")
_PASTED = "pasted"
"""Folder beside the library for texts that were pasted."""
LONGEST_LOCATION = 2000
"""Characters of an address or path; a longer clipboard is text (chosen by hand)."""
_CLIPBOARD = "clip:"
"""Stands for the text on the clipboard."""
_PROSE_WORDS = 12
"""Words of a line that is no path (chosen by hand)."""
_SENTENCE_END = re.compile(r"\w{2}[.!?][\"”“«»’)]?(?:\s|$)")


class LocationLine(LineInput):
    """A line for a location, into which one may also paste an article."""

    @dataclass
    class ArticlePasted(Message):
        """Several lines came at once, or sentences: an article, not a location."""

        text: str

    def on_paste(self, event: events.Paste) -> None:
        """Take several lines, or sentences, for an article; Input would keep the first line."""
        if len(event.text.strip().splitlines()) > 1 or is_prose(event.text):
            event.stop()
            event.prevent_default()
            self.post_message(self.ArticlePasted(event.text))


class AddDialog(Ask):
    """Asks for a location; the result is the location, `clip:` for the text on the clipboard.

    A pasted article is kept as a file beside the library, and that is its location.
    """

    heading, hint, placeholder = _("Add articles"), HINT, _("https://…   or   ~/articles/")
    keys = _("Enter adds · Esc leaves")

    def __init__(self, value: str = "") -> None:
        super().__init__(self.heading, self.hint, value)

    def compose(self) -> ComposeResult:
        """Title, line, hint."""
        with Vertical():
            yield Static(plain(self.heading), classes="dialog--title")
            yield LocationLine(self._value, placeholder=self.placeholder)
            yield Static(plain(f"{self.hint}\n{self.keys}"), classes="dialog--hint")

    def on_mount(self) -> None:
        """Look what is on the clipboard."""
        self._read_clipboard()

    @on(LocationLine.ArticlePasted)
    def _keep_article(self, event: LocationLine.ArticlePasted) -> None:
        self.take_pasted(event.text)

    def take_pasted(self, text: str) -> None:
        """Keep a pasted article as a file."""
        try:
            self.dismiss(str(keep_pasted(text, self.session.library.parent / _PASTED)))
        except OSError as error:
            self.notify(
                _(
                    "The pasted article could not be kept beside the library ({strerror}): save "
                    "it as a file and add that."
                ).format(strerror=system_reason(error)),
                severity="error",
                markup=False,
            )

    @on(Input.Submitted)
    def _keep_prose(self, event: Input.Submitted) -> None:
        """Take sentences for an article: some terminals give what is pasted as if it were typed."""
        if is_prose(event.value):
            event.prevent_default()
            self.take_pasted(event.value.removeprefix(_CLIPBOARD))

    @work(thread=True, exclusive=True, group="clipboard", exit_on_error=False)
    def _read_clipboard(self) -> None:
        try:
            text = clipboard.read()
        except ClipboardError:
            return
        self.app.call_from_thread(self._prefill, text)

    def _prefill(self, text: str) -> None:
        line = self.query_one(Input)
        if line.value or not text.strip():
            return
        if is_location(text):
            line.value = text.strip()
        else:
            line.value = _CLIPBOARD
            words = len(text.split())
            self.query_one(".dialog--hint", Static).update(
                plain(
                    _("clip: is the text on the clipboard, {words} words.\n{keys}").format(
                        words=number(words), keys=self.keys
                    )
                )
            )
        line.cursor_position = len(line.value)


def is_pasted(location: str) -> bool:
    """Whether a location is a text that somebody pasted, of which nobody knows more than it says."""
    return location == _CLIPBOARD or Path(location).parent.name == _PASTED


def keep_pasted(text: str, folder: Path) -> Path:
    """Write a pasted text into `folder`, the same text into the same file; the file's path."""
    data = text.encode("utf-8", "replace")
    private_files.make_folder(folder)
    path = folder / f"pasted-{sha256(data).hexdigest()[:12]}.txt"
    private_files.write(path, data.decode("utf-8"))
    return path


class Failures(MiddleDialog[None]):
    """What could not be added, and why."""

    DEFAULT_CSS = """
    Failures VerticalScroll { height: auto; max-height: 24; margin-top: 1; scrollbar-size-vertical: 1; }
    """

    def __init__(self, failures: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._failures = failures

    def compose(self) -> ComposeResult:
        """A heading and every failure."""
        count = len(self._failures)
        with Vertical():
            yield Static(plain(_("{count} could not be added").format(count=count)), classes="dialog--title")
            with VerticalScroll():
                for location, why in self._failures:
                    line = (
                        Content.styled(visible(location[:LONGEST_LOCATION]), "bold")
                        + "\n"
                        + Content(visible(why))
                        + "\n"
                    )
                    yield Static(line)
            yield Static(plain(_("Everything else is in the library. · Esc leaves")), classes="dialog--hint")


def is_prose(text: str) -> bool:
    """Whether a line holds sentences, and names nothing that is there."""
    return (
        len(text.split()) >= _PROSE_WORDS and _SENTENCE_END.search(text) is not None and not is_location(text)
    )


def is_location(text: str) -> bool:
    """Whether the clipboard holds a web address or an existing path, and no article."""
    text = text.strip()
    if "\n" in text or not 0 < len(text) <= LONGEST_LOCATION:
        return False
    if text.lower().startswith(("http://", "https://")):
        return True
    try:
        return Path(text).expanduser().exists()
    except (OSError, RuntimeError, ValueError):  # too long, ~ of nobody, a zero byte
        return False

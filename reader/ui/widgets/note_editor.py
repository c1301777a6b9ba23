"""Writes a note beside the text: what is typed goes up as it is typed, nothing waits for a key to save it."""

import re
from dataclasses import KW_ONLY, dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.css.styles import RenderStyles, Styles
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static, TextArea

from reader.i18n import _, number
from reader.ui.keys import task
from reader.ui.widgets.folded_lines import folded_to
from reader.visible import visible

LINE = 1000
"""Most characters of a line: every key would cost seconds in one of a megabyte."""
_PIECE = re.compile(rf"(?:\S{{{LINE}}}|.{{1,{LINE}}}(?:[ \t]+|$))")
PAUSE = 0.2
"""Seconds without a key after which what is typed goes up."""
LONGEST = 1.0
"""Seconds of steady typing after which it goes up all the same."""

_PADDING = 3
"""Cells beside the words where the note lies below the text."""
HINT = (_("Markdown · saved as you type"), _("Esc closes · empty removes"))
"""What is said below a note, in one line or two."""


def in_lines(text: str) -> str:
    """`text` with longer lines broken between words, or within one where there is no other way."""
    if max(map(len, text.splitlines()), default=0) <= LINE:
        return text
    return "\n".join(_broken(line) for line in text.split("\n"))


def _broken(line: str) -> str:
    if len(line) <= LINE:
        return line
    *pieces, last = _PIECE.findall(line)
    return "\n".join([*(piece.rstrip(" \t") for piece in pieces), last])


class NoteArea(TextArea):
    """A text area that can be painted before the style sheet has reached it, as on a busy machine."""

    class LineBroken(Message):
        """A line too long to write in was pasted and broken."""

    async def _on_paste(self, event: events.Paste) -> None:
        """Break lines that are too long."""
        text = in_lines(event.text)
        if text != event.text:
            event.prevent_default()
            event.stop()
            self.post_message(self.LineBroken())
            await super()._on_paste(events.Paste(text))

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of a part; plain ones until the style sheet is there, instead of a KeyError."""
        try:
            return super().get_component_styles(*names)
        except KeyError:
            return RenderStyles(self, Styles(), Styles())


class NoteEditor(Vertical):
    """A few lines of Markdown under a title."""

    BINDINGS = [
        *task(
            _("Tags, notes, checks"),
            Binding(
                "ctrl+s,escape",
                "close",
                _("Keep"),
                tooltip=_("Close the note; it is saved already"),
                id="note.close",
            ),
            Binding(
                "ctrl+n", "another", _("Another note"), tooltip=_("Begin another note"), id="note.another"
            ),
            Binding(
                "ctrl+o",
                "outside",
                _("Editor"),
                tooltip=_("Write on in your own editor (EDITOR)"),
                id="note.outside",
            ),
        )
    ]
    DEFAULT_CSS = """
    NoteEditor {
        width: 40; height: 1fr; padding: 1 1 0 2; background: $surface;
        .note-title { text-style: bold; height: auto; max-height: 2; margin: 0 0 1 0; }
        .note-hint { color: $muted; height: auto; max-height: 2; }
        TextArea { border: none; padding: 0; height: 1fr; background: $surface; }
        TextArea:focus { border: none; }
        &:nocolor { border-left: solid $foreground; }
        &:nocolor .text-area--cursor { text-style: reverse; }
        &.-low { width: 1fr; height: 9; max-height: 50%; padding: 0 3; }
        &.-low:nocolor { border-left: none; border-top: solid $foreground; }
        &.-low .note-title { margin: 0; }
    }
    """

    @dataclass
    class Edited(Message):
        """Something was typed."""

        body: str

    @dataclass
    class Closed(Message):
        """The person is done with the note."""

        body: str
        _: KW_ONLY
        another: bool = False

    class EditorWanted(Message):
        """The person wants to write on in an editor of their own: `take` what it leaves."""

    def __init__(self, title: str, body: str, *, low: bool = False) -> None:
        super().__init__(classes="-low" if low else "")
        self._is_low = low
        self._title = title
        self._given = body
        self._shown = in_lines(body)
        self._sent = body
        self._pause: Timer | None = None
        self._longest: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, text, hint."""
        yield Static(Content(visible(self._title)), classes="note-title")
        yield NoteArea(self._shown, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        beside = folded_to(" · ".join(HINT), self.app.size.width - 2 * _PADDING, len(HINT), " · ")
        hint = beside if self._is_low else "\n".join(HINT)
        yield Static(hint, classes="note-hint", markup=False)

    def on_mount(self) -> None:
        """Write on at the end."""
        area = self.query_one(TextArea)
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        area.focus()
        self.app.clear_notifications()  # what was said of earlier changes would lie over the words
        self.screen.add_class("-writing")  # and what is said from now on stands above

    def on_unmount(self) -> None:
        """Nothing is written any more."""
        if all(editor is self for editor in self.screen.query(NoteEditor)):  # another may stand there by now
            self.screen.remove_class("-writing")

    @property
    def body(self) -> str:
        """What is written by now."""
        text = self.query_one(TextArea).text
        return self._given if text == self._shown else text

    @on(NoteArea.LineBroken)
    def _say_broken(self) -> None:
        self.notify(
            _("Lines of more than {count} letters were broken; nothing is left out.").format(
                count=number(LINE)
            ),
            timeout=4,
        )

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.send)
        if self._longest is None:
            self._longest = self.set_timer(LONGEST, self.send)

    def send(self) -> None:
        """Tell what is written, where it has changed."""
        for timer in (self._pause, self._longest):
            if timer is not None:
                timer.stop()
        self._pause = self._longest = None
        if self.body != self._sent:
            self._sent = self.body
            self.post_message(self.Edited(self._sent))

    def not_taken(self) -> None:
        """What was sent could not be stored: it is to be sent again."""
        self._sent = ""

    def on_descendant_blur(self) -> None:
        """Whoever looks elsewhere has finished a thought."""
        if self.is_attached:
            self.send()

    def take(self, text: str) -> None:
        """Show and tell what was written elsewhere."""
        area = self.query_one(TextArea)
        if text != self.body:
            area.text = in_lines(text)
            area.move_cursor(area.document.end)
        area.focus()

    def action_outside(self) -> None:
        """Write on in another editor."""
        self.send()
        self.post_message(self.EditorWanted())

    def action_close(self) -> None:
        """Be done."""
        self.send()
        self.post_message(self.Closed(self.body))

    def action_another(self) -> None:
        """Be done with this note and begin another."""
        self.send()
        self.post_message(self.Closed(self.body, another=True))

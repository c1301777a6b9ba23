"""All keys of the screen one comes from, grouped by task and searchable, derived from its bindings."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader.i18n import _
from reader.ui.dialogs.dialog import MiddleDialog
from reader.ui.keys import Key, by_task, in_letters, task
from reader.ui.widgets.inks import line_ink
from reader.ui.widgets.line_input import LineInput

NARROW = 60
"""Columns of a terminal below which a key and what it does share two columns instead of three."""
RESTING = _("Grey keys are not there now: they need a quote, a selection or something in the list.")
CHANGING = _("Keys can be changed under [keymap] in the configuration.")
KEYS_WIDTH, FEW_KEYS_WIDTH, LABEL_WIDTH = 17, 9, 19


class HelpText(Static):
    """The keys that match, under their tasks."""

    DEFAULT_CSS = """
    HelpText {
        height: auto;
    }
    """

    def show(self, keys: Sequence[Key], wanted: str) -> None:
        """Show the keys in which every word of `wanted` occurs."""
        words = wanted.lower().split()
        found = [key for key in keys if all(word in _searched(key) for word in words)]
        if not found:
            self.update(Content(_("No key for “{wanted}”.").format(wanted=wanted)))
            return
        parts: list[RenderableType] = []
        for heading, group in _there_first(by_task(found)):
            parts += [Text(heading, line_ink(self.app, "muted", "bold")), self._table(group), Text("")]
        self.update(Group(*parts[:-1]))

    def _table(self, keys: Sequence[Key]) -> Table:
        """Keys, what they are called, what they do; what is wrapped stays in its column."""
        is_narrow = self.app.size.width < NARROW
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=FEW_KEYS_WIDTH if is_narrow else KEYS_WIDTH)
        if not is_narrow:
            table.add_column(width=LABEL_WIDTH)
        table.add_column(ratio=1)
        for key in keys:
            names, label, more = self._cells(key)
            table.add_row(names, *((label + ": " + more,) if is_narrow else (label, more)))
        return table

    def _cells(self, key: Key) -> tuple[Text, Text, Text]:
        """The three parts of a line, grey where the key is not there now."""
        if key.enabled:
            inks = (("primary", "bold"), ("foreground", ""), ("muted", ""))
        else:
            inks = (("faint", "dim" if self.app.no_color else ""),) * 3
        parts = ("  " + "  ".join(key.keys), key.binding.description, key.binding.tooltip)
        names, label, more = (
            Text(part, line_ink(self.app, *one)) for part, one in zip(parts, inks, strict=True)
        )
        return names, label, more


class KeyFinder(LineInput):
    """What narrows the keys down; the key that opened the help closes it before anything is typed."""

    class Left(Message):
        """The help is to be closed."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "question_mark" and not self.value:
            event.stop()
            event.prevent_default()
            self.post_message(self.Left())
            return
        await super()._on_key(event)


class HelpScreen(MiddleDialog[None]):
    """The help."""

    BINDINGS = [
        *task(
            _("Help"),
            Binding(
                "down,ctrl+d,pagedown",
                "scroll(1)",
                _("Down"),
                tooltip=_("Scroll"),
                id="help.down",
                show=False,
            ),
            Binding("up,ctrl+u,pageup", "scroll(-1)", _("Up"), tooltip=_("Scroll"), id="help.up", show=False),
            Binding("f1", "cancel", _("Close"), tooltip=_("Close the help"), id="help.close", show=False),
        )
    ]
    DEFAULT_CSS = """
    HelpScreen {
        & > Vertical { width: 84; max-width: 100%; height: 86%; padding: 1 2; }
        VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        Input { margin: 0 0 1 0; }
        .dialog--hint { margin-top: 1; }
    }
    """

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = keys

    def on_resize(self) -> None:
        """Arrange the columns for the new width."""
        self._show(self.query_one(Input).value)

    def compose(self) -> ComposeResult:
        """The search line and the keys."""
        with Vertical():
            yield KeyFinder(placeholder=_("Type to find a key, such as: tag      ? or Esc closes"))
            with VerticalScroll(can_focus=False):
                yield HelpText()
                yield Static(f"{RESTING}\n{CHANGING}", classes="dialog--hint", markup=False)

    def on_mount(self) -> None:
        """Show all keys."""
        if self.session_app.ascii:
            self._keys = in_letters(self._keys)
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, wanted: str) -> None:
        self.query_one(HelpText).show(self._keys, wanted)

    @on(KeyFinder.Left)
    def _leave(self) -> None:
        self.dismiss(None)

    def action_scroll(self, pages: int) -> None:
        """Scroll by half a page."""
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=pages * box.size.height // 2, animate=False)


def _there_first(groups: Mapping[str, Sequence[Key]]) -> Iterator[tuple[str, list[Key]]]:
    """Tasks in which a key is there now before those in which none is, and so within each task."""
    for heading, keys in sorted(groups.items(), key=lambda one: not any(key.enabled for key in one[1])):
        yield heading, sorted(keys, key=lambda key: not key.enabled)


def _searched(key: Key) -> str:
    return f"{key.heading} {key.binding.description} {key.binding.tooltip} {' '.join(key.keys)}".lower()

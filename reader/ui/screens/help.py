"""All keys of the screen one comes from, grouped by task and searchable, derived from its bindings."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from reader.ui.keys import Key, by_task, task
from reader.ui.screens.ask import Dialog
from reader.ui.widgets.inks import ink

KEYS_WIDTH = 16


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
        parts = [self._group(heading, group) for heading, group in by_task(found).items()]
        self.update(Content("\n\n").join(parts) if parts else f"No key for “{wanted}”.")

    def _group(self, heading: str, keys: Sequence[Key]) -> Content:
        lines = [
            Content.styled(heading, ink(self.app, "muted", bold=True)),
            *(self._line(key) for key in keys),
        ]
        return Content("\n").join(lines)

    def _line(self, key: Key) -> Content:
        names = "  ".join(key.keys)
        label, more = key.binding.description, key.binding.tooltip
        return (
            Content.styled(f"  {names:<{KEYS_WIDTH}}", ink(self.app, "primary", bold=True))
            + Content.styled(f"{label:<16} ", ink(self.app, "foreground"))
            + Content.styled(more, ink(self.app, "muted"))
        )


class HelpScreen(Dialog):
    """The help."""

    BINDINGS = [
        *task(
            "Help",
            Binding(
                "down,ctrl+d,pagedown", "scroll(1)", "Down", tooltip="Scroll", id="help.down", show=False
            ),
            Binding("up,ctrl+u,pageup", "scroll(-1)", "Up", tooltip="Scroll", id="help.up", show=False),
            Binding("f1", "give_up", "Close", tooltip="Close the help", id="help.close", show=False),
        )
    ]
    DEFAULT_CSS = """
    HelpScreen {
        & > VerticalScroll {
            width: 84;
            max-width: 96%;
            height: 86%;
            padding: 1 2;
            background: $surface;
            scrollbar-size-vertical: 1;
        }
        Input { margin: 0 0 1 0; }
        .dialog--hint { margin-top: 1; }
    }
    """

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The search line and the keys."""
        with VerticalScroll(can_focus=False):
            yield Input(placeholder="Type to find a key, such as: tag")
            yield HelpText()
            yield Static("Keys can be changed under [keymap] in the configuration.   Esc  close",
                         classes="dialog--hint", markup=False)  # fmt: skip

    def on_mount(self) -> None:
        """Show all keys."""
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, wanted: str) -> None:
        self.query_one(HelpText).show(self._keys, wanted)

    def action_scroll(self, pages: int) -> None:
        """Scroll by half a page."""
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=pages * box.size.height // 2, animate=False)


def _searched(key: Key) -> str:
    return f"{key.heading} {key.binding.description} {key.binding.tooltip} {' '.join(key.keys)}".lower()

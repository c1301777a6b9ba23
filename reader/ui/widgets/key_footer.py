"""One line at the bottom with the keys that make sense now, painted whole: a widget per key costs more."""

from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from reader.ui.keys import Key, keys_of


class KeyFooter(Widget):
    """The keys of the focused widget and its screen that are shown and enabled, as many as fit."""

    COMPONENT_CLASSES = {"key-footer--key", "key-footer--label"}
    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $background;
        .key-footer--key { color: $primary; text-style: bold; }
        .key-footer--label { color: $muted; }
    }
    """
    LAST = frozenset({"app.help"})
    """Always shown, at the end of the line."""

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> RenderResult:
        """The line."""
        keys = [key for key in keys_of(self.screen.active_bindings) if key.enabled]
        last = [self._entry(key) for key in keys if key.binding.id in self.LAST]
        room = self.content_size.width - sum(entry.cell_length + 2 for entry in last)
        shown: list[Content] = []
        for key in keys:
            if not key.binding.show or key.binding.id in self.LAST:
                continue
            entry = self._entry(key)
            room -= entry.cell_length + 2
            if room < 0:
                break
            shown.append(entry)
        return Content("  ").join([*shown, *last])

    def _entry(self, key: Key) -> Content:
        name = Content.styled(key.keys[0], self._style("key"))
        label = Content.styled(f" {key.binding.description.lower()}", self._style("label"))
        return (name + label).stylize(f"@click=screen.press({key.binding.key!r})")

    def _style(self, part: str) -> str:
        style = self.get_component_styles(f"key-footer--{part}")
        return f"{style.color.hex} {style.text_style}".strip()

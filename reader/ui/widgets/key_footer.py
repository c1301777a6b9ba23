"""One line at the bottom with the keys that make sense now, painted whole: a widget per key costs more."""

from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.i18n import SOURCE, spoken
from reader.ui.keys import Key, as_declared, in_letters, keys_of
from reader.ui.widgets.inks import line_ink

GAP = 2
"""Cells between two keys."""


class PlacedKey(NamedTuple):
    """A key with its place on the line."""

    start: int
    end: int
    key: Key


class KeyFooter(Widget):
    """The keys of the focused widget and its screen that are shown and enabled, as many as fit."""

    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $background;
    }
    """
    LAST = frozenset({"app.help"})
    """Always shown, at the end of the line."""
    LATE = frozenset({"table.right"})
    """Shown behind the others: they only move, and every list has them."""

    def __init__(self) -> None:
        super().__init__()
        self._placed: list[PlacedKey] = []

    def on_mount(self) -> None:
        """Follow the bindings of the screen, and whether a dialog stands over it."""
        self.watch(self.screen, "stack_updates", self._covered, init=False)
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def _covered(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        ground = self.visual_style.rich_style
        if y or not self.screen.is_active:  # a dialog has keys of its own, and says them
            return Strip.blank(self.size.width, ground)
        self._placed = self._fitting()
        name, told = ground + line_ink(self.app, "primary", "bold"), ground + line_ink(self.app, "muted")
        segments: list[Segment] = []
        for _start, _end, key in self._placed:
            segments += [Segment(key.keys[0], name), Segment(f" {_label(key)}{' ' * GAP}", told)]
        return Strip(segments).adjust_cell_length(self.size.width, ground)

    def _fitting(self) -> list[PlacedKey]:
        active = as_declared(keys_of(self.screen.active_bindings))
        keys = [key for key in active if key.enabled and key.binding.show]
        if getattr(self.app, "ascii", False):
            keys = in_letters(keys)
        last = [key for key in keys if key.binding.id in self.LAST]
        keys.sort(key=lambda key: key.binding.id in self.LATE)
        room = self.content_size.width - sum(_width(key) + GAP for key in last) + GAP
        placed: list[PlacedKey] = []
        x = 0
        for key in [*(key for key in keys if key not in last), *last]:
            if key not in last and x + _width(key) + GAP > room:
                continue
            placed.append(PlacedKey(x, x + _width(key), key))
            x += _width(key) + GAP
        return placed

    def on_click(self, event: events.Click) -> None:
        """Do what the key clicked does."""
        for start, end, key in self._placed:
            if start <= event.x - 1 < end:
                self.app.simulate_key(key.binding.key)


def _label(key: Key) -> str:
    """What a key does; in English in small letters, which other languages write nouns without."""
    told = key.binding.description
    return told.lower() if spoken() == SOURCE else told


def _width(key: Key) -> int:
    return len(key.keys[0]) + 1 + len(_label(key))

"""What can be done to what was clicked with the right button, derived from the keys that are there."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.geometry import Offset, clamp

from reader.i18n import _
from reader.ui.dialogs.dialog import Dialog
from reader.ui.keys import Key, key_name, task
from reader.ui.widgets.lists.choices import Choice, ChoiceList

OFFERED = (
    # a quote, a selection or a place on the desk
    "desk.mark_quote",
    "desk.accept",
    "desk.reject",
    "desk.speaker",
    "desk.all_of_name",
    "desk.tag",
    "desk.note",
    "desk.check",
    "desk.copy",
    "desk.trail",
    "desk.open",
    # a row of the library
    "library.open",
    "library.restore",
    "library.purge",
    "library.tag",
    "library.star",
    "library.done",
    "library.facts",
    "library.open_address",
    "compare.story",
    "library.export",
    "library.trash",
    # a row of the quotes
    "quotes.open",
    "quotes.accept",
    "quotes.reject",
    "quotes.source",
    "quotes.all_of_name",
    "quotes.tag",
    "quotes.verify",
    "quotes.trail",
    # a row of the sources, of the feeds
    "sources.open",
    "sources.take",
    "sources.join",
    "sources.never",
    "sources.edit",
    "sources.use",
    "sources.remove",
    "feeds.open",
    "feeds.refresh",
    "feeds.edit",
    "feeds.read",
    "feeds.remove",
)
"""Ids of the actions of a menu, in its order; each is there where its key is there."""
WIDTH = 34
MOST = 12
"""Lines of a menu; what is longer scrolls."""


def offered(keys: Sequence[Key]) -> list[Key]:
    """The keys of a screen that its menu offers."""
    there = {key.binding.id: key for key in keys if key.enabled}
    return [there[number] for number in OFFERED if number in there]


class ContextMenu(Dialog[Key]):
    """A list beside the pointer; a click, Enter or the key of a line takes it."""

    DEFAULT_CSS = f"""
    ContextMenu {{
        background: transparent;
        & > Vertical {{ width: {WIDTH}; height: auto; background: $surface; }}
    }}
    """
    BINDINGS = task(
        _("Menu"),
        Binding("down,j", "move(1)", _("Down"), tooltip=_("Next line"), id="menu.down"),
        Binding("up,k", "move(-1)", _("Up"), tooltip=_("Line before"), id="menu.up"),
        Binding("enter", "take", _("Do it"), tooltip=_("Or the key at the right"), id="menu.take"),
    )

    def __init__(self, keys: Sequence[Key], pointer: Offset) -> None:
        super().__init__()
        self._keys = list(keys)
        self._pointer = pointer

    def compose(self) -> ComposeResult:
        """The lines."""
        with Vertical():
            yield ChoiceList()

    def on_mount(self) -> None:
        """Show the lines, whole on the screen."""
        self.query_one(ChoiceList).choices = [
            Choice(key.binding.description, "  ".join(key.keys[:2])) for key in self._keys
        ]
        width, height = self.app.size
        rows = min(MOST, len(self._keys)) + (2 if self.app.no_color else 0)
        x = clamp(self._pointer.x, 0, max(0, width - WIDTH))
        y = clamp(self._pointer.y, 0, max(0, height - rows))
        self.query_one(Vertical).styles.offset = (x, y)

    def action_move(self, step: int) -> None:
        """Go to another line."""
        self.query_one(ChoiceList).move(step)

    def action_take(self) -> None:
        """Do what the line says."""
        self.dismiss(self._keys[self.query_one(ChoiceList).cursor])

    @on(ChoiceList.Picked)
    def _clicked(self, event: ChoiceList.Picked) -> None:
        self.dismiss(self._keys[event.index])

    def on_click(self, event: events.Click) -> None:
        """A click beside the menu leaves it."""
        if event.widget is self:
            self.action_cancel()

    def on_key(self, event: events.Key) -> None:
        """The key of a line does what it does without the menu."""
        name = key_name(event.key)
        taken = next((key for key in self._keys if name in key.keys), None)
        if taken is not None and event.key not in self.active_bindings:
            event.stop()
            self.dismiss(taken)

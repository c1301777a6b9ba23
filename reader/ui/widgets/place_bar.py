"""The first line of a main screen: where one is, and what there is."""

from collections.abc import Sequence

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from reader.cells import cells, fit
from reader.i18n import _
from reader.ui.widgets.inks import ink

PLACES = (
    ("library", _("Library")),
    ("quotes", _("Quotes")),
    ("sources", _("Sources")),
    ("notes", _("Notes")),
    ("codebook", _("Codebook")),
    ("balance", _("Balance")),
    ("feeds", _("Feeds")),
)
ABOVE = frozenset({"notes", "balance"})
"""Places that are shown above the screen from which one goes there."""
SPACING = ((3, "  ·  "), (2, "  ·  "), (2, " · "), (1, " · "))
"""Cells between two places, and what stands between two facts of a status: the first with room for all."""
FACT = "  ·  "
"""What screens write between two facts of a status."""
LEAST = 14
"""Cells that a status gets in any case: places make room for it, the last ones first."""


class PlaceBar(Widget):
    """The places of the program with the current one marked, and a status at the right."""

    DEFAULT_CSS = """
    PlaceBar {
        dock: top;
        height: 1;
        padding: 0 1;
    }
    """
    status: reactive[str] = reactive("")
    note: reactive[str] = reactive("")
    """What goes on in the background, said before the status; "" where nothing does."""

    class PlaceWanted(Message):
        """A place was clicked."""

        def __init__(self, place: str) -> None:
            super().__init__()
            self.place = place

    def __init__(self, here: str) -> None:
        super().__init__()
        self.here = here

    def render(self) -> RenderResult:
        """The line."""
        gap, shown, told = self._arranged()
        places = Content(" " * gap).join(self._named(name, label) for name, label in shown)
        room = self.content_size.width - places.cell_length - gap
        status = Content.styled(_fitting(told, room), ink(self.app, "muted"))
        between = self.content_size.width - places.cell_length - status.cell_length
        return places + " " * max(0, between) + status

    def _arranged(self) -> tuple[int, list[tuple[str, str]], list[str]]:
        """The gap between places, the places that there is room for, the facts with what divides them."""
        facts = FACT.join(filter(None, (self.note, self.status))).split(FACT)
        shown, width = list(PLACES), self.content_size.width
        for gap, between in SPACING:
            told = _divided(facts, between)
            if _width(shown, gap) + cells("".join(told)) + gap * bool(told) <= width:
                return gap, shown, told
        # what goes on matters more than where else one could go
        least = max(LEAST, cells(self.note)) if told else 0
        while len(shown) > 1 and _width(shown, gap) + least + gap > width:
            shown.remove(next(place for place in reversed(shown) if place[0] != self.here))
        return gap, shown, told

    def on_click(self, event: events.Click) -> None:
        """Go to the place clicked."""
        x = event.x - 1
        gap, shown, _told = self._arranged()
        for name, label in shown:
            if 0 <= x < len(label):
                self.post_message(self.PlaceWanted(name))
            x -= len(label) + gap

    def _named(self, name: str, label: str) -> Content:
        here = name == self.here
        return Content.styled(label, ink(self.app, "primary" if here else "muted", bold=here))


def _width(places: Sequence[tuple[str, str]], gap: int) -> int:
    return sum(len(label) for _, label in places) + gap * (len(places) - 1)


def _divided(facts: Sequence[str], between: str) -> list[str]:
    """Facts, each but the first with what stands before it."""
    return [fact if not place else between + fact for place, fact in enumerate(facts) if fact]


def _fitting(facts: Sequence[str], room: int) -> str:
    """As many of the facts of a status as there is room for; the last ones matter least."""
    kept = list(facts)
    while len(kept) > 1 and cells("".join(kept)) > room:
        kept.pop()
    return fit("".join(kept), max(0, room)).rstrip()

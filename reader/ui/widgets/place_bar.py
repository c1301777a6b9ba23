"""The first line of a main screen: where one is, and what there is."""

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from reader.cells import cells, fit
from reader.ui.widgets.inks import ink

PLACES = (("library", "Library"), ("quotes", "Quotes"), ("sources", "Sources"), ("feeds", "Feeds"))
GAP = 3
"""Cells between two places."""
FACT = "  ·  "
"""Between two facts of a status."""


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
        self._here = here

    def render(self) -> RenderResult:
        """The line."""
        places = Content(" " * GAP).join(self._named(name, label) for name, label in PLACES)
        room = self.content_size.width - places.cell_length - GAP
        status = Content.styled(
            _fitting(FACT.join(filter(None, (self.note, self.status))), room), ink(self.app, "muted")
        )
        gap = self.content_size.width - places.cell_length - status.cell_length
        return places + " " * max(0, gap) + status

    def on_click(self, event: events.Click) -> None:
        """Go to the place clicked."""
        x = event.x - 1
        for name, label in PLACES:
            if 0 <= x < len(label):
                self.post_message(self.PlaceWanted(name))
            x -= len(label) + GAP

    def _named(self, name: str, label: str) -> Content:
        here = name == self._here
        return Content.styled(label, ink(self.app, "primary" if here else "muted", bold=here))


def _fitting(status: str, room: int) -> str:
    """As many of the facts of a status as there is room for; the last ones matter least."""
    facts = status.split(FACT)
    while len(facts) > 1 and cells(FACT.join(facts)) > room:
        facts.pop()
    return fit(FACT.join(facts), max(0, room)).rstrip()

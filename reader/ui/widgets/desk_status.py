"""The line below the text: what is going on at the left, where one is and what is saved at the right."""

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from reader.cells import cells, fit
from reader.ui.widgets.article.palette import Palette
from reader.ui.widgets.lists.columns import GAP
from reader.ui.widgets.themed import ThemedWidget
from reader.visible import visible


class DeskStatus(ThemedWidget):
    """One line of three parts: mode, message, place."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "DeskStatus { height: 1; background: $background; }"

    mode: reactive[str] = reactive("")
    """Word of the mode, such as "SELECT"; "" while reading."""
    message: reactive[str] = reactive("")
    """What one can do now, or where one is."""
    place: reactive[str] = reactive("")
    """How far one has read, and whether everything is saved."""

    held: reactive[str] = reactive("")
    """Why the article must not be published yet, in a word; "" where it may."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._palette = Palette()

    def take_theme(self) -> None:
        """Take the inks of the theme."""
        self._palette = Palette(self.app.theme_variables, colour=not self.app.no_color)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        del y
        style = self._palette.style
        mode = f" {self.mode} " if self.mode else ""
        held = f" {self.held} " if self.held else ""
        room = max(0, self.size.width - 4 - cells(mode + held) - cells(self.place) - bool(mode))
        message = fit(visible(self.message), max(0, room - GAP)) + " " * min(room, GAP)
        segments = [Segment("   "[: 2 if mode else 3], style("text"))]
        if mode:
            segments += [Segment(mode, style("text", "badge")), Segment("  ", style("text"))]
        if held:
            segments.append(Segment(held, style("text", "held")))
        segments += [
            Segment(message, style("text", "meta")),
            Segment(self.place + " ", style("text", "meta")),
        ]
        return Strip(segments).adjust_cell_length(self.size.width, style("text"))

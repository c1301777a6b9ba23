"""The panel under the text of a narrow terminal: the current quote's card, opened."""

from collections.abc import Iterator, Mapping

from rich.segment import Segment
from textual.strip import Strip

from reader.cells import fit
from reader.ui.widgets.article.palette import Palette
from reader.ui.widgets.glyphs import DRAWN
from reader.ui.widgets.margin import card_lines
from reader.ui.widgets.margin.cards import Card
from reader.ui.widgets.margin.pieces import Lines, Piece
from reader.ui.widgets.margin.tag_signs import with_signs
from reader.ui.widgets.quote_types import LOOKS
from reader.ui.widgets.themed import ThemedWidget
from reader.visible import visible

COLUMN = 36
"""Cells of a column of the panel, at least."""


class QuotePanel(ThemedWidget):
    """Everything about one quote, in several columns where one does not hold it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "QuotePanel { height: 5; background: $background; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._card: Card | None = None
        self._idle = ""
        self._palette = Palette()
        self.tag_colours: Mapping[str, str] = {}
        """The colours of tags, by path."""
        self.glyphs = DRAWN

    def take_theme(self) -> None:
        """Take the inks of the theme."""
        self._palette = Palette(self.app.theme_variables, colour=not self.app.no_color)
        self.refresh()

    def show(self, card: Card | None, idle: str = "") -> None:
        """Show `card`, or the lines `idle` where there is none."""
        self._card, self._idle = card, idle
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line: a rule first, then the card."""
        blank = self._palette.style("text")
        if y == 0:
            rule = Segment("─" * self.size.width, self._palette.style("text", "rule"))
            return Strip([rule])
        tags = self._card.tags if self._card else ()
        pieces = with_signs(self._pieces(y - 1), tags, self.tag_colours)
        segments = [Segment(piece.text, self._palette.style("text", piece.ink)) for piece in pieces]
        return Strip(segments).adjust_cell_length(self.size.width, blank)

    def _pieces(self, row: int) -> Iterator[Piece]:
        if self._card is None:
            shown = [*self._idle.split("\n"), *[""] * self.size.height]
            yield Piece(fit(f" {visible(shown[row])}", self.size.width), "meta")
            return
        ink = LOOKS[self._card.quote.type].ink if self._card.quote else "sign"
        rows = max(1, self.size.height - 2)
        columns, width, head, lines = self._flowed(self._card, rows)
        if row == 0:  # who speaks has the whole line
            yield Piece(f" {self.glyphs.bar} ", f"edge:{ink}")
            yield from head
            return
        for column in range(columns):
            index = column * rows + row - 1
            line = lines[index] if index < len(lines) else []
            yield Piece(f" {self.glyphs.bar if line else ' '} " if column == 0 else "   ", f"edge:{ink}")
            yield from line
            yield Piece(" " * (width - sum(len(piece.text) for piece in line)))

    def _flowed(self, card: Card, rows: int) -> tuple[int, int, list[Piece], Lines]:
        """Columns and their width, the head, and the other lines, in as few columns as hold them."""
        room = self.size.width - 3
        most, columns = max(1, room // COLUMN), 1
        head, *lines = card_lines.opened(card, room - 3, self.glyphs, spread=False)
        while len(lines) > columns * rows and columns < most:
            columns += 1
            lines = card_lines.opened(card, room // columns - 3, self.glyphs, spread=False)[1:]
        return columns, room // columns - 3, head, lines

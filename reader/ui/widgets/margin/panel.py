"""The panel under the text of a narrow terminal: the current quote's card, opened."""

from collections.abc import Iterator, Mapping

from rich.segment import Segment
from textual.strip import Strip

from reader.cells import fit
from reader.ui.widgets.article.palette import Palette
from reader.ui.widgets.glyphs import DRAWN
from reader.ui.widgets.margin import card_lines
from reader.ui.widgets.margin.cards import Card
from reader.ui.widgets.margin.pieces import Piece
from reader.ui.widgets.margin.tag_signs import with_signs
from reader.ui.widgets.quote_types import LOOKS
from reader.ui.widgets.themed import ThemedWidget
from reader.visible import visible

COLUMN = 36
"""Cells of a column of the panel; a wider panel flows into several."""


class QuotePanel(ThemedWidget):
    """Everything about one quote, in as many columns as fit."""

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
        rows = max(1, self.size.height - 1)
        columns = max(1, (self.size.width - 3) // COLUMN)
        width = (self.size.width - 3) // columns - 3
        lines = card_lines.opened(self._card, width, self.glyphs, spread=False)
        ink = LOOKS[self._card.quote.type].ink if self._card.quote else "sign"
        for column in range(columns):
            index = column * rows + row
            line = lines[index] if index < len(lines) else []
            stripe = self.glyphs.bar if line or row == 0 else " "
            yield Piece(f" {stripe} " if column == 0 else "   ", f"edge:{ink}")
            yield from line
            yield Piece(" " * (width - sum(len(piece.text) for piece in line)))

"""Inked words on the lines of a card; who paints them need not know what a quote is."""

from typing import NamedTuple

from rich.cells import chop_cells

from reader.cells import cells, cut
from reader.visible import visible


class Piece(NamedTuple):
    """Words with their ink in the palette."""

    text: str
    ink: str = "text"


Lines = list[list[Piece]]


def folded(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken at spaces."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            for piece in chop_cells(word, max(1, width)):
                if line and cells(line) + 1 + cells(piece) > width:
                    lines.append(line)
                    line = piece
                else:
                    line = f"{line} {piece}" if line else piece
        if line:
            lines.append(line)
    return lines


def fit_in(text: str, width: int) -> str:
    """`text` on one line of at most `width` cells, an ellipsis where it is cut."""
    indent = "  " if text.startswith("  ") else ""
    whole = visible(indent + " ".join(text.split()))
    shown = cut(whole, width)
    return shown if shown == whole else shown[:-1].rstrip() + "…"[: max(0, width)]

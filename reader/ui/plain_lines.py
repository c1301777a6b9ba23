"""Drawing characters become plain ones in every line of the screen, for terminals that have none."""

import unicodedata
from collections.abc import Iterable

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIGNS = {"•●◆✎★": "*", "✓✔": "+", "✗✘": "x", "←": "<", "→": ">", "↑": "^", "↓": "v"}


def _plain(point: int) -> str:
    """What takes the place of a line, a corner or a block."""
    name = unicodedata.name(chr(point))
    if "BLOCK" in name or "QUADRANT" in name or "SHADE" in name:
        return "|" if "LEFT" in name or "RIGHT" in name or name == "FULL BLOCK" else " "
    upright = any(word in name for word in ("VERTICAL", "UP", "DOWN"))
    level = any(word in name for word in ("HORIZONTAL", "LEFT", "RIGHT"))
    return "+" if upright and level else "|" if upright else "-"


TABLE = {point: _plain(point) for point in range(0x2500, 0x25A0)} | {
    ord(sign): plain for signs, plain in _SIGNS.items() for sign in signs
}
"""Each as wide as what takes its place, so that nothing moves."""


class PlainLines(LineFilter):
    """Replaces what such a terminal cannot draw; letters and typographic marks of texts stay."""

    def apply(self, segments: Iterable[Segment], background: Color) -> list[Segment]:
        """The segments of a line, with plain characters."""
        del background
        return [segment._replace(text=segment.text.translate(TABLE)) for segment in segments]

"""Turn offsets in code points into the units that other programs count in."""

from bisect import bisect_left
from itertools import accumulate

from reader.models import Span, Spans

Unit = str
"""One of "code points", "utf-16", "utf-8"."""


class Offsets:
    """Converts spans of one text; building it reads the text once, each conversion is a bisection."""

    def __init__(self, text: str, unit: Unit) -> None:
        """`unit` is "code points", "utf-16" (units of two bytes) or "utf-8" (bytes)."""
        self._wide, self._gained = _widths(text, unit)

    def at(self, offset: int) -> int:
        """The offset in the unit for one in code points."""
        index = bisect_left(self._wide, offset)
        return offset + (self._gained[index - 1] if index else 0)

    def span(self, span: Span) -> Span:
        """The span in the unit for one in code points."""
        return Span(self.at(span.start), self.at(span.end))

    def spans(self, spans: Spans) -> Spans:
        """All of `spans` in the unit."""
        return tuple(map(self.span, spans))


def _widths(text: str, unit: Unit) -> tuple[list[int], list[int]]:
    """Where code points take more than one unit, and how many units more are taken up to each."""
    if unit == "code points" or text.isascii():
        return [], []
    width = _in_utf16 if unit == "utf-16" else _in_utf8
    wide = [(i, width(c) - 1) for i, c in enumerate(text) if width(c) > 1]
    return [i for i, _ in wide], list(accumulate(more for _, more in wide))


def _in_utf16(character: str) -> int:
    return 2 if character > "\uffff" else 1


def _in_utf8(character: str) -> int:
    if character < "\x80":
        return 1
    if character < "\u0800":
        return 2
    return 3 if character <= "\uffff" else 4

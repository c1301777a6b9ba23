"""Where every character of an article stands: a text in lines of a given width, with its head and foot.

A line shows `text[starts[n]:ends[n]]`; the white space between two lines belongs to none of them. Lines of
the head (title, byline, captions) and of the foot (removed boilerplate) are counted but have no offsets.
Texts of narrow characters are broken by one regular expression (10 ms for a megabyte); paragraphs with wide,
combining or joined characters are measured grapheme by grapheme.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes

from reader.visible import visible

_UNEVEN = re.compile(
    r"[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2000-\u200a\u2010-\u2027\u202f\u2030-\u205e"
    r"\u20a0-\u20bf\u2100-\u218b\u2190-\u2193\u2400-\u2426\u27e6-\u27ef]"
)
"""A character that may not be exactly one cell wide."""

NARROWEST = 4
"""Cells: two characters of double width still fit."""


class HeadLine(NamedTuple):
    """A line above or below the article's own text."""

    kind: str
    """Its ink: "section", "title", "meta", "caption", "rule", "removed", or "" for an empty line."""
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's text in lines of at most `width` cells."""

    text: str
    """The text as shown: the article's own, with dangerous characters as marks; same length."""
    width: int
    starts: list[int]
    """Offset of the first character of each text line, rising."""
    ends: list[int]
    """Offset after the last shown character of each text line."""
    head: tuple[HeadLine, ...] = ()
    foot: tuple[HeadLine, ...] = ()
    even: bool = True
    """Whether every character is one cell wide."""

    @property
    def height(self) -> int:
        """Number of all lines, head and foot included."""
        return len(self.head) + len(self.starts) + len(self.foot)

    def extra(self, line: int) -> HeadLine | None:
        """The line of head or foot at `line`, None where the article's own text stands."""
        if line < len(self.head):
            return self.head[line] if line >= 0 else None
        below = line - len(self.head) - len(self.starts)
        return self.foot[below] if 0 <= below < len(self.foot) else None

    def span(self, line: int) -> tuple[int, int]:
        """Offsets that `line` shows; the nearest end of the text for lines of head and foot."""
        index = line - len(self.head)
        if not self.starts or index < 0:
            return 0, 0
        if index >= len(self.starts):
            return len(self.text), len(self.text)
        return self.starts[index], self.ends[index]

    def line_of(self, offset: int) -> int:
        """The line that shows the character at `offset`, or that it would stand at the end of."""
        return len(self.head) + (bisect_right(self.starts, offset) or 1) - 1

    def column_of(self, offset: int) -> int:
        """Cells between the left edge and the character at `offset`."""
        start, end = self.span(self.line_of(offset))
        if self.even:
            return max(0, min(offset, end) - start)
        before = min(offset, end) - start
        return sum(cells for _, after, cells in _graphemes(self.text[start:end])[0] if after <= before)

    def cells(self, start: int, end: int) -> int:
        """Width of `text[start:end]` on one line."""
        if end <= start:
            return 0
        return end - start if self.even else _graphemes(self.text[start:end])[1]

    def offset_at(self, line: int, column: int) -> int:
        """The offset shown at `column` of `line`: the end of the line where it is shorter."""
        start, end = self.span(line)
        if column <= 0:
            return start
        if self.even:
            return min(start + column, end)
        taken = 0
        for first, _, cells in _graphemes(self.text[start:end])[0]:
            taken += cells
            if taken > column:
                return start + first
        return end


def lay_out(text: str, width: int, head: Iterable[HeadLine] = (), foot: Iterable[HeadLine] = ()) -> Layout:
    """Break `text` into lines of at most `width` cells, between `head` and `foot` (wrapped too)."""
    width = max(NARROWEST, width)
    shown = visible(text).replace("\t", " ")
    even = _UNEVEN.search(shown) is None
    lines = list(_even_lines(shown, width) if even else _mixed_lines(shown, width)) or [(0, 0)]
    starts, ends = [start for start, _ in lines], [end for _, end in lines]
    above, below = (tuple(wrapped(extra, width)) for extra in (head, foot))
    return Layout(shown, width, starts, ends, above, below, even)


def wrapped(lines: Iterable[HeadLine], width: int) -> Iterator[HeadLine]:
    """Each of `lines` broken into as many as `width` asks for; an empty one stays one."""
    for kind, text in lines:
        # an ellipsis stays with the word that it is cut behind
        shown = visible(text).replace("\t", " ").replace(" …", "\N{NO-BREAK SPACE}…")
        pieces = list(_mixed_lines(shown, max(NARROWEST, width))) or [(0, 0)]
        yield from (HeadLine(kind, shown[start:end]) for start, end in pieces)


@lru_cache(maxsize=8)
def _breaker(width: int) -> re.Pattern[str]:
    """Matches one line: as many characters as fit before a space, a hyphen or the end; else a cut word."""
    soft = r"(?:[ \u2000-\u200a]+|$|(?<=\w[-–—])(?=\w))"
    return re.compile(rf"(?:([^\n]{{1,{width}}}){soft}|([^\n]{{{width}}}))\n?|\n", re.MULTILINE)


def _even_lines(text: str, width: int, base: int = 0) -> Iterator[tuple[int, int]]:
    """Offsets of the lines of a text whose characters are all one cell wide."""
    for found in _breaker(width).finditer(text):
        start, end = found.start(), found.end(found.lastindex or 0)
        if not found.lastindex:
            end = start
        yield base + start, base + start + len(text[start:end].rstrip())


def _mixed_lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Offsets of lines, paragraph by paragraph, by the way each paragraph needs."""
    base = 0
    for paragraph in text.split("\n"):
        if not paragraph:
            if base < len(text):
                yield base, base
        elif _UNEVEN.search(paragraph):
            yield from _uneven_lines(paragraph, width, base)
        else:
            yield from _even_lines(paragraph, width, base)
        base += len(paragraph) + 1


def _uneven_lines(text: str, width: int, base: int) -> Iterator[tuple[int, int]]:
    """Offsets of the lines of one paragraph, by the width of every grapheme; breaks beside wide ones too."""
    line, taken, chance = 0, 0, 0
    cells_since_chance = 0
    for first, after, cells in _graphemes(text)[0]:
        space = text[first:after].isspace()
        while taken and taken + cells > width and not space:
            cut = chance if chance > line else first
            yield base + line, base + line + len(text[line:cut].rstrip())
            taken = cells_since_chance if cut == chance and chance > line else 0
            line = cut
        taken += cells
        cells_since_chance += cells
        if space or cells > 1 or text[first:after] in "-–—":
            chance, cells_since_chance = after, 0
    if line < len(text):
        yield base + line, base + line + len(text[line:].rstrip())


@lru_cache(maxsize=2048)
def _graphemes(text: str) -> tuple[list[tuple[int, int, int]], int]:
    """Start, end and cells of every grapheme, and the cells of all."""
    return split_graphemes(text)

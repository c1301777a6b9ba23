"""The painting half of the article: lines of text with their marks, as strips that are kept once made."""

from bisect import bisect_left
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.ui.widgets.article.layout import HeadLine, lay_out
from reader.ui.widgets.article.palette import Palette
from reader.ui.widgets.article.spans import Mark, SpanIndex, pieces
from reader.ui.widgets.themed import ThemedWidget

GUTTER = 4
"""Cells left of the text: a sign beside a note, the number of a quote, a bar beside the current one."""
MOST_NUMBERED = 999
"""Quotes with a number beside the text; what has more leaves no room for it."""
DEFAULT_MEASURE = 76
"""Cells of a line: a comfortable length to read."""


class ArticleCanvas(ScrollView, ThemedWidget, can_focus=True):
    """Paints an article's text with marks; knows where every character stands."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ArticleCanvas { background: $background; scrollbar-size: 0 0; overflow-x: hidden; }
    """

    measure = reactive(DEFAULT_MEASURE)
    """Most cells of a line of text."""
    quotes: reactive[SpanIndex] = reactive(SpanIndex, always_update=True)
    """Marks of quotes and their roles, of headings and of scare quotes."""
    starts: reactive[Sequence[int]] = reactive(())
    """Where the quotes begin that are counted, rising: the first is number 1."""
    notes: reactive[SpanIndex] = reactive(SpanIndex, always_update=True)
    """Marks of notes and of tagged highlights."""
    found: reactive[SpanIndex] = reactive(SpanIndex, always_update=True)
    """Marks of what the find bar looks for."""
    spot: reactive[Mark | None] = reactive(None)
    """The match one stands at."""
    current: reactive[int] = reactive(0)
    """Id of the current quote, 0 where there is none."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = ""
        self.place = lay_out("", DEFAULT_MEASURE)
        self.caret = 0
        self.caret_shown = True
        self._head: tuple[HeadLine, ...] = ()
        self._foot: tuple[HeadLine, ...] = ()
        self.palette = Palette()
        self._strips: LRUCache[int, Strip] = LRUCache(1024)

    # -- what is shown ---------------------------------------------------------------------------------

    def show(self, text: str, head: tuple[HeadLine, ...] = (), foot: tuple[HeadLine, ...] = ()) -> None:
        """Show `text` between `head` and `foot`; marks are given separately."""
        self.text, self._head, self._foot = text, head, foot
        self._lay_out_again()

    @property
    def text_width(self) -> int:
        """Cells available to a line of text."""
        return min(self.measure, max(1, self.size.width - GUTTER - 1))

    @property
    def text_left(self) -> int:
        """Column of the widget where lines begin."""
        return max(GUTTER, (self.size.width - self.text_width) // 2)

    def _lay_out_again(self) -> None:
        """Break the text anew and keep what stood at the top of the screen there."""
        top = self.top_offset
        above = self.scroll_offset.y if self.scroll_offset.y < len(self.place.head) else -1
        self.place = lay_out(self.text, self.text_width, self._head, self._foot)
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self.place.height)
        line = above if above >= 0 else self.place.line_of(top)
        self.scroll_to(y=line, animate=False)
        self.refresh()

    @property
    def top_offset(self) -> int:
        """Offset of the first character on the screen."""
        return self.place.span(self.scroll_offset.y)[0]

    @property
    def visible_span(self) -> tuple[int, int]:
        """Offsets between the first and the last line on the screen."""
        top = self.scroll_offset.y
        return self.place.span(top)[0], self.place.span(top + max(1, self.size.height) - 1)[1]

    # -- what makes lines stale --------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Break lines anew where the width changed."""
        if self.text_width != self.place.width or not self.virtual_size.width:
            self._lay_out_again()
        else:
            self._strips.clear()
            self.virtual_size = Size(self.size.width, self.place.height)

    def take_theme(self) -> None:
        """Take the inks of the theme."""
        self.palette = Palette(self.app.theme_variables, colour=not self.app.no_color)
        self._stale()

    def _stale(self) -> None:
        self._strips.clear()
        self.refresh()

    def watch_measure(self) -> None:
        """A new measure breaks lines anew."""
        if self.is_mounted:
            self._lay_out_again()

    def watch_quotes(self) -> None:
        """New marks."""
        self._stale()

    def watch_starts(self) -> None:
        """Other numbers."""
        self._stale()

    def watch_notes(self) -> None:
        """New marks."""
        self._stale()

    def watch_found(self) -> None:
        """New marks."""
        self._stale()

    def watch_spot(self) -> None:
        """Another match."""
        self._stale()

    def watch_current(self, before: int, after: int) -> None:
        """Another quote stands out; lines off the screen are made anew when they come."""
        del before, after
        self._stale()

    def refresh_offset(self, offset: int) -> None:
        """Paint the line anew that shows `offset`."""
        self.refresh_line(self.place.line_of(offset))

    # -- painting ----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + self.scroll_offset.y
        strip = self._strips.get(line)
        if strip is None:
            strip = self._strips[line] = self._paint(line)
        if self.caret_shown and self.place.extra(line) is None and self.place.line_of(self.caret) == line:
            strip = self._with_caret(strip)
        return strip

    def _paint(self, line: int) -> Strip:
        blank = self.palette.style("text")
        left = " " * (self.text_left - GUTTER)
        extra = self.place.extra(line)
        if extra is not None:
            body = [Segment(self._shaped(extra), self.palette.style(extra.kind or "text"))]
            segments = [Segment(left + " " * GUTTER, blank), *body]
        elif line >= self.place.height:
            segments = []
        else:
            start, end = self.place.span(line)
            segments = [Segment(left, blank), *self._gutter(start, end), *self._body(start, end)]
        return Strip(segments).adjust_cell_length(self.size.width, blank)

    def _shaped(self, extra: HeadLine) -> str:
        return "─" * self.place.width if extra.kind == "rule" else extra.text

    def _gutter(self, start: int, end: int) -> list[Segment]:
        """The bar of the current quote and the sign of a note that begins here."""
        stretch = self.quotes.over(start, max(end, start + 1)) if self.current else []
        held = any(mark.owner == self.current and mark.ink in _QUOTE_INKS for mark in stretch)
        noted = any(mark.start >= start for mark in self.notes.over(start, end))
        number = self._number(start, end)
        sign = "•" if noted and len(number) < GUTTER - 1 else ""
        return [
            Segment(sign, self.palette.style("sign")),
            Segment(number.rjust(GUTTER - 1 - len(sign)), self.palette.style("bar" if held else "removed")),
            Segment("▎" if held else " ", self.palette.style("bar")),
        ]

    def _number(self, start: int, end: int) -> str:
        """The number of the first quote that begins in a line, as its card has it."""
        place = bisect_left(self.starts, start)
        begins = place < len(self.starts) and self.starts[place] < max(end, start + 1)
        return str(place + 1) if begins and place < MOST_NUMBERED else ""

    def _body(self, start: int, end: int) -> list[Segment]:
        """The text of a line, cut where marks begin and end."""
        marks = [*self.quotes.over(start, end), *self.notes.over(start, end), *self.found.over(start, end)]
        marks += [mark for mark in self.passing_marks() if mark.start < end and mark.end > start]
        text = self.place.text
        return [
            Segment(text[left:right], self._style(over)) for left, right, over in pieces(start, end, marks)
        ]

    def passing_marks(self) -> list[Mark]:
        """Marks that come and go with the caret, such as a selection."""
        return [self.spot] if self.spot is not None else []

    def _style(self, marks: tuple[Mark, ...]) -> Style:
        inks = ["text", *(mark.ink for mark in marks)]
        if "scare" in inks and any(ink.startswith("direct") for ink in inks):
            inks.remove("scare")
        if self.current and any(mark.owner == self.current and mark.ink in _QUOTE_INKS for mark in marks):
            inks.insert(1, "current")
        return self.palette.style(*inks)

    def _with_caret(self, strip: Strip) -> Strip:
        column = self.text_left + self.place.column_of(self.caret)
        under = strip.crop(column, column + 1)
        letter = under.text or " "
        wide = strip.crop(column, column + 2)
        if wide.cell_length == 2 and len(wide.text) == 1:
            letter, under = wide.text, wide
        style = self.palette.style("text", "caret" if self.has_focus else "selection")
        parts = [
            strip.crop(0, column),
            Strip([Segment(letter, style)]),
            strip.crop(column + under.cell_length),
        ]
        return Strip.join(parts)


_QUOTE_INKS = frozenset(
    ink + end for ink in ("direct", "indirect", "mixed", "free", "reported") for end in ("", "+")
)

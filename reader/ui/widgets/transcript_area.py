"""The words of a transcript to be corrected: unsure ones are marked, and those that are heard now."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from rich.text import Text

from reader.transcripts import TimedStretch
from reader.ui.widgets.article.palette import Palette
from reader.ui.widgets.note_editor import NoteArea

Marked = tuple[int, int, str]
"""First and last column of a mark in its line, and its ink."""


class TranscriptArea(NoteArea):
    """A text area that knows when its words are said."""

    def __init__(self, text: str) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self._times: tuple[TimedStretch, ...] = ()
        self._unsure: tuple[TimedStretch, ...] = ()
        self._starts = [0]
        self._marks: dict[int, list[Marked]] = {}
        self._heard: TimedStretch | None = None
        self._palette = Palette()

    def on_mount(self) -> None:
        """Take the inks of the theme."""
        self._palette = Palette(self.app.theme_variables, colour=not self.app.no_color)
        self.cursor_blink = False

    def take_times(self, times: Iterable[TimedStretch], unsure: Iterable[TimedStretch]) -> None:
        """Take when the words of the text as it is now are said, and which of them are unsure."""
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        self._starts = [0, *accumulate(lengths)][:-1]
        self._times, self._unsure = tuple(times), tuple(unsure)
        self._mark()

    @property
    def caret(self) -> int:
        """The code point at the caret."""
        row, column = self.cursor_location
        return self._starts[min(row, len(self._starts) - 1)] + column

    @property
    def moment(self) -> float | None:
        """When the word at the caret is said, or the next one with a time; None behind the last."""
        at = bisect_right(self._times, self.caret, key=lambda stretch: stretch.end)
        return self._times[at].said_from if at < len(self._times) else None

    def follow(self, moment: float | None) -> None:
        """Mark the words that are said at a moment; None for none."""
        found = None
        if moment is not None:
            found = next((one for one in self._times if one.said_from <= moment < one.said_to), None)
        if found != self._heard:
            self._heard = found
            self._mark()

    def go_to_unsure(self) -> bool:
        """Put the caret on the next unsure word, and select it; whether there is one."""
        if not self._unsure:
            return False
        at = bisect_left(self._unsure, self.caret + 1, key=lambda stretch: stretch.start)
        word = self._unsure[at % len(self._unsure)]
        self.move_cursor(self._location(word.end))
        self.move_cursor(self._location(word.start), select=True, center=True)
        return True

    def _mark(self) -> None:
        """Find the lines of all marks, and paint anew."""
        self._marks = {}
        for stretch in self._unsure:
            self._mark_stretch(stretch, "unsure")
        if self._heard is not None:
            self._mark_stretch(self._heard, "heard")
        self.notify_style_update()

    def _location(self, place: int) -> tuple[int, int]:
        """Line and column of a code point of the text that the times are of."""
        row = bisect_right(self._starts, place) - 1
        return row, place - self._starts[row]

    def _mark_stretch(self, stretch: TimedStretch, ink: str) -> None:
        (row, first), (last_row, last) = self._location(stretch.start), self._location(stretch.end)
        for line in range(row, last_row + 1):
            begins = first if line == row else 0
            ends = last if line == last_row else len(self.document.get_line(line))
            self._marks.setdefault(line, []).append((begins, ends, ink))

    def get_line(self, line_index: int) -> Text:
        """A line with its marks."""
        line = super().get_line(line_index)
        for first, last, ink in self._marks.get(line_index, ()):
            line.stylize(self._palette.style("text", ink), first, last)
        return line

"""The moving half of the article: a caret, motions with counts, and a selection in offsets of the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive

from reader.i18n import _
from reader.models import trimmed
from reader.ui.keys import task
from reader.ui.widgets.article import motions
from reader.ui.widgets.article.canvas import ArticleCanvas
from reader.ui.widgets.article.caret_motions import ABSOLUTE, MOTIONS, VERTICAL
from reader.ui.widgets.article.spans import Mark

MARGIN_LINES = 2
"""Lines kept between the caret and the edge of the screen."""
_DIGITS = "0123456789"


def _move(key: str, motion: str, label: str, tooltip: str) -> Binding:
    return Binding(key, f"move('{motion}')", label, tooltip=tooltip, show=False, id=f"desk.{motion}")


class ArticleCaret(ArticleCanvas):
    """An article with a caret that motions move, and a selection between a pivot and the caret."""

    BINDINGS = [
        *task(
            _("Move in the text"),
            _move("j,down", "line_down", _("Line down"), _("One line down; a number before it repeats it")),
            _move("k,up", "line_up", _("Line up"), _("One line up")),
            _move("h,left", "left", _("Left"), _("One character left")),
            _move("l,right", "right", _("Right"), _("One character right")),
            _move("w,ctrl+right", "word", _("Next word"), _("To the start of the next word")),
            _move("b,ctrl+left", "word_back", _("Word back"), _("To the start of the word before")),
            _move("E", "word_end", _("End of word"), _("To the end of the word")),
            _move("right_parenthesis", "sentence", _("Next sentence"), _("To the next sentence")),
            _move("left_parenthesis", "sentence_back", _("Sentence back"), _("To the sentence before")),
            _move(
                "right_curly_bracket,ctrl+down", "paragraph", _("Next paragraph"), _("To the next paragraph")
            ),
            _move(
                "left_curly_bracket,ctrl+up",
                "paragraph_back",
                _("Paragraph back"),
                _("To the paragraph before"),
            ),
            _move("home,circumflex_accent", "line_start", _("Start of line"), _("To the start of the line")),
            _move("end,dollar_sign", "line_end", _("End of line"), _("To the end of the line")),
            _move("g,ctrl+home", "top", _("Top"), _("To the top of the article")),
            _move("G,ctrl+end", "bottom", _("Bottom"), _("To the end; 50G goes to 50 per cent")),
            _move("ctrl+d", "half_down", _("Half a page down"), _("Half a screen down")),
            _move("ctrl+u", "half_up", _("Half a page up"), _("Half a screen up")),
            _move("space,pagedown", "page_down", _("Page down"), _("One screen down")),
            _move("pageup", "page_up", _("Page up"), _("One screen up")),
        ),
        *(Binding(digit, f"digit('{digit}')", _("Count"), show=False) for digit in _DIGITS),
    ]

    pivot: reactive[int | None] = reactive(None, repaint=False)
    """Where a selection began, None while nothing is selected."""
    count: reactive[int] = reactive(0, repaint=False)
    """The number typed before a motion, 0 where none."""
    digits_are_types = reactive(False, repaint=False)
    """Whether 1 to 5 are left to the screen; a 0 first makes a count of them."""

    @dataclass
    class Moved(Message):
        """The caret stands somewhere else."""

        offset: int

    class Scrolled(Message):
        """Another part of the text is on the screen."""

        def can_replace(self, message: Message) -> bool:
            """Only where it ended up matters."""
            return isinstance(message, ArticleCaret.Scrolled)

    by_ends = False
    """Whether a word forward goes to where the word ends: while the end of a quote is moved."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sentences: Sequence[int] | None = None
        self._paragraphs: Sequence[int] | None = None
        self._goal: int | None = None
        self._counting = False

    def show_starts(self, sentences: Sequence[int]) -> None:
        """Take where sentences begin from somebody who knows the language."""
        self.sentences = sentences

    def sentence_starts(self) -> Sequence[int]:
        """Where sentences begin."""
        if self.sentences is None:
            self.sentences = motions.sentence_starts(self.text)
        return self.sentences

    def paragraph_starts(self) -> Sequence[int]:
        """Where paragraphs begin."""
        if self._paragraphs is None:
            self._paragraphs = motions.paragraph_starts(self.text)
        return self._paragraphs

    # -- counts ------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits that set a quote's type are not counts."""
        if action == "digit" and self.digits_are_types and not self._counting:
            return str(parameters[0]) not in "12345"
        return True

    def action_digit(self, digit: str) -> None:
        """Add a digit to the count."""
        self._counting = True
        self.count = min(self.count * 10 + int(digit), 99_999)

    def take_count(self) -> int:
        """The count typed, at least 1; it is used up."""
        count, self.count, self._counting = self.count, 0, False
        return max(1, count)

    @property
    def counting(self) -> bool:
        """Whether a number is being typed."""
        return self._counting

    # -- moving ------------------------------------------------------------------------------------------

    def action_move(self, motion: str) -> None:
        """Move the caret by the motion of that name, as often as the count says."""
        given = self._counting
        if motion == "word" and self.by_ends:
            motion = "word_end"
        count = self.take_count()
        if motion == "bottom" and given:
            self.place_caret(len(self.text) * min(count, 100) // 100)
            return
        vertical = motion in VERTICAL
        column = self._goal_column() if vertical else None
        self._enter_screen()
        offset = self.caret
        for _step in range(1 if motion in ABSOLUTE else count):
            after = MOTIONS[motion](self, offset)
            if after == offset:
                break
            offset = after
        self.place_caret(offset)
        self._goal = column
        if motion == "top":
            self.scroll_to(y=0, animate=False, force=True)  # with the title

    def place_caret(self, offset: int, *, lead: int | None = None) -> None:
        """Put the caret at `offset` and show it, `lead` lines below the top where it was off the screen."""
        before, self.caret = self.caret, max(0, min(offset, len(self.text)))
        self._goal = None
        self.show_line(self.place.line_of(self.caret), lead)
        if self.pivot is None:
            self.refresh_offset(before)
            self.refresh_offset(self.caret)
        else:
            self.refresh_between(before, self.caret)
        self.post_message(self.Moved(self.caret))

    def show_line(self, line: int, lead: int | None = None) -> None:
        """Scroll as little as needed to show `line` with some lines around it."""
        height = max(1, self.size.height)
        top = self.scroll_offset.y
        margin = min(MARGIN_LINES, (height - 1) // 2)
        if lead is not None and not top + margin <= line < top + height - lead:
            wanted = line - lead
        elif line < top + margin:
            wanted = 0 if line <= len(self.place.head) else line - margin
        elif line >= top + height - margin:
            wanted = line - height + 1 + margin
        else:
            return
        self.scroll_to(y=max(0, wanted), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the margin."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def _enter_screen(self) -> None:
        """Bring the caret onto the screen after the wheel has left it behind."""
        first, last = self.visible_span
        line = self.place.line_of(self.caret)
        top = self.scroll_offset.y
        if line < top:
            self.caret = first
        elif line >= top + self.size.height:
            self.caret = self.place.span(self.place.line_of(last))[0]

    def _goal_column(self) -> int:
        return self._goal if self._goal is not None else self.place.column_of(self.caret)

    def by_lines(self, offset: int, lines: int) -> int:
        """The offset `lines` below `offset` in the column the caret came from."""
        column = self._goal_column()
        first = len(self.place.head)
        last = first + len(self.place.starts) - 1
        line = self.place.line_of(offset) + lines
        if line < first:
            self.scroll_to(y=0, animate=False, force=True)
        return self.place.offset_at(max(first, min(line, last)), column)

    # -- selecting ---------------------------------------------------------------------------------------

    @property
    def selection(self) -> tuple[int, int] | None:
        """What is selected, white space at its ends left out; None where nothing is."""
        if self.pivot is None or self.pivot == self.caret:
            return None
        start, end = sorted((self.pivot, self.caret))
        start, end = trimmed(self.text, start, end)
        return (start, end) if end > start else None

    def select(self, start: int, end: int) -> None:
        """Select `[start, end)`, the caret at its end."""
        self.pivot = start
        self.place_caret(end)

    def watch_pivot(self, before: int | None, after: int | None) -> None:
        """Paint what was and what is selected anew."""
        for pivot in (before, after):
            if pivot is not None:
                self.refresh_between(pivot, self.caret)

    def widen_selection(self) -> None:
        """Select the word at the caret, then its sentence, then its paragraph."""
        at = self.caret if self.pivot is None else min(self.pivot, self.caret)
        now = self.selection
        steps = (
            motions.word_at(self.text, at),
            motions.unit_at(self.sentence_starts(), at, self.text),
            motions.unit_at(self.paragraph_starts(), at, self.text),
        )
        held = now or (at, at)
        for start, end in steps:
            if start <= held[0] and end >= held[1] and (start, end) != held:
                self.select(start, end)
                return

    def passing_marks(self) -> list[Mark]:
        """The selection."""
        marks = super().passing_marks()
        if self.pivot is None or self.pivot == self.caret:
            return marks
        start, end = sorted((self.pivot, self.caret))
        return [*marks, Mark(start, end, "selection")]

    def refresh_between(self, start: int, end: int) -> None:
        """Paint the lines between two offsets anew."""
        first, last = sorted((self.place.line_of(start), self.place.line_of(end)))
        for line in [line for line in self._strips.keys() if first <= line <= last]:  # noqa: SIM118  # LRUCache iterates by keys() only
            self._strips.discard(line)
        self.refresh_lines(first, last - first + 1)

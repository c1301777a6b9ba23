"""The lines of a PDF's columns joined to paragraphs, each with the pages on which it stands.

A sentence goes on over the ends of columns and pages, and over what is set between its lines in letters of
another size: quotations, captions, footnotes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median

from reader.ingest.blocks import Block, BlockKind
from reader.ingest.paragraphs import ITEM, SENTENCE_END, breaks_off, glued
from reader.ingest.pdf_lines import Line
from reader.ingest.pdf_words import BIGGER

_SMALLER = 0.9
"""Times the size of the text below which a line is a note or caption (chosen by hand)."""
_NARROWEST = 20
"""Characters of a line that is broken for want of room; shorter ones are of lists (chosen by hand)."""
_GAP = 1.35
"""Times the usual step from line to line; word processors put half a line or more between paragraphs."""
_HEADING_GAP = 1.7
"""Times their size that the lines of one heading stand apart at most (chosen by hand)."""
_HEADING_WORDS = 20
"""Words of a heading in big letters; what is longer is a lead (chosen by hand)."""
_LINES_FOR_STEP = 4
"""Lines of a column that tell the usual step by themselves."""
_PULLED_WORDS = 5
"""Words from which what stands in the text too is no heading of it (chosen by hand)."""
_PROSE = re.compile(r"\w[\"“”«»’)]?[,.;:!?][\"“”«»’)]? ")
"""What a sentence has inside, and a heading has not."""
_MARKS = '„“”»«"‚‘’›‹'
_FULL = 0.9
"""Share of the way to the column's right edge from which a line is full (chosen by hand)."""
_MOST_APART = 12
"""Lines set apart in mid-sentence; more are another text (chosen by hand)."""


@dataclass(slots=True, eq=False)
class _Paragraph:
    """A paragraph as far as it is read."""

    text: str
    size: str
    pages: list[tuple[int, int]]
    """Where it goes on on which page."""
    last: Line
    edge: float
    """How far to the right the lines of its column reach."""
    kind: BlockKind = BlockKind.PARAGRAPH

    def block(self) -> Block:
        return Block(self.text, self.kind, pages=tuple(self.pages))


@dataclass(slots=True)
class Pages:
    """Takes the columns of one page after the other, and gives the blocks of all."""

    usual: float
    """The size of most letters of the file."""
    _paragraphs: list[_Paragraph] = field(default_factory=list)
    _now: _Paragraph | None = None
    """The paragraph that was read last."""
    _open: _Paragraph | None = None
    """The paragraph that the next column may go on with: notes may stand behind it."""

    def add(self, page: int, columns: Sequence[list[Line]]) -> None:
        """Take in a page, whose number is counted from 0."""
        whole = " ".join(line.text for column in columns for line in column)
        for column in columns:
            flow, apart, cut = self._apart(column)
            self._add_flow(flow, page, whole, cut)
            for lines in apart:
                self._paragraphs.append(self._set_apart(lines, page, whole))

    def blocks(self) -> list[Block]:
        """The paragraphs so far, headings and quotations set apart among them told as such."""
        self._tell_pulled()
        return [paragraph.block() for paragraph in self._paragraphs if paragraph.text]

    def _tell_pulled(self) -> None:
        """Tell quotations in big letters from headings: they stand in marks, or say what the text says."""
        sizes = [paragraph.size for paragraph in self._paragraphs]
        begun = sizes.index("usual") if "usual" in sizes else len(sizes)
        text = " ".join(paragraph.text for paragraph in self._paragraphs if paragraph.size == "usual")
        for paragraph in self._paragraphs[begun:]:
            repeats = len(paragraph.text.split()) >= _PULLED_WORDS and paragraph.text in text
            if paragraph.size == "big" and (paragraph.text[0] in _MARKS or repeats):
                paragraph.kind = BlockKind.PULLED

    def _size(self, line: Line) -> str:
        if line.size >= BIGGER * self.usual:
            return "big"
        return "small" if line.size < _SMALLER * self.usual else "usual"

    def _apart(self, column: list[Line]) -> tuple[list[Line], list[list[Line]], list[Line]]:
        """The column without lines of other sizes that stand in mid-sentence, those, and the lines before."""
        runs = [list(lines) for _, lines in groupby(column, lambda line: self._size(line) == "usual")]
        full = _FULL * max(line.right for line in column) if column else 0
        apart, cut = list[list[Line]](), list[Line]()
        for at in range(1, len(runs) - 1):
            run, before, after = runs[at], runs[at - 1][-1], runs[at + 1][0]
            is_small = self._size(run[0]) != "usual" and len(run) <= _MOST_APART
            # a heading may stand behind a line without a stop, but not behind one that is full
            if is_small and (before.goes_on_with(after) or (before.is_open and before.right >= full)):
                apart.append(run)
                cut.append(before)
        return [line for run in runs if run not in apart for line in run], apart, cut

    def _set_apart(self, lines: list[Line], page: int, whole: str) -> _Paragraph:
        text = lines[0].text
        for line in lines[1:]:
            text = glued(text, line.text, whole)
        is_big = any(self._size(line) == "big" for line in lines)
        kind = BlockKind.PULLED if is_big else BlockKind.PARAGRAPH
        return _Paragraph(text, "apart", [(0, page)], lines[-1], lines[-1].right, kind)

    def _add_flow(self, lines: list[Line], page: int, whole: str, cut: list[Line]) -> None:
        """Take in the lines of a column; behind those in `cut` something was set apart in mid-sentence."""
        if not lines:
            return
        edges = _right_edges(lines)
        step = _usual_step(lines) or self.usual
        self._begin_column(lines[0], edges[0], page, whole)
        for (line, after), edge in zip(pairwise(lines), edges, strict=False):
            is_far = line.foot - after.foot > _GAP * step
            if line in cut or self._are_one(line, after, edge, is_far=is_far):
                self._go_on(after, edge, page, whole)
            else:
                self._begin(after, edge, page)

    def _begin_column(self, line: Line, edge: float, page: int, whole: str) -> None:
        if self._open is not None and self._size(line) == "usual" and _goes_over(self._open, line):
            self._now = self._open
            self._go_on(line, edge, page, whole)
        else:
            self._begin(line, edge, page)

    def _begin(self, line: Line, edge: float, page: int) -> None:
        size = self._size(line)
        kind = BlockKind.HEADING if size == "big" else BlockKind.PARAGRAPH
        self._now = _Paragraph(line.text, size, [(0, page)], line, edge, kind)
        self._paragraphs.append(self._now)
        if size != "small":
            self._open = self._now if size == "usual" else None

    def _go_on(self, line: Line, edge: float, page: int, whole: str) -> None:
        paragraph = self._now
        assert paragraph is not None
        paragraph.text = glued(paragraph.text, line.text, whole)
        if paragraph.pages[-1][1] != page:
            paragraph.pages.append((len(paragraph.text) - len(line.text), page))
        paragraph.last, paragraph.edge = line, edge
        if paragraph.size == "big" and len(paragraph.text.split()) > _HEADING_WORDS:
            paragraph.kind = BlockKind.PARAGRAPH

    def _are_one(self, line: Line, after: Line, edge: float, *, is_far: bool) -> bool:
        """Whether a paragraph goes on with the next line of its column."""
        size = self._size(line)
        if size != self._size(after) or ITEM.match(after.text):
            return False
        if size == "big":
            near = line.foot - after.foot <= _HEADING_GAP * max(line.size, after.size)
            return near and abs(line.size - after.size) < 0.1 * line.size
        # what was set apart between them has left more room than a paragraph's end
        if is_far:
            return _is_in_mid_sentence(line, after)
        return _follows(line, after, edge) or self._is_inside_sentence(line)

    def _is_inside_sentence(self, line: Line) -> bool:
        """Whether a line ends without a stop in a text of several lines: no heading, however short it is."""
        text = self._now.text if self._now else ""
        return line.is_open and text != line.text and _PROSE.search(text) is not None


def _goes_over(before: _Paragraph, line: Line) -> bool:
    """Whether a paragraph goes on at the head of another column or page."""
    if ITEM.match(line.text) or not before.last.is_open:
        return False
    had_room = before.last.has_room_for(line, before.edge)
    return before.last.goes_on_with(line) or (not had_room and len(before.last.text) >= _NARROWEST)


def _is_in_mid_sentence(line: Line, after: Line) -> bool:
    return line.goes_on_with(after) or breaks_off(line.text)


def _follows(line: Line, after: Line, edge: float) -> bool:
    """Whether a line that stands right below another belongs to its paragraph."""
    if _is_in_mid_sentence(line, after):
        return True
    is_short = len(line.text) < _NARROWEST and line.right - line.left < (edge - line.left) / 2
    letter = (after.right - after.left) / max(len(after.text), 1)
    is_indented = after.left - line.left > 2 * letter and SENTENCE_END.search(line.text) is not None
    return not (is_short or line.has_room_for(after, edge) or is_indented)


def _usual_step(lines: list[Line]) -> float:
    """The usual step from line to line of one size, 0 where the lines are too few to tell."""
    steps = [a.foot - b.foot for a, b in pairwise(lines) if abs(a.size - b.size) < 0.1 * a.size]
    downward = [step for step in steps if step > 0]
    return median(downward) if len(downward) >= _LINES_FOR_STEP - 1 else min(downward, default=0)


def _right_edges(lines: list[Line]) -> list[float]:
    """For each line, how far to the right those of its column reach.

    It is the line's own end where lines are ragged: in mid-sentence the next word often had room.
    """
    return [edge for run in _runs(lines) for edge in _edges_of(run)]


def _runs(lines: list[Line]) -> Iterator[list[Line]]:
    for _, run in groupby(lines, key=lambda line: round(line.size)):
        yield list(run)


def _edges_of(column: list[Line]) -> list[float]:
    edge = max(line.right for line in column)
    going_on = [pair for pair in pairwise(column) if pair[0].goes_on_with(pair[1])]
    ragged = sum(line.has_room_for(after, edge) for line, after in going_on)
    return [line.right if ragged >= 2 and 4 * ragged > len(going_on) else edge for line in column]

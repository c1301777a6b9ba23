"""The lines of a column, with initials that are set over several lines joined to their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.ingest.characters import tidy
from reader.ingest.paragraphs import SENTENCE_END
from reader.ingest.pdf_words import INITIAL, Word, rows_of, usual_size

_LETTERS = re.compile(r"[^\w\s]{0,2}\w{1,2}[^\w\s]?")
_CUT = re.compile(r"\w[-\u2010]$")
_NEAR = 0.1
"""Of a line's height: what stands nearer is one word, such as the halves of one that is no longer divided."""
_ALONE = frozenset("AIOÀÉYEUaeiouyа")
"""Letters that may be a word by themselves, in the languages of the articles."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column with its place, in points from the lower left."""

    text: str
    left: float
    right: float
    foot: float
    size: float

    def has_room_for(self, after: "Line", edge: float) -> bool:
        """Whether the first word of the next line would have fitted, where lines reach up to `edge`."""
        each = (after.right - after.left) / max(len(after.text), 1)
        return edge - self.right > (len(after.text.split(" ", 1)[0]) + 1) * each

    def goes_on_with(self, after: "Line") -> bool:
        """Whether a sentence goes on: "followed the same / households", "CDU- / Fraktion"."""
        is_cut = _CUT.search(self.text) is not None and after.text[0].isalnum()
        return is_cut or (after.text[0].islower() and self.is_open)

    @property
    def is_open(self) -> bool:
        """Whether it ends in mid-sentence."""
        return SENTENCE_END.search(self.text) is None


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines of a column from above."""
    size = usual_size(words)
    initials = [word for word in words if _is_initial(word, words, size)]
    rows = rows_of([word for word in words if word not in initials]) if initials else rows_of(words)
    for initial in initials:
        row = next(row for row in rows if _is_beside(initial, row[0]))
        row[0] = _joined(initial, row[0])
    lines = (_line(row) for row in rows)
    return [line for line in lines if line.text]


def _is_initial(word: Word, words: Sequence[Word], size: float) -> bool:
    """Whether one or two big letters stand before the beginning of at least two lines."""
    if word.size < INITIAL * size or not _LETTERS.fullmatch(word.text):
        return False
    beside = [one for one in words if one.size < INITIAL * size and _is_beside(word, one)]
    return len(rows_of(beside)) > 1


def _is_beside(initial: Word, word: Word) -> bool:
    return initial.foot < word.middle < initial.top and word.left >= initial.left


def _joined(initial: Word, first: Word) -> Word:
    """The first word of a text with its initial; its line begins where the lines beside the initial do."""
    is_word = initial.text in _ALONE and first.left - initial.right > initial.size / 8
    return replace(first, text=f"{initial.text}{' ' if is_word else ''}{first.text}")


def _line(row: list[Word]) -> Line:
    text = row[0].text
    for before, word in pairwise(row):
        if not _is_one_word(before, word):
            text += " "
        elif before.is_divided:  # a word that was not divided after all
            text = text[:-1]
        text += word.text
    foot = min(word.foot for word in row)
    return Line(" ".join(tidy(text).split()), row[0].left, row[-1].right, foot, usual_size(row))


def _is_one_word(before: Word, word: Word) -> bool:
    """Whether two pieces are one word: no space is drawn between them, and no room left for one."""
    space_drawn = word.at - before.at - len(before.text) == 1
    return not space_drawn and word.left - before.right < _NEAR * word.size

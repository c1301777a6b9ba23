"""The words of a PDF's page with the places where they stand, as the page is shown.

page -> words_of -> Word … -> (running heads out) -> columns -> lines -> paragraphs
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

_DIVIDED = "\x02\ufffe"
"""What pdfium puts for a hyphen at a line's end."""
_WORD = re.compile(rf"[^\s{_DIVIDED}]+[{_DIVIDED}]?")
_HALVES = range(0xD800, 0xE000)
LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Letters of scripts that run to the left."""
_SHADOW = 0.15
"""Of its height, that a word drawn a second time is off its place at most (chosen by hand)."""
INITIAL = 1.7
"""Times the size of the text from which one or two letters before it are an initial (chosen by hand)."""
BIGGER = 1.15
"""Times the size of the text from which a line is set apart by it (chosen by hand)."""


class _Way(Enum):
    """Where the letters of a word follow each other to."""

    RIGHT = 0
    LEFT = 3
    """Upside down: a script that runs to the left is drawn as any other."""
    UP = 1
    DOWN = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box, in points from the lower left of the page as it is shown."""

    text: str
    left: float
    foot: float
    right: float
    top: float
    at: int
    """Its place in the order in which the page is drawn."""
    is_divided: bool = False
    """Whether it ends with a hyphen that the file marks as one at a line's end."""

    @property
    def middle(self) -> float:
        """Height of its middle over the page's foot."""
        return (self.foot + self.top) / 2

    @property
    def size(self) -> float:
        """Its height, which follows from the size of its letters."""
        return self.top - self.foot

    def is_beside(self, other: "Word") -> bool:
        """Whether the two stand on one line: they share half the height of the lower one."""
        shared = min(self.top, other.top) - max(self.foot, other.foot)
        return shared >= min(self.size, other.size) / 2


def words_of(page: Any) -> list[Word]:
    """The words of a page in the order in which they are drawn; what runs another way than most is left out.

    A page whose words run upwards or downwards is turned, whatever the file says of how it is shown.
    """
    textpage = page.get_textpage()
    try:
        text = _text(textpage)
        found = [_placed(match[0], match.start(), textpage) for match in _WORD.finditer(text)]
        usual = usual_size(word for word, _ in found)
        found = [piece for word, way in found for piece in _initial_apart(word, way, usual, textpage)]
    finally:
        textpage.close()
    ways = Counter(way for word, way in found if len(word.text) > 1)
    common = max(ways, key=lambda way: ways[way], default=_Way.RIGHT)
    words = (_turned(word, common) for word, way in found if way is common or len(word.text) == 1)
    return _once(word for word in words if word.size > 0)


def _once(words: Iterable[Word]) -> list[Word]:
    """Words without those drawn a second time at their place, as for bold letters or a shadow."""
    seen = defaultdict[str, list[Word]](list)
    kept = []
    for word in words:
        if not any(_is_over(word, other) for other in seen[word.text]):
            kept.append(word)
            seen[word.text].append(word)
    return kept


def _is_over(word: Word, other: Word) -> bool:
    near = _SHADOW * word.size
    return abs(word.left - other.left) < near and abs(word.foot - other.foot) < near


def _text(textpage: Any) -> str:
    """The page's characters, one for each that has a place."""
    text, count = str(textpage.get_text_range()), textpage.count_chars()
    if len(text) == count:
        return text
    # characters beyond the first plane are two in that text, and one on the page
    from pypdfium2 import raw

    codes = (raw.FPDFText_GetUnicode(textpage.raw, at) for at in range(count))
    return "".join(" " if code == 0 else "\ufffd" if code in _HALVES else chr(code) for code in codes)


def _initial_apart(word: Word, way: "_Way", usual: float, textpage: Any) -> "Iterator[tuple[Word, _Way]]":
    """A word, or its big initial and the rest, where the file has no space between "D" and "er"."""
    if usual and word.size >= INITIAL * usual and len(word.text) > 1 and not word.is_divided:
        _, foot, _, top = textpage.get_charbox(word.at + 1, loose=True)
        if top - foot < word.size / INITIAL:
            yield _placed(word.text[0], word.at, textpage)
            yield _placed(word.text[1:], word.at + 1, textpage)
            return
    yield word, way


def _placed(text: str, start: int, textpage: Any) -> "tuple[Word, _Way]":
    is_divided = text[-1] in _DIVIDED
    # the mark itself may stand nowhere
    last = start + len(text) - 1 - is_divided
    left, foot, right, top = textpage.get_charbox(start, loose=True)
    way = _Way.RIGHT
    if last > start:
        other = textpage.get_charbox(last, loose=True)
        if abs(other[1] - foot) > abs(other[0] - left):
            way = _Way.UP if other[1] > foot else _Way.DOWN
        elif other[0] < left and not LEFTWARDS.search(text):
            way = _Way.LEFT
        left, foot = min(left, other[0]), min(foot, other[1])
        right, top = max(right, other[2]), max(top, other[3])
    words = text[:-1] + "-" if is_divided else text
    return Word(words, left, foot, right, top, start, is_divided), way


def _turned(word: Word, way: "_Way") -> Word:
    """A word as it stands when the page is turned so that words that run `way` run to the right."""
    if way is _Way.UP:
        return replace(word, left=word.foot, foot=-word.right, right=word.top, top=-word.left)
    if way is _Way.DOWN:
        return replace(word, left=-word.top, foot=word.left, right=-word.foot, top=word.right)
    if way is _Way.LEFT:
        return replace(word, left=-word.right, foot=-word.top, right=-word.left, top=-word.foot)
    return word


def usual_size(words: Iterable[Word]) -> float:
    """The size that most letters have, 0 where there are none."""
    sizes = Counter[float]()
    for word in words:
        sizes[round(word.size, 1)] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words in rows from above, each from left to right (as drawn where a script runs to the left)."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.middle, word.left)):
        row = next((row for row in rows[:-4:-1] if _is_of(word, row)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return [_in_order(row) for row in rows]


def _is_of(word: Word, row: list[Word]) -> bool:
    # the biggest word of a row tells its height, also of "²" beside it
    return word.is_beside(max(row, key=lambda one: one.size))


def _in_order(row: list[Word]) -> list[Word]:
    runs_left = any(LEFTWARDS.search(word.text) for word in row)
    return sorted(row, key=lambda word: word.at if runs_left else word.left)

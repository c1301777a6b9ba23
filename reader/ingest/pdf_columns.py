"""The columns of a PDF's page, in the order in which they are read.

A gutter is a strip that no word reaches into, with lines of prose on both sides. It is looked for among the
words' places and not in the order in which they are drawn: some programs draw line by line over all columns.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.ingest.paragraphs import SENTENCE_END
from reader.ingest.pdf_words import BIGGER, Word, rows_of, usual_size

_GUTTER = 0.8
"""Width of the narrowest gutter, in heights of a line (chosen by hand)."""
_WIDE = 1.6
"""A gutter so wide is one between few lines too (chosen by hand)."""
_FEWEST_LINES, _FEWEST_WIDE = 5, 3
"""Lines on each side of a gutter, and of a wide one; between fewer, spaces meet by chance."""
_NARROWEST = 12
"""Letters in the middle line of a column; what is narrower is a table or the numbers of a list."""
_FULL, _MOSTLY = 0.6, 0.6
"""Share of a column's width from which a line is full, and of its lines that are so (chosen by hand)."""
_CANDIDATES = 16
"""Places looked at for a gutter, the likeliest first."""
_DEEPEST = 8
"""Times that columns are divided again: three side by side, in bands below each other."""


@dataclass(frozen=True, slots=True)
class _Split:
    """A gutter and the heights between which it runs."""

    at: float
    foot: float
    top: float
    lines: int
    apart: tuple[Word, ...] = ()
    """Words of a quotation set across it, which interrupts the text of a column."""


def columns_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words of each column, in reading order; a page without columns is one."""
    return _divided(list(words), usual_size(words), _DEEPEST)


def _divided(words: list[Word], size: float, deep: int) -> list[list[Word]]:
    split = _best(words, size) if words and deep else None
    if split is None:
        return [words] if words else []
    apart = set(split.apart)
    above, left, right, below = list[Word](), list[Word](), list[Word](), list[Word]()
    for word in words:
        if word in apart:
            continue
        if word.middle > split.top:
            above.append(word)
        elif word.middle < split.foot:
            below.append(word)
        else:
            (left if word.right <= split.at else right).append(word)
    parts = [above, left, right, list(split.apart), below]
    return [column for part in parts for column in _divided(part, size, deep - 1)]


def _best(words: list[Word], size: float) -> _Split | None:
    """The gutter with most lines beside it."""
    found = [split for at in _places(words, size) for split in _runs(words, at, size)]
    return max(found, key=lambda split: split.lines, default=None)


def _places(words: list[Word], size: float) -> list[float]:
    """Where a gutter may be: in the middle of wide spaces, and before the words that begin lines."""
    half = _GUTTER * size / 2
    counts = Counter[float]()
    for row in rows_of(words):
        counts[round(row[0].left - half - 0.5)] += 1
        for before, word in pairwise(row):
            if word.left - before.right >= 2 * half:
                counts[round((before.right + word.left) / 2)] += 1
                counts[round(word.left - half - 0.5)] += 1
    return [at for at, _ in counts.most_common(_CANDIDATES)]


def _runs(words: list[Word], at: float, size: float) -> Iterable[_Split]:
    """The stretches from word to word across `at` in which it is a gutter."""
    half = _GUTTER * size / 2
    across = [word for word in words if word.left < at + half and word.right > at - half]
    apart = _set_across(words, across, at, size)
    ends = sorted({word.middle for word in across if word not in apart}, reverse=True)
    edges = [float("inf"), *ends, float("-inf")]
    for top, foot in pairwise(edges):
        if top - foot < _FEWEST_WIDE * size:  # from line to line: most places are none for a gutter
            continue
        inside = [word for word in words if foot < word.middle < top and word not in apart]
        lines = _lines_beside(inside, at, size)
        if lines:
            lower = [word.middle for word in inside]
            mine = tuple(word for word in apart if min(lower) < word.middle < max(lower))
            yield _Split(at, min(lower), max(lower), lines, mine)


def _lines_beside(inside: list[Word], at: float, size: float) -> int:
    """Number of lines beside a gutter at `at`, 0 where it is none."""
    left = [word for word in inside if word.right <= at]
    right = [word for word in inside if word.left >= at]
    if min(len(left), len(right)) < _FEWEST_WIDE:
        return 0
    # headings may stand anywhere; what makes a column is the text
    sides = [[row for row in rows_of(side) if row[0].size < BIGGER * size] for side in (left, right)]
    if not all(sides):
        return 0
    width = min(row[0].left for row in sides[1]) - max(row[-1].right for row in sides[0])
    fewest = _FEWEST_WIDE if width >= _WIDE * size else _FEWEST_LINES
    counts = [len(side) for side in sides]
    if min(counts) < fewest or not all(_is_prose(side) for side in sides) or not _are_beside(left, right):
        return 0
    return sum(counts)


def _is_prose(rows: list[list[Word]]) -> bool:
    """Whether the lines of a column are long enough for a text, and mostly full: not a table's cells."""
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    full = sum(row[-1].right - row[0].left >= _FULL * (right - left) for row in rows)
    if full < len(rows) * _MOSTLY:
        return False
    lengths = sorted(sum(len(word.text) + 1 for word in row) for row in rows)
    return lengths[len(lengths) // 2] >= _NARROWEST


def _are_beside(left: list[Word], right: list[Word]) -> bool:
    """Whether two columns stand beside each other, and not one below the other."""
    shared = min(max(w.top for w in left), max(w.top for w in right)) - max(
        min(w.foot for w in left), min(w.foot for w in right)
    )
    return shared >= 2 * min(word.size for word in left)


def _set_across(words: list[Word], across: list[Word], at: float, size: float) -> frozenset[Word]:
    """The words of big letters across the gutter that stand in mid-sentence of the column left of it."""
    big = [word for word in across if word.size >= BIGGER * size]
    if not big or not size:
        return frozenset()
    top, foot = max(word.top for word in big), min(word.foot for word in big)
    rows = rows_of([word for word in words if word.right <= at and word.foot >= top - size / 4])
    if not rows or SENTENCE_END.search(rows[-1][-1].text) or rows[-1][-1].size >= BIGGER * size:
        return frozenset()
    return frozenset(w for w in words if w.size >= BIGGER * size and foot - 1 <= w.middle <= top + 1)

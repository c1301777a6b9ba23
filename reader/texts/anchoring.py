"""Find the passages of a text again in a changed text: exact, moved, fuzzy, or orphan.

Both texts are read as words; marks and white space do not count, so that re-wrapped lines and other quotation
marks change nothing. Runs of words that occur once in either text are matched first and grown to both sides,
then the gaps between them are compared; what does not lie in the order of the old text has moved. One
`Alignment` serves all passages of a text: building it takes time in proportion to both lengths, placing a
passage next to none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from reader.models import Anchor, Span
from reader.texts.alignment import longest_rise, matched

CONTEXT = 32
"""Characters before and after a passage that are stored with it."""
LEAST_LIKENESS = (0.6, 0.4, 0.3)
"""Share of a passage's words that must be found again for it to count as the same: with no neighbour at its
side where it stood, with one, with two (measured with bench/anchor.py)."""
_NEAR = 6
"""Words: what stands this close to a passage is its neighbour; a word or two put in between do no harm."""
_LONGEST_JUMP = 12
"""Words between two of a passage beyond which the second went elsewhere: about the length of a clause."""
_FEWEST = 3
"""Words from which a passage is found again without a neighbour: one or two ("sagte er") stand anywhere."""
_KNOWN_AROUND = 0.5
"""Share of the stored context from which words that are there are the passage meant."""
_TELLING = 3
"""Spaces in a passage that tells itself, where it stands only once, whatever stands around it."""

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…]|\n\n")
_LIKE = dict.fromkeys("\"'„“”‟‚‘’‛«»‹›`´", '"') | dict.fromkeys("-–—‒―‐", "-") | {"…": "."}


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a passage stands in the new text."""

    span: Span | None
    """None for an orphan."""
    anchor: Anchor
    likeness: float = 1.0
    """Share of the passage's words found again, 0 to 1; below 1 some were changed."""


ORPHAN = Anchored(None, Anchor.ORPHAN, 0.0)


def anchor_all(old_text: str, spans: Iterable[Span], new_text: str) -> list[Anchored]:
    """Where each of `spans` of `old_text` stands in `new_text`, in the order given.

    Exact means the same words in the same order among their neighbours, moved the same words elsewhere, fuzzy
    that words were changed; an orphan has no span.
    """
    if old_text == new_text:
        return [Anchored(Span(*span), Anchor.EXACT) for span in spans]
    alignment = Alignment(old_text, new_text)
    return [alignment.place(Span(*span)) for span in spans]


def anchor(old_text: str, span: Span, new_text: str) -> Anchored:
    """Where one span of `old_text` stands in `new_text`."""
    return anchor_all(old_text, [span], new_text)[0]


def context_of(text: str, span: Span) -> tuple[str, str]:
    """The `CONTEXT` characters before and after `span`."""
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


def same_words(one: str, other: str) -> bool:
    """Whether two passages say the same, whatever their marks, white space and capitals."""
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())


def find(exact: str, prefix: str, suffix: str, text: str) -> Anchored:
    """Where a passage stands in `text`, known only by its words and those around it."""
    found = [match.start() for match in re.finditer(re.escape(exact), text)] if exact.strip() else []
    if found:
        best = max(found, key=lambda start: _agreement(text, Span(start, start + len(exact)), prefix, suffix))
        span = Span(best, best + len(exact))
        known = _agreement(text, span, prefix, suffix) > _KNOWN_AROUND or (
            len(found) == 1 and exact.count(" ") > _TELLING
        )
        return Anchored(span, Anchor.EXACT) if known else ORPHAN
    placed = anchor(prefix + exact + suffix, Span(len(prefix), len(prefix) + len(exact)), text)
    return Anchored(placed.span, Anchor.FUZZY, placed.likeness) if placed.span else ORPHAN


def _agreement(text: str, span: Span, prefix: str, suffix: str) -> float:
    """Share of the stored context that stands around `span` too."""
    before, after = context_of(text, span)
    wanted = len(prefix) + len(suffix)
    same = SequenceMatcher(None, prefix, before, autojunk=False).ratio() * len(prefix)
    same += SequenceMatcher(None, suffix, after, autojunk=False).ratio() * len(suffix)
    return same / wanted if wanted else 1.0


class Alignment:
    """Which word of a new text each word of an old text has become."""

    def __init__(self, old_text: str, new_text: str) -> None:
        self.old_text, self.new_text = old_text, new_text
        self._old, self._new = _spans_of_words(old_text), _spans_of_words(new_text)
        self._starts = [start for start, _ in self._old]
        self._ends = [end for _, end in self._old]
        old_words = [old_text[start:end] for start, end in self._old]
        new_words = [new_text[start:end] for start, end in self._new]
        self._became = matched(old_words, new_words)
        self._in_order = longest_rise(self._became)

    @cached_property
    def old_words(self) -> list[str]:
        """The words of the old text, without capitals."""
        return [self.old_text[start:end].casefold() for start, end in self._old]

    @cached_property
    def new_words(self) -> list[str]:
        """The words of the new text, without capitals."""
        return [self.new_text[start:end].casefold() for start, end in self._new]

    def words_in(self, span: Span) -> tuple[int, int]:
        """The first word of the old text in `span`, and the one after the last."""
        first = bisect_right(self._ends, span.start)
        return first, max(first, bisect_left(self._starts, span.end))

    def old_span(self, first: int, last: int) -> Span:
        """The stretch of old words `first` to before `last`."""
        return Span(self._old[first][0], self._old[last - 1][1])

    def new_span(self, first: int, last: int) -> Span:
        """The stretch of new words `first` to before `last`."""
        return Span(self._new[first][0], self._new[last - 1][1])

    def became(self, word: int) -> int:
        """The new word that an old one has become, -1 for none."""
        return self._became[word]

    def place(self, span: Span) -> Anchored:
        """Where `span` of the old text stands in the new one."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        if first >= last:
            return ORPHAN
        near = self._cluster(first, last)
        if not near:
            return ORPHAN
        low, high = self._with_edges(first, last, near)
        likeness = len(near) / max(last - first, high - low)
        sides = self._neighbours(first, last, low, high)
        if likeness < LEAST_LIKENESS[sides] or (last - first < _FEWEST and not sides):
            return ORPHAN
        placed = self.with_marks(span, first, last, low, high)
        if likeness < 1:
            return Anchored(placed, Anchor.FUZZY, likeness)
        return Anchored(placed, Anchor.EXACT if self._in_order[first] else Anchor.MOVED)

    def _neighbours(self, first: int, last: int, low: int, high: int) -> int:
        """On how many sides, 0 to 2, a word next to the passage still stands next to it."""
        before = [low - new for new in self._became[max(0, first - _NEAR) : first] if new >= 0]
        after = [new - high + 1 for new in self._became[last : last + _NEAR] if new >= 0]
        before += [low + 1] if first == 0 else []
        after += [len(self._new) - high + 1] if last == len(self._became) else []
        return sum(any(0 < gap <= _NEAR for gap in gaps) for gaps in (before, after))

    def _cluster(self, first: int, last: int) -> list[int]:
        """The new places of the passage's words, without those that went elsewhere: the largest group."""
        groups: list[list[int]] = [[]]
        for new in (self._became[old] for old in range(first, last)):
            if new < 0:
                continue
            if groups[-1] and not 0 < new - groups[-1][-1] <= _LONGEST_JUMP:
                groups.append([])
            groups[-1].append(new)
        return max(groups, key=len)

    def _with_edges(self, first: int, last: int, near: list[int]) -> tuple[int, int]:
        """First new word and the one after the last; changed words at the edges count where there is room."""
        low, high = near[0], near[-1] + 1
        lost_before = self._lost(first, last, low, step=1)
        lost_after = self._lost(first, last, high - 1, step=-1)
        low -= min(lost_before, self._room(first - 1, low - 1, step=-1))
        high += min(lost_after, self._room(last, high, step=1))
        return low, high

    def _room(self, old: int, new: int, step: int) -> int:
        """How many new words from `new` on may be a changed edge: to the next neighbour or sentence end."""
        outside = 0
        while 0 <= old < len(self._became) and self._became[old] < 0 and outside < _LONGEST_JUMP:
            old, outside = old + step, outside + 1
        known = self._became[old] if 0 <= old < len(self._became) else (-1 if step < 0 else len(self._new))
        room = (known - new) * step
        if not 0 < room <= _LONGEST_JUMP + outside:
            return 0
        return next(
            (count for count in range(room - outside) if self._sentence_ends(new + count * step, step)),
            max(0, room - outside),
        )

    def _sentence_ends(self, new: int, step: int) -> bool:
        """Whether a sentence ends between the new word and the one on the passage's side of it."""
        left, right = (new - 1, new) if step > 0 else (new, new + 1)
        if left < 0 or right >= len(self._new):
            return False
        return _SENTENCE_END.search(self.new_text, self._new[left][1], self._new[right][0]) is not None

    def _lost(self, first: int, last: int, edge: int, step: int) -> int:
        """How many words of the passage lie before (after) the one that became `edge`."""
        words = range(first, last) if step > 0 else range(last - 1, first - 1, -1)
        return next(count for count, old in enumerate(words) if self._became[old] == edge)

    def with_marks(self, span: Span, first: int, last: int, low: int, high: int) -> Span:
        """The span of new words `low` to `high`, with the marks at its edges that the old span had."""
        before = self.old_text[span.start : self._starts[first]]
        after = self.old_text[self._ends[last - 1] : span.end]
        start, end = self._new[low][0], self._new[high - 1][1]
        inner = max(0, span.start - self._starts[first])  # a span that begins inside a word
        floor = self._new[low - 1][1] if low else 0
        ceiling = self._new[high][0] if high < len(self._new) else len(self.new_text)
        start -= _same_marks(before[::-1], self.new_text[floor:start][::-1])
        end += _same_marks(after, self.new_text[end:ceiling])
        cut = max(0, self._ends[last - 1] - span.end)
        start = min(start + inner, end)
        return Span(start, max(end - cut, start))


def _spans_of_words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text)]


def _same_marks(wanted: str, there: str) -> int:
    """How many characters of `there` answer to the marks `wanted`, counted from the word outwards."""
    taken = 0
    for mark in wanted:
        if mark.isspace():
            continue
        at = taken
        while at < len(there) and there[at].isspace():
            at += 1
        if at >= len(there) or _LIKE.get(there[at], there[at]) != _LIKE.get(mark, mark):
            continue
        taken = at + 1
    return taken

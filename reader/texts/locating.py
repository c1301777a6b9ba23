"""Find a passage that another program marked: by its words, those around it, and where it stood there.

Other programs fold white space, straighten marks and drop soft hyphens, and count places in texts of their
own (a page with its menu, a book). So words decide, then what stands around them, and only then the place.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from reader.models import Anchor, Span, Spans
from reader.texts.anchoring import CONTEXT, ORPHAN, Anchored, anchor, context_of

_LIKE = (
    dict.fromkeys("\"'„“”‟‚‘’‛«»‹›`´", '"')
    | dict.fromkeys("-–—‒―‐‑", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
"""Signs that programs write for one another."""
_GAP = re.compile(r"\s*(?:\[…\]|\[\.\.\.\])\s*|\s+…\s+")
"""What stands between the parts of an interrupted passage."""
_KNOWN_AROUND = 0.5
"""Share of the words around from which a passage that stands elsewhere too is the one meant."""
_TELLING = 3
"""Blanks in a passage that tells itself, where it stands only once, whatever stands around it."""
_WORD = re.compile(r"\w+")
_AROUND = 40
"""Words beside a passage that may tell it, or stand where it stood."""
_NEAR = 2
"""Signs by which a place may differ: a quotation mark that a file leaves out."""
_SENTENCE_END = re.compile(r"[.!?…]\s|\n\n")
_FARTHEST_ROLE = 400
"""Characters from a quote within which its speaker or verb is looked for; longer sentences are rare."""


@dataclass(frozen=True, slots=True)
class SoughtPassage:
    """A passage as another program knows it."""

    words: str
    prefix: str = ""
    suffix: str = ""
    start: int = -1
    """Where it began there, in code points; -1 where that is not known."""


class PassageFinder:
    """Finds passages in one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def has(self, words: str) -> bool:
        """Whether the words stand in the text."""
        return next(self._occurrences(words), None) is not None

    def parts(self, sought: SoughtPassage) -> tuple[Spans, Anchor]:
        """The spans of a passage, one for each part between " … "; none for an orphan."""
        whole = self.place(sought)
        if whole.anchor in (Anchor.EXACT, Anchor.MOVED) and whole.span:
            return (whole.span,), whole.anchor
        pieces = [piece for piece in _GAP.split(sought.words) if piece.strip()]
        if len(pieces) < 2:
            return ((whole.span,) if whole.span else ()), whole.anchor
        spans = self._in_order(pieces, sought)
        return (spans, Anchor.EXACT) if spans else ((), Anchor.ORPHAN)

    def _in_order(self, pieces: Sequence[str], sought: SoughtPassage) -> Spans:
        """Each of `pieces` behind the one before; none where one is missing."""
        for first in self._occurrences(pieces[0]):
            found = [first]
            for piece in pieces[1:]:
                after = next((one for one in self._occurrences(piece) if one.start >= found[-1].end), None)
                if after is None:
                    break
                found.append(after)
            if len(found) == len(pieces) and (sought.start < 0 or first.start >= sought.start):
                return tuple(found)
        return ()

    def place(self, sought: SoughtPassage) -> Anchored:
        """Where a passage stands; fuzzy where its words changed, or where nothing tells which of several."""
        if not sought.words.strip():
            return ORPHAN
        places = list(self._occurrences(sought.words))
        if not places:
            return self._changed(sought)
        has_context = bool(sought.prefix.strip() or sought.suffix.strip())
        if len(places) == 1:
            is_told = not has_context or sought.words.count(" ") > _TELLING
            is_sure = is_told or self._agreement(places[0], sought) > _KNOWN_AROUND
            return Anchored(places[0], Anchor.EXACT) if is_sure else ORPHAN
        best = max(
            places,
            key=lambda span: (round(self._agreement(span, sought), 2), -abs(span.start - sought.start)),
        )
        if has_context:
            is_sure = self._agreement(best, sought) > _KNOWN_AROUND
            return Anchored(best, Anchor.EXACT if is_sure else Anchor.FUZZY)
        is_there = sought.start >= 0 and abs(best.start - sought.start) <= _NEAR
        return Anchored(best, Anchor.EXACT if is_there else Anchor.FUZZY)

    def beside(self, words: str, spans: Spans) -> Spans:
        """Where `words` stand nearest to a quote at `spans`, in it or close to it; none elsewhere.

        Of words with " … " between them ("gab … zu") each part stands behind the one before.
        """
        return self._nearest([words], spans) or self._nearest(_GAP.split(words), spans)

    def _nearest(self, parts: Sequence[str], spans: Spans) -> Spans:
        first, *others = [self._near(part, spans) for part in parts]
        rows = [row for one in first if (row := _row(one, others))]
        return min(rows, key=lambda row: (*self._farness(row[0], spans), row[-1].end), default=())

    def _near(self, words: str, spans: Spans) -> list[Span]:
        """Where words stand around a quote, else in it; as whole words, where they do."""
        low, high = spans[0].start - _FARTHEST_ROLE, spans[-1].end + _FARTHEST_ROLE
        near = [one for one in self._occurrences(words) if low <= one.start and one.end <= high]
        whole = [one for one in near if not _is_within_word(self.text, one)]
        free = [one for one in whole or near if not any(one.start < b and a < one.end for a, b in spans)]
        return free or whole or near

    def _farness(self, one: Span, spans: Spans) -> tuple[bool, int]:
        """How far a role is from its quote; one of another sentence is farther than any of the same."""
        between, distance = _between(one, spans)
        return _SENTENCE_END.search(self.text[between.start : between.end]) is not None, distance

    def _changed(self, sought: SoughtPassage) -> Anchored:
        """Where a passage stands whose words are otherwise now: looked for where most of its pairs stand."""
        low, high = self._likeliest(sought.words)
        if low >= high:
            return ORPHAN
        context = sought.prefix + sought.words + sought.suffix
        span = Span(len(sought.prefix), len(sought.prefix) + len(sought.words))
        placed = anchor(context, span, self.text[low:high])
        if placed.span is None:
            return ORPHAN
        found = Span(low + placed.span.start, low + placed.span.end)
        return Anchored(found, Anchor.FUZZY, placed.likeness)

    def _likeliest(self, words: str) -> tuple[int, int]:
        """The stretch of the text around most pairs of neighbouring words; empty where there are none.

        Aligning a passage with a whole book takes seconds, with a stretch of it next to nothing.
        """
        wanted = [found[0].casefold() for found in _WORD.finditer(words)]
        places = sorted(place for pair in pairwise(wanted) for place in self._pairs.get(pair, ()))
        if not places:
            return 0, 0
        reach = len(wanted)
        start = max(places, key=lambda one: bisect_left(places, one + reach) - bisect_left(places, one))
        first, last = max(0, start - 2 * reach - _AROUND), min(len(self._words), start + 3 * reach + _AROUND)
        return self._words[first].start(), self._words[last - 1].end()

    @cached_property
    def _words(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.text))

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        """Where each pair of neighbouring words begins, counted in words."""
        words = [found[0].casefold() for found in self._words]
        places: dict[tuple[str, str], list[int]] = {}
        for at, pair in enumerate(pairwise(words)):
            places.setdefault(pair, []).append(at)
        return places

    def _agreement(self, span: Span, sought: SoughtPassage) -> float:
        """Share of the words around that stand around `span` too."""
        before, after = context_of(self.text, span)
        prefix, suffix = _one_line(sought.prefix)[-CONTEXT:], _one_line(sought.suffix)[:CONTEXT]
        before, after = _one_line(before)[-len(prefix) :], _one_line(after)[: len(suffix)]
        # At either end of the text a page goes on with its menu, which says nothing about the place.
        pairs = [(prefix, before)] if before.strip() else []
        pairs += [(suffix, after)] if after.strip() else []
        wanted = sum(len(one) for one, _ in pairs)
        same = sum(SequenceMatcher(None, *pair, autojunk=False).ratio() * len(pair[0]) for pair in pairs)
        return same / wanted if wanted else 1.0

    def _occurrences(self, words: str) -> Iterator[Span]:
        """Every place of the words as they are; where there is none, folded."""
        bare = words.strip()
        if not bare:
            return
        if bare in self.text:
            yield from (Span(at, at + len(bare)) for at in _starts(bare, self.text))
            return
        folded, places = self._folded
        wanted = _fold(bare)[0].strip()
        if wanted:
            yield from (self._unfolded(at, at + len(wanted), places) for at in _starts(wanted, folded))

    def _unfolded(self, first: int, last: int, places: Sequence[int]) -> Span:
        """The stretch of the text for one of the folded text, with combining signs that belong to its end."""
        end = places[last - 1] + 1
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return Span(places[first], end)

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return _fold(self.text)


def _row(first: Span, others: Sequence[Sequence[Span]]) -> Spans:
    """The place of a first part with the next one of each other behind it; none where one is missing."""
    row = [first]
    for places in others:
        behind = min((one for one in places if one.start >= row[-1].end), default=None)
        if behind is None:
            return ()
        row.append(behind)
    return tuple(row)


def _is_within_word(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 1) : span.start + 1], text[span.end - 1 : span.end + 1]
    return any(len(pair) == len("ab") and pair.isalnum() for pair in (before, after))


def _starts(words: str, text: str) -> Iterator[int]:
    """Every place where `words`, which are not empty, begin in `text`."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _fold(text: str) -> tuple[str, list[int]]:
    """`text` with like signs made one, white space folded, accents gone, and where each sign stood."""
    signs: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        if sign.isspace():
            if signs and signs[-1] != " ":
                signs.append(" ")
                places.append(at)
            continue
        like = _LIKE.get(sign)
        plain = like if like is not None else _plain(sign)
        signs.extend(plain)
        places.extend([at] * len(plain))
    return "".join(signs), places


def _plain(sign: str) -> str:
    """A sign without its accents; a combining one is nothing by itself."""
    if sign < "\x80":
        return sign
    if unicodedata.combining(sign):
        return ""
    apart = unicodedata.normalize("NFKD", sign)
    return "".join(one for one in apart if not unicodedata.combining(one)) if apart != sign else sign


def _one_line(text: str) -> str:
    return _fold(text)[0]


def _between(one: Span, spans: Spans) -> tuple[Span, int]:
    """What stands between a role and the nearest part of its quote, and how many characters that are."""
    starts = [span.start for span in spans]
    at = min(len(starts) - 1, bisect_left(starts, one.start))
    stretches = [
        Span(span.end, max(span.end, one.start))
        if span.start < one.start
        else Span(one.end, max(one.end, span.start))
        for span in spans[max(0, at - 1) : at + 1]
    ]
    nearest = min(stretches, key=lambda stretch: stretch.end - stretch.start)
    return nearest, nearest.end - nearest.start

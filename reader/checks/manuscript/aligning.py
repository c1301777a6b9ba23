"""Which words of an article a quotation has: where all stand in a row, else the place that costs least.

The words are laid beside each other so that as few as possible differ. Words of the article that a quotation
leaves out cost little where it says so, nothing where they are nobody's, and one long gap less than many.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from reader.checks.manuscript.wording import Word, Wording

_OTHER, _INFLECTED, _ADDED = 0.95, 0.45, 1.0
"""What another word, another form of a word and an added word cost (chosen by hand on the tests)."""
_SKIP, _SKIP_MORE = 0.75, 0.12
"""What the first word left out costs, and each further one."""
_MARKED, _MARKED_MORE = 0.05, 0.001
"""The same where the quotation says that something is left out."""
_FREE = 0.004
"""A word that is nobody's."""
_SLACK = 16
"""Words beside the likeliest stretch of an article that are looked at (chosen by hand)."""
_WINDOWS = 2
_AS_LIKELY = 0.5
"""Share of the hits of the likeliest stretch from which another is looked at too (chosen by hand)."""
_SHORTEST_STEM = 3
_NO_WORD = -1


@dataclass(frozen=True, slots=True)
class Aligned:
    """A quotation laid beside a stretch of an article."""

    steps: tuple[tuple[int, int], ...]
    """Pairs of places, in the quotation and in the article; -1 where one of them has nothing there."""
    cost: float

    @property
    def first(self) -> int:
        """The first word of the article that the quotation takes up."""
        return min((there for _, there in self.steps if there >= 0), default=0)

    @property
    def last(self) -> int:
        """The last one."""
        return max((there for _, there in self.steps if there >= 0), default=0)


def exact_places(quotation: Wording, article: Wording) -> Iterator[Aligned]:
    """Where the words of a quotation stand in a row; what an article has in between is free, or marked."""
    if not quotation.words:
        return
    rarest = min(range(len(quotation.words)), key=lambda at: len(article.places.get(quotation.plain[at], ())))
    if quotation.words[rarest].loose or quotation.put_in or quotation.left_out:
        return  # laid beside each other, as what is changed
    for place in article.places.get(quotation.plain[rarest], ()):
        behind = _walk(quotation.plain[rarest:], article, place, 1)
        before = _walk(quotation.plain[rarest::-1], article, place, -1) if behind else None
        if behind and before:
            places = [*reversed(before[1:]), *behind]
            yield Aligned(tuple(enumerate(places)), 0.0)


def _walk(plain: Sequence[str], article: Wording, place: int, step: int) -> list[int] | None:
    """The places of words in a row from `place` on; None where they do not stand there."""
    found: list[int] = []
    for wanted in plain:
        while (
            0 <= place < len(article.words) and article.plain[place] != wanted and article.words[place].free
        ):
            place += step
        if not 0 <= place < len(article.words) or article.plain[place] != wanted:
            return None
        found.append(place)
        place += step
    return found


def nearest_places(quotation: Wording, article: Wording) -> Iterator[Aligned]:
    """The likeliest stretches of an article with the quotation laid beside them, the best of each."""
    for low, high in _windows(quotation, article):
        yield lay_beside(quotation, article, low, high)


def _windows(quotation: Wording, article: Wording) -> list[tuple[int, int]]:
    """The stretches of an article with most words and pairs of words of a quotation."""
    hits = Counter[int]()
    size = max(8, len(quotation.words))
    for at, plain in enumerate(quotation.plain):
        places = article.places.get(plain, ())
        for place in places:
            follows = at + 1 < len(quotation.plain) and place + 1 < len(article.plain)
            is_pair = follows and article.plain[place + 1] == quotation.plain[at + 1]
            hits[(place - at) // size] += (3 if is_pair else 1) if len(places) < 50 or is_pair else 0
    joined = {bucket: hits[bucket] + hits.get(bucket + 1, 0) for bucket in hits}
    chosen: list[int] = []
    least = max(joined.values(), default=0) * _AS_LIKELY
    for bucket in sorted(joined, key=lambda one: (-joined[one], one)):
        if joined[bucket] > least and all(abs(bucket - other) > 1 for other in chosen):
            chosen.append(bucket)
        if len(chosen) == _WINDOWS:
            break
    length = len(article.words)
    return [
        (max(0, bucket * size - _SLACK), min(length, (bucket + 2) * size + len(quotation.words) + _SLACK))
        for bucket in chosen
    ]


def lay_beside(quotation: Wording, article: Wording, low: int, high: int) -> Aligned:
    """The quotation beside the words `[low, high)` of an article, so that the least is changed."""
    words = article.words[low:high]
    width = len(words) + 1
    rows = [[0.0] * width]
    # Where each best value came from: "both", "added" to the article, "skipped" words of it.
    ways: list[bytearray] = [bytearray(width)]
    for at, word in enumerate(quotation.words):
        row, way = _row(quotation, at, word, words, rows[-1])
        rows.append(row)
        ways.append(way)
    last = rows[-1]
    end = min(range(width), key=last.__getitem__)
    return Aligned(tuple(_steps_back(ways, end, low)), last[end])


_BOTH, _ADD, _LEAVE = 1, 2, 3


def _row(
    quotation: Wording, at: int, word: Word, words: Sequence[Word], above: Sequence[float]
) -> tuple[list[float], bytearray]:
    """What it costs to have come as far as a word of the quotation, for each place in the article."""
    is_open = at + 1 in quotation.left_out or at + 1 in quotation.put_in
    skip, more = (_MARKED, _MARKED_MORE) if is_open else (_SKIP, _SKIP_MORE)
    is_last = at + 1 == len(quotation.words)
    row, way = [above[0] + _ADDED], bytearray([_ADD])
    gap = float("inf")
    costs: dict[str, float] = {}
    for place, other in enumerate(words):
        cost = costs.get(other.plain)
        if cost is None:
            cost = costs[other.plain] = difference_of(word, other)
        both, added = above[place] + cost, above[place + 1] + _ADDED
        gap = min(gap + (_FREE if other.free else more), row[place] + (_FREE if other.free else skip))
        best, came = (both, _BOTH) if both <= added else (added, _ADD)
        if gap < best and not is_last:
            best, came = gap, _LEAVE
        row.append(best)
        way.append(came)
    return row, way


def _steps_back(ways: Sequence[bytearray], end: int, low: int) -> list[tuple[int, int]]:
    steps: list[tuple[int, int]] = []
    at, place = len(ways) - 1, end
    while at > 0:
        way = ways[at][place]
        if way == _LEAVE:
            steps.append((_NO_WORD, low + place - 1))
            place -= 1
        elif way == _BOTH:
            steps.append((at - 1, low + place - 1))
            at, place = at - 1, place - 1
        else:
            steps.append((at - 1, _NO_WORD))
            at -= 1
    return steps[::-1]


def difference_of(word: Word, other: Word) -> float:
    """What it costs to take one word for another."""
    if word.plain == other.plain:
        return 0.0
    if word.loose:
        head, _, tail = word.plain.partition("…")
        return 0.0 if other.plain.startswith(head) and other.plain.endswith(tail) else _OTHER
    return _INFLECTED if is_inflected(word.plain, other.plain) else _OTHER


def is_inflected(one: str, other: str) -> bool:
    """Whether two words are forms of one, as far as their letters tell: "Vertrag", "Vertrags"."""
    if one[:1] != other[:1]:  # by far the most
        return False
    return one != other and one[:1].isalpha() and _are_forms(one, other)


@lru_cache(50_000)
def _are_forms(one: str, other: str) -> bool:
    """Whether two words that begin with the same letter are forms of one."""
    if one in _ARTICLES and other in _ARTICLES:
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    ends = max(len(one), len(other)) - shared
    if shared >= _SHORTEST_STEM and ends <= min(3, shared):
        return not _is_another_word(one[shared:], other[shared:])
    # "fährt" and "fahren" share no beginning, but nearly all of it
    return len(one) > 4 and SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.84


_ARTICLES = frozenset(["der", "die", "das", "den", "dem", "des"])
_ENDINGS = frozenset(
    (
        "",
        *[
            "e",
            "en",
            "er",
            "es",
            "em",
            "n",
            "s",
            "t",
            "te",
            "ten",
            "st",
            "d",
            "ed",
            "ing",
            "est",
            "et",
            "end",
            "ende",
            "enden",
            "r",
            "m",
            "ly",
            "ies",
            "y",
            "in",
            "innen",
        ],
    )
)
"""What words of these languages end with in one form or another."""


def _is_another_word(one: str, other: str) -> bool:
    return one not in _ENDINGS or other not in _ENDINGS

"""Which quotes of two articles are the same one, word for word or altered."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from rapidfuzz import fuzz

ALIKE = 60.0
"""Likeness in per cent from which two quotes are the same one, altered; chosen by hand."""
FEW = 20_000
"""Pairs up to which each is compared, in 30 ms; beyond, only quotes that share a word which few have."""
RARE = 12
"""Quotes of either side that may share a word for it to lead from one to the other."""


def matched(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, tuple[int, float]]:
    """For places in `ours`, the place in `theirs` and the likeness, 0 to 1; most alike first, each once."""
    scores = (
        (fuzz.ratio(ours[i], theirs[k], score_cutoff=ALIKE), i, k) for i, k in _candidates(ours, theirs)
    )
    taken: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for score, i, k in sorted((one for one in scores if one[0]), key=lambda one: (-one[0], one[1], one[2])):
        if i not in taken and k not in used:
            taken[i] = (k, score / 100)
            used.add(k)
    return taken


def _candidates(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    if len(ours) * len(theirs) <= FEW:
        yield from product(range(len(ours)), range(len(theirs)))
        return
    mine, others = _by_word(ours), _by_word(theirs)
    yield from {
        pair
        for word, places in mine.items()
        if len(places) <= RARE and len(others.get(word, ())) <= RARE
        for pair in product(places, others.get(word, ()))
    }


def _by_word(quotes: Sequence[str]) -> dict[str, list[int]]:
    """The places of the quotes that have a word, or are this text as a whole."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, quote in enumerate(quotes):
        for word in {quote, *quote.lower().split()}:
            places[word].append(place)
    return places

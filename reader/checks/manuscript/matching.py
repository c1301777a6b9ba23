"""The places of several articles that a quotation may be taken from: all with its words, else the nearest."""

from collections.abc import Iterable, Mapping, Sequence

from reader.checks.manuscript.aligning import Aligned, exact_places, nearest_places
from reader.checks.manuscript.values import Match
from reader.checks.manuscript.wording import Wording
from reader.languages.senses import common_small_words

_MOST_EXACT = 24
"""Places with the very words that are looked at; more say no more."""
_MOST_NEAR = 4
"""Articles in which the nearest place is looked for."""
_AS_LIKELY = 0.6
"""Share of the words of the likeliest article from which another is looked at too (chosen by hand)."""
_ALSO = 0.6
"""How much more than the best a place may cost to be told beside it: half a word (chosen by hand)."""
_LONG = 4
"""Letters from which a word tells something."""
_FEWEST = 3
"""Words of a part that was joined."""
_CLOSE = 8
"""Words between two parts that are still one place."""
_OF_JOINED = 8
"""Of so many words one may be changed where two parts were joined."""
_TELLING = 2.0
"""What the words that a place shares count at least, of a joined quotation those of each part (by hand)."""
_NEAR = 0.25
"""Share of a quotation's words, by weight, that the nearest place has at least (chosen by hand)."""


def matches_of(quotation: Wording, articles: Mapping[int, Wording]) -> tuple[Match, ...]:
    """Where a quotation stands, all places of the same words or those that cost least, the best first."""
    exact = [
        Match(number, article, aligned)
        for number, article in articles.items()
        for aligned in _distinct(exact_places(quotation, article))
    ]
    if exact:
        return tuple(exact[:_MOST_EXACT])
    shared = {number: _words_in(quotation, article) for number, article in articles.items()}
    least = max(shared.values(), default=0.0) * _AS_LIKELY
    likely = [one for one in sorted(shared, key=lambda one: -shared[one]) if shared[one] >= least]
    near = [
        Match(number, articles[number], aligned)
        for number in likely[:_MOST_NEAR]
        for aligned in nearest_places(quotation, articles[number])
        if any(here >= 0 and there >= 0 for here, there in aligned.steps)
    ]
    near.sort(key=lambda one: one.cost)
    return tuple(_apart(one for one in near if one.cost <= near[0].cost + _ALSO))


def _distinct(places: Iterable[Aligned]) -> Iterable[Aligned]:
    return {aligned.first: aligned for aligned in places}.values()


def _apart(matches: Iterable[Match]) -> Iterable[Match]:
    """Those that do not lie over a better one."""
    taken: list[tuple[int, int, int]] = []
    for one in matches:
        place = (one.article_id, one.aligned.first, one.aligned.last)
        if not any(place[0] == a and place[1] <= last and first <= place[2] for a, first, last in taken):
            taken.append(place)
            yield one


def weight_of(plain: str) -> float:
    """What a word counts when two passages are compared: "the" less than "bridge"."""
    return 0.4 if len(plain) < _LONG or plain in common_small_words() else 1.0


def _words_in(quotation: Wording, article: Wording) -> float:
    return sum(weight_of(plain) for plain in set(quotation.plain) if plain in article.places)


def likeness(quotation: Wording, match: Match) -> float:
    """Share of a quotation's words, by weight, that a place has."""
    weights = [weight_of(plain) for plain in quotation.plain]
    same = sum(
        weights[here]
        for here, there in match.aligned.steps
        if here >= 0 and there >= 0 and quotation.plain[here] == match.wording.plain[there]
    )
    return same / (sum(weights) or 1.0)


def is_near(quotation: Wording, match: Match) -> bool:
    """Whether a place is worth a look: one word alone, or small ones, stand anywhere."""
    same = [
        weight_of(quotation.plain[here])
        for here, there in match.aligned.steps
        if here >= 0 and there >= 0 and quotation.plain[here] == match.wording.plain[there]
    ]
    return sum(same) >= _TELLING and sum(same) >= _NEAR * sum(map(weight_of, quotation.plain))


def joined_of(quotation: Wording, articles: Mapping[int, Wording]) -> tuple[Match, ...]:
    """Two places whose words a quotation has one behind the other; none where there are not two."""
    count = len(quotation.words)
    if count < 2 * _FEWEST:
        return ()
    heads = [_longest(quotation, number, article, 1) for number, article in articles.items()]
    tails = [_longest(quotation, number, article, -1) for number, article in articles.items()]
    head = max(heads, key=lambda one: len(one.aligned.steps) if one else 0, default=None)
    tail = max(tails, key=lambda one: len(one.aligned.steps) if one else 0, default=None)
    if head is None or tail is None:
        return ()
    lengths = len(head.aligned.steps), len(tail.aligned.steps)
    is_covered = sum(lengths) >= count - count // _OF_JOINED and min(lengths) >= _FEWEST
    # "the concrete is" stands anywhere: a part must tell something
    is_covered = is_covered and all(_weight(quotation, one) >= _TELLING for one in (head, tail))
    return (head, tail) if is_covered and not _is_one(head, tail) else ()


def _weight(quotation: Wording, match: Match) -> float:
    return sum(weight_of(quotation.plain[here]) for here, there in match.aligned.steps if there >= 0)


def _is_one(head: Match, tail: Match) -> bool:
    """Whether the second part follows the first, perhaps behind a word that was changed."""
    between = tail.aligned.first - head.aligned.last
    return head.article_id == tail.article_id and 0 <= between <= _CLOSE


def _longest(quotation: Wording, number: int, article: Wording, step: int) -> Match | None:
    """The longest beginning, or with -1 end, of a quotation that an article has in a row."""
    order = range(len(quotation.words))[::step]
    best: Sequence[tuple[int, int]] = ()
    for place in article.places.get(quotation.plain[order[0]], ()):
        found = _run(quotation, order, article, place, step)
        best = max(best, found, key=len)
    return Match(number, article, Aligned(tuple(sorted(best)), 0.0)) if best else None


def _run(
    quotation: Wording, order: Sequence[int], article: Wording, place: int, step: int
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for at in order:
        while 0 <= place < len(article.words) and article.words[place].free:
            place += step
        if not 0 <= place < len(article.words) or article.plain[place] != quotation.plain[at]:
            break
        found.append((at, place))
        place += step
    return found

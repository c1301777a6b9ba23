"""What was counted of a language's rules on somebody's own articles, laid over what an engine finds.

A newsroom that accepts and rejects quotes tells which rules, with which words of saying, are right in its
texts. Counts are drawn to what is known of the rule as a whole where there are few of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.i18n import _
from reader.models import Quote, Spans, words_of
from reader.quotes.rules import UNSURE, wilson

Count = tuple[int, int]
"""Right ones, and all."""

_OF_RULE = 6
"""Quotes that the engine's own confidence counts as, beside what was counted of a rule."""
_OF_CUE = 4
"""Quotes that the worth of a rule counts as, beside what was counted of it with one word of saying."""
_CUE_LENGTH = 60
"""Code points of a cue that are kept."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Counts by rule and by rule with cue, fitted to what one engine finds."""

    detector: str
    """Name of the engine that found what was counted; what another one finds is left alone."""
    rules: Mapping[str, Count] = field(default_factory=dict)
    cues: Mapping[str, Count] = field(default_factory=dict)
    """By `key_of` a quote."""
    least: float = 0.0
    """Confidence below which a quote is no longer told."""

    def worth(self, quote: Quote, key: str) -> float:
        """The confidence of a quote, 0 to 1, in the texts that were counted."""
        right, found = self.rules.get(quote.rule, (0, 0))
        of_rule = (right + _OF_RULE * quote.confidence) / (found + _OF_RULE)
        here, all_here = self.cues.get(key, (0, 0))
        share = (here + _OF_CUE * of_rule) / (all_here + _OF_CUE)
        if share <= UNSURE or not found:
            return min(share, max(quote.confidence, UNSURE))
        # What people accept unread must be borne out by enough of them.
        return min(share, max(UNSURE, wilson(right, found)))

    def counted(self, quote: Quote, key: str) -> str:
        """What was counted of quotes like this one, as a sentence; empty where there were none."""
        right, found = self.cues.get(key) or self.rules.get(quote.rule) or (0, 0)
        if not found:
            return ""
        told = _("In your own articles {right} of {found} such quotes were right.")
        return told.format(right=right, found=found)


def key_of(quote: Quote, text: str) -> str:
    """Rule and words of saying of a quote: what is counted together."""
    return f"{quote.rule}: {words_of(text, quote.cue).lower()[:_CUE_LENGTH]}"


def reweighed(quotes: Iterable[Quote], text: str, fitted: Fitted) -> tuple[Quote, ...]:
    """The quotes with the confidence that the counts give them, without those that fall too low."""
    return tuple(_reweighed(quotes, text, fitted))


def _reweighed(quotes: Iterable[Quote], text: str, fitted: Fitted) -> Iterable[Quote]:
    dropped: list[Quote] = []
    for quote in quotes:
        key = key_of(quote, text)
        worth = round(fitted.worth(quote, key), 3)
        # Words in marks inside a clause that is not told are not told either.
        around = quote.nested and any(one.start <= quote.start and quote.end <= one.end for one in dropped)
        if worth < fitted.least or around:
            dropped.append(quote)
            continue
        counted = fitted.counted(quote, key) if quote.why else ""
        yield replace(quote, confidence=worth, why=(*quote.why, counted) if counted else quote.why)


# -- counting --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Example:
    """What an engine found in a text, each with whether it was right, and how many quotes it missed."""

    text: str
    judged: tuple[tuple[Quote, bool], ...]
    missed: int


def example(
    text: str,
    found: Sequence[Quote],
    right: Iterable[tuple[str, Spans]],
    wrong: Iterable[Spans] | None = None,
) -> Example:
    """Judge what was found by the `right` quotes, type and spans, of a text.

    A quote is right where one of its type shares at least half of their joint characters. With `wrong`
    spans, only what shares half with a right or a wrong one is judged: nobody has decided about the rest.
    """
    waiting = list(right)
    judged = []
    for quote in found:
        same = next((one for one in waiting if one[0] == quote.type and _agree(quote.spans, one[1])), None)
        if same:
            waiting.remove(same)
        if same or wrong is None or any(_agree(quote.spans, spans) for spans in wrong):
            judged.append((quote, same is not None))
    return Example(text, tuple(judged), len(waiting))


def _agree(one: Spans, other: Spans) -> bool:
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    joint = sum(b - a for a, b in one) + sum(b - a for a, b in other) - shared
    return 2 * shared >= joint


LEAST = (0.0, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
"""Confidences tried, below which quotes are no longer told."""


def fit(examples: Sequence[Example], detector: str) -> Fitted:
    """Count what was found, and choose the least confidence by the F1 on these examples."""
    rules: dict[str, Counter[bool]] = {}
    cues: dict[str, Counter[bool]] = {}
    for one in examples:
        for quote, right in one.judged:
            rules.setdefault(quote.rule, Counter())[right] += 1
            cues.setdefault(key_of(quote, one.text), Counter())[right] += 1
    fitted = Fitted(detector, _counts(rules), _counts(cues))
    tried = [replace(fitted, least=least) for least in LEAST]
    return max(tried, key=lambda one: (agreement(examples, one).f1, -one.least))


def _counts(found: Mapping[str, Counter[bool]]) -> dict[str, Count]:
    return {name: (count[True], count.total()) for name, count in sorted(found.items())}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well what is told agrees with what is right."""

    f1: float
    """Of the quotes found, with their type, 0 to 1."""
    error: float
    """Mean square error of the confidences (Brier's score), 0 to 1: less is better."""


def agreement(examples: Iterable[Example], fitted: Fitted | None) -> Agreement:
    """The agreement of what an engine finds, as it is or with counts laid over it."""
    right = told = missed = 0
    error = judged = 0.0
    for one in examples:
        missed += one.missed
        for quote, ok in one.judged:
            worth = fitted.worth(quote, key_of(quote, one.text)) if fitted else quote.confidence
            error += (worth - ok) ** 2
            judged += 1
            if fitted and worth < fitted.least:
                missed += ok
            else:
                told += 1
                right += ok
    f1 = 2 * right / max(told + right + missed, 1)
    return Agreement(round(f1, 6), round(error / max(judged, 1), 6))

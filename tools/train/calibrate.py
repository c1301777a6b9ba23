"""How much a score is worth: shares of right quotes by score, type by type, on articles kept out of
training."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt

from bench.scoring import covered
from reader.models import Quote
from reader.quotes.learned.engine import to_quotes
from tools.train.crossval import Fold
from tools.train.gold import Example

_BIN = 30
"""Quotes that a share is taken of at least."""
_CAUTION = 1.64
"""Standard errors below the measured share: with 95 % certainty the true share is higher."""

Points = list[tuple[float, float]]


def calibration(folds: Sequence[Fold], thresholds: dict[str, float]) -> dict[str, Points]:
    """By type, points of a rising line from score to share of right quotes."""
    judged: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for fold in folds:
        for example, quotes in zip(fold.kept, fold.found(thresholds), strict=True):
            for quote, ok in judge(example, to_quotes(example.text.analysis, quotes)):
                judged[quote.type].append((quote.confidence, ok))
    return {type_: _rising(sorted(scores)) for type_, scores in judged.items()}


def judge(example: Example, quotes: Iterable[Quote]) -> list[tuple[Quote, bool]]:
    """Each quote with whether an annotated one of its type shares half of the joint tokens."""
    tokens = example.line["tokens"]
    gold = [(quote["type"], covered(quote["spans"], tokens)) for quote in example.line["quotes"]]
    out = []
    for quote in quotes:
        mine = covered(quote.spans, tokens)
        fits = (2 * len(mine & other) >= len(mine | other) for type_, other in gold if type_ == quote.type)
        out.append((quote, any(fits)))
    return out


def _rising(scores: list[tuple[float, bool]]) -> Points:
    """Isotonic regression by pooling neighbours, on bins of some size; with caution."""
    pools: list[list[float]] = []
    for begin in range(0, len(scores), _BIN):
        some = scores[begin : begin + _BIN]
        if len(some) < _BIN and pools:
            begin_sum, right, count = pools.pop()
            pools.append(
                [begin_sum + sum(x for x, _ in some), right + sum(ok for _, ok in some), count + len(some)]
            )
        else:
            pools.append([sum(x for x, _ in some), float(sum(ok for _, ok in some)), float(len(some))])
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            last = pools.pop()
            pools[-1] = [one + other for one, other in zip(pools[-1], last, strict=True)]
    points: Points = []
    for total, right, count in pools:
        share = _share((total, right, count))
        low = share - _CAUTION * sqrt(share * (1 - share) / count)
        points.append((round(total / count, 4), round(max(low, points[-1][1] if points else 0.0), 3)))
    return points


def _share(pool: Sequence[float]) -> float:
    return pool[1] / (pool[2] + 1)

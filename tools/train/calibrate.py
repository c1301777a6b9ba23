"""How much a score is worth: shares of right quotes by score, type by type, on articles kept out of
training."""

from collections import defaultdict
from collections.abc import Sequence
from math import sqrt

from bench.quality import judged
from tools.train.crossval import Fold
from tools.train.measure import quotes_of

_BIN = 30
"""Quotes that a share is taken of at least."""
_CAUTION = 1.64
"""Standard errors below the measured share: with 95 % certainty the true share is higher."""

Points = list[tuple[float, float]]


def calibration(folds: Sequence[Fold], thresholds: dict[str, float]) -> dict[str, Points]:
    """By type, points of a rising line from score to share of right quotes."""
    scores: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for fold in folds:
        for example, found in zip(fold.kept, fold.found(thresholds), strict=True):
            for quote, ok in judged(example.line, quotes_of(example, found)):
                scores[quote.type].append((quote.confidence, ok))
    return {type_: _rising(sorted(of_type)) for type_, of_type in scores.items()}


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

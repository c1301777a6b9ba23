"""Fit the judge of told speech acts, a logistic regression over the clauses of the annotated articles.

What the features are, `reader.quotes.learned.told` says. The floor is such that much is found: other outlets'
annotators give such acts more fully than those of the data, so a false alarm here is often right there.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from reader.quotes.german.parse import parse
from reader.quotes.learned.told import FILE, Judge, candidates
from reader.quotes.text.analysis import analyse

LEAST = 0.2
"""Chance from which a told speech act is given (chosen on the folds)."""
_RIDGE = 0.5
"""Weight of the squared weights in what is minimised (chosen on the folds)."""
_RARE = 3
"""Clauses that a feature must be found in to have a weight."""
_DIGITS = 3
_FOLDS = 5

Row = tuple[tuple[str, ...], bool]
"""Features of a clause, and whether annotators give its sentence as a told speech act."""


def rows(line: dict[str, Any]) -> list[Row]:
    """The clauses of an article that can tell of a speech act, with what is right for each."""
    parsed = parse(analyse(line["text"], "de", line.get("title", "")))
    told, held = set[int](), set[int]()
    for quote in line["quotes"]:
        reported = quote["type"] == "Reported"
        framed = [] if reported or quote["type"] == "Direct" else quote["frame"]
        for start, end in (*quote["spans"], *framed):
            (told if reported else held).update(range(*parsed.analysis.range_of(start, end)))
    return [
        (found.features, _most_of((found.sentence.first, found.sentence.end), told))
        for found in candidates(parsed, frozenset(held))
    ]


def _most_of(tokens: tuple[int, int], among: set[int]) -> bool:
    first, end = tokens
    return 2 * sum(at in among for at in range(first, end)) > end - first


def fit(examples: Iterable[Sequence[Row]]) -> Judge:
    """The judge that the clauses of some articles give; the same for the same articles and scipy."""
    clauses = [row for article in examples for row in article]
    counts = Counter(feature for features, _ in clauses for feature in features)
    names = sorted(feature for feature, count in counts.items() if count >= _RARE)
    columns = {feature: at for at, feature in enumerate(names)}
    given = np.zeros((len(clauses), len(names) + 1))
    given[:, -1] = 1
    for number, (features, _) in enumerate(clauses):
        given[number, [columns[feature] for feature in features if feature in columns]] = 1
    right = np.array([float(told) for _, told in clauses])

    def loss(weights: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        score = given @ weights
        kept = np.append(weights[:-1], 0.0)
        value = np.logaddexp(0, score).sum() - (right * score).sum() + _RIDGE / 2 * (kept**2).sum()
        return float(value), given.T @ (1 / (1 + np.exp(-score)) - right) + _RIDGE * kept

    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x.round(_DIGITS).tolist()
    return Judge(best[-1], {name: weight for name, weight in zip(names, best, strict=False) if weight}, LEAST)


def write(folder: Path, judge: Judge) -> None:
    """Write the judge beside the weights of the network."""
    stored = {"bias": judge.bias, "least": judge.least, "weights": judge.weights}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def cross_validated(articles: Sequence[Sequence[Row]]) -> str:
    """Precision and recall of five judges, each on the fifth of the articles that it has not seen."""
    right = given = told = 0
    for fold in range(_FOLDS):
        judge = fit(rows for number, rows in enumerate(articles) if number % _FOLDS != fold)
        for features, is_told in (row for rows in articles[fold::_FOLDS] for row in rows):
            is_given = judge.chance(features) >= judge.least
            right, given, told = right + (is_given and is_told), given + is_given, told + is_told
    return f"precision {right / given:.2f}, recall {right / told:.2f} of {told} that it can find"

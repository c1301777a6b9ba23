"""What a rule of an engine is worth, and how it is explained to a person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt

from reader.i18n import _, percent
from reader.languages import folders

FILE = "worths.toml"
"""What was counted of the rules of a language, in its folder; `bench/worths.py` writes it."""
_LEAST = 12
"""Quotes that a rule must have found before its share says something."""
_SURE = 0.9
"""Confidence from which people accept quotes unread."""
UNSURE = 0.89
"""The most that a rule is worth of which no count shows that it reaches that."""
_NORMAL = 1.645
"""Standard deviations that leave 5 % of a normal distribution below."""


SOURCES = {
    "annotated news articles": _("annotated news articles"),
    "texts that no rule was written after": _("texts that no rule was written after"),
}
"""What worths are measured on, as the tables of the languages say it and as it is told."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction by which an engine finds quotes."""

    worth: float
    """Confidence of its quotes: the share that was right, or where nobody measured it, an estimate."""
    source: str
    """What the worth was measured on, as in "annotated news articles"; empty where it is an estimate."""
    sentence: str
    """What the construction is, for the card of a quote."""

    @property
    def share(self) -> str:
        """How often its quotes are right, as a sentence."""
        if not self.source:
            return _("How often this rule is right has not been measured.")
        told = _("Of the quotes found by this rule in {texts}, {share} were right.")
        return told.format(texts=SOURCES.get(self.source, self.source), share=percent(self.worth))


class Rules:
    """The rules of an engine in one language: what was counted there, laid over the estimates."""

    def __init__(self, estimates: Mapping[str, Rule], code: str) -> None:
        table = folders.table_of(code, FILE)
        counts = table.get("counts", {})
        self._rules = {
            name: _counted(rule, *counts.get(name, (0, 0)), table.get("source", ""))
            for name, rule in estimates.items()
        }

    def __getitem__(self, name: str) -> Rule:
        return self._rules[name]


@lru_cache(maxsize=4096)
def _counted(estimate: Rule, right: int, found: int, source: str) -> Rule:
    """A rule with the share of its quotes that were right, where enough were counted."""
    if found < _LEAST:
        return replace(estimate, worth=min(estimate.worth, UNSURE))
    return replace(estimate, worth=worth_of(right, found), source=source)


def worth_of(right: int, found: int) -> float:
    """The confidence that a count bears out: the share, from 0.89 on what is reached with 95 % certainty.

    People accept such quotes without reading them.
    """
    share = right / found
    return round(share if share < UNSURE else max(UNSURE, wilson(right, found)), 3)


def wilson(right: int, found: int) -> float:
    """The lower bound, at 95 % and one-sided, of the share that `right` of `found` shows (Wilson 1927)."""
    share, z = right / found, _NORMAL
    middle = share + z * z / (2 * found)
    spread = z * sqrt(share * (1 - share) / found + z * z / (4 * found * found))
    return (middle - spread) / (1 + z * z / found)

"""Which changes turn a statement round, and which only stand beside a negation of something else.

"Wir reißen die Brücke ab" says the opposite of "Wir reißen die Brücke nicht ab". "Nobody will lose a job"
does not of "no nurse would lose a job", nor do words beside a sentence before them that says "not".
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from reader.checks.manuscript.aligning import is_inflected
from reader.checks.manuscript.kinds import Kind
from reader.checks.manuscript.matching import weight_of
from reader.checks.manuscript.values import Change, KnownArticle, Match
from reader.checks.manuscript.wording import Wording
from reader.languages.senses import Senses, senses

_SENTENCE_ENDS = re.compile(r"(?<!\d)[.!?…][”“»«\"’']*\s|\n")


def with_true_opposites(
    changes: tuple[Change, ...], quotation: Wording, match: Match, article: KnownArticle, lost: Iterable[str]
) -> tuple[Change, ...]:
    """The changes, of which those are only altered words that negate no more, no less, or another statement.

    `lost` are the words around the passage without which it says something else.
    """
    words = senses(article.language)
    if not any(change.kind is Kind.OPPOSITE for change in changes):
        return changes
    gone = [place for change in changes for place in change.gone]
    new = [place for change in changes for place in change.new]
    before = [*(match.wording.plain[place] for place in gone), *lost]
    is_moved = _negations(before, words) == _negations((quotation.plain[place] for place in new), words) > 0
    side = _Sides(quotation, match.wording, article.text, words)
    return tuple(
        replace(change, kind=Kind.ALTERED)
        if change.kind is Kind.OPPOSITE and side.is_only_altered(change, is_moved)
        else change
        for change in changes
    )


def adds_negation(changes: Iterable[Change], quotation: Wording, article: KnownArticle) -> bool:
    """Whether a quotation has a negation that its place has not."""
    words = senses(article.language)
    return _negations((quotation.plain[place] for change in changes for place in change.new), words) > 0


def _negations(row: Iterable[str], words: Senses) -> int:
    return len(words.negations.some(row))


class _Sides:
    """The words of a quotation and those of a passage, a change at a time."""

    def __init__(self, quotation: Wording, passage: Wording, text: str, words: Senses) -> None:
        self._quotation, self._passage, self._text, self._words = quotation, passage, text, words

    def is_only_altered(self, change: Change, is_moved: bool) -> bool:
        if self._crosses_a_sentence(change):
            return True
        old = [self._passage.plain[place] for place in change.gone]
        now = [self._quotation.plain[place] for place in change.new]
        if self._words.is_opposed(old, now):
            return False
        # "keine Dauerlösung" became "eine gute Lösung": another statement
        return is_moved or self._says_something_else(old, now)

    def _crosses_a_sentence(self, change: Change) -> bool:
        if not change.gone:
            return False
        words = self._passage.words
        between = self._text[words[change.gone[0]].start : words[change.gone[-1]].end]
        return _SENTENCE_ENDS.search(between) is not None

    def _says_something_else(self, old: Iterable[str], now: Iterable[str]) -> bool:
        """Whether both sides have words that tell something, and none of them is the other inflected."""
        ours, theirs = self._telling(now), self._telling(old)
        return bool(ours and theirs) and not any(
            one == other or is_inflected(one, other) for one in ours for other in theirs
        )

    def _telling(self, row: Iterable[str]) -> list[str]:
        return [word for word in row if weight_of(word) == 1.0 and word not in self._words.negations]

"""How much of one text stands in another: whether both may be the same article at two times."""

import re
from typing import NamedTuple

RUN = 3
"""Words in a run: short enough for a text that was rewritten, long enough to be no accident."""
LONG_WORD = 8
"""Letters of a word that says what a text is about; shorter ones stand in every text."""

_WORD = re.compile(r"\w+")
_NOTHING = 0.03
"""Runs that two texts of one language share by accident: at most this in 4,000 pairs of German articles."""
_OTHER_WORDS = 0.25
"""Long words that they share by accident: 0.19 at most there; articles on one election share 0.12 to 0.5."""
_KIN = 0.1
"""Runs of two versions of one article; of 4,000 pairs on one election, one shared as much."""

_SAME_TITLE = 0.6
"""Share of the shorter title's words (chosen by hand)."""


class Kinship(NamedTuple):
    """What an old and a new text have in common, each 0 to 1."""

    kept: float
    """Share of the old text's runs that stand in the new one."""
    taken: float
    """Share of the new text's runs that stood in the old one."""
    vocabulary: float
    """Share of the long words of the text with fewer of them that the other has too."""

    def is_nothing(self) -> bool:
        """Whether the texts share no more than any two texts of one language do."""
        return max(self.kept, self.taken) < _NOTHING and self.vocabulary < _OTHER_WORDS

    def is_close(self) -> bool:
        """Whether one of the texts clearly came of the other."""
        return max(self.kept, self.taken) >= _KIN


def titles_alike(one: str, other: str) -> bool:
    """Whether two titles have most of their words in common."""
    words, others = (set(_WORD.findall(title.lower())) for title in (one, other))
    return bool(words & others) and len(words & others) / min(len(words), len(others)) >= _SAME_TITLE


def kinship(old: str, new: str) -> Kinship:
    """What `old` and `new` have in common; case does not count."""
    before, now = _WORD.findall(old.lower()), _WORD.findall(new.lower())
    runs, others = _runs(before), _runs(now)
    common = len(runs & others)
    long, longer = (
        {word for word in words if len(word) >= LONG_WORD and not word.isdecimal()} for words in (before, now)
    )
    return Kinship(
        common / max(1, len(runs)),
        common / max(1, len(others)),
        len(long & longer) / max(1, min(len(long), len(longer))),
    )


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))} if words else set()

"""Ordinary words that are names too, in the folds by which names are looked for."""

from functools import cache

from reader.formats.letters import fold
from reader.languages.common_words import common_words

AS = ("als", "wie", "aus", "unter")
"""Before a noun that is one: "als Richter", "aus Stein"."""
OF = str.split("des der im in am an auf aus vom von zum zur und oder")
"""Behind a noun that begins a sentence and may be one: "Fischer im Norden klagen"."""
LONGEST_PHRASE = 4
"""Words of the longest fixed phrase."""
_ADJECTIVE_ENDINGS = ("es", "er", "en", "em", "e")


def is_small(folded: str) -> bool:
    """Whether a word, or that of which it is a form, is written small where it is no name."""
    if folded in _small():
        return True
    return any(folded.endswith(end) and folded[: -len(end)] in _small() for end in _ADJECTIVE_ENDINGS)


@cache
def numbers() -> frozenset[str]:
    """Numbers in words."""
    return frozenset(map(fold, common_words().numbers))


@cache
def phrases() -> frozenset[str]:
    """Fixed phrases, their words divided by "_"."""
    return frozenset("_".join(map(fold, one.split("_"))) for one in common_words().phrases)


@cache
def _small() -> frozenset[str]:
    return frozenset(map(fold, common_words().small))


@cache
def nouns() -> frozenset[str]:
    """German nouns that are names too."""
    return frozenset(map(fold, common_words().nouns))

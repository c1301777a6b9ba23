"""Ordinary words that people are also called, to tell a name from a word where either may stand."""

from dataclasses import dataclass
from functools import lru_cache

from reader.languages.folders import home


@dataclass(frozen=True, slots=True)
class CommonWords:
    """The words by what they tell, in lower case."""

    small: frozenset[str]
    """Written small where they are no names."""
    nouns: frozenset[str]
    """German nouns: with a capital, name or not."""
    titles: frozenset[str]
    """What stands before a name."""
    determiners: frozenset[str]
    """What stands before a noun, and not before a name."""
    before_adjectives: frozenset[str]
    """Adverbs after which no name stands: "zu kurz"."""
    before_persons: frozenset[str]
    """Prepositions and the like after which somebody may be meant."""
    phrases: frozenset[str]
    """Fixed phrases in which such a word is no name, with "_" between their words: "kurz_darauf"."""
    amounts: frozenset[str]
    """Nouns that are no name after a number: "zehn Mark"."""
    numbers: frozenset[str]
    """Numbers in words."""
    nobody: frozenset[str]
    """What a source is called that has no name: "Quelle 7", "Informant A"."""


@lru_cache(maxsize=1)
def common_words() -> CommonWords:
    """The words of common_words.txt."""
    file = home().joinpath("common_words.txt")
    words: dict[str, set[str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        kind, colon, listed = line.partition(": ")
        if colon and not line.startswith("#"):
            words.setdefault(kind, set()).update(listed.split())
    return CommonWords(**{kind: frozenset(listed) for kind, listed in words.items()})

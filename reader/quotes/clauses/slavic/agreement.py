"""Bring the noun phrase of a group to the nominative: "Prokuratury Rejonowej w Łodzi", "łódzkiej policji"."""

from collections.abc import Sequence

from reader.quotes.clauses.class_words import Endings
from reader.quotes.clauses.slavic.words import Grammar

_BEFORE = 3
"""Adjectives before a noun at most."""


def nominative_phrase(words: Sequence[str], grammar: Grammar) -> list[str]:
    """The words with noun and adjectives in the nominative; as they are where no table knows the noun."""
    near = range(min(len(words), _BEFORE + 1))
    head = next((at for at in near if words[at].lower() in grammar.oblique_nouns), None)
    if head is None:
        return list(words)
    noun = grammar.oblique_nouns[words[head].lower()]
    endings = _endings(noun, grammar)
    before = [_agreeing(word, endings) for word in words[:head]]
    if not all(before):
        return list(words)
    behind = list(words[head + 1 :])
    for at, word in enumerate(behind):
        plain = _agreeing(word, endings)
        # "raportu | Narodowego Instytutu": of the noun behind it
        if not plain or (at + 1 < len(behind) and behind[at + 1].lower() in grammar.oblique_nouns):
            break
        behind[at] = plain
    return [*before, _as_written(noun, words[head]), *behind]


def _as_written(noun: str, word: str) -> str:
    return noun.capitalize() if word[0].isupper() else noun


def _endings(noun: str, grammar: Grammar) -> Endings:
    """What adjectives of a noun end in, by its last letters, with the endings of the nominative."""
    for ends, endings in (
        (grammar.feminine_nouns, grammar.feminine_adjectives),
        (grammar.neuter_nouns, grammar.neuter_adjectives),
        (grammar.plural_nouns, grammar.plural_adjectives),
    ):
        if noun.endswith(ends or ("\0",)):
            return endings
    return grammar.masculine_adjectives


def _agreeing(word: str, endings: Endings) -> str:
    """An adjective in the nominative; empty where it does not agree."""
    for ending, put in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + put
    return ""

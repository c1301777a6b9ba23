"""The office from which several speak: "Desde la fiscalía consideran", «…», "spiegano dalla segreteria"."""

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.predicates import Predicate
from reader.quotes.clauses.romance.subject_phrases import is_plural, over_adverbs
from reader.quotes.patterns import noun_phrases
from reader.quotes.text.sentences import Range

_OFFICE = 6
"""Tokens of an office that several speak from, with the word before it, at most."""


def office_before(text: ClauseText, verb: Predicate, first: int) -> Range | None:
    """The office that a clause begins with: "Dal ministero spiegano", "Da Palazzo Chigi filtra che"."""
    plural = _leaks(text, verb) or is_plural(text, verb.first)
    if text.lower(first) not in text.grammar.offices or not plural:
        return None
    found = noun_phrases.phrase_from(text, first + 1, verb.first)
    stop = over_adverbs(text, first, verb.first)
    # "Desde la corporación municipal explican": whatever it is called
    if text.lower(first + 1) in text.articles and stop - first <= _OFFICE:
        plain = all(text.words[i].isalpha() and not text.is_finite(i) for i in range(first + 2, stop))
        found = (first + 1, stop) if plain else found
    end = found[1] if found else first
    aside = end < verb.first and text.words[end] == "," and text.words[verb.first - 1] == ","
    return found if found and (aside or over_adverbs(text, end, verb.first) == end) else None


def office_behind(text: ClauseText, verb: Predicate, at: int, stop: int) -> Range | None:
    """The office behind the verb of a tag: «…», "fanno sapere da Palazzo Chigi", "filtra dallo staff"."""
    while at < stop and text.is_adverb(at):
        at += 1
    from_there = at + 1 < stop and text.lower(at) in text.grammar.offices
    if not from_there or not (_leaks(text, verb) or is_plural(text, verb.first)):
        return None
    led = at + 1 + (text.lower(at + 1) in text.articles)
    return noun_phrases.phrase_from(text, at + 1, stop) or ((at + 1, led + 1) if led < stop else None)


def _leaks(text: ClauseText, verb: Predicate) -> bool:
    """Whether a verb tells that something got out, whoever said it: "filtra che"."""
    return any(saying.lemma in text.grammar.unvoiced for saying in verb.says)

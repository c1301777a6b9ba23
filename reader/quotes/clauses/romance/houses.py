"""Whose house speaks where "on" does: "À l'Élysée, on assure que", « … », "dit-on du côté de FO"."""

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.patterns import noun_phrases
from reader.quotes.patterns.unlisted_subjects import unlisted_behind
from reader.quotes.text.sentences import Range


def house_before(text: ClauseText, first: int, subject: Range) -> Range | None:
    """The house that a sentence names before the pronoun, up to a comma."""
    comma = subject[0] - 1
    if text.words_of(subject).lower() not in text.grammar.anybody or comma <= first:
        return None
    found = _house(text, first, comma)
    return found if found and found[1] == comma and text.words[comma] == "," else None


def house_behind(text: ClauseText, subject: Range, at: int, stop: int) -> Range | None:
    """The house that a tag names behind its verb: « … », "assure-t-on | à l'Élysée"."""
    return _house(text, at, stop) if text.words_of(subject).lower() in text.grammar.anybody else None


def _house(text: ClauseText, at: int, stop: int) -> Range | None:
    """The noun phrase behind words for a place that speaks."""
    for phrase in text.grammar.houses:
        begin = at + len(phrase)
        if tuple(text.lowered[at:begin]) == phrase:
            # "à l'Union wallonne | des entreprises": nouns that no table knows
            listed = noun_phrases.phrase_from(text, begin, stop)
            whole = unlisted_behind(text, begin, stop) if listed else None
            found = max(listed, whole, key=lambda one: one[1]) if listed and whole else listed
            if found:
                return found
    return None

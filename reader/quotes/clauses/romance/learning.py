"""What a paper learned by itself: "…, según ha podido saber El Diario", "conforme apurou o jornal"."""

from reader.languages.verb_files import FINITE
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.tails import Tail, tail_behind

_NEAR = 4
"""Tokens of such a verb with its auxiliaries at most: "ha podido ya saber"."""


def learned_by(text: ClauseText, at: int, last: int) -> tuple[tuple[int, ...], Tail] | None:
    """The verb of learning that begins at a token, with who learned it and where the clause ends."""
    auxiliaries = text.grammar.modals | text.grammar.perfect
    if at >= last or not any(reading.features & FINITE for reading in text.readings(at)):
        return None
    for place in range(at, min(at + _NEAR, last)):
        lemmas = {reading.lemma for reading in text.readings(place)} | {text.bare[place]}
        if lemmas & text.grammar.learning:
            tail = tail_behind(text, place + 1, last)
            return (tuple(range(at, place + 1)), tail) if tail and tail.subject else None
        if not (lemmas & auxiliaries or text.is_adverb(place)):
            return None
    return None

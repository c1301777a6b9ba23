"""Where what is said ends: before ", maar", ", waarna", "en voegde toe dat", at the end of its clause."""

from reader.quotes.clauses.verb_second.clause_text import MARKS, ClauseText
from reader.quotes.text.sentences import Range

_SHORTEST = 3
"""Tokens of a clause at least."""
_FINITE = 4
"""Tokens behind a comma and "maar" in which the verb of a main clause stands second."""


def content_end(text: ClauseText, start: int, sentence: Range, closing: bool) -> int:
    """End of a clause that begins at `start`; `closing` where it stands in a clause that a comma closes."""
    last, grammar = sentence[1], text.grammar
    for at in range(start + _SHORTEST, last - (1 if closing else 2)):
        if at in text.marked and text.words[at] not in MARKS:
            continue
        if text.words[at] == ",":
            word = text.lower(at + 1)
            if closing and word not in grammar.subordinators | grammar.coordinators:
                return at
            if word in grammar.adversatives and not _goes_on(text, at + 2, last):
                return at
        if text.words[at] == ":" and text.words[at + 1] in MARKS:
            return at
        if text.lower(at) in grammar.coordinators and (_says_again(text, at, last) or _acts(text, at, last)):
            return at - (text.words[at - 1] == ",")
    return last


def _goes_on(text: ClauseText, at: int, last: int) -> bool:
    """Whether the clause goes on behind ", maar": with "dat", an infinitive, or without a verb of its own."""
    # ", maar dat het …" goes on, ", maar dat was …" does not.
    if text.lower(at) in text.grammar.that | text.grammar.purpose and not text.is_finite(at + 1):
        return True
    return not any(text.is_finite(place) for place in range(at, min(at + _FINITE, last)))


def _acts(text: ClauseText, at: int, last: int) -> bool:
    """Whether a main clause follows "en" where verbs of clauses stand last: "en noemt het plan laf"."""
    if not text.grammar.verb_last or text.lower(at) not in text.language.joining or at + 3 >= last:
        return False
    verbs = text.lower(at - 1) in text.grammar.finite
    return (
        text.is_plainly_finite(at + 1)
        and not (verbs and text.is_finite(at + 2))
        and text.words[at + 2] != ","
    )


def _says_again(text: ClauseText, at: int, last: int) -> bool:
    """Whether a verb of saying with its own clause follows "en": "… en voegde eraan toe dat"."""
    verb = next(
        (place for place in range(at + 1, min(at + 3, last)) if text.lower(place) in text.grammar.meanings), 0
    )
    if not verb or not text.is_finite(verb):
        return False
    return any(text.lower(place) in text.grammar.that for place in range(verb + 1, min(verb + 10, last)))

"""Where what is said ends: before ", maar", ", waarna", "en voegde toe dat", at the end of its clause."""

from reader.quotes.clauses.verb_second.clause_text import MARKS, ClauseText
from reader.quotes.clauses.verb_second.contents import content_behind
from reader.quotes.clauses.verb_second.noun_phrases import is_closed, phrase_from
from reader.quotes.clauses.verb_second.predicates import predicate_at
from reader.quotes.clauses.verb_second.tags import tag_from
from reader.quotes.text.sentences import Range

_SHORTEST = 3
"""Tokens of a clause at least."""
_LIST = 30
"""Tokens from a verb of a list to the last "and" at most."""
_FINITE = 4
"""Tokens behind a comma and "maar" in which the verb of a main clause stands second."""


def content_end(text: ClauseText, start: int, sentence: Range, closing: bool) -> int:
    """End of a clause that begins at `start`; `closing` where it stands in a clause that a comma closes."""
    last, grammar = _closing_bracket(text, start, sentence[1]), text.grammar
    for at in range(start + _SHORTEST, last - (1 if closing else 2)):
        if at in text.marked and text.words[at] not in MARKS:
            continue
        if text.words[at] == ",":
            word = text.lower(at + 1)
            if closing and word not in grammar.subordinators | grammar.coordinators:
                return at
            if word in grammar.adversatives and not _goes_on(text, at + 2, last):
                return at
            if _lists(text, at + 1, sentence) or (grammar.comma_closes and _joins(text, at + 1, last)):
                return at
        if text.words[at] == ":" and text.words[at + 1] in MARKS:
            return at
        if text.lower(at) in grammar.coordinators and (
            _says_again(text, at, last) or _acts(text, at, last) or _inverts(text, at, last)
        ):
            return at - (text.words[at - 1] == ",")
    return last


def _closing_bracket(text: ClauseText, start: int, last: int) -> int:
    """The bracket that was opened before a clause, which ends there: "(waarvan hij zegt dat het lekt)"."""
    open_ = 0
    for at in range(start, last):
        open_ += (text.words[at] == "(") - (text.words[at] == ")")
        if open_ < 0:
            return at
    return last


def _goes_on(text: ClauseText, at: int, last: int) -> bool:
    """Whether the clause goes on behind ", maar": with "dat", an infinitive, or without a verb of its own."""
    # ", maar dat het …" goes on, ", maar dat was …" does not.
    if text.lower(at) in text.grammar.that | text.grammar.purpose and not text.is_finite(at + 1):
        return True
    return not any(text.is_finite(place) for place in range(at, min(at + _FINITE, last)))


def _joins(text: ClauseText, at: int, last: int) -> bool:
    """Whether a main clause goes on behind a comma that closes: Danish "at han går, og kalder det nok"."""
    joined = text.lower(at) in text.language.joining and at + 2 < last
    return joined and text.is_plainly_finite(at + 1)


def _lists(text: ClauseText, at: int, sentence: Range) -> bool:
    """Whether the next verb of one subject stands behind a comma: "zei A te doen, ontkende B en meldde C"."""
    last, grammar = sentence[1], text.grammar
    # "beschrijft": a verb that the book need not hold, by its ending
    ends = text.lower(at).endswith(grammar.verb_endings) and not is_closed(text, at)
    if text.words[at][0].isupper() or not (text.is_plainly_finite(at) or ends):
        return False
    verb = predicate_at(text, at, (at, last)) if text.lower(at) in grammar.meanings else None
    if verb and verb.finite == at and content_behind(text, verb, None, last):
        return True
    tag = tag_from(text, at, last)
    # "dat het plan, zegt Bos, duur is" stands beside what is said
    if tag and tag.speaker and tag.end < last and text.words[tag.end] == ",":
        return False
    near = range(at + 1, min(at + _LIST, last - 1))
    return any(text.lower(i) in grammar.coordinators and _says_again(text, i, last) for i in near)


def _acts(text: ClauseText, at: int, last: int) -> bool:
    """Whether a main clause follows "en" where verbs of clauses stand last: "en noemt het plan laf"."""
    # "dat „…” en beloofde hulp": what closes with marks goes on with no verb
    if text.words[at - 1] in MARKS and at + 2 < last and text.lower(at + 1) in text.grammar.meanings:
        return text.is_plainly_finite(at + 1)
    if not text.grammar.verb_last or text.lower(at) not in text.language.joining or at + 3 >= last:
        return False
    verbs = text.lower(at - 1) in text.grammar.finite
    return (
        text.is_plainly_finite(at + 1)
        and not (verbs and text.is_finite(at + 2))
        and text.words[at + 2] != ","
    )


def _inverts(text: ClauseText, at: int, last: int) -> bool:
    """Whether a main clause follows "en" with its subject behind the verb: "en daarna liet hij zien"."""
    if not text.grammar.verb_last or text.lower(at) not in text.language.joining:
        return False
    verb = at + 1
    while verb < last and (text.is_adverb(verb) or text.is_time(verb)):
        verb += 1
    if not at + 1 < verb < last - 1 or not text.is_plainly_finite(verb):
        return False
    before = at - 1 - (text.words[at - 1] == ",")
    # Before a noun the clause must have its verb already, before a pronoun it has.
    if text.is_pronoun(verb + 1):
        return True
    return text.is_finite(before) and phrase_from(text, verb + 1, last) is not None


def _says_again(text: ClauseText, at: int, last: int) -> bool:
    """Whether a verb of saying with its own clause follows "en": "… en voegde eraan toe dat"."""
    verb = next(
        (place for place in range(at + 1, min(at + 3, last)) if text.lower(place) in text.grammar.meanings), 0
    )
    if not verb or not text.is_finite(verb):
        return False
    if any(text.lower(place) in text.grammar.that for place in range(verb + 1, min(verb + 10, last))):
        return True
    # "en zegt te overwegen": with an infinitive
    found = predicate_at(text, verb, (verb, last))
    return found is not None and content_behind(text, found, None, last) is not None

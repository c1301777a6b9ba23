"""What stands in commas, brackets or dashes between a verb and what is said: "dijo, en un acto, que"."""

from reader.quotes.clauses.romance.clause_text import DASHES, STOPS, ClauseText
from reader.quotes.clauses.romance.predicates import Predicate

_ASIDE = 30
"""Tokens in a pair of commas or brackets at most."""


def behind_aside(text: ClauseText, verb: Predicate, at: int, last: int) -> int:
    """The token behind the aside that the sign at a token opens; 0 where none closes it."""
    opened = text.words[at]
    closing = ")" if opened == "(" else opened
    first = end = _over_dashes(text, at, last)
    if opened == "," and _leads_away(text, first):
        return 0
    while end < min(first + _ASIDE, last - 1):
        word = text.words[end]
        behind = _over_dashes(text, end, last)
        if word == closing and (opened != "," or _goes_on(text, verb, behind)):
            return behind
        # 'dijo (en "¿Quién paga?") que'
        if (word in STOPS and opened != "(") or (opened == "," and _tells_fact(text, first, end)):
            return 0
        end += 1
    return 0


def _tells_fact(text: ClauseText, first: int, at: int) -> bool:
    """Whether a verb in commas belongs to the sentence: "El plan, explica Gil, es caro, porque"."""
    # ", cuando llegó,", ", 14 anni fa,"
    aside = text.language.relatives | text.grammar.time_nouns
    return text.is_finite(at) and not any(
        text.begins_clause(i) or text.lower(i) in aside or text.words[i].isdigit() for i in range(first, at)
    )


def _over_dashes(text: ClauseText, at: int, last: int) -> int:
    """Behind a sign; behind both dashes of "--"."""
    twice = text.words[at] in DASHES and at + 1 < last and text.words[at + 1] == text.words[at]
    return at + 1 + twice


def _goes_on(text: ClauseText, verb: Predicate, at: int) -> bool:
    """Whether what is said may begin at a token: "que", "de que", "si", an infinitive."""
    grammar = text.grammar
    plain = at + (text.lower(at) in grammar.leading)
    # "a promis, lundi, de baisser", "prometió, ayer, bajar"
    linked = text.lower(at) in grammar.infinitive_links and at + 1 < len(text.words)
    begins = at + linked
    while begins + 1 < len(text.words) and text.lower(begins) in grammar.negations:  # "ne rien savoir"
        begins += 1
    ends = text.bare[begins].endswith(grammar.infinitives) and not text.is_adverb(begins)
    if ends and verb.takes("id" if linked else "i"):
        return True
    asked = verb.takes("?") and text.lower(plain) in grammar.questions
    return asked or text.lower(plain) in grammar.that | grammar.whether


def _leads_away(text: ClauseText, at: int) -> bool:
    """Whether what follows a comma belongs to no verb before: ", quien dijo", ", y añadió", ", que vive"."""
    grammar, language = text.grammar, text.language
    return text.lower(at) in grammar.that or text.lower(at) in language.joining

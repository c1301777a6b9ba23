"""Who stands before a colon without a verb that any book has: "Di altro avviso il dem Ugo Neri: «…»"."""

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.speakers import antecedent
from reader.quotes.patterns import noun_phrases
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range

_NAME = 5
"""Tokens of a name at most."""
_TITLE = 3
"""Words between an article and the name at most: "il | vicesegretario regionale dem | Ugo Neri"."""


def named_before(text: ClauseText, start: int, colon: int) -> Range | None:
    """Who is named last before a colon, with what tells more of them in commas behind."""
    related = who_does(text, start, colon)
    if related:
        return related
    end = colon
    for comma in range(colon - 1, start, -1):
        if text.words[comma] == "," and not text.has_verb(comma, colon):
            named = _name_up_to(text, start, comma)
            if named:
                end = comma
                break
    return _name_up_to(text, start, end) or _role_within(text, start, colon)


def _role_within(text: ClauseText, start: int, colon: int) -> Range | None:
    """An article with a role behind what opens a sentence: "Accanto a lei | un collega scuote la testa"."""
    governing = text.grammar.prepositions | text.articles
    for at in range(start + 1, colon - 1):
        led = text.lower(at) in text.language.determiners and text.lower(at - 1) not in governing
        if led and is_role(text.lower(at + 1), text.language) and not text.has_verb(start, at):
            return noun_phrases.phrase_from(text, at, colon)
    return None


def who_does(text: ClauseText, start: int, colon: int) -> Range | None:
    """Who has the relative clause that leads up to the colon: "Tocca ad Ada Neri, che però frena: «…»"."""
    behind = (at for at in range(colon - 1, start, -1) if text.words[at - 1] == ",")
    comma = next(behind, 0)
    if not comma or text.lower(comma) not in text.language.relatives:
        return None
    found = antecedent(text, comma, start) or _name_up_to(text, start, comma - 1)
    return found if found and is_somebody(text, found) else None


def _name_up_to(text: ClauseText, start: int, end: int) -> Range | None:
    """The name that ends at a token, with its title: "il dem Ugo Neri", "don Luigi"."""
    first = end
    while first > max(start, end - _NAME) and _is_of_name(text, first - 1, end):
        first -= 1
    while first < end and not is_name(text.words[first]):
        first += 1
    if first in (end, start):
        return None
    named = text.words[first] in text.given or all(is_name(text.words[at]) for at in range(first, end))
    full = end > first + 1 and named
    title = first
    while title > max(start, first - _TITLE) and _is_of_title(text, title - 1):
        title -= 1
    called = title < first and is_role(text.lower(first - 1), text.language) | (
        text.lower(first - 1) in text.language.honorifics
    )
    led = title > start and title < first and text.lower(title - 1) in text.language.definite
    return (title - led, end) if full or called or led else None


def _is_of_name(text: ClauseText, at: int, end: int) -> bool:
    particle = at + 1 < end and text.lower(at) in text.language.particles
    return is_name(text.words[at]) or (particle and is_name(text.words[at - 1]))


def _is_of_title(text: ClauseText, at: int) -> bool:
    """Whether a small word may tell what somebody is: no verb, preposition or article."""
    small = text.articles | text.grammar.prepositions | text.grammar.clitics | text.language.joining
    plain = text.words[at].isalpha() and text.words[at].islower() and text.lower(at) not in small
    return plain and not text.is_finite(at) and not text.is_adverb(at)

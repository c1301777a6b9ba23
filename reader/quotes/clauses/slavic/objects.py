"""Find who speaks behind what a verb of saying is about: "komentuje | decyzję rządu | Jan Nowak"."""

from reader.quotes.clauses.slavic.noun_phrases import BREAKS
from reader.quotes.clauses.slavic.predicates import Predicate
from reader.quotes.clauses.slavic.slavic_text import SlavicText

_LONGEST = 6
"""Tokens of an object before the subject at most: "tamten dzień na polu | pani Anna"."""


def behind_object(text: SlavicText, verb: Predicate, at: int, stop: int) -> int:
    """Where a person begins behind an object that begins at a token; 0 where none does."""
    led = text.lower(at) in text.language.determiners and at == verb.last
    if not text.words[at][0].islower() or (text.begins_nominative(at) and not led):
        return 0
    for who in range(at + 1, min(at + _LONGEST, stop)):
        if _begins_person(text, who, stop):
            fits = (led and who > at + 1) or (not led and _is_object(text, verb, at, who))
            return who if fits else 0
        if not _goes_on(text, who):
            return 0
    return 0


def _begins_person(text: SlavicText, at: int, stop: int) -> bool:
    """Whether somebody by role, title or name begins at a token, and stands in the nominative."""
    word = text.words[at]
    if word[0].islower():
        return text.is_person(at) or text.lower(at) in text.language.honorifics
    if not word[0].isupper():
        return False
    if text.is_name(at) or word in text.families:
        return word not in text.grammar.foreign_given
    alone = at + 1 >= stop or text.words[at + 1] in BREAKS
    # "Kowalski"
    sure = any(len(put) > 2 and word.endswith(put) for _, put in text.grammar.name_endings)
    return alone and (sure or not text.lower(at).endswith(text.grammar.genitive_endings))


def _goes_on(text: SlavicText, at: int) -> bool:
    """Whether an object may go on with a word."""
    small = text.words[at][0].islower() and text.words[at].isalpha()
    ends = text.is_preposition(at) or text.lower(at) in text.language.joining | text.grammar.subordinators
    return small and not ends and not text.is_finite(at) and not text.is_verb(at)


def _is_object(text: SlavicText, verb: Predicate, at: int, who: int) -> bool:
    """Whether a small word before a person is what is spoken of, and tells nothing of that person."""
    word, grammar = text.lower(at), text.grammar
    if not text.words[at].isalpha() or text.is_preposition(at) or text.is_small(at) or text.is_finite(at):
        return False
    if word in grammar.subordinators | grammar.asked | text.language.joining:
        return False
    # "decyzję", "mieszkańców", but not "wybitny", "znana"
    sure = word[-1] in grammar.accusatives or word in grammar.oblique_nouns or verb.negated
    sure = sure or word.endswith(grammar.means or ("\0",))  # "łamiącym się | głosem | Jan Nowak"
    if sure or word.endswith(grammar.object_plurals or ("\0",)):
        return True
    adjective = word.endswith(grammar.feminine_nouns + grammar.plural_nouns)
    titled = text.words[who][0].islower()  # "temat | rzeczniczka", but "hydraulik Jan Nowak"
    neuter = word.endswith(grammar.neuter_nouns) and text.words[who] not in text.grammar.no_names
    return not adjective and bool(grammar.accusatives) and (titled or neuter)

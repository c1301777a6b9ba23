"""A sentence that says who told the one before: "La scuola riapre lunedì. Lo ha detto il sindaco."."""

from collections.abc import Iterator, Sequence

from reader.languages.verb_files import INFINITIVE
from reader.models import QuoteType
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.predicates import predicate_at
from reader.quotes.clauses.romance.tails import Tail, tail_behind
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed

_RULE = "tag after, a clause"
_LEAST = 4
"""Tokens of the sentence that is pointed at, at least."""
_NEAR = 7
"""Tokens from the beginning of the pointing sentence to its verb at most."""


def find(text: ClauseText, taken: Sequence[Draft]) -> Iterator[Draft]:
    """The sentences that the next one gives to somebody, but those that quote or tell something else."""
    busy = [text.sentence_of(draft.start) for draft in taken]
    for sentence in text.analysis.sentences:
        begin = text.behind_place(sentence[0])
        before = text.sentence_of(begin - 1) if begin else sentence
        apart = not begin or text.block_of(begin - 1) != text.block_of(begin) or before in busy
        if apart or sentence in busy or before[1] - before[0] < _LEAST or text.words[before[1] - 1] == "?":
            continue
        found = told(text, begin, sentence[1]) or _by_whom(text, begin, sentence[1])
        if found:
            stop = before[1] - (text.words[before[1] - 1] == ".")
            yield attributed(QuoteType.INDIRECT, ((before[0], stop),), found)


def told(text: ClauseText, begin: int, stop: int) -> Attribution | None:
    """ "Lo ha annunciato il sindaco", "Así lo dijo Gil", "C'est ce qu'a annoncé Roy"."""
    for at in text.sayings_in((begin, min(stop, begin + _NEAR))):
        verb = predicate_at(text, at, begin)
        pointing = tuple(text.lowered[begin : verb.cue[0]]) if verb else ()
        if verb and pointing in text.grammar.pointing and verb.finite and verb.takes("q"):
            # "Lo hizo el alcalde": it says something with another word only
            if verb.needs and text.lower(verb.last) not in verb.needs:
                return None
            tail = tail_behind(text, verb.last + bool(verb.needs), stop)
            return _attribution(text, verb.cue, begin, tail) if tail and not verb.passive else None
    return None


def _by_whom(text: ClauseText, begin: int, stop: int) -> Attribution | None:
    """ "A dirlo è il sindaco"."""
    if text.lower(begin) not in text.grammar.telling_leads or begin + 3 >= stop:
        return None
    told, copula = begin + 1, begin + 2
    # "dirlo": "dire" with its object
    readings = text.grammar.book.forms.get(text.lower(told).removesuffix("lo") + "e", ())
    said = any(r.features & INFINITIVE and r.lemma in text.grammar.book.sayings for r in readings)
    if not said or text.lower(copula) not in text.grammar.copulas:
        return None
    return _attribution(text, (told,), begin, tail_behind(text, copula + 1, stop))


def _attribution(text: ClauseText, cue: tuple[int, ...], begin: int, tail: Tail | None) -> Attribution | None:
    if tail is None or tail.subject is None or not is_somebody(text, tail.subject):
        return None
    return Attribution(_RULE, cue, tail.subject, tail.addressee, (begin, tail.end))

"""The sentence behind a passage in marks that leads back to who said it: "“…”. Así habló ayer Gil"."""

from reader.languages.verb_files import INFINITIVE
from reader.quotes.clauses.romance import noun_tags, pointing_back
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.predicates import predicate_at
from reader.quotes.clauses.romance.tails import is_plain_name, tail_behind
from reader.quotes.patterns import noun_phrases
from reader.quotes.patterns.attributions import Attribution
from reader.quotes.text.nouns import is_name
from reader.quotes.text.sentences import Range

_RULE = "tag after"


def attribution(text: ClauseText, end: int) -> Attribution | None:
    """What the sentence behind a passage tells of who spoke in it; `end` is the end of the passage."""
    at = end + (text.words[end : end + 1] == ["."])
    found = _talking(text, at) or _by_whom(text, at) or noun_tags.whose(text, at, at) or _pointed(text, at)
    if found or at + 1 >= len(text.words) or text.lower(at) not in text.grammar.thus:
        return found
    return _saying(text, at) if text.says(at + 1) else _named(text, at)


def named_next(text: ClauseText, end: int) -> Range | None:
    """The full name that the next sentence of a paragraph begins with: «Sogno?». "Ada Neri ride"."""
    at = end + (text.words[end : end + 1] == ["."])
    if at + 2 >= len(text.words) or text.block_of(at) != text.block_of(end - 1):
        return None
    named = text.words[at] in text.given and is_name(text.words[at + 1])
    found = noun_phrases.phrase_from(text, at, text.sentence_of(at)[1]) if named else None
    # "Ada Neri, Bo Sala e Ugo Re": several
    return found if found and text.words[found[1]].islower() and is_plain_name(text, *found) else None


def _pointed(text: ClauseText, at: int) -> Attribution | None:
    """Who is told with a pronoun for the speech: «…». "Lo ha detto ieri la ministra"."""
    last = len(text.words) - 1
    near = at < last and text.block_of(at) == text.block_of(at - 1)
    return pointing_back.told(text, at, text.sentence_of(at)[1]) if near else None


def _talking(text: ClauseText, at: int) -> Attribution | None:
    """Who is told to talk so: «…». Quien habla así es una médica."""
    if at + 3 >= len(text.words) or text.lower(at) not in text.grammar.related or not text.is_finite(at + 1):
        return None
    being = at + 2 + (text.lower(at + 2) in text.grammar.thus)
    if not any(reading.lemma in text.grammar.passive for reading in text.readings(being)):
        return None
    who = noun_phrases.phrase_from(text, being + 1, text.sentence_of(at)[1])
    return Attribution(_RULE, (at + 1,), who, None, (at, who[1])) if who else None


def _by_whom(text: ClauseText, at: int) -> Attribution | None:
    """Who is told behind an infinitive: «…». "A parlare è Anna Sala, parrucchiera"."""
    readings = text.readings(at + 1) if at + 3 < len(text.words) else ()
    speaks = any(r.features & INFINITIVE and r.lemma in text.grammar.book.sayings for r in readings)
    if (
        not speaks
        or text.lower(at) not in text.grammar.telling_leads
        or text.lower(at + 2) not in text.grammar.copulas
    ):
        return None
    tail = tail_behind(text, at + 3, text.sentence_of(at)[1])
    named = tail and tail.subject and is_somebody(text, tail.subject)
    return Attribution(_RULE, (at + 1,), tail.subject, None, (at, tail.end)) if tail and named else None


def _saying(text: ClauseText, at: int) -> Attribution | None:
    """The subject of a verb of saying: "Así habló ayer Gil"."""
    verb = predicate_at(text, at + 1, at)
    tail = tail_behind(text, verb.last, text.sentence_of(at)[1]) if verb and verb.finite else None
    if verb is None or tail is None or tail.subject is None:
        return None
    return Attribution(_RULE, verb.cue, tail.subject, None, (at, tail.end))


def _named(text: ClauseText, at: int) -> Attribution | None:
    """Who is named without a verb: «…». "Così l'assessora Marta Villani."."""
    stop = text.sentence_of(at)[1]
    end = next((i for i in range(at + 1, stop) if text.words[i] in ",."), stop)
    if text.lower(at) not in text.grammar.bare_thus or any(text.is_finite(i) for i in range(at + 1, end)):
        return None
    tail = tail_behind(text, at + 1, end)
    if tail is None or tail.subject is None or not is_somebody(text, tail.subject):
        return None
    return Attribution(_RULE, (at,), tail.subject, None, (at, end))

"""Find what a clause behind a comma hangs on: a verb of saying, a noun of what is said, a source."""

from dataclasses import dataclass

from reader.quotes.clauses.slavic.phrases import result_before
from reader.quotes.clauses.slavic.preceding_subjects import subject_before
from reader.quotes.clauses.slavic.predicates import Predicate, plain_verb, predicate_at
from reader.quotes.clauses.slavic.slavic_text import DASHES, STOPS, SlavicText
from reader.quotes.clauses.slavic.tags import said_by
from reader.quotes.patterns.attributions import Attribution
from reader.quotes.text.sentences import Range

_FAR = 30
"""Tokens from a verb to the comma before its clause at most."""
_NOUN = 4
"""Tokens from a noun of what is said to that comma at most."""
_ASIDES = 4
"""Commas between a verb and its clause at most: "powiedział Nowak, rzecznik policji, że"."""


@dataclass(frozen=True, slots=True)
class Governor:
    """What a clause hangs on."""

    verb: Predicate | None
    found: Attribution
    first: int
    """Its first token."""


def governor_of(text: SlavicText, comma: int, start: int, rule: str, letters: str) -> Governor | None:
    """What the clause behind a comma hangs on, in a sentence that begins at `start`."""
    asides, at = 0, comma - 1
    while at >= max(start, comma - _FAR):
        if at in text.begins:
            at = text.begins[at] - 1
            continue
        word = text.lower(at)
        if word in STOPS or text.words[at] in DASHES or word == "(":
            return None
        asides += word == ","
        if asides > _ASIDES:
            return None
        found = _at(text, at, comma, start, rule, letters, asides)
        if found is not None:
            return found if found.found.cue else None
        at -= 1
    return None


_NOTHING = Governor(None, Attribution(""), 0)


def _at(
    text: SlavicText, at: int, comma: int, start: int, rule: str, letters: str, asides: int
) -> Governor | None:
    """What a token is as a governor; `_NOTHING` where it keeps the clause for a verb of another kind."""
    word, grammar = text.lower(at), text.grammar
    if text.plain[at] in grammar.said:
        verb = predicate_at(text, at, start, comma, modal=letters == "?")
        if verb is not None:
            return _of_verb(text, verb, comma, start, rule, letters)
    if word in grammar.noun_frames and comma - at <= _NOUN and not asides and letters == "q":
        return _of_noun(text, at, start) or _NOTHING
    # "na pytanie, czy zostanie"
    if word in grammar.question_nouns and letters == "?" and at == comma - 1:
        return Governor(None, Attribution("noun + conjunction", (at,)), at)
    if word in grammar.results and not asides:
        result = result_before(text, at, start, comma)
        return Governor(None, result, min(result.cue)) if result else _NOTHING
    # "wie, że": the clause is that of another verb, unless this one stands in a clause of its own.
    return _NOTHING if text.is_finite(at) and not asides else None


def _of_verb(
    text: SlavicText, verb: Predicate, comma: int, start: int, rule: str, letters: str
) -> Governor | None:
    # "nie powiedział, kiedy", "nie chciał mówić, kto", but not "nie pytał, kiedy", "nie powiedział, że"
    if (verb.negated or verb.governed) and letters == "?" and verb.takes("q"):
        subject = said_by(text, verb, start, comma)
        return Governor(verb, Attribution(rule, verb.cue, subject.speaker, subject.hearer), verb.first)
    if verb.gerund and not verb.takes(letters):
        return None  # "pisze, powołując się na źródła, że"
    if not verb.takes(letters) or verb.governed:
        return _NOTHING
    if verb.negated and not any(one.lemma in text.grammar.negatable for one in verb.says):
        return _NOTHING
    if _is_condition(text, verb, start):
        return _NOTHING
    subject = said_by(text, verb, start, comma)
    if subject.speaker and is_addressed(text, subject.speaker):
        return _NOTHING
    return Governor(verb, Attribution(rule, verb.cue, subject.speaker, subject.hearer), verb.first)


def _of_noun(text: SlavicText, at: int, start: int) -> Governor | None:
    """A noun of what is said: "wyraził przekonanie, że", with the subject of the verb before it."""
    for verb in range(at - 1, max(start, at - _FAR) - 1, -1):
        if text.words[verb] == ",":
            break
        if text.is_finite(verb):
            speaker = subject_before(text, plain_verb(text, verb), start).speaker
            return Governor(None, Attribution("noun + conjunction", (at,), speaker), at)
    # "Mam nadzieję, że" is the writer's; "Pojawiły się informacje, że" is nobody's.
    loose = text.lower(at) in text.grammar.loose_frames
    return Governor(None, Attribution("noun + conjunction", (at,)), at) if loose else None


def _is_condition(text: SlavicText, verb: Predicate, start: int) -> bool:
    """Whether the clause of a verb only supposes that somebody says so: "jeśli powie, że"."""
    for at in range(verb.first - 1, start - 1, -1):
        if text.words[at] in (",", ":") or at == start:
            return text.lower(at + (at > start)) in text.grammar.conditions
    return False


def is_addressed(text: SlavicText, phrase: Range) -> bool:
    """Whether a phrase means whom one talks to: "czy prosił pan, by", not "pan Nowak prosił, by"."""
    first, end = phrase
    named = end > first + 1 and text.words[first + 1][0].isupper()
    return text.lower(first) in text.grammar.addresses and not named


def clause_range(text: SlavicText, governor: Governor, sentence: Range) -> bool:
    """Whether the clause of a governor is one that a comma closes: "który twierdzi, że", "mówiąc, że"."""
    if governor.verb is None:
        return False
    start = sentence[0]
    if governor.verb.gerund and governor.verb.first <= start + 1:
        return True
    for at in range(governor.verb.first - 1, start - 1, -1):
        opens = text.words[at] == ","
        if opens or at == start:
            word = text.lower(at + opens)
            return word in text.grammar.relatives or word in text.grammar.subordinators
    return False

"""The attribution beside direct speech: "– powiedział Nowak", "Nowak powiedział:", "jak mówi Nowak"."""

from dataclasses import replace

from reader.quotes.clauses.slavic.preceding_subjects import subject_before
from reader.quotes.clauses.slavic.predicates import Predicate, plain_verb, predicate_at
from reader.quotes.clauses.slavic.slavic_text import DASHES, SlavicText
from reader.quotes.clauses.slavic.subjects import Subject, subject_behind
from reader.quotes.clauses.slavic.unlisted_tags import unlisted_tag
from reader.quotes.patterns.attributions import Attribution

_AHEAD = 12
"""Tokens from a subject to its verb in a tag at most."""
_THUS = 6
"""Tokens from a word like "so" to its verb in a tag at most."""
_COLON = 40
"""Tokens of a sentence before a colon in which its verb is looked for."""
_LABEL = 8
"""Tokens of a name before a colon at most."""


def said_by(text: SlavicText, verb: Predicate, start: int, stop: int) -> Subject:
    """The subject of a verb, behind it or before it, in a clause within `[start, stop)`."""
    behind, before = subject_behind(text, verb, stop), subject_before(text, verb, start)
    if before.speaker:
        return replace(before, hearer=behind.hearer)
    if behind.speaker:
        return behind
    return replace(before, hearer=behind.hearer, dropped=before.dropped and behind.dropped)


def tag_at(text: SlavicText, at: int, stop: int) -> Attribution | None:
    """The tag that begins at a token, behind what is said."""
    if at >= stop:
        return None
    if text.lower(at) in text.language.comparisons:
        found = _verb_first(text, at + 1, stop, "qt")
        return replace(found, rule="as said", cue=(at, *found.cue)) if found else None
    if text.lower(at) in text.grammar.thus:
        # „…” – tak reformę ocenia Nowak
        places = text.sayings_in((at, min(at + _THUS, stop)))
        return _verb_first(text, places[0], stop) if places else None
    return _verb_first(text, at, stop) or _subject_first(text, at, stop) or unlisted_tag(text, at, stop)


def _verb_first(text: SlavicText, at: int, stop: int, letters: str = "t") -> Attribution | None:
    """ "powiedział w środę Nowak", "jak dodał Nowak"; without a subject, "mówi"."""
    begin = at
    while at < stop and (text.is_small(at) or text.lower(at) in text.grammar.negations):
        at += 1
    # "miał powiedzieć"
    at += any(one.lemma in text.grammar.auxiliaries for one in text.readings(at))
    verb = _verb_at(text, at, begin, stop, letters)
    if verb is None:
        return None
    subject = subject_behind(text, verb, stop)
    rule = "tag after" if subject.speaker else "tag after, no speaker"
    return Attribution(rule, verb.cue, subject.speaker, subject.hearer)


def _verb_at(text: SlavicText, at: int, begin: int, stop: int, letters: str = "t") -> Predicate | None:
    """The finite verb of saying at a token that may be a tag."""
    if at >= stop or text.lower(at) not in text.grammar.said:
        return None
    verb = predicate_at(text, at, begin, stop)
    if verb is None or not verb.finite or not verb.takes(letters):
        return None
    # "nie ukrywa", "nie kryła oburzenia": they speak out where they are negated, and only there
    silent = any(one.lemma in text.grammar.silent for one in verb.says)
    unvoiced = silent and not any(one.lemma in text.grammar.negatable for one in verb.says)
    return None if (verb.negated and not silent) or (unvoiced and not verb.negated) else verb


def _subject_first(text: SlavicText, at: int, stop: int) -> Attribution | None:
    """ "Nowak powiedział", "rzecznik policji dodaje"."""
    if not (text.begins_nominative(at) or text.words[at][0].isupper()):
        return None
    for place in text.sayings_in((at + 1, min(at + _AHEAD, stop))):
        verb = _verb_at(text, place, at, stop)
        subject = subject_before(text, verb, at).speaker if verb else None
        if verb and subject and subject[0] == at:
            hearer = subject_behind(text, verb, stop).hearer
            return Attribution("tag after, speaker first", verb.cue, subject, hearer)
        return None
    return None


def ahead(text: SlavicText, start: int, stop: int) -> Attribution | None:
    """The attribution that ends before a passage at token `stop`: "Nowak powiedział:", "spytał Nowak:"."""
    colon = text.lower(stop - 1) == ":"
    rule = "colon before" if colon else "verb before"
    for at in reversed(text.sayings_in((max(start, stop - _COLON), stop))):
        verb = predicate_at(text, at, start, stop)
        if verb is None or at in text.marked or (verb.negated and not colon):
            continue
        # A verb in another clause than the last leads up to a colon only.
        if not colon and any(_parts(text, i) for i in range(verb.last, stop - 1)):
            return None
        subject = said_by(text, verb, start, stop - colon)
        return Attribution(rule, verb.cue, subject.speaker, subject.hearer)
    return _label(text, start, stop) if colon else None


def _parts(text: SlavicText, at: int) -> bool:
    """Whether a comma keeps a verb from the words behind it, as that before a conjunction does not."""
    return text.words[at] == "," and text.lower(at + 1) not in text.grammar.that | text.grammar.wishes


def _label(text: SlavicText, start: int, stop: int) -> Attribution:
    """A colon without a verb of saying: "Nowak: „…”", "Nowak nie krył radości: „…”"."""
    first = start
    while first < stop and text.words[first] in DASHES:
        first += 1
    verb = next((at for at in range(first, stop - 1) if text.is_verb(at)), None)
    if verb is not None:
        speaker = subject_before(text, plain_verb(text, verb), first).speaker
    else:
        short = first < stop - 1 <= first + _LABEL and "," not in text.words[first:stop]
        # "Żona rannego nie kryje oburzenia": a verb that no book holds
        denied = range(first + 1, stop - 1) if text.begins_nominative(first) else ()
        stop = next((at + 1 for at in denied if text.lower(at) in text.grammar.negations), stop)
        # "Rzecznik odpisuje po trzech dniach"
        if text.is_person(first) and text.lower(first + 1).endswith(text.grammar.present_endings or ("\0",)):
            stop = first + 2
        speaker = (first, stop - 1) if short else None
    if speaker and not (text.begins_nominative(speaker[0]) or _is_named(text, speaker)):
        speaker = None
    return Attribution("colon before, no verb", (), speaker)


def _is_named(text: SlavicText, phrase: tuple[int, int]) -> bool:
    """Whether a phrase is all of names: "W. Nowak", not "Prawda"."""
    known = text.words[phrase[1] - 1] in text.families
    capitals = all(text.words[at][0].isupper() for at in range(*phrase))
    return capitals and (known or phrase[1] > phrase[0] + 1)

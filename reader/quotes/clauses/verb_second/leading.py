"""What leads up to a passage in marks: "Bos zegt: ‘…’", "In mei schrijft zij: ‘…’", "noemt het ‘laf’"."""

from reader.quotes.clauses.verb_second.clause_text import MARKS, ClauseText
from reader.quotes.clauses.verb_second.noun_phrases import phrase_from
from reader.quotes.clauses.verb_second.predicates import Predicate, predicate_at
from reader.quotes.clauses.verb_second.subjects import name_before_verb, subject_of
from reader.quotes.clauses.verb_second.told import speaks
from reader.quotes.patterns.attributions import Attribution, framed
from reader.quotes.text.sentences import Range

SENTENCE = "colon before, a sentence"
_NEAR = 18
"""Tokens before a passage in which a verb leads up to it."""


def before(text: ClauseText, tokens: Range) -> Attribution | None:
    """The attribution before a passage, with its subject; None where neither verb nor colon leads up."""
    first = tokens[0]
    start = text.behind_place(text.sentence_of(first)[0])
    if first <= start:
        return None
    colon = text.words[first - 1] == ":"
    verb = verb_before(text, first, start)
    if verb:
        return _with_verb(text, verb, first, start, colon)
    return _without_verb(text, first, start) if colon else None


def _with_verb(text: ClauseText, verb: Predicate, first: int, start: int, colon: bool) -> Attribution | None:
    judged = text.lower(first - 1) in text.grammar.objects and verb.lemma in text.grammar.judging
    if (
        not judged
        and not colon
        and not verb.takes("c")
        and not touches(text, first, start)
        and text.lower(first - 1) in text.language.determiners
    ):
        return None
    speaker = None if verb.passive else _subject(text, verb, start, first - colon)
    leads = text.words[first - 1] == "," or text.lower(first - 1) in text.grammar.that
    rule = (
        "colon before"
        if colon
        else "called"
        if verb.takes("c")
        else "verb before, leading up"
        if leads
        else "verb before"
    )
    return framed(text, Attribution(rule, verb.cue, speaker), start, first)


def _subject(text: ClauseText, verb: Predicate, start: int, stop: int) -> Range | None:
    """The subject of a verb; of "…, maar noemde het ‘laf’" that of the verb before."""
    before = verb.finite - 1
    if before > start and text.lower(before) in text.grammar.coordinators and verb.finite == verb.clause:
        other = next((at for at in range(start, before) if text.is_finite(at)), None)
        shared = other and subject_of(text, other, text.clause_start(other, start), before)
        if shared:
            return shared
    return subject_of(text, verb.finite, verb.clause, stop)


def _without_verb(text: ClauseText, first: int, start: int) -> Attribution | None:
    """ "Zijn dochter Lotte: ‘…’", "Bos is kritisch: ‘…’"."""
    colon = first - 1
    begin = text.clause_start(colon, start)
    named = phrase_from(text, begin, colon)
    if named and _fills(text, named, colon):
        return framed(text, Attribution("colon before, no verb", (), named), begin, first)
    verb = next((at for at in range(begin, colon) if text.is_finite(at)), None)
    subject = subject_of(text, verb, begin, colon) if verb is not None else None
    subject = subject or (name_before_verb(text, begin, colon) if verb is None else None)
    if subject and speaks(text, subject):
        return framed(text, Attribution(SENTENCE, (), subject), begin, first)
    return None


def _fills(text: ClauseText, named: Range, colon: int) -> bool:
    """Whether a phrase reaches the colon, or a comma with what tells more of it: "Bos, nog lachend:"."""
    # "Leerling Sem (12):".
    if text.words[named[1]] == "(":
        closing = next((at for at in range(named[1], colon) if text.words[at] == ")"), colon)
        named = named[0], closing + 1
    if named[1] >= colon:
        return True
    return text.words[named[1]] == "," and not any(text.is_finite(at) for at in range(named[1], colon))


def verb_before(text: ClauseText, first: int, start: int) -> Predicate | None:
    """The nearest verb of saying before a passage, with no other passage or clause between."""
    for at in range(first - 1, max(start, first - _NEAR) - 1, -1):
        if text.words[at] in MARKS or text.words[at] in ";)":
            return None
        if at in text.marked or text.lower(at) not in text.grammar.meanings:
            continue
        found = predicate_at(text, at, (start, first))
        if found and found.says:
            return found
    return None


def touches(text: ClauseText, first: int, start: int) -> bool:
    """Whether a verb of saying stands right before a passage, over a comma, colon or "gisteren dat" alone."""
    at = first - 1
    while at > start and (text.words[at] in (",", ":") or text.lower(at) in text.grammar.that):
        at -= 1
    that = text.lower(at + 1) in text.grammar.that
    while that and at > start and (text.is_time(at) or text.is_adverb(at)):
        at -= 1
    return text.lower(at) in text.language.verbs or (
        text.lower(at - 1) in text.language.verbs and text.is_pronoun(at)
    )

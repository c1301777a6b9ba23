"""Words quoted beside a verb that calls or judges something: "Sie nannte den Plan „völlig verfehlt“." """

from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import FRAGMENT, MAIN, Clause, Sentence
from reader.quotes.german.cues import Cue, predicate
from reader.quotes.german.direct import Passage, look, passages, word_for_word
from reader.quotes.german.frames import FIRST, Frame
from reader.quotes.german.noun_phrases import noun_phrase
from reader.quotes.german.parse import Parsed
from reader.quotes.german.roles import addressee, speaker, subject
from reader.quotes.text.sentences import Range

_LONG = 6
"""Words from which marks are no name."""
_PHRASE = 4
"""Words from which a phrase in marks is taken for somebody's words."""


def judged(parsed: Parsed, sentence: Sentence, others: list[Draft]) -> Iterator[Draft]:
    """Direct quotes in clauses with a verb of saying, in passages that no other quote holds."""
    for first, end in passages(parsed, sentence):
        if first < sentence.first or any(draft.holds(first, end) for draft in others):
            continue
        passage = look(parsed, first, end)
        draft = _judging(parsed, sentence, passage, not others) or _apart(parsed, sentence, passage)
        if draft and not (passage.size < _LONG and _bracketed(parsed, sentence, first, end)):
            yield draft


def _bracketed(parsed: Parsed, sentence: Sentence, first: int, end: int) -> bool:
    """Whether a passage stands in brackets, as translations and short forms do."""
    inside = sentence.hidden
    return (first - 1 in inside and first - 1 not in parsed.marked) or (
        end in inside and end not in parsed.marked
    )


def _judging(parsed: Parsed, sentence: Sentence, passage: Passage, alone: bool) -> Draft | None:
    """The passage as words of whoever calls or judges something in a clause near it."""
    span = passage.first, passage.end
    for number in _near_clauses(sentence, passage.first, alone):
        cue = _cue(parsed, sentence.clauses[number], passage.first)
        if cue and word_for_word(parsed, passage, cue.saying.lemma, passage.first - 1 in cue.tokens):
            draft = _draft(parsed, sentence, number, cue, span, alone)
            return None if passage.capital and passage.size < _LONG and _nobody(parsed, cue, draft) else draft
    return None


def _nobody(parsed: Parsed, cue: Cue, draft: Draft) -> bool:
    """Whether nobody in particular calls something so: "was man „Sonnenwind“ nennt"."""
    if draft.speaker is None:
        return cue.passive
    first, end = draft.speaker
    heralds = tuple(parsed.analysis.language.heralds)
    if cue.saying.lemma in parsed.table.lists.impersonal and any(
        parsed.lower(at).endswith(heralds) for at in range(first, end)
    ):
        return True
    nameless = end - first == 1 and parsed.lower(first) in parsed.table.lists.anybody
    return nameless or parsed.lower(cue.finite + 1) == "sich"


def _apart(parsed: Parsed, sentence: Sentence, passage: Passage) -> Draft | None:
    """A phrase in marks without any verb of saying near it: words of whom the sentence is about."""
    if passage.named or passage.capital or not passage.phrased or passage.size < _PHRASE:
        return None
    who = subject(parsed, sentence, passage.first)
    return Draft(QuoteType.DIRECT, ((passage.first, passage.end),), "phrase in marks", speaker=who)


def _near_clauses(sentence: Sentence, token: int, alone: bool) -> list[int]:
    """Number of the clause of a token; with nothing else quoted in the sentence, its main clauses too."""
    own = sentence.clause_at(token)
    mains = (
        [n for n, clause in enumerate(sentence.clauses) if clause.kind == MAIN and n != own] if alone else []
    )
    return [own, *mains]


def _cue(parsed: Parsed, clause: Clause, passage: int) -> Cue | None:
    """The verb of saying of a clause that is not itself reported in the subjunctive.

    Weak verbs ("werten") count right behind the word they need: "als „Kapitulation“".
    """
    if clause.finite < 0 or parsed.flags[clause.finite] & w.SUBJUNCTIVE1:
        return None
    cue = predicate(parsed, clause.finite, clause.first, clause.last)
    if cue and cue.saying.strength < 2 and not set(range(passage - 2, passage)) & set(cue.tokens):
        return None
    return cue


def _draft(parsed: Parsed, sentence: Sentence, number: int, cue: Cue, passage: Range, alone: bool) -> Draft:
    clause = sentence.clauses[number]
    before = clause.finite < passage[0] < clause.last
    inside = (clause.first, passage[0] if before else clause.last)
    frame = Frame((sentence.first, clause.last), cue, number, inside, passage, FIRST, "quoted")
    named = _elided(parsed, sentence, number, passage) or speaker(parsed, sentence, frame)
    if named and named[0] < passage[1] and passage[0] < named[1]:
        named = None
    return Draft(
        QuoteType.DIRECT,
        (passage,),
        "words quoted",
        _around(parsed, sentence, clause, passage, alone),
        cue.tokens,
        named,
        addressee(parsed, frame, named),
        cue.saying.medium,
        saying=cue.saying.lemma,
    )


def _elided(parsed: Parsed, sentence: Sentence, number: int, passage: Range) -> Range | None:
    """Who a fragment around the passage begins with: "…, die Linke von einem „Flickwerk“"."""
    own = sentence.clauses[sentence.clause_at(passage[0])]
    if own.kind != FRAGMENT or own is sentence.clauses[number] or own.divider < 0:
        return None
    named = noun_phrase(parsed, own.head, passage[0])
    follows = parsed.flags[named[1]] if named and named[1] < passage[0] else 0
    return named if follows & w.PREPOSITION and not parsed.flags[own.head] & w.PREPOSITION else None


def _around(
    parsed: Parsed, sentence: Sentence, clause: Clause, passage: Range, alone: bool
) -> tuple[Range, ...]:
    """The frame: the sentence around the words, or only their clause where other quotes stand beside."""
    first, end = (sentence.first, sentence.end) if alone else (clause.first, clause.last)
    ranges = ((first, passage[0]), (passage[1], end))
    return tuple((a, b) for a, b in ranges if any(not parsed.flags[at] & w.PUNCTUATION for at in range(a, b)))

"""Words quoted beside a verb that calls or judges something: "Sie nannte den Plan „völlig verfehlt“." """

from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes import words as w
from reader.quotes.clauses import MAIN, Clause, Sentence
from reader.quotes.cues import Cue, predicate
from reader.quotes.drafts import Draft
from reader.quotes.frames import FIRST, Frame
from reader.quotes.parsed import Parsed
from reader.quotes.roles import addressee, speaker
from reader.quotes.sentences import Range
from reader.quotes.spoken import look, passages, word_for_word


def judged(parsed: Parsed, sentence: Sentence, others: list[Draft]) -> Iterator[Draft]:
    """Direct quotes in clauses with a verb of saying, in passages that no other quote holds."""
    for first, end in passages(parsed, sentence):
        if first < sentence.first or any(draft.holds(first, end) for draft in others):
            continue
        for number in _near_clauses(sentence, first, not others):
            cue = _cue(parsed, sentence.clauses[number])
            if cue and word_for_word(parsed, look(parsed, first, end), cue.saying.lemma):
                yield _draft(parsed, sentence, number, cue, (first, end), not others)
                break


def _near_clauses(sentence: Sentence, token: int, alone: bool) -> list[int]:
    """Number of the clause of a token; with nothing else quoted in the sentence, its main clauses too."""
    own = sentence.clause_at(token)
    mains = (
        [n for n, clause in enumerate(sentence.clauses) if clause.kind == MAIN and n != own] if alone else []
    )
    return [own, *mains]


def _cue(parsed: Parsed, clause: Clause) -> Cue | None:
    """The verb of saying of a clause that is not itself reported in the subjunctive."""
    if clause.finite < 0 or parsed.flags[clause.finite] & w.SUBJUNCTIVE1:
        return None
    cue = predicate(parsed, clause.finite, clause.first, clause.last)
    return cue if cue and cue.saying.strength >= 2 else None


def _draft(parsed: Parsed, sentence: Sentence, number: int, cue: Cue, passage: Range, alone: bool) -> Draft:
    clause = sentence.clauses[number]
    before = clause.finite < passage[0] < clause.last
    inside = (clause.first, passage[0] if before else clause.last)
    frame = Frame((sentence.first, clause.last), cue, number, inside, passage, FIRST, "quoted")
    named = speaker(parsed, sentence, frame)
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


def _around(
    parsed: Parsed, sentence: Sentence, clause: Clause, passage: Range, alone: bool
) -> tuple[Range, ...]:
    """The frame: the sentence around the words, or only their clause where other quotes stand beside."""
    first, end = (sentence.first, sentence.end) if alone else (clause.first, clause.last)
    ranges = ((first, passage[0]), (passage[1], end))
    return tuple((a, b) for a, b in ranges if any(not parsed.flags[at] & w.PUNCTUATION for at in range(a, b)))

"""Quotes without a frame of their own: subjunctive that goes on, "sollen", and speech acts that are told."""

from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes import words as w
from reader.quotes.clauses import MAIN, Clause, Sentence
from reader.quotes.cues import load_sayings, predicate
from reader.quotes.drafts import Draft
from reader.quotes.frames import FIRST, Frame
from reader.quotes.parsed import Parsed
from reader.quotes.roles import addressee, speaker
from reader.quotes.sentences import Range

_SHALL = frozenset(("soll", "sollen"))


def continued(parsed: Parsed, sentence: Sentence, named: Range | None, near: bool) -> Iterator[Draft]:
    """Quotes of a sentence in which no frame was found.

    `named` is who is taken to speak on; `near` says whether a quote ended right before the sentence.
    """
    mains = [clause for clause in sentence.clauses if clause.kind == MAIN]
    whole = ((sentence.first, sentence.end),)
    if any(_reports(parsed, clause, near) for clause in mains):
        yield Draft(
            QuoteType.INDIRECT_FREE_INDIRECT,
            whole,
            "subjunctive goes on",
            0.75 if near else 0.5,
            speaker=named,
        )
    elif any(parsed.lower(clause.finite) in _SHALL for clause in mains):
        yield Draft(QuoteType.FREE_INDIRECT, whole, "sollen", 0.3, speaker=named)
    else:
        yield from told(parsed, sentence)


def _reports(parsed: Parsed, clause: Clause, near: bool) -> bool:
    flags = parsed.flags[clause.finite]
    if flags & w.SUBJUNCTIVE1 and not flags & w.CAPITAL:
        return True
    return near and bool(flags & w.SUBJUNCTIVE2 and not flags & w.PAST)


def told(parsed: Parsed, sentence: Sentence) -> Iterator[Draft]:
    """A speech act that is told, not rendered: "Er kritisierte den Beschluss." """
    listed = load_sayings(parsed.analysis.language.code).told
    for number, clause in enumerate(sentence.clauses):
        if clause.kind != MAIN:
            continue
        cue = predicate(parsed, clause.finite, clause.first, clause.last)
        if cue and cue.saying.lemma in listed:
            whole = (sentence.first, sentence.end)
            frame = Frame(
                (sentence.first, clause.last), cue, number, (clause.first, clause.last), whole, FIRST, ""
            )
            named = speaker(parsed, sentence, frame)
            hearer = addressee(parsed, frame, named)
            yield Draft(
                QuoteType.REPORTED,
                (whole,),
                "told",
                0.4,
                speaker=named,
                addressee=hearer,
                medium=cue.saying.medium,
                saying=cue.saying.lemma,
            )
            return

"""Speech acts that are told, not rendered: "Der Verein kritisierte die Sperrung."."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import MAIN, Clause, Sentence
from reader.quotes.german.cues import BARE, TOLD, Cue, load_acts, predicate
from reader.quotes.german.frame_addressees import addressee
from reader.quotes.german.frames import FIRST, Frame
from reader.quotes.german.parse import Parsed
from reader.quotes.german.roles import speaker
from reader.quotes.german.subjects import may_speak
from reader.quotes.text.sentences import Range


@dataclass(frozen=True, slots=True)
class Act:
    """A main clause whose verb can tell of a speech act."""

    number: int
    """Number of the clause in its sentence."""
    cue: Cue
    speaker: Range | None


_COMMENT = "comment"
"""Kind of the acts that are told where they are refused: "wollte sich nicht äußern"."""


def acts(parsed: Parsed, sentence: Sentence) -> Iterator[Act]:
    """The main clauses of a sentence that can tell of a speech act, in order."""
    verbs = load_acts(parsed.analysis.language.code)
    for number, clause in enumerate(sentence.clauses):
        if clause.kind != MAIN:
            continue
        cue = predicate(parsed, clause.finite, clause.first, clause.last, verbs)
        # "nennt sich", "nennt sie sich": a name, and nobody speaks.
        itself = "sich" in parsed.lowered[clause.finite + 1 : clause.finite + 3]
        if cue and (not itself or "sich" in cue.verb.words):
            yield Act(number, cue, speaker(parsed, sentence, _frame(sentence, number, cue)))


def speech_acts(parsed: Parsed, sentence: Sentence) -> Iterator[Draft]:
    """The first speech act that a sentence tells, as a quote of the whole sentence."""
    for act in acts(parsed, sentence):
        if is_given(parsed, sentence, act):
            yield draft_of(parsed, sentence, act)
            return


def is_given(parsed: Parsed, sentence: Sentence, act: Act) -> bool:
    """Whether an act is a quote by its verb and by who does it, and was done."""
    return _is_told(parsed, act) and not _is_guarded(parsed, sentence.clauses[act.number], act)


def _is_told(parsed: Parsed, act: Act) -> bool:
    """Whether an act of that verb is told by such a subject, there."""
    strength = act.cue.verb.strength
    return _is_new(parsed, act) and (strength == TOLD or (strength == BARE and _somebody_does(parsed, act)))


def _is_new(parsed: Parsed, act: Act) -> bool:
    """Whether an act is no past of what is told: "Ott hatte den Plan kritisiert" mostly is."""
    flags = parsed.flags[act.cue.finite]
    return act.cue.passive or not (flags & w.AUXILIARY and flags & w.PAST and len(act.cue.tokens) > 1)


def _somebody_does(parsed: Parsed, act: Act) -> bool:
    """Whether somebody who can speak does it, in the first clause: "Der Verein wies die Kritik zurück"."""
    if act.speaker is None or act.number or act.cue.passive:
        return False
    known = parsed.lower(act.speaker[1] - 1) in parsed.table.lists.doers
    if not known and not may_speak(parsed, act.speaker):
        return False
    # "Keiner kritisierte", "Viele kritisierten": nobody in particular
    first, end = act.speaker
    unnamed = parsed.lower(end - 1) in parsed.table.lists.others
    if parsed.lower(first) in parsed.table.lists.negations or unnamed:
        return False
    # "Das Gericht bestätigte das Urteil": it decides, and does not speak.
    deciding = parsed.table.endings.deciding
    return known or not any(parsed.lower(at).endswith(deciding) for at in range(*act.speaker))


def draft_of(parsed: Parsed, sentence: Sentence, act: Act) -> Draft:
    """The quote that a speech act is: all of its sentence."""
    hearer = addressee(parsed, _frame(sentence, act.number, act.cue), act.speaker)
    # "bezifferte den Schaden": beside these verbs "den" is mostly what is told of.
    if hearer and parsed.lower(hearer[0]) == "den":
        hearer = None
    return Draft(
        QuoteType.REPORTED,
        ((sentence.first, sentence.end),),
        "told",
        speaker=act.speaker,
        addressee=hearer,
        medium=act.cue.verb.medium,
        saying=act.cue.verb.lemma,
    )


def _frame(sentence: Sentence, number: int, cue: Cue) -> Frame:
    clause = sentence.clauses[number]
    whole = (sentence.first, sentence.end)
    return Frame((sentence.first, clause.last), cue, number, (clause.first, clause.last), whole, FIRST, "")


def _is_deed(parsed: Parsed, clause: Clause, act: Act) -> bool:
    """Whether a verb has its everyday sense by its object: "Der Sturm forderte drei Menschenleben"."""
    objects = parsed.table.deeds.get(act.cue.verb.lemma)
    return objects is not None and any(
        parsed.lower(at).endswith(objects)
        for at in range(clause.first, clause.last)
        if parsed.flags[at] & w.CAPITAL
    )


def _is_guarded(parsed: Parsed, clause: Clause, act: Act) -> bool:
    """Whether nobody did it: "Es wurde gefordert", "Ott könnte warnen", "Ott forderte nichts"."""
    if act.cue.passive and act.speaker is None:
        return True
    if _is_deed(parsed, clause, act):
        return True
    negated = not parsed.table.lists.negations.isdisjoint(parsed.lowered[clause.finite + 1 : clause.last])
    if act.cue.verb.kind == _COMMENT:
        return not negated
    return negated or bool(parsed.flags[clause.finite] & w.MODAL and act.cue.verb.kind != "plan")

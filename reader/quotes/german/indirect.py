"""Indirect quotes of a sentence: what frames and attributions leave over of it."""

from collections.abc import Iterator
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.attribution_scope import AttributionPhrase
from reader.quotes.german.attributions import attributions
from reader.quotes.german.clauses import MAIN, SUBORDINATE, Sentence
from reader.quotes.german.cues import predicate
from reader.quotes.german.frame_addressees import addressee
from reader.quotes.german.frames import COLON, LAST, Frame, frames
from reader.quotes.german.free_indirect import is_reported
from reader.quotes.german.parse import Parsed
from reader.quotes.german.reporting_nouns import noun_framed
from reader.quotes.german.roles import speaker
from reader.quotes.text.sentences import Range

_CLAUSES = 3
"""Pieces between commas of a sentence that takes up the one before, at most (chosen on the gold set)."""


def indirect(parsed: Parsed, sentence: Sentence) -> list[Draft]:
    """Indirect quotes, in order; of two that overlap the framing clause further out wins."""
    framed = [draft for frame in frames(parsed, sentence) if (draft := _frame_draft(parsed, sentence, frame))]
    framed = [draft for draft in framed if not _is_told_of(parsed, draft, framed)]
    framed += noun_framed(parsed, sentence)
    found = [
        _attribution_draft(a) for a in attributions(parsed, sentence) if not _belongs_to_frame(a, framed)
    ] + framed
    found.sort(key=lambda draft: min(draft.start, *(a for a, _ in draft.frame), draft.start))
    return list(_outermost(found))


def _belongs_to_frame(attribution: AttributionPhrase, framed: list[Draft]) -> bool:
    """Whether an attribution stands in a clause that frames by its own verb."""
    first = attribution.range[0]
    for draft in framed:
        last = draft.rule.startswith(LAST) or attribution.rule == "demnach"
        # "…, so hofft Ott": words of a frame are no attributions too. "Ott sagt, dass es aus Sicht der Stadt
        # reicht": beside a frame the view is part of what is said.
        if attribution.rule == "aus Sicht" or (last and any(a <= first < b for a, b in draft.frame)):
            return True
    return False


def _is_told_of(parsed: Parsed, draft: Draft, framed: list[Draft]) -> bool:
    """Whether a frame is itself part of what another behind it frames, and took that for what is said.

    "Kolb habe nie gesagt, dass sie gehe, erklärte Ott": Ott says it, of Kolb.
    """
    if draft.rule.startswith(LAST) or not any(
        parsed.flags[at] & w.SUBJUNCTIVE1 for first, end in draft.frame for at in range(first, end)
    ):
        return False
    # "Es sei ein Irrtum zu glauben, dass …" has its noun before.
    behind = (
        o for o in framed if o.rule.startswith(LAST) and o.speaker and o.speaker[0] > draft.content[0][0]
    )
    return any(draft.reaches(o.cue[0]) and o.reaches(draft.cue[0]) for o in behind if o.cue and draft.cue)


def _outermost(found: list[Draft]) -> Iterator[Draft]:
    """Of drafts in order those whose cue lies in no other: "Ott sagte, dass es laut Uhl regnet" is Ott's."""
    outer: list[Draft] = []
    for draft in found:
        anchor = draft.cue[0] if draft.cue else draft.start
        if not any(other.reaches(anchor) for other in outer):
            outer.append(draft)
            yield draft


def taken_up(parsed: Parsed, sentence: Sentence, before: Sentence) -> Draft | None:
    """The sentence before as an indirect quote, where this one begins with "Das" or "Dies" and frames it."""
    # "Das bestätigte die Stadt, der der Bau gehört, am Abend"; longer ones say something new.
    if parsed.lower(sentence.first) not in parsed.table.lists.pointing or len(sentence.clauses) > _CLAUSES:
        return None
    clause = sentence.clauses[0]
    # "Das neue Amt bestätigte …": "das" is an article.
    if clause.kind != MAIN or clause.finite > sentence.first + 2:
        return None
    cues = (predicate(parsed, clause.finite, clause.first, c.last) for c in sentence.clauses)
    cue = next((cue for cue in cues if cue and cue.verb.lemma in parsed.table.lists.confirming), None)
    if cue is None:
        return None
    frame = Frame(
        (sentence.first + 1, sentence.last),
        cue,
        0,
        (sentence.first + 1, sentence.last),
        sentence_range(before),
        LAST,
        "das",
    )
    draft = _frame_draft(parsed, sentence, frame)
    return draft and replace(draft, content=((before.first, sentence.first + 1),))


def sentence_range(sentence: Sentence) -> Range:
    """All tokens of a sentence."""
    return sentence.first, sentence.end


def _colon_type(parsed: Parsed, frame: Frame) -> QuoteType | None:
    """After a colon: free indirect speech where the verb is in the subjunctive, else marks or a question."""
    first, end = frame.content
    # "Die Polizei fragt: Wer hat den Mann gesehen?"
    if frame.cue.verb.lemma in parsed.table.lists.asking and parsed.words[end : end + 1] == ["?"]:
        return QuoteType.INDIRECT
    # "Ott sagte dazu: „Nie.“", also behind a word: "…: Ein „Unsinn“ sei das".
    if any(at in parsed.marked for at in range(first, min(first + 2, end))):
        return QuoteType.INDIRECT
    moods = (parsed.flags[at] for at in range(first, end) if at not in parsed.marked)
    return QuoteType.INDIRECT_FREE_INDIRECT if any(mood & w.SUBJUNCTIVE1 for mood in moods) else None


def _is_itself_reported(parsed: Parsed, sentence: Sentence, frame: Frame, named: Range | None) -> bool:
    """Whether the verb of a frame is itself reported: "Er frage sich, wer das prüfe"."""
    clause = sentence.clauses[frame.clause]
    impersonal = frame.cue.verb.lemma in parsed.table.lists.impersonal
    # "Wer das behaupte, irre": of a question that is the subject.
    asked = clause.kind == SUBORDINATE and frame.clause == 0 and parsed.flags[clause.head] & w.QUESTION_WORD
    if not (clause.kind == MAIN or asked) or impersonal or parsed.flags[clause.finite] & w.AUXILIARY:
        return False
    # "Es regne, sage Ott" names who says it; "Er habe Zeit, frage aber, wozu" has one subject for both verbs.
    if frame.place == LAST and (frame.complement == "quoted" or named is not None):
        return False
    # "Er hoffe, dass sie komme" frames, "Er sei froh, hoffe aber, dass …" and "Er wisse nicht, wann" do not.
    before = (c for c in sentence.clauses[: frame.clause] if c.kind == MAIN)
    alone = not any(is_reported(parsed, c, near=False) for c in before)
    return not (alone and frame.complement == "dass") and is_reported(parsed, clause, near=False)


def _frame_draft(parsed: Parsed, sentence: Sentence, frame: Frame) -> Draft | None:
    """The quote of a frame, with its roles; a colon before plain words frames nothing."""
    kind = _colon_type(parsed, frame) if frame.place == COLON else QuoteType.INDIRECT
    named = speaker(parsed, sentence, frame)
    if kind is None or _is_itself_reported(parsed, sentence, frame, named):
        return None
    if kind == QuoteType.INDIRECT_FREE_INDIRECT:
        return Draft(kind, ((frame.content[0], sentence.end),), "subjunctive after colon", speaker=named)
    return Draft(
        QuoteType.INDIRECT,
        (frame.content, frame.rest) if frame.rest else (frame.content,),
        f"{frame.place}, {frame.complement}",
        (frame.range,),
        frame.cue.tokens,
        named,
        addressee(parsed, frame, named),
        frame.cue.verb.medium,
        saying=frame.cue.verb.lemma,
    )


def _attribution_draft(found: AttributionPhrase) -> Draft:
    return Draft(
        QuoteType.INDIRECT,
        found.content,
        found.rule,
        (found.range,),
        found.cue,
        found.speaker,
        saying=found.rule,
    )

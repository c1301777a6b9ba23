"""Quotes without a frame of their own: subjunctive that goes on, "sollen", and speech acts that are told."""

from collections.abc import Iterator
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft, PriorContext
from reader.quotes.german import lexicon as w
from reader.quotes.german.acts import speech_acts
from reader.quotes.german.clauses import MAIN, Clause, Sentence
from reader.quotes.german.hearsay import is_rumour
from reader.quotes.german.parse import Parsed
from reader.quotes.german.roles import subject
from reader.quotes.german.subjects import may_speak
from reader.quotes.text.sentences import Range


def frameless(parsed: Parsed, sentence: Sentence, before: PriorContext) -> Iterator[Draft]:
    """Quotes of a sentence in which no frame was found, given what the text before lets expect."""
    mains = [clause for clause in sentence.clauses if clause.kind == MAIN]
    whole = ((sentence.first, sentence.end),)
    if any(is_reported(parsed, clause, before.near) for clause in mains):
        behind = _behind_colon(parsed, sentence)
        if behind:
            yield behind
            return
        rule = "subjunctive goes on" if before.near else "subjunctive alone"
        first = _reported_from(parsed, sentence, mains, before.near)
        # "Rajoy wurde laut, es sei ein Fehler": who does something in the same sentence says it.
        own = subject(parsed, sentence) if first > sentence.first else None
        if own and own[1] <= first and parsed.words[first - 1] != ";" and may_speak(parsed, own):
            before = replace(before, speaker=own)
        yield _continuation(QuoteType.INDIRECT_FREE_INDIRECT, ((first, sentence.end),), rule, before)
    # "Sie sollen bis Mai zahlen" reports behind a quote; alone only with a perfect, "soll gesagt haben".
    elif any(parsed.lower(clause.finite) in parsed.table.lists.sollen for clause in mains) and (
        before.near or before.here or is_rumour(parsed, sentence, sure=True)
    ):
        rumour = not before.near and is_rumour(parsed, sentence)
        yield _continuation(QuoteType.FREE_INDIRECT, whole, "hearsay" if rumour else "sollen", before)
    else:
        yield from speech_acts(parsed, sentence)


def _reported_from(parsed: Parsed, sentence: Sentence, mains: list[Clause], near: bool) -> int:
    """Where what is reported begins: "Er ist wieder frei, | die Anklage bleibe bestehen"."""
    if is_reported(parsed, mains[0], near):
        return sentence.first
    reported = next(clause for clause in mains if is_reported(parsed, clause, near))
    # "Der Verkauf ist offen und werde geprüft": without a comma both are one clause.
    parted = reported.divider >= 0 and parsed.flags[reported.divider] & w.PUNCTUATION
    return reported.first if parted else sentence.first


def _behind_colon(parsed: Parsed, sentence: Sentence) -> Draft | None:
    """What is said behind a colon and no verb of saying: "Kolb sieht das anders: Man habe Zeit."."""
    first = sentence.clauses[0]
    divided = (c for c in sentence.clauses if c.divider >= 0 and parsed.words[c.divider] == ":")
    colon = next((c.divider for c in divided), -1)
    if colon < 0 or first.kind != MAIN or is_reported(parsed, first, near=False):
        return None
    named = subject(parsed, sentence)
    if named is None or named[0] > colon or not may_speak(parsed, named):
        return None
    content, frame = ((colon + 1, sentence.end),), ((sentence.first, colon + 1),)
    return Draft(QuoteType.INDIRECT, content, "subjunctive after colon", frame, speaker=named)


def _continuation(kind: QuoteType, whole: tuple[Range, ...], rule: str, before: PriorContext) -> Draft:
    """A quote that takes its speaker from the one before, and its frame where that is near."""
    frame, cue = (before.frame, before.cue) if before.near else ((), ())
    return Draft(kind, whole, rule, frame, cue, before.speaker, saying=before.saying)


def is_reported(parsed: Parsed, clause: Clause, near: bool) -> bool:
    """Whether a main clause stands in the subjunctive of indirect speech.

    "Er bleibe" is clear, "er käme" only right behind a quote, for it may be a wish or a condition.
    """
    flags = parsed.flags[clause.finite]
    # "Folglich lehne ich das ab": the form is the same as the first person's present.
    if {parsed.lower(clause.finite - 1), parsed.lower(clause.finite + 1)} & parsed.table.lists.first_person:
        return False
    if flags & w.SUBJUNCTIVE1 and not flags & w.CAPITAL:
        return True
    # "Wäre das Eis dicker, trüge es": a condition, whoever spoke before.
    if parsed.flags[parsed.sentence_of(clause.first)[0]] & w.SUBJUNCTIVE2 and not flags & w.CAPITAL:
        return False
    # "Das könnte teuer werden" is a guess of the writer's: who reports has "könne", but for "sie könnten".
    if flags & w.MODAL and flags & w.SINGULAR_VERB:
        return False
    # "sie gingen", "er sollte" are more often past than subjunctive.
    return near and bool(flags & w.SUBJUNCTIVE2 and not flags & w.PAST)

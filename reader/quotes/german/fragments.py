"""Words quoted beside a verb that calls or judges something: "Sie nannte den Plan „völlig verfehlt“." """

from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import FRAGMENT, MAIN, Clause, Sentence
from reader.quotes.german.cues import Cue, predicate
from reader.quotes.german.frame_addressees import addressee
from reader.quotes.german.frames import FIRST, Frame
from reader.quotes.german.noun_phrases import noun_phrase
from reader.quotes.german.parse import Parsed
from reader.quotes.german.passage_features import (
    LONG,
    PassageFeatures,
    passage_features,
    passages_in_marks,
    word_for_word,
)
from reader.quotes.german.roles import speaker, subject
from reader.quotes.german.subjects import may_speak
from reader.quotes.text.sentences import Range

_LEAST_PHRASE = 4
"""Words from which a phrase in marks is taken for somebody's words (chosen on the gold set)."""
_CUE_TO_PASSAGE = 2
"""Tokens before a passage in which a weak verb has its word: "als einen „Sieg“"."""


def fragments(parsed: Parsed, sentence: Sentence, others: list[Draft]) -> Iterator[Draft]:
    """Direct quotes in clauses with a verb of saying, in passages that no other quote holds."""
    for first, end in passages_in_marks(parsed, sentence):
        if first < sentence.first or any(draft.holds(first, end) for draft in others):
            continue
        passage = passage_features(parsed, first, end)
        if passage.titled:
            continue
        draft = (
            _quoted_by_verb(parsed, sentence, passage, not others)
            or _viewed(parsed, sentence, passage)
            or _phrase_without_verb(parsed, sentence, passage)
        )
        # "Bär (deutsch „großer Bär“)" translates; long words in brackets are speech.
        if draft and not (passage.size < LONG and _bracketed(parsed, sentence, first, end)):
            yield draft


def _bracketed(parsed: Parsed, sentence: Sentence, first: int, end: int) -> bool:
    """Whether a passage stands in brackets, as translations and short forms do."""
    inside = sentence.hidden  # Tokens in brackets and in marks.
    # "„fake“ („gefälscht“)": the token beside the marks is in brackets, and not itself quoted.
    return (first - 1 in inside and first - 1 not in parsed.marked) or (
        end in inside and end not in parsed.marked
    )


def _quoted_by_verb(
    parsed: Parsed, sentence: Sentence, passage: PassageFeatures, alone: bool
) -> Draft | None:
    """The passage as words of whoever calls or judges something in a clause near it."""
    extent = passage.first, passage.end
    for number in _near_clauses(sentence, passage.first, alone):
        cue = _cue(parsed, sentence.clauses[number], passage.first)
        if cue and word_for_word(parsed, passage, cue.verb.lemma, passage.first - 1 in cue.tokens):
            draft = _draft(parsed, sentence, number, cue, extent, alone)
            if draft is None:
                return None
            # "was man „Sonnenwind“ nennt": a name, since nobody in particular calls it so.
            short_name = passage.capitalised and passage.size < LONG
            return None if short_name and _by_nobody(parsed, cue, draft) else draft
    return None


def _by_nobody(parsed: Parsed, cue: Cue, draft: Draft) -> bool:
    """Whether nobody in particular calls something so: "was man „Sonnenwind“ nennt"."""
    if draft.speaker is None:
        return cue.passive
    first, end = draft.speaker
    # "Das Motto lautet „Grenzen überwinden“": a thing bears the name.
    title_nouns = tuple(parsed.analysis.language.title_nouns)
    if cue.verb.lemma in parsed.table.lists.impersonal and any(
        parsed.lower(at).endswith(title_nouns) for at in range(first, end)
    ):
        return True
    # "wer das „Glück“ nennt", but "die Leute, die das „Glück“ nennen"; "Die Bande nennt sich „Elstern“".
    lone = end - first == 1 and not parsed.flags[first] & w.RELATIVE
    nameless = lone and parsed.lower(first) in parsed.table.lists.impersonal_pronouns
    return nameless or "sich" in (parsed.lower(cue.finite + 1), parsed.lower(cue.finite + 2))


def _viewed(parsed: Parsed, sentence: Sentence, passage: PassageFeatures) -> Draft | None:
    """A judgement of somebody for whom a thing is so: "Für Ministerin Kolb ist der Steg „ein Witz“"."""
    clause = sentence.clauses[sentence.clause_at(passage.first)]
    first, end = clause.first, passage.end
    if (
        parsed.lower(first) not in parsed.table.lists.viewpoints
        or clause.finite <= first
        or end < clause.last
    ):
        return None
    who = noun_phrase(parsed, first + 1, clause.finite)
    being = parsed.table.readings(parsed.words[clause.finite])
    if (
        not who
        or who[1] != clause.finite
        or not may_speak(parsed, who)
        or not any(v == "sein" for v, _ in being)
    ):
        return None
    if not word_for_word(parsed, passage, ""):
        return None
    frame = ((first, passage.first),)
    return Draft(QuoteType.DIRECT, ((passage.first, end),), "für X", frame, (first,), who)


def _phrase_without_verb(parsed: Parsed, sentence: Sentence, passage: PassageFeatures) -> Draft | None:
    """A phrase in marks without any verb of saying near it: words of whom the sentence is about."""
    # Not "im „Neuen Haus“" (a name), "wo „alles anders ist“" (no phrase's place), "ein „kluger Kopf“".
    if (
        passage.name_like
        or passage.capitalised
        or not passage.in_phrase_position
        or passage.size < _LEAST_PHRASE
    ):
        return None
    # "Er lebt in „einer ganz anderen Welt“."
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
    # "Ott sagt, Uhl habe es „Unsinn“ genannt": reported, so Ott's frame holds it.
    if clause.finite < 0 or parsed.flags[clause.finite] & w.SUBJUNCTIVE1:
        return None
    cue = predicate(parsed, clause.finite, clause.first, clause.last)
    nearby = set(range(passage - _CUE_TO_PASSAGE, passage))
    if cue and cue.verb.strength < 2 and not nearby & set(cue.tokens):
        return None
    return cue


def _draft(
    parsed: Parsed, sentence: Sentence, number: int, cue: Cue, passage: Range, alone: bool
) -> Draft | None:
    clause = sentence.clauses[number]
    before = clause.finite < passage[0] < clause.last
    inside = (clause.first, passage[0] if before else clause.last)
    frame = Frame((sentence.first, clause.last), cue, number, inside, passage, FIRST, "quoted")
    named = _subject_of_ellipsis(parsed, sentence, number, passage) or speaker(parsed, sentence, frame)
    # "Max Ott vom Verein „Saubere Ufer“ sagte": part of who speaks.
    if named and named[0] < passage[1] and passage[0] < named[1]:
        return None
    return Draft(
        QuoteType.DIRECT,
        (passage,),
        "words quoted",
        _frame_ranges(parsed, sentence, clause, passage, alone),
        cue.tokens,
        named,
        addressee(parsed, frame, named),
        cue.verb.medium,
        saying=cue.verb.lemma,
    )


def _subject_of_ellipsis(parsed: Parsed, sentence: Sentence, number: int, passage: Range) -> Range | None:
    """Who a fragment around the passage begins with: "…, die Linke von einem „Flickwerk“"."""
    own = sentence.clauses[sentence.clause_at(passage[0])]
    if own.kind != FRAGMENT or own is sentence.clauses[number] or own.divider < 0:
        return None
    named = noun_phrase(parsed, own.head, passage[0])
    # Its verb is left out, so the preposition of the object follows the subject at once.
    follows = parsed.flags[named[1]] if named and named[1] < passage[0] else 0
    return named if follows & w.PREPOSITION and not parsed.flags[own.head] & w.PREPOSITION else None


def _frame_ranges(
    parsed: Parsed, sentence: Sentence, clause: Clause, passage: Range, alone: bool
) -> tuple[Range, ...]:
    """The frame: the sentence around the words, or only their clause where other quotes stand beside."""
    first, end = (sentence.first, sentence.end) if alone else (clause.first, clause.last)
    ranges = ((first, passage[0]), (passage[1], end))
    return tuple((a, b) for a, b in ranges if any(not parsed.flags[at] & w.PUNCTUATION for at in range(a, b)))

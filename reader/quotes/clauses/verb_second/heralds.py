"""Who speaks in marks that nothing attributes: whoever the sentence before is about, or the last speaker."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.clauses.verb_second.subjects import name_before_verb, subject_of
from reader.quotes.clauses.verb_second.told import speaks
from reader.quotes.drafts import Draft
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range

_UNATTRIBUTED = ("marks", "last speaker", "last speaker, next paragraph")
_SPEAKERLESS = "tag after, no speaker"
HERALD, OTHERS = "sentence about the speaker", "marks, after others"


def with_heralds(text: ClauseText, spoken: Iterable[Draft], rendered: Sequence[Draft]) -> Iterator[Draft]:
    """The direct drafts; those without an attribution with whom the sentence before them names.

    Behind an indirect quote of `rendered` its speaker speaks on, which is left to be carried over.
    """
    told = {text.analysis.sentence_at(at) for draft in rendered for at in draft.cue}
    both = [(draft, True) for draft in spoken] + [(draft, False) for draft in rendered]
    last: Draft | None = None
    for draft, direct in sorted(both, key=lambda pair: pair[0].content):
        if not direct:
            last = draft
            continue
        if draft.rule == _SPEAKERLESS and _sounds(text, draft):
            draft = _sounded(text, draft, last)
        unattributed = draft.rule in _UNATTRIBUTED and (draft.rule != "marks" or not draft.frame)
        if unattributed and text.analysis.sentence_at(draft.start) - 1 in told:
            draft = replace(draft, rule="marks", cue=(), frame=(), speaker=None)
        elif unattributed:
            draft = _heralded(text, draft, last)
        last = draft
        yield draft


def _sounds(text: ClauseText, draft: Draft) -> bool:
    """Whether a verb attributes a draft to nobody: ‘…’, klinkt het."""
    return bool(draft.cue) and any(text.lemmas(at) & text.grammar.impersonal for at in draft.cue)


def _sounded(text: ClauseText, draft: Draft, last: Draft | None) -> Draft:
    """Such a draft with whom the sentence before is about: "De club zwijgt niet. ‘…’, klinkt het."."""
    before = text.analysis.sentence_at(draft.start) - 1
    told = last and last.speaker and text.block_of(last.start) == text.block_of(draft.start)
    if last and told and text.analysis.sentence_at(last.reach - 1) >= before:
        return replace(draft, speaker=last.speaker)
    subject = _subject_before(text, draft, last.reach if last else 0)
    return replace(draft, speaker=subject) if subject and _is_one(text, subject) else draft


def _heralded(text: ClauseText, draft: Draft, last: Draft | None) -> Draft:
    """A draft with the subject of the sentence before it, where that is somebody else than who spoke last."""
    # "Leerling uit de klas: ‘…’": what a colon leads up to is of whoever stands before it.
    if text.lower(draft.start - 1) == ":":
        return replace(draft, rule=OTHERS, cue=(), frame=(), speaker=None)
    subject = _subject_before(text, draft, last.reach if last else 0)
    if subject is None or _means_last(text, subject, last):
        return draft
    rule = HERALD if _is_one(text, subject) else OTHERS
    return replace(draft, rule=rule, cue=(), frame=(), speaker=subject if rule == HERALD else None)


def _subject_before(text: ClauseText, draft: Draft, reach: int) -> Range | None:
    """The subject of the sentence right before a draft, in its paragraph and behind the quote before."""
    number = text.analysis.sentence_at(draft.start)
    if not number or text.begin_of(draft.start) != draft.start:
        return None
    first, end = text.analysis.sentences[number - 1]
    if first < reach or text.block_of(first) != text.block_of(draft.start):
        return None
    first = text.behind_place(first)
    if text.is_pronoun(first):
        return first, first + 1
    verb = next((at for at in range(first, end) if text.is_finite(at) and at not in text.marked), None)
    if verb is not None:
        return subject_of(text, verb, text.clause_start(verb, first), end)
    return name_before_verb(text, first, end)


def _means_last(text: ClauseText, subject: Range, last: Draft | None) -> bool:
    """Whether a subject may be whoever spoke last: a pronoun, the same name, "de trainer"."""
    if subject[1] - subject[0] == 1 and text.is_pronoun(subject[0]):
        # "De bank zwijgt. Hij lacht.": he is no bank.
        return text.language.pronouns[text.lower(subject[0])] not in "mf" or not _is_group(text, last)
    names = _names(text, subject)
    if not names:
        # "Haar buurman lachte.": somebody else
        if text.lower(subject[0]) in text.language.possessives:
            return False
        # "De trainer lachte." goes on; "Een buurman lachte.", "Anderen lachten." do not.
        definite = text.lower(subject[0]) in text.language.determiners - text.grammar.neuter
        return last is not None and (definite or text.lower(subject[0]).endswith(_suffixes(text)))
    return last is not None and last.speaker is not None and bool(names & _names(text, last.speaker))


def _is_group(text: ClauseText, last: Draft | None) -> bool:
    """Whether a group or document spoke last."""
    if last is None or last.speaker is None:
        return False
    words = text.lowered[slice(*last.speaker)]
    language = text.language
    person = any(is_role(word, language) or word in language.pronouns for word in words)
    return not person and not (language.groups | language.documents).isdisjoint(words)


def _suffixes(text: ClauseText) -> tuple[str, ...]:
    return text.grammar.definite_endings or ("\0",)


def _names(text: ClauseText, phrase: Range) -> set[str]:
    """The names in a phrase."""
    start = text.sentence_of(phrase[0])[0]
    return {
        text.words[at]
        for at in range(*phrase)
        if is_name(text.words[at])
        and (at > start or phrase[1] - phrase[0] > 1)
        and text.lower(at) not in text.grammar.closed
    } - {text.words[at] for at in range(*phrase) if text.lower(at) in text.language.determiners}


def _is_one(text: ClauseText, subject: Range) -> bool:
    """Whether a subject is a person or group that can be named as the speaker."""
    return speaks(text, subject)

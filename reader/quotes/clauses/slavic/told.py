"""Told speech acts and hearsay: sentences in which words are reported without being rendered."""

from collections.abc import Iterator, Sequence

from reader.languages.verb_files import INFINITIVE, PAST
from reader.models import QuoteType
from reader.quotes.clauses.slavic.predicates import predicate_at
from reader.quotes.clauses.slavic.slavic_text import MARKS, SlavicText
from reader.quotes.clauses.slavic.tags import said_by
from reader.quotes.drafts import Draft
from reader.quotes.patterns.indirect import parts_of
from reader.quotes.text.sentences import Range

_SHORTEST = 3
"""Tokens of such a sentence at least."""
_SUBJECT = 14
"""Tokens before a verb of hearsay in which its subject stands."""
_NEAR = 8
"""Tokens from a verb of hearsay to its infinitive at most."""


def find(text: SlavicText, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What sentences without any other quotation tell of words."""
    taken = {number for draft in drafts for number in _sentences(text, draft)}
    for number, tokens in enumerate(text.analysis.sentences):
        if number in taken or any(text.words[at] in MARKS for at in range(*tokens)):
            continue
        for sentence in parts_of(text, tokens):
            found = _hearsay(text, sentence) or _told(text, sentence) if _is_told(text, sentence) else None
            if found:
                yield found


def _sentences(text: SlavicText, draft: Draft) -> Iterator[int]:
    """Numbers of the sentences that a draft reaches into."""
    for first, end in (*draft.content, *draft.frame):
        yield from range(text.analysis.sentence_at(first), text.analysis.sentence_at(end - 1) + 1)


def _is_told(text: SlavicText, sentence: Range) -> bool:
    """Whether a sentence has the length of a statement and is no question."""
    first, last = sentence
    return last - first >= _SHORTEST and (last >= len(text.words) or text.words[last] != "?")


def _hearsay(text: SlavicText, sentence: Range) -> Draft | None:
    """ "Podobno nikt nie wiedział", "Oskarżony miał grozić sąsiadom"."""
    first, last = sentence
    for at in range(first, last):
        word = text.lower(at)
        # ", jakoby": a conjunction.
        if word in text.grammar.hearsay and (at == first or text.words[at - 1] != ","):
            return _rumour(sentence, (at,))
        cue = _supposed(text, at, last, first)
        if cue:
            return _rumour(sentence, cue)
    return None


def _rumour(sentence: Range, cue: tuple[int, ...]) -> Draft:
    return Draft(QuoteType.FREE_INDIRECT, (sentence,), "hearsay", cue=cue, hearsay=True)


def _supposed(text: SlavicText, at: int, last: int, first: int) -> tuple[int, ...]:
    """The past of a verb of hearsay at a token, with its infinitive: "miał grozić"; empty if none is there.

    Of whom a court or the police speak it is one with any infinitive, of others with that of a rumour:
    "Pociąg miał odjechać" tells a plan.
    """
    readings = text.readings(at)
    if not any(r.lemma in text.grammar.hearsay_verbs and r.features & PAST for r in readings):
        return ()
    before = range(max(first, at - _SUBJECT), at)
    suspected = any(text.lower(i) in text.grammar.rumoured for i in before)
    if not suspected and not any(text.begins_nominative(i) for i in before):
        return ()
    for place in range(at + 1, min(at + _NEAR, last)):
        word = text.lower(place)
        if text.words[place] == ",":
            break
        if word in text.grammar.rumours or (suspected and _is_infinitive(text, place)):
            return at, place
    return ()


def _is_infinitive(text: SlavicText, at: int) -> bool:
    """Whether a word is an infinitive, by the book or its ending."""
    word = text.lower(at)
    if any(reading.features & INFINITIVE for reading in text.readings(at)):
        return True
    return len(word) > 3 and word.endswith(text.grammar.infinitives) and not text.is_noun(at)


def _told(text: SlavicText, sentence: Range) -> Draft | None:
    """ "Minister odrzucił zarzuty", "Wójt skrytykował uchwałę"."""
    first, last = sentence
    for at in text.sayings_in(sentence):
        verb = predicate_at(text, at, first, last)
        if verb is None or not verb.finite or verb.negated or verb.impersonal or not verb.takes("r"):
            continue
        if text.lower(first) in text.grammar.conditions or any(
            text.words[i] in (",", ":") for i in range(first, verb.first)
        ):
            continue
        speaker = said_by(text, verb, first, last).speaker
        if speaker and (text.begins_nominative(speaker[0]) or text.words[speaker[0]][0].isupper()):
            return Draft(QuoteType.REPORTED, (sentence,), "told", cue=verb.cue, speaker=speaker)
    return None

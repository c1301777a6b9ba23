"""Rumour: "Drei Kinder sollen eingebrochen sein", told without anybody who tells it.

A perfect infinitive with "sollen" tells what is said to have happened. Where a quote stands right before,
its speaker goes on; anywhere else nobody is named, and who spoke last is mostly not meant: annotators of 700
articles took 14 of 66 such sentences for speech, and who was carried over was right in 4 of these.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import MAIN, Clause, Sentence
from reader.quotes.german.parse import Parsed

_NEAR = 3
"""Tokens from the end of a quote or its frame in which the next one goes on with it."""
_SHORTEST = 3
"""Tokens before the auxiliary of a perfect infinitive in its clause, at least."""


def is_rumour(parsed: Parsed, sentence: Sentence, *, sure: bool = False) -> bool:
    """Whether a main clause has "soll" or "sollen" with a perfect infinitive: "soll davon gewusst haben".

    Only with "haben" is that `sure`: "soll geöffnet sein" may be a plan.
    """
    told = any(
        clause.kind == MAIN and parsed.lower(clause.finite) in parsed.table.lists.sollen
        for clause in sentence.clauses
    )
    return told and any(_ends_in_perfect(parsed, clause, sure) for clause in sentence.clauses)


def _ends_in_perfect(parsed: Parsed, clause: Clause, sure: bool) -> bool:
    """Whether a clause ends in a perfect infinitive: "gesagt haben", "gegangen sein"."""
    at = clause.last - 1
    if at - clause.first < _SHORTEST or not parsed.flags[at - 1] & w.PARTICIPLE:
        return False
    if parsed.lower(at) == "sein":  # By the tables a possessive.
        return not sure
    return bool(parsed.flags[at] & w.AUXILIARY and parsed.flags[at] & w.INFINITIVE)


def _without_tellers(parsed: Parsed, draft: Draft) -> Draft:
    """A draft that rumour tells, without a speaker: "Gerüchten zufolge", "In der Stadt heißt es"."""
    if draft.speaker is None:
        return draft
    lists, first = parsed.table.lists, draft.speaker[0]
    nouns = [parsed.lower(at) for at in range(*draft.speaker) if parsed.flags[at] & w.CAPITAL]
    rumoured = bool(nouns) and nouns[0] in lists.rumours
    # "In der Stadt heißt es", but "In der Partei heißt es".
    placed = first > 0 and parsed.lower(first - 1) == "in" and len(nouns) == 1
    if not (rumoured or (placed and nouns[0] in lists.rumour_places)):
        return draft
    return replace(draft, speaker=None, speaker_rest=(), hearsay=True)


def as_hearsay(parsed: Parsed, drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, rumour without a speaker: away from any quote, or said to be one."""
    drafts = [_without_tellers(parsed, draft) for draft in drafts]
    if not any(draft.type == QuoteType.FREE_INDIRECT for draft in drafts):
        yield from drafts
        return
    ends = {end for draft in drafts for end in (draft.end, draft.reach)}
    firsts = [sentence.first for sentence in parsed.sentences]
    for draft in drafts:
        away = draft.type == QuoteType.FREE_INDIRECT and not any(
            at in ends for at in range(draft.start - _NEAR, draft.start + 1)
        )
        number = max(0, bisect_right(firsts, draft.start) - 1)
        rumour = away and is_rumour(parsed, parsed.sentences[number])
        yield replace(draft, speaker=None, speaker_rest=(), hearsay=True) if rumour else draft

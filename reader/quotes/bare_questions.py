"""Interviews whose questions stand bare and whose answers stand in marks, each in a paragraph of its own.

    Why now?

    “Because he is dead.”

Who answers is the one person whom the paragraphs before the first question name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.models import QuoteType, SourceKind, SpeakerBasis
from reader.quotes.bases import SHARES
from reader.quotes.drafts import Draft
from reader.quotes.full_names import names_in
from reader.quotes.people import Person
from reader.quotes.text.sentences import Range
from reader.quotes.text.text import Text

_QUESTIONS = 2
"""Questions with an answer behind them that make an interview at least."""
_LONGEST = 30
"""Words of what is asked at most."""

Spoken = tuple[Draft, Person]
"""A draft with who speaks in it."""


def merged(text: Text, spoken: Sequence[Spoken]) -> list[Spoken]:
    """What is `spoken`, the answers of an interview with who gives them."""
    answers = [block for block in range(1, len(text.analysis.blocks)) if _answers(text, block)]
    asked = [block for block in answers if text.words[text.analysis.blocks[block - 1][1] - 1] == "?"]
    if len(asked) < _QUESTIONS:
        return list(spoken)
    found = _interviewee(text, text.analysis.blocks[asked[0] - 1][0])
    if found is None:
        return list(spoken)
    # the headline is what the interviewee says, too
    return [_answered(one, *found) if _lacks(text, one, {0, *answers}) else one for one in spoken]


def _answers(text: Text, block: int) -> bool:
    """Whether a paragraph is speech in marks alone, behind a short one without any."""
    first, end = text.analysis.blocks[block]
    begin, stop = text.analysis.blocks[block - 1]
    asks = stop - begin <= _LONGEST and text.marked.isdisjoint(range(begin, stop))
    return asks and first in text.passages and text.ends[first] >= end - 1


def _interviewee(text: Text, before: int) -> tuple[Range, str] | None:
    """Where the one person is named whom the text names before a token, and the name."""
    whole = text.analysis.text
    lead = whole[: text.analysis.tokens.starts[before]]
    names: Iterable[str] = names_in(f"{text.analysis.title}\n{lead}")
    name, *others = dict.fromkeys(names) or [""]
    at = lead.find(name) if name else -1
    return (text.analysis.range_of(at, at + len(name)), name) if at >= 0 and not others else None


def _lacks(text: Text, one: Spoken, blocks: set[int]) -> bool:
    """Whether a quote that fills one of some paragraphs has no attribution of its own."""
    draft, who = one
    first, end = text.analysis.blocks[text.block_of(draft.start)]
    fills = draft.start == first and draft.end >= end - 1 and text.block_of(first) in blocks
    bare = who.basis in (SpeakerBasis.NONE, SpeakerBasis.CARRIED)
    return fills and bare and draft.type is QuoteType.DIRECT and not draft.nested


def _answered(one: Spoken, tokens: Range, name: str) -> Spoken:
    """A quote with who is interviewed for its speaker."""
    basis = SpeakerBasis.CARRIED
    return replace(one[0], speaker=tokens, cue=(), frame=()), Person(
        name, SourceKind.PERSON, basis=basis, confidence=SHARES[basis]
    )

"""Cut long texts into chunks that are read one after the other, so that memory stays small.

A chunk is an `Analysis` of its own, with a lead of some sentences before it in which speakers may stand.
It ends with a paragraph where there is one, else with a sentence, else anywhere.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reader.quotes.drafts import Draft
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.sentences import Range
from reader.quotes.text.tokens import Tokens

_LONG = 6000
"""Tokens from which a chunk ends with the paragraph; longer than nearly any article."""
_LONGER, _LONGEST = 8000, 10_000
"""Tokens from which it ends with the sentence, or at once."""
_LEAD = 300
"""Tokens before a chunk that are read with it."""


class Chunk(NamedTuple):
    """A part of a text, with the drafts in it counted from its first token."""

    analysis: Analysis
    drafts: list[Draft]
    lead: int
    """How many of its first tokens belong to the chunk before."""


def chunks(analysis: Analysis, drafts: list[Draft]) -> Iterator[Chunk]:
    """The chunks of a text; one for any ordinary article."""
    count = len(analysis.tokens)
    if count <= _LONG:
        yield Chunk(analysis, drafts, 0)
        return
    begin = 0
    in_order = sorted(drafts, key=lambda draft: draft.start)
    starts = [draft.start for draft in in_order]
    for end in _ends(analysis, count):
        first = _lead(analysis, begin)
        inside = in_order[bisect_left(starts, first) : bisect_left(starts, end)]
        yield Chunk(
            _analysis_of(analysis, first, end), [_moved(draft, first, end) for draft in inside], begin - first
        )
        begin = end


def _ends(analysis: Analysis, count: int) -> Iterator[int]:
    """Tokens behind each chunk."""
    blocks = {first for first, _ in analysis.blocks}
    begin = 0
    for first, last in analysis.sentences:
        size = first - begin
        # A chunk ends where a paragraph does; only one that would grow too long, between two sentences.
        if size > _LONGER or (size > _LONG and first in blocks):
            yield first
            begin = first
        # A sentence without an end, as in a table: nothing that a reader would miss is cut.
        while last - begin > _LONGEST:
            begin += _LONGEST
            yield begin
    if begin < count:
        yield count


def _lead(analysis: Analysis, begin: int) -> int:
    """First token of the lead of a chunk: where a sentence begins, if one does."""
    if not begin:
        return 0
    sentence = analysis.sentence_starts[analysis.sentence_at(max(0, begin - _LEAD))]
    # Twice the lead at most, for a sentence may be endless.
    return sentence if begin - sentence < 2 * _LEAD else begin - _LEAD


def _analysis_of(analysis: Analysis, first: int, end: int) -> Analysis:
    """The tokens `[first, end)` as an analysis of their own; code points stay those of the whole text."""
    tokens = analysis.tokens
    starts, ends = tokens.starts[first:end], tokens.ends[first:end]
    sentences = _ranges_within(analysis.sentences, first, end)
    return replace(
        analysis,
        tokens=Tokens(tokens.text, starts, ends, tokens.words[first:end]),
        blocks=_ranges_within(analysis.blocks, first, end),
        sentences=sentences,
        sentence_starts=[begin for begin, _ in sentences],
        # Passages over the border are lost; chunks end between sentences, so there are hardly any.
        pairs=tuple(pair for pair in analysis.pairs if starts[0] <= pair.start and pair.end <= ends[-1]),
    )


def _ranges_within(ranges: list[Range], first: int, end: int) -> list[Range]:
    """The parts of sorted ranges that lie in `[first, end)`, counted from `first`."""
    at = bisect_left(ranges, first, key=lambda range_: range_[1])
    stop = bisect_left(ranges, end, key=lambda range_: range_[0])
    moved = ((max(a, first) - first, min(b, end) - first) for a, b in ranges[at:stop])
    return [(a, b) for a, b in moved if a < b]


def _moved(draft: Draft, first: int, end: int) -> Draft:
    """The draft counted from the token `first`, without what lies outside."""

    def moved(given: Range | None) -> Range | None:
        # Half a phrase would name somebody else: "Anna" of "Anna Berg".
        inside = given and first <= given[0] and given[1] <= end
        return (given[0] - first, given[1] - first) if given and inside else None

    def all_moved(given: tuple[Range, ...]) -> tuple[Range, ...]:
        return tuple(range_ for range_ in map(moved, given) if range_)

    # What begins here is kept with its first part, though it ends behind the chunk.
    content = all_moved(draft.content) or ((draft.start - first, min(draft.end, end) - first),)
    cue = tuple(token - first for token in draft.cue if first <= token < end)
    speaker, addressee = moved(draft.speaker), moved(draft.addressee)
    return replace(
        draft, content=content, frame=all_moved(draft.frame), cue=cue, speaker=speaker, addressee=addressee
    )

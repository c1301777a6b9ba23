"""The chunks of text in which the network looks for the parts of one quote.

Each candidate has an anchor: a cue, a passage in marks, or a run of sentences. Its *window* is the
sentences around it; the tokens of all windows stand in one long list, so that the network reads them in one
go.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from reader.quotes.drafts import Draft
from reader.quotes.german.reasons import confidence
from reader.quotes.learned import rule_features
from reader.quotes.learned.features import DEPTH, Featured
from reader.quotes.learned.word_features import Floats, Ints

CUE, MARKED, SENTENCES = range(3)
"""Kinds of anchors."""
GAP = 3
"""Empty places after each window."""
_PLACES = 9
"""Flags of where a token stands; those of the rules follow."""
FLAGS = _PLACES + rule_features.PARTS
_BEFORE, _AFTER = 40, 12
"""Tokens of the sentences before and behind that of a cue, at most (chosen on the gold set)."""
_LONGEST = 90
"""Tokens to either side of the anchor, at most, to bound the work."""
_SENTENCES_BEFORE_MARKS, _SENTENCES_BEFORE_RUN = 2, 3
"""Sentences in which the speaker is looked for: of a passage in marks, of a run of sentences."""
_LONGEST_SPEAKER = 20
"""Tokens of the last speaker that are put before a window which does not reach back to him."""
_INSIDE = 4
"""How many tokens of a long passage in marks are kept at either end."""


class Candidate(NamedTuple):
    """A kind of anchor, the first and last token of it, and the tokens of the last speaker before, if any."""

    kind: int
    first: int
    last: int
    speaker: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of several candidates, one after the other with empty places between; arrays by place."""

    token: Ints
    """Number of the token; 0 in empty places."""
    item: Ints
    """Number of the candidate."""
    filled: Floats
    """1 where there is a token, 0 in empty places."""
    distance: Ints
    """Bucket of the distance to the anchor, 0 to 39."""
    flags: Floats
    """Matrix of `FLAGS` columns."""
    starts: Ints
    """First place of each window."""
    lengths: Ints
    """How many places of each window are filled."""
    kinds: Ints
    anchors: Ints
    """First and last token of each anchor."""


def _buckets() -> Ints:
    """Bucket of each distance from -5000 to 5000: one a token to 8, then ever wider ones, 39 in all."""
    far = np.arange(1, 5001)
    size = np.where(far < 8, far, np.minimum(19, 8 + (np.log2(far / 8) * 2.5).astype(np.int64)))
    return np.concatenate([20 - size[::-1], [20], 20 + size])


_BUCKET = _buckets()


def windows(text: Featured, candidates: Iterable[Candidate]) -> Windows:
    """The windows of `candidates`, in their order."""
    given = list(candidates)
    pieces: list[tuple[int, int, int]] = []
    for number, candidate in enumerate(given):
        pieces += [(number, *piece) for piece in _pieces(text, candidate)]
    table = np.array(pieces, np.int64).reshape(-1, 3)
    sizes = table[:, 2] - table[:, 1]
    item = np.repeat(table[:, 0], sizes)
    begin = np.cumsum(sizes) - sizes
    token = np.arange(len(item)) - np.repeat(begin, sizes) + np.repeat(table[:, 1], sizes)
    anchors = np.array([(c.first, c.last) for c in given], np.int64).reshape(-1, 2)
    kinds = np.array([c.kind for c in given], np.int64)
    distance, flags = _places(text, given, kinds, anchors, item, token)
    return _spread(token, item, distance, flags, kinds, anchors)


def _pieces(text: Featured, candidate: Candidate) -> list[tuple[int, int]]:
    """Token ranges of one window, in order; only a quote that begins its paragraph sees the one before."""
    kind, first, last, speaker = candidate
    starts, ends = text.starts, text.ends
    at, after = int(text.sentence[first]), int(text.sentence[last]) + 1
    block, block_end = int(text.block_starts[text.block[first]]), int(text.block_ends[text.block[last]])
    if kind == CUE:
        low = max(block, starts[max(0, at - 1)], starts[at] - _BEFORE, first - _LONGEST)
        return [(low, min(block_end, ends[at] + _AFTER, first + _LONGEST))]
    if kind == MARKED:
        # "Ott war müde. Er hob die Hand.¶„Nein.“": only what begins a paragraph sees the one before.
        low = max(
            starts[max(0, at - _SENTENCES_BEFORE_MARKS)],
            first - _LONGEST,
            0 if starts[at] == block else block,
        )
        high = min(block_end, ends[min(len(ends) - 1, after)], last + _LONGEST)
        # Of long speech only the ends: whoever speaks is named beside it.
        if last - first > 2 * _INSIDE + 2:
            return [(low, first + _INSIDE + 1), (last - _INSIDE, high)]
        return [(low, high)]
    low = max(starts[max(0, at - _SENTENCES_BEFORE_RUN)], first - _LONGEST)
    before = [(token, token + 1) for token in speaker[:_LONGEST_SPEAKER] if token < low]
    return [*before, (low, min(last + 1, first + _BEFORE))]


def _places(
    text: Featured, given: list[Candidate], kinds: Ints, anchors: Ints, item: Ints, token: Ints
) -> tuple[Ints, Floats]:
    """Bucket of the distance and flags of each token of the windows."""
    first, last = anchors[item, 0], anchors[item, 1]
    # Distance counts from the nearer end of cues and marks; a run of sentences hangs on what is before it.
    end = np.where(kinds[item] == SENTENCES, first, last)
    away = np.where(token <= first, token - first, np.where(token >= end, token - end, 0))
    sentences = text.sentence[token] - text.sentence[first]
    flags = np.zeros((len(token), FLAGS), np.float32)
    flags[:, 0] = sentences == 0
    flags[:, 1] = sentences == -1
    flags[:, 2] = sentences <= -2
    flags[:, 3] = sentences > 0
    flags[:, 4] = (token >= first) & (token <= last)
    # Candidate and token as one number, to find pairs in one array.
    size = len(text.rows) + 1
    spoke = [number * size + t for number, c in enumerate(given) for t in c.speaker]
    if spoke:
        flags[:, 5] = np.isin(item * size + token, spoke)
    # Commas to the anchor, up to five: how many clauses lie between.
    flags[:, 6] = np.minimum(np.abs(text.commas[token] - text.commas[first]), 5) / 5
    flags[:, 7] = text.context[token, DEPTH]
    flags[:, 8] = token > last
    _add_rule_flags(text, given, item, token, flags)
    return _BUCKET[np.clip(away, -5000, 5000) + 5000], flags


def draft_of(text: Featured, candidate: Candidate) -> Draft | None:
    """What the rules make of a candidate."""
    if candidate.kind == MARKED:
        return text.draft_index.of_marks(candidate.first)
    if candidate.kind == SENTENCES:
        return text.draft_index.of_sentences(candidate.first, candidate.last)
    return text.draft_index.of_cue(candidate.first)


def _add_rule_flags(text: Featured, given: list[Candidate], item: Ints, token: Ints, flags: Floats) -> None:
    """Set the flags for what the rules take for the parts of each candidate."""
    size = len(text.rows) + 1
    sure = np.zeros(len(given), np.float32)
    ruled: list[tuple[int, int, int]] = []
    for number, candidate in enumerate(given):
        draft = draft_of(text, candidate)
        if draft:
            sure[number] = confidence(draft)
            for column, ranges in rule_features.parts(draft):
                ruled += [(column, number * size + first, number * size + end) for first, end in ranges]
    flags[:, _PLACES + rule_features.PARTS - 1] = sure[item]
    if ruled:
        columns, firsts, ends = zip(*ruled, strict=True)
        # The windows' tokens ascend within each candidate, so ranges are found by their ends.
        bounds = np.searchsorted(item * size + token, [firsts, ends]).tolist()
        for column, first, end in zip(columns, *bounds, strict=True):
            flags[first:end, _PLACES + column] = 1


def _spread(token: Ints, item: Ints, distance: Ints, flags: Floats, kinds: Ints, anchors: Ints) -> Windows:
    """Put empty places behind each window."""
    lengths = np.bincount(item, minlength=len(kinds))
    starts = np.cumsum(lengths + GAP) - lengths - GAP
    size = int((lengths + GAP).sum())
    place = np.arange(len(token)) + item * GAP
    filled = np.zeros((size, 1), np.float32)
    filled[place] = 1
    return Windows(
        _at(place, size, token),
        np.repeat(np.arange(len(kinds)), lengths + GAP),
        filled,
        _at(place, size, distance),
        _matrix_at(place, size, flags),
        starts,
        lengths,
        kinds,
        anchors,
    )


def _at(place: Ints, size: int, values: Ints) -> Ints:
    out = np.zeros(size, np.int64)
    out[place] = values
    return out


def _matrix_at(place: Ints, size: int, values: Floats) -> Floats:
    out = np.zeros((size, values.shape[1]), np.float32)
    out[place] = values
    return out

"""The network in numpy: it reads every token and sentence, then the parts of each candidate quote.

Both readings are the same kind of thing: a few convolutions over neighbouring tokens (`_convolve`), and in
between the pooled state of the sentence or window, given back to each of its tokens (`_pool`).
`tools/train` has the same network for training, and docs/detection.md a drawing.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from reader.quotes.learned.features import Featured
from reader.quotes.learned.windows import Windows
from reader.quotes.learned.word_features import Floats, GrowingTable, Ints, WordRows, unpack

GAP = 3
"""Empty places behind each paragraph, as many as the widest convolution reaches."""
READ_REACHES = (1, 3)
"""Tokens to either side that each convolution of the first reading sees."""
ROLE_REACHES = (1, 3)
"""The same of the second reading, of windows."""
TABLES = ("word", "lemma", "e3", "e4", "shape")
"""What is known of words by identifier, in the order of the identifiers of a row."""
Matrices = dict[str, np.ndarray[tuple[Any, ...], np.dtype[Any]]]
_TINY = np.float32(1e-4)
"""Added before dividing by a size that may be zero; the same in training."""
_EMPTY = np.float32(-30)
"""Greatest value of a group without places; the same in training."""
_CONVOLVED = ("c1", "c2", "sc")
"""How the names of the convolutions' weights begin."""
_AT_ONCE = 256
"""Places convolved in one go: what is made of them stays in the processor's cache."""


@dataclass(frozen=True, slots=True)
class TextScores:
    """What the network makes of each token and sentence."""

    states: Floats
    """Matrix, a row for each token."""
    tokens: Floats
    """Probabilities by token: cue of an indirect quote, then inside each type, then in each role."""
    sentences: Floats
    """Probabilities by sentence: none, then first and following sentence of the three types without frame."""


@dataclass(frozen=True, slots=True)
class CandidateScores:
    """What the network makes of candidates."""

    roles: Floats
    """Probabilities by place in the windows: content, speaker, cue, addressee, frame."""
    speech: Floats
    """Probability that a passage in marks is speech, by candidate."""
    medium: Floats
    """Probabilities of the media, by candidate."""


@dataclass(frozen=True, slots=True)
class _Groups:
    """Places that belong together, a sentence or a window."""

    numbers: Ints
    """Number of the group of each place; empty places have the number behind the last."""
    bounds: Ints
    """First place of each group and the one behind its last, in turn."""
    sizes: Floats
    """How many places each group has, as a column."""


def sigmoid(values: Floats) -> Floats:
    """1 / (1 + e^-x), without overflow."""
    half: Floats = np.tanh(values * np.float32(0.5))
    return (half + 1) * np.float32(0.5)


def _softmax(values: Floats) -> Floats:
    powers: Floats = np.exp(values - values.max(axis=-1, keepdims=True))
    total: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return total


class Network:
    """Weights ready for use; keeps the input sums of the words met so far."""

    def __init__(self, weights: dict[str, Floats], tables: Matrices, rows: WordRows) -> None:
        self._weights = weights | _halved(weights)
        self._tables = tables
        self.rows = rows
        self._inputs = GrowingTable(weights["in.b"].size)

    def read(self, text: Featured) -> TextScores:
        """Read every token and sentence; paragraphs do not see each other."""
        weights = self._weights
        place, count = _paragraph_places(text)
        filled = np.zeros((count, 1), np.float32)
        filled[place] = 1
        states = np.zeros((count, weights["in.b"].size), np.float32)
        states[place] = self._input(text)
        groups = _groups(place[text.starts], text.ends - text.starts, count)
        for number, reach in enumerate(READ_REACHES):
            states = _convolve(states, filled, weights, f"c1.{number}", reach)
            # Once between the two, so that what each token sees next knows its sentence.
            if number == 1:
                self._give_back(states, "pool1", groups)
        pooled = _pool(states, groups)
        tokens = states[place]
        labels = sigmoid(tokens @ weights["tok.w"] + weights["tok.b"])
        return TextScores(tokens, labels, self._sentences(text, pooled))

    def parts(self, reading: TextScores, given: Windows) -> CandidateScores:
        """Look for the parts of each candidate in its window."""
        weights = self._weights
        # What is the same for a whole window is added up once, not for each of its tokens.
        anchors = reading.states[given.anchors].reshape(len(given.anchors), -1) @ weights["anc.w"]
        start = anchors + weights["kind"][given.kinds]
        states: Floats = reading.states[given.token] @ weights["pin.h"] + weights["dist"][given.distance]
        states += given.flags @ weights["pin.f"]
        states += start[given.item]
        states *= given.filled
        groups = _groups(given.starts, given.lengths, len(states))
        for number, reach in enumerate(ROLE_REACHES):
            states = _convolve(states, given.filled, weights, f"c2.{number}", reach)
            if number == 1:
                self._give_back(states, "pool2", groups)
        pooled = _pool(states, groups)
        roles: Floats = states @ weights["role.w"] + weights["role.b"]
        judgements: Floats = pooled @ weights["val.w"] + weights["val.b"]
        return CandidateScores(
            sigmoid(roles), sigmoid(judgements)[:, 0], _softmax(pooled @ weights["med.w"] + weights["med.b"])
        )

    def _input(self, text: Featured) -> Floats:
        # Words met for the first time; what the first layer makes of a word alone is the same in every text.
        if len(self._inputs) < len(self.rows.bits):
            self._inputs.add(self._input_sums(len(self._inputs)))
        sums: Floats = text.context @ self._weights["in.ctx"]
        sums += self._inputs.rows[text.rows]
        return sums

    def _input_sums(self, first: int) -> Floats:
        """What each word alone adds to the first layer, for the rows from `first`."""
        weights = self._weights
        identifiers = np.array(self.rows.identifiers[first:], np.int64)
        sums = unpack(self.rows.bits[first:]) @ weights["in.bits"] + weights["in.b"]
        for column, name in enumerate(TABLES):
            sums += self._tables[name][identifiers[:, column]].astype(np.float32) @ weights["in." + name]
        return sums

    def _give_back(self, states: Floats, name: str, groups: _Groups) -> None:
        """Give the pooled state of each group back to its places."""
        weights = self._weights
        shared = np.zeros((len(groups.sizes) + 1, states.shape[1]), np.float32)
        # One row more for the empty places, which belong to no group and get nothing.
        sums = _pool(states, groups) @ weights[name + ".w"] + weights[name + ".b"]
        np.maximum(sums, 0, out=shared[:-1])
        states += shared[groups.numbers]

    def _sentences(self, text: Featured, pooled: Floats) -> Floats:
        weights = self._weights
        block = text.block[text.starts]
        # One empty place between paragraphs: sentences see only their neighbours within.
        place = np.arange(len(block)) + (block - block[:1])
        filled = np.zeros((int(place[-1]) + 1 if len(place) else 0, 1), np.float32)
        filled[place] = 1
        states = np.zeros((len(filled), weights["in.b"].size), np.float32)
        states[place] = pooled @ weights["sin.w"] + weights["sin.b"]
        states = _convolve(states, filled, weights, "sc", 1)[place]
        return _softmax(states @ weights["sout.w"] + weights["sout.b"])


def _halved(weights: dict[str, Floats]) -> dict[str, Floats]:
    """Weights of the convolutions, halved: both parts of (1 + tanh(x / 2)) / 2 · y are."""
    # Halves are exact in binary, so this changes no result.
    return {name: values * np.float32(0.5) for name, values in weights.items() if name[:2] in _CONVOLVED}


def _paragraph_places(text: Featured) -> tuple[Ints, int]:
    """Places of the tokens when empty places stand behind each paragraph, and how many places that makes."""
    place = np.arange(len(text.block)) + text.block * GAP
    return place, int(place[-1]) + 1 + GAP if len(place) else 0


def _groups(firsts: Ints, sizes: Ints, count: int) -> _Groups:
    """Groups of neighbouring places; there are `count` places."""
    numbers = np.full(count, len(sizes), np.int64)
    each = np.repeat(np.arange(len(sizes)), sizes)
    numbers[np.arange(len(each)) + (firsts + sizes - np.cumsum(sizes))[each]] = each
    bounds = np.stack([firsts, firsts + sizes], axis=1).ravel()
    return _Groups(numbers, bounds, sizes[:, None].astype(np.float32))


def _pool(states: Floats, groups: _Groups) -> Floats:
    """Greatest and mean of each group of places, side by side; the last place is an empty one."""
    # `reduceat` gives every second entry for what lies between two groups.
    most: Floats = np.maximum(np.maximum.reduceat(states, groups.bounds)[::2], _EMPTY)
    mean = np.add.reduceat(states, groups.bounds)[::2] / groups.sizes
    return np.concatenate([most, mean], axis=1)


def _convolve(states: Floats, filled: Floats, weights: dict[str, Floats], name: str, reach: int) -> Floats:
    """Add to each place what a gated convolution makes of it and the places `reach` before and behind."""
    count, size = states.shape
    # Each place is brought to the same size first (root mean square), its gain is part of the weights.
    scale = np.einsum("ij,ij->i", states, states)
    scale = 1 / np.sqrt(scale / np.float32(size) + _TINY)
    padded = np.zeros((count + 2 * reach, size), np.float32)
    np.multiply(states, scale[:, None], out=padded[reach : count + reach])
    new = np.empty_like(states)
    seen = np.empty((min(_AT_ONCE, count), 3 * size), np.float32)
    out = np.empty((len(seen), 2 * size), np.float32)
    for begin in range(0, count, _AT_ONCE):
        gate = new[begin : begin + _AT_ONCE]
        some, made = seen[: len(gate)], out[: len(gate)]
        for side in range(3):
            first = begin + side * reach
            some[:, side * size : (side + 1) * size] = padded[first : first + len(gate)]
        np.matmul(some, weights[name + ".w"], out=made)
        made += weights[name + ".b"]
        # sigmoid(second half) * first half, in place: new arrays would cost more than the sums.
        np.tanh(made[:, size:], out=gate)
        gate += 1
        gate *= made[:, :size]
    new += states
    new *= filled
    return new

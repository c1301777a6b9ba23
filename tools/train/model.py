"""The network of `reader.quotes.learned.network`, in torch, with what training needs besides: dropout and
losses.

Names of parts are those of the weights file: `c1`, `c2` convolutions of the first and second reading,
`pool1`, `pool2` the state of sentence and window given back to its tokens, `tok`, `sout`, `role`, `val`,
`med` the outputs.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.quotes.learned.features import CONTEXT
from reader.quotes.learned.labels import MEDIA
from reader.quotes.learned.network import READ_REACHES, ROLE_REACHES
from reader.quotes.learned.windows import FLAGS
from reader.quotes.learned.word_features import BITS, BUCKETS

TABLES = {"word": 40, "lemma": 32, "e3": 20, "e4": 24, "shape": 8}
"""Widths of the tables."""
DISTANCES, KINDS, SHAPES = (40, 24), (3, 16), 18
_EMPTY = -30.0
_FORGET_WORD, _FORGET_LEMMA = 0.15, 0.1
"""How often a word or lemma is hidden in training, so that its ending and classes count too."""


class Convolution(nn.Module):
    """A gated convolution over a place and those `reach` before and behind it, added to what is there."""

    def __init__(self, size: int, reach: int, dropout: float) -> None:
        super().__init__()
        self.reach = reach
        self.lin = nn.Linear(3 * size, 2 * size)
        self.gain = nn.Parameter(torch.ones(size))
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.lin.weight, 0, (1 / (3 * size)) ** 0.5)

    def forward(self, states: Tensor, filled: Tensor) -> Tensor:
        """The new states; empty places stay zero."""
        scale = torch.rsqrt((states * states).mean(-1, keepdim=True) + 1e-4)
        seen = self.drop(states * scale * self.gain) * filled
        sides = [_shift(seen, self.reach), seen, _shift(seen, -self.reach)]
        made, gate = self.lin(torch.cat(sides, -1)).chunk(2, -1)
        out: Tensor = (states + made * torch.sigmoid(gate)) * filled
        return out


def _shift(states: Tensor, by: int) -> Tensor:
    if abs(by) >= len(states):
        return torch.zeros_like(states)
    return (
        functional.pad(states[:-by], (0, 0, by, 0))
        if by > 0
        else functional.pad(states[-by:], (0, 0, 0, -by))
    )


def pool(states: Tensor, group: Tensor, count: int, filled: Tensor) -> Tensor:
    """Greatest and mean state of each group of places."""
    index = group[:, None].expand_as(states)
    floor = torch.full_like(states, _EMPTY)
    most = torch.full((count, states.shape[1]), _EMPTY)
    most = most.scatter_reduce(0, index, torch.where(filled > 0, states, floor), "amax")
    total = torch.zeros(count, states.shape[1]).index_add(0, group, states * filled)
    size = torch.zeros(count, 1).index_add(0, group, filled).clamp(min=1)
    return torch.cat([most, total / size], -1)


class Net(nn.Module):
    """Both readings."""

    def __init__(self, words: int, lemmas: int, size: int, dropout: float) -> None:
        super().__init__()
        rows = {"word": words + 1, "lemma": lemmas + 1, "e3": BUCKETS, "e4": BUCKETS, "shape": SHAPES}
        self.tables = nn.ModuleDict({name: nn.Embedding(rows[name], TABLES[name]) for name in TABLES})
        for name in ("word", "lemma", "e3", "e4"):
            nn.init.normal_(self.tables[name].weight, 0, 0.3)  # type: ignore[arg-type]  # an Embedding's weight
        self.inp = nn.Linear(sum(TABLES.values()) + BITS + CONTEXT, size)
        self.c1 = nn.ModuleList([Convolution(size, reach, dropout) for reach in READ_REACHES])
        self.c2 = nn.ModuleList([Convolution(size, reach, dropout) for reach in ROLE_REACHES])
        self.pool1, self.pool2 = nn.Linear(2 * size, size), nn.Linear(2 * size, size)
        self.tok = nn.Linear(size, 10)
        self.sin, self.sc, self.sout = (
            nn.Linear(2 * size, size),
            Convolution(size, 1, dropout),
            nn.Linear(size, 7),
        )
        self.dist, self.kind = nn.Embedding(*DISTANCES), nn.Embedding(*KINDS)
        self.pin = nn.Linear(size + DISTANCES[1] + KINDS[1] + FLAGS, size)
        self.anc = nn.Linear(2 * size, size)
        self.role = nn.Linear(size, 5)
        self.val, self.med = nn.Linear(2 * size, 1), nn.Linear(2 * size, len(MEDIA))
        self.drop = nn.Dropout(dropout)

    def read(
        self, identifiers: Tensor, bits: Tensor, context: Tensor, filled: Tensor, sentence: Tensor, count: int
    ) -> Tensor:
        """States of all places."""
        parts = []
        for column, name in enumerate(TABLES):
            numbers = identifiers[:, column]
            forget = {"word": _FORGET_WORD, "lemma": _FORGET_LEMMA}.get(name, 0.0)
            if self.training and forget:
                numbers = numbers * (torch.rand(numbers.shape) > forget)
            parts.append(self.tables[name](numbers))
        states: Tensor = self.inp(self.drop(torch.cat([*parts, bits, context], -1))) * filled
        for number, layer in enumerate(self.c1):
            states = layer(states, filled)
            if number == 1:
                states = self._share(states, self.pool1, sentence, count, filled)
        return states

    def _share(self, states: Tensor, layer: nn.Module, group: Tensor, count: int, filled: Tensor) -> Tensor:
        shared = torch.relu(layer(self.drop(pool(states, group, count, filled))))
        out: Tensor = (states + shared[group]) * filled
        return out

    def sentences(
        self, states: Tensor, filled: Tensor, sentence: Tensor, count: int, places: Tensor
    ) -> Tensor:
        """Scores of the labels of each sentence; `places` puts an empty place between paragraphs."""
        pooled = self.sin(self.drop(pool(states, sentence, count, filled)))[: len(places)]
        size = int(places[-1]) + 1
        spread = torch.zeros(size, pooled.shape[1]).index_copy(0, places, pooled)
        taken = torch.zeros(size, 1).index_fill(0, places, 1.0)
        out: Tensor = self.sout(self.drop(self.sc(spread, taken)[places]))
        return out

    def parts(self, near: Tensor, anchors: Tensor, given: Sequence[Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """States of the places in windows; scores for speech and media.

        `given` are distances, kinds, items, flags and filled places, as in `Windows`.
        """
        distance, kinds, item, flags, filled = given
        inside = [self.drop(near), self.dist(distance), self.kind(kinds)[item], flags]
        states = (self.pin(torch.cat(inside, -1)) + self.anc(anchors)[item]) * filled
        for number, layer in enumerate(self.c2):
            states = layer(states, filled)
            if number == 1:
                states = self._share(states, self.pool2, item, len(kinds), filled)
        pooled = self.drop(pool(states, item, len(kinds), filled))
        return states, self.val(pooled)[:, 0], self.med(pooled)

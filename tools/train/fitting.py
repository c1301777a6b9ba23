"""Fit a network to examples: batches of whole articles, several losses, one pass of a falling learning
rate."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from reader.models import QuoteType
from reader.quotes.learned import windows as win
from reader.quotes.learned.labels import MEDIA
from reader.quotes.learned.network import GAP
from reader.quotes.learned.word_features import Floats, WordRows, unpack
from tools.train.forgetting import Shares, forgetful
from tools.train.gold import ROLES, Example, Target
from tools.train.model import Net

_NAMES = [str(medium) for medium in MEDIA]
_IGNORED = -100


@dataclass(frozen=True, slots=True)
class Plan:
    """How to fit."""

    size: int = 64
    dropout: float = 0.25
    passes: int = 12
    """Times that every article is seen."""
    rate: float = 3e-3
    batch: int = 1200
    """Tokens in a batch."""
    seed: int = 3
    sentence_weight: float = 0.5
    cue_weight: float = 6.0
    parts_scale: float = 0.1
    forget: Shares = field(default_factory=lambda: {QuoteType.INDIRECT_FREE_INDIRECT: 0.25})
    """How much the rules forget of what they get right, by type, anew in every pass."""
    averaged: int = 6
    """The last passes, over whose steps the weights are averaged."""
    slowness: float = 0.997
    """What the average keeps of itself when the weights of another step come in."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles one after the other, empty places between paragraphs."""

    identifiers: Tensor
    bits: Tensor
    context: Tensor
    filled: Tensor
    sentence: Tensor
    count: int
    """Sentences, with one more for the empty places."""
    places: Tensor
    """Where each token stands."""
    sentence_places: Tensor
    offsets: list[int]
    """First token of each article."""


def collate(examples: Sequence[Example], tables: tuple[Tensor, Tensor]) -> Batch:
    """A batch; `tables` are identifiers and bits by row."""
    places, sentences, sentence_places, offsets = [], [], [], []
    place = sentence = free = token = 0
    for example in examples:
        text = example.text
        at = np.arange(len(text.rows)) + text.block * GAP + place
        block = text.block[text.starts]
        places.append(at)
        sentences.append(text.sentence + sentence)
        sentence_places.append(np.arange(len(block)) + block + free)
        offsets.append(token)
        place, free = int(at[-1]) + 1 + GAP, int(sentence_places[-1][-1]) + 2
        sentence, token = sentence + len(block), token + len(at)
    where = torch.from_numpy(np.concatenate(places))
    rows = torch.from_numpy(np.concatenate([example.text.rows for example in examples]))
    context = torch.from_numpy(np.concatenate([example.text.context for example in examples]))
    numbers = torch.from_numpy(np.concatenate(sentences))
    return Batch(
        _spread(tables[0][rows], where, place),
        _spread(tables[1][rows], where, place),
        _spread(context, where, place),
        _spread(torch.ones(len(where), 1), where, place),
        torch.full((place,), sentence).index_copy(0, where, numbers),
        sentence + 1,
        where,
        torch.from_numpy(np.concatenate(sentence_places)),
        offsets,
    )


def _spread(values: Tensor, places: Tensor, size: int) -> Tensor:
    return torch.zeros(size, values.shape[1], dtype=values.dtype).index_copy(0, places, values)


def tables_of(rows: WordRows) -> tuple[Tensor, Tensor]:
    """Identifiers and bits of all rows."""
    return torch.tensor(rows.identifiers), torch.from_numpy(unpack(rows.bits))


def read(net: Net, batch: Batch) -> Tensor:
    """States of all places of a batch."""
    states: Tensor = net.read(
        batch.identifiers, batch.bits, batch.context, batch.filled, batch.sentence, batch.count
    )
    return states


def loss_of(net: Net, examples: Sequence[Example], tables: tuple[Tensor, Tensor], plan: Plan) -> Tensor:
    """The loss of a batch."""
    batch = collate(examples, tables)
    states = read(net, batch)
    tokens = states[batch.places]
    right = torch.from_numpy(np.concatenate([example.tokens for example in examples]))
    scores = net.tok(net.drop(tokens))
    wrong = functional.binary_cross_entropy_with_logits(scores, right, reduction="none").sum(0) / len(tokens)
    loss: Tensor = wrong[0] * plan.cue_weight + wrong[1:].sum()
    loss = loss + plan.sentence_weight * _sentence_loss(net, states, batch, examples)
    return loss + _parts_loss(net, tokens, batch, examples, plan)


def _sentence_loss(net: Net, states: Tensor, batch: Batch, examples: Sequence[Example]) -> Tensor:
    scores = net.sentences(states, batch.filled, batch.sentence, batch.count, batch.sentence_places)
    labels = torch.from_numpy(np.concatenate([example.sentences for example in examples]))
    return functional.cross_entropy(scores, labels)


def _parts_loss(net: Net, tokens: Tensor, batch: Batch, examples: Sequence[Example], plan: Plan) -> Tensor:
    given = [
        (win.windows(example.text, [target.candidate for target in example.targets]), example.targets, offset)
        for example, offset in zip(examples, batch.offsets, strict=True)
        if example.targets
    ]
    if not given:
        return torch.zeros(())
    token = _joined([w.token + offset for w, _, offset in given])
    anchors = _joined([w.anchors + offset for w, _, offset in given])
    kinds = _joined([w.kinds for w, _, _ in given])
    begin = np.cumsum([0, *(len(w.kinds) for w, _, _ in given)])
    item = _joined([g[0].item + int(first) for g, first in zip(given, begin, strict=False)])
    distance, flags, filled = (
        _joined([getattr(g[0], name) for g in given]) for name in ("distance", "flags", "filled")
    )
    near = tokens[token], tokens[anchors].reshape(len(anchors), -1)
    states, speech, media = net.parts(*near, (distance, kinds, item, flags, filled))
    targets = [target for _, some, _ in given for target in some]
    right = _joined([_roles(w, some) for w, some, _ in given])
    scores = net.role(net.drop(states))
    wrong = functional.binary_cross_entropy_with_logits(scores, right, reduction="none") * filled
    loss = plan.parts_scale * (wrong * _counted(kinds, targets)[item]).sum() / len(kinds)
    return loss + _judgement_loss(speech, media, kinds, targets)


def _joined(arrays: Sequence[np.ndarray]) -> Tensor:  # type: ignore[type-arg]  # of any element type
    return torch.from_numpy(np.concatenate(arrays))


def _roles(given: win.Windows, some: Sequence[Target]) -> Floats:
    """What is right for each place of the windows of an article."""
    right = np.zeros((len(given.token), len(ROLES)), np.float32)
    for number, target in enumerate(some):
        if target.quote:
            begin = given.starts[number]
            places = slice(begin, begin + given.lengths[number])
            for column, role in enumerate(ROLES):
                right[places, column] = np.isin(given.token[places], target.quote.roles[role])
    return right


def _counted(kinds: Tensor, targets: Sequence[Target]) -> Tensor:
    """Which roles count: all for cues, all but the content for marks, only the speaker for sentences."""
    out = torch.ones(len(kinds), len(ROLES))
    out[kinds == win.MARKED, 0] = 0
    out[torch.tensor([target.quote is None for target in targets])] = 0
    out[kinds == win.SENTENCES] = torch.tensor([0.0, 1, 0, 0, 0])
    return out


def _judgement_loss(speech: Tensor, media: Tensor, kinds: Tensor, targets: Sequence[Target]) -> Tensor:
    loss = torch.zeros(())
    marked = kinds == win.MARKED
    if marked.any():
        right = torch.tensor([float(target.quote is not None) for target in targets])
        loss = loss + 0.3 * functional.binary_cross_entropy_with_logits(speech[marked], right[marked])
    quotes = [target.quote for target in targets]
    labels = torch.tensor([_NAMES.index(q.medium) if q and q.medium in _NAMES else _IGNORED for q in quotes])
    if (labels >= 0).any():
        loss = loss + 0.1 * functional.cross_entropy(media, labels)
    return loss


def fit(
    examples: list[Example],
    rows: WordRows,
    plan: Plan,
    tell: Callable[[str], None] = print,
) -> Net:
    """A network fitted to the examples; the same for the same examples, plan and torch."""
    torch.set_num_threads(1)
    torch.manual_seed(plan.seed)
    dice, forgetting = random.Random(plan.seed), random.Random(plan.seed + 100)
    vocabulary = rows.vocabulary
    net = Net(len(vocabulary.words), len(vocabulary.lemmas), plan.size, plan.dropout)
    passes = [_batches(examples, plan, dice) for _ in range(plan.passes)]
    step = Step(net, tables_of(rows), plan, sum(map(len, passes)))
    average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(plan.slowness))
    net.train()
    for number, batches in enumerate(passes, 1):
        total = 0.0
        for batch in batches:
            total += step.take([forgetful(example, plan.forget, forgetting) for example in batch])
            if number > plan.passes - plan.averaged:
                average.update_parameters(net)
        tell(f"pass {number} of {plan.passes}: loss {total / len(batches):.3f}")
    fitted: Net = average.module.eval()
    return fitted


class Step:
    """A step down the slope of the loss, at a rate that rises first and then falls to nothing."""

    def __init__(self, net: Net, tables: tuple[Tensor, Tensor], plan: Plan, steps: int) -> None:
        self._net, self._tables, self._plan = net, tables, plan
        self._descent = torch.optim.AdamW(
            net.parameters(), lr=plan.rate, weight_decay=0.01, betas=(0.9, 0.98)
        )
        self._rate = torch.optim.lr_scheduler.OneCycleLR(
            self._descent, plan.rate, total_steps=steps, pct_start=0.12
        )

    def take(self, batch: list[Example]) -> float:
        """Go a step by these examples; what the loss was."""
        loss = loss_of(self._net, batch, self._tables, self._plan)
        self._descent.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._net.parameters(), 1.0)
        self._descent.step()
        self._rate.step()
        return loss.item()


def _batches(examples: list[Example], plan: Plan, dice: random.Random) -> list[list[Example]]:
    """Batches of about equal size in random order."""
    out: list[list[Example]] = []
    size = plan.batch + 1
    for example in dice.sample(examples, len(examples)):
        if size + len(example.text.rows) > plan.batch:
            out.append([])
            size = 0
        out[-1].append(example)
        size += len(example.text.rows)
    return out

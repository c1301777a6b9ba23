"""Cross-validate on the training articles: fit on four fifths, look for quotes in the last.

The fold of an article is the number of its line in the file modulo five.
"""

import pickle
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from reader.quotes.learned.decode import Found
from reader.quotes.learned.network import Network
from tools.train.data import Data
from tools.train.fitting import Plan, fit
from tools.train.gold import Example
from tools.train.measure import found_in, runnable, score, summary
from tools.train.model import Net

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Fold:
    """A network with the articles it has not seen."""

    network: Network
    kept: list[Example]

    def found(self, thresholds: dict[str, float]) -> list[list[Found]]:
        """Quotes found in the articles not seen."""
        return found_in(self.kept, self.network, thresholds)


def cross_validate(
    data: Data,
    plan: Plan,
    keep: Path,
    numbers: Sequence[int] = range(FOLDS),
    tell: Callable[[str], None] = print,
) -> list[Fold]:
    """The folds `numbers`; networks that the folder `keep` has already are not fitted again."""
    keep.mkdir(exist_ok=True, parents=True)
    out = []
    for number in numbers:
        kept = [example for at, example in enumerate(data.articles) if at % FOLDS == number]
        file = keep / f"{number}-{plan.seed}.pickle"
        net = _stored(file, data, plan) if file.exists() else _fitted(number, data, plan, tell)
        file.write_bytes(pickle.dumps(net.state_dict()))
        out.append(Fold(runnable(net, data.rows), kept))
    return out


def _stored(file: Path, data: Data, plan: Plan) -> Net:
    lexicon = data.rows.lexicon
    net = Net(len(lexicon.words), len(lexicon.lemmas), plan.size, plan.dropout)
    net.load_state_dict(pickle.loads(file.read_bytes()))
    return net.eval()


def _fitted(number: int, data: Data, plan: Plan, tell: Callable[[str], None]) -> Net:
    begin = time.time()
    rest = [example for at, example in enumerate(data.articles) if at % FOLDS != number]
    net = fit(rest, data.rows, plan, tell)
    tell(f"fold {number} fitted in {time.time() - begin:.0f} s with torch {torch.__version__}")
    return net


def report(folds: Sequence[Fold], thresholds: dict[str, float]) -> str:
    """Scores over the articles of all folds, each found by the network that has not seen it."""
    kept = [example for fold in folds for example in fold.kept]
    return summary(score(kept, [quotes for fold in folds for quotes in fold.found(thresholds)]))

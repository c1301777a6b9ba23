"""Cross-validate on the training articles: fit on four fifths, look for quotes in the last.

The fold of an article is the number of its line in the file modulo five.
"""

import pickle
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from reader.quotes.learned.merging import FoundQuote
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

    def found(self, thresholds: dict[str, float]) -> list[list[FoundQuote]]:
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
    out = []
    for number in numbers:
        rest = [example for at, example in enumerate(data.articles) if at % FOLDS != number]
        kept = [example for at, example in enumerate(data.articles) if at % FOLDS == number]
        net = fitted(f"fold {number}", rest, data, plan, keep, tell)
        out.append(Fold(runnable(net, data.rows), kept))
    return out


def fitted(
    name: str, examples: list[Example], data: Data, plan: Plan, keep: Path, tell: Callable[[str], None]
) -> Net:
    """A network fitted to the examples, or the one of that name that the folder `keep` has already."""
    keep.mkdir(exist_ok=True, parents=True)
    file = keep / f"{name}.pickle"
    if file.exists():
        vocabulary = data.rows.vocabulary
        net = Net(len(vocabulary.words), len(vocabulary.lemmas), plan.size, plan.dropout)
        net.load_state_dict(pickle.loads(file.read_bytes()))
        return net.eval()
    begin = time.time()
    net = fit(examples, data.rows, plan, tell)
    file.write_bytes(pickle.dumps(net.state_dict()))
    tell(f"{name} fitted in {time.time() - begin:.0f} s with torch {torch.__version__}")
    return net


def report(folds: Sequence[Fold], thresholds: dict[str, float]) -> str:
    """Scores over the articles of all folds, each found by the network that has not seen it."""
    kept = [example for fold in folds for example in fold.kept]
    return summary(score(kept, [quotes for fold in folds for quotes in fold.found(thresholds)]))

"""Decode articles with networks as `reader` does, and score them as the data's scorer does."""

from collections.abc import Sequence
from typing import Any

from bench.scoring import TYPES, Tally
from reader.models import Quote
from reader.quotes.engines import quote_of
from reader.quotes.learned.decode import decode
from reader.quotes.learned.engine import NAME, to_drafts
from reader.quotes.learned.merging import FoundQuote
from reader.quotes.learned.network import Network
from reader.quotes.learned.weights import Settings, ready
from reader.quotes.learned.word_features import WordRows
from reader.quotes.people import NOBODY
from reader.quotes.text.text import Text
from tools.train.export import matrices, quantised
from tools.train.gold import Example
from tools.train.model import Net

THRESHOLDS = {
    "anchor": 0.45,
    "speech": 0.5,
    "ruled speech": 0.1,
    "content": 0.5,
    "speaker": 0.4,
    "cue": 0.4,
    "addressee": 0.25,
    "frame": 0.45,
    "frameless speaker": 0.35,
    "IndirectFreeIndirect": 0.55,
    "FreeIndirect": 0.35,
    "Reported": 0.42,
}
"""Least probabilities, chosen on the folds."""


def runnable(net: Net, rows: WordRows) -> Network:
    """The network as it will be loaded, with its weights rounded."""
    return Network(*ready(quantised(matrices(net))), rows)


def found_in(
    examples: Sequence[Example], network: Network, thresholds: dict[str, float]
) -> list[list[FoundQuote]]:
    """Quotes found in each article, in tokens."""
    settings = Settings(thresholds, {})
    return [decode(example.text, network, settings) for example in examples]


def quotes_of(example: Example, found: Sequence[FoundQuote]) -> list[Quote]:
    """What was found in an article as quotes, their speakers left unresolved."""
    text = Text(example.text.analysis)
    return [quote_of(text, draft, NOBODY, NAME) for draft in to_drafts(text.analysis, found)]


def score(examples: Sequence[Example], found: Sequence[Sequence[FoundQuote]]) -> dict[str, Any]:
    """The scorer's report."""
    tally = Tally()
    for example, quotes in zip(examples, found, strict=True):
        tally.add(example.line, [_line(quote) for quote in quotes_of(example, quotes)])
    return tally.report()


def _line(quote: Any) -> dict[str, Any]:
    roles = {role: getattr(quote, role) for role in ("spans", "speaker", "cue", "addressee", "frame")}
    return {"type": str(quote.type), "medium": str(quote.medium), **roles}


def summary(report: dict[str, Any]) -> str:
    """The figures that matter, in one line."""
    tokens, found = report["tokens"], report["found"]
    names = ("quote", "roles", "joint", "speaker", "cue", "addressee", "frame")
    first = " ".join(f"{name} {tokens[name]['f1']:.3f}" for name in names)
    second = " ".join(f"{kind} {found[kind]['f1']:.2f}" for kind in TYPES)
    return f"{first} | {second} | speaker right {report['speaker']['right']:.3f}"

"""Count kinds of misses and false alarms on the training articles, each found by a network new to it.

python -m tools.train.errors ../shared/quotes-eval --keep FOLDER
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.quotes.german import lexicon as w
from reader.quotes.learned.features import Featured
from reader.quotes.learned.merging import FoundQuote
from reader.quotes.learned.word_features import FLAGS
from tools.train.crossval import cross_validate
from tools.train.data import load
from tools.train.fitting import Plan
from tools.train.gold import Annotated, Example
from tools.train.measure import THRESHOLDS

_MOST = 20
_ATTRIBUTIONS = frozenset(("laut", "zufolge", "gemäß", "nach", "so", "demnach", "wonach", "danach", "wie"))


def main() -> None:
    """Print the most frequent kinds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--keep", type=Path, required=True)
    options = parser.parse_args()
    misses: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for fold in cross_validate(load(options.data), Plan(), options.keep):
        for example, found in zip(fold.kept, fold.found(THRESHOLDS), strict=True):
            misses.update(_misses(example, found))
            alarms.update(_alarms(example, found))
    for name, counts in (("misses", misses), ("false alarms", alarms)):
        print(f"\n{name}: {counts.total()}")
        for kind, count in counts.most_common(_MOST):
            print(f"{count:5}  {kind}")


def _same(one: Sequence[int], other: Sequence[int]) -> bool:
    mine, yours = set(one), set(other)
    return 2 * len(mine & yours) >= len(mine | yours)


def _misses(example: Example, found: Sequence[FoundQuote]) -> Iterator[str]:
    for quote in example.quotes:
        content = quote.roles["spans"]
        near = [other for other in found if _same(content, other.roles["content"])]
        if any(other.type == quote.type for other in near):
            continue
        kind = _construction(example.text, quote)
        if near:
            yield f"{kind}: taken for {near[0].type}"
        elif any(set(content) & set(other.roles["content"]) for other in found if other.type == quote.type):
            yield f"{kind}: found with other ends"
        else:
            yield f"{kind}: not found"


def _alarms(example: Example, found: Sequence[FoundQuote]) -> Iterator[str]:
    for quote in found:
        content = quote.roles["content"]
        near = [other for other in example.quotes if _same(content, other.roles["spans"])]
        if any(other.type == quote.type for other in near):
            continue
        same = [other for other in example.quotes if other.type == quote.type]
        kind = f"{quote.type}, {_hanging(example.text, quote)}"
        if near:
            yield f"{kind}: is {near[0].type}"
        elif any(set(content) & set(other.roles["spans"]) for other in same):
            yield f"{kind}: has other ends"
        else:
            yield f"{kind}: no quote"


def _hanging(text: Featured, quote: FoundQuote) -> str:
    if quote.type == "Indirect":
        return _cue_kind(text, quote.anchor.first)
    if quote.type == "Direct":
        return _length(quote.anchor.last - quote.anchor.first - 1)
    return _mood(text, quote.roles["content"])


def _construction(text: Featured, quote: Annotated) -> str:
    content = quote.roles["spans"]
    if quote.type == "Direct":
        words = text.analysis.tokens.words
        marked = shape_marks(words[content[0]])
        return f"Direct, {_length(len(content) - 2)}" if marked else "Direct, without marks"
    if quote.type != "Indirect":
        return f"{quote.type}, {_mood(text, content)}"
    if quote.anchor < 0:
        return "Indirect, no cue"
    return f"Indirect, {_cue_kind(text, quote.anchor)}"


def shape_marks(word: str) -> bool:
    """Whether a token is a quotation mark."""
    return word in "„“”\"»«‚‘’›‹'" and bool(word)


def _length(words: int) -> str:
    return "1 to 3 words" if words <= 3 else "4 to 7 words" if words <= 7 else "longer"


def _mood(text: Featured, content: Sequence[int]) -> str:
    flags = [int(text.flags[token]) for token in content]
    words = [text.analysis.tokens.words[token].lower() for token in content]
    if any(word in ("soll", "sollen", "sollte", "sollten") for word in words):
        return "with sollen"
    if any(bits & w.SUBJUNCTIVE1 and not bits & w.CAPITAL for bits in flags):
        return "subjunctive"
    if any(bits >> FLAGS & 7 for bits in flags):
        return "with a verb of saying or thinking"
    return "indicative"


def _cue_kind(text: Featured, anchor: int) -> str:
    """The construction of an indirect quote by its cue and what follows the cue in its sentence."""
    words = text.analysis.tokens.words
    if words[anchor].lower() in _ATTRIBUTIONS:
        return words[anchor].lower()
    flags = int(text.flags[anchor])
    if flags & w.CAPITAL and not flags & w.FINITE:
        return "noun"
    end = int(text.ends[text.sentence[anchor]])
    after = [words[at].lower() for at in range(anchor, end)]
    if "dass" in after or "daß" in after:
        return "verb + dass"
    if "," in after[:-1] and "zu" in after[after.index(",") :]:
        return "verb + zu"
    if any(int(text.flags[at]) & w.SUBJUNCTIVE1 for at in range(anchor + 1, end)):
        return "verb + subjunctive"
    first = int(text.starts[text.sentence[anchor]])
    return "verb + indicative" if "," in after[:-2] or anchor - first < 6 else "verb last"


if __name__ == "__main__":
    main()

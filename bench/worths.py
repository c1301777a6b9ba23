"""How often the rules of each language are right, counted on texts that none of them was written after.

    python -m bench.worths            a table of every rule of every language
    python -m bench.worths en es      of these languages
    python -m bench.worths --write    and write `reader/languages/<code>/worths.toml`

Counted are the sealed halves of the gold set and, where they lie beside the project, the dev articles that
people annotated. Those have no types, so their shares are lower bounds; speech acts and hearsay, which they
do not have, are counted on the gold set alone.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.quality import judged
from bench.scoring import covered
from reader.models import Quote, QuoteType
from reader.quotes import detect
from reader.quotes.rules import FILE, worth_of
from tests.gold.loader import sealed_half

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "quotes-eval"
SETS = {"en": ("en-polnear",), "pt": ("pt-cstnews",)}
"""Sets that people annotated, by language. What was derived from syntax is left out: it knows no dialogue
and calls right quotes spurious. German rules have their counts in their own module."""
_UNMARKED = (QuoteType.REPORTED, QuoteType.FREE_INDIRECT, QuoteType.INDIRECT_FREE_INDIRECT)
"""Types that only the gold set has."""
SURE = 0.9
"""Confidence from which `A` on the desk offers to accept unread."""

Judged = Iterator[tuple[Quote, bool]]


def on_gold(language: str) -> Judged:
    """The quotes found in the sealed passages of a language, with whether each is right."""
    for case in sealed_half():
        if case.language == language:
            quotes = detect(case.text, language, case.title, engine="rules")
            yield from judged(case.line(), quotes)


def on_dev(language: str) -> Judged:
    """The same in the annotated dev articles that may lie beside the project."""
    for name in SETS.get(language, ()):
        path = DATA / f"{name}-dev.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        for line in map(json.loads, lines):
            quotes = detect(line["text"], language, line.get("title", ""), engine="rules")
            yield from judged_in_part(line, quotes)


def judged_in_part(line: Mapping[str, Any], quotes: Iterable[Quote]) -> Judged:
    """Quotes with whether they are right by a set that has no types, or joins what stands around a tag."""
    tokens = line["tokens"]
    gold = [covered(quote["spans"], tokens) for quote in line["quotes"]]
    for quote in quotes:
        mine = covered(quote.spans, tokens)
        if quote.type in _UNMARKED or not mine:
            continue
        inside = quote.type is QuoteType.DIRECT or quote.nested
        yield (
            quote,
            any(
                2 * len(mine & other) >= len(mine | other)
                or (inside and len(mine & other) >= 0.9 * len(mine))
                for other in gold
            ),
        )


def counts(found: Iterable[tuple[Quote, bool]]) -> dict[str, tuple[int, int]]:
    """By rule, how many of its quotes were right, and how many there were."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for quote, ok in found:
        total[quote.rule] += 1
        right[quote.rule] += ok
    return {rule: (right[rule], total[rule]) for rule in sorted(total)}


def share_of_sure(found: Iterable[tuple[Quote, bool]]) -> tuple[int, int]:
    """Of the quotes with a confidence of at least 0.9: right ones, and all."""
    sure = [ok for quote, ok in found if quote.confidence >= SURE]
    return sum(sure), len(sure)


def toml(table: Mapping[str, tuple[int, int]]) -> str:
    """The file of a language's counts."""
    lines = (f'"{rule}" = [{right}, {found}]' for rule, (right, found) in table.items())
    return (
        "# Right quotes of each rule, and all that it found: `python -m bench.worths --write`.\n"
        'source = "texts that no rule was written after"\n\n[counts]\n' + "\n".join(lines) + "\n"
    )


def main() -> None:
    """Print the table, and write the files where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("languages", nargs="*")
    parser.add_argument("--write", action="store_true", help="write the files of counts")
    options = parser.parse_args()
    known = sorted({case.language for case in sealed_half()} - {"de"})
    for language in options.languages or known:
        found = [*on_gold(language), *on_dev(language)]
        table = counts(found)
        right, sure = share_of_sure(found)
        print(f"{language}: of {sure} quotes from {SURE:.0%} sure, {right} right")
        for rule, (good, all_) in table.items():
            print(f"    {rule:<30} {good:>5} of {all_:>5}  {worth_of(good, all_):.2f}")
        if options.write:
            (ROOT / "reader" / "languages" / language / FILE).write_text(toml(table), encoding="utf-8")


if __name__ == "__main__":
    main()

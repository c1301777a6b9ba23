"""How good detection is: scores on the gold set and, where at hand, on the annotated dev articles.

    python -m bench.quality                     a table of all scores beside their floors
    python -m bench.quality --misses de-rules   and what was missed or found wrongly in one part
    python -m bench.quality --constructions rules   how much is found of each construction
    python -m bench.quality --rules de FILE     how often the quotes of each rule are right, in a file
    python -m bench.quality --raise-floors      lift every floor that is lower than the score less 0.01

The floors stand in `tests/gold/floors.json`. They only rise, and a test fails when a score falls below
its floor.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bench.scoring import TYPES, Tally, covered
from reader.models import Quote
from reader.quotes import detect, detector_name
from tests.gold.loader import Case, cases, open_half, passages, sealed_half

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "gold" / "floors.json"
DEV = ROOT.parent / "shared" / "quotes-eval" / "de-dev.jsonl"
SURE = 0.9
"""Confidence from which quotes are accepted unread."""
MARGIN = 0.01
"""How far below the measured score a raised floor lies."""

Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Part:
    """The scores of one set of texts in one language by one engine."""

    name: str
    scores: Scores
    counts: Counter[str]
    remarks: tuple[str, ...]


def as_line(quote: Quote) -> dict[str, Any]:
    """A detected quote as the scorer takes it."""
    roles = {role: getattr(quote, role) for role in ("spans", "speaker", "cue", "addressee", "frame")}
    return {"type": str(quote.type), "medium": str(quote.medium), **roles}


def score(tally: Tally) -> Scores:
    """The figures that have floors: F1 of tokens, of quotes found by type, exact ones, and speakers right."""
    report = tally.report()
    figures = {name: report["tokens"][name]["f1"] for name in ("quote", "roles", "joint")}
    figures |= {
        kind: report["found"][kind]["f1"] for kind in ("any", *TYPES) if tally.gold[kind] or kind == "any"
    }
    return figures | {"exact": report["exact"]["any"]["f1"], "speaker": report["speaker"]["right"]}


def measure(name: str, cases: Iterable[Case], engine: str) -> Part:
    """Scores of an engine ("rules" or "learned") on annotated texts of one language."""
    tally, remarks = Tally(), []
    for case in cases:
        quotes = detect(case.text, case.language, case.title, engine=engine)
        remarks += [f"{case.name}: {text}" for text in tally.add(case.line(), map(as_line, quotes))]
    return Part(name, score(tally), tally.gold, tuple(remarks))


def engines(language: str) -> tuple[str, ...]:
    """The engines that a language has."""
    return ("rules", "learned") if detector_name(language, "learned").startswith("learned") else ("rules",)


def by_language(cases: Iterable[Case]) -> dict[str, list[Case]]:
    """The cases of each language."""
    sorted_out: dict[str, list[Case]] = {}
    for case in cases:
        sorted_out.setdefault(case.language, []).append(case)
    return sorted_out


@cache
def gold_parts() -> tuple[Part, ...]:
    """Scores on the gold set and on both halves of the longer passages, each language by each engine."""
    sets = (("", cases()), ("open-", open_half()), ("sealed-", sealed_half()))
    return tuple(
        measure(f"{language}-{half}{engine}", found, engine)
        for half, texts in sets
        for language, found in sorted(by_language(texts).items())
        for engine in engines(language)
    )


def sure_right(half: Iterable[Case]) -> Iterator[str]:
    """For each language and engine, of the quotes from 90 % sure on how many are right, as lines."""
    for language, found in sorted(by_language(half).items()):
        for engine in engines(language):
            sure = [
                ok
                for case in found
                for quote, ok in judged(case.line(), detect(case.text, language, engine=engine))
                if quote.confidence >= SURE
            ]
            yield f"{language}-{engine}: of {len(sure)} quotes from {SURE:.0%} sure on, {sum(sure)} are right"


@cache
def dev_parts() -> tuple[Part, ...]:
    """Scores on the annotated dev articles by each engine; none where the articles are absent."""
    if not DEV.exists():
        return ()
    return tuple(measure(f"dev-{engine}", dev_cases(), engine) for engine in engines("de"))


@dataclass(frozen=True)
class Annotated(Case):
    """A case that brings its own tokens."""

    tokens: tuple[tuple[int, int], ...] = ()

    def line(self) -> dict[str, Any]:
        return {"text": self.text, "tokens": self.tokens, "quotes": self.quotes}


def dev_cases() -> Iterator[Case]:
    """The annotated dev articles that may lie beside the project."""
    with DEV.open(encoding="utf-8") as lines:
        for line in map(json.loads, filter(str.strip, lines)):
            tokens = tuple(map(tuple, line["tokens"]))
            yield Annotated(
                line["id"], "de", line["text"], tuple(line["quotes"]), line["title"], tokens=tokens
            )


def floors() -> dict[str, Scores]:
    """The pinned floors by part."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def shortfalls(parts: Iterable[Part], pinned: Mapping[str, Scores]) -> list[str]:
    """A sentence for every score below its floor."""
    return [
        f"{part.name}: {figure} is {part.scores.get(figure, 0.0):.3f}, below its floor {floor:.3f}"
        for part in parts
        for figure, floor in pinned.get(part.name, {}).items()
        if part.scores.get(figure, 0.0) < floor
    ]


def raised(parts: Iterable[Part], pinned: Mapping[str, Scores]) -> dict[str, Scores]:
    """The floors lifted to just below the scores; none is lowered and none is dropped."""
    lifted = {name: dict(figures) for name, figures in pinned.items()}
    for part in parts:
        mine = lifted.setdefault(part.name, {})
        for figure, value in part.scores.items():
            mine[figure] = max(mine.get(figure, 0.0), round(max(value - MARGIN, 0.0), 3))
    return dict(sorted(lifted.items()))


def table(parts: Iterable[Part], pinned: Mapping[str, Scores]) -> Iterator[str]:
    """Lines of a table: each score, its floor behind it, and the number of annotated quotes."""
    columns = ("quote", "roles", "joint", "any", "exact", "speaker", *TYPES)
    heads = (*columns[:-3], "IndirectFI", *columns[-2:])
    yield f"{'':<18} {'quotes':>6} " + " ".join(f"{head[:12]:>12}" for head in heads)
    for part in parts:
        figures = (_cell(part.scores.get(name), pinned.get(part.name, {}).get(name)) for name in columns)
        yield f"{part.name:<18} {sum(part.counts.values()):>6} " + " ".join(figures)


def by_construction(passages: Iterable[Case], engine: str) -> Iterator[str]:
    """For each construction of the short passages: quotes found with their type, of those annotated."""
    tallies: dict[str, Tally] = {}
    for case in passages:
        tally = tallies.setdefault(f"{case.language}  {case.construction}", Tally())
        tally.add(case.line(), map(as_line, detect(case.text, case.language, engine=engine)))
    for name, tally in tallies.items():
        found = sum(tally.found[kind] for kind in TYPES)
        spurious = sum(tally.predicted.values()) - tally.found["any"]
        yield f"{name:<44} {found:>3} of {sum(tally.gold.values()):>3}, {spurious} spurious"


def judged(line: Mapping[str, Any], quotes: Iterable[Quote]) -> list[tuple[Quote, bool]]:
    """Each quote of an article with whether an annotated one of its type shares half of the joint tokens."""
    tokens = line["tokens"]
    gold = [(quote["type"], covered(quote["spans"], tokens)) for quote in line["quotes"]]
    out = []
    for quote in quotes:
        mine = covered(quote.spans, tokens)
        same = (other for type_, other in gold if type_ == quote.type)
        out.append((quote, any(2 * len(mine & other) >= len(mine | other) for other in same)))
    return out


def by_rule(lines: Iterable[Mapping[str, Any]], language: str) -> Iterator[str]:
    """For each rule and its worth: how many of its quotes are right, on annotated articles of a language.

    Cases of one rule that are worth more or less are told apart by their worth.
    """
    counts: dict[tuple[str, float], list[bool]] = {}
    for line in lines:
        quotes = detect(line["text"], language, line.get("title", ""), engine="rules")
        for quote, ok in judged(line, quotes):
            counts.setdefault((quote.rule, quote.confidence), []).append(ok)
    yield f"{'rule':<28} {'worth':>6} {'quotes':>7} {'right':>6}"
    for (rule, worth), found in sorted(counts.items()):
        yield f"{rule:<28} {worth:>6.2f} {len(found):>7} {sum(found) / len(found):>6.2f}"


def _cell(value: float | None, floor: float | None) -> str:
    if value is None:
        return f"{'':>12}"
    return f"{value:>5.3f}" + (f" ≥{floor:.3f}" if floor is not None else f"{'':>7}")


def main() -> None:
    """Print the scores; with an option, lift the floors or tell the misses."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--raise-floors", action="store_true", help="write floors just below the scores, never lower"
    )
    parser.add_argument("--constructions", metavar="ENGINE", help="print what is found of each construction")
    parser.add_argument("--misses", metavar="PART", help="print what went wrong in a part such as de-rules")
    parser.add_argument(
        "--rules", nargs=2, metavar=("LANGUAGE", "FILE"), help="print how often each rule is right in a file"
    )
    options = parser.parse_args()
    if options.rules:
        language, path = options.rules
        with Path(path).open(encoding="utf-8") as lines:
            print("\n".join(by_rule(map(json.loads, lines), language)))
        return
    if options.constructions:
        print("\n".join(by_construction((*passages(), *open_half()), options.constructions)))
        return
    parts, pinned = (*gold_parts(), *dev_parts()), floors()
    print("\n".join(table(parts, pinned)))
    print("\n".join(sure_right(open_half())))
    for part in parts:
        if part.name == options.misses:
            print("\n".join(part.remarks))
    if options.raise_floors:
        FLOORS.write_text(json.dumps(raised(parts, pinned), indent=1) + "\n", encoding="utf-8")
    print("\n".join(shortfalls(parts, pinned)))


if __name__ == "__main__":
    main()

"""How well passages are found again in edited articles: `python bench/anchor.py [--seed N] [--rounds N]`.

Every sample article is edited at several rates: words inserted, deleted and replaced in bursts, paragraphs
deleted and reordered, lines wrapped anew, quotation marks exchanged. Each word remembers where it came from,
so that the right place of every passage (quotes, speakers, cues, sentences) is known. Printed are shares:

- right: the very span where no word changed, 80 % overlap where some did, an orphan where all words went
- wrong: any other place
- lost: given up although at least one word in two is still there
- worn: given up with fewer words left, which neither helps nor harms
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.ingest import read
from reader.models import Anchor, Span
from reader.quotes import detect
from reader.texts.anchoring import anchor_all

VERDICTS = ("right", "wrong", "lost", "worn")
RATES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.3)
MARKS = ('„“‚‘', '»«›‹', '«»‹›', '""\'\'', "“”‘’")  # fmt: skip
TOKEN = re.compile(r"\w+|\n\n|\s+|[^\w\s]")


@dataclass(slots=True)
class Token:
    """A word, mark or space of the edited text with the place it came from."""

    text: str
    origin: int = -1
    """Code point in the old text; -1 for an inserted token."""
    kept: bool = True
    """Whether it still says what it said."""

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalnum()


Paragraph = list[Token]


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of `text` as tokens."""
    paragraphs: list[Paragraph] = [[]]
    for match in TOKEN.finditer(text):
        if match[0] == "\n\n":
            paragraphs.append([])
        else:
            paragraphs[-1].append(Token(match[0], match.start()))
    return paragraphs


def edited(paragraphs: list[Paragraph], rate: float, chance: random.Random) -> list[Paragraph]:
    """Change words in bursts until about `rate` of them are touched, then the paragraphs, marks and lines."""
    words = [token.text for paragraph in paragraphs for token in paragraph if token.is_word]
    changed = [list(burst_edits(paragraph, rate, words, chance)) for paragraph in paragraphs]
    changed = [paragraph for paragraph in changed if chance.random() > rate / 4] or changed
    for _ in range(round(len(changed) * rate / 2)):
        changed.insert(chance.randrange(len(changed)), changed.pop(chance.randrange(len(changed))))
    if rate and chance.random() < 0.5:
        exchange_marks(changed, chance)
    if rate and chance.random() < 0.5:
        wrap(changed, chance)
    return changed


def burst_edits(
    paragraph: Paragraph, rate: float, words: list[str], chance: random.Random
) -> Iterator[Token]:
    left, deed = 0, ""
    for token in paragraph:
        if not token.is_word:
            yield token
            continue
        if not left and chance.random() < rate / 2.5:
            left, deed = chance.choice((1, 1, 2, 3, 6)), chance.choice(("insert", "delete", "replace"))
        if not left:
            yield token
            continue
        left -= 1
        if deed == "insert":
            yield from (Token(chance.choice(words)), Token(" "), token)
        elif deed == "replace":
            yield Token(chance.choice(words) + "x", token.origin, kept=False)


def exchange_marks(paragraphs: list[Paragraph], chance: random.Random) -> None:
    style = chance.choice(MARKS)
    for paragraph in paragraphs:
        for token in paragraph:
            if token.text in MARKS[0]:
                token.text = style[MARKS[0].index(token.text)]


def wrap(paragraphs: list[Paragraph], chance: random.Random) -> None:
    for paragraph in paragraphs:
        for token in paragraph:
            if token.text == " " and chance.random() < 0.1:
                token.text = "\n"


def joined(paragraphs: list[Paragraph]) -> tuple[str, list[tuple[int, Token]]]:
    """The edited text, and its tokens with their places in it."""
    pieces, placed, at = [], [], 0
    for number, paragraph in enumerate(paragraphs):
        for token in ([Token("\n\n")] if number else []) + paragraph:
            placed.append((at, token))
            pieces.append(token.text)
            at += len(token.text)
    return "".join(pieces), placed


def passages_of(text: str, language: str, title: str) -> list[Span]:
    """Quotes, speakers and cues as detected, and whole sentences."""
    quotes = detect(text, language, title, engine="rules")
    spans = [span for quote in quotes for span in (*quote.spans, *quote.speaker, *quote.cue)]
    spans += [Span(*match.span()) for match in re.finditer(r"[^\s.][^.\n]{20,200}\.", text)]
    return spans


@dataclass(frozen=True, slots=True)
class Truth:
    """Where a passage really is after the edit."""

    span: Span | None
    share: float
    """Share of its words that are unchanged."""
    whole: bool
    """Whether its words are all there, with nothing between them."""


def truth_of(
    span: Span, text: str, places: dict[int, tuple[int, Token]], order: list[tuple[int, Token]]
) -> Truth:
    words = [match.start() + span.start for match in re.finditer(r"\w+", text[span.start : span.end])]
    there = [places[word] for word in words if word in places]
    kept = [place for place in there if place[1].kept]
    if not words or not kept:
        return Truth(None, 0.0, whole=False)
    tokens = [
        places[at] for at in range(span.start, span.end) if at in places and not places[at][1].text.isspace()
    ]
    low, high = min(at for at, _ in tokens), max(at + len(token.text) for at, token in tokens)
    inside = sum(token.is_word for at, token in order if low <= at < high)
    whole = len(kept) == len(words) == inside
    return Truth(Span(low, high), len(kept) / len(words), whole)


def overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def verdict(found: Span | None, truth: Truth) -> str:
    if found is None:
        return "right" if truth.span is None else "lost" if truth.share >= 0.5 else "worn"
    if truth.span is None:
        return "wrong"
    if truth.whole:
        return "right" if found == truth.span else "wrong"
    return "right" if overlap(found, truth.span) >= (0.8 if truth.share >= 0.6 else 0.5) else "wrong"


def measure(
    text: str, spans: list[Span], rate: float, chance: random.Random, examples: list[str]
) -> Counter[str]:
    counts: Counter[str] = Counter()
    new_text, placed = joined(edited(paragraphs_of(text), rate, chance))
    places = {token.origin: (at, token) for at, token in placed if token.origin >= 0}
    for span, found in zip(spans, anchor_all(text, spans, new_text), strict=True):
        truth = truth_of(span, text, places, placed)
        judged = verdict(found.span, truth)
        counts[judged] += 1
        counts[found.anchor.value] += 1
        if judged != "right":
            there = new_text[slice(*truth.span)] if truth.span else None
            got = new_text[slice(*found.span)] if found.span else None
            examples.append(
                f"{rate:.0%} {judged}: {text[slice(*span)]!r}\n    is  {there!r}\n    got {got!r}"
            )
    return counts


def report(rate: float, counts: Counter[str]) -> str:
    total = sum(counts[name] for name in VERDICTS)
    shares = "  ".join(f"{name} {counts[name] / total:7.2%}" for name in VERDICTS)
    kinds = "  ".join(f"{kind.value} {counts[kind.value]}" for kind in Anchor)
    return f"edits {rate:4.0%}  passages {total:6d}  {shares}   ({kinds})"


def numbered(body: str, number: int) -> str:
    """`body` made different from its other copies: every sixth word carries the number."""
    words = body.split(" ")
    return " ".join(f"{word}{number}" if at % 6 == number % 6 else word for at, word in enumerate(words))


def time_large(chance: random.Random, articles: list[tuple[str, list[Span]]]) -> str:
    """Place 2,500 passages in a text of 1 MB with one word in ten edited."""
    text = "\n\n".join(numbered(body, number) for number in range(60) for body, _ in articles)[:1_000_000]
    spans = [Span(start, start + 120) for start in sorted(chance.sample(range(len(text) - 200), 2500))]
    new_text, _ = joined(edited(paragraphs_of(text), 0.1, chance))
    started = time.process_time()
    found = anchor_all(text, spans, new_text)
    seconds = time.process_time() - started
    orphans = sum(place.span is None for place in found)
    return f"1 MB, 2,500 passages, 10 % edits: {seconds:.2f} s CPU, {orphans} orphans"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--examples", type=int, default=0, help="print so many failures")
    options = parser.parse_args()
    seeds = Path(__file__).parent.parent / "seeds"
    texts = [read(str(path)) for path in sorted(seeds.iterdir()) if path.suffix in (".txt", ".html", ".md")]
    articles = [
        (article.text, passages_of(article.text, article.language, article.title)) for article in texts
    ]
    chance, examples = random.Random(options.seed), list[str]()
    totals = {rate: Counter[str]() for rate in RATES}
    for rate in RATES:
        for _ in range(options.rounds):
            for text, spans in articles:
                totals[rate] += measure(text, spans, rate, chance, examples)
        print(report(rate, totals[rate]))
    print(time_large(chance, articles))
    print("\n".join(examples[: options.examples]))
    at_ten = totals[0.1]
    total = sum(at_ten[name] for name in VERDICTS)
    return 0 if at_ten["right"] >= 0.97 * total and at_ten["wrong"] <= 0.005 * total else 1


if __name__ == "__main__":
    sys.exit(main())

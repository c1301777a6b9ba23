"""How well and how fast a draft is checked against a library.

    python -m bench.check                       200 drafts, and 3,000 words against 100,000 articles
    python -m bench.check --articles 0          only the drafts
    python -m bench.check --keep big.db         keeps the large library; run again, it is taken as it is
    python -m bench.check --misses              every alteration missed, every right quotation blamed

The drafts quote the annotated articles beside this project, or where they are absent the samples in `seeds/`.
"""

import argparse
import json
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from bench.drafts import ALTERATIONS, Planted, Planter, Said
from bench.library import fill
from reader.library.covering import Covering
from reader.library.detecting import DetectionSettings, find_quotes
from reader.library.manuscripts.checking import Checker
from reader.library.manuscripts.findings import Finding, Report
from reader.library.manuscripts.reading import manuscript_of
from reader.library.manuscripts.reports import Checked, told
from reader.library.reading import read_article
from reader.models import Article, Quote, QuoteType, SourceKind
from reader.store import Store

ROOT = Path(__file__).parent.parent
ANNOTATED = ROOT.parent / "shared" / "quotes-eval"
FILES = {"de": ("de-dev.jsonl", "de-train.jsonl"), "en": ("en-polnear-dev.jsonl",)}
BY_RULES = DetectionSettings(engine="rules")
_INNER = re.compile(r"(?:^|\s)'|'(?:\s|$)")
"""A quotation within, in marks that may be apostrophes."""
SHORTEST, LONGEST = 8, 45
"""Words of what is quoted: shorter ones stand in many articles."""
NAMED = {
    "changed": {"altered", "the opposite", "inflected", "joined"},
    "dropped": {"cut", "altered", "the opposite", "joined"},
    "negated": {"the opposite"},
    "number": {"altered", "the opposite"},
    "speaker": {"another speaker"},
    "cut": {"cut", "altered", "the opposite", "joined"},
    "joined": {"joined"},
}
"""What each alteration may be called."""


def articles(limit: int) -> Iterator[Article]:
    """The articles that are quoted."""
    if not ANNOTATED.exists():
        for path in sorted((ROOT / "seeds").glob("*.txt")):
            yield read_article(str(path))
        return
    for language, names in FILES.items():
        lines = (line for name in names for line in (ANNOTATED / name).read_text("utf-8").splitlines())
        for line in islice(lines, limit):
            row = json.loads(line)
            location = f"{language}/{row['id']}.txt"
            yield Article(row["text"], row.get("title", ""), language=language, location=location)


def stored(store: Store, limit: int) -> list[Said]:
    """Store the articles; what is said in them that can be quoted."""
    found: list[Said] = []
    with store.step("Add articles"):
        for article in articles(limit):
            quotes = find_quotes(article, BY_RULES)
            added = store.articles.add(article, quotes, "rules-1")
            found += (one for quote in quotes if (one := said(article, quote, added.id)))
    counts = Counter(one.words for one in found)
    return [one for one in found if counts[one.words] == 1]


def said(article: Article, quote: Quote, number: int) -> Said | None:
    """A direct quote of a person with a full name, where it is of a length to be quoted."""
    words = " ".join(quote.words(article.text).strip(" „“”»«\"'‚‘’,").split())
    is_plain = quote.type is QuoteType.DIRECT and len(quote.spans) == 1 and not quote.nested
    is_named = quote.speaker_kind is SourceKind.PERSON and " " in quote.resolved_speaker
    is_whole = (
        not _INNER.search(words)
        and not set(words) & set('„“”»«"[]()')
        and "\n" not in quote.words(article.text)
    )
    if is_plain and is_named and is_whole and SHORTEST <= len(words.split()) <= LONGEST:
        return Said(words, quote.resolved_speaker, article.language, number)
    return None


def checked(store: Store, checker: Checker, text: str, language: str) -> Report:
    """What is found of a draft."""
    manuscript = manuscript_of(Article(text, language=language), BY_RULES)
    return told(store, Covering(store), Checked(manuscript, tuple(checker.judged(manuscript))))


class Score:
    """Counts what was found of what was planted."""

    def __init__(self, *, says_misses: bool) -> None:
        self.planted, self.found, self.named = Counter[str](), Counter[str](), Counter[str]()
        self.blamed = Counter[str]()
        self.right = 0
        self._says_misses = says_misses

    def count(self, planted: Iterable[Planted], report: Report) -> None:
        """Compare one report with its draft."""
        at = 0
        for one in planted:
            start = report.text.index(one.words.rstrip(".,"), at)
            at = start + len(one.words) - 1
            found = [two for two in report.findings if two.span.start < at and start < two.span.end]
            self._count(one, found)

    def _count(self, planted: Planted, found: list[Finding]) -> None:
        kinds = {str(remark.kind) for one in found for remark in one.remarks}
        is_blamed = any(one.is_fault for one in found)
        if not planted.fault:
            self.right += 1
            self.blamed.update(kinds - {"not yet checked"} if is_blamed else ())
            self.blamed["any"] += is_blamed
        else:
            self.planted[planted.fault] += 1
            self.found[planted.fault] += is_blamed
            self.named[planted.fault] += bool(kinds & NAMED[planted.fault])
        is_misnamed = bool(planted.fault) and not kinds & NAMED[planted.fault]
        if self._says_misses and (is_misnamed or is_blamed is not bool(planted.fault)):
            print(f"{planted.fault or 'right'}: {planted.speaker}: {planted.words}")
            for one in found:
                print(*(f"    {remark.message}" for remark in one.remarks), sep="\n")
                print(
                    *(f"    {place.article} {place.speaker}: {place.words}" for place in one.places), sep="\n"
                )

    def show(self) -> None:
        """The table."""
        print(f"{'planted':10} {'drafts have':>12} {'found':>8} {'rightly named':>14}")
        for name in ALTERATIONS:
            self._row(name, self.planted[name], self.found[name], self.named[name])
        self._row("all", *(counts.total() for counts in (self.planted, self.found, self.named)))
        blamed = self.blamed.pop("any", 0)
        share = blamed / max(1, self.right)
        print(f"right ones: {self.right}, blamed {blamed} ({share:.1%}) {dict(self.blamed)}")

    def _row(self, name: str, count: int, found: int, named: int) -> None:
        each = max(1, count)
        print(f"{name:10} {count:12} {found / each:8.1%} {named / each:14.1%}")


def quality(count: int, limit: int, seed: int, *, says_misses: bool) -> None:
    """Plant alterations in drafts, and count what is found."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "library.db") as store:
        planter = Planter(stored(store, limit), seed)
        print(f"{len(planter.said)} quotations of {len(store.articles.ids())} articles")
        checker, score = Checker(store), Score(says_misses=says_misses)
        for text, planted in planter.drafts(count):
            score.count(planted, checked(store, checker, text, planted[0].language))
        score.show()


def speed(path: Path, articles: int, words: int) -> None:
    """Check a long draft against a large library, as the command does after reading it."""
    if not path.exists():
        fill(path, articles)
    with Store(path) as store:
        text = long_draft(store, words)
        started, spent = time.perf_counter(), time.process_time()
        report = checked(store, Checker(store), text, "de")
        seconds, spent = time.perf_counter() - started, time.process_time() - spent
        faults = len(report.faults)
        count = len(text.split())
        print(f"{count} words, {report.quotations} quotations, {faults} to look at, {articles:,} articles")
        print(f"{seconds:.2f} s, of them {spent:.2f} s of the processor (budget 2 s)")


def long_draft(store: Store, words: int, each: int = 14) -> str:
    """A draft of so many words, every fifth sentence a quotation of some article, half of them altered."""
    draw = random.Random(3)
    ids = store.articles.ids()
    parts: list[str] = []
    while sum(len(part.split()) for part in parts) < words:
        text = store.articles.text(draw.choice(ids))
        sentences = [one for one in text.replace("\n\n", " ").split(". ") if len(one.split()) > each - 2]
        quoted, *others = draw.sample(sentences, 5)
        if len(parts) % 2:
            quoted = " ".join("anders" if at == 5 else word for at, word in enumerate(quoted.split()))
        parts.append(f"Anna Weber sagte: „{quoted}.“ {'. '.join(others)}.")
    return "\n\n".join(parts)


def main() -> None:
    """Run both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--drafts", type=int, default=200)
    parser.add_argument("--quoted", type=int, default=300, help="articles of each language that are quoted")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.drafts:
        quality(options.drafts, options.quoted, options.seed, says_misses=options.misses)
    if options.articles:
        with tempfile.TemporaryDirectory() as folder:
            speed(options.keep or Path(folder) / "library.db", options.articles, options.words)


if __name__ == "__main__":
    main()

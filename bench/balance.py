"""What counting costs in a large library: seconds of this process, the best of several runs.

    python bench/balance.py                  100,000 articles of 3 KB, 500,000 quotes: four minutes
    python bench/balance.py --articles 10000
    python bench/balance.py --keep big.db    keeps the library; run again, it is taken as it is

The corpus is that of bench/library.py with verbs of saying for cues, 800 speakers, and a source for every
tenth of them, one of which is protected.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench.library import Corpus
from reader.library.balances import balance_of
from reader.library.covering import Covering
from reader.library.cross_tables import table_of, timeline_of
from reader.models import Article, Quote, QuoteType, Source, Span
from reader.store import Store
from reader.store.counting import Scope
from reader.store.dimensions import DIMENSIONS

QUOTES = 5
STEP = 500
"""Articles to a transaction."""
CUES = {
    "de": ("sagte", "erklärte", "behauptete", "betonte", "kritisierte", "räumte ein", "warnte", "forderte"),
    "en": ("said", "told", "claimed", "insisted", "slammed", "admitted", "warned", "urged"),
    "fr": ("a déclaré", "dit", "affirme", "reconnaît", "dénonce", "nie", "exige", "souligne"),
    "es": ("dijo", "explicó", "negó", "admitió", "criticó", "exigió", "advirtió", "subrayó"),
}


class SaidCorpus(Corpus):
    """Articles in which verbs of saying stand."""

    def articles(self, count: int) -> Iterator[tuple[Article, list[Quote]]]:
        """Articles, each with its quotes."""
        for article, quotes in super().articles(count):
            text, said = article.text, []
            for quote in quotes:
                start = quote.cue[0].start
                cue = self._random.choice(CUES[article.language])
                text = text[:start] + cue + text[start + len(cue) :]
                kind = self._random.choice((QuoteType.DIRECT, QuoteType.INDIRECT))
                said.append(replace(quote, type=kind, cue=(Span(start, start + len(cue)),)))
            yield replace(article, text=text), said


def fill(path: Path, count: int) -> None:
    """Store the corpus, and a register."""
    corpus = SaidCorpus(quotes=QUOTES)
    articles = corpus.articles(count)
    with Store(path, actor="bench") as store:
        for _ in range(0, count, STEP):
            with store.step("Add articles"):
                for _, (article, quotes) in zip(range(STEP), articles, strict=False):
                    store.articles.add(article, quotes, "bench-1")
        with store.step("Add sources"):
            for number, name in enumerate(corpus._names[::10]):
                store.sources.add(Source(name, role="Sprecher", identity_protected=number == 0))


def best(call: Callable[[], object], runs: int = 3) -> float:
    """Seconds of this process for the fastest of several runs."""
    times = []
    for _ in range(runs):
        started = time.process_time()
        call()
        times.append(time.process_time() - started)
    return min(times)


def show(what: str, call: Callable[[], object]) -> None:
    """One line."""
    print(f"{what:<44}{best(call):7.2f} s", flush=True)


def measure(store: Store) -> None:
    """Every dimension over the whole, then parts of it, tables, time, and what leaves."""
    print(f"{store.articles.count():,} articles, {store.quotes.count():,} quotes")
    whole = Scope()
    for dimension in DIMENSIONS.values():
        show(f"by {dimension.name}", partial(balance_of, store, dimension, whole))
    who, stance = DIMENSIONS["source"], DIMENSIONS["stance"]
    show("by source, of a month", partial(balance_of, store, who, Scope(library="in:2024-05")))
    show("by stance, of a month", partial(balance_of, store, stance, Scope(library="in:2024-05")))
    show("by source, of a search", partial(balance_of, store, who, Scope(quotes="type:direct lang:fr")))
    show("by source, covered", lambda: balance_of(store, who, whole, covering=Covering(store)))
    show("source against type", partial(table_of, store, who, DIMENSIONS["type"], whole))
    show("months", partial(timeline_of, store, DIMENSIONS["month"], whole))
    bar = balance_of(store, who, whole).bars[0]
    show("the quotes of a bar", partial(store.quotes.ids, bar.query))


def main() -> None:
    """Fill a library and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "library.db"
        if not path.exists():
            fill(path, given.articles)
        with Store(path) as store:
            measure(store)


if __name__ == "__main__":
    main()

"""What keeping a large library in step takes: the first sync, taking it all in, and a sync without news.

    python -m bench.sync                    10,000 articles of 3 KB with six quotes each
    python -m bench.sync --articles 1000

Times are seconds of CPU, since other programs disturb; sizes are of files. Prints a table.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.library.syncing import Report, opened, sync
from reader.models import Article, Note, Quote, QuoteType, Span, Status
from reader.store import Store
from reader.store.encryption import Keys

WORDS = [
    "Die",
    "Brücke",
    "wird",
    "im",
    "Mai",
    "geprüft",
    "und",
    "der",
    "Rat",
    "berät",
    "über",
    "neue",
    "Zahlen",
    "aus",
    "dem",
    "Haushalt",
    "der",
    "Stadt",
]
LENGTH = 450
"""Words of an article."""
QUOTES = 6


def article(number: int) -> tuple[Article, list[Quote]]:
    """An article of words in an order of its own, with quotes."""
    words = [WORDS[(number * 7 + place * (1 + number % 13)) % len(WORDS)] for place in range(LENGTH)]
    text = f"{number} {' '.join(words)}"
    step = len(text) // (QUOTES + 1)
    quotes = [Quote(QuoteType.DIRECT, (Span(at, at + 80),)) for at in range(step, step * (QUOTES + 1), step)]
    return Article(text, f"Brücke {number}", outlet="Bote", location=f"/{number}", language="de"), quotes


def fill(store: Store, articles: int) -> None:
    """Add the articles, five hundred a step."""
    for start in range(0, articles, 500):
        with store.step("Add"):
            for number in range(start, min(start + 500, articles)):
                one, quotes = article(number)
                store.articles.add(one, quotes, "rules-1")


def timed(work: Callable[[], Report]) -> tuple[float, Report]:
    """Seconds of CPU that a sync takes, in a process of its own: what earlier ones left is not collected."""
    gc.collect()
    gc.freeze()
    begin = time.process_time()
    report = work()
    return time.process_time() - begin, report


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    keys = Keys(recipients=[str(identity.to_public())], identities=[str(identity)])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "desk").mkdir()
        anna = Store(folder / "anna.db", actor="anna")
        bernd = Store(folder / "bernd.db", actor="bernd")
        fill(anna, options.articles)
        before = (folder / "anna.db").stat().st_size

        def run(store: Store) -> tuple[float, Report]:
            desk = opened(store, folder / "desk", keys)
            return timed(lambda: sync(store, desk))

        rows = [
            ("first sync: all goes out", run(anna)[0]),
            ("first sync of another: all comes in", run(bernd)[0]),
        ]
        rows += [("nothing new", run(anna)[0]), ("nothing new, the other", run(bernd)[0])]
        ids = anna.articles.ids()[:100]
        for number in ids:
            anna.quotes.set_status([quote.id for quote in anna.quotes.of(number)], Status.ACCEPTED)
            anna.notes.save(Note("Nachgefragt.", number))
        rows += [("600 decisions and 100 notes go out", run(anna)[0]), ("they come in", run(bernd)[0])]
        assert bernd.articles.count() == options.articles
        anna.close()
        bernd.close()
        segments = sum(file.stat().st_size for file in (folder / "desk").rglob("*.age"))
        after, there = ((folder / f"{one}.db").stat().st_size for one in ("anna", "bernd"))
    print(f"| {options.articles:,} articles, {options.articles * QUOTES:,} quotes | |\n| --- | ---: |")
    for what, seconds in rows:
        print(f"| {what} | {seconds:.2f} s |")
    for what, size in (
        ("library before", before),
        ("library after, with who wrote what", after),
        ("the other’s library", there),
        ("the folder", segments),
    ):
        print(f"| {what} | {size / 1e6:.1f} MB |")


if __name__ == "__main__":
    main()

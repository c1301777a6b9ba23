"""What a large library costs, as ratios against bare SQL in the same run.

    python bench/library.py                      100,000 articles of 3 KB, 600,000 quotes: three minutes
    python bench/library.py --articles 1000000 --quotes 2 --store 0    ten times as large: half an hour
    python bench/library.py --keep big.db        keeps the library; run again, it is filled on to --articles
    python bench/library.py --keep big.db --upkeep    also doctor, verify and backup, which take minutes

The corpus is made up from a seed: words by Zipf's law, six quotes to an article. Times are CPU milliseconds
of this process, the best of several runs. A list is read as the library screen reads it: its first rows,
which one waits for, then all of it. Behind each budget stands whether it is kept.
"""

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from reader.models import Article, Quote, QuoteType, Span
from reader.store import Store

_KINDS = ("Blatt", "Zeitung", "Bote")
OUTLETS = [f"{name} {kind}" for name in ("Nord", "Süd", "West", "Ost", "Haupt") for kind in _KINDS]
LANGUAGES = ("de", "de", "de", "de", "en", "fr", "es")
FIRST = 64
"""Rows that a list shows before all of it is known."""
FROM_A_TO_Z = ("title", "outlet", "language")
"""Orders that begin at A, as on the screen; the others begin with the most."""
STEP = 500
"""Articles to a transaction."""
ROUNDS = 3


class Corpus:
    """Articles with quotes, the same for the same seed."""

    def __init__(self, seed: int = 7, quotes: int = 6) -> None:
        self._count = quotes
        self._random = random.Random(seed)
        syllables = [a + b for a in "bdfghklmnprstw" for b in ("a", "e", "i", "o", "u", "ä", "ei", "au")]
        lengths = self._random.choices(range(1, 5), k=40_000)
        self.words = sorted({"".join(self._random.choices(syllables, k=length)) for length in lengths})
        self._random.shuffle(self.words)
        weights = [1 / (rank + 2) for rank in range(len(self.words))]
        drawn = self._random.choices(self.words, weights, k=20_000 * 14)
        self._sentences = [
            " ".join(drawn[at : at + 14]).capitalize() + "." for at in range(0, len(drawn), 14)
        ]
        both = zip(self.words[:800], self.words[800:1600], strict=True)
        self._names = [f"{first.title()} {last.title()}" for first, last in both]

    def articles(self, count: int) -> Iterator[tuple[Article, list[Quote]]]:
        """Articles of about 3 KB, each with its quotes."""
        for number in range(count):
            sentences = self._random.choices(self._sentences, k=32)
            text = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, 32, 4))
            article = Article(
                text=text,
                title=" ".join(self._random.choices(self.words, k=6)).capitalize(),
                outlet=self._random.choice(OUTLETS),
                language=self._random.choice(LANGUAGES),
                published=self._day(),
                location=f"/archive/{number}.txt",
            )
            yield article, list(self._quotes(text))

    def _day(self) -> str:
        year, month, day = (self._random.randint(*ends) for ends in ((10, 25), (1, 12), (1, 28)))
        return f"20{year}-{month:02}-{day:02}"

    def _quotes(self, text: str) -> Iterator[Quote]:
        for at in range(self._count):
            start = at * len(text) // self._count
            name = self._random.choice(self._names)
            yield Quote(
                QuoteType.INDIRECT,
                (Span(start, start + 160),),
                speaker=(Span(start + 170, start + 185),),
                cue=(Span(start + 186, start + 191),),
                resolved_speaker=name,
                confidence=self._random.random(),
                rule="verb-dass",
            )


def batches(corpus: Corpus, count: int, there: int = 0) -> Iterator[list[tuple[Article, list[Quote]]]]:
    """The corpus in portions of a transaction each, without the articles that are there already."""
    batch = []
    for one in islice(corpus.articles(count), there, None):
        batch.append(one)
        if len(batch) == STEP:
            yield batch
            batch = []
    if batch:
        yield batch


def fill(path: Path, count: int, quotes: int = 6) -> float:
    """Store the corpus as an import does, on from what is stored; returns the CPU seconds of storing."""
    spent = 0.0
    with Store(path, actor="bench") as store:
        for batch in batches(Corpus(quotes=quotes), count, store.articles.count()):
            started = time.process_time()
            with store.step("Add articles"):
                for article, found in batch:
                    store.articles.add(article, found, "bench-1")
            spent += time.process_time() - started
    return spent


def stored(path: Path) -> int:
    """How many articles a library holds; none where there is no library."""
    if not path.exists():
        return 0
    with Store(path) as store:
        return store.articles.count()


def best(call: Callable[[], object], runs: int = 7) -> float:
    """CPU milliseconds of the fastest of several runs."""
    times = []
    for _ in range(runs):
        started = time.process_time()
        call()
        times.append((time.process_time() - started) * 1000)
    return min(times)


def show(what: str, ours: float, bare: float | None = None, budget: str = "") -> None:
    """One line: milliseconds, milliseconds of bare SQL, ratio, budget and whether it is kept.

    A budget is "<= 150 ms", or "<= 2 x" of bare SQL.
    """
    other = f"{bare:9.2f} {ours / max(bare, 0.01):6.2f}" if bare is not None else " " * 16
    print(f"{what:<44}{ours:9.2f} {other}  {budget:<10} {verdict(ours, bare, budget)}".rstrip(), flush=True)


def verdict(ours: float, bare: float | None, budget: str) -> str:
    """Whether a budget is kept; "" without one."""
    if not budget:
        return ""
    _, most, unit = budget.split()
    reached = ours / max(bare or ours, 0.01) if unit == "x" else ours
    return "kept" if reached <= float(most) else "OVER"


def lists(store: Store, raw: sqlite3.Connection) -> None:
    """Ids in every order, pages of rows, counts, facets."""
    bare = best(lambda: raw.execute("SELECT id FROM articles WHERE trashed = '' ORDER BY id DESC").fetchall())
    show("all ids, by added", best(store.articles.id_array), bare, "<= 300 ms")
    for sort in ("published", "title", "outlet", "language", "quotes", "open", "words", "state", "starred"):
        down = sort not in FROM_A_TO_Z
        ids = partial(store.articles.id_array, sort=sort)
        show(f"all ids, by {sort}", best(partial(ids, descending=down), 3), None, "<= 300 ms")
        turned = partial(ids, descending=not down)
        show(f"  turned round: first {FIRST}", best(partial(turned, limit=FIRST), 3), None, "<= 300 ms")
        show("  turned round: all", best(turned, 3), None)
    ids = random.Random(1).sample(store.articles.ids(), 256)
    marks = ",".join("?" * len(ids))
    bare = best(lambda: raw.execute(f"SELECT * FROM articles WHERE id IN ({marks})", ids).fetchall(), 20)
    show("rows of 256 ids", best(lambda: store.articles.rows(ids), 20), bare, "<= 2 ms")
    show("facets", best(store.articles.facets, 3), None, "<= 150 ms")
    show("facets of a filter", best(lambda: store.articles.facets("lang:de"), 3), None, "<= 150 ms")
    show("count", best(store.articles.count), None)
    for sort in ("article", "speaker", "confidence"):
        ids_of = partial(store.quotes.id_array, sort=sort)
        show(f"quotes by {sort}: first {FIRST}", best(partial(ids_of, limit=FIRST), 3), None, "<= 300 ms")
        show("  all", best(ids_of, 2), None)
    quote_ids = store.quotes.ids()
    if quote_ids:
        some = random.Random(1).sample(quote_ids, 256)
        show("quotes: rows of 256 ids", best(lambda: store.quotes.rows(some), 20), None, "<= 5 ms")


def filters(store: Store, corpus: Corpus) -> None:
    """Ids that queries find."""
    common, next_common, usual, rare = (corpus.words[rank] for rank in (0, 1, 40, 20_000))
    queries = {
        "COMMON": common,
        "RARE": rare,
        "COMMON -COMMON": f"{common} -{next_common}",
        "title:COMMON": f"title:{common}",
        "speaker:USUAL": f"speaker:{usual}",
        "quote:USUAL": f"quote:{usual}",
    }
    for query in ("lang:fr after:2020", "is:open outlet:nord", "type:indirect verified:no", "has:note"):
        queries[query] = query
    for label, query in queries.items():
        first = partial(store.articles.ids, query, limit=FIRST)
        show(f"filter {label}: first {FIRST}", best(first, 3), None, "<= 150 ms")
        show("  all", best(partial(store.articles.id_array, query), 3), None)
        show("  count", best(partial(store.articles.count, query), 3), None)
    show("facets of a common word", best(lambda: store.articles.facets(common), 2), None)


def searches(store: Store, raw: sqlite3.Connection, corpus: Corpus) -> None:
    """The first 50 hits against the bare FTS5 query."""
    for name, rank in (("most common", 0), ("common", 20), ("usual", 300), ("rare", 20_000)):
        word = corpus.words[rank]
        found = raw.execute(f"SELECT count(*) FROM {_INDEX} WHERE {_INDEX} MATCH ?", (word,)).fetchone()[0]
        print(f"  a {name} word, in {found} articles")
        show("search by date, with snippets", best(partial(store.search, word)), None, "<= 10 ms")
        bare = best(partial(_fetch, raw, _BY_RANK, word), 20)
        show("search by rank, hits", best(partial(store.search.ids, word, sort="rank"), 20), bare, "<= 2 x")
        ours = best(partial(store.search, word, sort="rank"))
        show("  hits with a snippet each, against hits", ours, bare)
        show(
            "  against FTS5 with its snippets",
            ours,
            best(partial(_fetch, raw, _WITH_SNIPPETS, word)),
            "<= 2 x",
        )
        show("  ranking all", best(partial(store.search, word, sort="rank-all"), 3), None)


_INDEX = "article_texts_fts"
_BY_RANK = f"SELECT rowid FROM {_INDEX} WHERE {_INDEX} MATCH :word ORDER BY rank LIMIT 50"
_WITH_SNIPPETS = f"""SELECT rowid, snippet({_INDEX}, 1, '[', ']', '…', 24) FROM {_INDEX}
    WHERE {_INDEX} MATCH :word AND rowid IN ({_BY_RANK})"""


def _fetch(raw: sqlite3.Connection, sql: str, word: str) -> list[tuple[object, ...]]:
    return raw.execute(sql, {"word": word}).fetchall()


def upkeep(store: Store, folder: Path) -> None:
    """Looking after the library: CPU seconds once, and what is told of it."""
    for label, look in (
        ("doctor, quickly", lambda: list(store.doctor(full=False))),
        ("doctor, in full", lambda: list(store.doctor(full=True))),
        ("verify", lambda: list(store.verify())),
        ("backup", lambda: store.backup(folder / "copy.db")),
    ):
        started = time.process_time(), time.monotonic()
        look()
        spent, lasted = time.process_time() - started[0], time.monotonic() - started[1]
        print(f"{label:<44}{spent:9.1f} s of CPU, {lasted:.0f} s in all", flush=True)


def storing(folder: Path, count: int) -> None:
    """Storing through `Store` against `executemany` of the very same rows, in turns; the best of each."""
    times = []
    for number in range(ROUNDS):
        ours = fill(folder / f"ours{number}.db", count)
        times.append((ours, _stored_bare(folder / f"ours{number}.db", folder / f"bare{number}.db", count)))
    ours, bare = min(one for one, _ in times), min(other for _, other in times)
    show(f"storing {count} articles, each", ours * 1000 / count, bare * 1000 / count, "<= 1.5 x")
    print(f"  {count / ours:.0f} articles a second; ratios", *(f"{a / b:.2f}" for a, b in times))


def _stored_bare(filled: Path, path: Path, count: int) -> float:
    """CPU seconds of putting the rows of one library into the tables of another."""
    source = sqlite3.connect(filled)
    with Store(path):
        pass
    target = sqlite3.connect(path, isolation_level=None)
    spent = 0.0
    for first in range(0, count, STEP):
        portions = [_portion(source, table, key, first) for table, key in _TABLES]
        started = time.process_time()
        target.execute("BEGIN IMMEDIATE")
        for (table, _), rows in zip(_TABLES, portions, strict=True):
            target.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)
        target.execute("COMMIT")
        spent += time.process_time() - started
    source.close()
    target.close()
    return spent


_TABLES = (("articles", "id"), ("versions", "article_id"), ("quotes", "article_id"))


def _portion(source: sqlite3.Connection, table: str, key: str, first: int) -> Sequence[tuple[object, ...]]:
    sql = f"SELECT * FROM {table} WHERE {key} > ? AND {key} <= ?"
    rows = source.execute(sql, (first, first + STEP)).fetchall()
    if table != "articles":
        return rows
    columns = [column[1] for column in source.execute("PRAGMA table_info(articles)")]
    counters = {columns.index("quotes"), columns.index("open")}  # the triggers count
    return [tuple(0 if at in counters else value for at, value in enumerate(row)) for row in rows]


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--quotes", type=int, default=6, help="quotes to an article")
    parser.add_argument(
        "--store", type=int, default=4_000, help="articles for the comparison of storing; 0 for none"
    )
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--upkeep", action="store_true", help="doctor, verify and backup too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "library.db"
        print(f"{'':<44}{'ms':>9} {'bare ms':>9} {'ratio':>6}  budget")
        if options.store:
            storing(Path(folder), options.store)
        there = stored(path)
        if there < options.articles:
            spent = fill(path, options.articles, options.quotes)
            size, pace = path.stat().st_size / 1e6, (options.articles - there) / spent
            print(
                f"{there} articles filled on to {options.articles}, {size:.0f} MB, {pace:.0f} a second",
                flush=True,
            )
        raw = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        with Store(path) as store:
            show("opening the library", best(lambda: Store(path).close(), 20), None, "<= 3 ms")
            lists(store, raw)
            filters(store, Corpus())
            searches(store, raw, Corpus())
            if options.upkeep:
                upkeep(store, path.parent)
                (path.parent / "copy.db").unlink()
        raw.close()


if __name__ == "__main__":
    main()

"""How well pages are read: text, title, byline, date and outlet of pages of our own, beside two libraries.

    python -m bench.extract                  scores beside trafilatura and, where installed, readability-lxml
    python -m bench.extract --misses         and each page of which reader does not give exactly the text
    python -m bench.extract --raise-floors   lift every floor that is lower than the score less 0.005

160 pages: articles in eight languages, each in twenty layouts. F1 is that of runs of four words. The floors
stand in `bench/pages/floors.json`; a test fails when a score falls below its floor, and they only rise. The
pages were made by whoever wrote the extraction too: on real pages every figure is lower.
"""

import argparse
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from bench.pages.layouts import LAYOUTS, Story, Truth
from reader.errors import ReaderError
from reader.ingest.formats import from_bytes

HERE = Path(__file__).parent / "pages"
FLOORS = HERE / "floors.json"
MARGIN = 0.005
RUN = 4
"""Words of the runs that texts are compared by."""

Runs = Counter[tuple[str, ...]]


@dataclass(slots=True)
class Read:
    """What a reader of pages gives; facts it does not look for are None."""

    text: str = ""
    title: str | None = None
    byline: str | None = None
    day: str | None = None
    outlet: str | None = None


@dataclass(slots=True)
class Scores:
    """Sums over pages."""

    f1: list[float] = field(default_factory=list)
    exact: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def figures(self) -> dict[str, float]:
        """The mean F1 and shares, 0 to 1."""
        count = len(self.f1) or 1
        shares = {name: self.facts[name] / number for name, number in self.asked.items()}
        return {"text": sum(self.f1) / count, "exact": self.exact / count} | shares


def pages() -> Iterator[tuple[str, str, Truth]]:
    """Name, HTML and truth of each page."""
    table = tomllib.loads((HERE / "articles.toml").read_text(encoding="utf-8"))
    for language, values in table.items():
        story = Story(language, **values)
        for layout in LAYOUTS:
            html, truth = layout(story)
            yield f"{language}-{layout.__name__}", html, truth


def by_reader(html: str) -> Read:
    """What this program makes of a page."""
    try:
        article = from_bytes(html.encode(), "page.html")
    except ReaderError:
        return Read("", "", "", "", "")
    return Read(article.text, article.title, article.byline, article.published[:10], article.outlet)


def by_trafilatura(html: str) -> Read:
    """What trafilatura makes of it by itself."""
    import trafilatura

    found = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True)
    if found is None:
        return Read("", "", "", "", "")
    return Read(*((getattr(found, name) or "") for name in ("text", "title", "author", "date", "sitename")))


def by_readability(html: str) -> Read:
    """What readability-lxml makes of it, which gives text and title."""
    from lxml.html import fromstring
    from readability import Document  # type: ignore[import-not-found]  # an own install, only to compare

    document = Document(html)
    tree = fromstring(document.summary())
    blocks = tree.xpath("//p | //h2 | //h3 | //li") or [tree]
    return Read("\n".join(block.text_content() for block in blocks), document.short_title())


READERS: dict[str, tuple[str, Callable[[str], Read]]] = {
    "reader": ("reader", by_reader),
    "trafilatura": ("trafilatura", by_trafilatura),
    "readability-lxml": ("readability", by_readability),
}
"""By name, the module that must be installed and the function."""


def runs(text: str) -> Runs:
    """The runs of four words in a text, in lower case."""
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[at:] for at in range(RUN)), strict=False))


def f1_of(text: str, truth: Truth) -> float:
    """F1 of the runs of words, 0 to 1."""
    mine, right = runs(text), runs("\n".join(truth.text))
    shared = (mine & right).total()
    return 2 * shared / max(mine.total() + right.total(), 1)


def add(scores: Scores, read: Read, truth: Truth) -> bool:
    """Count a page; returns whether its text is exactly right."""
    exact = [" ".join(line.split()) for line in read.text.splitlines() if line.strip()] == list(truth.text)
    scores.f1.append(f1_of(read.text, truth))
    scores.exact += exact
    for name in ("title", "byline", "day", "outlet"):
        said, right = getattr(read, name), getattr(truth, name)
        if said is not None and right:
            scores.asked[name] += 1
            scores.facts[name] += said.strip() == right
    return exact


def measure(name: str) -> tuple[dict[str, float], list[str]]:
    """The figures of a reader of pages, and the names of pages whose text is not exactly right."""
    scores, missed = Scores(), []
    for page, html, truth in pages():
        if not add(scores, READERS[name][1](html), truth):
            missed.append(page)
    return scores.figures(), missed


def main() -> None:
    """Print the table; with an option, the misses, or lift the floors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true", help="tell the pages whose text is not exact")
    parser.add_argument("--raise-floors", action="store_true", help="write floors just below the scores")
    options = parser.parse_args()
    columns = ("text", "exact", "title", "byline", "day", "outlet")
    print(f"{'':<18}" + "".join(f"{column:>9}" for column in columns))
    for name, (module, _) in READERS.items():
        if find_spec(module) is None:
            print(f"{name:<18} is not installed")
            continue
        figures, missed = measure(name)
        print(f"{name:<18}" + "".join(f"{figures[c]:>9.3f}" if c in figures else f"{'':>9}" for c in columns))
        if name == "reader" and options.misses:
            print("    " + "\n    ".join(missed))
        if name == "reader" and options.raise_floors:
            _raise(figures)


def _raise(figures: dict[str, float]) -> None:
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    lifted = {n: max(pinned.get(n, 0.0), round(value - MARGIN, 3)) for n, value in figures.items()}
    FLOORS.write_text(json.dumps(lifted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""A library on disk with one article that has three quotes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.models import Article, Quote, QuoteType, Span
from reader.store import Store

TEXT = (
    "Er sagte: „Ja, ü😀 wir gehen“, und ging.\n\n"
    "Die Ministerin erklärte, sie sei zufrieden. Müller widersprach ihr am Abend.\n\n"
    "„Das war alles“, so der Sprecher, „mehr nicht.“"
)


def span(text: str, part: str) -> Span:
    """Where `part` stands in `text`."""
    start = text.index(part)
    return Span(start, start + len(part))


def quote(
    part: str = "„Ja, ü😀 wir gehen“", *, speaker: str = "", text: str = TEXT, **fields: object
) -> Quote:
    """A quote of `text`, parts divided by " | " as several spans."""
    fields.setdefault("type", QuoteType.DIRECT)
    spans = tuple(span(text, piece) for piece in part.split(" | "))
    return Quote(spans=spans, speaker=(span(text, speaker),) if speaker else (), **fields)  # type: ignore[arg-type]  # any field of a quote


FOUND = (
    quote("„Ja, ü😀 wir gehen“", speaker="Er"),
    quote("sie sei zufrieden", speaker="Die Ministerin", type=QuoteType.INDIRECT, confidence=0.8),
    quote("„Das war alles“ | „mehr nicht.“", speaker="der Sprecher"),
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where the library of a test is."""
    return tmp_path / "library.db"


@pytest.fixture
def store(library: Path) -> Iterator[Store]:
    """An empty library."""
    with Store(library, actor="anna") as opened:
        yield opened


@pytest.fixture
def article(store: Store) -> int:
    """The id of the one article in the library."""
    article = Article(
        text=TEXT, title="Ätna bebt", outlet="dpa", published="2024-05-06", language="de", location="/a.txt"
    )
    return store.articles.add(article, FOUND, detector="rules-1").id

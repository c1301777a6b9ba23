"""A statement in several outlets, for the tests of trails."""

from reader.models import Article, Quote, QuoteType, Span
from reader.store import Store

FACTORY = (
    ("Kurier", "2025-03-03", "{}, sagte Werkleiterin Jana Kolb vor dem Tor.", "„Wir bleiben“", "Jana Kolb"),
    (
        "Tagblatt",
        "2025-03-04",
        "{}, sagte Kolb dem Kurier.",
        "„Wir bleiben in diesem Werk, egal was kommt“",
        "Kolb",
    ),
    (
        "Bote",
        "2025-05-09",
        "Kolb hatte gesagt, {}.",
        "sie würden im Werk bleiben, egal was komme",
        "Jana Kolb",
    ),
    (
        "Herold",
        "2025-05-10",
        "{}, sagte sie.",
        "„Wir bleiben nicht in diesem Werk, egal was kommt“",
        "Jana Kolb",
    ),
    ("Blatt", "2025-05-11", "{}, sagte Trainer Uwe Rau.", "„Wir bleiben“", "Uwe Rau"),
)


def add_rendering(store: Store, outlet: str, published: str, sentence: str, words: str, speaker: str) -> int:
    """The number of the quote."""
    text = sentence.format(words)
    start = text.index(words)
    kind = QuoteType.DIRECT if words.startswith("„") else QuoteType.INDIRECT
    quote = Quote(kind, (Span(start, start + len(words)),), resolved_speaker=speaker)
    article = Article(text, title=f"Werk ({outlet})", outlet=outlet, published=published, language="de")
    added = store.articles.add(article, [quote], "rules-1")
    (stored,) = store.quotes.of(added.id)
    return stored.id


def add_trail(store: Store) -> list[int]:
    """The numbers of the quotes of `FACTORY`."""
    return [add_rendering(store, *one) for one in FACTORY]

"""Two people's decisions on one article, for the tests of agreement."""

from dataclasses import replace
from pathlib import Path

from reader.models import Article, Quote, QuoteType, Source, Span, Status
from reader.store import Store

TEXT = (
    "„Wir bauen heute“, sagte Anna Weber. Der Bau sei teuer, klagte Uwe Rau. „Niemals“, rief jemand. "
    "Die Stadt müsse sparen, forderte der Verband."
)
WORDS = ("„Wir bauen heute“", "Der Bau sei teuer", "„Niemals“", "Die Stadt müsse sparen")


def found() -> list[Quote]:
    """What the detector suggests."""
    names = ("Anna Weber", "Uwe Rau", "", "Verband")
    kinds = (QuoteType.DIRECT, QuoteType.INDIRECT, QuoteType.DIRECT, QuoteType.INDIRECT)
    return [
        Quote(kind, (Span(TEXT.index(words), TEXT.index(words) + len(words)),), resolved_speaker=name)
        for words, name, kind in zip(WORDS, names, kinds, strict=True)
    ]


def two_libraries(folder: Path) -> tuple[Path, Path]:
    """The first coder's library, and a copy in which a second one decided."""
    ours, theirs = folder / "ours.db", folder / "theirs.db"
    with Store(ours) as store:
        store.articles.add(Article(TEXT, title="Neubau", outlet="Bote", language="de"), found(), "rules-1")
        with Store(theirs) as other:
            other.articles.add(store.articles.get(1), found(), "rules-1")
    with Store(ours) as store:
        first, then, third, _ = store.quotes.of(1)
        store.quotes.set_status([first.id, then.id], Status.ACCEPTED)
        store.quotes.set_status([third.id], Status.REJECTED)
        store.tags.attach(["bau"], quotes=[first.id])
    with Store(theirs) as store:
        first, then, third, last = store.quotes.of(1)
        store.quotes.set_status([first.id, then.id, third.id], Status.ACCEPTED)
        source = store.sources.add(Source("Uwe Raumann", role="Kämmerer"))
        store.sources.assign([then.id], source.id)
        store.quotes.update(replace(store.quotes.get(first.id), type=QuoteType.INDIRECT))
        longer = Span(first.start, TEXT.index(", sagte") + 1)
        store.quotes.update(replace(store.quotes.get(first.id), spans=(longer,), exact=()))
        store.tags.attach(["stadt"], quotes=[first.id])
        assert last.status is Status.SUGGESTED
    return ours, theirs

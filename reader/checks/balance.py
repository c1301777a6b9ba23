"""Who has how much of a say: quotes and words by source, over one article or many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reader.checks.naming import is_nameless
from reader.models import Article, Quote, QuoteType, Source, Status, words_of

UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Share:
    """What one speaker has of the quotes."""

    name: str
    kind: str
    affiliation: str
    quotes: int
    direct: int
    """How many of them are direct."""
    words: int
    articles: int
    part: float
    """Of all words quoted, 0 to 1."""


@dataclass(slots=True)
class _Count:
    kind: str = ""
    affiliation: str = ""
    quotes: int = 0
    direct: int = 0
    words: int = 0
    articles: set[int] = field(default_factory=set)


def balance(
    articles: Iterable[tuple[Article, Iterable[Quote]]], sources: Mapping[int, Source]
) -> tuple[Share, ...]:
    """Shares by speaker, the one with most words first; quotes that are nested or rejected do not count."""
    counts: dict[str, _Count] = {}
    for number, (article, quotes) in enumerate(articles):
        for quote in quotes:
            if quote.status is not Status.REJECTED and not quote.nested:
                _add(counts, number, article, quote, sources.get(quote.source_id))
    total = sum(count.words for count in counts.values()) or 1
    shares = (_share(name, count, total) for name, count in counts.items())
    return tuple(sorted(shares, key=lambda share: (-share.words, share.name)))


def _add(
    counts: dict[str, _Count], number: int, article: Article, quote: Quote, source: Source | None
) -> None:
    written = words_of(article.text, quote.speaker)
    # "sie" names nobody: all who are called so would look like one person who says much.
    named = UNKNOWN if is_nameless(written) or quote.is_pointed_to else written
    name = (source.name if source else "") or quote.speaker_name() or named
    count = counts.setdefault(name, _Count())
    if not quote.is_undecided:
        count.kind = count.kind or str(source.kind if source else quote.speaker_kind)
        count.affiliation = count.affiliation or (source.affiliation if source else quote.speaker_affiliation)
    count.quotes += 1
    count.direct += quote.type is QuoteType.DIRECT
    count.words += len(quote.words(article.text).split())
    count.articles.add(number)


def _share(name: str, count: _Count, total: int) -> Share:
    return Share(
        name,
        count.kind,
        count.affiliation,
        count.quotes,
        count.direct,
        count.words,
        len(count.articles),
        round(count.words / total, 4),
    )

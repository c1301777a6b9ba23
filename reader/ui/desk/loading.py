"""What the desk reads from the library: its page, and the sources and tags one can choose from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.models import Anchor, Note, Quote, Source, Status, Tag
from reader.ui.desk.page import DeskPage, in_order

if TYPE_CHECKING:
    from reader.store import Store

MOST = 9
"""As many as digits can pick."""


@dataclass(frozen=True, slots=True)
class Register:
    """Sources and tags of the library."""

    sources: tuple[Source, ...] = ()
    recent_sources: tuple[Source, ...] = ()
    tags: tuple[Tag, ...] = ()
    recent_tags: tuple[Tag, ...] = ()

    def like(self, written: str, limit: int = 2) -> list[Source]:
        """Sources that a speaker as `written` may be: one of their names has all its words."""
        words = set(written.casefold().split())
        if not words:
            return []
        found = [source for source in self.sources if any(words <= names for names in _names(source))]
        return sorted(found, key=lambda source: -source.quotes)[:limit]


def _names(source: Source) -> list[set[str]]:
    return [set(name.casefold().split()) for name in (source.name, *source.aliases)]


def read_page(store: "Store", article_id: int) -> DeskPage:
    """An article with its quotes, notes and evidence.

    What the newest text has lost stands nowhere in it: it is counted here and shown among the versions.
    """
    article = store.articles.get(article_id)
    every, notes = store.quotes.of(article_id), tuple(store.notes.of(article_id))
    placed = [quote for quote in every if quote.anchor is not Anchor.ORPHAN]
    quotes = [quote for quote in placed if _fits(quote, article.text)]
    used = sorted({quote.source_id for quote in quotes} - {0})
    return DeskPage(
        article,
        in_order(quotes),
        notes,
        tuple(store.quotes.evidence_of(article_id)),
        {number: store.sources.get(number) for number in used},
        lost=sum(map(_is_lost, every)) + sum(map(_is_lost, notes)),
        damaged=len(placed) - len(quotes),
    )


def _is_lost(passage: Quote | Note) -> bool:
    dismissed = isinstance(passage, Quote) and passage.status is Status.REJECTED
    return passage.anchor is Anchor.ORPHAN and not dismissed


def _fits(quote: Quote, text: str) -> bool:
    """Whether the text at the quote's place is the text kept with it: only a damaged library says no."""
    return all(
        text[start:end] == words for (start, end), words in zip(quote.spans, quote.exact, strict=False)
    )


def read_register(store: "Store") -> Register:
    """Sources and tags to choose from."""
    return Register(
        tuple(store.sources.all()),
        tuple(store.sources.recent(limit=MOST)),
        tuple(store.tags.all()),
        tuple(store.tags.recent(limit=MOST)),
    )

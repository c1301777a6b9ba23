"""What the desk reads from the library: its page, and the sources and tags one can choose from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.models import Anchor, Source, Tag
from reader.ui.desk_page import DeskPage, in_order

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

    What the newest text has lost stands nowhere in it: such quotes are on the screen of versions.
    """
    quotes = [quote for quote in store.quotes.of(article_id) if quote.anchor is not Anchor.ORPHAN]
    used = sorted({quote.source_id for quote in quotes} - {0})
    return DeskPage(
        store.articles.get(article_id),
        in_order(quotes),
        tuple(store.notes.of(article_id)),
        tuple(store.quotes.evidence_of(article_id)),
        {number: store.sources.get(number) for number in used},
    )


def read_register(store: "Store") -> Register:
    """Sources and tags to choose from."""
    return Register(
        tuple(store.sources.all()),
        tuple(store.sources.recent(limit=MOST)),
        tuple(store.tags.all()),
        tuple(store.tags.recent(limit=MOST)),
    )

"""By which words a draft may give away a source that is covered: names, and what they are said to be."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.formats.cover import Cover, named
from reader.formats.names import Named
from reader.models import Quote, Source, name_is_covered

if TYPE_CHECKING:
    from reader.library.covering import Covering
    from reader.store import Store

_LEAST_WORDS = 2
"""Words of what somebody is called in an article by which they are known: "Vorsitzende" alone is many."""


def cover_of_draft(store: "Store", covering: "Covering") -> Cover:
    """The cover over what a draft says."""
    covered = covering.throughout
    return covered if covering.names_everybody else covered.with_more(_drafted_names(store))


def _drafted_names(store: "Store") -> Iterator[Named]:
    """Everybody who is covered, with role, affiliation and what the articles call them."""
    on_terms = store.quotes.sources_on_terms()
    for one in store.sources.all():
        if name_is_covered(one) or one.id in on_terms:
            yield named(one, *_called(store, one))
            # whole: a firm or an office is often called like somebody or a town that a draft may name
            yield Named(one.id, tuple(filter(None, (one.role, one.affiliation))), is_person=False)


def _called(store: "Store", source: Source) -> Iterator[str]:
    """ "Vorsitzende des Fördervereins", as an article writes of somebody."""
    for quote in store.quotes.by_ids(store.quotes.said_by(source.id)):
        yield from (phrase for phrase in _phrases(quote) if len(phrase.split()) >= _LEAST_WORDS)


def _phrases(quote: Quote) -> tuple[str, ...]:
    return tuple(dict.fromkeys((quote.resolved_speaker, quote.speaker_role, quote.spoken_by)))

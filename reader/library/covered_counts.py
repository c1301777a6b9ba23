"""What counts may tell of who is covered: quotes of articles where somebody is, each as it may go out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.formats.cover import Cover
from reader.models import Quote, Source, Status, words_of
from reader.store import Store
from reader.store.counting import Covered, CoveredQuote, Scope
from reader.store.dimensions import Dimension
from reader.store.speakers import named, naming

if TYPE_CHECKING:
    from reader.formats import Dossier
    from reader.library.covering import Covering


def covered_in(store: Store, covering: "Covering", scope: Scope) -> Covered:
    """What is told of the quotes in the articles of a scope in which somebody is covered."""
    touched = store.quotes.articles_on_terms()
    if scope.articles is not None:
        touched &= frozenset(scope.articles)
    if scope.library.strip():
        touched &= frozenset(store.articles.ids(scope.library))
    shown, withheld = list[CoveredQuote](), set[int]()
    for number in sorted(touched):
        dossier = covering.dossier(number)
        shown += _quotes(dossier)
        withheld |= _left_out(covering.whole(number), dossier)
    if withheld and scope.quotes.strip():
        withheld &= set(store.quotes.ids(scope.quotes))
    return Covered(tuple(shown), tuple(sorted(withheld)), hides=not covering.names_everybody)


def _left_out(whole: "Dossier", dossier: "Dossier") -> set[int]:
    stays = {quote.id for quote in dossier.quotes}
    return {one.id for one in whole.quotes if one.id not in stays and one.status is not Status.REJECTED}


def _quotes(dossier: "Dossier") -> Iterator[CoveredQuote]:
    sources = {source.id: source for source in dossier.sources}
    for quote in dossier.quotes:
        source = sources.get(quote.source_id) if quote.source_id else None
        yield _quote(quote, source, dossier.article.text)


def _quote(quote: Quote, source: Source | None, text: str) -> CoveredQuote:
    if quote.is_undecided:
        return CoveredQuote(quote.id, None, quote.speaker_name(), "", "", "", "")
    written = "" if quote.is_pointed_to else named(quote.spoken_by or words_of(text, quote.speaker))
    name = source.name if source else quote.speaker_name() or written
    kind = (source.kind if source else "") or quote.speaker_kind
    role = (source.role if source else "") or quote.speaker_role
    affiliation = (source.affiliation if source else "") or quote.speaker_affiliation
    hidden = source is not None and source.identity_protected
    called = "" if hidden else naming(name)
    return CoveredQuote(quote.id, source.id if source else None, name, str(kind), role, affiliation, called)


def cover_for(covering: "Covering", by: Dimension) -> Cover:
    """The cover over the values of a dimension, which have no places, so that all blocks are of one length.

    What does not say of which quote it tells, a tag or an outlet, names nobody who is covered anywhere.
    """
    return replace(covering.cover if by.covered else covering.throughout, is_even=True)

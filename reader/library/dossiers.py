"""Which articles go out with which of their quotes, and what the library knows about each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.formats import Dossier
from reader.models import Note, Quote, Source, Status, name_is_covered
from reader.store import Store


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles go out, and which of their quotes."""

    articles: tuple[int, ...]
    quotes: frozenset[int] | None = None
    """Only these quotes; None for all that are not rejected."""
    accepted: bool = False
    """Whether suggestions nobody has looked at stay behind."""
    rejected: bool = False
    """Whether rejected quotes go along."""


def of_quotes(store: Store, ids: Sequence[int], *, accepted: bool = False) -> Selection:
    """These quotes but for rejected ones, or the accepted ones alone, with the articles they stand in."""
    statuses = (Status.ACCEPTED,) if accepted else (Status.ACCEPTED, Status.SUGGESTED)
    found = store.quotes.articles_of(ids, statuses)
    return Selection(tuple(dict.fromkeys(found.values())), frozenset(found), accepted)


def dossiers(store: Store, selection: Selection, *, with_originals: bool = False) -> Iterator[Dossier]:
    """What the library knows about each article, one at a time; on demand, with what it was read from."""
    register = {source.id: source for source in store.sources.all()}
    protected = tuple(s for s in register.values() if name_is_covered(s))
    off_record = store.quotes.off_record_words() if selection.articles else ()
    for article_id in selection.articles:
        dossier = _dossier(store, article_id, selection, register, protected, off_record)
        if with_originals:
            dossier = replace(dossier, originals=tuple(store.originals.current(article_id)))
        yield dossier


def _dossier(
    store: Store,
    article_id: int,
    selection: Selection,
    register: dict[int, Source],
    protected: tuple[Source, ...],
    off_record: tuple[str, ...],
) -> Dossier:
    every = store.quotes.of(article_id)
    quotes = tuple(quote for quote in every if _goes_out(quote, selection))
    used = dict.fromkeys(quote.source_id for quote in every if quote.source_id in register)
    return Dossier(
        article=store.articles.get(article_id),
        quotes=quotes,
        notes=_notes(store, article_id, selection, {quote.id for quote in quotes}),
        sources=tuple(register[source_id] for source_id in used),
        evidence=tuple(store.quotes.evidence_of(article_id)),
        authorised=tuple(store.quotes.authorisations_of(article_id)),
        translations=tuple(store.quotes.translations_of(article_id)),
        protected=protected,
        stood_in=stood_in(quotes),
        left_out=tuple(quote for quote in every if not _goes_out(quote, selection)),
        off_record=off_record,
    )


def stood_in(quotes: Iterable[Quote]) -> tuple[tuple[int, int], ...]:
    """Of each of `quotes` that the present text has lost, its number and the last version it stood in."""
    return tuple((quote.id, quote.version) for quote in quotes if quote.is_lost and quote.version)


def _notes(store: Store, article_id: int, selection: Selection, quotes: set[int]) -> tuple[Note, ...]:
    """Notes on what goes out; those on the article with all of it, not with quotes that are named."""
    with_article = selection.quotes is None
    return tuple(
        note
        for note in store.notes.of(article_id)
        if (note.quote_id in quotes if note.quote_id else with_article)
    )


def _goes_out(quote: Quote, selection: Selection) -> bool:
    if selection.quotes is not None and quote.id not in selection.quotes:
        return False
    if selection.accepted:
        return quote.status == Status.ACCEPTED
    return selection.quotes is not None or selection.rejected or quote.status != Status.REJECTED

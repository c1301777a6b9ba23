"""How edits of quotes are stored: each function does its part in the transaction of whoever calls it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.models import Authorisation, Evidence, Quote, Source, Status, TermsOfUse, Verification

if TYPE_CHECKING:
    from reader.store import Store

Ids = Callable[[int], int]
"""Tells the stored id of what had a provisional, negative one."""
Work = Callable[["Store", Ids], Any]
"""Stores an edit, in the transaction of whoever calls it; gives what it stored."""


def set_status(numbers: Iterable[int], status: Status, speakers: bool, store: "Store", ids: Ids) -> int:
    """Decide quotes, and their speakers with them where asked; how many changed."""
    return store.quotes.set_status([ids(number) for number in numbers], status, speakers=speakers)


def update(quotes: Sequence[Quote], store: "Store", ids: Ids) -> Quote:
    """Store changed quotes; the last of them as stored."""
    stored = [store.quotes.update(replace(quote, id=ids(quote.id))) for quote in quotes]
    return stored[-1]


def add(article_id: int, quote: Quote, store: "Store", _ids: Ids) -> Quote:
    """Store a new quote."""
    return store.quotes.add(article_id, replace(quote, id=0))


def remove(number: int, store: "Store", ids: Ids) -> int:
    """Take a quote away; how many went."""
    return store.quotes.remove([ids(number)])


def split(article_id: int, old: Quote, new: Quote, store: "Store", ids: Ids) -> Quote:
    """Store the first half of a quote in its place, and the second as a new one."""
    store.quotes.update(replace(old, id=ids(old.id)))
    return store.quotes.add(article_id, replace(new, id=0))


def join(one: Quote, gone: int, store: "Store", ids: Ids) -> Quote:
    """Store two quotes as one: the notes of the one that goes move to the one that stays."""
    stored = store.quotes.update(replace(one, id=ids(one.id)))
    store.quotes.set_use([stored.id], one.use)
    for note in store.notes.on(ids(gone)):
        store.notes.save(replace(note, quote_id=stored.id))
    store.quotes.remove([ids(gone)])
    return stored


def assign(numbers: Sequence[int], source: Source | None, store: "Store", ids: Ids) -> Source | None:
    """Give quotes to a source, which is added where it is new; None takes them from theirs."""
    stored = source
    if source is not None and not source.id:
        same = [one for one in store.sources.all() if _is_same(source, one)]
        stored = same[0] if same else store.sources.add(_of_kind(source, numbers, store, ids))
    store.sources.assign([ids(number) for number in numbers], stored.id if stored else 0)
    return stored


def _of_kind(source: Source, numbers: Sequence[int], store: "Store", ids: Ids) -> Source:
    """A source to be made, of the kind that its quotes say who speaks is."""
    kinds = (quote.speaker_kind for quote in store.quotes.by_ids([ids(number) for number in numbers]))
    return source if source.kind else replace(source, kind=next(filter(None, kinds), source.kind))


def assign_name(
    numbers: Sequence[int], source: Source, names: Sequence[str], near: int, store: "Store", ids: Ids
) -> Source | None:
    """Give quotes to a source, and with them all in the library that are surely by the same voice.

    `near` is the article of the quotes, whose names say who it is; without names only the quotes are given.
    What comes back knows how many quotes the source has now.
    """
    from reader.library.register import known_as  # only where a name is given to a source

    stored = assign(numbers, source, store, ids)
    if stored is None:
        return None
    if names:
        stored = known_as(store, stored, names)
        belonging = store.voices.belonging(names, stored, near)
        store.sources.assign(belonging.sure, stored.id)
    return store.sources.get(stored.id)


def set_use(
    numbers: Iterable[int], use: TermsOfUse, description: str | None, store: "Store", ids: Ids
) -> int:
    """Say how quotes may be used; how many changed."""
    return store.quotes.set_use([ids(number) for number in numbers], use, description)


def _is_same(new: Source, stored: Source) -> bool:
    """Whether a source that was to be made is there already; one with a uid is somebody of their own."""
    return stored.uid == new.uid if new.uid else stored.name.casefold() == new.name.casefold()


def verify(
    numbers: Iterable[int], state: Verification, evidence: Evidence | None, store: "Store", ids: Ids
) -> int:
    """Say of quotes whether they were checked, and by what."""
    return store.quotes.set_verification([ids(number) for number in numbers], state, evidence)


def authorise(numbers: Iterable[int], state: Authorisation, wording: str, store: "Store", ids: Ids) -> None:
    """Say of quotes whether their wording was approved."""
    for number in numbers:
        store.quotes.set_authorisation(ids(number), state, wording)


def each(works: Iterable[Work], store: "Store", ids: Ids) -> None:
    """Store several edits in their order."""
    for work in works:
        work(store, ids)

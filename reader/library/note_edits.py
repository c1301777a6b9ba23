"""Notes written and tags put, as values: the page after it, and how it is stored; see `edits`."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.i18n import _
from reader.library.edits import Edit
from reader.library.page import Page
from reader.library.storing import Ids
from reader.models import Note, Quote

if TYPE_CHECKING:
    from reader.store import Store


class TagChange(NamedTuple):
    """Tags to put and tags to take off."""

    put: tuple[str, ...]
    take: tuple[str, ...]

    @property
    def label(self) -> str:
        """What undo calls it."""
        if self.put:
            return _("Tag {tag}").format(tag=", ".join(self.put))
        return _("Untag {tag}").format(tag=", ".join(self.take))

    def after(self, tags: Iterable[str]) -> tuple[str, ...]:
        """`tags` with some put and some taken off."""
        return tuple(sorted({*tags, *self.put} - set(self.take)))


def write(page: Page, note: Note) -> Edit:
    """Keep a note as it is written by now; one that is new has a provisional id."""
    return Edit(_("Write a note"), page.with_note(note), partial(_save, note), min(0, note.id))


def remove_note(page: Page, note: Note, stored_id: int) -> Edit:
    """Take a note off, which may be shown under its provisional id or under the stored one."""
    return Edit(_("Remove a note"), page.without_notes([note.id, stored_id]), partial(_remove, note.id))


def tag_quotes(page: Page, quotes: Sequence[Quote], change: TagChange) -> Edit:
    """Put tags on quotes and take others off."""
    after = page.with_quotes(replace(quote, tags=change.after(quote.tags)) for quote in quotes)
    return Edit(change.label, after, partial(_tag_quotes, [quote.id for quote in quotes], change))


def tag_article(page: Page, change: TagChange) -> Edit:
    """Put tags on the article and take others off."""
    article = replace(page.article, tags=change.after(page.article.tags))
    return Edit(change.label, replace(page, article=article), partial(_tag_article, article.id, change))


def tag_note(page: Page, note: Note, change: TagChange) -> Edit:
    """Tag a stretch of text: that is a note without words, which is made where its id is provisional."""
    changed = replace(note, tags=change.after(note.tags))
    return Edit(change.label, page.with_note(changed), partial(_tag_note, changed, change), min(0, note.id))


def _save(note: Note, store: "Store", ids: Ids) -> Note:
    """Store a note under its id in the library, 0 while it has none."""
    number = max(0, ids(note.id))
    return store.notes.save(replace(note, id=number, quote_id=ids(note.quote_id)))


def _remove(number: int, store: "Store", ids: Ids) -> int:
    return store.notes.remove([ids(number)])


def _tag_quotes(numbers: Iterable[int], change: TagChange, store: "Store", ids: Ids) -> None:
    _tag(store, change, quotes=[ids(number) for number in numbers])


def _tag_article(article_id: int, change: TagChange, store: "Store", _ids: Ids) -> None:
    _tag(store, change, articles=[article_id])


def _tag_note(note: Note, change: TagChange, store: "Store", ids: Ids) -> Note:
    stored = _save(note, store, ids) if note.id < 0 else note
    _tag(store, change, notes=[stored.id])
    return stored


def _tag(store: "Store", change: TagChange, **on: Iterable[int]) -> None:
    if change.put:
        store.tags.attach(change.put, **on)
    if change.take:
        store.tags.detach(change.take, **on)

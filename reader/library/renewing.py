"""Fetch articles again from where they came, and look for their quotes again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.errors import IngestError, ReaderError
from reader.i18n import _
from reader.library.adding import Progress, store_prepared
from reader.library.detecting import AS_USUAL, DetectionSettings, detect_article
from reader.library.keeping import with_kept
from reader.library.preparing import Preparation, Prepared
from reader.library.reading import read_article
from reader.library.replacing import gone_sentence
from reader.models import Article
from reader.store import Store


def redetect(store: Store, ids: Iterable[int], how: DetectionSettings = AS_USUAL) -> Iterator[Progress]:
    """Look for quotes again; what a person made, changed or used stays as it is."""
    wanted = list(ids)
    for done, article_id in enumerate(wanted, 1):
        try:
            progress = _redetected(store, article_id, how)
        except ReaderError as error:
            progress = Progress(0, 0, str(article_id), "failed", article_id, error.message)
        yield replace(progress, done=done, total=len(wanted))


def _redetected(store: Store, article_id: int, how: DetectionSettings) -> Progress:
    article = store.articles.get(article_id)
    found = detect_article(article, how)
    replaced = store.quotes.replace_suggestions(article_id, found.quotes, found.detector)
    # Three counts of nothing are "same".
    outcome = "changed" if replaced.added or replaced.removed or replaced.changed else "same"
    counts = _("{added} new, {removed} gone, {changed} changed, {kept} yours").format(
        added=replaced.added, removed=replaced.removed, changed=replaced.changed, kept=replaced.kept
    )
    return Progress(0, 0, article.location, outcome, article_id, counts, article.title, len(found.quotes))


def refetch(store: Store, ids: Iterable[int], preparation: Preparation | None = None) -> Iterator[Progress]:
    """Read articles again from where they came; a changed text becomes a new version, the old one is kept.

    What is no article, or shows next to nothing of the old text or less of it, is refused with the reason.
    """
    wanted = list(ids)
    for done, article_id in enumerate(wanted, 1):
        try:
            progress = _refetched(store, article_id, preparation or Preparation())
        except ReaderError as error:
            progress = Progress(0, 0, str(article_id), "failed", article_id, error.message)
        yield replace(progress, done=done, total=len(wanted))


def _refetched(store: Store, article_id: int, how: Preparation) -> Progress:
    stored = store.articles.get(article_id)
    location = stored.url or stored.location
    if location in ("", "stdin", "clipboard"):
        told = _("Article {number} came from {location}: it cannot be fetched again.")
        if not location:
            told = _("Article {number} came from nowhere: it cannot be fetched again.")
        raise IngestError(told.format(number=article_id, location=location))
    read = _read_again(stored, location, how)
    if read.wall and not how.replace:
        raise IngestError(gone_sentence(location, _("the page {wall}").format(wall=read.wall)))
    # what a person said of the language holds for the new text too
    language = stored.language or read.language
    fresh = replace(
        read,
        url=stored.url,
        location=stored.location,
        language=language,
        feed=stored.feed,
        entry=stored.entry,
        originals=with_kept(read).originals,
    )
    found = detect_article(fresh, how.detection or AS_USUAL)
    ready = Prepared(location, fresh, found.quotes, found.detector, replace=how.replace, into=article_id)
    with store.step(_("Fetch “{title}” again").format(title=stored.title)):
        return store_prepared(store, ready)


def _read_again(stored: Article, location: str, how: Preparation) -> Article:
    """The article as it is now where it came from; of an entry without a page, as its feed has it."""
    if not stored.feed or stored.url:
        return read_article(location, allow_private=how.allow_private, via=how.via)
    from reader.ingest import Limits, entry_at  # lxml and its like

    return entry_at(location, Limits(allow_private=how.allow_private, via=how.via))

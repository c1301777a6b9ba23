"""Which article of the library one that is to be read is already, as far as its place or its text tells."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.addresses import without_trackers
from reader.library.correcting import has_been
from reader.models import Article
from reader.store import Store
from reader.visible import visible

if TYPE_CHECKING:
    from reader.ingest import FeedEntry, Part, SavedPage


def unchanged_file(store: Store, source: "str | FeedEntry | Part | SavedPage") -> int:
    """The article of a file that has not changed since it was added; 0 for any other, and for addresses."""
    written = _written(source)
    if not written:
        return 0
    from reader.ingest.files import home_path

    # the place of a part is that of its file and a mark, and no path
    place = os.path.abspath(home_path(source)) if isinstance(source, str) else str(source)  # noqa: PTH100
    return store.articles.kept_since(visible(place), written)


def left_in_trash(store: Store, source: "str | FeedEntry | Part | SavedPage", article: Article) -> int:
    """The article that went to the trash after its file was last written; 0 for any other."""
    known = store.articles.known(article)
    if known is None or not known.is_trashed:
        return 0
    written = _written(source)
    return known.id if written and store.articles.was_trashed_since(known.id, written) else 0


def _written(source: "str | FeedEntry | Part | SavedPage") -> str:
    """When the file was last written from which something is read, "" where there is none (ISO 8601)."""
    from reader.ingest.files import home_path

    location = str(source)
    if "://" in location[:20] or location in ("-", "clip:"):
        return ""
    path = getattr(source, "path", location)
    try:
        state = os.stat(home_path(path))  # noqa: PTH116  # what a name leads to
    except (OSError, ValueError):
        return ""
    # a file that was copied over another with its old time has changed all the same
    changed = datetime.fromtimestamp(max(state.st_mtime, state.st_ctime) + 1, UTC)
    return changed.strftime("%Y-%m-%dT%H:%M:%SZ")


def asked_for(store: Store, location: str, article: Article) -> int:
    """The id of the article that an address was of, where it led elsewhere now; 0 where it did not."""
    is_address = location.lower().startswith(("http://", "https://"))
    # a file, an entry's page that its feed leads to, an address that answered itself
    if not is_address or article.feed or article.location == location:
        return 0
    address = without_trackers(location)
    known = None if store.articles.known(article) else store.articles.known(_at(address))
    return known.id if known and not known.is_trashed else 0


def heard_already(store: Store, location: str) -> int:
    """The article that was written down of a file of sound; 0 where none was."""
    known = store.articles.known(_at(str(Path(location).expanduser().absolute())))
    return known.id if known and not known.is_trashed else 0


def _at(address: str) -> Article:
    return Article("", url=address, location=address)


def entry_as_it_was(store: Store, entry: "FeedEntry") -> int:
    """The article of a feed's entry that is as it was, 0 where it is to be read.

    A page is not fetched again day after day; what the feed itself holds is read again when it changes.
    """
    known = store.articles.known_entry(
        Article("", title=entry.title, url=entry.url, feed=entry.feed, entry=entry.name)
    )
    if known is None:
        return 0
    return known.id if entry.needs_page() or known.digest == entry.digest() else 0


def same_text(store: Store, article: Article) -> int:
    """The id of the article with this text and address in the library, 0 where there is none."""
    known = store.articles.known(article)
    if known is None and "url" in article.stated:  # an address that was corrected in the file
        known = store.articles.known(replace(article, url=""))
    if known and known.outcome == "changed" and not known.is_trashed:
        return known.id if has_been(store, known.id, article) else 0
    # Unknown, with another text, or in the trash: not the same.
    if known is None or known.outcome != "same" or known.is_trashed:
        return 0
    # what a feed calls it, and how the entry looks now, is still to be noted
    return 0 if article.entry_digest else known.id

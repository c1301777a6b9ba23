"""Which stored article one that comes in is: by what its feed calls it, by address, by place, by text.

An address that a page states of itself (canonical, og:url), or that entries of a feed share, may be that of a
whole section: it makes two texts one article only where they have something in common.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.addresses import without_trackers
from reader.models import Article
from reader.store.connection import Connection
from reader.store.records import current_text
from reader.texts.kinship import kinship, titles_alike

_PASSING = ("", "-", "stdin", "clipboard", "clip:")
"""Locations that say nothing about which article it is."""
_MOST = 50
"""Stored articles of one address that are looked at (chosen by hand)."""


class StoredIdentity(NamedTuple):
    """What tells whether an article that comes in is one that is stored; its columns by name."""

    id: int
    hash: str
    trashed: str
    title: str
    url: str
    location: str
    feed: str
    entry: str
    entry_digest: str


@dataclass(frozen=True, slots=True)
class Met:
    """The stored article that one that comes in is, if any."""

    known: StoredIdentity | None
    article: Article
    """What came in, without an address that is another article's."""


def meet(db: Connection, article: Article, digest: str, into: int = 0) -> Met:
    """Look for `article`, whose text has the `digest`, among those stored.

    `into` is the number of the one that it is, where that is known.
    """
    if into:
        return Met(next(iter(_rows(db, "id = ?", into)), None), article)
    found = _by_entry(db, article, digest)
    if found:
        return Met(found, article)
    of_address = _rows(db, "url = ?", article.url) if article.url else []
    found = _first(db, of_address, article, digest)
    if found:
        return Met(found, article)
    if not article.feed and of_address:
        article = replace(article, url=_own_address(article))
    found = _by_place(db, article, digest) or _by_text(db, article, digest)
    return Met(found, article)


def entry_known(db: Connection, entry: Article, *, in_trash: bool = False) -> StoredIdentity | None:
    """The stored article of a feed's entry whose text is not read yet: by its name, else by its address.

    One in the trash only where it is asked for, and no other is there.
    """
    named = _rows(db, "entry = ? AND feed = ?", entry.entry, entry.feed) if entry.entry else []
    by_address = _rows(db, "url = ?", entry.url) if entry.url and not named else []
    candidates = [
        row
        for row in named or by_address
        if not _is_other_entry(row, entry) and not (_is_elsewhere(row, entry) and bool(entry.title))
    ]
    return next((row for row in candidates if in_trash or not row.trashed), None)


def _rows(db: Connection, condition: str, *values: str | int) -> list[StoredIdentity]:
    columns = ", ".join(StoredIdentity._fields)
    sql = f"SELECT {columns} FROM articles WHERE {condition} ORDER BY trashed, id LIMIT {_MOST}"
    return [StoredIdentity._make(row) for row in db.rows(sql, values)]


def _by_entry(db: Connection, article: Article, digest: str) -> StoredIdentity | None:
    if not article.entry:
        return None
    named = _rows(db, "entry = ? AND feed = ?", article.entry, article.feed)
    place = _feed_of(article.location)
    for row in named:
        # feeds of one name ("News") may both count their entries from 1
        is_of_feed = _feed_of(row.location) == place or (row.url and row.url == article.url)
        if is_of_feed and not (_is_elsewhere(row, article) and _is_other_text(db, row, article)):
            return row
    return _kin(db, named, article, digest)


def _first(
    db: Connection, rows: list[StoredIdentity], article: Article, digest: str
) -> StoredIdentity | None:
    """Of the articles of its address, the one with its text, else of its place, else one it came of."""
    same_text = (row for row in rows if row.hash == digest and not _is_other_entry(row, article))
    surely = (row for row in rows if _is_of_place(row, article))
    # Text, then place, then kinship: the surest first.
    return next(same_text, None) or next(surely, None) or _kin(db, rows, article, digest)


def _is_of_place(row: StoredIdentity, article: Article) -> bool:
    """Whether the address that was asked for, not only the one stated, is that of the stored article."""
    if _is_other_entry(row, article):
        return False
    if article.feed:
        return False  # tickers link all their entries to one page
    same_place = row.location == article.location and article.location not in _PASSING
    # A file read again; or the address, with "?utm_source=x" behind it.
    return (same_place and not row.feed) or without_trackers(article.location) == row.url


def _is_other_entry(row: StoredIdentity, article: Article) -> bool:
    """Whether the same feed calls both by different names."""
    # Guid "7" and guid "8" of one feed; "7" of two feeds says nothing.
    return bool(row.entry and article.entry) and row.entry != article.entry and row.feed == article.feed


def _is_elsewhere(row: StoredIdentity, article: Article) -> bool:
    """Whether address and title are both others: some feeds number their entries anew each time."""
    moved = bool(row.url and article.url) and row.url != article.url
    return moved and not titles_alike(row.title, article.title)


def _is_other_text(db: Connection, row: StoredIdentity, article: Article) -> bool:
    return not kinship(current_text(db, row.id) or "", article.text).is_close()


def _by_place(db: Connection, article: Article, digest: str) -> StoredIdentity | None:
    if article.location in _PASSING:
        return None
    # several articles may come from one place, such as a feed: then their addresses differ
    condition = "location = ? AND (url = ? OR url = '' OR ? = '')"
    rows = _rows(db, condition, article.location, article.url, article.url)
    rows = [row for row in rows if not _is_other_entry(row, article)]
    if article.feed and not article.entry:
        return _kin(db, rows, article, digest)
    return next((row for row in rows if row.hash == digest), rows[0] if rows else None)


def _by_text(db: Connection, article: Article, digest: str) -> StoredIdentity | None:
    condition = "hash = ? AND (outlet = ? AND url = ? OR feed = ? AND feed <> '')"
    rows = _rows(db, condition, digest, article.outlet, article.url, article.feed)
    return next((row for row in rows if not _is_other_entry(row, article)), None)


def _kin(db: Connection, rows: list[StoredIdentity], article: Article, digest: str) -> StoredIdentity | None:
    """The stored article that this is a version of, by its text, and its title where that is less sure."""
    for row in rows:
        if row.hash == digest:
            return row
    for row in rows:
        shared = kinship(current_text(db, row.id) or "", article.text)
        # A corrected text; or one written anew under its title.
        if shared.is_close() or (titles_alike(row.title, article.title) and not shared.is_nothing()):
            return row
    return None


def _own_address(article: Article) -> str:
    """The address that was asked for, "" where it was a file."""
    return without_trackers(article.location) if article.location.startswith(("http://", "https://")) else ""


def _feed_of(location: str) -> str:
    return location.partition("#")[0]

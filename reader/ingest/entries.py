"""What an entry of a feed is, and what tells it from the others.

Its name (guid) does, else an address of its own, else title and text. An address is an entry's own where it
can be read, is not the home page, and no other entry has it: tickers link all their entries to one page.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from reader.addresses import without_login, without_trackers
from reader.errors import IngestError
from reader.ingest.dates import feed_time
from reader.models import Article
from reader.texts.kinship import kinship, titles_alike

WHOLE = 120
"""Words from which what an entry holds is taken for the article, not for its teaser."""
_DIGEST = 8
"""Bytes of a digest: of a million entries no two are taken for each other."""
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article that a feed tells of."""

    feed: str
    """What the feed is called."""
    location: str
    """Where the feed is, with a mark of the entry where that has no address of its own."""
    url: str
    """The address of its page, where it has one of its own."""
    title: str
    byline: str
    published: str
    html: str
    """What the feed holds of it: its text, or a teaser."""
    name: str = ""
    """What the feed calls it (guid), or ""."""

    def __str__(self) -> str:
        return self.url or self.location

    def words(self) -> int:
        """Number of words that the feed holds of it."""
        return len(plain(self.html).split())

    def is_whole(self) -> bool:
        """Whether the feed holds its whole text."""
        return self.words() >= WHOLE

    def needs_page(self) -> bool:
        """Whether its text stands only on its page."""
        return bool(self.url) and not self.is_whole()

    def mark(self) -> str:
        """Tells the entry from others of its feed, also when it has changed; nothing can be read off it."""
        own = self.name or self.url or self.location.partition("#")[2]
        return blake2b(own.encode("utf-8", "replace"), digest_size=_DIGEST).hexdigest()

    def in_feed(self, name: str, address: str) -> "FeedEntry":
        """The entry as of a feed that a person calls `name` and keeps at `address`."""
        mark = self.location.partition("#")[2]
        return replace(self, feed=name, location=f"{address}#{mark}" if mark else address)

    def as_article(self) -> Article:
        """What is known of its article before its text is read."""
        return Article("", title=self.title, url=self.url, feed=self.feed, entry=self.name)

    def digest(self) -> str:
        """Tells whether the entry has changed since it was read."""
        said = "\n".join((self.title, self.html))
        return blake2b(said.encode("utf-8", "replace"), digest_size=_DIGEST).hexdigest()


def entry_of(item: dict[str, Any], feed: str, location: str, base: str) -> FeedEntry:
    """An entry as feedparser gives it; anything may be missing or None, and addresses may be none."""
    link, name = str(item.get("link") or ""), str(item.get("id") or "")
    # a bare name that the parser hands on as a link too
    url = "" if link == name and not _is_address(link) else link
    texts = [item.get("summary"), *(part.get("value") for part in item.get("content") or ())]
    return FeedEntry(
        feed=plain(feed),
        location=without_login(location),
        url=_whole(base, _clean(url)),
        title=plain(item.get("title")),
        byline=plain(item.get("author")),
        published=feed_time(_clean(item.get("published") or item.get("updated"))),
        html=max((_clean(text) for text in texts), key=len),
        name=without_login(_clean(name).strip()),
    )


def distinct(items: list[FeedEntry | IngestError], base: str) -> list[FeedEntry | IngestError]:
    """The entries with addresses and names that are theirs alone, each only once."""
    entries = [item for item in items if isinstance(item, FeedEntry)]
    names = _of_one({}, [(entry.name, entry) for entry in entries])
    shared = Counter(entry.url for entry in _once(entries, names))
    found: list[FeedEntry | IngestError] = []
    seen: list[FeedEntry] = []
    for item in items:
        if isinstance(item, IngestError):
            found.append(item)
            continue
        entry = _with_own_marks(item, names, shared, base)
        if not any(_repeats(entry, other) for other in seen if _mark(other) == _mark(entry)):
            seen.append(entry)
            found.append(entry)
    return found


def _with_own_marks(entry: FeedEntry, names: dict[str, bool], shared: Counter[str], base: str) -> FeedEntry:
    name = entry.name if names.get(entry.name) and not _is_home(entry.name, base) else ""
    # A ticker links all its entries to one page, others theirs to the front page.
    own = _is_address(entry.url) and not _is_home(entry.url, base) and shared[entry.url] == 1
    url = entry.url if own else ""
    mark = "" if url else "#" + (name or _only(entry.url, shared) or _title_mark(entry))
    return replace(entry, name=name, url=url, location=entry.location + mark)


def _of_one(known: dict[str, bool], named: list[tuple[str, FeedEntry]]) -> dict[str, bool]:
    """Whether each name is that of one article only: some feeds call all their entries the same."""
    first: dict[str, FeedEntry] = {}
    for name, entry in named:
        if name:
            before = first.setdefault(name, entry)
            # An entry that stands twice is one article; "item" for two articles names none.
            known[name] = known.get(name, True) and (before is entry or _is_same(before, entry))
    return known


def _once(entries: list[FeedEntry], names: dict[str, bool]) -> list[FeedEntry]:
    """Entries without those that the feed names, or tells, twice."""
    seen: dict[str, FeedEntry] = {}
    for entry in entries:
        key = entry.name if names.get(entry.name) else f"{entry.url}\n{entry.title}\n{entry.digest()}"
        seen.setdefault(key, entry)
    return list(seen.values())


def _mark(entry: FeedEntry) -> str:
    # The guid, else the link, else where it was read.
    return entry.name or entry.url or entry.location


def _repeats(entry: FeedEntry, other: FeedEntry) -> bool:
    return bool(entry.name or entry.url) or _is_same(entry, other)


def _is_same(one: FeedEntry, other: FeedEntry) -> bool:
    """Whether two entries are one article, as far as title and text tell."""
    if one.html == other.html and one.title == other.title:
        return True
    shared = kinship(plain(one.html), plain(other.html))
    # A text that was rewritten under its title is the same; one title over two texts is not.
    return shared.is_close() or (titles_alike(one.title, other.title) and not shared.is_nothing())


def _only(link: str, shared: Counter[str]) -> str:
    """A link that cannot be read ("gemini:", "/artikel/1" of nowhere) and is one entry's only."""
    return link if link and not _is_address(link) and shared[link] == 1 else ""


def _title_mark(entry: FeedEntry) -> str:
    said = entry.title or entry.html
    return blake2b(said.encode("utf-8", "replace"), digest_size=_DIGEST).hexdigest()


def _whole(base: str, link: str) -> str:
    """A link as an address where it can be made one, without what trackers add; else as it is."""
    if not link:
        return ""
    try:
        joined = urljoin(base, link)
        urlsplit(joined)
    except ValueError:  # brackets that are no IPv6 address
        return link
    return without_trackers(without_login(joined if _is_address(joined) else link))


def _is_address(link: str) -> bool:
    if not link.lower().startswith(("http://", "https://")):
        return False
    try:
        return bool(urlsplit(link).hostname)
    except ValueError:
        return False


def _is_home(address: str, base: str) -> bool:
    """Whether an address is the home page, of the site or of the feed."""
    if not _is_address(address):
        return False
    parts = urlsplit(address)
    bare = address.partition("#")[0].rstrip("/")
    is_home = not (parts.path.strip("/") or parts.query)
    return (is_home and not parts.fragment) or (bare == base.rstrip("/") and not parts.fragment)


def plain(markup: Any) -> str:
    """A title or a name in one line: tags and entities, which some feeds have twice over, resolved."""
    return _plain(str(markup or ""))


_PROGRAM = re.compile(
    r"<(script|style)\b[^>]*>[^<]{0,2000}(?:<(?!/?\1)[^<]{0,2000}){0,20}</\1\s*>", re.IGNORECASE
)
"""Elements whose text nobody reads."""


@lru_cache(maxsize=1024)
def _plain(markup: str) -> str:
    shown = _PROGRAM.sub(" ", unescape(markup))
    return " ".join(_clean(unescape(re.sub(r"<[^>]*>", " ", shown))).split())


def _clean(value: Any) -> str:
    """A value as text that can be stored: half characters are marked."""
    return _HALF.sub("\ufffd", str(value or ""))

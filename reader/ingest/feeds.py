"""Feeds (RSS, RDF and Atom): from a file or an address to its entries, and from an entry to an article.

    feed, file or address -> entries_in -> Entry … -> read_entry -> Article

An entry that holds its whole text becomes an article as it is, also without a network; of others the page
is read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from html import escape
from io import BytesIO
from pathlib import PurePath
from typing import Any
from urllib.parse import urljoin

from reader.errors import IngestError
from reader.ingest.dates import iso_time
from reader.ingest.files import SUFFIXES, home_path, read_file
from reader.ingest.formats import from_bytes, from_text, is_feed
from reader.ingest.limits import Limits
from reader.ingest.locations import read
from reader.models import Article

PREFIX = "feed:"
"""Before an address or a path that is a feed, whatever it looks like."""
WHOLE = 120
"""Words from which what an entry holds is taken for the article, not for its teaser."""
MOST = 500
"""Entries taken of one feed, from its beginning."""

_LOOKS_LIKE_ONE = re.compile(r"\.(?:rss|atom|rdf|xml)\b|[/.=](?:rss|feed|atom)s?(?:[/.?&]|$)", re.I)
_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article that a feed tells of."""

    feed: str
    """What the feed is called."""
    location: str
    """Where the feed is, with a mark of the entry where that has no address of its own."""
    url: str
    title: str
    byline: str
    published: str
    html: str
    """What the feed holds of it: its text, or a teaser."""

    def __str__(self) -> str:
        return self.url or self.location


def with_entries(locations: Iterable[str | IngestError]) -> Iterator[str | IngestError | FeedEntry]:
    """`locations` with every feed among them replaced by its entries, last first; an error where it cannot
    be read."""
    for location in locations:
        if isinstance(location, IngestError) or not (data := _feed_at(location)):
            yield location
            continue
        try:
            # the newest, which feeds have first, is added last, and so stands first in the library
            yield from reversed(entries_in(*data)) if isinstance(data, tuple) else (data,)
        except IngestError as error:
            yield error


def _feed_at(location: str) -> tuple[bytes, str] | IngestError | None:
    """Bytes and place of a feed, None where there is none, an error where one is asked for and not there."""
    is_asked_for = location.lower().startswith(PREFIX)
    place = location[len(PREFIX) :].removeprefix("//") if is_asked_for else location
    is_address = re.match(r"https?://", place, re.I) is not None
    if is_asked_for and "://" not in place and not home_path(place).exists():
        place, is_address = f"https://{place}", True  # feed://example.org, as browsers hand it on
    try:
        if is_address:
            return _fetched(place) if is_asked_for or _LOOKS_LIKE_ONE.search(place) else None
        if not is_asked_for and not _may_be_one(place):
            return None
        data = read_file(home_path(place), _LIMITS)
    except IngestError as error:
        return error if is_asked_for or is_address else None
    if is_asked_for and not is_feed(data):
        return IngestError(f"{place} is not a feed: name it without “{PREFIX}”.")
    return (data, place) if is_feed(data) else None


def _may_be_one(place: str) -> bool:
    """Whether to look into a file: not into each of the thousands of texts in a folder."""
    suffix = PurePath(place).suffix.lower()
    return (
        "://" not in place[:20] and place not in ("-", "clip:") and suffix not in SUFFIXES - {".rss", ".atom"}
    )


def _fetched(address: str) -> tuple[bytes, str] | None:
    from reader.ingest.fetch import fetch  # httpx: 100 ms

    answer = fetch(address, _LIMITS)
    return (answer.data, answer.address) if is_feed(answer.data) else None


def entries_in(data: bytes, location: str) -> list[FeedEntry]:
    """The entries of a feed in their order. Raises IngestError where it cannot be read or holds none."""
    import feedparser  # 100 ms

    found = feedparser.parse(BytesIO(data), sanitize_html=False)
    if not found.entries:
        raise IngestError(f"{location} is a feed without articles: there is nothing to add.")
    name = _plain(found.feed.get("title", "")) or location
    base = found.feed.get("link") or location
    return [_entry(one, name, location, base, number) for number, one in enumerate(found.entries[:MOST], 1)]


def _entry(item: dict[str, Any], feed: str, location: str, base: str, number: int) -> FeedEntry:
    link, name = item.get("link", ""), item.get("id", "")
    bare = link == name and not re.match(r"https?://", link)  # a name that feeds give without saying so
    url = urljoin(base, link) if link and not bare else ""
    texts = [item.get("summary", ""), *(part.value for part in item.get("content", ()))]
    return FeedEntry(
        feed,
        location if url else f"{location}#{name or number}",
        url if url.startswith(("http://", "https://")) else "",
        _plain(item.get("title", "")),
        _plain(item.get("author", "")),
        _day(item.get("published") or item.get("updated", "")),
        max(texts, key=len),
    )


def _plain(markup: str) -> str:
    """A title or a name in one line: tags and entities, which some feeds have twice over, resolved."""
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]*>", " ", unescape(markup))).split())


def _day(written: str) -> str:
    """A date as feeds write it (RFC 822 or ISO 8601), as ISO 8601."""
    try:
        return parsedate_to_datetime(written).isoformat(timespec="seconds")
    except (TypeError, ValueError):
        return iso_time(written) if written else ""


def read_entry(entry: FeedEntry) -> Article:
    """The article of an entry: what the feed holds where that is all there is, else its page."""
    words = len(_plain(entry.html).split())
    if entry.url and words < WHOLE:
        return _described(entry, read(entry.url))
    if not words:
        raise IngestError(f"{entry} has neither a text nor an address in the feed “{entry.feed}”.")
    return _described(entry, _of_feed(entry, words))


def _of_feed(entry: FeedEntry, words: int) -> Article:
    if words < WHOLE:  # too short for what tells articles from the rest of a page
        paragraphs = map(_plain, re.split(r"</?(?:p|div|br|li)\b[^>]*>", entry.html))
        return from_text("\n\n".join(filter(None, (entry.title, *paragraphs))), entry.location)
    head = f"<html><head><title>{escape(entry.title)}</title></head>"
    page = f"{head}<body><article>{entry.html}</article></body></html>"
    article = from_bytes(page.encode(), entry.location, "text/html; charset=utf-8")
    return replace(article, title=entry.title or article.title)


def _described(entry: FeedEntry, article: Article) -> Article:
    """The article with what the feed knows where the text itself does not say it."""
    return replace(
        article,
        title=article.title or entry.title,
        byline=article.byline or entry.byline,
        outlet=article.outlet or entry.feed,
        published=article.published or entry.published,
        url=entry.url or article.url,
        location=entry.location,
        feed=entry.feed,
    )

"""Feeds (RSS, RDF and Atom): from a file or an address to its entries, and from an entry to an article.

    feed, file or address -> entries_in -> Entry … -> read_entry -> Article

An entry that holds its whole text becomes an article as it is, also without a network; of others the page
is read. What tells one entry from another stands in `entries`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape, unescape
from pathlib import PurePath

from reader.addresses import without_login
from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.confined import article_in
from reader.ingest.entries import FeedEntry
from reader.ingest.feed_parsing import entries_in
from reader.ingest.files import FEED_PREFIX, SUFFIXES, home_path, read_file
from reader.ingest.formats import from_text, is_feed
from reader.ingest.limits import Limits
from reader.ingest.locations import read
from reader.models import Article
from reader.originals import ENTRY, original

__all__ = ("entries_in", "entry_at", "is_feed", "of_feed", "read_entry", "read_summary", "with_entries")

_FEED_SUFFIXES = {".rss", ".atom"}
_LOOKS_LIKE_ONE = re.compile(r"\.(?:rss|atom|rdf|xml)\b|[/.=](?:rss|feed|atom)s?(?:[/.?&]|$)", re.I)
_PARAGRAPH = re.compile(r"<p\b", re.I)
_BREAKS = re.compile(r"(?:<br\b[^>]*>\s*)+", re.I)
_TAG = re.compile(r"<[a-zA-Z/!]")
_LEAST_OF_ENTRY = 0.5
"""Share of an entry's words that its page has to have; of what has less, the words are taken as they are."""
_LIMITS = Limits()
_HTML = "text/html; charset=utf-8"  # not shown


def with_entries(
    locations: Iterable[str | IngestError], limits: Limits = _LIMITS
) -> Iterator[str | IngestError | FeedEntry]:
    """`locations` with every feed among them replaced by its entries, last first; an error where a feed, or
    one of its entries, cannot be read."""
    for location in locations:
        if isinstance(location, IngestError) or not (data := _feed_at(location, limits)):
            yield location
            continue
        try:
            # the newest, which feeds have first, is added last, and so stands first in the library
            yield from reversed(_entries_of(*data)) if isinstance(data, tuple) else (data,)
        except IngestError as error:
            yield error


def _entries_of(data: bytes, location: str) -> "list[FeedEntry | IngestError]":
    """The entries of a feed, read within limits of time and memory."""
    from reader.ingest.reading_process import read_apart  # subprocess: 10 ms

    entries: list[FeedEntry | IngestError] = read_apart("feed", data, location)
    return entries


def _feed_at(location: str, limits: Limits) -> tuple[bytes, str] | IngestError | None:
    """Bytes and place of a feed, None where there is none, an error where one is asked for and not there."""
    is_asked_for = location.lower().startswith(FEED_PREFIX)
    place = location[len(FEED_PREFIX) :].removeprefix("//") if is_asked_for else location
    if not place:
        return IngestError(
            _("Name a feed behind “{prefix}”: its address or its file.").format(prefix=FEED_PREFIX)
        )
    is_address = re.match(r"https?://", place, re.I) is not None
    if is_asked_for and "://" not in place and not home_path(place).exists():
        place, is_address = f"https://{place}", True  # feed://example.org, as browsers hand it on
    try:
        if is_address:
            # a page that is read with a program of the person's own is asked for by nobody else
            if not is_asked_for and (limits.via or not _LOOKS_LIKE_ONE.search(place)):
                return None
            return _fetched(place, limits, is_asked_for)
        if not is_asked_for and not _may_be_one(place):
            return None
        data = read_file(home_path(place), limits)
    except IngestError as error:
        told = IngestError(without_login(error.message))
        return told if is_asked_for or is_address else None
    if is_asked_for and not is_feed(data):
        return _no_feed(place, data)
    if not is_address and not is_feed(data) and PurePath(place).suffix.lower() in _FEED_SUFFIXES:
        return IngestError(
            _("{place} is named like a feed and is none: save the feed again, and add that.").format(
                place=place
            )
        )
    return (data, place) if is_feed(data) else None


def _may_be_one(place: str) -> bool:
    """Whether to look into a file: not into each of the thousands of texts in a folder."""
    suffix = PurePath(place).suffix.lower()
    return "://" not in place[:20] and place not in ("-", "clip:") and suffix not in SUFFIXES - _FEED_SUFFIXES


def _fetched(address: str, limits: Limits, is_asked_for: bool) -> tuple[bytes, str] | None:
    from reader.ingest.fetch import fetch  # httpx: 100 ms

    answer = fetch(address, limits)
    if is_feed(answer.data):
        return answer.data, answer.address
    if is_asked_for:
        raise _no_feed(address, answer.data)
    return None


def _no_feed(place: str, data: bytes) -> IngestError:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b"jsonfeed.org/version" in data:
        return IngestError(
            _("{place} is a JSON feed, which is not read: most sites have an RSS or Atom feed too.").format(
                place=place
            )
        )
    return IngestError(
        _("{place} is not a feed: name it without “{prefix}”.").format(place=place, prefix=FEED_PREFIX)
    )


def read_entry(entry: FeedEntry, limits: Limits = _LIMITS) -> Article:
    """The article of an entry: what the feed holds where that is all there is, else its page."""
    if entry.needs_page():
        return _described(entry, read(entry.url, limits=limits))
    if not entry.words():
        raise IngestError(
            _("{entry} has neither a text nor an address in the feed “{feed}”.").format(
                entry=f"“{entry.title}”" if entry.title else entry, feed=entry.feed
            )
        )
    return _as_told(entry)


def read_summary(entry: FeedEntry, reason: str) -> Article:
    """What the feed itself says of an entry whose page cannot be read, for a `reason`.

    Raises IngestError where it says nothing.
    """
    if not entry.words():
        raise IngestError(reason)
    missing = _("Only what the feed says of it is here, since its page could not be read: {reason}").format(
        reason=reason
    )
    return replace(_as_told(entry), missing=missing)


def _as_told(entry: FeedEntry) -> Article:
    """The article as the feed itself has it, with that as its original."""
    kept = original(entry.html.encode("utf-8", "replace"), entry.location, kind=ENTRY, content_type=_HTML)
    return replace(_described(entry, of_feed(entry)), originals=(kept,))


def entry_at(location: str, limits: Limits = _LIMITS) -> Article:
    """The article of the entry that `FeedEntry.location` marks. Raises IngestError where it is gone."""
    place = location.partition("#")[0]
    found = list(with_entries([FEED_PREFIX + place], limits))
    for entry in found:
        if isinstance(entry, FeedEntry) and entry.location == location:
            return read_entry(entry, limits)
        if isinstance(entry, IngestError) and len(found) == 1:
            raise entry
    raise IngestError(
        _("The feed {place} no longer has this article: the text here is the last one.").format(place=place)
    )


def of_feed(entry: FeedEntry) -> Article:
    """The article that a feed holds itself, as a page or as bare text, whichever it is."""
    name = f"“{entry.title}”"  # no place: neither an address nor the end of a file's name
    if not entry.is_whole():  # too short for what tells articles from the rest of a page
        return _as_text(entry, name)
    head = f'<html><head><title>{escape(entry.title)}</title><base href="{escape(entry.url)}"></head>'
    page = f"{head}<body><article>{_in_paragraphs(entry.html)}</article></body></html>"
    try:
        article = article_in(page.encode(), name, _HTML)
    except IngestError:  # text without paragraphs, or with line breaks only
        return _as_text(entry, name)
    if len(article.text.split()) < _LEAST_OF_ENTRY * entry.words():
        return _as_text(entry, name)
    return replace(article, title=entry.title or article.title, url="", wall="")


def _in_paragraphs(markup: str) -> str:
    """Markup whose lines only <br> divides as paragraphs: its first line would not be the article's."""
    if _PARAGRAPH.search(markup):
        return markup
    return "<p>" + _BREAKS.sub("</p><p>", markup) + "</p>"


def _as_text(entry: FeedEntry, name: str) -> Article:
    from reader.ingest.links import placed
    from reader.ingest.summaries import lines_of  # html.parser: for such entries only

    lines = lines_of(entry.html, entry.url) if _TAG.search(entry.html) else []
    # without markup its lines may be paragraphs, or may not
    parts = [line.text for line in lines] or [unescape(entry.html)]
    article = from_text("\n\n".join(filter(None, (entry.title, *parts))), name)
    return replace(article, url="", wall="", links=placed(lines, article.text))


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
        entry=entry.name,
        entry_digest=entry.digest(),
    )

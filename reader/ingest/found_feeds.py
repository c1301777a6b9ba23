"""The feeds that a page names: in its head as browsers know them, or as links to what looks like one.

`trafilatura.feeds` finds feeds too, but fetches by itself, past our limits and the check of networks.
"""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import html

from reader.addresses import without_login
from reader.ingest.entries import plain
from reader.ingest.limits import Limits

GUESSES = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml")
"""Where sites have a feed that name none, tried in this order."""
_TYPES = re.compile(r"application/(?:rss|atom|rdf)\+xml|text/xml|application/xml", re.IGNORECASE)
_LOOKS_LIKE_ONE = re.compile(
    r"\.(?:rss|atom|rdf)(?:$|\?)|/(?:rss|feed|atom)s?(?:\.xml)?/?(?:$|\?)", re.IGNORECASE
)
_OF_COMMENTS = re.compile(r"comment|kommentar|comentario|commentaire|reacties", re.IGNORECASE)
_MOST = 50
"""Feeds of a page that are told of."""


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that a page names."""

    address: str
    title: str
    """What the page calls it, or ""."""


def feeds_of_page(data: bytes, address: str) -> list[FoundFeed]:
    """The feeds that a page names, those of readers' comments last."""
    try:
        tree = html.document_fromstring(data)
    except (ValueError, AssertionError, html.etree.LxmlError):  # empty, or nothing that is markup
        return []
    base = urljoin(address, next(iter(tree.xpath("//base/@href")), ""))
    linked = [
        (link.get("href"), link.get("title"))
        for link in tree.iter("link")
        if "alternate" in (link.get("rel") or "").lower().split() and _TYPES.search(link.get("type") or "")
    ]
    shown = [
        (link.get("href"), link.text_content())
        for link in tree.iter("a")
        if _LOOKS_LIKE_ONE.search(link.get("href") or "")
    ]
    found = _distinct(linked or shown, base)
    return sorted(found, key=lambda one: bool(_OF_COMMENTS.search(f"{one.address} {one.title}")))[:_MOST]


def _distinct(links: list[tuple[str | None, str | None]], base: str) -> list[FoundFeed]:
    found: dict[str, FoundFeed] = {}
    for link, title in links:
        try:
            whole = without_login(urljoin(base, (link or "").strip()))
            is_address = whole.startswith(("http://", "https://")) and bool(urlsplit(whole).hostname)
        except ValueError:  # brackets that are no IPv6 address
            continue
        if link and is_address:
            found.setdefault(whole.partition("#")[0], FoundFeed(whole.partition("#")[0], plain(title)[:200]))
    return list(found.values())


def find_feeds(data: bytes, address: str) -> list[FoundFeed]:
    """`feeds_of_page`, within limits of time and memory."""
    from reader.ingest.reading_process import read_apart  # subprocess: 10 ms

    found: list[FoundFeed] = read_apart("feeds of a page", data, address)  # not shown
    return found


def guessed_feed(site: str, limits: Limits) -> FoundFeed | None:
    """The feed at one of the usual places of a site that names none."""
    from reader.errors import IngestError
    from reader.ingest.fetch import fetch  # httpx: 100 ms
    from reader.ingest.formats import is_feed

    for place in GUESSES:
        try:
            answer = fetch(urljoin(site, place), limits)
        except IngestError:
            continue
        if is_feed(answer.data):
            return FoundFeed(answer.address, "")
    return None

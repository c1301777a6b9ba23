"""What stands in a feed (RSS, RDF and Atom): what it says of itself, and its entries."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.decode import in_utf8
from reader.ingest.entries import FeedEntry, distinct, entry_of, plain
from reader.ingest.saving import is_file

MOST = 500
"""Entries taken of one feed, from its beginning."""

_NO_CHARACTER = re.compile(rb"&#([xX]?)0*([0-9a-fA-F]{4,64});")
_LAST_CODE_POINT = 0x10FFFF
"""The highest number of a character in Unicode."""
_SURROGATES = range(0xD800, 0xE000)
"""Numbers that stand for halves of characters in UTF-16, and for none by themselves."""


def entries_in(data: bytes, location: str) -> list[FeedEntry | IngestError]:
    """The entries of a feed in their order, an error for each that cannot be read.

    Raises IngestError where there is none, or where the feed itself cannot be read.
    """
    found = feed_in(data, location)
    if not found.entries:
        raise IngestError(
            _("{location} is a feed without articles: there is nothing to add.").format(location=location)
        )
    return found.entries


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """What a feed says of itself, and its entries."""

    title: str
    """What it calls itself, "" where it does not say."""
    site: str
    entries: list[FeedEntry | IngestError]
    """In its order; an error for each that cannot be read."""


def feed_in(data: bytes, location: str) -> ReadFeed:
    """The feed in `data`, which may be without entries. Raises IngestError where it is too damaged."""
    from xml.sax import SAXException  # feedparser has loaded it

    found = _parsed(data, location)
    if not found.entries and isinstance(found.get("bozo_exception"), SAXException):
        told = (
            _("{location} is a damaged feed, of which nothing can be read: save it again, and add that.")
            if is_file(location)
            else _("{location} is a damaged feed, of which nothing can be read: try again later.")
        )
        raise IngestError(told.format(location=location))
    title = plain(found.feed.get("title"))
    site = str(found.feed.get("link") or "")
    base = site or location
    entries = distinct([_one(item, title or location, location, base) for item in found.entries[:MOST]], base)
    return ReadFeed(title, site if site.startswith(("http://", "https://")) else "", entries)


def _parsed(data: bytes, location: str) -> Any:
    import feedparser  # 100 ms

    try:
        # one broken byte would let the parser read the whole feed in another encoding
        known = _NO_CHARACTER.sub(_known_character, in_utf8(data, location))
        return feedparser.parse(BytesIO(known), sanitize_html=False)
    except Exception as error:  # of many kinds, and a damaged feed must not end the import of the others
        raise IngestError(
            _(
                "{location} is too damaged a feed to be read ({name}): open it in your browser "
                "and add its articles by their addresses."
            ).format(location=location, name=type(error).__name__)
        ) from error


def _known_character(found: re.Match[bytes]) -> bytes:
    """A character by its number, U+FFFD for a number that no character has, which ends the parser."""
    number = int(found[2], 16) if found[1] else int(found[2])
    return found[0] if number <= _LAST_CODE_POINT and number not in _SURROGATES else b"\xef\xbf\xbd"


def _one(item: dict[str, Any], feed: str, location: str, base: str) -> FeedEntry | IngestError:
    try:
        return entry_of(item, feed, location, base)
    except Exception as error:  # of many kinds, since the parser lets any value through
        title = " ".join(
            str(item.get("title") or _("without a title")).encode("utf-8", "replace").decode().split()
        )
        return IngestError(
            _(
                "An entry of the feed “{feed}” ({title}) is too damaged to be read ({name}): "
                "open its page and add that."
            ).format(feed=feed, title=title[:80], name=type(error).__name__)
        )

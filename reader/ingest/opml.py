"""Lists of feeds (OPML) from other programs: feeds with their names, in folders however deep.

By lxml, which mends much of what other programs write wrong, and expands no entity here. OPML 2.0:
http://opml.org/spec2.opml
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from reader.errors import IngestError
from reader.feeds import Feed, feed_address, folder_of
from reader.i18n import _
from reader.visible import visible

OWN = "urn:reader-tui:opml"
"""The namespace of what reader keeps of a feed and OPML has no word for."""
_BARE = re.compile(rb"&(?!#?\w{1,20};)")
"""An "&" that begins no entity, as in addresses that were written without care."""
_DEEPEST = 50
"""Folders in folders; what lies deeper lies in the last of them."""
_ADDRESSES = ("xmlurl", "feedurl")
_NAMES = ("title", "text")


def outline_in(data: bytes, location: str) -> list[Feed | IngestError]:
    """The feeds in a list, in its order; an error for each that cannot be taken.

    Raises IngestError where it is no list of feeds, or one without any.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    data = data if b"\x00" in data else _BARE.sub(b"&amp;", data)  # UTF-16 has other bytes between
    try:
        root = etree.fromstring(data.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or not isinstance(root.tag, str) or etree.QName(root).localname.lower() != "opml":
        raise IngestError(
            _("{location} is no list of feeds (OPML): export it again from the other program.").format(
                location=location
            )
        )
    found = [feed for outline in _top(root) for feed in _feeds(outline, [])]
    if not found:
        raise IngestError(
            _("{location} is a list without a single feed: there is nothing to import.").format(
                location=location
            )
        )
    return found


def _top(root: etree._Element) -> Iterator[etree._Element]:
    for body in root.iterchildren():
        if _is(body, "outline"):  # some programs write no body
            yield body
        elif _is(body, "body"):
            yield from (child for child in body.iterchildren() if _is(child, "outline"))


def _is(element: etree._Element, name: str) -> bool:
    # comments and processing instructions have a function for a tag
    return isinstance(element.tag, str) and etree.QName(element).localname.lower() == name


def _feeds(outline: etree._Element, folders: list[str]) -> Iterator[Feed | IngestError]:
    facts = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
    name = next((found for key in _NAMES if (found := _folded(facts.get(key, "")))), "")
    address = next((found for key in _ADDRESSES if (found := facts.get(key, "").strip())), "")
    if address:
        yield _feed(facts, name, address, folder_of(folders))
    below = folders if address or not name or len(folders) >= _DEEPEST else [*folders, name]
    for child in outline.iterchildren():
        if _is(child, "outline"):
            yield from _feeds(child, below)


def _feed(facts: dict[str, str], name: str, address: str, folder: str) -> Feed | IngestError:
    address = feed_address(address)
    if not address.startswith(("http://", "https://")):
        return IngestError(
            _("“{name}” is at {address}: only http and https addresses can be asked.").format(
                name=name or address, address=address
            )
        )
    site = facts.get("htmlurl", "")
    feed = Feed(address, name, folder, site if site.startswith(("http://", "https://")) else "")
    tags = tuple(filter(None, (_folded(tag) for tag in _own(facts, "tags").split(","))))
    days = _own(facts, "keep")
    keep = int(days) if days.isascii() and days.isdigit() and len(days) < 6 else 0
    return replace(feed, tags=tags, keep_days=keep, is_off=_own(facts, "off") == "true")


def _folded(text: str) -> str:
    return " ".join(visible(text).split())


def _own(facts: dict[str, str], name: str) -> str:
    return facts.get(f"{{{OWN}}}{name}", "")

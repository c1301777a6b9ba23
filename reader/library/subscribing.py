"""Find what to subscribe to: a feed by its address, or those that a site names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import IngestError
from reader.feeds import Feed, feed_address
from reader.i18n import _
from reader.library.feed_places import check_feed_place, is_feed_list
from reader.visible import is_plain

if TYPE_CHECKING:
    from reader.ingest import Limits
    from reader.ingest.found_feeds import FoundFeed

_LONGEST_TITLE = 80
"""Characters of what a feed calls itself that become its name; a facet shows fewer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What lies at an address that somebody wants to subscribe to: a feed, or a page that names some."""

    feed: Feed | None = None
    found: "tuple[FoundFeed, ...]" = ()
    """The feeds that the page names, where it is a page."""


def offer_at(location: str, *, allow_private: bool = False) -> Offer:
    """The feed at an address, or those that the page there names.

    Raises UsageError where no address was named, IngestError where there is no feed.
    """
    from reader.ingest import Limits  # lxml and its like
    from reader.ingest.feed_requests import ACCEPT
    from reader.ingest.fetch import fetch
    from reader.ingest.formats import is_feed
    from reader.ingest.found_feeds import find_feeds

    check_feed_place(location)
    limits = Limits(allow_private=allow_private)
    address = feed_address(location)
    answer = fetch(address, limits, {"Accept": f"{ACCEPT},text/html;q=0.9"})
    if is_feed(answer.data):
        return Offer(_feed_of(answer.data, answer.moved or address))
    if is_feed_list(answer.data):
        raise IngestError(
            _(
                "{address} is a list of feeds (OPML): save it as a file, and `reader feeds "
                "import FILE` subscribes to all of them."
            ).format(address=answer.address)
        )
    found = find_feeds(answer.data, answer.address)
    return Offer(found=tuple(found) or (_guessed(answer.address, limits),))


def _feed_of(data: bytes, address: str) -> Feed:
    from reader.ingest.feed_requests import FeedAnswer, read_feed

    read = read_feed(FeedAnswer(address, data))
    return Feed(address, name_for(read.title, address), site=read.site)


def _guessed(site: str, limits: "Limits") -> "FoundFeed":
    from reader.ingest.found_feeds import guessed_feed

    found = guessed_feed(site, limits)
    if found is None:
        raise IngestError(
            _(
                "{site} names no feed, and has none at the usual places: look on the site for "
                "“RSS” or “Feed” and name that address, or add its articles with `reader add`."
            ).format(site=site)
        )
    return found


def chosen(found: "FoundFeed", *, allow_private: bool = False) -> Feed:
    """A feed that a page names, asked what it is called. Raises IngestError where it is none."""
    offer = offer_at(found.address, allow_private=allow_private)
    if offer.feed is None:
        raise IngestError(
            _("{address} is named as a feed and is none: choose another of them.").format(
                address=found.address
            )
        )
    return offer.feed


def name_for(title: str, address: str) -> str:
    """What a feed is called at first: as it calls itself, else by the server that it is on."""
    from reader.ingest.turns import server_of

    plain = " ".join("".join(sign if is_plain(sign) else " " for sign in title).split())
    if len(plain) > _LONGEST_TITLE:
        plain = plain[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    return plain or server_of(address).removeprefix("www.") or address[:_LONGEST_TITLE]


def in_words(found: "Sequence[FoundFeed]") -> list[str]:
    """The feeds of a page, one a line, with their numbers."""
    return [f"{number}  {one.address}  {one.title}".rstrip() for number, one in enumerate(found, 1)]

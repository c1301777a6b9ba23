"""Subscribe to feeds: one by its address, those that a site names, or all of a list from another program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.errors import IngestError, StoreError
from reader.feeds import Feed, feed_address, tidy_folder
from reader.store import Store
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
    """The feed at an address, or those that the page there names. Raises IngestError where there is none."""
    from reader.ingest import Limits  # lxml and its like
    from reader.ingest.feed_requests import ACCEPT
    from reader.ingest.fetch import fetch
    from reader.ingest.formats import is_feed
    from reader.ingest.found_feeds import find_feeds

    limits = Limits(allow_private=allow_private)
    address = feed_address(location)
    answer = fetch(address, limits, {"Accept": f"{ACCEPT},text/html;q=0.9"})
    if is_feed(answer.data):
        return Offer(_feed_of(answer.data, answer.moved or address))
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
            f"{site} names no feed, and has none at the usual places: look on the site for “RSS” or "
            "“Feed” and name that address, or add its articles with `reader add`."
        )
    return found


def chosen(found: "FoundFeed", *, allow_private: bool = False) -> Feed:
    """A feed that a page names, asked what it is called. Raises IngestError where it is none."""
    offer = offer_at(found.address, allow_private=allow_private)
    if offer.feed is None:
        raise IngestError(f"{found.address} is named as a feed and is none: choose another of them.")
    return offer.feed


def name_for(title: str, address: str) -> str:
    """What a feed is called at first: as it calls itself, else by the server that it is on."""
    from reader.ingest.turns import server_of

    plain = " ".join("".join(sign if is_plain(sign) else " " for sign in title).split())
    if len(plain) > _LONGEST_TITLE:
        plain = plain[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    return plain or server_of(address).removeprefix("www.") or address[:_LONGEST_TITLE]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a list of feeds."""

    new: tuple[Feed, ...]
    known: int
    """How many were subscribed to already; they stay as they are."""
    problems: tuple[str, ...]
    """Why some were not taken, one sentence each."""


def read_list(data: bytes, location: str) -> "list[Feed | IngestError]":
    """The feeds in a list (OPML), read within limits. Raises IngestError where it is none."""
    from reader.ingest.reading_process import read_apart  # subprocess: 10 ms

    feeds: list[Feed | IngestError] = read_apart("outline", data, location)
    return feeds


def subscribe_all(store: Store, feeds: Iterable[Feed | IngestError], folder: str = "") -> Imported:
    """Subscribe to all feeds of a list as one step, in their folders below `folder`; none is asked yet."""
    new: list[Feed] = []
    problems: list[str] = []
    known = 0
    top = tidy_folder(folder)
    with store.step("Import feeds"):
        for feed in feeds:
            if isinstance(feed, IngestError):
                problems.append(feed.message)
            elif store.feeds.at(feed.address):
                known += 1
            else:
                _take(store, _below(top, feed), new, problems)
    return Imported(tuple(new), known, tuple(problems))


def _below(top: str, feed: Feed) -> Feed:
    folder = "/".join(filter(None, (top, feed.folder)))
    return replace(feed, name=name_for(feed.name, feed.address), folder=folder)


def _take(store: Store, feed: Feed, new: list[Feed], problems: list[str]) -> None:
    try:
        new.append(store.feeds.add(feed))
    except StoreError as error:  # a folder or a tag without a proper name
        problems.append(f"“{feed.name}” was left out: {error.message}")


def in_words(found: "Sequence[FoundFeed]") -> list[str]:
    """The feeds of a page, one a line, with their numbers."""
    return [f"{number}  {one.address}  {one.title}".rstrip() for number, one in enumerate(found, 1)]

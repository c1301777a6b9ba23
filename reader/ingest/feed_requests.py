"""Ask a feed whether it has changed, and read what it says; when to ask again where it has trouble."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from reader.addresses import Login
from reader.errors import IngestError
from reader.feeds import Feed
from reader.i18n import _
from reader.ingest.feed_parsing import ReadFeed
from reader.ingest.formats import is_feed
from reader.ingest.limits import Limits

ACCEPT = "application/atom+xml,application/rss+xml,application/rdf+xml,application/xml;q=0.9,*/*;q=0.5"
_FIRST_WAIT = timedelta(minutes=10)
"""After the first failure; it doubles with every further one (chosen by hand)."""
_LONGEST_WAIT = timedelta(days=1)
"""Between two tries at a feed that fails for days."""
_LONGEST_ASKED = timedelta(days=7)
"""That a server may ask for: a slip of the pen must not silence a feed for years."""
_LONGEST_MARK = 1_000
"""Characters of an ETag that are kept."""


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """What a feed answered."""

    address: str
    """Where the answer came from."""
    data: bytes = b""
    is_unchanged: bool = False
    """Whether nothing is new; there is no data then."""
    etag: str = ""
    modified: str = ""
    moved: str = ""
    """Its new address, where it has moved for good."""


def ask_feed(feed: Feed, limits: Limits) -> FeedAnswer:
    """What a feed says, only what is new. Raises RefusedError or IngestError."""
    from reader.ingest.fetch import fetch  # httpx: 100 ms

    questions = {"Accept": ACCEPT, "If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    conditions = {name: value for name, value in questions.items() if value}
    answer = fetch(feed.address, limits, conditions, _login(feed.address))
    if not answer.is_unchanged and not is_feed(answer.data):
        raise IngestError(
            _(
                "{address} no longer gives a feed but something else: open it in your browser, and look "
                "on the site where the feed is now."
            ).format(address=feed.address)
        )
    return FeedAnswer(
        answer.address,
        answer.data,
        answer.is_unchanged,
        _sendable(answer.headers.get("etag", "")),
        _sendable(answer.headers.get("last-modified", "")),
        answer.moved if answer.moved != feed.address else "",
    )


def _sendable(mark: str) -> str:
    """A header's value that can be sent back, "" for one that cannot."""
    return mark if mark.isascii() and mark.isprintable() and len(mark) <= _LONGEST_MARK else ""


def _login(address: str) -> Login | None:
    """The name and password that `~/.netrc` has for the server of a feed: a library keeps none."""
    from netrc import NetrcParseError, netrc  # seldom there
    from urllib.parse import urlsplit

    try:
        known = netrc().hosts.get(urlsplit(address).hostname or "")
    except (OSError, NetrcParseError, ValueError, RuntimeError):  # no such file, a broken one, or no home
        return None
    return Login(known[0], known[2]) if known else None


def read_feed(answer: FeedAnswer) -> ReadFeed:
    """The feed in an answer, read within limits of time and memory. Raises IngestError."""
    from reader.ingest.reading_process import read_apart  # subprocess: 10 ms

    feed: ReadFeed = read_apart("live feed", answer.data, answer.address)  # not shown
    return feed


def wait_after(failures: int, retry_after: str, now: datetime) -> timedelta:
    """How long to leave a feed alone that failed so often in a row; what its server asks for comes first."""
    asked = _asked_for(retry_after, now)
    if asked is not None:
        return min(max(asked, timedelta()), _LONGEST_ASKED)
    doubled: timedelta = _FIRST_WAIT * 2 ** min(max(failures - 1, 0), 10)
    return min(doubled, _LONGEST_WAIT)


def _asked_for(retry_after: str, now: datetime) -> timedelta | None:
    """`Retry-After` as a time: seconds from now, or a date (RFC 9110, 10.2.3); None where it says nothing."""
    written = retry_after.strip()
    if written.isascii() and written.isdigit():
        return timedelta(seconds=min(int(written[:12]), int(_LONGEST_ASKED.total_seconds())))
    try:
        at = parsedate_to_datetime(written)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)) - now
    except (TypeError, ValueError, OverflowError):
        return None

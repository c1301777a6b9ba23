"""One feed asked: what it says is new becomes articles, read politely and one after the other.

Runs in a thread of its own, on a store that only reads; what it finds is stored by whoever started it.
"""

import errno
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from reader.addresses import without_login
from reader.errors import IngestError, NoProxyError, OtherFileError, ReaderError
from reader.feeds import Feed
from reader.i18n import _
from reader.library.preparing import Preparation, Prepared, prepared_article
from reader.models import Article

if TYPE_CHECKING:
    from reader.ingest import FeedEntry, Limits
    from reader.ingest.feed_requests import FeedAnswer
    from reader.ingest.turns import Turns
    from reader.store import Store

MOST_TRIES = 3
"""Times that the page of an entry is asked for in vain before what the feed says of it is taken."""
_LOGIN_WANTED = _(
    "{host} wants a login for the feed {address}: put name and password into ~/.netrc "
    "(machine {host} login NAME password WORD)."
)


@dataclass(slots=True)
class Visit:
    """What came of asking one feed."""

    feed: Feed
    answer: "FeedAnswer | None" = None
    """None where there was none."""
    site: str = ""
    trouble: str = ""
    """Why it gave nothing, as a sentence."""
    status: int = 0
    """What its server answered instead, 0 where it did not."""
    retry_after: str = ""
    is_unreachable: bool = False
    """Whether there was no way to its server: most often nobody is online."""
    is_passed_over: bool = False
    """Whether another program has asked it meanwhile."""
    is_complete: bool = True
    """Whether all its entries were dealt with; else it is to send them again."""
    dealt_with: list[str] = field(default_factory=list)
    """Marks of the entries that need not be looked at again."""
    tried: list[str] = field(default_factory=list)
    """Marks of those whose page is to be asked for once more."""
    problems: list[str] = field(default_factory=list)
    """What went wrong with single entries."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What a thread needs to visit feeds."""

    store: "Store"
    preparation: Preparation
    limits: "Limits"
    turns: "Turns"
    deliver: Callable[[Feed, Prepared], None]
    """Takes every article as soon as it is read."""


def visit_feed(feed: Feed, errand: Errand) -> Visit:
    """Ask a feed and read what is new; whatever goes wrong becomes a sentence of the visit."""
    from reader.ingest.feed_requests import ask_feed, read_feed  # lxml and its like
    from reader.ingest.fetch import RefusedError

    visit = Visit(feed)
    try:
        if errand.store.feeds.get(feed.id).asked != feed.asked:
            visit.is_passed_over = True
            return visit
        with errand.turns.turn(feed.address):
            answer = ask_feed(feed, errand.limits)
        if not answer.is_unchanged:
            read = read_feed(answer)
            visit.site = read.site
            _Entries(visit, errand).take(list(reversed(read.entries)))
        visit.answer = answer
    except RefusedError as error:
        visit.trouble, visit.status, visit.retry_after = _told(error, feed), error.status, error.retry_after
    except ReaderError as error:
        visit.trouble, visit.is_unreachable = without_login(error.message), is_unreachable(error)
    return visit


def _told(error: IngestError, feed: Feed) -> str:
    from reader.ingest.turns import server_of

    if status_of(error) == 401:
        host = server_of(feed.address).partition(":")[0]
        return _LOGIN_WANTED.format(host=host, address=feed.address)
    if status_of(error) == 410:
        return _("The feed {address} is gone for good (410): it is not asked any more.").format(
            address=feed.address
        )
    return without_login(error.message)


class _Entries:
    """The entries of one feed, dealt with one after the other."""

    def __init__(self, visit: Visit, errand: Errand) -> None:
        self._visit = visit
        self._errand = errand
        self._feed = visit.feed
        entries = errand.store.feeds.entries
        self._dealt_with = entries.dealt_with(visit.feed.id)
        self._tries = entries.tries(visit.feed.id)
        days = visit.feed.keep_days
        self._oldest = (datetime.now(UTC) - timedelta(days=days)).isoformat() if days else ""

    def take(self, entries: "list[FeedEntry | IngestError]") -> None:
        """Deliver the articles of those that are new or have changed. Raises StoppedError after a stop."""
        from reader.ingest.turns import StoppedError

        for entry in entries:
            self._errand.turns.go_on()
            if isinstance(entry, IngestError):
                self._visit.problems.append(entry.message)
                continue
            entry = entry.in_feed(self._feed.name, self._feed.address)
            try:
                for prepared in self._articles(entry):
                    self._errand.deliver(self._feed, prepared)
            except StoppedError:
                raise
            except Exception as error:  # a fault of ours in one article must not end the others
                fault = _("{location} could not be read because of a fault in reader ({fault}).").format(
                    location=entry, fault=type(error).__name__
                )
                self._visit.problems.append(without_login(fault))

    def _articles(self, entry: "FeedEntry") -> "Iterator[Prepared]":
        """The article of an entry, none where there is nothing to do or it has to wait."""
        known = self._errand.store.articles.known_entry(entry.as_article(), in_trash=True)
        if known is None and (entry.mark() in self._dealt_with or self._is_outlived(entry)):
            self._visit.dealt_with.append(entry.mark())  # deleted for good, or older than is kept
        elif known and (known.is_trashed or entry.needs_page() or known.digest == entry.digest()):
            self._visit.dealt_with.append(entry.mark())
        elif entry.needs_page() and self._errand.turns.is_held(entry.url):
            self._visit.is_complete = False
        else:
            # what is tagged already may have lost a tag on purpose
            yield from self._read(entry, () if known else self._feed.tags)

    def _is_outlived(self, entry: "FeedEntry") -> bool:
        return bool(entry.published) and entry.published[:10] < self._oldest[:10]

    def _read(self, entry: "FeedEntry", tags: tuple[str, ...]) -> "Iterator[Prepared]":
        try:
            prepared = self._prepared(entry)
        except _LaterError:
            self._visit.is_complete = False
            return
        self._visit.dealt_with.append(entry.mark())
        yield replace(prepared, tags=tags)

    def _prepared(self, entry: "FeedEntry") -> Prepared:
        """The article of an entry. Raises _LaterError where its page is to be asked for again."""
        from reader.ingest import read_entry, read_summary  # lxml and its like

        try:
            if not entry.needs_page():
                return self._of(entry, read_entry(entry, self._errand.limits))
            with self._errand.turns.turn(entry.url):
                prepared = self._of(entry, read_entry(entry, self._errand.limits))
            if prepared.article or prepared.known_id:
                return prepared
            reason = prepared.message  # a wall in its place
        except IngestError as error:
            reason = error.message
            if entry.needs_page() and not isinstance(error, OtherFileError):
                self._put_off(entry, status_of(error))
        try:
            return self._of(entry, read_summary(entry, reason))
        except IngestError as error:
            return Prepared(str(entry), message=error.message)

    def _of(self, entry: "FeedEntry", article: Article) -> Prepared:
        return prepared_article(str(entry), article, self._errand.store, self._errand.preparation)

    def _put_off(self, entry: "FeedEntry", status: int) -> None:
        """Try a page later, a few times, unless its server has said that there is none to be had."""
        if status in (429, 503):
            self._errand.turns.hold(entry.url)
            raise _LaterError
        is_for_good = 400 <= status < 500
        if not is_for_good and self._tries.get(entry.mark(), 0) < MOST_TRIES - 1:
            self._visit.tried.append(entry.mark())
            raise _LaterError


_NO_WAY = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)


def is_unreachable(error: BaseException) -> bool:
    """Whether what went wrong is that no way leads to a server, or nobody knows its name."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:  # an error may be raised from itself
        is_cut_off = isinstance(cause, socket.gaierror | NoProxyError)
        if is_cut_off or (isinstance(cause, OSError) and cause.errno in _NO_WAY):
            return True
        seen.add(id(cause))
        cause = cause.__cause__ or cause.__context__
    return False


def status_of(error: IngestError) -> int:
    """What a server answered in the place of a page, 0 where it answered nothing."""
    from reader.ingest.fetch import RefusedError

    told = error if isinstance(error, RefusedError) else error.__cause__  # under a sentence of its own
    return told.status if isinstance(told, RefusedError) else 0


class _LaterError(Exception):
    """An entry has to wait for the next time."""

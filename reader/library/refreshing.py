"""Ask feeds what is new, many servers at a time, and store it as it comes.

Threads visit the feeds; the thread that asked for it stores what they bring, so that stopping it, at any
time, keeps what has been read until then. No feed waits for another one, however slow or broken that is.
"""

import queue
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from reader.errors import NotFoundError
from reader.feeds import Feed
from reader.i18n import _, ngettext, number
from reader.library.adding import BATCH, PATIENCE, Progress, write_batch
from reader.library.feed_visits import Errand, Visit, visit_feed
from reader.library.preparing import Preparation, Prepared
from reader.store import Store

if TYPE_CHECKING:
    from reader.ingest import Limits

_AT_ONCE = 8
"""Feeds asked at the same time: most of it is waiting (chosen by hand)."""
_LOOK = 0.2
"""Seconds after which the storing thread looks up, so that ctrl+c is heard on every system."""


UNDERWAY = "under way"  # not shown: an outcome


@dataclass(frozen=True, slots=True)
class RefreshSettings:
    """How feeds are asked."""

    preparation: Preparation = field(default_factory=Preparation)
    limits: "Limits | None" = None
    """For every address; None for the usual ones."""
    pause: float | None = None
    """Seconds between two requests to one server; None for the usual one."""
    at_once: int = _AT_ONCE
    is_stopped: Callable[[], bool] = lambda: False
    """Asked often, by any thread; once it says yes, what has been read is stored and the run ends."""


@dataclass(frozen=True, slots=True)
class FeedProgress:
    """What became of one feed, and how far the whole is."""

    done: int
    total: int
    feed_id: int
    name: str
    outcome: str
    """new, same or failed; `UNDERWAY` for what is stored while the feed is still being read."""
    new: int = 0
    changed: int = 0
    outlived: int = 0
    """Articles that went to the trash, since the feed's are kept only for so long."""
    message: str = ""
    """Why it failed, or what went wrong with some of its articles, as sentences."""
    is_unreachable: bool = False
    """Whether it failed since no way leads to its server."""


def due(feeds: Sequence[Feed], now: str = "") -> list[Feed]:
    """Those of the feeds that may be asked now: on, and not waiting."""
    return [feed for feed in feeds if feed.is_due(now or _stamp(datetime.now(UTC)))]


def refresh(
    store: Store, feeds: Sequence[Feed], settings: RefreshSettings | None = None
) -> Generator[FeedProgress, None, None]:
    """Ask the feeds for what is new and store it; a step to undo for every few articles.

    Ended early, by an exception or by closing the generator, it keeps what has been read.
    """
    run = _Run(store, settings or RefreshSettings(), len(feeds))
    with closing(run):
        run.start(_by_turns(feeds))
        yield from run.steps()


def _by_turns(feeds: Sequence[Feed]) -> list[Feed]:
    """The first feed of every server, then the second of each: no thread waits while it could ask another."""
    from reader.ingest.turns import server_of  # lxml and its like

    seen: Counter[str] = Counter()
    rounds: dict[int, int] = {}
    for feed in feeds:
        server = server_of(feed.address)
        rounds[feed.id] = seen[server]
        seen[server] += 1
    return sorted(feeds, key=lambda feed: rounds[feed.id])


class _Run:
    """One run over feeds: what is under way, and what has come of it."""

    def __init__(self, store: Store, settings: RefreshSettings, total: int) -> None:
        from reader.ingest import Limits  # lxml and its like
        from reader.ingest.turns import PAUSE, Turns

        self._store = store
        self._settings = settings
        allow_private = settings.preparation.allow_private
        self._limits = settings.limits or Limits(allow_private=allow_private)
        self._turns = Turns(PAUSE if settings.pause is None else settings.pause)
        self._total, self._done = total, 0
        self._came: queue.SimpleQueue[tuple[Feed, Prepared] | Visit | Exception] = queue.SimpleQueue()
        self._waiting: queue.SimpleQueue[Feed] = queue.SimpleQueue()
        self._batch: list[tuple[Feed, Prepared]] = []
        self._since = time.monotonic()
        self._counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
        self._problems: defaultdict[int, list[str]] = defaultdict(list)

    def start(self, feeds: Sequence[Feed]) -> None:
        """Let threads begin."""
        for feed in feeds:
            self._waiting.put(feed)
        for _worker in range(min(self._settings.at_once, len(feeds))):
            threading.Thread(target=self._visit_all, daemon=True).start()

    def _visit_all(self) -> None:
        """Visit one feed after the other, until none is left or the run is stopped."""
        from reader.ingest.turns import StoppedError

        def deliver(feed: Feed, prepared: Prepared) -> None:
            self._came.put((feed, prepared))

        try:
            with suppress(queue.Empty, StoppedError), Store(self._store.path, create=False) as store:
                errand = Errand(store, self._settings.preparation, self._limits, self._turns, deliver)
                while True:
                    feed = self._waiting.get_nowait()
                    self._came.put(self._visited(feed, errand))
        except Exception as error:  # of the library, not of a feed: told by the thread that stores
            self._came.put(error)

    def _visited(self, feed: Feed, errand: Errand) -> Visit:
        from reader.ingest.turns import StoppedError

        try:
            self._turns.go_on()
            visit = visit_feed(feed, errand)
            if self._settings.is_stopped():  # reading may have been cut off: that is not the feed's trouble
                raise StoppedError
            return visit
        except StoppedError:
            raise
        except Exception as error:  # a fault of ours in one feed must not end the others
            fault = _("{address} could not be read because of a fault in reader ({fault}).").format(
                address=feed.address, fault=type(error).__name__
            )
            return Visit(feed, trouble=fault)

    def steps(self) -> Iterator[FeedProgress]:
        """Store what comes, until every feed is done."""
        while self._done < self._total and not self._settings.is_stopped():
            try:
                came = self._came.get(timeout=_LOOK)
            except queue.Empty:
                came = None
            if isinstance(came, Exception):
                raise came
            if isinstance(came, tuple):
                self._batch.append(came)
            is_late = time.monotonic() - self._since > PATIENCE
            if isinstance(came, Visit) or len(self._batch) >= BATCH or (self._batch and is_late):
                yield from self._stored()
            if isinstance(came, Visit):
                yield self._settled(came)

    def close(self) -> None:
        """Stop, and store what has been read until now."""
        self._turns.stop()
        with suppress(queue.Empty):
            while True:
                came = self._came.get_nowait()
                if isinstance(came, tuple):
                    self._batch.append(came)
                elif isinstance(came, Visit):
                    list(self._stored())
                    self._settled(came)
        list(self._stored())

    def _stored(self) -> Iterator[FeedProgress]:
        """Store what has come, under the names that its feeds have now; progress where that is much."""
        batch, self._batch, self._since = self._batch, [], time.monotonic()
        names = self._store.feeds.names() if batch else {}
        ready = [_named(prepared, names.get(feed.id, feed.name)) for feed, prepared in batch]
        for (feed, _prepared), progress in zip(batch, write_batch(self._store, ready), strict=True):
            self._count(feed, progress)
        for feed in {feed.id: feed for feed, _prepared in batch}.values():
            counts = self._counts[feed.id]
            yield self._progress(feed, UNDERWAY, new=counts["new"], changed=counts["changed"])

    def _count(self, feed: Feed, progress: Progress) -> None:
        self._counts[feed.id][progress.outcome] += 1
        if problem := progress.message if progress.outcome == "failed" else progress.missing:
            self._problems[feed.id].append(problem)

    def _settled(self, visit: Visit) -> FeedProgress:
        """Keep what came of a visit, and clear away what has been kept long enough."""
        self._done += 1
        feed = visit.feed
        try:
            current = self._store.feeds.get(feed.id)
        except NotFoundError:  # removed meanwhile
            return self._progress(feed, "same")
        if not visit.is_passed_over:
            with self._store.step(_("Refresh a feed")):
                settle(self._store, visit)
        outlived = self._clear_away(current)
        counts, problems = self._counts[feed.id], visit.problems + self._problems[feed.id]
        outcome = "failed" if visit.trouble else "new" if counts["new"] or counts["changed"] else "same"
        message = visit.trouble or _summed(problems)
        told = self._progress(current, outcome, counts["new"], counts["changed"], outlived, message)
        return replace(told, is_unreachable=visit.is_unreachable)

    def _progress(
        self, feed: Feed, outcome: str, new: int = 0, changed: int = 0, outlived: int = 0, message: str = ""
    ) -> FeedProgress:
        return FeedProgress(
            self._done, self._total, feed.id, feed.name, outcome, new, changed, outlived, message
        )

    def _clear_away(self, feed: Feed) -> int:
        if not feed.keep_days:
            return 0
        before = _stamp(datetime.now(UTC) - timedelta(days=feed.keep_days))
        doomed = self._store.feeds.outlived(feed, before)
        return self._store.articles.trash(doomed) if doomed else 0


def settle(store: Store, visit: Visit) -> None:
    """Write down what a feed answered: when to ask it again, and how."""
    feed, now = visit.feed, datetime.now(UTC)
    if visit.answer is None:
        store.feeds.note(feed.id, asked=_stamp(now), **_after_failure(visit, now))
        return
    etag, modified = visit.answer.etag, visit.answer.modified
    if visit.answer.is_unchanged:
        etag, modified = etag or feed.etag, modified or feed.modified
    elif not visit.is_complete:  # of an entry that has to wait, the feed must tell again
        etag = modified = ""
    healed = {"trouble": "", "failures": 0, "not_before": "", "site": visit.site or feed.site}
    store.feeds.note(feed.id, asked=_stamp(now), etag=etag, modified=modified, **healed)
    store.feeds.entries.note(feed.id, visit.dealt_with)
    for mark in visit.tried:
        store.feeds.entries.note_try(feed.id, mark)
    if visit.answer.moved:
        store.feeds.move(feed, visit.answer.moved)


def _after_failure(visit: Visit, now: datetime) -> dict[str, object]:
    """How a feed stands that gave nothing."""
    from reader.ingest.feed_requests import wait_after  # lxml and its like

    failures = visit.feed.failures + 1
    # who was offline for a day need not wait for another one
    wait = wait_after(1 if visit.is_unreachable else failures, visit.retry_after, now)
    state: dict[str, object] = {
        "trouble": visit.trouble,
        "failures": failures,
        "not_before": _stamp(now + wait),
    }
    return state | {"is_off": 1} if visit.status == 410 else state


def _named(prepared: Prepared, name: str) -> Prepared:
    article = prepared.article
    return replace(prepared, article=replace(article, feed=name)) if article else prepared


def _summed(problems: Sequence[str]) -> str:
    """The first problem, and how many more there are."""
    if not problems:
        return ""
    if not (more := len(problems) - 1):
        return problems[0]
    told = ngettext(
        "{count} more of its articles has such trouble.",
        "{count} more of its articles have such trouble.",
        more,
    )
    return f"{problems[0]} {told.format(count=number(more))}"


def _stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")

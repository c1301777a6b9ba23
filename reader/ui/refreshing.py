"""Asks feeds while the screens stay usable: when a person wants it, and from time to time by itself.

By itself only feeds are asked that a person has subscribed to; a library without any fetches nothing.
"""

import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from reader.i18n import _
from reader.ui.feed_news import FeedNews, RefreshWanted, StopWanted
from reader.ui.opening import OpeningApp

if TYPE_CHECKING:
    from reader.feeds import Feed
    from reader.store import Store
    from reader.ui.feed_run import FeedRun

FIRST_LOOK = 4.0
"""Seconds after the start in which nothing is asked: then the first screens are there."""
LOOK_EVERY = 60.0
"""Seconds between two looks whether a feed is to be asked."""
SHOWN_EVERY = 0.2
"""Seconds between two words on how far it is."""


class RefreshingApp(OpeningApp, abstract=True):
    """An app that asks feeds."""

    _stops_feeds = False
    """Whether the run that goes on is to end."""

    def on_mount(self) -> None:
        """Look from time to time for feeds to ask, where that is wanted."""
        if self.session.config.feeds_every:
            self.set_timer(FIRST_LOOK, self.look_for_feeds)
            self.set_interval(LOOK_EVERY, self.look_for_feeds)

    @property
    def is_asking_feeds(self) -> bool:
        """Whether feeds are being asked."""
        return self.session.feed_run is not None and self.session.feed_run.running

    def look_for_feeds(self) -> None:
        """Ask the feeds that have not been asked for a while."""
        if not self.is_asking_feeds:
            self._ask_feeds((), by_itself=True)

    @on(RefreshWanted)
    def _refresh_wanted(self, event: RefreshWanted) -> None:
        if self.is_asking_feeds:
            self.notify(_("Feeds are being asked already: ^x stops that."), markup=False)
            return
        self._ask_feeds(event.feed_ids, by_itself=False)

    @on(StopWanted)
    def stop_feeds(self) -> None:
        """End asking feeds; what was read is kept."""
        self._stops_feeds = True
        if (run := self.session.feed_run) is not None and run.running:
            self._tell(run.so_far(stopped=True))

    @work(thread=True, exclusive=True, group="feeds", exit_on_error=False)
    def _ask_feeds(self, feed_ids: Sequence[int], *, by_itself: bool) -> None:
        with self.session.store() as store:
            feeds = _wanted(store, feed_ids, self.session.config.feeds_every if by_itself else 0)
            if not feeds:
                if not by_itself:
                    self.call_from_thread(self.notify, _NOTHING, markup=False)
                return
            self._stops_feeds = False
            self._run_through(store, feeds)

    def _run_through(self, store: "Store", feeds: "Sequence[Feed]") -> None:
        from reader.library.detecting import configured  # the detector, not for the first paint
        from reader.library.preparing import Preparation
        from reader.library.refreshing import RefreshSettings, refresh
        from reader.ui.feed_run import FeedRun

        worker, config = get_current_worker(), self.session.config
        settings = RefreshSettings(
            Preparation(configured(config), allow_private=config.allow_private),
            is_stopped=lambda: self._stops_feeds or worker.is_cancelled,
        )
        run, shown_at = FeedRun(total=len(feeds)), time.monotonic()
        self.call_from_thread(self._tell, run)
        articles: dict[int, int] = {}
        try:
            with closing(refresh(store, feeds, settings)) as steps:
                for step in steps:
                    articles[step.feed_id] = step.new + step.changed
                    run = run.after(step, sum(articles.values()))
                    if time.monotonic() - shown_at > SHOWN_EVERY:
                        shown_at = time.monotonic()
                        self.call_from_thread(self._tell, run.so_far(stopped=self._stops_feeds))
        finally:
            ended = run.so_far(stopped=self._stops_feeds, running=False)
            if not worker.is_cancelled:
                self.call_from_thread(self._tell, ended)

    def _tell(self, run: "FeedRun") -> None:
        """Let every screen of this place know how far it is; the others ask when they are shown."""
        self.session.feed_run = run
        for screen in self.screen_stack:
            screen.post_message(FeedNews(run))


_NOTHING = _("No feed needs asking now: those that are on were asked lately, or wait after a failure.")


def _wanted(store: "Store", feed_ids: Sequence[int], minutes: int) -> "list[Feed]":
    """The feeds that are named; else those that may be asked, and were not in the last `minutes`."""
    if feed_ids:
        return [feed for feed in map(store.feeds.get, feed_ids) if not feed.is_off]
    now = datetime.now(UTC)
    stamp, before = (f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in (now, now - timedelta(minutes=minutes)))
    return [feed for feed in store.feeds.all() if feed.is_due(stamp) and feed.asked <= before]

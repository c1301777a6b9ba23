"""The feeds: in folders, with what is unread and how each stands; asked from here, or by themselves."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader import amounts
from reader.feeds import Feed, FeedRow, tree_of
from reader.i18n import _, number
from reader.ui.feed_news import FeedNews, RefreshWanted, StopWanted
from reader.ui.feed_run import FeedRun
from reader.ui.places import ArticlesWanted
from reader.ui.screens.beside import BesideScreen, Inks, aside_key
from reader.ui.screens.feed_changes import FEED_KEYS, FeedChanges
from reader.ui.screens.feed_keys import PROGRAM_KEYS, READ_KEYS
from reader.ui.screens.list_state import ListState
from reader.ui.widgets.aside import Aside, Told
from reader.ui.widgets.glyphs import glyphs
from reader.ui.widgets.import_bar import ImportBar, ImportState
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.feeds import COLUMNS, GUTTER, FeedList, told
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.lists.virtual import VirtualList
from reader.ui.widgets.place_bar import PlaceBar

if TYPE_CHECKING:
    from reader.store import Store

NO_FEEDS = (
    _("There is no feed yet."),
    "",
    _("a   subscribes to a feed, or to one that a site names"),
    _("i   takes over a list (OPML) of another program"),
)
NOTHING_FOUND = (_("No feed matches."), "", _("/ Esc   clears the search"))
LINGER = 6.0
"""Seconds a finished bar stays."""
NEEDS_ONE = frozenset({"open", "edit", "pause", "read_all", "remove", "refresh", "fold", "unfold"})


class FeedsScreen(FeedChanges, BesideScreen):
    """Feeds in their folders."""

    SORTS = ("name",)
    DEFAULT_CSS = """
    FeedsScreen #listing { height: 1fr; }
    FeedsScreen.-high #listing { margin-top: 1; }
    FeedsScreen #feed-detail {
        height: auto; min-height: 2; max-height: 4; padding: 0 1 0 4; dock: bottom; margin-bottom: 1;
    }
    FeedsScreen ImportBar { margin-bottom: 5; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    AUTO_FOCUS = "FeedList"
    BINDINGS = [*READ_KEYS, *aside_key("feeds"), *FEED_KEYS, *PROGRAM_KEYS]

    def __init__(self) -> None:
        super().__init__(ListState(sort="name", descending=False))
        self._feeds: Sequence[Feed] = ()
        self._closed_folders: set[str] = set()
        self._tree_rows: dict[int, FeedRow] = {}

    def compose(self) -> ComposeResult:
        """Head line, search line, list, what is known of the current feed, keys."""
        yield PlaceBar("feeds")
        yield SearchLine(_("Search the feeds:  a name, a folder, an address, a tag"))
        with Widget(id="listing"):
            yield ListHead(COLUMNS, GUTTER)
            yield FeedList()
            yield Aside()
        yield Static(id="feed-detail")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Set the widgets up and read the feeds."""
        signs = glyphs(ascii_only=self.session_app.ascii)
        self.feeds.signs = self.query_one(ListHead).signs = signs
        self.reload()
        if self.session.feed_run is not None and self.session.feed_run.running:
            self._show_run(self.session.feed_run)

    @property
    def feeds(self) -> FeedList:
        """The list."""
        return self.query_one(FeedList)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most keys need a feed."""
        if action == "stop":
            return self.session.feed_run is not None and self.session.feed_run.running
        return bool(self.rows.ids) if action in NEEDS_ONE else True

    def read_ids(self, store: "Store", list_state: ListState, limit: int) -> Sequence[int]:
        """The rows of the tree; where something is looked for, all folders are open."""
        every = store.feeds.all()
        words = list_state.typed.casefold().split()
        found = [feed for feed in every if all(word in _searched(feed) for word in words)]
        rows = tree_of(found, () if words else frozenset(self._closed_folders))
        self._feeds, self._tree_rows = every, {row.id: row for row in rows}
        return [row.id for row in rows]

    def read_rows(self, store: "Store", ids: Sequence[int]) -> Iterable[FeedRow]:
        """Rows of the list."""
        rows = self._tree_rows
        return [rows[one] for one in ids if one in rows]

    def told_of(self, store: "Store", row_id: int) -> Inks:
        """How a feed stands, and what came from it."""
        from reader.ui.screens.feed_told import read_feed, told_feed  # not before the list is there

        row = self._tree_rows.get(row_id)
        if row is None:
            return Told
        feed = read_feed(store, row)
        return lambda: told_feed(self.app, self.feeds.signs, feed)

    def tree_rows(self) -> Sequence[FeedRow]:
        """All rows that there are."""
        return list(self._tree_rows.values())

    def every_feed(self) -> Sequence[Feed]:
        """All feeds."""
        return self._feeds

    def shown(self, list_state: ListState) -> None:
        """Follow with status and details."""
        self.feeds.empty = NOTHING_FOUND if list_state.typed.strip() else NO_FEEDS
        self._say_status()
        self._say_detail()
        self.show_aside()

    @on(VirtualList.SelectionChanged)
    def _say_status(self) -> None:
        feeds, chosen = self._feeds, len(self.feeds.selection.ids)
        failed = sum(bool(feed.trouble) and not feed.is_off for feed in feeds)
        unread = sum(feed.unread for feed in feeds)
        parts = [_("{count} selected").format(count=number(chosen))] if chosen else []
        # what there is to do first: of a narrow line the last facts are left out
        parts += [_("{count} failed").format(count=number(failed))] if failed else []
        parts += [_("{count} unread").format(count=number(unread))] if unread else []
        parts.append(amounts.feeds(len(feeds), digits=True))
        self.query_one(PlaceBar).status = "  ·  ".join(parts)
        self.refresh_bindings()

    @on(VirtualList.Moved)
    def _say_detail(self) -> None:
        row = self.current
        address, more, is_bad = told(row) if row else ("", "", False)
        shown = (
            Content.styled(address, "$muted") + "\n" + Content.styled(more, "$error" if is_bad else "$muted")
        )
        self.query_one("#feed-detail", Static).update(shown)

    @on(VirtualList.Chosen)
    def action_open(self) -> None:
        """List the articles of the current feed or folder, the unread ones where there are any."""
        if (row := self.current) is not None:
            narrowed = f"{row.query} is:unread" if row.unread else row.query  # not shown
            self.post_message(ArticlesWanted(f"{narrowed} "))

    def action_refresh(self) -> None:
        """Ask what is chosen, also what would be left alone for a while."""
        ids = [feed.id for feed in self.chosen_feeds() if not feed.is_off]
        if ids:
            self.post_message(RefreshWanted(ids))
        else:
            self.notify(_("That is off: r switches it on again."), markup=False)

    def action_refresh_all(self) -> None:
        """Ask all that may be asked now."""
        self.post_message(RefreshWanted())

    def action_stop(self) -> None:
        """Stop asking."""
        self.post_message(StopWanted())

    def action_fold(self) -> None:
        """Close the folder that the cursor is on, or in."""
        if (row := self.current) is not None and row.folder:
            self._closed_folders.add(row.folder)
            above = [one.id for one in self.tree_rows() if one.feed is None and one.folder == row.folder]
            self.reload(current=above[0] if above else 0)

    def action_unfold(self) -> None:
        """Open the folder under the cursor."""
        if (row := self.current) is not None and row.feed is None:
            self._closed_folders.discard(row.folder)
            self.reload()

    @on(FeedNews)
    def _news(self, event: FeedNews) -> None:
        self._show_run(event.run)

    def _show_run(self, run: FeedRun) -> None:
        """A bar while feeds are asked, and how it went as long as nothing else is asked."""
        if not self.query(ImportBar):
            bar = ImportBar()
            bar.signs = glyphs(ascii_only=self.session_app.ascii)
            self.mount(bar)
        failed = len(run.failures)
        state = ImportState(run.done, run.total, run.name, run.new, failed, run.running, stopped=run.stopped)
        self.query_one(ImportBar).state = state
        self.refresh_bindings()
        if not run.running:
            self.reload()
            if not run.failures:
                self.set_timer(LINGER, self._hide_bar)

    def _hide_bar(self) -> None:
        if self.session.feed_run is None or not self.session.feed_run.running:
            self.query(ImportBar).remove()

    def action_failures(self) -> None:
        """List the feeds that gave nothing when they were asked last, and why."""
        from reader.ui.dialogs.add import Failures  # not before it is wanted

        failed = [(feed.name, feed.trouble) for feed in self._feeds if feed.trouble and not feed.is_off]
        if failed:
            self.app.push_screen(Failures(failed))
            self._hide_bar()
        else:
            self.notify(_("Every feed that is on could be read."), markup=False)

    def action_back(self) -> None:
        """Leave the search line, then the selection, the search, the screen."""
        if not self.feeds.has_focus:
            self.feeds.focus()
        elif self.feeds.clear_selection():
            return
        elif self.list_state.typed:
            self.query_one(SearchLine).set_query("")
        else:
            self.app.switch_mode("library")


def _searched(feed: Feed) -> str:
    return " ".join((feed.name, feed.folder, feed.address, *feed.tags)).casefold()

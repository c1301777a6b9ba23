"""Opens places over the screen: articles, stories, versions, trails, quotes, where a lost passage is placed.

Screens are imported when they are opened: none but the library is needed for the first paint.
"""

from functools import partial

from textual import events, on, work
from textual.geometry import Offset
from textual.widget import AwaitMount

from reader.ui.keys import Key, in_letters, keys_of
from reader.ui.places import (
    AgreementWanted,
    ArticlesWanted,
    ArticleWanted,
    BalanceWanted,
    LedgerWanted,
    ManuscriptWanted,
    NotesWanted,
    PlacingWanted,
    QuotesWanted,
    StoryWanted,
    TrailWanted,
    VersionsWanted,
)
from reader.ui.session import SAID_LONG, ReaderScreen, SessionApp
from reader.ui.widgets.place_bar import ABOVE, PlaceBar

RIGHT = 3
"""The number of a mouse's right button."""
TOLD = 0.05
"""Seconds in which a widget has told its screen what was clicked."""


def _has_menu(event: events.Click) -> bool:
    """Whether rows, text or cards were clicked."""
    from reader.ui.widgets.article.canvas import ArticleCanvas  # not for the first paint
    from reader.ui.widgets.lists.virtual import VirtualList
    from reader.ui.widgets.margin.column import MarginColumn
    from reader.ui.widgets.margin.panel import QuotePanel

    return isinstance(event.widget, ArticleCanvas | VirtualList | MarginColumn | QuotePanel)


class OpeningApp(SessionApp, abstract=True):
    """An app that opens what its screens ask for."""

    def open_article(self, article_id: int, *, offset: int | None = None, query: str = "") -> AwaitMount:
        """Open the reading desk, at `offset` or where one left off, the matches of `query` marked."""
        from reader.ui.desk.screen import DeskScreen  # not for the first paint

        return self.push_screen(DeskScreen(article_id, offset=offset, query=query))

    def open_story(self, article_id: int) -> None:
        """Show an article beside those that tell the same."""
        from reader.ui.screens.stories import StoriesScreen  # not for the first paint

        self.push_screen(StoriesScreen(article_id))

    def open_versions(self, article_id: int) -> None:
        """Show what changed in the text of an article."""
        from reader.ui.screens.versions import VersionsScreen  # not for the first paint

        self.push_screen(VersionsScreen(article_id))

    def open_trail(self, quote_id: int) -> None:
        """Show what a quote says through all articles."""
        from reader.ui.screens.trail import TrailScreen  # not for the first paint

        self.push_screen(TrailScreen(quote_id))

    def open_manuscript(self, location: str) -> None:
        """Check the quotations of a draft: a file, an address, `clip:`, or a pasted text of several lines."""
        from reader.ui.screens.manuscript import ManuscriptScreen  # not for the first paint

        self.push_screen(ManuscriptScreen(location))

    def open_balance(self, wanted: BalanceWanted) -> None:
        """Show who has how much of a say in a view."""
        from reader.ui.screens.balance import BalanceScreen  # not for the first paint

        self.push_screen(BalanceScreen(wanted))

    def open_ledger(self, ledger_id: int = 0, location: str = "") -> None:
        """Show a ledger, or take a draft into its own."""
        from reader.ui.screens.ledger import LedgerScreen  # not for the first paint

        self.push_screen(LedgerScreen(ledger_id, location))

    def open_notes(self, wanted: str = "") -> None:
        """List the notes of the library, all or those that hold what is wanted."""
        from reader.ui.screens.notes import NotesScreen  # not for the first paint

        self.push_screen(NotesScreen(wanted))

    def open_quotes(self, query: str) -> None:
        """List the quotes that a search finds."""
        from reader.ui.screens.quotes import QuotesScreen  # not for the first paint

        self.push_screen(QuotesScreen(query))

    def on_click(self, event: events.Click) -> None:
        """Offer with the right button what can be done to the row, quote or card under the pointer."""
        if event.button == RIGHT and isinstance(self.screen, ReaderScreen) and _has_menu(event):
            # what was clicked is current only when it has told its screen so
            pointer = Offset(event.screen_x, event.screen_y)
            self.set_timer(TOLD, partial(self._open_menu, self.screen, pointer))

    def _open_menu(self, screen: ReaderScreen, pointer: Offset) -> None:
        from reader.ui.dialogs.context_menu import ContextMenu, offered  # not for the first paint

        keys = offered(keys_of(screen.active_bindings))
        if keys and screen is self.screen:
            keys = in_letters(keys) if self.ascii else keys
            self.push_screen(ContextMenu(keys, pointer), self._do)

    def _do(self, key: Key | None) -> None:
        if key is not None:
            self.call_later(self.run_action, key.binding.action, key.node)

    @on(ArticleWanted)
    async def _article_wanted(self, event: ArticleWanted) -> None:
        opened = self.open_article(event.article_id, offset=event.offset, query=event.query)
        if event.hint:
            await opened  # a screen shows no toast before it is there
            self.notify(event.hint, timeout=SAID_LONG, markup=False)

    @on(StoryWanted)
    def _story_wanted(self, event: StoryWanted) -> None:
        self.open_story(event.article_id)

    @on(VersionsWanted)
    def _versions_wanted(self, event: VersionsWanted) -> None:
        self.open_versions(event.article_id)

    @on(TrailWanted)
    def _trail_wanted(self, event: TrailWanted) -> None:
        self.open_trail(event.quote_id)

    @on(AgreementWanted)
    def _agreement_wanted(self, event: AgreementWanted) -> None:
        from reader.ui.screens.agreement import AgreementScreen  # not for the first paint

        self.push_screen(AgreementScreen(event.other))

    @on(ManuscriptWanted)
    def _manuscript_wanted(self) -> None:
        from reader.ui.dialogs.manuscript import ManuscriptDialog  # not for the first paint

        def named(location: str | None) -> None:
            if location:
                self.session.manuscript = location if "\n" not in location else ""
                self.open_manuscript(location)

        self.push_screen(ManuscriptDialog(self.session.manuscript), named)

    @on(LedgerWanted)
    def _ledger_wanted(self, event: LedgerWanted) -> None:
        if event.location or event.ledger_id:
            self.open_ledger(event.ledger_id, event.location)
        else:
            self._ask_for_ledger()

    @work(group="ledgers", exit_on_error=False)
    async def _ask_for_ledger(self) -> None:
        from reader.ui.dialogs.ledger_forms import LedgerPicker  # not for the first paint

        ledgers = await self.session.write(lambda store: store.ledgers.all())
        chosen = await self.push_screen_wait(LedgerPicker(ledgers, self.session.manuscript))
        if chosen and chosen.isdecimal() and any(one.id == int(chosen) for one in ledgers):
            self.open_ledger(int(chosen))
        elif chosen:
            self.session.manuscript = chosen
            self.open_ledger(location=chosen)

    @on(QuotesWanted)
    def _quotes_wanted(self, event: QuotesWanted) -> None:
        self.open_quotes(event.query)

    @on(BalanceWanted)
    def _balance_wanted(self, event: BalanceWanted) -> None:
        self.open_balance(event)

    @on(PlaceBar.PlaceWanted)
    async def _place_wanted(self, event: PlaceBar.PlaceWanted) -> None:
        above = event.place in ABOVE  # shown above the screen that one is on
        await self.run_action(f"app.{event.place}" if above else f"app.switch_mode('{event.place}')")

    @on(NotesWanted)
    def _notes_wanted(self, event: NotesWanted) -> None:
        self.open_notes(event.wanted)

    @on(ArticlesWanted)
    async def _articles_wanted(self, event: ArticlesWanted) -> None:
        """Go to the library, close what lies over it, and search there."""
        from reader.ui.screens.library import LibraryScreen  # the first screen: it is there

        await self.switch_mode("library")
        for screen in self.screen_stack[:0:-1]:
            if isinstance(screen, ReaderScreen):
                screen.finish()
            await self.pop_screen()
        if isinstance(library := self.screen, LibraryScreen):
            library.search_for(event.query)

    @on(PlacingWanted)
    def _placing_wanted(self, event: PlacingWanted) -> None:
        """Open the desk for placing; who asked is told where the passage was put."""
        from reader.ui.desk.placing import PlacingDesk  # not for the first paint

        desk = PlacingDesk(event.article_id, offset=event.offset, words=event.words)

        def left(_: None) -> None:
            if desk.placed is not None:
                event.placed(desk.placed)

        self.push_screen(desk, left)

"""A story: one report as several outlets tell it, their quotes side by side."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from reader import amounts
from reader.i18n import _, ngettext, number
from reader.ui.keys import task
from reader.ui.places import ArticleWanted
from reader.ui.screens.headed import HeadedScreen
from reader.ui.screens.story_cells import heads_of, rows_of
from reader.ui.session import plain
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.cell_table import CellTable

if TYPE_CHECKING:
    from reader.library.stories import Story, Strand
    from reader.models import Quote
    from reader.store import Store

ALONE = _("No other article here tells the same.")


@dataclass(frozen=True)
class StoryShown:
    """What the screen shows at a moment."""

    story: "Story"
    strands: "list[Strand]"
    all_stories: tuple[tuple[int, ...], ...]
    """Every story of the library, by the ids of its articles."""


class StoriesScreen(HeadedScreen):
    """The quotes of an article beside those of its copies."""

    AUTO_FOCUS = "CellTable"
    BINDINGS = [
        *task(
            _("Read"),
            Binding(
                "enter", "open", _("Open"), tooltip=_("Open the article at this quote"), id="stories.open"
            ),
            Binding("n", "story(1)", _("Next story"), tooltip=_("To the next story"), id="stories.next"),
            Binding(
                "N",
                "story(-1)",
                _("Story before"),
                tooltip=_("To the story before"),
                id="stories.previous",
                show=False,
            ),
            Binding(
                "equals_sign",
                "centre",
                _("Compare with this"),
                tooltip=_("Compare the others with this article"),
                id="stories.centre",
            ),
        ),
        *task(
            _("Program"),
            Binding("escape,q", "back", _("Back"), tooltip=_("Go back to where you were"), id="stories.back"),
        ),
    ]

    @dataclass
    class StoryRead(Message):
        """A story has been read."""

        telling: StoryShown

    @dataclass
    class Searching(Message):
        """Copies are looked for; so many articles are left."""

        left: int

        def can_replace(self, message: Message) -> bool:
            """Only the latest counts."""
            return isinstance(message, StoriesScreen.Searching)

    def __init__(self, article_id: int) -> None:
        super().__init__()
        self.article_id = article_id
        self.telling: StoryShown | None = None

    def compose(self) -> ComposeResult:
        """Title, facts, table, keys."""
        yield Static("", markup=False, id="title", classes="title")
        yield Static(_("Looking for copies …"), markup=False, id="facts", classes="title")
        yield CellTable()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Read the story."""
        self.read()

    @property
    def table(self) -> CellTable:
        """The quotes."""
        return self.query_one(CellTable)

    # -- reading -----------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="story", exit_on_error=False)
    def read(self) -> None:
        """Look for copies where that was not done yet, and read the story."""
        from reader.library.stories import story_of, strands  # for the worker first

        worker = get_current_worker()
        with self.session.store() as store:
            for left in store.stories.sign():
                if worker.is_cancelled:
                    return
                self.post_message(self.Searching(left))
            known = tuple(self.telling.all_stories if self.telling else store.stories.all())
            story = story_of(store, self._first(store, known))
        if not worker.is_cancelled:
            self.post_message(self.StoryRead(StoryShown(story, strands(story), known)))

    def _first(self, store: "Store", known: tuple[tuple[int, ...], ...]) -> int:
        """The article asked for, or where none was, one of the largest story."""
        return self.article_id or (known[0][0] if known else store.articles.ids(limit=1)[0])

    @on(Searching)
    def _say_searching(self, event: Searching) -> None:
        self.query_one("#facts", Static).update(plain(_looking(event.left)))

    @on(StoryRead)
    def _show(self, event: StoryRead) -> None:
        telling = self.telling = event.telling
        self.article_id = telling.story.article.id
        self.query_one("#title", Static).update(plain(telling.story.article.title))
        self.query_one("#facts", Static).update(plain(self._facts(telling)))
        ascii_only = self.session_app.ascii or self.app.no_color
        rows = rows_of(telling.strands, marked=ascii_only) if telling.story.tellings else []
        self.table.show(heads_of(telling.story), rows)
        self.refresh_bindings()

    def _facts(self, telling: StoryShown) -> str:
        count = len(telling.story.tellings)
        if not count:
            others = len(telling.all_stories)
            more = ngettext("{count} other story: n", "{count} other stories: n", others)
            return f"{ALONE}  {more.format(count=number(others))}" if others else ALONE
        place = self._place()
        parts = [amounts.articles(count + 1), _altered(telling)]
        if place is not None:
            which = _("story {place} of {count}")
            parts.insert(0, which.format(place=number(place + 1), count=number(len(telling.all_stories))))
        return "  ·  ".join(parts)

    def _place(self) -> int | None:
        """The place of this story among all."""
        found = self.telling.all_stories if self.telling else ()
        return next((place for place, story in enumerate(found) if self.article_id in story), None)

    # -- what one can do -----------------------------------------------------------------------------------

    def action_story(self, step: int) -> None:
        """Go to another story."""
        found = self.telling.all_stories if self.telling else ()
        if not found:
            self.notify(
                _("There is no story here yet: no two articles tell the same."), timeout=3, markup=False
            )
            return
        place = self._place()
        self.table.cursor = (0, 0)
        self.article_id = found[0 if place is None else (place + step) % len(found)][0]
        self.read()

    def action_centre(self) -> None:
        """Compare all others with the article under the cursor."""
        column = self.table.cursor[1]
        if self.telling is not None and column:
            self.article_id = self.telling.story.tellings[column - 1].article.id
            self.table.cursor = (0, 0)
            self.read()

    @on(CellTable.Chosen)
    def action_open(self) -> None:
        """Open the article under the cursor, at its quote."""
        if self.telling is None:
            return
        quote, column = self._quote(), self.table.cursor[1]
        story = self.telling.story
        article = story.tellings[column - 1].article if column and story.tellings else story.article
        self.post_message(ArticleWanted(article.id, quote.start if quote else None))

    def _quote(self) -> "Quote | None":
        row, column = self.table.cursor
        if self.telling is None or row >= len(self.telling.strands):
            return None
        strand = self.telling.strands[row]
        parallel = strand.there[column - 1] if column else None
        return strand.here if not column else parallel.there if parallel else None

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()


def _looking(left: int) -> str:
    told = ngettext(
        "Looking for copies: {count} article left", "Looking for copies: {count} articles left", left
    )
    return told.format(count=number(left))


def _altered(telling: StoryShown) -> str:
    """How many quotes there are, and how many of them somebody altered."""
    altered = sum(
        any(cell is not None and cell.difference for cell in strand.there) for strand in telling.strands
    )
    quotes = amounts.quotes(len(telling.strands), digits=True)
    return _("{quotes}, {count} altered").format(quotes=quotes, count=number(altered))

"""The reading desk: one article, who is quoted saying what, and everything one does about it.

The screen itself does little. `Desk` holds the page that is shown, the current quote and the mode; `DeskView`
has the widgets; `Parts` are the things one can do, each a class in a file of its own name. To find what a key
does, look it up in `keys`: "deciding.accept" is `accept` of `Deciding` in `deciding.py`. What is done to a
quote is an `Edit` of `reader.library.edits`, as `reader mark` and `reader quote` make it. Widgets, the saving
queue and the loader post facts; the screen hands each to the part that it is about.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from reader.errors import ReaderError
from reader.library.page import Page
from reader.ui.desk.chords import keys_behind
from reader.ui.desk.desk import Desk
from reader.ui.desk.key_modes import is_there
from reader.ui.desk.keys import DESK_BINDINGS
from reader.ui.desk.loading import Loading, in_a_sentence
from reader.ui.desk.modes import READ, SEEK, WRITE
from reader.ui.desk.parts import modes_of, parts_of
from reader.ui.desk.saving import Job, SavingQueue
from reader.ui.desk.view import MARGIN_WIDTH
from reader.ui.keys import Key
from reader.ui.places import (
    COMPARE_KEYS,
    BalanceWanted,
    LedgerWanted,
    ManuscriptWanted,
    StoryWanted,
    TrailWanted,
    VersionsWanted,
)
from reader.ui.session import ReaderScreen
from reader.ui.widgets.article.find_bar import FindBar
from reader.ui.widgets.article.text import ArticleText
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.margin.column import MarginColumn
from reader.ui.widgets.note_editor import NoteEditor

if TYPE_CHECKING:
    from reader.store import Store

EVERY = 5.0
"""Seconds between looks whether another program has changed the library."""


class DeskScreen(ReaderScreen):
    """Read an article, correct its quotes, tag, check and annotate."""

    BINDINGS = [*DESK_BINDINGS, *COMPARE_KEYS]
    OWN_KEYS = "all"
    DEFAULT_CSS = f"""
    DeskScreen {{
        #desk-body {{ height: 1fr; align-horizontal: center; }}
        ArticleText {{ width: 1fr; height: 1fr; }}
        MarginColumn {{ width: {MARGIN_WIDTH}; height: 1fr; }}
        QuotePanel {{ height: 6; display: none; }}
        ToastRack {{ margin-bottom: 2; }}
    }}
    """

    def __init__(self, article_id: int, *, offset: int | None = None, query: str = "") -> None:
        """The article, at `offset` or where one left off, the matches of `query` marked."""
        super().__init__()
        self.article_id = article_id
        self._first_offset = offset
        self._first_query = query
        self.desk = Desk(self, article_id)
        self.parts = parts_of(self.desk, self._opened, self.change)
        self.desk.take_modes(modes_of(self.desk, self.parts))

    def compose(self) -> ComposeResult:
        """Text and margin, panel, status, keys."""
        yield from self.desk.view.compose()
        yield KeyFooter()

    @property
    def text(self) -> ArticleText:
        """The article."""
        return self.desk.text

    @property
    def page(self) -> Page:
        """The article with everything that stands on it."""
        return self.desk.page

    # -- coming and going --------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Read the article."""
        self.desk.view.configure(self.session.config)
        self.text.focus()
        self.parts.loading.load()
        self.set_interval(EVERY, self.parts.loading.look)

    def _opened(self) -> None:
        """The article is shown for the first time."""
        self.parts.position.start(self._first_offset)
        self.parts.detecting.start()
        if self._first_query:
            self.parts.finding.start(self._first_offset or 0, self._first_query)

    def on_screen_resume(self) -> None:
        """Something may have been changed on another screen."""
        self.parts.loading.look()

    def on_resize(self) -> None:
        """Arrange for the new size."""
        self.desk.arrange()

    def leave(self) -> None:
        """Go back to where one came from; nothing typed is left behind."""
        self.parts.notes.send()
        self.parts.listening.stop()
        self.parts.position.keep()
        self.dismiss()

    def finish(self) -> None:
        """The program ends: the last words, which the editor has not told yet, are saved."""
        self.parts.notes.finish()
        self.parts.listening.stop()

    def change(self, do: "Callable[[Store], str]") -> None:
        """Change the library behind what is queued; `do` gives a sentence to say, or ""."""
        self.desk.saving.save(Job("", lambda store, _ids: do(store), self.after_change))

    def show_changed(self) -> None:
        """Read the page again."""
        self.parts.loading.load()

    @property
    def is_saving(self) -> bool:
        """Whether changes are on their way to the library."""
        return self.desk.saving.is_saving

    @property
    def is_opening(self) -> bool:
        """Whether the article is still being read: keys are held back for it."""
        return not self.desk.loaded

    @property
    def awaits_focus(self) -> bool:
        """Whether a field has been opened that will have the focus in a moment: keys are held back for it."""
        return self.focused is None and self.desk.mode in (WRITE, SEEK)

    # -- keys --------------------------------------------------------------------------------------------

    def action_do(self, name: str, *details: object) -> None:
        """Let a part do what a key is for: "deciding.accept"."""
        part, _, method = name.partition(".")
        getattr(getattr(self.parts, part), method)(*details)

    def action_own(self, key: str) -> None:
        """Let a key of one's own do what the configuration says."""
        self.action_do(f"chaining.{self._own_method(key)}", key)

    def _own_method(self, key: str) -> str:
        return "tag" if self.own_key(key).table == "tags" else "run"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys make sense now."""
        name = str(parameters[0]) if action == "do" else action
        if action == "own":
            name = f"chaining.{self._own_method(str(parameters[0]))}"
        return is_there(name, self.desk.mode, has_quote=bool(self.desk.current))

    def balance_wanted(self) -> BalanceWanted:
        """The quotes of this article."""
        return BalanceWanted(articles=(self.article_id,))

    def keys_behind(self) -> list[Key]:
        """What a second key does after the key of a menu, where that menu is there now."""
        return keys_behind(self)

    def action_back(self) -> None:
        """Leave what one is in, one step at a time."""
        desk = self.desk
        if desk.mode != READ:
            desk.leave_mode()
        elif self.text.counting:
            self.text.take_count()
            desk.show_status()
        elif len(self.text.found):
            self.parts.finding.forget()
        elif desk.view.is_zen:
            self.parts.arranging.zen()
        elif desk.current:
            desk.choose(0)
        else:
            self.leave()

    def action_story(self) -> None:
        """Show who else tells what the article tells."""
        self.post_message(StoryWanted(self.article_id))

    def action_trail(self) -> None:
        """Show what the quote says through all articles."""
        if quote := self.desk.quote:
            self.post_message(TrailWanted(quote.id))

    def action_versions(self) -> None:
        """Show what changed in the article."""
        self.post_message(VersionsWanted(self.article_id))

    def action_manuscript(self) -> None:
        """Ask for a draft, and check its quotations."""
        self.post_message(ManuscriptWanted())

    def action_ledger(self) -> None:
        """Ask for a ledger, and show what is to be checked."""
        self.post_message(LedgerWanted())

    # -- what was read and saved ---------------------------------------------------------------------------

    @on(Loading.Loaded)
    def _loaded(self, event: Loading.Loaded) -> None:
        self.parts.loading.show(event.page)

    @on(Loading.Listed)
    def _listed(self, event: Loading.Listed) -> None:
        self.parts.loading.take_register(event.register)

    @on(Loading.Unreadable)
    def _leave_unreadable(self, event: Loading.Unreadable) -> None:
        """Say once what is wrong, and go back where nothing can be shown."""
        if not isinstance(event.error, ReaderError):
            self.session_app.log_failure(event.error)
        self.session_app.show_failure(in_a_sentence(event.error))
        if not self.desk.loaded:
            self.dismiss()

    @on(SavingQueue.Saved)
    def _saved(self, event: SavingQueue.Saved) -> None:
        job, stored = event.job, event.result
        self.desk.take_stored(job, stored)
        self.parts.notes.take_stored(job.provisional, stored)
        if job.done is not None:
            job.done(stored)
        if not self.is_saving:
            self.desk.all_is_saved()
            self.parts.loading.catch_up()

    @on(SavingQueue.Failed)
    def _take_back(self, event: SavingQueue.Failed) -> None:
        """Show what is stored, and say why."""
        self.parts.notes.not_stored()
        self.desk.take_back()
        self.session_app.show_failure(event.error)
        self.parts.loading.load()

    @on(SavingQueue.SavingChanged)
    def _saving_changed(self, event: SavingQueue.SavingChanged) -> None:
        self.desk.say_saving(event.state)

    # -- what widgets tell -------------------------------------------------------------------------------

    @on(ArticleText.Moved)
    def _caret_moved(self, event: ArticleText.Moved) -> None:
        self.desk.follow_caret(event.offset)

    @on(ArticleText.Scrolled)
    def _scrolled(self) -> None:
        self.parts.position.follow_scroll()

    @on(ArticleText.Dragged)
    def _dragged(self) -> None:
        self.parts.reading.selected()

    @on(MarginColumn.CardPicked)
    def _card_picked(self, event: MarginColumn.CardPicked) -> None:
        self.parts.reading.pick_card(event.owner)

    @on(FindBar.Sought)
    def _sought(self, event: FindBar.Sought) -> None:
        self.parts.finding.look_for(event.wanted)

    @on(FindBar.Left)
    async def _bar_left(self, event: FindBar.Left) -> None:
        await self.parts.finding.leave(event.wanted, kept=event.kept)

    @on(NoteEditor.Edited)
    def _note_edited(self, event: NoteEditor.Edited) -> None:
        self.parts.notes.keep(event.body)

    @on(NoteEditor.EditorWanted)
    def _editor_wanted(self) -> None:
        self.parts.notes.write_outside()

    @on(NoteEditor.Closed)
    async def _note_closed(self, event: NoteEditor.Closed) -> None:
        await self.parts.notes.close(event.body, another=event.another)

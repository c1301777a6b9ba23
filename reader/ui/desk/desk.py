"""The desk itself: the page on it, the current quote and the mode, and the few ways in which these change.

Every part of the desk gets it by its constructor, reads it, and changes it by its methods alone.
"""

from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, TypeVar

from textual.content import Content
from textual.screen import Screen

from reader.i18n import _
from reader.library.edits import Edit
from reader.library.page import Page
from reader.models import Article, Quote, Status
from reader.ui.desk.modes import READ, Mode
from reader.ui.desk.saving import Job, SavingQueue, job_of
from reader.ui.desk.view import LEAD, DeskView
from reader.ui.library_session import Session
from reader.ui.session import SAID_FOR, ReaderScreen
from reader.ui.widgets.article.text import ArticleText

Answer = TypeVar("Answer")

_SAVING = {"waiting": _("waiting: another program is writing"), "saved": "saved"}


class Desk:
    """One article on a screen, with what is done to it."""

    def __init__(self, screen: ReaderScreen, article_id: int) -> None:
        self.screen = screen
        self.article_id = article_id
        self.view = DeskView()
        self.saving = SavingQueue(screen)
        self.page = Page(Article(""))
        self.loaded = False
        """Whether the article has been read."""
        self.current = 0
        """Id of the current quote, 0 where there is none."""
        self.mode = READ
        """What keys mean."""
        self.went_on_to = 0
        """Id of the quote that deciding has gone on to, while nothing else is done; else 0."""
        self._modes: Mapping[str, Mode] = {}
        self._stored_page = self.page
        self._saving_words = ""
        self._said = ("", 0.0)

    @property
    def session(self) -> Session:
        """The library."""
        return self.screen.session

    @property
    def text(self) -> ArticleText:
        """The article."""
        return self.view.text

    @property
    def quote(self) -> Quote | None:
        """The current quote."""
        return self.page.quote(self.current) if self.current else None

    # -- the page ----------------------------------------------------------------------------------------

    def show_stored(self, page: Page) -> None:
        """Show a page as the library has it."""
        before, is_first = self.page, not self.loaded
        self.loaded, self._stored_page = True, page
        self.saving.belongs_to(page.article.id, page.article.uid)
        is_other = before.article.text != page.article.text
        if is_first or is_other or self.view.has_other_head(before, page):
            self.view.show_article(page)
        self.show(page)

    def show(self, page: Page) -> None:
        """Show quotes, notes and cards as the page has them."""
        self.page = page
        if self.current and page.quote(self.current) is None:
            self.choose(0)
        self.view.show_marks(page)
        self.show_cards()

    def show_cards(self) -> None:
        """Show the cards beside or under the text, and say where one is."""
        self.view.show_cards(self.page, self.current)
        self.show_status()

    def arrange(self) -> None:
        """Arrange text and cards for the size of the screen."""
        self.view.arrange(self.screen.size)
        self.screen.call_after_refresh(self.show_cards)

    # -- changing it -------------------------------------------------------------------------------------

    def apply(
        self, edit: Edit, done: Callable[[Any], None] | None = None, *, typed: str = "", about: int = 0
    ) -> None:
        """Show what an edit changes at once, and save it; `done` gets what was stored."""
        self.went_on_to = 0
        self.show(edit.page)
        self.saving.save(job_of(edit, done, typed=typed, about=about))

    def take_stored(self, job: Job, stored: Any) -> None:
        """Give what was new its id in the library."""
        if job.provisional:
            page = self.page.stored_as(job.provisional, stored)
            if self.current == job.provisional and page.quote(stored.id) is not None:
                self.current = stored.id
                self.view.stand_out(self.current)
            self.show(page)

    def all_is_saved(self) -> None:
        """The page is in the library as it is shown."""
        self._stored_page = self.page

    def take_back(self) -> None:
        """Show what is stored: what was changed since could not be saved."""
        self._saving_words = _("not saved")
        self.show(self._stored_page)

    def say_saving(self, state: str) -> None:
        """Say in the status line how saving goes on."""
        self._saving_words = _SAVING.get(state, state)
        self.show_status()

    # -- the current quote ---------------------------------------------------------------------------------

    def choose(self, quote_id: int) -> None:
        """Make a quote the current one, 0 for none, and let it stand out everywhere."""
        before, self.current = self.current, quote_id
        if before == quote_id:
            return
        self.view.stand_out(quote_id)
        self._allow_types()
        if any(self._is_rejected(number) for number in (before, quote_id)):
            self.show_cards()
        else:
            self.view.show_panel(self.page, self.current)
            self.show_status()
        self.screen.refresh_bindings()

    def _is_rejected(self, number: int) -> bool:
        quote = self.page.quote(number) if number else None
        return quote is not None and quote.status is Status.REJECTED

    def go_to(self, quote: Quote) -> None:
        """Make a quote the current one and put the caret on it."""
        self.choose(quote.id)
        self.text.place_caret(quote.start, lead=min(LEAD, self.text.size.height // 3))

    # -- the mode ----------------------------------------------------------------------------------------

    def take_modes(self, modes: Mapping[str, Mode]) -> None:
        """Take what each mode means, by its name."""
        self._modes = modes

    def enter(self, mode: str) -> None:
        """Another mode: other keys, another status line."""
        if mode != self.mode:
            self.mode = mode
            self._allow_types()
            self.show_status()
            self.screen.refresh_bindings()

    def leave_mode(self) -> None:
        """Back to reading; what was not kept is as it was."""
        self._modes[self.mode].leave()

    def back_to_reading(self) -> None:
        """Back to reading; nothing is selected any more."""
        self.text.pivot = None
        self.enter(READ)

    def follow_caret(self, offset: int) -> None:
        """The caret has moved to an offset."""
        self._modes[self.mode].follow(offset)

    def _allow_types(self) -> None:
        self.text.digits_are_types = bool(self.current) and self.mode == READ

    # -- telling and asking --------------------------------------------------------------------------------

    def show_status(self) -> None:
        """Say where one is, or what a mode waits for."""
        said = (words() for words in self._modes[self.mode].status)
        mode, message = next((words for words in said if words is not None), ("", ""))
        share = f"{self.view.share_read} %" if self.loaded else ""
        place = "   ".join(part for part in (self._saving_words, share) if part)
        self.view.show_status(mode, message, place, held=self.view.held_word(self.page))

    def say(self, sentence: str, *, warn: bool = False, once: bool = False) -> None:
        """Tell the person something in passing; a hint only `once` while it can still be read."""
        if once and sentence == self._said[0] and monotonic() < self._said[1] + SAID_FOR:
            return
        self._said = (sentence, monotonic())
        severity = "warning" if warn else "information"
        self.screen.notify(sentence, severity=severity, timeout=SAID_FOR, markup=False)  # type: ignore[arg-type]  # one of its literals

    def open(self, dialog: Screen[Answer], then: Callable[[Answer | None], None]) -> None:
        """Open a dialog; `then` gets its answer, None where it was left."""
        self.screen.app.push_screen(dialog, then)

    def ask(self, dialog: Screen[Answer], then: Callable[[Answer | None], None]) -> None:
        """Open a dialog in the lower half of the screen; what it is about goes to the upper one."""
        text = self.text
        line = text.place.line_of(text.caret)
        if line > text.scroll_offset.y + text.size.height // 3:
            text.scroll_to(y=max(0, line - LEAD), animate=False, force=True)
        self.open(dialog, then)

    def report(self, heading: str, lines: list[Content]) -> None:
        """Show some lines to read, unless the person has gone on meanwhile."""
        from reader.ui.dialogs.report import Report  # a dialog is loaded when it is first asked for

        if self.screen.is_current:
            self.screen.app.push_screen(Report(heading, lines))

    # -- threads -----------------------------------------------------------------------------------------

    def in_thread(self, work: Callable[[], None], group: str) -> None:
        """Work in a thread, in the place of earlier work of its group."""
        self.screen.run_worker(work, thread=True, exclusive=True, group=group, exit_on_error=False)

    def call(self, then: Callable[..., object], *given: object) -> None:
        """Go on in the screen's own thread, from another one."""
        self.screen.app.call_from_thread(then, *given)

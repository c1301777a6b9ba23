"""What every behaviour of the reading desk stands on: reading its page, changing and saving it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on, work
from textual.message import Message
from textual.screen import Screen

from reader.errors import NotFoundError, ReaderError, StoreError
from reader.models import Quote
from reader.ui.desk.loading import Register, read_page, read_register
from reader.ui.desk.page import DeskPage
from reader.ui.desk.saving import Ids, Job, SavingScreen
from reader.ui.desk.view import LEAD, READ, DeskView
from reader.ui.session import SAID_FOR
from reader.ui.widgets.glyphs import glyphs

if TYPE_CHECKING:
    from reader.store import Store

Answer = TypeVar("Answer")

EVERY = 5.0
"""Seconds between looks whether another program has changed the library."""


class DeskBase(DeskView):
    """A screen with one article of the library; behaviours derive from it."""

    class Loaded(Message):
        """The article with everything on it has been read from the library."""

        def __init__(self, page: DeskPage) -> None:
            super().__init__()
            self.page = page

    class Unreadable(Message):
        """The article cannot be read."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    class Listed(Message):
        """Sources and tags to choose from have been read."""

        def __init__(self, register: Register) -> None:
            super().__init__()
            self.register = register

    _outdated = False
    _said = ("", 0.0)
    """What was said last, and when."""
    register = Register()
    """Sources and tags to choose from."""

    # -- loading -----------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Read the article."""
        config = self.session.config
        self.text.measure = config.measure
        self.margin.glyphs = self.panel.glyphs = glyphs(ascii_only=config.ascii)
        self.text.focus()
        self.load()
        self.set_interval(EVERY, self.on_screen_resume)

    @work(thread=True, exclusive=True, group="load", exit_on_error=False)
    def load(self) -> None:
        """Read the page from the library."""
        with self.session.store() as store:
            revision = store.revision()
            try:
                self.post_message(self.Loaded(read_page(store, self.article_id)))
            except Exception as error:  # a damaged record may raise anything
                self.post_message(self.Unreadable(error))
            self.revision = revision

    @on(Unreadable)
    def _leave_unreadable(self, event: Unreadable) -> None:
        """Say once what is wrong, and go back where nothing can be shown."""
        if not isinstance(event.error, ReaderError):
            self.session_app.log_failure(event.error)
        self.session_app.show_failure(_told(event.error))
        if not self.loaded:
            self.dismiss()

    def on_screen_resume(self) -> None:
        """Something may have been changed on another screen."""
        if self.loaded:
            self.look()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def look(self) -> None:
        """Read the page again where another screen or program has changed the library."""
        # a library that cannot be read is told about when a person does something, not every few seconds
        with suppress(ReaderError), self.session.store() as store:
            if store.revision() != self.revision and not self.is_saving:
                self.app.call_from_thread(self.load)

    @on(Loaded)
    def _take(self, event: Loaded) -> None:
        if self.is_saving:
            self._outdated = True  # what is shown already is newer; it is read again when all is saved
            return
        if not self.text.size.width:  # the first layout is still to come: lines cannot be broken yet
            again = self.Loaded(event.page)
            self.set_timer(0.02, lambda: self.post_message(again))
            return
        first, self.loaded = not self.loaded, True
        before, lost = self.page.article, self.page.lost
        self._safe = self.page = event.page
        after = event.page.article
        if first or before.text != after.text or before.title != after.title or lost != event.page.lost:
            self.show_article()
        self.show_page()
        if first:
            self.start_reading(self._first_offset, self._first_query)
            self._say_damage()
        self.read_register()

    def _say_damage(self) -> None:
        count = self.page.damaged
        if count:
            which = "One quote does" if count == 1 else f"{count} quotes do"
            self.say(f"{which} not stand where the library says; `reader verify` lists them.", warn=True)

    @work(thread=True, exclusive=True, group="register", exit_on_error=False)
    def read_register(self) -> None:
        """Read sources and tags, so that their pickers open at once."""
        with self.session.store() as store:
            self.post_message(self.Listed(read_register(store)))

    @on(Listed)
    def _take_register(self, event: Listed) -> None:
        self.register = event.register
        colours = {tag.path: tag.colour for tag in event.register.tags if tag.colour}
        if colours != self._colours:
            self._colours = colours
            self.show_page()

    # -- what behaviours do for each other -----------------------------------------------------------------

    def ask(self, dialog: Screen[Answer], then: Callable[[Answer | None], None]) -> None:
        """Open a dialog in the lower half of the screen; what it is about goes to the upper one."""
        text = self.text
        line = text.place.line_of(text.caret)
        if line > text.scroll_offset.y + text.size.height // 3:
            text.scroll_to(y=max(0, line - LEAD), animate=False, force=True)
        self.app.push_screen(dialog, then)

    def go_to(self, quote: Quote) -> None:
        """Make a quote the current one and show it."""

    def follow_mode(self, offset: int) -> None:
        """What a moving caret does outside of reading."""
        del offset
        self.show_status()

    def leave_mode(self) -> None:
        """Back to reading; nothing is changed."""
        self.text.pivot = None
        self.mode = READ

    def close_desk(self) -> None:
        """Go back to where one came from."""
        self.dismiss()

    def leave(self) -> None:
        """Go back, as Esc does."""
        self.close_desk()

    def forget_found(self) -> None:
        """Mark no matches any more."""

    def start_reading(self, offset: int | None, query: str) -> None:
        """Go to where one left off, or to `offset`; more is added by behaviours."""
        del query
        text, article = self.text, self.page.article
        if offset is not None:
            text.place_caret(offset, lead=LEAD)
        elif article.position:
            text.caret = min(article.position, len(article.text))
            text.scroll_to(y=text.place.line_of(text.caret), animate=False, force=True)
        text.refresh()
        self.show_status()

    # -- changing ----------------------------------------------------------------------------------------

    def show_changed(self) -> None:
        """Read the page again."""
        self.load()

    def apply(
        self,
        label: str,
        quotes: Sequence[Quote],
        work: "Callable[[Store, Ids], object]",
        done: Callable[[Any], None] | None = None,
    ) -> None:
        """Show changed quotes at once and save them."""
        self.page = self.page.with_quotes(quotes)
        self.show_page()
        self.save(Job(label, work, done))

    def rewrite(self, label: str, quote: Quote) -> None:
        """Show a quote's changed fields and store all of them."""
        self.apply(label, [quote], partial(_update, quote))

    @on(SavingScreen.Saved)
    def _after_saving(self, event: SavingScreen.Saved) -> None:
        if event.job.provisional:
            self._settle(event.job.provisional, event.result)
        if event.job.done is not None:
            event.job.done(event.result)
        if not self.is_saving:
            self._safe = self.page
            if self._outdated:
                self._outdated = False
                self.load()

    def _settle(self, provisional: int, stored: Any) -> None:
        """Give what was new its id in the library."""
        if isinstance(stored, Quote):
            shown = self.page.quote(provisional)
            if shown is not None:
                kept = replace(shown, id=stored.id, uid=stored.uid, origin=stored.origin, exact=stored.exact)
                self.page = self.page.without([provisional]).with_quotes([kept])
            if self.current == provisional:
                self.set_reactive(DeskView.current, stored.id)
                self.text.current = self.margin.current = stored.id
            self.show_page()

    @on(SavingScreen.Failed)
    def _take_back(self, event: SavingScreen.Failed) -> None:
        """Show what is stored, and say why."""
        self.page = self._safe
        self._saving = "not saved"
        self.show_page()
        self.session_app.show_failure(event.error)
        self.load()

    @on(SavingScreen.SavingChanged)
    def _say_saving(self, event: SavingScreen.SavingChanged) -> None:
        words = {"waiting": "waiting: another program is writing", "saved": "saved"}
        self._saving = words.get(event.state, event.state)
        self.show_status()

    def say(self, sentence: str, *, warn: bool = False, once: bool = False) -> None:
        """Tell the person something in passing; a hint only `once` while it can still be read."""
        if once and sentence == self._said[0] and monotonic() < self._said[1] + SAID_FOR:
            return
        self._said = (sentence, monotonic())
        severity = "warning" if warn else "information"
        self.notify(sentence, severity=severity, timeout=SAID_FOR, markup=False)  # type: ignore[arg-type]  # one of its literals


def _told(error: Exception) -> ReaderError:
    """What a person is told of an article that cannot be read."""
    if isinstance(error, ReaderError) and not isinstance(error, NotFoundError):
        return error
    what = "gone from the library, or damaged" if isinstance(error, NotFoundError) else "damaged"
    return StoreError(f"This article is {what}: `reader doctor` looks what is wrong.", "It cannot be opened")


def _update(quote: Quote, store: "Store", ids: Ids) -> Quote:
    return store.quotes.update(replace(quote, id=ids(quote.id)))

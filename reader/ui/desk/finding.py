"""Finding on the desk: the bar, all matches marked as one types, n and N from one to the next."""

from contextlib import suppress

from reader.errors import ReaderError
from reader.i18n import _
from reader.ui.desk.desk import Desk
from reader.ui.desk.finder import Finder
from reader.ui.desk.modes import READ, SEEK, StatusWords
from reader.ui.desk.view import LEAD
from reader.ui.widgets.article.find import BadPatternError
from reader.ui.widgets.article.find_bar import FindBar
from reader.ui.widgets.article.spans import SpanIndex


class TextFinding:
    """The find bar, and where one came from to it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._finder = Finder()
        self._came_from = 0
        self._came_in = READ

    def start(self, offset: int, query: str) -> None:
        """Mark what the search of the library that brought one here has found."""
        from reader.store import matcher, words_sought  # only those who come from a search need it

        self._came_from = offset
        wanted, pattern = "", None
        with suppress(ReaderError):
            wanted, pattern = words_sought(query), matcher(query)
        self._finder.mean(wanted, pattern)
        if pattern is not None:
            self.look_for(wanted)

    # -- the bar -----------------------------------------------------------------------------------------

    def find(self) -> None:
        """Open the bar."""
        screen, status = self._desk.screen, self._desk.view.status
        self._came_from = self._desk.text.caret
        if not screen.query(FindBar):
            screen.mount(FindBar(), before=status)
            screen.set_focus(None)  # keys wait until the bar has it
            screen.call_after_refresh(lambda: screen.query_one(FindBar).open(self._finder.wanted))
        status.display = False
        self._came_in = self._desk.mode
        self._desk.enter(SEEK)

    async def leave(self, wanted: str, *, kept: bool) -> None:
        """Close the bar: stay at the match, or go back to where one came from."""
        desk = self._desk
        await desk.screen.query(FindBar).remove()
        desk.view.status.display = not desk.view.is_zen
        desk.enter(self._came_in)
        desk.text.focus()
        if kept and wanted != self._finder.wanted:
            self.look_for(wanted)
        if not kept:
            self.forget()
            desk.text.place_caret(self._came_from)
        desk.show_status()

    def look_for(self, wanted: str) -> None:
        """Mark every match and show the first after where one came from."""
        try:
            self._finder.look_for(wanted, self._desk.page.article.text, self._came_from)
        except BadPatternError as error:
            self.forget()
            self._say_count(str(error))
        else:
            self._desk.text.found = SpanIndex(self._finder.marks)
            self._show_match()

    # -- the matches -------------------------------------------------------------------------------------

    def next_match(self) -> None:
        """Go to the next match."""
        self._step(self._desk.text.take_count())

    def previous_match(self) -> None:
        """Go to the match before."""
        self._step(-self._desk.text.take_count())

    def _step(self, step: int) -> None:
        if self._finder.matches:
            self._finder.step(step)
            self._show_match()
        elif self._finder.wanted:
            self._came_from = self._desk.text.caret
            self.look_for(self._finder.wanted)
        else:
            self._desk.say(_("Nothing was looked for yet: / finds words."))

    def _show_match(self) -> None:
        self._desk.text.spot = self._finder.spot
        if self._finder.match is not None:
            self._desk.text.place_caret(self._finder.match[0], lead=LEAD)
        self._say_count(self._finder.count)

    def _say_count(self, sentence: str) -> None:
        for bar in self._desk.screen.query(FindBar):
            bar.count(sentence)
        self._desk.show_status()

    def forget(self) -> None:
        """Mark no matches any more."""
        self._finder.forget()
        self._desk.text.found, self._desk.text.spot = SpanIndex(), None
        self._desk.show_status()

    def status(self) -> StatusWords | None:
        """Which match this is, while any are marked."""
        if not self._finder.matches:
            return None
        return _("FIND"), _("“{wanted}” {count}   n next, N before, Esc ends").format(
            wanted=self._finder.wanted, count=self._finder.count
        )

"""Finding words in the text: as one types, all matches marked, n and N from one to the next."""

import re
from bisect import bisect_left
from contextlib import suppress

from textual import on

from reader.errors import ReaderError
from reader.ui.desk.base import DeskBase
from reader.ui.desk.view import LEAD, READ, SEEK
from reader.ui.widgets.article.find import MOST, BadPatternError, FoldedText
from reader.ui.widgets.article.find_bar import FindBar
from reader.ui.widgets.article.spans import Mark, SpanIndex


class DeskFinding(DeskBase):
    """The find bar and its matches."""

    _folded: FoldedText | None = None
    _wanted = ""
    _matches: list[tuple[int, int]]
    _match = -1
    _came_from = 0
    _came_in = READ
    _searched: re.Pattern[str] | None = None
    """What the search of the library means, until something else is looked for."""

    def __init__(self, article_id: int, *, offset: int | None = None, query: str = "") -> None:
        super().__init__(article_id, offset=offset, query=query)
        self._matches = []

    def action_find(self) -> None:
        """Open the bar."""
        self._came_from = self.text.caret
        bars = self.query(FindBar)
        if not bars:
            self.mount(FindBar(), before=self.status)
            self.set_focus(None)  # keys wait until the bar has it
            self.call_after_refresh(lambda: self.query_one(FindBar).open(self._wanted))
        self.status.display = False
        self._came_in = self.mode
        self.mode = SEEK

    @on(FindBar.Sought)
    def _seek(self, event: FindBar.Sought) -> None:
        self.look_for(event.wanted)

    def look_for(self, wanted: str) -> None:
        """Mark every match and show the first after where one came from."""
        if wanted != self._wanted:
            self._wanted, self._searched = wanted, None
        if self._folded is None or self._folded.text != self.page.article.text:
            self._folded = FoldedText(self.page.article.text)
        try:
            searched = self._searched
            self._matches = self._folded.matches(searched) if searched else self._folded.find(wanted)
        except BadPatternError as error:
            self.forget_found()
            self._say_count(str(error))
            return
        self.text.found = SpanIndex(Mark(start, end, "match") for start, end in self._matches)
        at = bisect_left(self._matches, (self._came_from, 0))
        self._match = at % len(self._matches) if self._matches else -1
        self._show_match()

    def _show_match(self) -> None:
        self.text.spot = Mark(*self._matches[self._match], "match-current") if self._matches else None
        if self._matches:
            self.text.place_caret(self._matches[self._match][0], lead=LEAD)
        self._say_count(self._counted())

    def _counted(self) -> str:
        if not self._wanted.strip():
            return ""
        if not self._matches:
            return "not found"
        more = "+" if len(self._matches) >= MOST else ""
        return f"{self._match + 1} of {len(self._matches)}{more}"

    def _say_count(self, sentence: str) -> None:
        for bar in self.query(FindBar):
            bar.count(sentence)
        self.show_status()

    @on(FindBar.Left)
    async def _leave_bar(self, event: FindBar.Left) -> None:
        await self.query(FindBar).remove()
        self.status.display = not self.is_zen
        self.mode = self._came_in
        self.text.focus()
        if event.kept and event.wanted != self._wanted:
            self.look_for(event.wanted)
        if not event.kept:
            self.forget_found()
            self.text.place_caret(self._came_from)
        self.show_status()

    def forget_found(self) -> None:
        """Mark no matches any more."""
        self._matches, self._match = [], -1
        self.text.found, self.text.spot = SpanIndex(), None
        self.show_status()

    def action_next_match(self) -> None:
        """Go to the next match."""
        self._step(self.text.take_count())

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._step(-self.text.take_count())

    def _step(self, step: int) -> None:
        if not self._matches and self._wanted:
            self._came_from = self.text.caret
            self.look_for(self._wanted)
        elif self._matches:
            self._match = (self._match + step) % len(self._matches)
            self._show_match()
        else:
            self.say("Nothing was looked for yet: / finds words.")

    def start_reading(self, offset: int | None, query: str) -> None:
        """Mark what the search that brought one here has found."""
        super().start_reading(offset, query)
        if not query:
            return
        from reader.store import matcher  # only those who come from a search need it

        self._came_from = offset or 0
        self._wanted = query.replace("*", "").strip()
        with suppress(ReaderError):
            self._searched = matcher(query)
        if self._searched is not None:
            self.look_for(self._wanted)

    def status_words(self) -> tuple[str, str]:
        """How many matches there are."""
        mode, message = super().status_words()
        if self._matches and not mode:
            return "FIND", f"“{self._wanted}” {self._counted()}   n next, N before, Esc ends"
        return mode, message

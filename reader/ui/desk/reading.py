"""Reading on the desk: from quote to quote, caret and mouse, the view, and the place one comes back to."""

from textual import on, work
from textual.timer import Timer

from reader.models import Quote
from reader.ui.desk.base import DeskBase
from reader.ui.desk.keys import is_there
from reader.ui.desk.page import covers
from reader.ui.desk.saving import Job
from reader.ui.desk.view import LEAD, READ, SELECT
from reader.ui.widgets.article.spans import Mark
from reader.ui.widgets.article.text import ArticleText
from reader.ui.widgets.margin.column import MarginColumn

MEASURES = (40, 52, 60, 68, 76, 84, 96, 120)
"""Columns of text that narrower and wider go through."""
_REST = 0.8
"""Seconds without scrolling after which the reading position is kept."""
_STUDIED = 300_000
"""Characters up to which sentences and scare quotes are looked for with the rules of the language."""


class DeskReading(DeskBase):
    """Moving about."""

    _resting: Timer | None = None
    _kept_position = -1
    _shows_removed = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys make sense now."""
        del parameters
        return is_there(action, self.mode, has_quote=bool(self.current))

    # -- from quote to quote -----------------------------------------------------------------------------

    def action_next_quote(self) -> None:
        """Go to the next quote."""
        self._go_by(self.text.take_count())

    def action_previous_quote(self) -> None:
        """Go to the quote before."""
        self._go_by(-self.text.take_count())

    def _go_by(self, step: int) -> None:
        quote = self.page.neighbour(self.current, self.text.caret, step)
        if quote is None:
            self.say(self.summary())
        elif quote.id == self.current:
            self.say("This is the last quote." if step > 0 else "This is the first quote.")
        else:
            self.go_to(quote)

    def action_miss_quote(self) -> None:
        """Say what a key on a quote needs."""
        if self.page.shown:
            hint = "Go to a quote first: ] or Tab, or click it. v selects words for a new one."
            self.say(hint, once=True)
        else:
            self.say(self.summary(), once=True)

    def go_to(self, quote: Quote) -> None:
        """Make a quote the current one and show it."""
        self.current = quote.id
        self.text.place_caret(quote.start, lead=min(LEAD, self.text.size.height // 3))

    @on(ArticleText.Moved)
    def _follow_caret(self, event: ArticleText.Moved) -> None:
        """The quote under the caret is the current one."""
        if self.mode != READ:
            self.follow_mode(event.offset)
            return
        quote = self.quote
        if quote is None or not covers(quote, event.offset):
            found = self.page.innermost(event.offset)
            self.current = found.id if found else 0
        self.show_status()

    def follow_mode(self, offset: int) -> None:
        """What a moving caret does outside of reading; behaviours add to it."""
        del offset
        self.show_status()

    @on(ArticleText.Scrolled)
    def _follow_scroll(self) -> None:
        self.margin.top = self.text.scroll_offset.y
        self.show_status()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, self.keep_position)

    @on(MarginColumn.CardPicked)
    def _pick_card(self, event: MarginColumn.CardPicked) -> None:
        """A click on a card goes to its quote or note."""
        quote = self.page.quote(event.owner)
        if quote is not None:
            self.go_to(quote)
            return
        note = next((note for note in self.page.notes if note.id == -event.owner), None)
        if note is not None and note.span is not None:
            self.text.place_caret(note.span.start, lead=LEAD)

    # -- selecting ---------------------------------------------------------------------------------------

    def action_select(self) -> None:
        """Begin a selection; widen it when there is one."""
        if self.text.pivot is not None:
            self.text.widen_selection()
        else:
            self.text.pivot = self.text.caret
        if self.mode == READ:
            self.mode = SELECT
        self.show_status()

    @on(ArticleText.Dragged)
    def _selected_by_mouse(self) -> None:
        if self.mode == READ:
            self.mode = SELECT
        self.show_status()

    def action_back(self) -> None:
        """Leave what one is in, one step at a time."""
        if self.mode != READ:
            self.leave_mode()
        elif self.text.counting:
            self.text.take_count()
            self.show_status()
        elif len(self.text.found):
            self.forget_found()
        elif self.is_zen:
            self.action_zen()
        elif self.current:
            self.current = 0
        else:
            self.close_desk()

    def leave_mode(self) -> None:
        """Back to reading; nothing is changed."""
        self.text.pivot = None
        self.mode = READ

    def status_words(self) -> tuple[str, str]:
        """The selection."""
        if self.mode != SELECT:
            return super().status_words()
        held = self.text.selection
        words = len(self.text.text[held[0] : held[1]].split()) if held else 0
        return "SELECT", f"{words} {'word' if words == 1 else 'words'}" if held else "move to select"

    # -- the view ----------------------------------------------------------------------------------------

    def action_narrower(self) -> None:
        """A narrower column."""
        self._set_measure([one for one in MEASURES if one < self.text.measure][-1:])

    def action_wider(self) -> None:
        """A wider column."""
        self._set_measure([one for one in MEASURES if one > self.text.measure][:1])

    def _set_measure(self, wanted: list[int]) -> None:
        if wanted:
            self.text.measure = wanted[0]
            self.arrange_cards()
            self.say(f"{wanted[0]} columns of text")

    def action_zen(self) -> None:
        """Only the text, or everything again."""
        self.is_zen = not self.is_zen
        self.status.display = not self.is_zen
        self.arrange_cards()

    def action_boilerplate(self) -> None:
        """Show what was removed, or hide it."""
        self._shows_removed = not self._shows_removed
        self.show_article(removed=self._shows_removed)
        self.show_cards()
        if self._shows_removed:
            self.text.scroll_to(y=self.text.place.height, animate=False, force=True)
        else:
            self.text.show_line(self.text.place.line_of(self.text.caret))

    # -- the place one comes back to ---------------------------------------------------------------------

    def keep_position(self) -> None:
        """Keep where one reads, without a step to undo."""
        offset = self.text.top_offset if self.text.scroll_offset.y else 0
        if self.loaded and offset != self._kept_position:
            self._kept_position = offset
            self.save(Job("", lambda store, _real: store.articles.set_position(self.article_id, offset)))

    def close_desk(self) -> None:
        """Go back to where one came from."""
        self.keep_position()
        super().close_desk()

    def start_reading(self, offset: int | None, query: str) -> None:
        """Go to one's place, then look at the text more closely."""
        self._kept_position = self.page.article.position
        super().start_reading(offset, query)
        if len(self.page.article.text) <= _STUDIED:
            self.study()

    @work(thread=True, exclusive=True, group="study", exit_on_error=False)
    def study(self) -> None:
        """Find sentences and scare quotes with the rules of the language."""
        from reader.ui.desk.study import scare_marks, sentence_starts

        article = self.page.article
        starts = sentence_starts(article.text, article.language)
        self.app.call_from_thread(self._take_study, starts, scare_marks(article.text, article.language))

    def _take_study(self, starts: list[int], scare: list[Mark]) -> None:
        if self.is_attached:
            self.text.show_starts(starts)
            self.dim(scare)

"""What the reading desk looks like: an article with its quotes and notes, cards, status line."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size

from reader.cells import cells
from reader.config import Config
from reader.library.page import Page
from reader.models import Quote
from reader.rows import badge_of
from reader.texts.releases import embargo_of, undelivered_of
from reader.ui.desk.cards import CardBox
from reader.ui.desk.head import foot_lines, head_lines
from reader.ui.desk.marks import note_marks, quote_marks, transcript_marks
from reader.ui.widgets.article.canvas import GUTTER
from reader.ui.widgets.article.spans import Mark, SpanIndex
from reader.ui.widgets.article.text import ArticleText
from reader.ui.widgets.desk_status import DeskStatus
from reader.ui.widgets.glyphs import glyphs
from reader.ui.widgets.margin.cards import NOBODY
from reader.ui.widgets.margin.column import MarginColumn
from reader.ui.widgets.margin.panel import QuotePanel
from reader.ui.widgets.quote_types import LOOKS
from reader.ui.widgets.themed import ForgetfulWidget

WIDE = 100
"""Columns from which cards stand beside the text."""
LOW = 14
"""Rows below which there is no panel under the text."""
_BESIDE_HEAD = 18
"""Columns of a card in one line that hold its number, how sure it is, its sign and what separates them."""
_HEAD = cells(NOBODY) + max(cells(look.label) for look in LOOKS.values()) + _BESIDE_HEAD
MARGIN_WIDTH, WIDEST_MARGIN = max(40, _HEAD), 64
"""Columns of the cards beside the text, which name a quote of nobody in full; where there is room, more."""
LEAD = 5
"""Lines above a quote that one jumps to."""

FEW = 60
"""Quotes up to which a change is marked one by one."""
_NONE: tuple[None, list[Mark]] = (None, [])


class DeskBody(Horizontal, ForgetfulWidget):
    """Text and margin beside each other."""


class DeskView:
    """The widgets of the desk; paints a page on them, anew only where it has changed."""

    def __init__(self) -> None:
        self.text = ArticleText(id="text")
        self.margin = MarginColumn(id="margin")
        self.panel = QuotePanel(id="panel")
        self.status = DeskStatus(id="status")
        self.is_zen = False
        """Whether only the text is shown."""
        self.is_covered = False
        """Whether something else stands where cards do."""
        self._box = CardBox()
        self._colours: dict[str, str] = {}
        self._dim: list[Mark] = []
        self._marks: dict[int, tuple[Quote, list[Mark]]] = {}
        self._note_marks: list[Mark] = []
        self._painted: tuple[object, object, object] = (None, None, None)

    def compose(self) -> ComposeResult:
        """Text and margin, panel, status."""
        with DeskBody(id="desk-body"):
            yield self.text
            yield self.margin
        yield self.panel
        yield self.status

    def configure(self, config: Config) -> None:
        """Look as a person has configured it."""
        self.text.measure = config.measure
        self.margin.glyphs = self.panel.glyphs = glyphs(ascii_only=config.ascii)

    # -- the text ----------------------------------------------------------------------------------------

    def show_article(self, page: Page, *, removed: bool = False) -> None:
        """Show the text with its head, and below it what was removed where asked for."""
        foot = foot_lines(page.article) if removed else ()
        self.text.show(page.article.text, head_lines(page.article, page.lost), foot)

    def show_marks(self, page: Page) -> None:
        """Mark quotes and notes as the page has them."""
        quotes, notes, colours = self._painted
        if quotes is not page.quotes:
            self.text.starts = tuple(quote.start for quote in page.shown)
            self._mark_quotes(page)
        if notes is not page.notes or colours is not self._colours:
            marks = [mark for note in page.notes for mark in note_marks(note, self._colours)]
            if marks != self._note_marks:
                self._note_marks = marks
                self.text.notes = SpanIndex(marks)
        self._painted = (page.quotes, page.notes, self._colours)

    def _mark_quotes(self, page: Page) -> None:
        """Mark quotes in the text; where only a few changed, only those."""
        before, now = self._marks, {quote.id: quote for quote in page.quotes}
        changed = [
            quote for number, quote in now.items() if number not in before or before[number][0] is not quote
        ]
        gone = [number for number in before if number not in now]
        if len(changed) + len(gone) > FEW:
            self._mark_everything(page)
            return
        out = [mark for number in (*gone, *(q.id for q in changed)) for mark in before.pop(number, _NONE)[1]]
        before.update({quote.id: (quote, quote_marks(quote)) for quote in changed})
        self.text.quotes = self.text.quotes.replaced(out, (m for q in changed for m in before[q.id][1]))

    def _mark_everything(self, page: Page) -> None:
        headings = [Mark(start, end, "heading") for start, end in page.article.headings]
        spoken = transcript_marks(page.article.transcript)
        self.text.quotes = SpanIndex([*self._quote_marks(page), *self._dim, *headings, *spoken])

    def _quote_marks(self, page: Page) -> Iterable[Mark]:
        known, self._marks = self._marks, {}
        for quote in page.quotes:
            kept = known.get(quote.id)
            marks = kept[1] if kept and kept[0] is quote else quote_marks(quote)
            self._marks[quote.id] = (quote, marks)
            yield from marks

    def dim(self, page: Page, marks: list[Mark]) -> None:
        """Dim what stands in quotation marks without being said."""
        self._dim = marks
        self._mark_everything(page)

    def take_colours(self, colours: dict[str, str]) -> bool:
        """Take the colours of tags, by path; whether they are others."""
        differs = colours != self._colours
        if differs:
            self._colours = self.margin.tag_colours = self.panel.tag_colours = colours
        return differs

    def stand_out(self, current: int) -> None:
        """Let the current quote stand out, 0 for none."""
        self.text.current = self.margin.current = current

    # -- cards and status line -----------------------------------------------------------------------------

    def show_cards(self, page: Page, current: int) -> None:
        """Show the cards beside or under the text."""
        if self.margin.display:
            self.margin.show(self._box.cards(page, current), self.text.place)
            self.margin.total = self.text.place.height
        self.show_panel(page, current)

    def show_panel(self, page: Page, current: int) -> None:
        """Show the card of the current quote under the text."""
        if self.panel.display:
            self.panel.show(self._box.card(page, current), page.voices)

    def show_status(self, mode: str, message: str, place: str, held: str = "") -> None:
        """Say in the last line what is going on, where one is, and that the article must wait."""
        self.status.mode, self.status.message, self.status.place = mode, message, place
        self.status.held = held

    @staticmethod
    def has_other_head(before: Page, page: Page) -> bool:
        """Whether other lines stand above the text."""
        return head_lines(before.article, before.lost) != head_lines(page.article, page.lost)

    @staticmethod
    def held_word(page: Page) -> str:
        """The word that stands for why the article must wait, "" where it need not."""
        if embargo_of(page.article):
            return badge_of("embargo")
        return badge_of("undelivered") if undelivered_of(page.article) else ""

    @property
    def share_read(self) -> int:
        """Per cent of the lines that are above the lower edge of the screen."""
        line = self.text.scroll_offset.y + self.text.size.height
        return min(100, 100 * line // max(1, self.text.place.height))

    # -- size --------------------------------------------------------------------------------------------

    def arrange(self, size: Size) -> None:
        """Cards beside the text in a wide terminal, under it in a narrow one; they are to be shown anew."""
        wide = size.width >= WIDE and not self.is_zen
        self.margin.display = wide and not self.is_covered
        self.panel.display = not wide and not self.is_zen and size.height >= LOW and not self.is_covered
        spare = size.width - self.text.measure - 2 * GUTTER
        beside = max(MARGIN_WIDTH, min(WIDEST_MARGIN, spare))
        self.margin.styles.width = beside
        room = size.width - (beside if wide else 0)
        self.text.styles.width = min(room, self.text.measure + 2 * GUTTER) if wide else room

    def toggle_zen(self) -> None:
        """Only the text, or everything again."""
        self.is_zen = not self.is_zen
        self.status.display = not self.is_zen

    def cover(self, covered: bool) -> None:
        """Leave the place of the cards to something else, or give it back to them."""
        self.is_covered = covered

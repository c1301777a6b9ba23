"""What the reading desk looks like: an article with its quotes and notes, cards, status line, keys."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive

from reader.models import Article, Quote, Status
from reader.ui.desk import page as desk_page
from reader.ui.desk.cards import CardBox
from reader.ui.desk.head import foot_lines, head_lines
from reader.ui.desk.page import DeskPage
from reader.ui.desk.saving import SavingScreen
from reader.ui.widgets.article.canvas import GUTTER
from reader.ui.widgets.article.spans import Mark, SpanIndex
from reader.ui.widgets.article.text import ArticleText
from reader.ui.widgets.desk_status import DeskStatus
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.margin.column import MarginColumn
from reader.ui.widgets.margin.panel import QuotePanel

WIDE = 100
"""Columns from which cards stand beside the text."""
LOW = 14
"""Rows below which there is no panel under the text."""
MARGIN_WIDTH = 40
LEAD = 5
"""Lines above a quote that one jumps to."""

FEW = 60
"""Quotes up to which a change is marked one by one."""
_NONE: tuple[None, list[Mark]] = (None, [])

READ, SELECT, BORDER, POINT, WRITE, SEEK = "", "select", "border", "point", "write", "seek"
"""Modes of the desk."""


class DeskView(SavingScreen):
    """A screen that shows one article with its quotes and notes."""

    DEFAULT_CSS = f"""
    DeskView {{
        #desk-body {{ height: 1fr; align-horizontal: center; }}
        ArticleText {{ width: 1fr; height: 1fr; }}
        MarginColumn {{ width: {MARGIN_WIDTH}; height: 1fr; }}
        QuotePanel {{ height: 6; display: none; }}
        ToastRack {{ margin-bottom: 2; }}
    }}
    """

    current: reactive[int] = reactive(0, repaint=False)
    """Id of the current quote, 0 where there is none."""
    mode: reactive[str] = reactive(READ, repaint=False)
    """What keys mean: reading, selecting, moving a border, pointing at a role."""

    def __init__(self, article_id: int, *, offset: int | None = None, query: str = "") -> None:
        super().__init__()
        self.article_id = article_id
        self.page = DeskPage(Article(""))
        self.loaded = False
        self._first_offset = offset
        self._first_query = query
        self._safe = self.page
        self._colours: dict[str, str] = {}
        self._dim: list[Mark] = []
        self._marks: dict[int, tuple[Quote, list[Mark]]] = {}
        self._saving = ""
        self._box = CardBox()
        self._note_marks: list[Mark] = []
        self._painted: tuple[object, object, object] = (None, None, None)

    def compose(self) -> ComposeResult:
        """Text and margin, panel, status, keys."""
        with Horizontal(id="desk-body"):
            yield ArticleText(id="text")
            yield MarginColumn(id="margin")
        yield QuotePanel(id="panel")
        yield DeskStatus(id="status")
        yield KeyFooter()

    # -- parts -------------------------------------------------------------------------------------------

    @property
    def text(self) -> ArticleText:
        """The article."""
        return self.query_one("#text", ArticleText)

    @property
    def margin(self) -> MarginColumn:
        """The cards beside it."""
        return self.query_one("#margin", MarginColumn)

    @property
    def panel(self) -> QuotePanel:
        """The card under it."""
        return self.query_one("#panel", QuotePanel)

    @property
    def status(self) -> DeskStatus:
        """The line below."""
        return self.query_one("#status", DeskStatus)

    @property
    def quote(self) -> Quote | None:
        """The current quote."""
        return self.page.quote(self.current) if self.current else None

    # -- showing -----------------------------------------------------------------------------------------

    def show_article(self, *, removed: bool = False) -> None:
        """Show the text with its head, and below it what was removed where asked for."""
        article = self.page.article
        above = head_lines(article, self.page.lost)
        self.text.show(article.text, above, foot_lines(article) if removed else ())

    def show_page(self) -> None:
        """Show quotes, notes and cards as the page has them."""
        if self.current and self.page.quote(self.current) is None:
            self.current = 0
        quotes, notes, colours = self._painted
        if quotes is not self.page.quotes:
            self._mark_quotes()
        if notes is not self.page.notes or colours is not self._colours:
            marks = [mark for note in self.page.notes for mark in desk_page.note_marks(note, self._colours)]
            if marks != self._note_marks:
                self._note_marks = marks
                self.text.notes = SpanIndex(marks)
        self._painted = (self.page.quotes, self.page.notes, self._colours)
        self.show_cards()

    def _mark_quotes(self) -> None:
        """Mark quotes in the text; where only a few changed, only those."""
        before, now = self._marks, {quote.id: quote for quote in self.page.quotes}
        changed = [
            quote for number, quote in now.items() if number not in before or before[number][0] is not quote
        ]
        gone = [number for number in before if number not in now]
        if len(changed) + len(gone) > FEW:
            self.text.quotes = SpanIndex([*self._quote_marks(), *self._dim, *self._headings()])
            return
        out = [mark for number in (*gone, *(q.id for q in changed)) for mark in before.pop(number, _NONE)[1]]
        before.update({quote.id: (quote, desk_page.quote_marks(quote)) for quote in changed})
        self.text.quotes = self.text.quotes.replaced(out, (m for q in changed for m in before[q.id][1]))

    def _quote_marks(self) -> Iterable[Mark]:
        known, self._marks = self._marks, {}
        for quote in self.page.quotes:
            kept = known.get(quote.id)
            marks = kept[1] if kept and kept[0] is quote else desk_page.quote_marks(quote)
            self._marks[quote.id] = (quote, marks)
            yield from marks

    def _headings(self) -> list[Mark]:
        return [Mark(start, end, "heading") for start, end in self.page.article.headings]

    def dim(self, marks: list[Mark]) -> None:
        """Dim what stands in quotation marks without being said."""
        self._dim = marks
        self.text.quotes = SpanIndex([*self._quote_marks(), *self._dim, *self._headings()])

    def show_cards(self) -> None:
        """Show the cards beside or under the text."""
        if self.margin.display:
            self.margin.show(self._box.cards(self.page, self.current), self.text.place)
            self.margin.total = self.text.place.height
        self._show_panel()

    def summary(self) -> str:
        """How many quotes there are, and how to get to them."""
        shown = self.page.shown
        waiting = self.page.undecided
        if not self.loaded:
            return "Opening …"
        lost = f" {self.page.lost} lost: W." if self.page.lost else ""
        if not shown:
            return f"No quotes here yet: R looks for them again, v and Enter mark one.{lost}"
        quotes = "1 quote" if len(shown) == 1 else f"{len(shown)} quotes"
        return f"{quotes}, {waiting} to decide: ] or Tab goes to the next.{lost}"

    def show_status(self) -> None:
        """Say where one is; behaviours say more in their modes."""
        status = self.query_one("#status", DeskStatus)
        status.mode, status.message = self.status_words()
        line = self.text.scroll_offset.y + self.text.size.height
        share = f"{min(100, 100 * line // max(1, self.text.place.height))} %" if self.loaded else ""
        status.place = "   ".join(part for part in (self._saving, share) if part)

    def status_words(self) -> tuple[str, str]:
        """Mode and message of the status line."""
        if self.text.counting:
            return str(self.text.count), "times: now a motion"
        if self.current:
            shown = self.page.shown
            place = self.page.places.get(self.current)
            if place is None:
                return "", "Rejected: u brings it back, ] goes on."
            waiting = self.page.undecided
            return "", f"Quote {place + 1} of {len(shown)}" + (f", {waiting} to decide" if waiting else "")
        return "", self.summary()

    def watch_current(self, before: int, after: int) -> None:
        """Let the current quote stand out everywhere."""
        if not self.is_mounted or before == after:
            return
        self.text.current = self.margin.current = after
        self._allow_types()
        if any(self._is_rejected(number) for number in (before, after)):
            self.show_cards()
        else:
            self._show_panel()
        self.refresh_bindings()

    def _is_rejected(self, number: int) -> bool:
        quote = self.page.quote(number) if number else None
        return quote is not None and quote.status is Status.REJECTED

    def _show_panel(self) -> None:
        if self.panel.display:
            self.panel.show(self._box.card(self.page, self.current), self.page.voices)
        self.show_status()

    def watch_mode(self) -> None:
        """Another mode: other keys, another status line."""
        if self.is_mounted:
            self._allow_types()
            self.show_status()
            self.refresh_bindings()

    def _allow_types(self) -> None:
        self.text.digits_are_types = bool(self.current) and self.mode == READ

    # -- size --------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Arrange for the new size."""
        self.arrange_cards()

    def arrange_cards(self) -> None:
        """Cards beside the text in a wide terminal, under it in a narrow one."""
        wide = self.size.width >= WIDE and not self.is_zen
        self.margin.display = wide and not self.is_covered
        self.panel.display = not wide and not self.is_zen and self.size.height >= LOW and not self.is_covered
        side = MARGIN_WIDTH if wide else 0
        room = self.size.width - side
        self.text.styles.width = min(room, self.text.measure + 2 * GUTTER) if wide else room
        self.call_after_refresh(self.show_cards)

    @property
    def awaits_focus(self) -> bool:
        """Whether a field has been opened that will have the focus in a moment: keys are held back for it."""
        return self.focused is None and self.mode in (WRITE, SEEK)

    is_zen = False
    """Whether only the text is shown."""
    is_covered = False
    """Whether something else stands where cards do."""

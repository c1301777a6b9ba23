"""Reading: from quote to quote, the caret and the mouse, a selection."""

from reader.i18n import _
from reader.library.page import covers
from reader.ui.desk.desk import Desk
from reader.ui.desk.modes import READ, SELECT, StatusWords
from reader.ui.desk.view import LEAD


class Reading:
    """Moves about in the article."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # -- from quote to quote -----------------------------------------------------------------------------

    def next_quote(self) -> None:
        """Go to the next quote; right after a decision that has been done already, and nobody skips one."""
        desk = self._desk
        if desk.went_on_to and desk.went_on_to == desk.current and not desk.text.counting:
            desk.went_on_to = 0
            desk.show_status()
            return
        self._go_by(desk.text.take_count())

    def previous_quote(self) -> None:
        """Go to the quote before."""
        self._go_by(-self._desk.text.take_count())

    def _go_by(self, step: int) -> None:
        desk = self._desk
        quote = desk.page.neighbour(desk.current, desk.text.caret, step)
        if quote is None:
            desk.say(self.summary())
        elif quote.id == desk.current:
            desk.say(_("This is the last quote.") if step > 0 else _("This is the first quote."))
        else:
            desk.go_to(quote)

    def miss_quote(self) -> None:
        """Say what a key on a quote needs."""
        hint = _("Go to a quote first: ] or Tab, or click it. v selects words for a new one.")
        self._desk.say(hint if self._desk.page.shown else self.summary(), once=True)

    def choose_under(self, offset: int) -> None:
        """Make the quote under the caret the current one."""
        desk, quote = self._desk, self._desk.quote
        if quote is None or not covers(quote, offset):
            found = desk.page.innermost(offset)
            desk.choose(found.id if found else 0)
        desk.show_status()

    def pick_card(self, owner: int) -> None:
        """Go to the quote of a card, or to the note, whose `owner` is negative."""
        desk = self._desk
        quote, note = desk.page.quote(owner), desk.page.note(-owner)
        if quote is not None:
            desk.go_to(quote)
        elif note is not None and note.span is not None:
            desk.text.place_caret(note.span.start, lead=LEAD)

    # -- selecting ---------------------------------------------------------------------------------------

    def select(self) -> None:
        """Begin a selection; widen it when there is one."""
        text = self._desk.text
        if text.pivot is not None:
            text.widen_selection()
        else:
            text.pivot = text.caret
        self.selected()

    def selected(self) -> None:
        """Something is being selected, with keys or with the mouse."""
        if self._desk.mode == READ:
            self._desk.enter(SELECT)
        self._desk.show_status()

    # -- what the status line says -------------------------------------------------------------------------

    def selection_status(self) -> StatusWords:
        """How much is selected."""
        text = self._desk.text
        held = text.selection
        words = len(text.text[held[0] : held[1]].split()) if held else 0
        return "SELECT", f"{words} {'word' if words == 1 else 'words'}" if held else _("move to select")

    def count_status(self) -> StatusWords | None:
        """The number that is being typed."""
        text = self._desk.text
        return (str(text.count), _("times: now a key that moves")) if text.counting else None

    def quote_status(self) -> StatusWords:
        """Which quote this is, and how many there are."""
        desk, page = self._desk, self._desk.page
        if not desk.current:
            return "", self.summary()
        place = page.places.get(desk.current)
        if place is None:
            return "", "Rejected: u brings it back, ] goes on."
        waiting = _(", {undecided} to decide").format(undecided=page.undecided) if page.undecided else ""
        quote = page.quote(desk.current)
        said = f", {quote.period}" if quote and quote.period else ""
        return "", f"Quote {place + 1} of {len(page.shown)}{said}{waiting}"

    def summary(self) -> str:
        """How many quotes there are, and how to get to them."""
        page = self._desk.page
        if not self._desk.loaded:
            return "Opening …"
        lost = _(" {lost} lost: W.").format(lost=page.lost) if page.lost else ""
        if not page.shown:
            return _("No quotes here yet: R looks for them again, v and Enter mark one.{lost}").format(
                lost=lost
            )
        quotes = "1 quote" if len(page.shown) == 1 else _("{shown} quotes").format(shown=len(page.shown))
        return _("{quotes}, {undecided} to decide: ] or Tab goes to the next.{lost}").format(
            quotes=quotes, undecided=page.undecided, lost=lost
        )

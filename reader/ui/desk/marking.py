"""Making quotes by hand: out of a selection, out of one quote two, out of two one."""

from reader.i18n import _
from reader.library import edits
from reader.library.making import new_quote, same_as
from reader.models import Quote, Span, Status
from reader.ui.desk.desk import Desk
from reader.ui.desk.modes import SELECT


class Marking:
    """Makes quotes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def mark_quote(self) -> None:
        """Make a quote of the selection."""
        desk, held = self._desk, self._desk.text.selection
        if held is None:
            desk.say(_("Nothing is selected yet: move the cursor first."))
            return
        quote = new_quote(desk.page, (Span(*held),), desk.saving.provisional_id())
        desk.leave_mode()
        if (known := same_as(desk.page, quote)) is not None:
            self._take(known)
            return
        desk.apply(edits.mark(desk.page, quote))
        desk.choose(quote.id)
        desk.text.place_caret(quote.start)

    def _take(self, known: Quote) -> None:
        """What is a quote already is not made again: it is accepted."""
        desk = self._desk
        desk.choose(known.id)
        desk.text.place_caret(known.start)
        if known.status is Status.ACCEPTED:
            desk.say(_("This is a quote already."))
        else:
            desk.apply(edits.decide(desk.page, [known], Status.ACCEPTED))
            desk.say(_("This was found already: accepted."))

    def split(self) -> None:
        """Split the quote: at its gap or at the caret; a selection in it is cut out."""
        quote, held = self._desk.quote, self._desk.text.selection
        if quote is None:
            return
        if self._desk.mode == SELECT and held is not None:
            self._cut_out(quote, held)
        else:
            self._split_at(quote, self._desk.text.caret)

    def _cut_out(self, quote: Quote, held: tuple[int, int]) -> None:
        self._desk.leave_mode()
        edit = edits.cut(self._desk.page, quote, held)
        if edit is None:
            self._desk.say(_("Select a part of the quote that is to be left out."), warn=True)
        else:
            self._desk.apply(edit)

    def _split_at(self, quote: Quote, offset: int) -> None:
        edit = edits.split(self._desk.page, quote, offset, self._desk.saving.provisional_id())
        if edit is None:
            self._desk.say(_("Put the cursor inside the quote, where the second one begins."), warn=True)
        else:
            self._desk.apply(edit)

    def join(self) -> None:
        """Join the quote with the next one."""
        quote = self._desk.quote
        following = self._desk.page.neighbour(self._desk.current, 0, 1) if quote else None
        if quote is None or following is None or following.id == quote.id:
            self._desk.say(_("There is no quote after this one."), warn=True)
        else:
            self._desk.apply(edits.join(self._desk.page, quote, following))

"""Again: the last thing done to a quote, done to the next one."""

from collections.abc import Callable

from reader.i18n import _
from reader.models import Quote
from reader.ui.desk.desk import Desk

QuoteChange = Callable[[Quote], None]
"""Something done to a quote that can be done to another."""


class Repeating:
    """Does things to the current quote, and remembers the last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._last: QuoteChange | None = None
        self._done_to = 0

    def do(self, change: QuoteChange, again: QuoteChange | None = None) -> None:
        """Do something to the current quote; to others `again`, where that is not the same."""
        quote = self._desk.quote
        if quote is not None:
            self._last, self._done_to = again or change, quote.id
            change(quote)

    def repeat(self) -> None:
        """Do the last thing again: to the current quote, or the next one where it was done to this."""
        if self._last is None:
            self._desk.say(_("Nothing to repeat yet."))
            return
        for _time in range(self._desk.text.take_count()):
            if not self._is_on_another() and not self._go_on():
                return
            self.do(self._last)

    def _is_on_another(self) -> bool:
        desk = self._desk
        return desk.quote is not None and desk.current != desk.saving.stored_id(self._done_to)

    def _go_on(self) -> bool:
        """Go to the next quote, if there is one."""
        desk = self._desk
        following = desk.page.neighbour(desk.current, desk.text.caret, 1)
        if following is None or following.id == desk.current:
            desk.say(_("This is the last quote."))
            return False
        desk.go_to(following)
        return True

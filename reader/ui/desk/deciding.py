"""Deciding about quotes: accept, reject, type, many at once."""

from collections.abc import Sequence
from functools import partial

from reader.i18n import _
from reader.library import edits
from reader.library.edits import left_to_a_person
from reader.models import Quote, QuoteType, Status
from reader.ui.desk.desk import Desk
from reader.ui.desk.repeating import Repeating

TYPES = tuple(QuoteType)
"""Types of quotes; a digit from 1 on counts them."""


class Deciding:
    """What one thinks of quotes."""

    def __init__(self, desk: Desk, repeating: Repeating) -> None:
        self._desk = desk
        self._repeating = repeating

    def accept(self) -> None:
        """Accept the quote."""
        self._decide_and_go_on(Status.ACCEPTED)

    def reject(self) -> None:
        """Reject the quote."""
        self._decide_and_go_on(Status.REJECTED)

    def _decide_and_go_on(self, status: Status) -> None:
        """Decide about the current quote; what was open before is followed by the next that is."""
        desk, quote = self._desk, self._desk.quote
        self._repeating.do(partial(self._decide, status=status))
        if quote is None or quote.status is not Status.SUGGESTED:
            return
        later = (one for one in desk.page.quotes if (one.start, -one.end) > (quote.start, -quote.end))
        following = next((one for one in later if one.status is Status.SUGGESTED), None)
        if following is not None:
            desk.go_to(following)
            desk.went_on_to = following.id

    def _decide(self, *quotes: Quote, status: Status, looked: bool = True) -> None:
        self._desk.apply(edits.decide(self._desk.page, quotes, status, looked=looked))

    def retype(self, digit: int) -> None:
        """Give the quote another type."""
        self._repeating.do(partial(self._retype, kind=TYPES[digit - 1]))

    def _retype(self, quote: Quote, kind: QuoteType) -> None:
        if quote.type != kind:
            self._desk.apply(edits.retype(self._desk.page, [quote], kind))

    def remove(self) -> None:
        """Remove the quote: one made by hand goes, one found is rejected."""
        quote = self._desk.quote
        if quote is not None and quote.origin != "person":
            self.reject()  # as a decision, which goes on and can be repeated
        elif quote is not None:
            self._desk.apply(edits.remove(self._desk.page, quote))

    # -- many at once ------------------------------------------------------------------------------------

    def decide_all(self) -> None:
        """Accept or reject many suggestions."""
        from reader.ui.dialogs.decide_many import BulkDialog  # a dialog is loaded when it is first asked for

        page = self._desk.page
        waiting = [quote for quote in page.quotes if quote.status is Status.SUGGESTED]
        if not waiting:
            self._desk.say(_("Nothing is left to decide here."))
            return
        names = {quote.id: page.speaker_of(quote) for quote in waiting}
        self._desk.open(BulkDialog(waiting, names, self._desk.quote), self._decide_many)

    def _decide_many(self, decision: tuple[tuple[int, ...], Status] | None) -> None:
        if decision is not None:
            ids, status = decision
            chosen = self._chosen(ids)
            self._decide(*chosen, status=status, looked=False)
            verb = "accepted" if status is Status.ACCEPTED else "rejected"
            waiting = chosen if status is Status.ACCEPTED else []
            count = sum(not quote.is_hearsay for quote in waiting) if waiting else len(ids)
            self._desk.say(
                _("{count} quotes {verb}{left_to_a_person}; u takes that back.").format(
                    count=count, verb=verb, left_to_a_person=left_to_a_person(waiting)
                )
            )

    def _chosen(self, ids: Sequence[int]) -> list[Quote]:
        chosen = set(ids)
        return [quote for quote in self._desk.page.quotes if quote.id in chosen]

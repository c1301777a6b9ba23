"""Deciding about quotes: accept, reject, type, who spoke, many at once; again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.models import Quote, QuoteType, Source, Status
from reader.ui.desk.base import DeskBase
from reader.ui.desk.page import DeskPage
from reader.ui.desk.saving import Ids, Job

if TYPE_CHECKING:
    from reader.store import Store

Deed = Callable[[Quote], None]
"""Something done to a quote that can be done to another."""


class DeskDeciding(DeskBase):
    """What one does to the current quote."""

    _deed: Deed | None = None
    _done_to = 0

    # -- one quote ---------------------------------------------------------------------------------------

    def do(self, deed: Deed) -> None:
        """Do something to the current quote, so that it can be repeated."""
        quote = self.quote
        if quote is not None:
            self._deed, self._done_to = deed, quote.id
            deed(quote)

    def action_repeat(self) -> None:
        """Do the last thing again: to the current quote, or the next one where it was done to this."""
        if self._deed is None:
            self.say("Nothing to repeat yet.")
            return
        for _ in range(self.text.take_count()):
            if self.quote is None or self.current == self.stored_id(self._done_to):
                following = self.page.neighbour(self.current, self.text.caret, 1)
                if following is None or following.id == self.current:
                    self.say("This is the last quote.")
                    return
                self.go_to(following)
            self.do(self._deed)

    def action_accept(self) -> None:
        """Accept the quote."""
        self.do(partial(self.decide, status=Status.ACCEPTED))

    def action_reject(self) -> None:
        """Reject the quote."""
        self.do(partial(self.decide, status=Status.REJECTED))

    def decide(self, quote: Quote, status: Status) -> None:
        """Set what a person thinks of a quote."""
        self._decide_on([quote], status)

    def _decide_on(self, quotes: Sequence[Quote], status: Status) -> None:
        ids = [quote.id for quote in quotes]
        verb = {Status.ACCEPTED: "Accept", Status.REJECTED: "Reject"}.get(status, "Reopen")
        label = f"{verb} {'a quote' if len(ids) == 1 else f'{len(ids)} quotes'}"
        changed = [replace(quote, status=status) for quote in quotes]
        self.apply(
            label, changed, lambda store, real: store.quotes.set_status([real(i) for i in ids], status)
        )

    def action_type(self, digit: int) -> None:
        """Give the quote another type."""
        self.do(partial(self._retype, kind=list(QuoteType)[digit - 1]))

    def _retype(self, quote: Quote, kind: QuoteType) -> None:
        if quote.type != kind:
            self.rewrite(f"Make a quote {kind}", replace(quote, type=kind))

    def action_remove(self) -> None:
        """Remove the quote: one made by hand goes, one found is rejected."""
        quote = self.quote
        if quote is not None and quote.origin != "person":
            self.action_reject()
        elif quote is not None:
            self.page = self.page.without([quote.id])
            self.current = 0
            self.show_page()
            number = quote.id
            self.save(Job("Remove a quote", lambda store, real: store.quotes.remove([real(number)])))

    # -- who spoke ---------------------------------------------------------------------------------------

    def action_speaker(self) -> None:
        """Ask who spoke."""
        from reader.ui.dialogs.source_picker import SourcePicker

        quote = self.quote
        if quote is not None:
            written = quote.resolved_speaker or self.page.written(quote.speaker)
            likely = self.register.like(written)
            picker = SourcePicker(self.register.recent_sources, written=written, likely=likely)
            self.ask(picker, self._take_source)

    def _take_source(self, source: Source | None) -> None:
        if source is not None:
            self.do(partial(self.assign, source=source))

    def assign(self, quote: Quote, source: Source) -> None:
        """Say that a source spoke; one without id is made."""
        self._know([source])
        changed = replace(quote, source_id=source.id, source=source.name)
        self.apply(
            f"Assign to {source.name}", [changed], partial(_assign, quote.id, source), self._know_stored
        )

    def _know(self, sources: Iterable[Source]) -> None:
        known = self.page.sources | {source.id: source for source in sources if source.id}
        self.page = replace(self.page, sources=known)

    def _know_stored(self, stored: Source) -> None:
        """Give quotes of a source just made its id."""
        self._know([stored])
        self.read_register()
        waiting = [q for q in self.page.quotes if not q.source_id and q.source == stored.name]
        self.page = self.page.with_quotes(replace(quote, source_id=stored.id) for quote in waiting)

    def action_same_speaker(self) -> None:
        """Take the speaker of the quote before."""
        quote = self.quote
        before = self.page.neighbour(self.current, 0, -1) if quote else None
        if quote is None or before is None or before.id == quote.id:
            self.say("There is no quote before this one.")
        else:
            self.do(self._copy_speaker)

    def _copy_speaker(self, quote: Quote) -> None:
        before = self.page.neighbour(quote.id, 0, -1)
        if before is None or before.id == quote.id:
            return
        name = before.resolved_speaker or self.page.written(before.speaker)
        changed = replace(
            quote, source_id=before.source_id, source=before.source, resolved_speaker=name,
            speaker_kind=before.speaker_kind, speaker_role=before.speaker_role,
            speaker_affiliation=before.speaker_affiliation,
        )  # fmt: skip
        self.rewrite("Same speaker as before", changed)

    # -- many at once ------------------------------------------------------------------------------------

    def action_decide_all(self) -> None:
        """Accept or reject many suggestions."""
        from reader.ui.dialogs.decide_many import BulkDialog

        waiting = [quote for quote in self.page.quotes if quote.status is Status.SUGGESTED]
        if not waiting:
            self.say("Nothing is left to decide here.")
            return
        names = {quote.id: speaker_of(self.page, quote) for quote in waiting}
        self.app.push_screen(BulkDialog(waiting, names, self.quote), self._decide_many)

    def _decide_many(self, decision: tuple[tuple[int, ...], Status] | None) -> None:
        if decision is not None:
            chosen = set(decision[0])
            self._decide_on([quote for quote in self.page.quotes if quote.id in chosen], decision[1])
            verb = "accepted" if decision[1] is Status.ACCEPTED else "rejected"
            self.say(f"{len(chosen)} quotes {verb}; u takes that back.")


def speaker_of(page: DeskPage, quote: Quote) -> str:
    """The source, else the fullest name, else the speaker as written."""
    return quote.source or quote.resolved_speaker or page.written(quote.speaker)


def _assign(quote_id: int, source: Source, store: "Store", real: Ids) -> Source:
    stored = source
    if not source.id:
        same = [one for one in store.sources.all() if one.name.casefold() == source.name.casefold()]
        stored = same[0] if same else store.sources.add(source)
    store.sources.assign([real(quote_id)], stored.id)
    return stored

"""Marking by hand: quotes out of selections, borders moved, quotes split and joined, roles pointed at."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.models import Medium, Quote, QuoteType, Span, Spans, Status, trimmed
from reader.ui.desk.base import DeskBase
from reader.ui.desk.saving import Ids, Job
from reader.ui.desk.view import BORDER, POINT, SELECT
from reader.ui.widgets.article import motions

if TYPE_CHECKING:
    from reader.store import Store

_OPENING = "„“\"»«‚'‹›‘–—"
_ROLE_WORD = {"speaker": "speaker", "cue": "cue", "addressee": "addressee", "frame": "frame"}


class DeskMarking(DeskBase):
    """Making quotes and correcting where they begin and end."""

    _border = ""
    _before_border: Quote | None = None
    _role = ""

    # -- a quote out of a selection ------------------------------------------------------------------------

    def action_mark_quote(self) -> None:
        """Make a quote of the selection."""
        held = self.text.selection
        if held is None:
            self.say("Nothing is selected yet: move the caret first.")
            return
        quote = self._new_quote((Span(*held),))
        self.leave_mode()
        self._add(quote)

    def _new_quote(self, spans: Spans) -> Quote:
        marked = self.page.article.text[spans[0].start] in _OPENING
        kind = QuoteType.DIRECT if marked else QuoteType.INDIRECT
        return Quote(
            kind, spans, Medium.SPEECH, status=Status.ACCEPTED, origin="person",
            id=self.provisional_id(), article_id=self.article_id,
        )  # fmt: skip

    def _add(self, quote: Quote) -> None:
        self.page = self.page.with_quotes([quote])
        self.current = quote.id
        self.show_page()
        self.text.place_caret(quote.start)
        self.save(Job("Make a quote", partial(_add, quote), provisional=quote.id))

    # -- borders -------------------------------------------------------------------------------------------

    def action_move_end(self) -> None:
        """Let motions move where the quote ends."""
        self._begin_border("end")

    def action_move_start(self) -> None:
        """Let motions move where the quote starts."""
        self._begin_border("start")

    def _begin_border(self, border: str) -> None:
        quote = self.quote
        if quote is not None:
            self._border, self._before_border = border, quote
            self.text.by_ends = border == "end"
            self.mode = BORDER
            self.text.place_caret(quote.end if border == "end" else quote.start)

    def follow_mode(self, offset: int) -> None:
        """Show the border where the caret is."""
        before = self._before_border
        if self.mode == BORDER and before is not None:
            moved = _with_border(before, self._border, offset, self.page.article.text)
            if moved is not None:
                self.page = self.page.with_quotes([moved])
                self.show_page()
        super().follow_mode(offset)

    def action_keep_border(self) -> None:
        """Store the border where it is."""
        before, after = self._before_border, self.quote
        self._before_border = None
        self.leave_mode()
        if before is not None and after is not None and before.spans != after.spans:
            self.rewrite(f"Move the {self._border} of a quote", after)

    def leave_mode(self) -> None:
        """Back to reading; a border that was not kept goes back to where it was."""
        before, self._before_border = self._before_border, None
        self.text.by_ends = False
        super().leave_mode()
        if before is not None:
            self.page = self.page.with_quotes([before])
            self.show_page()

    # -- split and join ------------------------------------------------------------------------------------

    def action_split(self) -> None:
        """Split the quote: at its gap or at the caret; a selection in it is cut out."""
        quote, held = self.quote, self.text.selection
        if quote is None:
            return
        if self.mode == SELECT and held is not None:
            self._cut_out(quote, held)
        else:
            self._split_at(quote, self.text.caret)

    def _cut_out(self, quote: Quote, held: tuple[int, int]) -> None:
        spans = cut_out(self.page.article.text, quote.spans, held)
        self.leave_mode()
        if not spans or spans == quote.spans:
            self.say("Select a part of the quote that is to be left out.", warn=True)
        else:
            self.rewrite("Cut out of a quote", replace(quote, spans=spans))

    def _split_at(self, quote: Quote, offset: int) -> None:
        first, second = split_at(self.page.article.text, quote.spans, offset)
        if not first or not second:
            self.say("Put the caret inside the quote, where the second one begins.", warn=True)
            return
        new = replace(
            quote, spans=second, id=self.provisional_id(), uid="", exact=(), tags=(), origin="person",
            status=Status.ACCEPTED,
        )  # fmt: skip
        old = replace(quote, spans=first, status=Status.ACCEPTED)
        self.page = self.page.with_quotes([old, new])
        self.show_page()
        self.save(Job("Split a quote", partial(_split, old, new), provisional=new.id))

    def action_join(self) -> None:
        """Join the quote with the next one."""
        quote = self.quote
        following = self.page.neighbour(self.current, 0, 1) if quote else None
        if quote is None or following is None or following.id == quote.id:
            self.say("There is no quote after this one.", warn=True)
            return
        joined = joined_quotes(quote, following, self.page.article.text)
        self.page = self.page.without([following.id]).with_quotes([joined])
        self.show_page()
        self.save(Job("Join two quotes", partial(_join, joined, following.id)))

    # -- roles ---------------------------------------------------------------------------------------------

    def action_role(self) -> None:
        """Ask which role; the selection takes it, or what is pointed at next."""
        from reader.ui.dialogs.menus import RoleMenu

        if self.quote is not None:
            self.app.push_screen(RoleMenu(), self.action_role_as)

    def action_role_as(self, role: str | None) -> None:
        """Set that role to the selection, or to what is pointed at next; None for none."""
        if role is None:
            return
        self._role = role
        if self.mode == SELECT and self.text.selection is not None:
            self.action_take_role()
        else:
            self.mode = POINT

    def action_take_role(self) -> None:
        """The selection, or the word under the caret, is the role."""
        quote = self.quote
        held = self.text.selection or motions.word_at(self.text.text, self.text.caret)
        self.leave_mode()
        if quote is None or not self._role:
            return
        spans = (Span(*held),)
        changed = replace(quote, **{self._role: spans})  # type: ignore[arg-type]  # a role is a field of spans
        if self._role == "speaker":
            changed = replace(changed, resolved_speaker=self.page.written(spans), source_id=0, source="")
        self.rewrite(f"Set the {_ROLE_WORD[self._role]}", changed)
        self.text.place_caret(quote.start)

    def status_words(self) -> tuple[str, str]:
        """What a moved border or a pointing finger waits for."""
        if self.mode == BORDER:
            return (
                f"{self._border.upper()} OF THE QUOTE",
                "move it with w b e ) …, Enter keeps, Esc leaves it",
            )
        if self.mode == POINT:
            return f"POINT AT THE {self._role.upper()}", "go to it or click it; v selects several words"
        return super().status_words()


def _with_border(quote: Quote, border: str, offset: int, text: str) -> Quote | None:
    """The quote with its end or start at `offset`; None where nothing would be left of it."""
    spans = list(quote.spans)
    if border == "end":
        kept = [span for span in spans if span.start < offset] or spans[:1]
        start, end = trimmed(text, kept[-1].start, offset)
        return replace(quote, spans=(*kept[:-1], Span(start, end))) if end > start else None
    kept = [span for span in spans if span.end > offset] or spans[-1:]
    start, end = trimmed(text, offset, kept[0].end)
    return replace(quote, spans=(Span(start, end), *kept[1:])) if end > start else None


def cut_out(text: str, spans: Spans, held: tuple[int, int]) -> Spans:
    """`spans` without the stretch `held`; white space beside the cut goes too."""
    pieces: list[Span] = []
    for start, end in spans:
        for left, right in ((start, min(end, held[0])), (max(start, held[1]), end)):
            left, right = trimmed(text, left, right) if right > left else (left, left)
            if right > left and (left, right) not in pieces:
                pieces.append(Span(left, right))
    return tuple(sorted(pieces))


def split_at(text: str, spans: Spans, offset: int) -> tuple[Spans, Spans]:
    """`spans` before and from `offset` on; at the first gap where `offset` is at the very start."""
    if len(spans) > 1 and offset <= spans[0].start:
        return spans[:1], spans[1:]
    before = [Span(*trimmed(text, start, min(end, offset))) for start, end in spans if start < offset]
    after = [Span(*trimmed(text, max(start, offset), end)) for start, end in spans if end > offset]
    return tuple(s for s in before if s.end > s.start), tuple(s for s in after if s.end > s.start)


def joined_quotes(first: Quote, second: Quote, text: str) -> Quote:
    """One quote of two: spans that touch become one, roles come from the first that has them."""
    spans: list[Span] = []
    for start, end in sorted((*first.spans, *second.spans)):
        if spans and not text[spans[-1].end : start].strip():
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return replace(
        first, spans=tuple(spans), speaker=first.speaker or second.speaker, cue=first.cue or second.cue,
        addressee=first.addressee or second.addressee, frame=first.frame or second.frame,
        source_id=first.source_id or second.source_id, source=first.source or second.source,
        resolved_speaker=first.resolved_speaker or second.resolved_speaker, status=Status.ACCEPTED,
    )  # fmt: skip


def _add(quote: Quote, store: "Store", _real: Ids) -> Quote:
    return store.quotes.add(quote.article_id, replace(quote, id=0))


def _split(old: Quote, new: Quote, store: "Store", real: Ids) -> Quote:
    store.quotes.update(replace(old, id=real(old.id)))
    return store.quotes.add(new.article_id or old.article_id, replace(new, id=0))


def _join(joined: Quote, gone: int, store: "Store", real: Ids) -> Quote:
    stored = store.quotes.update(replace(joined, id=real(joined.id)))
    for note in store.notes.on(real(gone)):
        store.notes.save(replace(note, quote_id=stored.id))
    store.quotes.remove([real(gone)])
    return stored

"""Notes and tags: on the current quote, a selection, the sentence at the caret, the whole article."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on

from reader.models import Note, Quote, Span
from reader.ui.desk.deciding import DeskDeciding, speaker_of
from reader.ui.desk.saving import Ids, Job, SavingScreen
from reader.ui.desk.view import READ, SELECT, WIDE, WRITE
from reader.ui.widgets.article import motions
from reader.ui.widgets.note_editor import NoteEditor

if TYPE_CHECKING:
    from reader.store import Store
    from reader.ui.dialogs.tag_picker import TagChange


class DeskWriting(DeskDeciding):
    """Writing beside the text, and tagging."""

    _note: Note | None = None

    # -- notes -------------------------------------------------------------------------------------------

    def action_note(self) -> None:
        """Write on the selection, the current quote, or the sentence at the caret."""
        held = self.text.selection if self.mode == SELECT else None
        quote = self.quote
        if held is not None:
            self._write(self._note_on(Span(*held)), "Note on the selection")
        elif quote is not None:
            name = speaker_of(self.page, quote)
            self._write(self._note_of(quote), f"Note on what {name} says" if name else "Note on the quote")
        else:
            at = motions.around(self.text.sentence_starts(), self.text.caret, self.text.text)
            if at[1] > at[0]:
                self._write(self._note_on(Span(*at)), "Note on the sentence")
            else:
                self.action_note_article()

    def action_note_article(self) -> None:
        """Write on the whole article."""
        known = [note for note in self.page.notes if note.span is None and not note.quote_id]
        self._write(known[0] if known else self._new_note(), "Note on the article")

    def _note_of(self, quote: Quote) -> Note:
        known = [note for note in self.page.notes if note.quote_id == quote.id]
        return known[0] if known else replace(self._new_note(), quote_id=quote.id)

    def _note_on(self, span: Span) -> Note:
        """The note on that very stretch, or that a caret without selection stands in; else a new one."""
        caret = self.text.caret
        for note in self.page.notes:
            if note.span == span:
                return note
            if self.mode != SELECT and note.span and note.span.start <= caret < note.span.end:
                return note
        return replace(self._new_note(), span=span, exact=self.page.article.text[span.start : span.end])

    def _new_note(self) -> Note:
        return Note("", self.article_id, id=self.provisional_id())

    def _write(self, note: Note, title: str) -> None:
        """Open the editor beside the text, or under it in a narrow terminal."""
        self.leave_mode()
        self._note = note
        if note.id < 0 and note.span is not None:
            self._show_note(note)
        low = self.size.width < WIDE or self.is_zen
        self.set_focus(None)  # keys wait until the editor has it
        editor = NoteEditor(title, note.body, low=low)
        self.is_covered = True
        self.mode = WRITE
        self.arrange_cards()
        if low:
            self.mount(editor, before=self.status)
        else:
            self.query_one("#desk-body").mount(editor)

    def _show_note(self, note: Note) -> None:
        self.page = self.page.with_note(note)
        self.show_page()

    @on(NoteEditor.Edited)
    def _save_note(self, event: NoteEditor.Edited) -> None:
        self._keep_note(event.body)

    def finish(self) -> None:
        """The last words, which the editor has not told yet."""
        super().finish()
        for editor in self.query(NoteEditor):
            self._keep_note(editor.body)

    def _keep_note(self, body: str) -> None:
        note = self._note
        if note is None or body == note.body:
            return
        self._note = changed = replace(note, body=body)
        self._show_note(changed)
        provisional = note.id if note.id < 0 else 0
        work = partial(_save, changed)
        self.save(
            Job(
                "Write a note",
                work,
                provisional=provisional,
                typed=changed.body,
                about=self.stored_id(note.id),
            )
        )

    @on(SavingScreen.Failed)
    def _note_is_not_stored(self) -> None:
        """Closing the editor tries once more."""
        if self._note is not None:
            self._note = replace(self._note, body="")
            for editor in self.query(NoteEditor):
                editor.not_taken()

    @on(NoteEditor.Closed)
    async def _close_note(self, event: NoteEditor.Closed) -> None:
        note, self._note = self._note, None
        await self.query(NoteEditor).remove()
        self.is_covered = False
        self.mode = READ
        self.arrange_cards()
        self.text.focus()
        if note is not None and not event.body.strip() and not note.tags:
            self._remove_note(note)
        if event.another and note is not None:
            fresh = replace(note, body="", tags=(), id=self.provisional_id(), uid="")
            self._write(fresh, "Another note")

    def _remove_note(self, note: Note) -> None:
        self.page = self.page.without_notes([note.id, self.stored_id(note.id)])
        self.show_page()
        if note.id > 0 or note.body or self.stored_id(note.id) > 0:
            self.save(Job("Remove a note", lambda store, real: store.notes.remove([real(note.id)])))

    def _settle(self, provisional: int, stored: Any) -> None:
        """A new note gets its id in the library."""
        super()._settle(provisional, stored)
        if isinstance(stored, Note):
            shown = next((note for note in self.page.notes if note.id == provisional), None)
            if shown is not None:
                self.page = self.page.with_note(replace(shown, id=stored.id, uid=stored.uid), provisional)
            if self._note is not None and self._note.id == provisional:
                self._note = replace(self._note, id=stored.id, uid=stored.uid)
            self.show_page()

    def close_desk(self) -> None:
        """Nothing typed is left behind."""
        for editor in self.query(NoteEditor):
            editor.send()
        super().close_desk()

    # -- tags --------------------------------------------------------------------------------------------

    def action_tag(self) -> None:
        """Tag the selection, the current quote, or else the article."""
        held = self.text.selection if self.mode == SELECT else None
        quote = self.quote
        if held is not None:
            known = next((note for note in self.page.notes if note.span == held), None)
            words = self.page.written([held])
            self._ask_tags(
                known.tags if known else (), f"„{words}“", partial(self._tag_selection, Span(*held))
            )
        elif quote is not None:
            self._ask_tags(quote.tags, "the quote", lambda change: self.do(partial(self.tag, change=change)))
        else:
            self.action_tag_article()

    def action_tag_article(self) -> None:
        """Tag the article."""
        self._ask_tags(self.page.article.tags, "the article", self._tag_article)

    def _ask_tags(self, has: Iterable[str], on: str, then: Any) -> None:
        from reader.ui.dialogs.tag_picker import TagPicker

        register = self.register
        shown = on if len(on) < 60 else on[:58] + "…“"
        picker = TagPicker(register.recent_tags, register.tags, has, on=shown)
        self.ask(picker, lambda change: then(change) if change is not None else None)

    def tag(self, quote: Quote, change: "TagChange") -> None:
        """Put tags on a quote and take others off."""
        changed = replace(quote, tags=tags_after(quote.tags, change))
        self.apply(_label(change), [changed], partial(_tag, "quotes", quote.id, change), self._after_tagging)

    def _tag_article(self, change: "TagChange") -> None:
        article = self.page.article
        self.page = replace(self.page, article=replace(article, tags=tags_after(article.tags, change)))
        work = partial(_tag, "articles", self.article_id, change)
        self.save(Job(_label(change), work, self._after_tagging))

    def _tag_selection(self, span: Span, change: "TagChange") -> None:
        """A tagged stretch is a note without words."""
        note = next((note for note in self.page.notes if note.span == span), None)
        note = note or replace(self._note_on(span), id=self.provisional_id())
        changed = replace(note, tags=tags_after(note.tags, change))
        self.leave_mode()
        self._show_note(changed)
        provisional = note.id if note.id < 0 else 0
        self.save(Job(_label(change), partial(_tag_note, changed, change), provisional=provisional))
        self.save(Job("", lambda _store, _real: None, self._after_tagging))

    def _after_tagging(self, _result: object) -> None:
        self.read_register()


def tags_after(tags: Iterable[str], change: "TagChange") -> tuple[str, ...]:
    """Tags with some put and some taken off."""
    return tuple(sorted({*tags, *change.put} - set(change.take)))


def _label(change: "TagChange") -> str:
    return f"Tag {', '.join(change.put)}" if change.put else f"Untag {', '.join(change.take)}"


def _tag(kind: str, number: int, change: "TagChange", store: "Store", real: Ids) -> None:
    where = {kind: [real(number) if kind != "articles" else number]}
    if change.put:
        store.tags.put(change.put, **where)
    if change.take:
        store.tags.take(change.take, **where)


def _tag_note(note: Note, change: "TagChange", store: "Store", real: Ids) -> Note:
    stored = _save(note, store, real) if note.id < 0 else note
    _tag("notes", stored.id, change, store, real)
    return stored


def _save(note: Note, store: "Store", real: Ids) -> Note:
    """Store a note under its id in the library, 0 while it has none."""
    number = max(0, real(note.id))
    return store.notes.save(replace(note, id=number, quote_id=real(note.quote_id)))

"""Notes: on the current quote, a selection, the sentence at the caret, the whole article."""

from dataclasses import replace

from reader.i18n import _
from reader.library import note_edits
from reader.models import Note, Span
from reader.ui.desk.desk import Desk
from reader.ui.desk.modes import READ, SELECT, WRITE
from reader.ui.desk.view import WIDE
from reader.ui.widgets.article import motions
from reader.ui.widgets.note_editor import NoteEditor


class NoteWriting:
    """The note that is being written, beside the text; its words are saved as they are typed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._note: Note | None = None

    # -- on what -----------------------------------------------------------------------------------------

    def note(self) -> None:
        """Write on the selection, the current quote, or the sentence at the caret."""
        desk, text, quote = self._desk, self._desk.text, self._desk.quote
        held = text.selection if desk.mode == SELECT else None
        if held is not None:
            self._write(self._on_selection(Span(*held)), _("Note on the selection"))
        elif quote is not None:
            name = desk.page.speaker_of(quote)
            title = _("Note on what {name} says").format(name=name) if name else _("Note on the quote")
            self._write(self._on_quote(quote.id), title)
        else:
            sentence = Span(*motions.unit_at(text.sentence_starts(), text.caret, text.text))
            if sentence.end > sentence.start:
                self._write(self._on_sentence(sentence), _("Note on the sentence"))
            else:
                self.note_article()

    def note_article(self) -> None:
        """Write on the whole article."""
        of_article = (note for note in self._desk.page.notes if note.span is None and not note.quote_id)
        self._write(next(of_article, None) or self._new(), _("Note on the article"))

    def _on_quote(self, quote_id: int) -> Note:
        known = (note for note in self._desk.page.notes if note.quote_id == quote_id)
        return next(known, None) or replace(self._new(), quote_id=quote_id)

    def _on_selection(self, span: Span) -> Note:
        known = (note for note in self._desk.page.notes if note.span == span)
        return next(known, None) or self.new_on(span)

    def _on_sentence(self, span: Span) -> Note:
        """The note on that sentence, or one that the caret stands in."""
        caret = self._desk.text.caret
        known = (
            note
            for note in self._desk.page.notes
            if note.span == span or (note.span is not None and note.span.start <= caret < note.span.end)
        )
        return next(known, None) or self.new_on(span)

    def new_on(self, span: Span) -> Note:
        """A note without words on a stretch of the text."""
        words = self._desk.page.article.text[span.start : span.end]
        return replace(self._new(), span=span, exact=words)

    def _new(self) -> Note:
        return Note("", self._desk.article_id, id=self._desk.saving.provisional_id())

    # -- writing -----------------------------------------------------------------------------------------

    def _write(self, note: Note, title: str) -> None:
        """Open the editor beside the text, or under it in a narrow terminal."""
        desk, screen, view = self._desk, self._desk.screen, self._desk.view
        desk.leave_mode()
        self._note = note
        if note.id < 0 and note.span is not None:
            desk.show(desk.page.with_note(note))
        low = screen.size.width < WIDE or view.is_zen
        screen.set_focus(None)  # keys wait until the editor has it
        editor = NoteEditor(title, note.body, low=low)
        view.cover(True)
        desk.enter(WRITE)
        desk.arrange()
        if low:
            screen.mount(editor, before=view.status)
        else:
            screen.query_one("#desk-body").mount(editor)

    def keep(self, body: str) -> None:
        """Save what is written by now."""
        note = self._note
        if note is not None and body != note.body:
            self._note = changed = replace(note, body=body)
            edit = note_edits.write(self._desk.page, changed)
            self._desk.apply(edit, typed=body, about=self._desk.saving.stored_id(note.id))

    def finish(self) -> None:
        """Save the last words, which the editor has not told yet."""
        for editor in self._editors():
            self.keep(editor.body)

    def send(self) -> None:
        """Let the editor tell the last words."""
        for editor in self._editors():
            editor.send()

    def write_outside(self) -> None:
        """Give the terminal to the person's own editor until it ends."""
        from reader.ui.dialogs.outside_editor import write_outside  # seldom wanted

        for shown in self._editors():
            if failure := write_outside(self._desk.screen.app, shown):
                self._desk.say(failure, warn=True)

    def not_stored(self) -> None:
        """What was written could not be saved: closing the editor tries once more."""
        if self._note is not None:
            self._note = replace(self._note, body="")
            for editor in self._editors():
                editor.not_taken()

    def take_stored(self, provisional: int, stored: object) -> None:
        """The note that is being written gets its id in the library."""
        note = self._note
        if note is not None and note.id == provisional and isinstance(stored, Note):
            self._note = replace(note, id=stored.id, uid=stored.uid)

    async def close(self, body: str, *, another: bool) -> None:
        """Go back to the text, or on to another note of the same; an empty one goes."""
        desk = self._desk
        note, self._note = self._note, None
        await desk.screen.query(NoteEditor).remove()
        desk.view.cover(False)
        desk.enter(READ)
        desk.arrange()
        desk.text.focus()
        if note is not None and not body.strip() and not note.tags:
            self._remove(note)
        if another and note is not None:
            number = desk.saving.provisional_id()
            self._write(replace(note, body="", tags=(), id=number, uid=""), _("Another note"))

    def _remove(self, note: Note) -> None:
        desk = self._desk
        stored_id = desk.saving.stored_id(note.id)
        edit = note_edits.remove_note(desk.page, note, stored_id)
        if note.body or stored_id > 0:
            desk.apply(edit)
        else:
            desk.show(edit.page)  # it was never stored

    def _editors(self) -> list[NoteEditor]:
        return list(self._desk.screen.query(NoteEditor))

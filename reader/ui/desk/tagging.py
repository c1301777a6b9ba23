"""Tags: on the current quote, a selection, the whole article."""

from collections.abc import Callable, Iterable
from functools import partial

from reader.i18n import _
from reader.library import note_edits
from reader.library.note_edits import TagChange
from reader.models import Quote, Span
from reader.texts.manners import in_marks
from reader.ui.desk.desk import Desk
from reader.ui.desk.loading import Loading
from reader.ui.desk.modes import SELECT
from reader.ui.desk.notes import NoteWriting
from reader.ui.desk.repeating import Repeating

LONGEST = 60
"""Letters of what is tagged that the picker shows."""


class Tagging:
    """Puts tags and takes them off."""

    def __init__(self, desk: Desk, loading: Loading, repeating: Repeating, notes: NoteWriting) -> None:
        self._desk = desk
        self._loading = loading
        self._repeating = repeating
        self._notes = notes

    def tag(self) -> None:
        """Tag the selection, the current quote, or else the article."""
        desk, quote = self._desk, self._desk.quote
        held = desk.text.selection if desk.mode == SELECT else None
        if held is not None:
            span = Span(*held)
            known = next((note for note in desk.page.notes if note.span == span), None)
            words = in_marks(desk.page.words([span]), desk.page.article.language)
            self._ask(known.tags if known else (), words, partial(self._tag_selection, span))
        elif quote is not None:
            self._ask(quote.tags, _("the quote"), self._tag_current)
        else:
            self.tag_article()

    def tag_article(self) -> None:
        """Tag the article."""
        self._ask(self._desk.page.article.tags, _("the article"), self._tag_article)

    def turn(self, path: str) -> None:
        """Put a tag on the selection, the current quote or the article, or take it off where it is."""
        desk, quote = self._desk, self._desk.quote
        held = desk.text.selection if desk.mode == SELECT else None
        if held is not None:
            span = Span(*held)
            known = next((note for note in desk.page.notes if note.span == span), None)
            self._tag_selection(span, _turned(path, known.tags if known else ()))
        elif quote is not None:
            self._tag_current(_turned(path, quote.tags))
        else:
            change = _turned(path, desk.page.article.tags)
            self._tag_article(change)
            told = (
                _("#{path} put on the article; u takes that back.")
                if change.put
                else _("#{path} taken off the article; u takes that back.")
            )
            desk.say(told.format(path=path))

    def _ask(self, has: Iterable[str], on: str, then: Callable[[TagChange], None]) -> None:
        from reader.ui.dialogs.tag_picker import TagPicker  # a dialog is loaded when it is first asked for

        register = self._loading.register
        shown = on if len(on) < LONGEST else f"{on[: LONGEST - 2]}…{on[-1]}"
        picker = TagPicker(register.recent_tags, register.tags, has, on=shown)
        self._desk.ask(picker, lambda change: then(change) if change is not None else None)

    def _tag_current(self, change: TagChange) -> None:
        self._repeating.do(partial(self._tag_quote, change=change))

    def _tag_quote(self, quote: Quote, change: TagChange) -> None:
        self._desk.apply(note_edits.tag_quotes(self._desk.page, [quote], change), self._after)

    def _tag_article(self, change: TagChange) -> None:
        self._desk.apply(note_edits.tag_article(self._desk.page, change), self._after)

    def _tag_selection(self, span: Span, change: TagChange) -> None:
        """A tagged stretch is a note without words."""
        known = next((note for note in self._desk.page.notes if note.span == span), None)
        note = known or self._notes.new_on(span)
        self._desk.leave_mode()
        self._desk.apply(note_edits.tag_note(self._desk.page, note, change), self._after)

    def _after(self, _stored: object) -> None:
        self._loading.read_register()


def _turned(path: str, has: Iterable[str]) -> TagChange:
    """A tag put where it is not yet, else taken off."""
    return TagChange((), (path,)) if path in has else TagChange((path,), ())

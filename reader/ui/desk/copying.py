"""Copying a quote in the form one needs, the sentence, the selection, all that is accepted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reader import clipboard
from reader.i18n import _
from reader.library.page import Page
from reader.models import Quote, Source, Span, Status, name_is_covered
from reader.ui.desk.desk import Desk
from reader.ui.desk.modes import SELECT
from reader.ui.widgets.article import motions

if TYPE_CHECKING:
    from reader.formats import Dossier

_NEEDS_QUOTE = frozenset({"quote", "citation", "markdown", "link"})
_NOTHING = {
    "link": _("This article has no address to link to."),
    "accepted": _("No quote is accepted yet: Enter accepts one, A many."),
}
"""What is said where there is nothing to copy."""
_WORDS = {
    "quote": _("the quote"),
    "citation": _("the quote with its citation"),
    "markdown": _("the quote as Markdown"),
    "link": _("a link to the quote"),
    "sentence": _("the sentence"),
    "accepted": _("all accepted quotes"),
    "selection": _("the selection"),
}


@dataclass(frozen=True, slots=True)
class _Composed:
    """What is to be copied, and what is to be said or asked before."""

    form: str
    words: str
    questions: tuple[str, ...]
    """Where the words would show who is covered."""
    off_record: int
    """Quotes that stay here, being not for publication."""


class Copying:
    """Takes words along on the clipboard."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def copy(self) -> None:
        """Ask in which form; a selection is copied as it is."""
        from reader.ui.dialogs.menus import CopyMenu  # a dialog is loaded when it is first asked for

        desk, held = self._desk, self._desk.text.selection
        if desk.mode == SELECT and held is not None:
            desk.leave_mode()
            desk.in_thread(partial(self._compose_passage, "selection", held), "copy")
        else:
            desk.open(CopyMenu(), self.copy_as)

    def copy_as(self, form: str | None) -> None:
        """Copy in one of the forms; None for none."""
        if form is None:
            return
        text, quote = self._desk.text, self._desk.quote
        if form in _NEEDS_QUOTE and quote is None:
            self._desk.say(_("Go to a quote first: ] or Tab."), warn=True)
        elif form == "sentence":
            held = motions.unit_at(text.sentence_starts(), text.caret, text.text)
            self._desk.in_thread(partial(self._compose_passage, form, held), "copy")
        else:
            self._desk.in_thread(partial(self._compose, form, quote), "copy")

    def _compose(self, form: str, quote: Quote | None) -> None:
        """Put the words together, covered; the formats are imported here, off the screen's own thread."""
        from reader.formats.agreements import off_record_count  # all formats
        from reader.formats.redaction import redacted
        from reader.formats.telling import tells
        from reader.library.taking import to_take

        page, style = self._desk.page, self._desk.session.config.citation
        if form == "accepted":
            dossier, register = self._dossier(page, lambda one: one.status is Status.ACCEPTED)
        else:
            dossier, register = self._dossier(page, lambda one: one == quote)
        covered = redacted(dossier)
        forms = [to_take(covered, one, style) for one in covered.quotes]
        which = "citation" if form == "accepted" else form
        words = "\n\n".join(getattr(one, which) for one in forms)
        questions = tuple(tells(dossier, register, quotes_alone=True))
        copied = _Composed(form, words, questions, off_record_count(dossier))
        self._desk.call(self._ask, copied)

    def _compose_passage(self, form: str, held: tuple[int, int]) -> None:
        """A stretch of the text, covered, with what must be told with it."""
        from reader.formats.cover import evened  # all formats
        from reader.formats.redaction import redacted
        from reader.formats.remarks import of_passage

        dossier, _ = self._dossier(self._desk.page, lambda one: one.status is not Status.REJECTED)
        covered = redacted(dossier)
        words, told = covered.article.text[held[0] : held[1]], of_passage(covered, Span(*held))
        self._desk.call(self._copy, form, evened(f"{words.rstrip()} {told}" if told else words))

    def _dossier(self, page: Page, is_wanted: Callable[[Quote], bool]) -> "tuple[Dossier, list[Source]]":
        """The article with the quotes as the desk has them and what only the library knows; the register."""
        from reader.formats.dossier import Dossier  # all formats
        from reader.library.dossiers import stood_in

        with self._desk.session.store() as store:
            register = store.sources.all()
            authorised = store.quotes.authorisations_of(page.article.id)
            off_record = store.quotes.off_record_words()
            # The desk shows none that the text has lost; they go along, and what they cover stays so.
            quotes = (*page.quotes, *(one for one in store.quotes.of(page.article.id) if one.is_lost))
        chosen = tuple(filter(is_wanted, quotes))
        used = {quote.source_id for quote in quotes}
        more = {source.id: source for source in register if source.id in used} | page.sources
        dossier = Dossier(
            page.article,
            chosen,
            sources=tuple(source for source in more.values() if source.id),
            protected=tuple(one for one in register if name_is_covered(one)),
            authorised=tuple(authorised),
            stood_in=stood_in(chosen),
            left_out=tuple(quote for quote in quotes if quote not in chosen),
            off_record=off_record,
        )
        return dossier, register

    def _ask(self, composed: "_Composed") -> None:
        """Ask where the copy would show who is covered, then copy."""
        from reader.formats.telling import put  # all formats
        from reader.ui.dialogs.ask import Confirm  # a dialog is loaded when it is first asked for

        if composed.off_record and not composed.words.strip():
            self._desk.say(_("Not for publication: nothing was copied."), warn=True)
            return
        if not composed.questions:
            self._copy(composed.form, composed.words, composed.off_record)
            return

        def answered(agreed: bool | None) -> None:
            if agreed:
                self._copy(composed.form, composed.words, composed.off_record)

        self._desk.open(Confirm(put(composed.questions, _("Copy it all the same?"))), answered)

    def _copy(self, form: str, words: str, off_record: int = 0) -> None:
        if words.strip():
            self._desk.in_thread(partial(self._to_clipboard, form, words, off_record), "copy")
        else:
            self._desk.say(_NOTHING.get(form, "There is nothing to copy."), warn=True)

    def _to_clipboard(self, form: str, words: str, off_record: int = 0) -> None:
        fallback = self._desk.session.library.with_name("clipboard.txt")
        where = clipboard.copy(words, terminal=self._write_to_terminal, fallback=fallback)
        left = (
            _(" {off_record} not for publication: left out.").format(off_record=off_record)
            if off_record
            else ""
        )
        self._desk.call(
            self._desk.say,
            _("Copied {WORDS} to the {where}.{left}").format(WORDS=_WORDS[form], where=where, left=left),
        )

    def _write_to_terminal(self, sequence: str) -> None:
        """Send an escape sequence past the screen, in the screen's own turn."""
        app = self._desk.screen.app
        if app._driver is None or app.is_headless:
            raise OSError("no terminal")
        self._desk.call(app._driver.write, sequence)

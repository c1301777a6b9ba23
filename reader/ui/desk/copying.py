"""Copying a quote in the form one needs, the sentence, the selection, all that is accepted."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader import clipboard
from reader.library.page import Page
from reader.models import Quote, Status, name_is_covered
from reader.ui.desk.desk import Desk
from reader.ui.desk.modes import SELECT
from reader.ui.widgets.article import motions

if TYPE_CHECKING:
    from reader.formats import Dossier

_NEEDS_QUOTE = frozenset({"quote", "citation", "markdown", "link"})
_WORDS = {
    "quote": "the quote",
    "citation": "the quote with its citation",
    "markdown": "the quote as Markdown",
    "link": "a link to the quote",
    "sentence": "the sentence",
    "accepted": "all accepted quotes",
    "selection": "the selection",
}


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
            self._copy("selection", desk.page.article.text[held[0] : held[1]])
        else:
            desk.open(CopyMenu(), self.copy_as)

    def copy_as(self, form: str | None) -> None:
        """Copy in one of the forms; None for none."""
        if form is None:
            return
        text, quote = self._desk.text, self._desk.quote
        if form in _NEEDS_QUOTE and quote is None:
            self._desk.say("Go to a quote first: ] or Tab.", warn=True)
        elif form == "sentence":
            start, end = motions.unit_at(text.sentence_starts(), text.caret, text.text)
            self._copy(form, self._desk.page.article.text[start:end])
        else:
            self._desk.in_thread(partial(self._compose, form, quote), "copy")

    def _compose(self, form: str, quote: Quote | None) -> None:
        """Put the words together; the formats are imported here, off the screen's own thread."""
        page, style = self._desk.page, self._desk.session.config.citation
        if form == "accepted":
            accepted = [one for one in page.quotes if one.status is Status.ACCEPTED]
            chosen, form_of_each = accepted, "citation"
        else:
            chosen, form_of_each = [quote] if quote is not None else [], form
        dossier = self._dossier(page, chosen)
        words = "\n\n".join(composed(form_of_each, dossier, one, style) for one in dossier.quotes)
        self._desk.call(self._copy, form, words)

    def _dossier(self, page: Page, chosen: Sequence[Quote]) -> "Dossier":
        """What goes out, with the quotes as the desk has them and what only the library knows, covered."""
        from reader.formats.dossier import Dossier  # all formats
        from reader.formats.redaction import redacted

        with self._desk.session.store() as store:
            register = store.sources.all()
            authorised = store.quotes.authorisations_of(page.article.id)
        protected = tuple(one for one in register if name_is_covered(one))
        used = tuple(page.sources[one.source_id] for one in chosen if one.source_id in page.sources)
        return redacted(
            Dossier(
                page.article,
                tuple(chosen),
                sources=used,
                protected=protected,
                authorised=tuple(authorised),
            )
        )

    def _copy(self, form: str, words: str) -> None:
        if words.strip():
            self._desk.in_thread(partial(self._to_clipboard, form, words), "copy")
        else:
            no_link = "This article has no address to link to."
            self._desk.say(no_link if form == "link" else "There is nothing to copy.", warn=True)

    def _to_clipboard(self, form: str, words: str) -> None:
        fallback = self._desk.session.library.with_name("clipboard.txt")
        where = clipboard.copy(words, terminal=self._write_to_terminal, fallback=fallback)
        self._desk.call(self._desk.say, f"Copied {_WORDS[form]} to the {where}.")

    def _write_to_terminal(self, sequence: str) -> None:
        """Send an escape sequence past the screen, in the screen's own turn."""
        app = self._desk.screen.app
        if app._driver is None or app.is_headless:
            raise OSError("no terminal")
        self._desk.call(app._driver.write, sequence)


def composed(form: str, dossier: "Dossier", quote: Quote, style: str) -> str:
    """A quote in one of the forms of the copy menu."""
    from reader.formats import citation  # all formats
    from reader.formats.remarks import in_brackets
    from reader.formats.wording import in_print

    if form == "link":
        return citation.link(dossier.article, quote)
    if form == "citation":
        return citation.cite(dossier, quote, style)
    if form == "markdown":
        return citation.markdown(dossier, quote, style)
    return " ".join(part for part in (in_print(dossier.article, quote), in_brackets(dossier, quote)) if part)

"""Copying a quote in the form one needs, the sentence, the selection, all that is accepted."""

from functools import partial

from reader import clipboard
from reader.library.page import Page
from reader.models import Quote, Status
from reader.ui.desk.desk import Desk
from reader.ui.desk.modes import SELECT
from reader.ui.widgets.article import motions

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
            words = "\n\n".join(composed("citation", page, one, style) for one in accepted)
        else:
            words = composed(form, page, quote, style) if quote is not None else ""
        self._desk.call(self._copy, form, words)

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


def composed(form: str, page: Page, quote: Quote, style: str) -> str:
    """A quote in one of the forms of the copy menu."""
    from reader.formats import citation  # all formats

    article, source = page.article, page.sources.get(quote.source_id)
    if form == "link":
        return citation.link(article, quote)
    cited = citation.cite(article, quote, source, style)
    if form == "citation":
        return cited
    if form == "quote":
        return quote.words(article.text)
    words = citation.in_marks(article, quote)
    said = cited[len(words) :].strip() if cited.startswith(words) else cited
    return f"> {words}\n>\n> — {said}"

"""Taking along: a quote onto the clipboard in the form one needs, the article into a file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from reader.models import Article, Quote, Source, Status
from reader.ui.desk.base import DeskBase
from reader.ui.desk.saving import Job
from reader.ui.desk.view import SELECT
from reader.ui.widgets.article import motions

if TYPE_CHECKING:
    from reader.ui.dialogs.export import ExportWish

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


class DeskTaking(DeskBase):
    """Copying and exporting."""

    def action_copy(self) -> None:
        """Ask in which form; a selection is copied as it is."""
        from reader.ui.dialogs.menus import CopyMenu

        held = self.text.selection
        if self.mode == SELECT and held is not None:
            self.leave_mode()
            self._copy("selection", self.page.article.text[held[0] : held[1]])
        else:
            self.app.push_screen(CopyMenu(), self.action_copy_as)

    def action_copy_as(self, form: str | None) -> None:
        """Copy in one of the forms; None for none."""
        if form is None:
            return
        quote = self.quote
        if quote is None and form in _NEEDS_QUOTE:
            self.say("Go to a quote first: ] or Tab.", warn=True)
            return
        if form == "sentence":
            start, end = motions.around(self.text.sentence_starts(), self.text.caret, self.text.text)
            self._copy(form, self.page.article.text[start:end])
        else:
            self._word(form, quote)

    @work(thread=True, exclusive=True, group="copy", exit_on_error=False)
    def _word(self, form: str, quote: Quote | None) -> None:
        """Put the words together; the formats are imported here, off the screen's own thread."""
        page, style = self.page, self.session.config.citation
        if form == "accepted":
            chosen = [one for one in page.quotes if one.status is Status.ACCEPTED]
            words = "\n\n".join(
                _composed("citation", page.article, one, page.sources.get(one.source_id), style)
                for one in chosen
            )
        elif quote is not None:
            words = _composed(form, page.article, quote, page.sources.get(quote.source_id), style)
        self.app.call_from_thread(self._copy, form, words)

    def _copy(self, form: str, words: str) -> None:
        if not words.strip():
            sentence = (
                "This article has no address to link to." if form == "link" else "There is nothing to copy."
            )
            self.say(sentence, warn=True)
            return
        self._to_clipboard(form, words)

    @work(thread=True, exclusive=True, group="copy", exit_on_error=False)
    def _to_clipboard(self, form: str, words: str) -> None:
        from reader import clipboard

        fallback = self.session.library.with_name("clipboard.txt")
        where = clipboard.copy(words, terminal=self._write_to_terminal, fallback=fallback)
        self.app.call_from_thread(self.say, f"Copied {_WORDS[form]} to the {where}.")

    def _write_to_terminal(self, sequence: str) -> None:
        """Send an escape sequence past the screen, in the screen's own turn."""
        driver = self.app._driver
        if driver is None or self.app.is_headless:
            raise OSError("no terminal")
        self.app.call_from_thread(driver.write, sequence)

    # -- export ------------------------------------------------------------------------------------------

    def action_export(self) -> None:
        """Ask for format and file."""
        from reader.formats.citation_keys import slug
        from reader.library.exporting import available_formats
        from reader.ui.dialogs.export import ExportDialog

        stem = slug(self.page.article.title) or f"article-{self.article_id}"
        self.app.push_screen(ExportDialog(available_formats(), stem, Path.cwd()), self._take_wish)

    def _take_wish(self, wish: "ExportWish | None") -> None:
        if wish is not None:
            self.save(Job("", lambda _store, _real: None, partial(self._told_saved, wish)))

    def _told_saved(self, wish: "ExportWish", _result: object) -> None:
        """Everything is saved by now: what goes out is what the screen shows."""
        self._export(wish)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _export(self, wish: "ExportWish") -> None:
        from reader.formats import Options
        from reader.library.exporting import export

        options = Options(style=self.session.config.citation)
        with self.session.store() as store:
            files = export(
                store,
                [self.article_id],
                wish.format_name,
                wish.target,
                options=options,
                accepted=wish.accepted,
            )
        names = ", ".join(str(file) for file in files)
        self.app.call_from_thread(self.say, f"Written: {names}")


def _composed(form: str, article: Article, quote: Quote, source: Source | None, style: str) -> str:
    """A quote in one of the forms of the copy menu."""
    from reader.formats import citation

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

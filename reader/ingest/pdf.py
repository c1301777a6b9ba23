"""PDF files to articles, with pypdfium2: words by their places, columns, lines, paragraphs."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.errors import IngestError, ScannedError
from reader.i18n import _, ngettext
from reader.ingest.blocks import Block, StatedMetadata
from reader.ingest.compose import compose
from reader.ingest.pdf_columns import columns_of
from reader.ingest.pdf_lines import lines_of
from reader.ingest.pdf_paragraphs import Pages
from reader.ingest.pdf_running import without_running
from reader.ingest.pdf_words import Word, usual_size, words_of
from reader.ingest.plain import with_headings
from reader.models import Article, PageStart

MOST_PAGES = 400
"""Pages read of one file, so that a scanned archive does not hold up an import (chosen by hand)."""
_MOST_NAMED = 8
"""Pages without text that are named, and not only counted."""


def from_pdf(data: bytes, location: str) -> Article:
    """The article in a PDF, running heads left out, with the page on which each part of it stands.

    Raises IngestError where the file is damaged or locked, ScannedError where it holds pictures of pages.
    """
    pages, labels, missing = _pages(data, location)
    if not any(pages):
        raise ScannedError(location)
    words, running = without_running(pages)
    article = compose(with_headings(_blocks(words)), StatedMetadata(), location)
    named = tuple(PageStart(start, labels[int(page)]) for start, page in article.pages)
    without_text = [labels[at] for at, page in enumerate(pages) if not page]
    told = " ".join(filter(None, (missing, _pictures(without_text))))
    return replace(article, pages=named, missing=told, removed=(*article.removed, *running))


def _blocks(pages: Sequence[list[Word]]) -> list[Block]:
    read = Pages(usual_size(word for page in pages for word in page))
    for number, words in enumerate(pages):
        read.add(number, [lines_of(column) for column in columns_of(words)])
    return read.blocks()


def _pages(data: bytes, location: str) -> tuple[list[list[Word]], list[str], str]:
    """The words of each page, what the pages are called, and what is missing of the file."""
    try:
        import pypdfium2  # 30 ms
    except (ImportError, OSError) as error:  # its library is not built for this system
        raise IngestError(
            _(
                "{location} is a PDF file, which reader cannot read on this system: copy the "
                "text from a viewer and add the clipboard."
            ).format(location=location)
        ) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise IngestError(_refusal(location, str(error))) from error
    try:
        count = len(document)
        missing = (
            _("These are its first {first} pages of {count}.").format(first=MOST_PAGES, count=count)
            if count > MOST_PAGES
            else ""
        )
        read = range(min(count, MOST_PAGES))
        return [_words(document[at]) for at in read], [_label(document, at) for at in read], missing
    except pypdfium2.PdfiumError as error:
        raise IngestError(_refusal(location, str(error))) from error
    finally:
        document.close()


def _words(page: Any) -> list[Word]:
    try:
        return words_of(page)
    finally:
        page.close()


def _label(document: Any, at: int) -> str:
    """What a page is called: as the file says ("xii"), else its number."""
    return " ".join(str(document.get_page_label(at) or "").split())[:20] or str(at + 1)


def _refusal(location: str, reason: str) -> str:
    if "password" in reason.lower():
        return _("{location} is locked with a password: save a copy without one and add that.").format(
            location=location
        )
    return _(
        "{location} is damaged: open it in a PDF viewer and save it again, or copy the text from there."
    ).format(location=location)


def _pictures(labels: Sequence[str]) -> str:
    """The sentence about pages that hold no text."""
    if not labels:
        return ""
    if len(labels) > _MOST_NAMED:
        return _("{count} of its pages hold no text, perhaps pictures of some: look at the file.").format(
            count=len(labels)
        )
    return ngettext(
        "Page {pages} holds no text, perhaps a picture of some: look at the file.",
        "Pages {pages} hold no text, perhaps a picture of some: look at the file.",
        len(labels),
    ).format(pages=", ".join(labels))

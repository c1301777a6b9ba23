"""Read a draft as an article is read, with what a page quotes in marks and without what was deleted."""

from dataclasses import replace
from pathlib import Path

from reader.errors import IngestError, ReaderError
from reader.i18n import _
from reader.library.reading import read_article
from reader.models import Article

_MOST = 1_000_000
"""Bytes of a page that is looked at though it is no article."""


def read_draft(location: str, *, allow_private: bool = False) -> Article:
    """The draft at a path or address, "-" or "clip:". Raises ReaderError where there is no text."""
    from reader.ingest import from_bytes  # lxml and its like
    from reader.ingest.draft_page import as_read, is_page

    try:
        article = read_article(location, allow_private=allow_private)
    except IngestError:
        if short := _short_page(location):
            return short
        raise
    data = original_bytes(article)
    if is_page(data) and (page := as_read(data, article.location)) != data:
        again = from_bytes(page, article.location)
        article = replace(again, location=article.location, originals=article.originals)
    if not (article.text.strip() or article.title.strip()):
        raise ReaderError(_("There is no text in {location}.").format(location=location))
    return article


def _short_page(location: str) -> Article | None:
    """A page of a few words, which is no article yet and may be a draft; None for what is no page."""
    from reader.ingest.draft_page import as_read, is_page
    from reader.ingest.markup_blocks import markup_blocks

    path = Path(location).expanduser()
    if not path.is_file() or not is_page(data := path.read_bytes()[:_MOST]):
        return None
    text = "\n\n".join(block.text for block in markup_blocks(as_read(data, location)))
    return Article(text, location=str(path.absolute())) if text.strip() else None


def original_bytes(article: Article) -> bytes:
    """The file that a draft was read from; empty where it is none, or several."""
    if len(article.originals) != 1:
        return b""
    try:
        return article.originals[0].data()
    except (ReaderError, ValueError):
        return b""

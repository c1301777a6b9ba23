"""Read a draft as an article is read, with what a page quotes in marks and without what was deleted."""

from dataclasses import replace

from reader.errors import ReaderError
from reader.library.reading import read_article
from reader.models import Article


def read_draft(location: str, *, allow_private: bool = False) -> Article:
    """The draft at a path or address, "-" or "clip:". Raises ReaderError where there is no text."""
    from reader.ingest import from_bytes  # lxml and its like
    from reader.ingest.draft_page import as_read, is_page

    article = read_article(location, allow_private=allow_private)
    data = original_bytes(article)
    if is_page(data) and (page := as_read(data, article.location)) != data:
        again = from_bytes(page, article.location)
        article = replace(again, location=article.location, originals=article.originals)
    if not (article.text.strip() or article.title.strip()):
        raise ReaderError(f"There is no text in {location}.")
    return article


def original_bytes(article: Article) -> bytes:
    """The file that a draft was read from; empty where it is none, or several."""
    if len(article.originals) != 1:
        return b""
    try:
        return article.originals[0].data()
    except (ReaderError, ValueError):
        return b""

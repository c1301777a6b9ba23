"""Bytes to an article so that no file can hang or fill this process."""

from dataclasses import replace

from reader.errors import ScannedError
from reader.ingest.formats import from_bytes, is_prose
from reader.models import Article

SHORT = 30_000
"""Bytes of plain text that are read at once: nothing in them takes longer than starting a process."""


def article_in(data: bytes, location: str, content_type: str = "") -> Article:
    """The article in `data`, read here where that is harmless, else in a process with limits."""
    if len(data) <= SHORT and is_prose(data, content_type):
        return from_bytes(data, location, content_type)
    from reader.ingest.reading_process import read_apart  # subprocess: 10 ms

    try:
        article: Article = read_apart("article", data, location, content_type)
    except ScannedError:
        from reader.ingest.ocr import REMARK, with_text  # for scanned files only

        recognised = with_text(data, location)
        article = read_apart("article", recognised, location, content_type)
        return replace(article, missing=" ".join(filter(None, (REMARK, article.missing))))
    return article

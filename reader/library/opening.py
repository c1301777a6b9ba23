"""The address at which a browser shows an article, at a quote where one is given."""

from pathlib import Path

from reader.errors import ReaderError
from reader.i18n import _
from reader.models import Article, Quote


def address_to_open(article: Article, quote: Quote | None = None) -> str:
    """The article's address on the web, with the fragment that opens at `quote`; else that of its file.

    Raises ReaderError where it has neither. The fragment stays in the browser and is sent to nobody.
    """
    from reader.formats.addresses import address_of  # all formats
    from reader.formats.citation import link

    if address := link(article, quote) if quote else address_of(article):
        return address
    path = Path(article.location)
    if article.location and path.is_absolute() and path.is_file():
        return path.as_uri()
    raise ReaderError(_("This article has no address on the web, and its file is not there any more."))

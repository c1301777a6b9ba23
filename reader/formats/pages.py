"""On which page of its file a quote stands, or when it is said in its recording, as citations write it."""

from reader.formats.said_at import time_written
from reader.languages.press import press
from reader.models import Article, Quote

_COMMON = "p."
"""Before a page's number in languages whose own word is not known."""


def page_of(article: Article, quote: Quote) -> str:
    """The page or pages of `quote`, as "3" or "3–4"; "" where the article has none, or has lost the quote."""
    return "" if quote.is_lost else article.page_of(quote.start, quote.end)


def page_written(article: Article, quote: Quote | None) -> str:
    """The same in the manner of the article's language, "S. 3"; "" where there is none."""
    page = page_of(article, quote) if quote else ""
    word = next(iter(press(article.language).page_abbreviations), _COMMON)
    return f"{word} {page}" if page else ""


def place_written(article: Article, quote: Quote | None) -> str:
    """The page, or of a transcript the time: "S. 3", "00:12:31–00:12:44"; "" where neither is known."""
    return page_written(article, quote) or (time_written(quote) if quote else "")

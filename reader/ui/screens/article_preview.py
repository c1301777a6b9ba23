"""What the preview of the library shows of an article, read from the store."""

from typing import TYPE_CHECKING

from reader.models import ArticleRow
from reader.texts.releases import held_back
from reader.ui.widgets.preview import PreviewedArticle

if TYPE_CHECKING:
    from reader.store import Store

OPENING = 400
"""Characters of the article shown."""
QUOTES = 12
"""Quotes shown below the opening words, more than fit on most screens (chosen by hand)."""


def read_preview(store: "Store", article_id: int) -> PreviewedArticle | None:
    """The head of an article, its opening and its first quotes; None where it is gone or damaged."""
    rows = store.articles.rows([article_id])
    if not rows:
        return None
    try:
        return _previewed(store, rows[0])
    except Exception:  # whoever opens a damaged article is told
        return None


def _previewed(store: "Store", row: ArticleRow) -> PreviewedArticle:
    article_id = row.id
    article = store.articles.get(article_id)
    opening = " ".join(article.text[:OPENING].split())
    quotes = store.quotes.rows(quote.id for quote in store.quotes.of(article_id)[:QUOTES])
    return PreviewedArticle(row, _whole_sentences(opening), tuple(quotes), held=held_back(article))


def _whole_sentences(text: str) -> str:
    end = max(text.rfind(sign) for sign in (". ", "? ", "! ", ".“ "))
    return text[: end + 1] if end > OPENING // 3 else text

"""What a rule of the lint looks at, and what it gives."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reader.models import Article, Quote, Source, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at."""

    rule: str
    """Short name, such as "no-speaker"."""
    message: str
    """One sentence."""
    quote_id: int
    """0 where it is about the text, and no quote was found there."""
    span: Span


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides the quote."""

    article: Article
    sources: Mapping[int, Source]
    quotes: Sequence[Quote] = ()
    """All of the article's that are not rejected, in the order of the text."""
    elsewhere: Sequence[tuple[str, str]] = ()
    """Who says what in other articles of the same story."""

    def words(self, quote: Quote) -> str:
        """The quote's text; of one that the article has lost, as it is stored."""
        return quote.stored_words if quote.is_lost else quote.words(self.article.text)


Rule = Callable[[Quote, Context], str]
"""A sentence about a quote, or "" where there is nothing to say."""

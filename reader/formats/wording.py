"""The words of a quote as they may be printed: a speaker's own in quotation marks, any others without.

Only direct speech stands in marks. Of indirect, free and reported speech the wording is the article's, and
only what stood in marks inside it keeps them.
"""

from functools import lru_cache

from reader.languages.press import press
from reader.models import Article, Quote, QuoteType, on_one_line
from reader.texts.quotation_marks import Marks, bare, in_marks_of, without_repeats

_DEFAULT = "en"
"""Whose marks stand where the article's language has none."""


def marks_of(article: Article) -> Marks:
    """The quotation marks of the article's language, or of its country where the article writes those."""
    words = press(article.language)
    regional = words.regional_marks
    if regional and _opens_rather(regional[0], article.text):
        return Marks(*regional)
    return Marks(*(words.marks or press(_DEFAULT).marks))


@lru_cache(maxsize=8)
def _opens_rather(mark: str, text: str) -> bool:
    """Whether `text` opens quotations with `mark` more often than with the marks of the language."""
    return _opens(mark, text) > sum(_opens(other, text) for other in "„»")


def _opens(mark: str, text: str) -> int:
    """How often `mark` stands at the beginning of a word."""
    return text.count(f" {mark}") + text.count(f"\n{mark}") + text.startswith(mark)


def in_print(article: Article, quote: Quote) -> str:
    """The words of `quote`: in the marks of the article's language where they are the speaker's own."""
    marks = marks_of(article)
    if quote.type is not QuoteType.DIRECT:
        return in_marks_of(marks, quote_words(article, quote))
    return in_outer_marks(marks, bare_words(article, quote))


def in_outer_marks(marks: Marks, words: str) -> str:
    """`words`, which have no marks around the whole, in outer marks and their own marks made inner ones."""
    return f"{marks.opening}{in_marks_of(marks, words, 1)}{marks.closing}"


def bare_words(article: Article, quote: Quote) -> str:
    """The words of `quote`; of direct speech without marks around each part, so that it reads as one."""
    if quote.type is not QuoteType.DIRECT:
        return quote_words(article, quote)
    *before, last = [bare(without_repeats(part)) for part in parts_of(article, quote)] or [""]
    # “It is a disgrace,” he said, “and …”: the comma belongs to the clause between, not to the words.
    return on_one_line([*(part.rstrip(",") for part in before), last])


def quote_words(article: Article, quote: Quote) -> str:
    """The words of `quote` as they stand in the article, or stood where it has lost them."""
    return on_one_line(parts_of(article, quote))


def parts_of(article: Article, quote: Quote) -> tuple[str, ...]:
    """The text of each span of `quote`; of one that the article has lost, as it is stored."""
    if quote.is_lost:
        return quote.exact
    return tuple(article.text[start:end] for start, end in quote.spans)

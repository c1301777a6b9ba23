"""The values of a check: quotations of a manuscript, articles to compare them with, what is found."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reader.checks.manuscript.aligning import Aligned
from reader.checks.manuscript.kinds import Kind
from reader.checks.manuscript.wording import Wording
from reader.models import Quote, Source, SourceKind, Span, Spans, TermsOfUse, Translation


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said something."""

    name: str = ""
    """The fullest name, or the role of somebody who is not named."""
    written: str = ""
    """As it stands beside the words: "Ein Sprecher", "er"."""
    kind: SourceKind = SourceKind.UNKNOWN
    role: str = ""
    aliases: tuple[str, ...] = ()
    """Further names, of a source of the register."""


@dataclass(frozen=True)
class Quotation:
    """A quotation of a manuscript."""

    spans: Spans
    words: str
    wording: Wording
    speaker: Speaker = Speaker()
    language: str = ""
    beside: tuple[str, ...] = ()
    """The words of the sentence around it, as they are compared."""
    is_translated: bool = False
    """Whether the manuscript says beside it that it is translated."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A quote in another language."""

    translation: Translation
    quote: Quote
    """As it stands in its article."""


@dataclass(frozen=True)
class KnownArticle:
    """An article as a quotation is judged by it."""

    id: int
    text: str
    wording: Wording
    language: str = ""
    is_transcript: bool = False
    quotes: tuple[Quote, ...] = ()
    sources: Mapping[int, Source] | None = None
    embargo: bool = False
    undelivered: bool = False
    approved: Mapping[int, tuple[str, ...]] | None = None
    """The wordings that were authorised, by quote."""
    translated: "Translated | None" = None
    """What stands here for the text of the article: one of its quotes in another language."""

    def source_of(self, quote: Quote) -> Source | None:
        """The source of a quote, in the register."""
        return (self.sources or {}).get(quote.source_id)

    def use_of(self, quote: Quote) -> TermsOfUse:
        """How a quote may be used."""
        source = self.source_of(quote)
        return quote.use or (source.use if source else TermsOfUse.ON_RECORD) or TermsOfUse.ON_RECORD


@dataclass(frozen=True)
class Match:
    """A place of an article that a quotation may be taken from."""

    article_id: int
    wording: Wording
    aligned: Aligned

    @property
    def cost(self) -> float:
        """How far the words differ; 0.0 where they are the same."""
        return self.aligned.cost

    @cached_property
    def span(self) -> Span:
        """The stretch of the article."""
        return self.wording.span(self.aligned.first, self.aligned.last)


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words that differ; the numbers are places of words."""

    kind: Kind
    gone: tuple[int, ...]
    """Of the article."""
    new: tuple[int, ...]
    """Of the quotation."""


@dataclass(frozen=True)
class Found:
    """A match with what is known of it."""

    match: Match
    changes: tuple[Change, ...]
    article: KnownArticle
    quote: Quote | None
    speaker: Speaker

    @property
    def is_secret(self) -> bool:
        """Whether the words of the place are not for publication."""
        return self.quote is not None and self.article.use_of(self.quote) is TermsOfUse.OFF_RECORD


@dataclass(frozen=True)
class Judged:
    """What is found of a quotation."""

    quotation: Quotation
    kinds: tuple[Kind, ...]
    """The gravest first."""
    found: tuple[Found, ...] = ()
    """The places it stands in or nearest to, the best first; of one joined from several, each."""
    others: tuple[Found, ...] = ()
    """The same words, given to somebody else."""

    @property
    def kind(self) -> Kind:
        """The gravest."""
        return self.kinds[0]

    @property
    def is_secret(self) -> bool:
        """Whether the words, or some that they come near, were said off the record."""
        return any(one.is_secret for one in (*self.found, *self.others))

"""The values that every part of reader passes on: articles, quotes, sources, notes, tags.

An `Article` has a text; everything else points into it by `Span`s, half-open ranges `[start, end)` of
Unicode code points. All values are frozen; `dataclasses.replace` makes a changed copy. An `id` of 0 means
"not stored yet".
"""

from reader.models.articles import Article, Caption, Link, PageStart
from reader.models.notes import Memo, Note, NoteRow, Tag
from reader.models.proofs import Authorised, Evidence, Translation
from reader.models.quotes import Quote, QuoteRow, labelled
from reader.models.sources import Source, Voice, name_is_covered, use_of
from reader.models.spans import Span, Spans, on_one_line, trimmed, words_of
from reader.originals import Original
from reader.rows import ArticleRow, ArticleState
from reader.terms import (
    UNDECIDED,
    Agreed,
    Anchor,
    Authorisation,
    Medium,
    Printed,
    QuoteType,
    Silence,
    SourceKind,
    SpeakerBasis,
    Status,
    TermsOfUse,
    Verification,
)

__all__ = [
    "UNDECIDED",
    "Agreed",
    "Anchor",
    "Article",
    "ArticleRow",
    "ArticleState",
    "Authorisation",
    "Authorised",
    "Caption",
    "Evidence",
    "Link",
    "Medium",
    "Memo",
    "Note",
    "NoteRow",
    "Original",
    "PageStart",
    "Printed",
    "Quote",
    "QuoteRow",
    "QuoteType",
    "Silence",
    "Source",
    "SourceKind",
    "Span",
    "Spans",
    "SpeakerBasis",
    "Status",
    "Tag",
    "TermsOfUse",
    "Translation",
    "Verification",
    "Voice",
    "labelled",
    "name_is_covered",
    "on_one_line",
    "trimmed",
    "use_of",
    "words_of",
]

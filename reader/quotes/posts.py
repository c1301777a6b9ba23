"""Posts of social media that an article embeds: their text, a dash, the name, the handle and mostly a date.

Such a paragraph ("Der Turm ist zu. #freibad — Theo Bruns (@theobruns) 8. Juli 2025") is one direct
quotation in writing, in any language; the line with the name is its frame.
"""

import re
from collections.abc import Iterable, Iterator

from reader.models import Medium, Quote, QuoteType, SourceKind, Span

_POST = re.compile(
    r"^(?P<post>[^\n]{8,800}?)(?:[^\S\n]*\n?)(?P<frame>(?:—|–|--|-)[^\S\n]*"
    r"(?P<name>[^\n()—–]{2,80}?)[^\S\n]*\((?:@[\w.@-]{2,60})\)[^\n]{0,40})$",
    re.MULTILINE,
)


def find(text: str, explain: bool = False) -> Iterator[Quote]:
    """The embedded posts of a text."""
    if "(@" not in text:
        return
    for match in _POST.finditer(text):
        yield Quote(
            QuoteType.DIRECT,
            (Span(*match.span("post")),),
            medium=Medium.WRITING,
            speaker=(Span(*match.span("name")),),
            frame=(Span(*match.span("frame")),),
            confidence=0.95,
            rule="embedded post",
            why=("A paragraph that ends in a name and a handle is an embedded post.",) if explain else (),
            resolved_speaker=" ".join(match["name"].split()),
            speaker_kind=SourceKind.PERSON,
        )


def merged(text: str, quotes: Iterable[Quote], explain: bool = False) -> tuple[Quote, ...]:
    """The `quotes` with the embedded posts; what was found within a post and its frame gives way."""
    posts = tuple(find(text, explain))
    if not posts:
        return tuple(quotes)
    kept = [quote for quote in quotes if not any(_touches(quote, post) for post in posts)]
    return tuple(sorted((*kept, *posts), key=lambda quote: (quote.start, -quote.end, quote.type)))


def _touches(quote: Quote, post: Quote) -> bool:
    return quote.start < post.frame[0].end and post.start < quote.end

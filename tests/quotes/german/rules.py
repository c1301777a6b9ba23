"""What the rules find in a text, as short tuples to compare."""

from reader.models import Quote, QuoteType
from reader.quotes import detect

D, IND, C, F, R = (
    QuoteType.DIRECT,
    QuoteType.INDIRECT,
    QuoteType.INDIRECT_FREE_INDIRECT,
    QuoteType.FREE_INDIRECT,
    QuoteType.REPORTED,
)
Row = tuple[QuoteType, str, str, str]
"""Type, words, speaker and cue of a quote."""


def found(text: str) -> list[Row]:
    """The quotes of a text."""
    return [
        (q.type, *(" … ".join(text[a:b] for a, b in spans) for spans in (q.spans, q.speaker, q.cue)))
        for q in detect(text, "de", engine="rules")
    ]


def one(text: str) -> Quote:
    """The only quote of a text."""
    (quote,) = detect(text, "de", engine="rules")
    return quote

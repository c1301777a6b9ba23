"""The types of quotes as a person meets them: key, words, ink, and what the legend says."""

from typing import NamedTuple

from reader.terms import QuoteType


class Look(NamedTuple):
    """How a type of quote is told and shown."""

    ink: str
    """Its name among the inks of the text, and what the search line calls it."""
    label: str
    colour: str
    """Variable of the theme."""
    style: str
    """Style of its words, which tells it apart without colour."""
    means: str
    """What the legend says of it."""


LOOKS = {
    QuoteType.DIRECT: Look("direct", "direct", "quote-direct", "bold", "the very words"),
    QuoteType.INDIRECT: Look(
        "indirect", "indirect", "quote-indirect", "italic", "he had come, she said"
    ),
    QuoteType.INDIRECT_FREE_INDIRECT: Look(
        "mixed", "indirect, then free", "quote-indirect-free", "bold italic", "goes on without saying who",
    ),
    QuoteType.FREE_INDIRECT: Look(
        "free", "free indirect", "quote-free", "italic underline", "a voice without a frame"
    ),
    QuoteType.REPORTED: Look(
        "reported", "reported", "quote-reported", "underline", "that somebody said something"
    ),
}  # fmt: skip
"""In the order of their keys: 1 is direct, 5 reported."""

"""What an engine gives for a text: drafts, and what the text mentions of people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.quotes.drafts import Draft
from reader.quotes.people import Mentions
from reader.quotes.text.text import Text


@dataclass(frozen=True, slots=True)
class Detection:
    """The drafts of a text, in no order."""

    text: Text
    drafts: Sequence[Draft]
    mentions: Callable[[], Mentions]
    """Reads the names of the text; only asked where somebody speaks."""

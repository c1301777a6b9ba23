"""A phrase that names a source, as its readers give it, and whether one opens a sentence."""

from dataclasses import dataclass

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.text.sentences import Range

LONGEST = 40
"""Tokens of a phrase at most."""


BRACKETS = {"(": ")", "[": "]"}


SUBJECT = 10
"""Tokens of a subject before the verb of a comparison at most."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase `[first, end)` of the text that names a source."""

    first: int
    end: int
    rule: str
    cue: tuple[int, ...]
    speaker: Range | None
    addressee: Range | None = None


def opens(text: ClauseText, first: int, at: int) -> bool:
    """Whether only a small word stands before a phrase: "Pero según Gil", "Además, según Gil"."""
    return all(text.lower(i) in text.openers for i in range(first, at))

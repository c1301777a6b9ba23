"""A quote in the making, counted in tokens, and what the rules know of the text before it."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.models import Medium, QuoteType
from reader.quotes.text.sentences import Range


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote in tokens, before it gets its places in the text."""

    type: QuoteType
    content: tuple[Range, ...]
    rule: str
    frame: tuple[Range, ...] = ()
    cue: tuple[int, ...] = ()
    speaker: Range | None = None
    addressee: Range | None = None
    medium: Medium = Medium.SPEECH
    nested: bool = False
    saying: str = ""
    """Lemma of the verb of saying, or the attributing word."""

    @property
    def start(self) -> int:
        """First token said."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Behind the last token said."""
        return self.content[-1][1]

    @property
    def reach(self) -> int:
        """Behind the last token of quote and frame."""
        return max(self.end, *(b for _, b in self.frame), self.end)

    def holds(self, first: int, end: int) -> bool:
        """Whether the tokens `[first, end)` lie in what is said, a final mark aside."""
        return any(a <= first and end <= b + 1 for a, b in self.content)

    def reaches(self, token: int) -> bool:
        """Whether a token lies between the first and last of the quote or in its frame."""
        return self.start <= token < self.end or any(a <= token < b for a, b in self.frame)


@dataclass(frozen=True, slots=True)
class Before:
    """What the text before a sentence lets expect: who may speak on, and how the last quote was framed."""

    near: bool = False
    """Whether a quote ended right before the sentence."""
    speaker: Range | None = None
    frame: tuple[Range, ...] = ()
    cue: tuple[int, ...] = ()
    saying: str = ""
    here: bool = False
    """Whether a quote with a speaker stands before in the same paragraph."""


def runs(places: Iterable[int]) -> list[Range]:
    """Neighbouring tokens joined to ranges."""
    runs: list[Range] = []
    for at in places:
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def spread(ranges: Iterable[Range]) -> tuple[int, ...]:
    """The tokens of ranges, in their order."""
    return tuple(token for first, end in ranges for token in range(first, end))

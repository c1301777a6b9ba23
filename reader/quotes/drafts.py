"""A quote in the making, counted in tokens, and what the rules know of the text before it."""

from dataclasses import dataclass

from reader.models import Medium, QuoteType
from reader.quotes.text.ranges import runs
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
    hearsay: bool = False
    """Whether it is told without anybody who tells it: "is said to have known". No one before it speaks."""
    saying: str = ""
    """Lemma of the verb of saying, or the attributing word."""
    speaker_rest: tuple[Range, ...] = ()
    """The other pieces of a speaker that stands in several."""
    addressee_rest: tuple[Range, ...] = ()
    confidence: float = 0.0
    """Probability that quote and type are right; set when the engine has done with it."""
    why: tuple[str, ...] = ()
    """Sentences that explain the finding; only filled when asked for."""

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

    @property
    def speaker_ranges(self) -> tuple[Range, ...]:
        """All pieces of the speaker."""
        return (self.speaker, *self.speaker_rest) if self.speaker else ()

    @property
    def addressee_ranges(self) -> tuple[Range, ...]:
        """All pieces of the addressee."""
        return (self.addressee, *self.addressee_rest) if self.addressee else ()

    @property
    def cue_ranges(self) -> tuple[Range, ...]:
        """The cue, neighbouring tokens joined."""
        return tuple(runs(self.cue))

    def holds(self, first: int, end: int) -> bool:
        """Whether the tokens `[first, end)` lie in what is said, a final mark aside."""
        return any(a <= first and end <= b + 1 for a, b in self.content)

    def reaches(self, token: int) -> bool:
        """Whether a token lies between the first and last of the quote or in its frame."""
        return self.start <= token < self.end or any(a <= token < b for a, b in self.frame)


@dataclass(frozen=True, slots=True)
class PriorContext:
    """What the text before a sentence lets expect: who may speak on, and how the last quote was framed."""

    near: bool = False
    """Whether a quote ended right before the sentence."""
    speaker: Range | None = None
    frame: tuple[Range, ...] = ()
    cue: tuple[int, ...] = ()
    saying: str = ""
    here: bool = False
    """Whether a quote with a speaker stands before in the same paragraph."""

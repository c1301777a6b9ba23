"""A text as an engine reads it: words by position, sentences, paragraphs and passages in marks, in tokens.

Engines count in tokens. A range `(first, end)` of them is half-open; only `span` and its like turn ranges
into code points, when a quote is made.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from reader.languages.tables import Language
from reader.models import Span, Spans
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.marks import Pair
from reader.quotes.text.ranges import runs
from reader.quotes.text.sentences import Range

_DASHES = frozenset(("—", "–", "-"))


@dataclass(frozen=True, eq=False)
class Text:
    """An `Analysis` with what every engine looks up; an engine adds what its grammar tells of a word."""

    analysis: Analysis

    @cached_property
    def words(self) -> list[str]:
        """The tokens as written."""
        return self.analysis.tokens.words

    @cached_property
    def lowered(self) -> list[str]:
        """The tokens in lower case."""
        return [word.lower() for word in self.words]

    @cached_property
    def language(self) -> Language:
        """The tables of the text's language."""
        return self.analysis.language

    def lower(self, token: int) -> str:
        """The word at a token in lower case; empty beyond the ends."""
        if token < 0:
            return ""
        # Grammars ask it for most words of a text, and hardly ever beyond the end.
        try:
            return self.lowered[token]
        except IndexError:
            return ""

    def text(self, tokens: Range) -> str:
        """A token range as written."""
        starts, ends = self.analysis.tokens.starts, self.analysis.tokens.ends
        return self.analysis.text[starts[tokens[0]] : ends[tokens[1] - 1]]

    def span(self, tokens: Range) -> Span:
        """The code points of a token range."""
        return self.analysis.span(*tokens)

    def cue_spans(self, tokens: Iterable[int]) -> Spans:
        """The code points of a cue, neighbouring words joined."""
        return tuple(self.analysis.span(*run) for run in runs(tokens))

    def speaker_span(self, tokens: Range) -> Span:
        """The code points of a phrase that names who speaks."""
        return self.analysis.span(*tokens)

    def sentence_of(self, token: int) -> Range:
        """The sentence that a token lies in."""
        return self.analysis.sentences[self.analysis.sentence_at(token)]

    def sentence_before(self, token: int) -> Range | None:
        """The sentence before that of a token, in the same paragraph; None where there is none."""
        first = self.sentence_of(token)[0]
        if first == 0 or self.block_of(first - 1) != self.block_of(first):
            return None
        return self.sentence_of(first - 1)

    @cached_property
    def block_starts(self) -> list[int]:
        """First token of each paragraph."""
        return [first for first, _ in self.analysis.blocks]

    def block_of(self, token: int) -> int:
        """Number of the paragraph of a token."""
        return bisect_right(self.block_starts, token) - 1

    @cached_property
    def passages(self) -> dict[int, Pair]:
        """Passages in marks by the token of their opening mark, the outermost where several begin."""
        found: dict[int, Pair] = {}
        for pair in self.analysis.pairs:
            found.setdefault(self.analysis.range_of(pair.start, pair.end)[0], pair)
        return found

    @cached_property
    def openings(self) -> list[int]:
        """Tokens of the opening marks of `passages`, in order."""
        return sorted(self.passages)

    @cached_property
    def ends(self) -> dict[int, int]:
        """Token of the opening mark to the token behind the closing one, of each of `passages`."""
        return {first: self.analysis.range_of(p.start, p.end)[1] for first, p in self.passages.items()}

    @cached_property
    def begins(self) -> dict[int, int]:
        """Last token of an outermost passage in marks to its first."""
        return {self.ends[first] - 1: first for first, pair in self.passages.items() if not pair.depth}

    @cached_property
    def marked(self) -> frozenset[int]:
        """Tokens in marks, the marks among them."""
        outermost = (range(first, last + 1) for last, first in self.begins.items())
        return frozenset(token for tokens in outermost for token in tokens)

    def behind_dash(self, first: int, end: int, is_place: Callable[[int], bool]) -> int:
        """Behind the place that a dash before `end` cuts off ("LONDON (AP) — "), else `first`.

        Every token before the dash must be one `is_place` knows: each engine has its own marks of places.
        """
        dash = next((at for at in range(first + 1, end) if self.words[at] in _DASHES), 0)
        return dash + 1 if dash and all(map(is_place, range(first, dash))) else first

"""A text read with a language's word table: the flags of its tokens and the clauses of its sentences."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reader.models import Span
from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import Sentence, cut
from reader.quotes.german.lexicon import Lexicon, load_lexicon
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.marks import Pair
from reader.quotes.text.sentences import Range

_LONGEST = 250
"""Tokens of the longest sentence that is read as one."""


@dataclass(frozen=True)
class Parsed:
    """An `Analysis` with flags and clauses. Sentences are cut into clauses when first asked for."""

    analysis: Analysis
    table: Lexicon
    words: list[str]
    flags: list[int]
    passages: dict[int, Pair]
    """Passages in marks by the token of their opening mark, the outermost where several begin."""
    ends: dict[int, int]
    """Token of the opening mark to the token behind the closing one."""
    begins: dict[int, int]
    """Last token of an outermost passage in marks to its first."""
    marked: frozenset[int]
    """Tokens in marks, the marks among them."""

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences with their clauses, in order."""
        spans = (
            self._behind_dateline(part) for span in self.analysis.sentences for part in self._parts(span)
        )
        return [cut(self.words, self.flags, span, self.marked, self.table) for span in spans]

    def _parts(self, span: Range) -> Iterator[Range]:
        """A sentence, or where it is of monstrous length its parts, cut outside marks."""
        first, end = span
        while end - first > _LONGEST:
            cut_at = next((at for at in range(first + _LONGEST, end) if at not in self.marked), end)
            yield first, cut_at
            first = cut_at
        if first < end:
            yield first, end

    def _behind_dateline(self, span: Range) -> Range:
        """A sentence without the place and agency before it: "Berlin (dpa) - "."""
        first, end = span
        if "(" not in self.words[first : min(first + 4, end)]:
            return self._behind_place(first, end), end
        opening = self.words.index("(", first, end)
        closing = next((at for at in range(opening, min(opening + 8, end)) if self.words[at] == ")"), 0)
        coded = any(self.lower(at) in self.table.lists.agencies for at in range(opening, closing))
        if not coded or closing + 2 >= end:
            return span
        return closing + 1 + (self.words[closing + 1] in "-–—.:"), end

    def _behind_place(self, first: int, end: int) -> int:
        """The first token behind a place and a dash that open a paragraph: "BERN – Der Rat"."""
        dash = next((at for at in range(first + 1, min(first + 4, end - 4)) if self.words[at] in "-–—"), 0)
        if not dash or self.block_starts[self.block_of(first)] != first:
            return first
        names = all(self.flags[at] & w.CAPITAL for at in range(first, dash))
        return dash + 1 if names and self.words[dash + 1][0].isupper() else first

    @cached_property
    def datelines(self) -> frozenset[int]:
        """Tokens of place and agency before the first sentence of a paragraph."""
        blocks = self.analysis.blocks
        return frozenset(at for block in blocks for at in range(block[0], self._behind_dateline(block)[0]))

    @cached_property
    def openings(self) -> list[int]:
        """Tokens of the opening marks of `passages`, in order."""
        return sorted(self.passages)

    @cached_property
    def block_starts(self) -> list[int]:
        """First token of each paragraph."""
        return [first for first, _ in self.analysis.blocks]

    def block_of(self, token: int) -> int:
        """Number of the paragraph of a token."""
        return bisect_right(self.block_starts, token) - 1

    def lower(self, token: int) -> str:
        """The word at a token in lower case; empty beyond the ends."""
        return self.words[token].lower() if 0 <= token < len(self.words) else ""

    def text(self, span: Range) -> str:
        """The text of a token range."""
        return self.analysis.text[
            self.analysis.tokens.starts[span[0]] : self.analysis.tokens.ends[span[1] - 1]
        ]

    def span(self, span: Range) -> Span:
        """The code points of a token range."""
        return self.analysis.span(*span)


@lru_cache(maxsize=2)
def parse(analysis: Analysis) -> Parsed:
    """Look every token up and note the passages in marks; the last texts are kept for whoever asks next."""
    table = load_lexicon(analysis.language.code)
    words = analysis.tokens.words
    passages: dict[int, Pair] = {}
    ends: dict[int, int] = {}
    begins: dict[int, int] = {}
    marked: set[int] = set()
    for pair in analysis.pairs:
        first, end = analysis.range_of(pair.start, pair.end)
        if first not in passages:
            passages[first], ends[first] = pair, end
        if not pair.depth:
            marked.update(range(first, end))
            begins[end - 1] = first
    return Parsed(
        analysis, table, words, [table[word] for word in words], passages, ends, begins, frozenset(marked)
    )

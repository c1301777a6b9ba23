"""A text read with a language's word table: the flags of its tokens and the clauses of its sentences."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from reader.languages.given_names import given_names
from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import Sentence, cut
from reader.quotes.german.lexicon import Lexicon, load_lexicon
from reader.quotes.german.unlisted_verbs import mark_unlisted
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.sentences import Range
from reader.quotes.text.text import Text

_HEAD = 8
"""Tokens before the bracket with an agency at most: "Berlin, 3. März (dpa) - "."""
_LONGEST = 250
"""Tokens of the longest sentence that is read as one."""


@dataclass(frozen=True, eq=False)
class Parsed(Text):
    """A `Text` with flags and clauses. Sentences are cut into clauses when first asked for."""

    table: Lexicon
    flags: list[int]
    """For each token, the bits of `lexicon` that are set for its word."""

    @cached_property
    def body_endings(self) -> tuple[str, ...]:
        """Endings of nouns of organisations and documents."""
        endings = self.table.endings
        return (*endings.neuter, *endings.feminine, *endings.bodies, *self.language.named_group_endings)

    @cached_property
    def given_names(self) -> Mapping[str, str]:
        """Given names, with the gender of each."""
        return given_names()

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences with their clauses, in order."""
        parts = (part for whole in self.analysis.sentences for part in self._parts(whole))
        return [
            cut(self.words, self.flags, self._behind_dateline(part), self.marked, self.table)
            for part in parts
        ]

    def sentence_with(self, at: int) -> Sentence:
        """The sentence with its clauses that a token stands in."""
        return self.sentences[max(0, bisect_right(self.sentences, at, key=_first) - 1)]

    def _parts(self, sentence: Range) -> Iterator[Range]:
        """A sentence, or where it is of monstrous length its parts, cut outside marks."""
        first, end = sentence
        while end - first > _LONGEST:
            cut_at = next((at for at in range(first + _LONGEST, end) if at not in self.marked), end)
            yield first, cut_at
            first = cut_at
        if first < end:
            yield first, end

    def _behind_dateline(self, sentence: Range) -> Range:
        """A sentence without the place and agency before it: "Berlin (dpa) - "."""
        first, end = sentence
        opening = next((at for at in range(first, min(first + _HEAD, end)) if self.words[at] == "("), 0)
        # "Berlin, 3. März (dpa) - "
        if not opening or not all(self._is_headed(at) for at in range(first, opening)):
            return self._behind_place(first, end), end
        closing = next((at for at in range(opening, min(opening + 8, end)) if self.words[at] == ")"), 0)
        coded = any(self.lower(at) in self.table.lists.agencies for at in range(opening, closing))
        if not coded or closing + 2 >= end:
            return sentence
        return closing + 1 + (self.words[closing + 1] in "-–—.:"), end

    def _is_headed(self, at: int) -> bool:
        """Whether a token may stand in the head of an agency's report: a name, a day, a comma."""
        return (
            bool(self.flags[at] & w.CAPITAL)
            or self.words[at] in ",./"
            or self.words[at].rstrip(".").isdigit()
        )

    def _behind_place(self, first: int, end: int) -> int:
        """The first token behind a place and a dash that open a paragraph: "BERN – Der Rat"."""
        if self.block_starts[self.block_of(first)] != first:
            return first
        begin = self.behind_dash(first, min(first + 4, end - 4), lambda at: bool(self.flags[at] & w.CAPITAL))
        return begin if self.words[begin][0].isupper() else first

    @cached_property
    def datelines(self) -> frozenset[int]:
        """Tokens of place and agency before the first sentence of a paragraph."""
        blocks = self.analysis.blocks
        return frozenset(at for block in blocks for at in range(block[0], self._behind_dateline(block)[0]))


def _first(sentence: Sentence) -> int:
    return sentence.first


def parse(analysis: Analysis) -> Parsed:
    """Look every token of a text up."""
    table = load_lexicon(analysis.language.code)
    parsed = Parsed(analysis, table, [table[word] for word in analysis.tokens.words])
    mark_unlisted(parsed, table, parsed.flags)
    return parsed

"""An English text with the part of speech of each word, and its verbs."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from reader.quotes.clauses.english.lexicon import Lexicon, load
from reader.quotes.clauses.english.tagging import tags_of
from reader.quotes.clauses.english.verb_groups import VerbGroup, groups_of
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText


@dataclass(frozen=True, eq=False)
class ClauseText(TableText):
    """A `TableText` whose words have a part of speech."""

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the language."""
        return load(self.language.code)

    @cached_property
    def tags(self) -> str:
        """A letter for each token, see `lexicon.TAGS`."""
        return tags_of(self)

    @cached_property
    def groups(self) -> list[VerbGroup]:
        """The verbs with their auxiliaries, in order."""
        return groups_of(self.tags, self.lowered, self.lexicon)

    @cached_property
    def _group_starts(self) -> list[int]:
        return [group.first for group in self.groups]

    def groups_in(self, tokens: Range) -> list[VerbGroup]:
        """The verbs that begin in a range."""
        starts = self._group_starts
        return self.groups[bisect_left(starts, tokens[0]) : bisect_left(starts, tokens[1])]

    def says(self, token: int) -> bool:
        """Whether a token is a form of a verb of saying and no noun: not "a tweet"."""
        return super().says(token) and self.tag(token) in "VbgnA"

    def isin(self, at: int, name: str) -> bool:
        """Whether a word is in a list of `clauses.toml`."""
        return self.lower(at) in self.lexicon.lists[name]

    def isin_lemma(self, lemma: str, name: str) -> bool:
        """Whether the infinitive of a verb is in a list of `clauses.toml`."""
        return lemma in self.lexicon.lists[name]

    def tag(self, at: int) -> str:
        """The letter of a token; "." beyond the ends."""
        return self.tags[at] if 0 <= at < len(self.tags) else "."

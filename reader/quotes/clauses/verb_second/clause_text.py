"""A text in a verb-second language, with its verbs of saying and where its clauses begin."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reader.languages.verb_files import INFINITIVE, PARTICIPLE
from reader.quotes.clauses.verb_second.words import Grammar, load
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

MARKS = frozenset(("“", "”", "„", "«", "»", '"', "‘", "’", "'", ",,", "''"))
STOPS = frozenset((".", "!", "?", "…", "...", ";", ":"))
DASHES = frozenset(("—", "–", "-", "--"))
_NONE: frozenset[str] = frozenset()
_BRACKET = 12
"""Tokens of an aside in brackets at most."""
_BACK = 40
"""Tokens before a verb in which its clause begins, at most."""


@dataclass(frozen=True, eq=False)
class ClauseText(TableText):
    """A `TableText` that knows the verbs of its language by all their forms."""

    @cached_property
    def grammar(self) -> Grammar:
        """The closed classes of the language."""
        return load(self.language.code)

    @cached_property
    def predicates(self) -> dict[tuple[int, Range], Any]:
        """Predicates read so far, by token and sentence: direct speech, tags and clauses ask for the same."""
        return {}

    @cached_property
    def sourced(self) -> dict[Range, bool]:
        """Sentences of which it is known whether a phrase attributes them."""
        return {}

    @cached_property
    def said_at(self) -> list[int]:
        """Tokens that are a form of a verb of saying, in order."""
        known = self.grammar.meanings
        return [at for at, word in enumerate(self.lowered) if word in known]

    def sayings_in(self, sentence: Range) -> list[int]:
        """The same within a range."""
        return self.said_at[bisect_left(self.said_at, sentence[0]) : bisect_left(self.said_at, sentence[1])]

    def lemmas(self, at: int) -> frozenset[str]:
        """The infinitives that a word may be a form of."""
        return self.grammar.lemmas.get(self.lower(at), _NONE)

    def is_adverb(self, at: int) -> bool:
        """Whether a word is an adverb or a time: "gisteren", "ook", "maandag"."""
        word = self.lower(at)
        return word in self.grammar.adverbs or word in self.language.times or word in self.grammar.pronominal

    def is_time(self, at: int) -> bool:
        """Whether a word names a time."""
        return self.lower(at) in self.grammar.time_nouns or self.lower(at) in self.language.times

    def is_pronoun(self, at: int) -> bool:
        """Whether a word is a personal pronoun that can be a subject."""
        return self.lower(at) in self.language.pronouns

    def is_finite(self, at: int) -> bool:
        """Whether a word is a finite verb that the book holds, and no noun or name."""
        if self.lower(at) not in self.grammar.finite or self._owns(at):
            return False
        named = self.words[at][0].isupper() and at > self.sentence_of(at)[0]
        return not named and not self.is_noun_behind(at)

    def _owns(self, at: int) -> bool:
        """Whether a verb is a possessive here: "Zijn vrouw", not "Zijn de kinderen"."""
        if self.lower(at) not in self.language.determiners or at + 1 >= len(self.words):
            return False
        before, behind = self.lower(at - 1), self.lower(at + 1)
        opens = (
            at == self.sentence_of(at)[0] or before in self.grammar.prepositions | self.grammar.coordinators
        )
        small = behind in self.grammar.closed | self.language.determiners or behind in self.language.pronouns
        return opens and self.words[at + 1][0].isalpha() and not small

    def is_plainly_finite(self, at: int) -> bool:
        """Whether a word is a finite verb and neither infinitive ("leven") nor participle ("verrast")."""
        forms = self.grammar.book.forms.get(self.lower(at), ())
        other = INFINITIVE | PARTICIPLE
        return self.is_finite(at) and not any(reading.features & other for reading in forms)

    def is_participle(self, at: int) -> bool:
        """Whether a word is a participle and no finite verb: "gevraagd"."""
        readings = self.grammar.book.forms.get(self.lower(at), ())
        return bool(readings) and all(reading.features & PARTICIPLE for reading in readings)

    def is_noun_behind(self, at: int) -> bool:
        """Whether a form is a noun by the article before it: "het besluit", "een bericht"."""
        before = self.lower(at - 1)
        # "het besluit te betreuren": "het" is a pronoun too, but not before a noun and an infinitive
        nouns = self.language.documents | self.language.groups
        pointed = before in self.grammar.neuter & self.grammar.objects
        if pointed and self.lower(at) in nouns and self.lower(at + 1) in self.grammar.infinitive:
            return True
        own = before in self.language.pronouns or before in self.grammar.relatives | self.grammar.objects
        return before in self.language.determiners and not own

    def clause_start(self, at: int, first: int) -> int:
        """Where the clause of the verb `at` begins, `first` or later: behind a stop or "…, en"."""
        before = at
        while before > max(first, at - _BACK):
            before -= 1
            word = self.words[before]
            # "minister Bos (Welzijn) heeft": an aside.
            if word == ")":
                near = range(before - 1, max(first, before - _BRACKET) - 1, -1)
                before = next((place for place in near if self.words[place] == "("), before)
                continue
            if word in STOPS or word in DASHES or word in "()" or before in self.begins:
                return before + 1
            joined = self.lower(before) in self.grammar.coordinators
            if joined and self.words[before - 1] == "," and before > first:
                return before + 1
        return max(first, at - _BACK)

"""A text in a Slavic language, with where its verbs of saying stand and where a nominative begins."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from reader.languages.given_names import given_names
from reader.languages.verb_files import INFINITIVE, VerbForm
from reader.quotes.clauses.slavic.words import Grammar, load
from reader.quotes.text.nouns import is_role
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

MARKS = frozenset('“”„«»"')
_PLACE = 10
"""Tokens of a place, date and agency with the dash behind them at most."""
STOPS = frozenset((".", "!", "?", "…", "...", ";", ":"))
DASHES = frozenset(("—", "–", "-", "--", "―"))


@dataclass(frozen=True, eq=False)
class SlavicText(TableText):
    """A `TableText` that knows the verbs of its language by all their forms."""

    @cached_property
    def grammar(self) -> Grammar:
        """The closed classes of the language."""
        return load(self.language.code)

    def behind_place(self, first: int) -> int:
        """Behind the place and agency that open an article: "Kraków (PAP) – ", "Kraków, 12 maja (PAP) – "."""
        near = range(first + 2, min(first + _PLACE, len(self.words) - 1))
        dash = next((at for at in near if self.words[at] in DASHES), 0)
        if dash and self.words[dash - 1] == ")" and self.words[first][0].isupper():
            return dash + 1
        return super().behind_place(first)

    def readings(self, at: int) -> tuple[VerbForm, ...]:
        """What a word may be as a form of a verb."""
        return self.grammar.book.forms.get(self.plain[at], ()) if at < len(self.plain) else ()

    @cached_property
    def plain(self) -> list[str]:
        """The tokens in lower case, past forms of first persons as third ones: "myślał" of "myślałem"."""
        return [self._third(word) for word in self.lowered]

    def _third(self, word: str) -> str:
        for ending in self.grammar.own_past:
            third = word.removesuffix(ending)
            if third != word and third in self.grammar.said:
                return third
        return word

    def is_own(self, at: int) -> bool:
        """Whether a form is of the first person."""
        return self.plain[at] != self.lowered[at]

    @cached_property
    def said_at(self) -> list[int]:
        """Tokens that are a form of a verb of saying, in order."""
        said = self.grammar.said
        return [at for at, word in enumerate(self.plain) if word in said]

    def sayings_in(self, tokens: Range) -> list[int]:
        """The same within a range."""
        return self.said_at[bisect_left(self.said_at, tokens[0]) : bisect_left(self.said_at, tokens[1])]

    @cached_property
    def phrase_places(self) -> frozenset[int]:
        """Tokens at which a phrase like "według" or "jak powiedział" can begin."""
        openers = {phrase[0] for phrase in self.grammar.sources} | set(self.grammar.own_sources)
        openers |= self.language.comparisons
        return frozenset(at for at, word in enumerate(self.lowered) if word in openers)

    @cached_property
    def families(self) -> frozenset[str]:
        """Surnames behind a given name in the nominative."""
        names, words = given_names(), self.analysis.tokens.words
        behind = [at for at, word in enumerate(words) if at and word[0].isupper() and word not in names]
        plain = {words[at] for at in behind if words[at - 1] in names}
        # "Lindę Noskovą": such an ending tells the nominative
        inflected = {self._sure_nominative(words[at]) for at in behind if self._is_given(words[at - 1])}
        return frozenset(plain | inflected - {""})

    def is_inflected_given(self, at: int) -> bool:
        """Whether a word is a given name in another case than the nominative: "Ewie"."""
        return self.words[at][0].isupper() and not self.is_name(at) and self._is_given(self.words[at])

    def _is_given(self, word: str) -> bool:
        """Whether a word is a given name, in another case perhaps."""
        ends, names = self.grammar.first_endings, given_names()
        return word in names or any(
            word.endswith(end) and word.removesuffix(end) + put in names for end, put in ends
        )

    def _sure_nominative(self, word: str) -> str:
        """The nominative of a surname with an ending that no nominative has; empty for others."""
        ends = ((end, put) for end, put in self.grammar.name_endings if len(word) > len(end) + 1)
        return next((word.removesuffix(end) + put for end, put in ends if word.endswith(end)), "")

    def is_finite(self, at: int) -> bool:
        """Whether a word in small letters is a finite verb that the book holds."""
        verb = self.lower(at) in self.grammar.finite and self.words[at][0].islower()
        return verb and not self.is_former(at)

    def is_verb(self, at: int) -> bool:
        """Whether a word is a finite verb, or ends as the past of one that no book holds; no name."""
        word = self.words[at]
        opens = word[0].islower() or at in self._openings
        if not opens or self.is_name(at) or self.is_noun(at) or self.is_former(at):
            return False
        if self.lower(at) in self.grammar.finite:
            return True
        return len(word) > 4 and word.endswith(self.grammar.past_endings)

    def is_infinitive(self, at: int) -> bool:
        """Whether a word is an infinitive, by the book or its ending."""
        if any(reading.features & INFINITIVE for reading in self.readings(at)):
            return True
        word = self.lower(at)
        if self.words[at][0].isupper() and at not in self._openings:  # "Vuković"
            return False
        noun = self.is_noun(at) or word.endswith(self.grammar.abstract_nouns or ("\0",))
        return len(word) > 4 and word.endswith(self.grammar.infinitives) and not noun

    @cached_property
    def _openings(self) -> frozenset[int]:
        """First tokens of sentences, where a capital tells nothing."""
        return frozenset(self.analysis.sentence_starts)

    def is_adverb(self, at: int) -> bool:
        """Whether a word is an adverb or tells a time: "też", "wczoraj"."""
        word = self.lower(at)
        return (word in self.grammar.adverbs or word in self.language.times) and not self.is_name(at)

    def is_preposition(self, at: int) -> bool:
        """Whether a word is a preposition."""
        return self.lower(at) in self.language.prepositions

    def is_small(self, at: int) -> bool:
        """Whether a word stands beside a verb without being its subject: adverb, pronoun, negation."""
        word, grammar = self.lower(at), self.grammar
        return word in grammar.clitics or word in grammar.reflexives or self.is_adverb(at)

    def is_name(self, at: int) -> bool:
        """Whether a word is a given name, by the table of them."""
        return self.words[at] in given_names()

    def is_noun(self, at: int) -> bool:
        """Whether a word is the nominative of who may speak: a role, group or document that a table knows."""
        word, language = self.lower(at), self.language
        if word in language.groups or word in language.documents or word in language.anonymous:
            return True
        if word in self.grammar.several:
            return True
        return is_role(word, language) or word in language.honorifics

    def is_person(self, at: int) -> bool:
        """Whether a word is the nominative of a person by role: "kobieta", "wójt"."""
        word = self.lower(at)
        return is_role(word, self.language) or word in self.language.anonymous

    def is_former(self, at: int) -> bool:
        """Whether a past form of "to be" stands before a role, as an adjective: "były prezes"."""
        return self.lower(at) in self.grammar.former and self.is_noun(at + 1)

    def begins_nominative(self, at: int) -> bool:
        """Whether a subject surely begins at a word: a pronoun, given name or noun that a table knows."""
        known = self.lower(at) in self.language.pronouns or self.is_name(at) or self.is_noun(at)
        # "jego asystentka"
        owned = self.lower(at) in self.grammar.own_sources and self.is_noun(at + 1)
        return known or owned or self.is_former(at)

    def is_oblique(self, at: int) -> bool:
        """Whether a word has an ending that no subject has: "Nowakowi"."""
        word = self.lower(at)
        if word in self.grammar.never_nominative and not self.is_noun(at):
            return True
        return len(word) > 4 and word.endswith(self.grammar.oblique_endings)

    def follows_name(self, at: int) -> bool:
        """Whether a nominative follows a whole name in the genitive: "Jacka Bąka | Lech gra"."""
        words, endings = self.analysis.tokens.words, self.grammar.genitive_endings
        if at < 2 or not (words[at - 2][0].isupper() and words[at - 1][0].isupper()):
            return False
        given, surname, word = (word.lower() for word in words[at - 2 : at + 1])
        ends = self.grammar.first_endings
        # "Anny Marii Gil": a second given name
        second = any(words[at - 1].removesuffix(end) + put in given_names() for end, put in ends)
        return (
            given.endswith(endings)
            and surname.endswith(endings)
            and not second
            and not word.endswith(endings)
        )

    def stands(self, at: int, phrase: tuple[str, ...]) -> bool:
        """Whether these words stand at a token."""
        return tuple(self.lowered[at : at + len(phrase)]) == phrase

"""A text in a Romance language, with where its verbs of saying stand."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reader.languages.given_names import given_names
from reader.languages.verb_files import PARTICIPLE, VerbForm
from reader.models import Span
from reader.quotes.clauses.romance.words import Grammar, load
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

MARKS = frozenset('“”„«»"')
STOPS = frozenset((".", "!", "?", "…", "...", ";", ":"))
DASHES = frozenset(("—", "–", "-"))
"""Dashes; "--" is two tokens."""
_PLAIN = str.maketrans("áéí", "aei")
_AUXILIARY = 3
"""Tokens from an auxiliary to its participle at most ("a-t-il ainsi déclaré")."""


@dataclass(frozen=True, eq=False)
class ClauseText(TableText):
    """A `TableText` that knows the verbs of its language by all their forms."""

    @cached_property
    def grammar(self) -> Grammar:
        """The closed classes of the language."""
        return load(self.language.code)

    @cached_property
    def bare(self) -> list[str]:
        """The tokens in lower case without pronouns that hang on them: "disse" of "disse-lhe"."""
        glued = self.grammar.glued
        return [
            self._bare(word) if "-" in word else self._unglued(word) if word.endswith(glued) else word
            for word in self.lowered
        ]

    def _unglued(self, word: str) -> str:
        """A gerund of saying without the pronouns written in one with it: "pidiéndole", "dicendogli"."""
        head = word
        for pronoun in self.grammar.glued:
            head = head.removesuffix(pronoun)
        head = head.translate(_PLAIN)
        return head if head in self.grammar.said and head.endswith(self.grammar.gerunds) else word

    def _bare(self, word: str) -> str:
        head, _, tail = word.replace("‑", "-").partition("-")
        # "disse-nos", "dir-se-ia" is left; "dit-il" has its pronoun as a subject, "a-t-il" too.
        if tail in self.grammar.enclitics:
            return head
        pronoun = tail.removeprefix("t-")
        return head if pronoun in self.language.pronouns else word

    def is_listed(self, verb: str) -> bool:
        """Whether a form is one of a verb of saying ("fait" of "fait-il savoir") or an auxiliary."""
        return verb in self.grammar.said or verb in self.grammar.finite or super().is_listed(verb)

    def halves(self, token: int) -> tuple[Span, Span] | None:
        """Verb and pronoun of a token that holds both; behind "-t-" also of a verb in no book."""
        found = super().halves(token)
        verb, inserted, pronoun = self.lower(token).replace("‑", "-").partition("-t-")
        if found or not inserted or not verb.isalpha() or pronoun not in self.language.pronouns:
            return found
        start, end = self.span((token, token + 1))
        return Span(start, start + len(verb)), Span(end - len(pronoun), end)

    def hangs(self, at: int) -> bool:
        """Whether a pronoun that is no subject hangs on a word: "diz-se"."""
        return self.bare[at] != self.lowered[at] and self.halves(at) is None

    def readings(self, at: int) -> tuple[VerbForm, ...]:
        """What a word may be as a form of a verb."""
        # "…, según" ends a text that was cut off
        return self.grammar.book.forms.get(self.bare[at], ()) if at < len(self.bare) else ()

    @cached_property
    def given(self) -> dict[str, str]:
        """Given names of the language, with the gender they tell."""
        return given_names(self.language.code)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words with a capital that stand behind a given name somewhere in the text."""
        pairs = zip(self.words, self.words[1:], strict=False)
        return frozenset(word for given, word in pairs if given in self.given and word[0].isupper())

    @cached_property
    def said_at(self) -> list[int]:
        """Tokens that are a form of a verb of saying, in order."""
        said = self.grammar.said
        return [at for at, word in enumerate(self.bare) if word in said]

    def sayings_in(self, sentence: Range) -> list[int]:
        """The same within a range."""
        return self.said_at[bisect_left(self.said_at, sentence[0]) : bisect_left(self.said_at, sentence[1])]

    @cached_property
    def predicates(self) -> dict[tuple[int, int], Any]:
        """The predicates read so far, by verb and start of the sentence: many rules ask for each."""
        return {}

    @cached_property
    def speaking(self) -> frozenset[str]:
        """Nouns of those who speak: roles, groups, documents, the unnamed."""
        language = self.language
        return language.roles | language.groups | language.documents | language.anonymous

    @cached_property
    def openers(self) -> frozenset[str]:
        """Small words that may stand before a phrase at a sentence's start."""
        return self.language.joining | self.grammar.adverbs | self.language.times | {","}

    @cached_property
    def articles(self) -> frozenset[str]:
        """Determiners, also those that only a noun follows."""
        return self.language.determiners | self.grammar.articles

    @cached_property
    def sources(self) -> dict[str, list[tuple[str, ...]]]:
        """The phrases that name a source, by their first word."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.language.attributions:
            found.setdefault(phrase[0], []).append(phrase)
        return found

    @cached_property
    def own_views(self) -> dict[str, list[tuple[str, ...]]]:
        """The phrases that give a clause to whoever spoke before, by their first word."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.grammar.own_views:
            found.setdefault(phrase[0], []).append(phrase)
        return found

    def says(self, token: int) -> bool:
        """Whether a token is a verb of saying: not "le juge", not "jugé" of "il sera jugé"."""
        # "disse-lhe": with the pronoun that hangs on it, too
        known = token < len(self.bare) and self.bare[token] in self.language.verbs
        return known and not (self.is_noun(token) or self.is_passive(token))

    def is_passive(self, at: int) -> bool:
        """Whether a form is a participle without "have" before it: nobody says it."""
        if any(not reading.features & PARTICIPLE for reading in self.readings(at)):
            return False
        for before in range(at - 1, max(0, at - _AUXILIARY) - 1, -1):
            lemmas = {reading.lemma for reading in self.readings(before)}
            if lemmas & self.grammar.perfect:
                reflexive = self.lower(before - 1) in self.grammar.reflexives
                return bool(lemmas & self.grammar.passive) and not reflexive
            if not self.is_adverb(before) and self.lower(before) not in self.grammar.negations:
                return True
        return True

    def is_noun(self, at: int) -> bool:
        """Whether a form of a verb is a noun by the article or preposition before it: "la denuncia"."""
        # "la denuncia"; "le denuncia", "lui reproche" are a verb with its object.
        return (
            at < len(self.bare)
            and self.bare[at] in self.grammar.nouns
            and self.lower(at - 1) in self._before_nouns
        )

    @cached_property
    def _before_nouns(self) -> frozenset[str]:
        grammar = self.grammar
        return (self.language.determiners | grammar.articles | grammar.prepositions) - grammar.reflexives

    def is_participle(self, at: int) -> bool:
        """Whether a word is a participle, by the book or by its ending: "tombée", "cadute"."""
        if any(reading.features & PARTICIPLE for reading in self.readings(at)):
            return True
        word = self.lower(at)
        # "tombées" less its e and s, "cadute" with an o
        plain = (word, word.rstrip("es"), word[:-1] + "o")
        return len(word) > 4 and any(form.endswith(self.language.participles or ("\0",)) for form in plain)

    def stands_before(self, at: int, phrase: tuple[str, ...]) -> bool:
        """Whether a phrase ends right before a token, with a comma or none between."""
        end = at - (self.lower(at - 1) == ",")
        first = end - len(phrase)
        return first >= 0 and tuple(self.lowered[first:end]) == phrase

    def begins_clause(self, at: int) -> bool:
        """Whether a word begins a clause: "que", "si", "lorsque"; not "s'" before a verb."""
        word, grammar = self.lower(at), self.grammar
        opens = grammar.whether - grammar.reflexives
        return word in grammar.that or word in opens or word in grammar.subordinating

    def is_emphatic(self, at: int) -> bool:
        """Whether a word is a pronoun with "self" on it: "lui-même"."""
        pronoun, _, own = self.lower(at).partition("-")
        return own in self.language.emphatic and bool(pronoun)

    def is_adverb(self, at: int) -> bool:
        """Whether a word is an adverb: "ayer", "claramente"."""
        word, language = self.lower(at), self.language
        if word in self.grammar.adverbs or word in language.times:
            return True
        # "le gouvernement", "du règlement" are nouns.
        noun = self.lower(at - 1) in self._before_nouns or word in language.groups
        return len(word) > 6 and word.endswith(language.adverb_endings or ("\0",)) and not noun

    def is_finite(self, at: int) -> bool:
        """Whether a word is a finite verb that the book holds, and no noun: not "una cuenta", "de nota"."""
        verb = self.bare[at] in self.grammar.finite and self.lower(at - 1) not in self._before_no_verb
        return verb and not self.is_noun(at)

    @cached_property
    def _before_no_verb(self) -> frozenset[str]:
        grammar = self.grammar
        attributing = {words[0] for words in self.language.attributions if len(words) == 1}
        return grammar.articles | (
            grammar.prepositions - grammar.clitics - attributing - self.language.comparisons
        )

    def has_verb(self, first: int, end: int) -> bool:
        """Whether a finite verb stands in a range, by the book or by its ending: "abrió"."""
        endings = self.grammar.finite_endings or ("\0",)
        # "la consejería" is no verb
        return any(
            self.is_finite(at)
            or (
                len(self.bare[at]) > 3
                and self.bare[at].endswith(endings)
                and self.lowered[at] not in self.speaking
            )
            for at in range(first, end)
        )

    def tells_verb(self, first: int, end: int) -> bool:
        """Whether a finite verb stands in a range, or a pronoun of who speaks: "me orgulha"."""
        own = self.grammar.clitics & self.grammar.reflexives - self.grammar.impersonal
        end = min(end, len(self.words))
        return self.has_verb(first, end) or any(self.lower(at) in own for at in range(first, end))

    def is_governed(self, at: int) -> bool:
        """Whether a preposition stands at a token, no article: "En la sala", "Ao visitar"."""
        word = self.lower(at)
        return word in self.grammar.prepositions and word not in self.language.determiners

    def is_article(self, at: int, *, named: bool = False) -> bool:
        """Whether what may be a preposition is an article: "disse a ministra", not "a jornalistas".

        With `named`, also before names: "informou ontem a Lusa".
        """
        if self.lower(at) not in self.language.determiners or at + 1 >= len(self.words):
            return False
        behind, word = self.words[at + 1], self.lower(at + 1)
        if behind[0].isupper():
            return named
        feminine = word in self.language.female or word.endswith(self.grammar.feminine)
        # "disse a parlamentar"
        feminine = feminine or (word in self.language.roles and word not in self.language.male)
        return feminine and not word.endswith("s")

    def is_bare_noun(self, first: int, end: int) -> bool:
        """Whether words in commas behind a name tell what somebody is: ", antiguo cónsul en Lima,".

        A noun without an article begins no clause, and no verb stands in them.
        """
        word, language, grammar = self.lower(first), self.language, self.grammar
        named = self.words[first - 2][0].isupper() or self.words[first - 2] in ")]"
        if not (named and word.isalpha() and self.words[first][0].islower()) or self.is_governed(first):
            return False
        small = (
            self.articles | grammar.clitics | grammar.negations | grammar.questions | grammar.subordinating
        )
        other = language.pronouns.keys() | language.joining | language.adversatives | language.relatives
        closed = word in small or word in other or word in grammar.adverbial_heads
        if closed or self.begins_clause(first) or self.is_adverb(first):
            return False
        return not word.endswith(grammar.gerunds) and not self.is_clause(first, end)

    def is_clause(self, first: int, end: int) -> bool:
        """Whether words hold a finite verb outside relative clauses: not "El alero, que jugó bien"."""
        related = False
        for at in range(first, end):
            word = self.lower(at)
            related = related or word in self.language.relatives
            if word == "," and self.lower(at + 1) not in self.language.relatives:
                related = False
            elif not related and self.has_verb(at, at + 1):
                return True
        return False

    def is_linked_infinitive(self, at: int) -> bool:
        """Whether an infinitive with its preposition begins: "di produrre", not "al presentar"."""
        grammar, behind = self.grammar, self.lower(at + 1)
        verbal = behind.endswith(grammar.infinitives) and behind not in grammar.no_infinitives
        return self.lower(at) in grammar.infinitive_links and verbal and self.words[at + 1][0].islower()

    def is_adverbial(self, first: int, end: int) -> bool:
        """Whether what closes a sentence only says when, where or how: "en una entrevista de ayer"."""
        return self.is_governed(first) and not self.has_verb(first, end)

"""Look words up once: a table from word forms to bit flags and to the readings of verb forms.

`Lexicon` is a dictionary that fills itself: `[words[w] for w in tokens.words]` costs one lookup a token. The
flags say which closed class a form is in, whether it looks like a noun or an adjective, and which verb
forms it can be.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reader.languages import folders
from reader.quotes.german import inflection as forms
from reader.quotes.german.inflection import Readings, Verbs

(
    DETERMINER,
    PREPOSITION,
    SUBORDINATOR,
    QUESTION_WORD,
    RELATIVE,
    COORDINATOR,
    PRONOUN,
    OBJECT_PRONOUN,
    ADVERB,
    TIME,
    VERB_PARTICLE,
    POSSESSIVE,
    CAPITAL,
    NUMBER,
    PUNCTUATION,
    ADJECTIVE,
    FINITE,
    SUBJUNCTIVE1,
    SUBJUNCTIVE2,
    PARTICIPLE,
    INFINITIVE,
    PLURAL_VERB,
    SINGULAR_VERB,
    AUXILIARY,
    MODAL,
    PAST,
) = (1 << bit for bit in range(26))
FLAG_NAMES = tuple(name for name, value in list(globals().items()) if isinstance(value, int))
"""Names of the flags above, in the order of their bits; weights made for others are refused."""

NOMINAL = CAPITAL | NUMBER
CLOSED = DETERMINER | PREPOSITION | SUBORDINATOR | COORDINATOR | PRONOUN | OBJECT_PRONOUN | ADVERB
SUBJUNCTIVE = SUBJUNCTIVE1 | SUBJUNCTIVE2

_CLASSES = {
    "determiners": DETERMINER,
    "possessives": POSSESSIVE,
    "prepositions": PREPOSITION,
    "subordinators": SUBORDINATOR,
    "question_words": QUESTION_WORD,
    "relatives": RELATIVE,
    "coordinators": COORDINATOR,
    "pronouns": PRONOUN,
    "object_pronouns": OBJECT_PRONOUN,
    "adverbs": ADVERB,
    "verb_particles": VERB_PARTICLE,
}
"""Closed classes by their name in grammar.toml. A word may be in several: "da", "ihr", "seit"."""
_VERB_FLAGS = (
    (forms.FINITE, FINITE),
    (forms.SUBJUNCTIVE1, SUBJUNCTIVE1),
    (forms.SUBJUNCTIVE2, SUBJUNCTIVE2),
    (forms.PARTICIPLE, PARTICIPLE),
    (forms.INFINITIVE | forms.TO_INFINITIVE, INFINITIVE),
    (forms.PLURAL, PLURAL_VERB),
    (forms.SINGULAR, SINGULAR_VERB),
    (forms.PAST, PAST),
)
_AUXILIARIES = frozenset(("haben", "sein", "werden"))
_MODALS = frozenset(("können", "müssen", "dürfen", "sollen", "wollen", "mögen"))


@dataclass(frozen=True, slots=True)
class Lists:
    """Word lists that the rules read, each a set of forms or lemmas."""

    complementizers: frozenset[str]
    """Conjunctions of content clauses."""
    asking: frozenset[str]
    """Verbs that frame questions."""
    purpose: frozenset[str]
    """Words before infinitives of purpose or manner."""
    not_subjects: frozenset[str]
    """Forms that no subject begins with."""
    dative_articles: frozenset[str]
    """Articles that a dative may begin with."""
    subject_pronouns: frozenset[str]
    """Pronouns that are clearly subjects."""
    agents: frozenset[str]
    """Prepositions before the agent of a passive."""
    origins: frozenset[str]
    """Prepositions before a source where the verb is impersonal."""
    impersonal: frozenset[str]
    """Verbs without a speaker as subject."""
    focus: frozenset[str]
    """Words that stand before a subject."""
    genitive_attributes: frozenset[str]
    """Articles of a genitive that goes on with a noun phrase."""
    attaching_prepositions: frozenset[str]
    """Prepositions that attach to any noun phrase."""
    placing_prepositions: frozenset[str]
    """Prepositions that attach to noun phrases with an article."""
    name_joiners: frozenset[str]
    """Words between parts of a name."""
    pointing: frozenset[str]
    """Words that point back to a whole sentence."""
    confirming: frozenset[str]
    """Verbs that frame the sentence before."""
    naming: frozenset[str]
    """Verbs that call something by quoted words."""
    first_person: frozenset[str]
    """Pronouns of the first person that a verb form in -e may belong to."""
    self_references: frozenset[str]
    """Words by which a speaker means himself."""
    labels: frozenset[str]
    """Labels before a question in an interview."""
    agencies: frozenset[str]
    """Codes of news agencies in a dateline."""
    definite: frozenset[str]
    """Definite articles, also contracted with a preposition."""
    reporting_nouns: frozenset[str]
    """Nouns of saying that hold a clause."""
    before_judgements: frozenset[str]
    """Words right before a quoted judgement ("als „Unsinn“"), not before a name in marks."""
    citations: frozenset[str]
    """Verbs whose passive has who spoke as its subject ("wird Ott zitiert")."""
    letting: frozenset[str]
    """Forms of "lassen" that a verb of saying may hang on ("ließ mitteilen")."""
    source_prepositions: frozenset[str]
    """Prepositions before a source whose name may stand in marks."""
    impersonal_pronouns: frozenset[str]
    """Pronouns for nobody in particular."""
    views: frozenset[str]
    """Nouns of a view, behind "aus"."""
    unnamed: frozenset[str]
    """Articles of a phrase that is no name."""
    foreign: frozenset[str]
    """Small words of other languages, as in names and titles."""
    sollen: frozenset[str]
    """Forms of "sollen" that report."""
    helpers: frozenset[str]
    """Verbs that are no cue in a compound tense."""
    of: frozenset[str]
    """Words before a genitive or "von" phrase."""
    within: frozenset[str]
    """Prepositions before where somebody belongs."""
    told: frozenset[str]
    """Articles before an outlet that is spoken to."""
    outlet_roles: frozenset[str]
    """Roles that somebody has at an outlet, so that a genitive behind them says where."""
    pointers: frozenset[str]
    """Words that point back to a source, in place of a speaker."""
    someone: frozenset[str]
    """Pronouns of whom one of many is: "einer der Helfer"."""
    accounts: frozenset[str]
    """Nouns before the name of an account."""
    name_particles: frozenset[str]
    """Particles between the parts of a name."""
    qualities: frozenset[str]
    """Adjectives in the names of organisations, without ending."""
    without_party: frozenset[str]
    """Words in brackets behind a name of who belongs to no party."""
    stage_directions: frozenset[str]
    """What somebody does beside speaking, and remarks, in brackets behind a name."""
    indefinite: frozenset[str]
    """Indefinite articles and quantifiers."""


@dataclass(frozen=True, slots=True)
class Endings:
    """Word endings that tell classes of nouns, adjectives and adverbs."""

    sources: tuple[str, ...]
    """Nouns of saying ("Polizeiangaben")."""
    statements: tuple[str, ...]
    """Nouns before who holds or says something."""
    speakers: tuple[str, ...]
    """Nouns of speakers."""
    outlets: tuple[str, ...]
    """Nouns of newspapers, agencies and broadcasts."""
    attributes: tuple[str, ...]
    """Participles of who knows of something: "ein mit der Sache Vertrauter"."""
    neuter: tuple[str, ...]
    """Nouns of organisations and documents that are neuter."""
    feminine: tuple[str, ...]
    """Those that are feminine."""
    bodies: tuple[str, ...]
    """Other nouns of organisations."""
    derived: tuple[str, ...]
    """Adjectives made of names and nouns: "bayerische"."""
    callings: tuple[str, ...]
    """What somebody does, before a name."""
    rules: tuple[str, ...]
    """Nouns of rules, which things are done by but nobody says."""
    common: tuple[str, ...]
    """Nouns that are no names."""
    adverbs: tuple[str, ...]
    """Adverbs, told at a sentence's start from nouns."""
    adjectives: tuple[str, ...]
    """Inflected adjectives."""


class Lexicon(dict[str, int]):
    """Flags of word forms of a language with closed-class lists and a verb list."""

    def __init__(self, classes: dict[str, Any], verbs: Verbs) -> None:
        super().__init__()
        self.lists = Lists(**{name: frozenset(words.split()) for name, words in classes["lists"].items()})
        self.endings = Endings(**{name: tuple(words.split()) for name, words in classes["endings"].items()})
        self.commons: dict[str, bool] = {}
        """Whether a word ends as a common noun does, of the words that were asked for as names."""
        self._closed: dict[str, int] = {}
        for name, flag in _CLASSES.items():
            for word in classes.get(name, "").split():
                self._closed[word] = self._closed.get(word, 0) | flag
        self._times = frozenset(classes.get("time_nouns", "").split())
        self._verbs = verbs
        self._readings: dict[str, Readings] = {}

    def __missing__(self, word: str) -> int:
        flags = self[word] = self._flags(word)
        return flags

    def readings(self, word: str) -> Readings:
        """Readings of a verb form, also one written with ae, oe, ue or in capitals at a sentence's start."""
        found = self._readings.get(word)
        if found is None:
            found = self._readings[word] = self._find_readings(word)
        return found

    def _find_readings(self, word: str) -> Readings:
        # "Sagte er …" at a sentence's start; with prefixes too many nouns would be verbs ("Vertrag").
        if word[0].isupper():
            return self._verbs.unprefixed_readings(word.lower())
        found = self._verbs.readings(word)
        # Swiss spelling: "heisst".
        if not found and "ss" in word:
            found = self._verbs.readings(word.replace("ss", "ß"))
        spelt = with_umlauts(word)
        return found if found or spelt == word else self._verbs.readings(spelt)

    def _flags(self, word: str) -> int:
        first = word[0]
        if not first.isalnum():
            return PUNCTUATION
        lower = word.lower()
        # "fuer" is "für", as agencies without umlauts write.
        flags = self._closed.get(lower) or self._closed.get(with_umlauts(lower)) or 0
        if first.isdigit():
            flags |= NUMBER
        # "Im" and "Gestern" are in closed classes, "Glücklicherweise" has an adverb's ending; all other words
        # with a capital are nouns or names.
        elif _looks_like_name(word) or (
            first.isupper()
            and not flags & (CLOSED | QUESTION_WORD)
            and not lower.endswith(self.endings.adverbs)
        ):
            flags |= CAPITAL
        if word in self._times:
            flags |= TIME
        # "meine", "sein", "statt": articles and prepositions far more often than forms of verbs.
        if not flags & (DETERMINER | PREPOSITION) and first.isalpha():
            flags |= self._verb_flags(word)
        # "grüne", where no list knows better.
        if not flags & (CAPITAL | FINITE | CLOSED) and lower.endswith(self.endings.adjectives):
            flags |= ADJECTIVE
        return flags

    def _verb_flags(self, word: str) -> int:
        """All that any reading as a verb form says: "berichtet" is finite and a participle."""
        flags = 0
        for lemma, features in self.readings(word):
            for mask, flag in _VERB_FLAGS:
                if features & mask:
                    flags |= flag
            flags |= AUXILIARY if lemma in _AUXILIARIES else MODAL if lemma in _MODALS else 0
        return flags


def _looks_like_name(word: str) -> bool:
    """Whether a word that begins small is a name all the same: "al-Assad", "beispiel.de"."""
    hyphen = word.find("-", 0, 4)  # Short heads only: "e-Bike", "al-Assad", but "nicht-Raucher".
    address = "." in word[1:-1] and word[-1].isalpha()
    return address or (hyphen > 0 and word[hyphen + 1 : hyphen + 2].isupper())


_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


def with_umlauts(word: str) -> str:
    """A word with ae, oe, ue read as ä, ö, ü, except where "ue" follows a vowel or q ("neue", "Quelle")."""
    if "ae" not in word and "oe" not in word and "ue" not in word:
        return word
    for plain, umlaut in _UMLAUTS:
        at = word.find(plain)
        while at >= 0:
            # "neue", "Quelle", "Bauer" have no umlaut; "fuer", "Aerzte" have.
            if not (at and word[at - 1] in "aeiouäqAEIOUQ"):
                word = word[:at] + umlaut + word[at + 2 :]
            at = word.find(plain, at + 1)
    return word


@lru_cache(maxsize=8)
def load_lexicon(code: str) -> Lexicon:
    """The word table of a language; empty classes and no verbs where it has no lists."""
    classes = folders.table_of(code, "grammar.toml")
    lines = folders.text_of(code, "verbs.txt").splitlines()
    return Lexicon(classes, Verbs(lines, classes["verb_particles"].split()))

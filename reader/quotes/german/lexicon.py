"""Look words up once: a table from word forms to bit flags and to the readings of verb forms.

`Lexicon` is a dictionary that fills itself: `[words[w] for w in tokens.words]` costs one lookup a token. The
flags say which closed class a form is in, whether it looks like a noun or an adjective, and which verb
forms it can be.
"""

from functools import lru_cache
from typing import Any

from reader.languages import folders
from reader.languages import german_verbs as forms
from reader.languages.german_verbs import Readings, Verbs
from reader.quotes.german.word_lists import Endings, Lists

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


class Lexicon(dict[str, int]):
    """Flags of word forms of a language with closed-class lists and a verb list."""

    def __init__(self, classes: dict[str, Any], verbs: Verbs) -> None:
        super().__init__()
        self.lists = Lists(**{name: frozenset(words.split()) for name, words in classes["lists"].items()})
        self.endings = Endings(**{name: tuple(words.split()) for name, words in classes["endings"].items()})
        self.deeds = {verb: tuple(words.split()) for verb, words in classes.get("deeds", {}).items()}
        """Objects that make a deed of an act of speech, by its verb, as they end: to claim lives."""
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
            # "@anna" is an account, and a name.
            return CAPITAL if first == "@" and len(word) > 1 else PUNCTUATION
        lower = word.lower()
        # "fuer" is "für", as agencies without umlauts write.
        flags = self._closed.get(lower) or self._closed.get(with_umlauts(lower)) or 0
        if first.isdigit():
            # "der 58-Jährige" is somebody.
            flags |= CAPITAL if word.partition("-")[2][:1].isupper() else NUMBER
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
        # "meine", "sein", "statt", "lange": far more often other words than forms of verbs.
        closed = flags & (DETERMINER | PREPOSITION) or word in self.lists.verbless
        if not closed and first.isalpha():
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

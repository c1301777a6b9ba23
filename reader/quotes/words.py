"""Look words up once: a table from word forms to bit flags and to the readings of verb forms.

`Words` is a dictionary that fills itself: `[words[w] for w in tokens.words]` costs one lookup a token. The
flags say which closed class a form is in, whether it looks like a noun or an adjective, and which verb
forms it can be.
"""

import tomllib
from functools import lru_cache
from importlib import resources

from reader.quotes import inflection as forms
from reader.quotes.inflection import Readings, Verbs

(
    DETERMINER,
    PREPOSITION,
    SUBORDINATOR,
    QUESTION,
    RELATIVE,
    COORDINATOR,
    PRONOUN,
    OBJECT,
    ADVERB,
    TIME,
    PARTICLE,
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

NOMINAL = CAPITAL | NUMBER
CLOSED = DETERMINER | PREPOSITION | SUBORDINATOR | COORDINATOR | PRONOUN | OBJECT | ADVERB
SUBJUNCTIVE = SUBJUNCTIVE1 | SUBJUNCTIVE2

_CLASSES = {
    "determiners": DETERMINER,
    "possessives": POSSESSIVE,
    "prepositions": PREPOSITION,
    "subordinators": SUBORDINATOR,
    "questions": QUESTION,
    "relatives": RELATIVE,
    "coordinators": COORDINATOR,
    "pronouns": PRONOUN,
    "objects": OBJECT,
    "adverbs": ADVERB,
    "particles": PARTICLE,
}
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
_ADVERBIAL = ("maßen", "gemäß", "seits", "weise", "lings", "lich", "ließend", "dessen")
_ENDINGS = ("e", "en", "er", "es", "em")


class Words(dict[str, int]):
    """Flags of word forms of a language with closed-class lists and a verb list."""

    def __init__(self, classes: dict[str, str], verbs: Verbs) -> None:
        super().__init__()
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
            lower = word.lower()
            found = self._verbs.readings(lower) or self._verbs.readings(with_umlauts(lower))
            self._readings[word] = found
        return found

    def _flags(self, word: str) -> int:
        first = word[0]
        if not first.isalnum():
            return PUNCTUATION
        lower = word.lower()
        flags = self._closed.get(lower) or self._closed.get(with_umlauts(lower)) or 0
        if first.isdigit():
            flags |= NUMBER
        elif first.isupper() and not flags & (CLOSED | QUESTION) and not lower.endswith(_ADVERBIAL):
            flags |= CAPITAL
        if word in self._times:
            flags |= TIME
        if not flags & (DETERMINER | PREPOSITION) and first.isalpha():
            flags |= self._verb_flags(word)
        if not flags & (CAPITAL | FINITE | CLOSED) and lower.endswith(_ENDINGS):
            flags |= ADJECTIVE
        return flags

    def _verb_flags(self, word: str) -> int:
        flags = 0
        for lemma, features in self.readings(word):
            for mask, flag in _VERB_FLAGS:
                if features & mask:
                    flags |= flag
            flags |= AUXILIARY if lemma in _AUXILIARIES else MODAL if lemma in _MODALS else 0
        return flags


_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


def with_umlauts(word: str) -> str:
    """A word with ae, oe, ue read as ä, ö, ü, except where "ue" follows a vowel or q ("neue", "Quelle")."""
    if "ae" not in word and "oe" not in word and "ue" not in word:
        return word
    for plain, umlaut in _UMLAUTS:
        at = word.find(plain)
        while at >= 0:
            if not (at and word[at - 1] in "aeiouäq"):
                word = word[:at] + umlaut + word[at + 2 :]
            at = word.find(plain, at + 1)
    return word


@lru_cache(maxsize=8)
def load_words(code: str) -> Words:
    """The word table of a language; empty classes and no verbs where it has no lists."""
    folder = resources.files("reader.quotes.lang").joinpath(code)
    classes = tomllib.loads(folder.joinpath("words.toml").read_text(encoding="utf-8"))
    lines = folder.joinpath("verbs.txt").read_text(encoding="utf-8").splitlines()
    return Words(classes, Verbs(lines, classes["particles"].split()))

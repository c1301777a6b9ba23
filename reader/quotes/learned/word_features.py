"""Look each distinct word up once: a word form's features as numbers, in growing tables shared by all
articles.

A word's *row* has five identifiers (word, lemma, endings of three and four letters, shape), into embedding
tables, and a set of bits: the grammatical flags of `reader.quotes.german.lexicon` and the word classes of the
weights ("verbs of saying", "nouns for people", …). A row is made when a word is first met and kept, up to
`_MOST`.
"""

from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np

from reader.languages.german_verbs import SUBJUNCTIVE1
from reader.quotes.german.lexicon import CAPITAL, FLAG_NAMES, Lexicon, with_umlauts

Ints = np.ndarray[tuple[Any, ...], np.dtype[np.int64]]
Floats = np.ndarray[tuple[Any, ...], np.dtype[np.float32]]
Classes = tuple[dict[str, int], dict[str, int]]

BUCKETS = 3000
"""Endings are hashed into so many buckets; the weights have a row for each."""
FLAGS = len(FLAG_NAMES)
"""Bits of `reader.quotes.german.lexicon`."""
CLASSES = 16
"""Most word classes there may be."""
BITS = FLAGS + CLASSES
_MOST = 60_000
"""Rows kept at most, to bound the memory; then all are forgotten."""
_NOUN_ENDINGS = ("", "n", "en", "s", "es", "e", "er", "innen", "in", "nen")
"""Inflection that a listed noun may have, "in" and "innen" for women among it."""
_SHORTEST_HEAD = 5
"""Letters of the last part of a compound at least: "Polizei|sprecher", but not "Bei|rat" as a "Rat"."""


class GrowingTable:
    """Rows of numbers, added a few at a time; room is doubled, so that hardly an article copies them."""

    def __init__(self, width: int) -> None:
        self._room = np.zeros((1024, width), np.float32)
        self._used = 0

    def __len__(self) -> int:
        return self._used

    @property
    def rows(self) -> Floats:
        """The rows added so far."""
        return self._room[: self._used]

    def add(self, rows: Floats) -> None:
        """Append rows."""
        end = self._used + len(rows)
        if end > len(self._room):
            grown = np.zeros((max(end, 2 * len(self._room)), self._room.shape[1]), np.float32)
            grown[: self._used] = self.rows
            self._room = grown
        self._room[self._used : end] = rows
        self._used = end


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the weights know of words."""

    words: dict[str, int]
    """Word forms in lower case to identifiers from 1; 0 is any other."""
    lemmas: dict[str, int]
    classes: Classes
    """Bits of the classes that a lemma is in, for verbs and for all others."""
    class_names: tuple[str, ...] = ()
    """What the classes are called, in the order of their bits."""


def read_classes(lines: list[str]) -> tuple[tuple[str, ...], Classes]:
    """Names of the classes, and bits by lemma: of verbs (classes called "verbs …") and of other words."""
    names: list[str] = []
    bits: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for line in lines:
        if line.startswith("["):
            names.append(line.strip("[]\n "))
        elif not line.startswith("#"):
            table = bits[0 if names[-1].startswith("verbs") else 1]
            for lemma in line.lower().split():
                table[lemma] = table.get(lemma, 0) | 1 << (len(names) - 1)
    return tuple(names), bits


class WordRows(dict[str, int]):
    """Rows by word form; `identifiers` and `bits` hold the features, one entry a row."""

    def __init__(self, vocabulary: Vocabulary, table: Lexicon) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self._table = table
        self.of_verbs = vocabulary.classes[0]
        """Classes by infinitive."""
        self.identifiers: list[tuple[int, int, int, int, int]] = []
        self.bits: list[int] = []
        self.verbs: list[tuple[str, ...]] = []
        """Infinitives that each row's word can be a form of."""
        self._flags: Ints = np.zeros(0, np.int64)

    def __missing__(self, word: str) -> int:
        row = len(self.bits)
        lower = word.lower()
        flags = self._table[word]
        readings = self._table.readings(word) if word[0].isalpha() else ()
        self.verbs.append(tuple(dict.fromkeys(lemma for lemma, _ in readings)))
        lemma = self._lemma(word, lower, flags)
        vocabulary = self.vocabulary
        self.identifiers.append(
            (
                vocabulary.words.get(lower, 0),
                vocabulary.lemmas.get(lemma, 0),
                crc32(lower[-3:].encode("utf-8", "replace")) % BUCKETS,
                crc32(b"4" + lower[-4:].encode("utf-8", "replace")) % BUCKETS,
                shape(word),
            )
        )
        self.bits.append(flags | self._classes(lower, flags, self.verbs[-1]) << FLAGS)
        self[word] = row
        return row

    def flags(self) -> Ints:
        """The bits as an array."""
        known = self._flags
        if len(known) < len(self.bits):
            known = self._flags = np.concatenate([known, np.array(self.bits[len(known) :], np.int64)])
        return known

    def full(self) -> bool:
        """Whether there are so many rows that it is time to begin anew."""
        return len(self.bits) > _MOST

    def lemma(self, word: str) -> str:
        """The lemma that a word is filed under."""
        return self._lemma(word, word.lower(), self._table[word])

    def _lemma(self, word: str, lower: str, flags: int) -> str:
        row_verbs = self._table.readings(word) if word[0].isalpha() else ()
        # With a capital most are nouns ("Sagen"), but not where the first reading is a subjunctive I ("Sei").
        if row_verbs and not (flags & CAPITAL and not row_verbs[0][1] & SUBJUNCTIVE1):
            return row_verbs[0][0]
        return stem(with_umlauts(lower)) if word[0].isupper() else lower

    def _classes(self, lower: str, flags: int, verbs: tuple[str, ...]) -> int:
        of_verbs, of_others = self.vocabulary.classes
        found = 0
        for verb in verbs:
            found |= of_verbs.get(verb, 0)
        plain = with_umlauts(lower)
        found |= of_others.get(plain, 0)
        if flags & CAPITAL:
            found |= _noun_classes(plain, of_others)
        return found


def stem(word: str) -> str:
    """A noun without its commonest inflection."""
    for ending in ("innen", "ern", "en", "es", "er", "in", "n", "s", "e"):
        # Four letters at least are left: "Leser" is no "Les".
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _noun_classes(word: str, classes: dict[str, int]) -> int:
    """Classes of a noun, uninflected or not, or of the last part of a compound."""
    # "CDU-Sprecherin", "Regierungssprecherin": the longest listed end of the last part decides.
    last = word.rsplit("-", 1)[-1]
    for begin in range(max(1, len(last) - _SHORTEST_HEAD + 1)):
        part = last[begin:]
        for ending in _NOUN_ENDINGS:
            if ending and not part.endswith(ending):
                continue
            found = classes.get(part[: len(part) - len(ending)] if ending else part)
            if found and len(part) - len(ending) > 2:
                return found
        # Seven letters are no compound: "Bericht" is not looked into.
        if begin == 0 and len(last) < _SHORTEST_HEAD + 3:
            return 0
    return 0


_MARKS = frozenset("„“”\"»«‚‘’›‹'")
_SHAPES = {",": 9, ":": 11, ";": 15, "-": 12, "–": 12, "—": 12, "(": 13, ")": 14}


def shape(word: str) -> int:
    """What a word looks like: number, capital letters, a kind of punctuation; 1 to 17."""
    first = word[0]
    if first.isalpha():
        if word.islower():
            return 3
        if word.istitle():
            return 4
        return (6 if len(word) == 1 else 5) if word.isupper() else 7
    if first.isdigit():
        return 1 if word.isdigit() else 2
    if word in _MARKS:
        return 8
    return 10 if first in ".!?…" else _SHAPES.get(word, 16)


def unpack(bits: list[int]) -> Floats:
    """Bits as a matrix of zeros and ones, one row for each entry."""
    words = np.array(bits, dtype="<u8").view(np.uint8).reshape(len(bits), 8)
    return np.unpackbits(words, axis=1, bitorder="little")[:, :BITS].astype(np.float32)

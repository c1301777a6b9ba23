"""The words of English by what they can be: `clauses.toml` of its folder, with the forms of its verbs.

Parts of speech are single letters, so that a sentence is a string of them (`TAGS`).
"""

from dataclasses import dataclass
from functools import lru_cache

from reader.languages import folders, verb_files
from reader.languages.verb_files import GERUND, INFINITIVE, PARTICIPLE, PAST, PRESENT, SINGULAR, VerbBook

TAGS = {
    "D": "a determiner: the, his",
    "J": "an adjective or participle before a noun",
    "N": "a noun in the singular, or any word that no table knows",
    "S": "a noun in the plural",
    "E": "a name",
    "G": "a possessive: Lee's",
    "#": "a number",
    "P": "a pronoun that can be a subject: he",
    "O": "a pronoun that cannot: him",
    "X": "there before a verb",
    "V": "a finite verb",
    "A": "a finite form of be or have",
    "M": "a modal, or do",
    "F": "a pronoun with a finite verb on it: he'll",
    "Q": "a question word with a finite verb on it: what's",
    "x": "be, been, being, have behind a modal",
    "b": "an infinitive",
    "g": "a gerund or present participle",
    "n": "a past participle that is no adjective",
    "t": "to",
    "T": "that",
    "W": "a question word: how, whether",
    "H": "a relative: who, which",
    "I": "a preposition",
    "U": "a subordinating conjunction",
    "C": "a coordinating conjunction",
    "R": "an adverb",
    ",": "a comma",
    ".": "an end of a sentence, a semicolon",
    ":": "a colon",
    "(": "an opening bracket",
    ")": "a closing bracket",
    "-": "a dash",
    '"': "a quotation mark",
    "?": "any other sign",
}
"""The letters, with what they stand for."""
BASE, GERUND_FORM, PAST_FORM, PARTICIPLE_FORM, SINGULAR_FORM = 1, 2, 4, 8, 16
_FORMS = (
    (INFINITIVE, BASE),
    (GERUND, GERUND_FORM),
    (PAST, PAST_FORM),
    (PARTICIPLE, PARTICIPLE_FORM),
    (PRESENT | SINGULAR, SINGULAR_FORM),
)
_LEAST = 5
"""Letters of a form in "-ed" of an unknown verb at least."""
_ON_PRONOUNS = ("s", "ll", "d", "re", "ve", "m")
"""What a pronoun may have behind its apostrophe."""

_VERBAL = ("izes", "ifies", "ize", "ify")
"""Endings of verbs in the present."""
_ADJECTIVES = ("ous", "ful", "able", "ible", "ical", "onal", "less", "ish")
"""Endings of adjectives, where no table knows the word."""

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What each word of English can be."""

    closed: dict[str, str]
    """Words of closed classes, to their letter."""
    forms: dict[str, int]
    """Forms of verbs, to bits of this module."""
    lemmas: dict[str, str]
    """Forms of verbs, to the infinitive; of several, that of saying."""
    lists: dict[str, Words]
    """The lists of `clauses.toml`."""
    book: VerbBook
    said: Words
    """All forms of verbs of saying."""

    def bits(self, lower: str) -> int:
        """What a word can be as a form of a verb, also of one that no table knows: "jailed"."""
        known = self.forms.get(lower, 0)
        # "humanizes", "gentrify": verbs that no table need know
        if not known and lower.endswith(_VERBAL):
            return SINGULAR_FORM if lower.endswith("s") else BASE
        if known or not lower.endswith("ed") or len(lower) < _LEAST or lower in self.lists["in_ed"]:
            return known
        return PAST_FORM | PARTICIPLE_FORM if lower.isalpha() and not lower.endswith("eed") else 0

    def takes(self, lemma: str, letters: str) -> bool:
        """Whether a verb of saying takes one of several things, by letters of `sayings.txt`."""
        return any(set(letters) & set(one.takes) for one in self.book.sayings.get(lemma, ()) if not one.needs)

    def medium(self, lemma: str) -> str:
        """The medium of a verb of saying; empty for any other."""
        return next((one.medium for one in self.book.sayings.get(lemma, ())), "")


@lru_cache(maxsize=4)
def load(code: str) -> Lexicon:
    """The words of a language that has the tables of this grammar."""
    lists = {name: frozenset(ws) for name, ws in folders.table_of(code, "clauses.toml")["clauses"].items()}
    book = verb_files.load(code)
    forms: dict[str, int] = {}
    lemmas: dict[str, str] = {}
    for form, readings in book.forms.items():
        for reading in readings:
            bits = sum(bit for features, bit in _FORMS if reading.features & features == features)
            forms[form] = forms.get(form, 0) | bits
        said = [reading.lemma for reading in readings if reading.lemma in book.sayings]
        lemmas[form] = (said or [reading.lemma for reading in readings])[0]
    said_forms = frozenset(form for form, lemma in lemmas.items() if lemma in book.sayings)
    return Lexicon(_closed(lists), forms, lemmas, lists, book, said_forms)


def _closed(lists: dict[str, Words]) -> dict[str, str]:
    """Closed classes to letters; of a word in several the last one named here counts."""
    closed = dict.fromkeys(lists["adverbs"], "R")
    for letter, names in (
        ("I", "prepositions"),
        ("U", "subordinators"),
        ("W", "questions"),
        ("H", "relatives"),
        ("D", "determiners"),
        ("P", "subjects"),
        ("O", "objects"),
        ("C", "coordinators"),
        ("M", "modals"),
        ("A", "auxiliaries"),
    ):
        closed |= dict.fromkeys(lists[names], letter)
    closed |= {"that": "T", "to": "t", "be": "x", "been": "x", "being": "x", "there": "X", "having": "g"}
    return closed | _contracted(lists)


def _contracted(lists: dict[str, Words]) -> dict[str, str]:
    """Words with an apostrophe in them that are two: "he'll", "didn't", "what's"."""
    made: dict[str, str] = {}
    for mark in "'’":
        for word in (*lists["subjects"], "that", "there", "this", "here"):
            made |= {f"{word}{mark}{tail}": "F" for tail in _ON_PRONOUNS}
        for word in (*lists["questions"], *lists["relatives"]):
            made |= {f"{word}{mark}{tail}": "Q" for tail in _ON_PRONOUNS}
        made |= {f"{word}n{mark}t": "M" for word in (*lists["modals"], "wo", "ca")}
        made |= {f"{word}n{mark}t": "A" for word in (*lists["auxiliaries"], "ai")}
        made |= {f"whose{mark}s": "H", f"y{mark}all": "P", f"o{mark}clock": "N"}
        made[f"can{mark}t"] = "M"
    return made


def open_class(lexicon: Lexicon, lower: str) -> str:
    """The letter of a word that no table knows, by its ending."""
    if lower in lexicon.lists["plurals"]:
        return "S"
    if lower in lexicon.lists["plain_nouns"]:
        return "N"
    if lower.endswith("ly") and len(lower) > 4:
        return "R"
    if lower.endswith(_ADJECTIVES) and len(lower) > 5:
        return "J"
    return "S" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "N"

"""What detection looks up of a language: `load(code)` gives its frozen tables.

They stand in `quotes.toml` of the language's folder; docs/languages.md explains each by an example. Forms of
verbs of saying are made from its verb files, where it has such.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from reader.languages import folders, verb_files
from reader.languages.verb_files import FINITE, GERUND, MASCULINE, PARTICIPLE, SINGULAR, VerbBook

Words = frozenset[str]

KNOWN_PAIRS = ("„“", "“”", "«»", "»«", "‚‘", "‘’", "›‹", "‹›", '""', "''")
"""Marks looked for in a language without tables."""


@dataclass(frozen=True, slots=True)
class Language:
    """The tables of one language; words in lower case unless they are names."""

    code: str
    name: str = ""
    source: str = ""
    abbreviations: Words = frozenset()
    titles: Words = frozenset()
    starters: Words = frozenset()
    ordinals: bool = False
    numbered: Words = frozenset()
    elisions: tuple[str, ...] = ()
    pairs: tuple[str, ...] = KNOWN_PAIRS
    verbs: Words = frozenset()
    writing: Words = frozenset()
    thinking: Words = frozenset()
    wondering: Words = frozenset()
    plain: Words = frozenset()
    auxiliaries: Words = frozenset()
    inserted: tuple[tuple[str, ...], ...] = ()
    attributions: tuple[tuple[str, ...], ...] = ()
    verb_first: bool = False
    conjunctions: Words = frozenset()
    dialogue: Words = frozenset()
    bare: Words = frozenset()
    finite: Words = frozenset()
    ordering: Words = frozenset()
    infinitive: Words = frozenset()
    relatives: Words = frozenset()
    adversatives: Words = frozenset()
    comparisons: Words = frozenset()
    times: Words = frozenset()
    prepositions: Words = frozenset()
    adverb_endings: tuple[str, ...] = ()
    telling: Words = frozenset()
    addressing: tuple[tuple[str, ...], ...] = ()
    press: Words = frozenset()
    null_subject: bool = False
    two_surnames: bool = False
    definite: Words = frozenset()
    demonstratives: Words = frozenset()
    houses: Words = frozenset()
    whoever: dict[str, str] = field(default_factory=dict)
    both: dict[str, str] = field(default_factory=dict)
    emphatic: Words = frozenset()
    bodies: Words = frozenset()
    possessives: Words = frozenset()
    naming_verbs: Words = frozenset()
    joining: Words = frozenset()
    trailing: tuple[str, ...] = ()
    reflexives: Words = frozenset()
    viewpoints: Words = frozenset()
    participles: tuple[str, ...] = ()
    oblique: dict[str, str] = field(default_factory=dict)
    determiners: Words = frozenset()
    pronouns: dict[str, str] = field(default_factory=dict)
    honorifics: Words = frozenset()
    particles: Words = frozenset()
    links: tuple[tuple[str, ...], ...] = ()
    roles: Words = frozenset()
    groups: Words = frozenset()
    documents: Words = frozenset()
    anonymous: Words = frozenset()
    hidden: Words = frozenset()
    female: Words = frozenset()
    male: Words = frozenset()
    person_endings: tuple[str, ...] = ()
    named_group_endings: tuple[str, ...] = ()
    shared_endings: Words = frozenset()
    single_beginnings: Words = frozenset()
    owners: dict[str, str] = field(default_factory=dict)
    own: Words = frozenset()
    ages: tuple[str, ...] = ()
    varied: tuple[Words, ...] = ()
    trades: tuple[Words, ...] = ()
    offices: tuple[Words, ...] = ()
    descriptions: Words = frozenset()
    members: dict[str, str] = field(default_factory=dict)
    feminine_roles: tuple[str, ...] = ()
    likewise: Words = frozenset()
    former_prefixes: tuple[str, ...] = ()
    origin_endings: dict[str, str] = field(default_factory=dict)
    capital_origins: tuple[str, ...] = ()
    noun_origins: tuple[str, ...] = ()
    histories: Words = frozenset()
    history_endings: tuple[str, ...] = ()
    lesser: Words = frozenset()
    places_behind: Words = frozenset()
    agents: Words = frozenset()
    compounds: bool = False
    departments: Words = frozenset()
    tried: Words = frozenset()
    creators: Words = frozenset()
    latter: dict[str, str] = field(default_factory=dict)
    contracted: Words = frozenset()
    articles: dict[str, str] = field(default_factory=dict)
    genitives: Words = frozenset()
    clitics: Words = frozenset()
    truncated: Words = frozenset()
    title_nouns: Words = frozenset()
    scare: Words = frozenset()

    def __hash__(self) -> int:
        return hash(self.code)


MADE = {
    "verbs": ("qt?in", ""),
    "writing": ("qt?in", "writing"),
    "thinking": ("qt?in", "thought"),
    "wondering": ("m", "thought"),
    "naming_verbs": ("c", ""),
    "ordering": ("id", ""),
}
"""Tables that verb files fill: what the verbs take, by letters, and the medium that they mean."""
_PHRASES = {"attributions", "links", "addressing", "inserted"}
_CLASSES = {"varied", "trades", "offices"}
_PLAIN = {
    "latter",
    "whoever",
    "both",
    "members",
    "ordinals",
    "verb_first",
    "null_subject",
    "two_surnames",
    "compounds",
    "pronouns",
    "owners",
    "articles",
    "oblique",
    "origin_endings",
}
_ORDERED = {
    "adverb_endings",
    "pairs",
    "elisions",
    "participles",
    "person_endings",
    "named_group_endings",
    "ages",
    "feminine_roles",
    "former_prefixes",
    "capital_origins",
    "noun_origins",
    "history_endings",
    "trailing",
}


def _frozen(key: str, value: Any) -> Any:
    if key in _PHRASES:
        return tuple(sorted((tuple(v.split()) for v in value), key=len, reverse=True))
    if key in _CLASSES:
        return tuple(frozenset(words.split()) for words in value)
    if key in _PLAIN:
        return value
    return tuple(value) if key in _ORDERED else frozenset(value)


@lru_cache(maxsize=32)
def load(code: str) -> Language:
    """The tables of the language `code` (ISO 639-1); of an unknown one, only quotation marks."""
    code = folders.code_in(code)
    data = folders.table_of(code, "quotes.toml")
    tables = {
        key: _frozen(key, v) for part in data.values() if isinstance(part, dict) for key, v in part.items()
    }
    made = _from_verbs(code)
    tables |= {key: tables.get(key, frozenset()) | forms for key, forms in made.items()}
    return Language(code, data.get("name", ""), data.get("source", ""), **tables)


@lru_cache(maxsize=32)
def kinds_of(language: Language) -> dict[str, frozenset[int]]:
    """The numbers of the trades and offices that each word names."""
    kinds: dict[str, frozenset[int]] = {}
    for number, words in enumerate((*language.varied, *language.trades, *language.offices)):
        for word in words:
            kinds[word] = kinds.get(word, frozenset()) | {number}
    return kinds


def _from_verbs(code: str) -> dict[str, Words]:
    """The tables of forms that the verb files of a language make; none where it has no such files."""
    book = verb_files.load(code)
    if not book.sayings:
        return {}
    return {name: _said(book, *which) for name, which in MADE.items()}


def _said(book: VerbBook, takes: str, medium: str) -> Words:
    """Finite forms, gerunds and plain participles of the verbs that take one of some letters."""
    participles = book.of(takes, PARTICIPLE, medium, tags=MASCULINE | SINGULAR, alone=True)
    return book.of(takes, FINITE | GERUND, medium, alone=True) | participles


def known() -> tuple[str, ...]:
    """Codes of the languages whose quotes are found by tables of their own."""
    return folders.codes("quotes.toml")

"""Language knowledge as data: `load(code)` gives the frozen tables of a language.

Each language is a folder here, `<code>/`, with its tables of quotes in `quotes.toml`; code never names a word
of a language. All words are in lower case unless they are names. Every table may be left out. Format, by
section:

    name = "English"              what the language is called, in English
    source = "…"                  where the lists come from
    [sentences]
    abbreviations = ["etc"]       written with a full stop (left out here) that need not end a sentence
    titles = ["Dr", "Mr"]         the same, but a sentence never ends after them; case matters in both lists
    starters = ["the", "he"]      words that begin a sentence after an abbreviation, initial or number
    ordinals = false              whether "5." may mean "fifth"
    elisions = ["l", "d", "qu"]   what stands before an apostrophe and is a word of its own (l'homme)
    [marks]
    pairs = ["“”", "‘’", '""']    opening and closing mark, the most usual first
    dialogue = ["—", "–"]         dashes that open a line of dialogue
    clitics = ["n", "s"]          what follows an apostrophe that stands for left-out letters ("'n")
    [saying]
    verbs = ["said", "told"]      finite forms that go with direct speech, and participles
    writing = ["wrote"]           those of them that mean writing
    thinking = ["thought"]        those of them that mean thinking
    auxiliaries = ["had", "a"]    forms that a participle from `verbs` leans on
    attributions = ["according to"]  phrases directly before the one who spoke
    verb_first = false            whether the speaker mostly follows the verb after a quotation
    conjunctions = ["that"]       between a verb of saying and what is said
    bare = ["said"]               those verbs that take a clause without conjunction ("said it was late")
    finite = ["was", "will"]      finite verbs such a clause must have one of
    ordering = ["urged"]          verbs that take an infinitive ("urged them to go")
    infinitive = ["to"]           words such an infinitive begins with
    relatives = ["who"]           words a relative clause about a speaker begins with
    adversatives = ["but"]        words that begin a new main clause behind a comma
    comparisons = ["as"]          words before a tag that is a clause of its own ("as she said")
    calling = ["called"]          verbs that call something by a quoted word
    joining = ["and"]             words between two verbs of one subject
    trailing = ["ing"]            endings of verbs of saying that take the sentence's subject behind a comma
    reflexives = ["s’"]           pronouns between a quotation and its verb
    times = ["yesterday"]         adverbs that may stand between a verb of saying and its subject
    [names]
    determiners = ["the", "a"]    words a noun phrase begins with, besides names and titles
    pronouns = {he = "m", she = "f", they = "p"}  personal pronouns that can be a subject: m, f, n, p
    viewpoints = ["pour"]         prepositions that lead up to whose view it is, before a person alone
    participles = ["ato"]         endings of participles, for a verb of saying that is not listed
    oblique = {her = "f"}         forms of them behind a preposition
    honorifics = ["Mr", "Mrs"]    before a name
    particles = ["de", "van"]     inside a name
    links = ["of", "of the"]      between parts of a noun phrase ("head of the agency")
    roles = ["minister"]          nouns and adjectives that name people by role
    groups = ["ministry"]         nouns that name organisations
    documents = ["report"]        nouns that name documents
    anonymous = ["official"]      words for speakers who are not named
    hidden = ["not to be named"]  words beside a speaker who wants no name given
    female = ["Mrs", "spokeswoman"]  words that show a speaker to be a woman
    male = ["Mr"]                 … a man
    callings = ["er", "ist"]      endings of words that, before a given name, say what a person does
    christened = ["firma"]        endings of groups known by the name behind them, not by a place
    owners = {sein = "m"}         beginnings of possessives, with the gender of whom they mean
    own = ["eigenen"]             words by which a sentence names its own subject as the source
    ages = ["jährige"]            endings of nouns that tell an age
    articles = {die = "f"}        definite articles, with the gender of the person behind them
    genitives = ["des"]           articles of a genitive whose noun has an ending
    [titles]
    heralds = ["film", "book"]    nouns before a title or another name in marks
    scare = ["so-called"]         words before a passage in scare quotes
"""

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

Words = frozenset[str]

KNOWN_PAIRS = ("„“", "“”", "«»", "»«", "‚‘", "‘’", "›‹", "‹›", '""', "''")
"""Marks looked for in a language without tables."""


@dataclass(frozen=True, slots=True)
class Language:
    """The tables of one language; see the module for what each holds."""

    code: str
    name: str = ""
    source: str = ""
    abbreviations: Words = frozenset()
    titles: Words = frozenset()
    starters: Words = frozenset()
    ordinals: bool = False
    elisions: tuple[str, ...] = ()
    pairs: tuple[str, ...] = KNOWN_PAIRS
    verbs: Words = frozenset()
    writing: Words = frozenset()
    thinking: Words = frozenset()
    auxiliaries: Words = frozenset()
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
    calling: Words = frozenset()
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
    callings: tuple[str, ...] = ()
    christened: tuple[str, ...] = ()
    owners: dict[str, str] = field(default_factory=dict)
    own: Words = frozenset()
    ages: tuple[str, ...] = ()
    articles: dict[str, str] = field(default_factory=dict)
    genitives: Words = frozenset()
    clitics: Words = frozenset()
    heralds: Words = frozenset()
    scare: Words = frozenset()

    def __hash__(self) -> int:
        return hash(self.code)


_PHRASES = {"attributions", "links"}
_PLAIN = {"ordinals", "verb_first", "pronouns", "owners", "articles", "oblique"}
_ORDERED = {"pairs", "elisions", "participles", "callings", "christened", "ages", "trailing"}


def _frozen(key: str, value: Any) -> Any:
    if key in _PHRASES:
        return tuple(sorted((tuple(v.split()) for v in value), key=len, reverse=True))
    if key in _PLAIN:
        return value
    return tuple(value) if key in _ORDERED else frozenset(value)


@lru_cache(maxsize=32)
def load(code: str) -> Language:
    """The tables of the language `code` (ISO 639-1); of an unknown one, only quotation marks."""
    code = code.split("-", maxsplit=1)[0].lower() if code else ""
    file = resources.files("reader.languages").joinpath(code, "quotes.toml")
    if not code.isalpha() or not file.is_file():
        return Language(code)
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    tables = {
        key: _frozen(key, v) for part in data.values() if isinstance(part, dict) for key, v in part.items()
    }
    return Language(code, data.get("name", ""), data.get("source", ""), **tables)


def known() -> tuple[str, ...]:
    """Codes of the languages that have tables."""
    folders = resources.files("reader.languages").iterdir()
    return tuple(sorted(f.name for f in folders if f.joinpath("quotes.toml").is_file()))

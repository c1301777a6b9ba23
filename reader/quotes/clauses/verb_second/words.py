"""The small words of a verb-second language: `clauses.toml` of its folder, with the forms of its verbs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from reader.languages import verb_files
from reader.languages.verb_files import FINITE, INFINITIVE, PARTICIPLE, Saying, VerbBook, VerbForm
from reader.quotes.clauses import class_words
from reader.quotes.clauses.class_words import Affixes, Phrases, Words


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one form of a verb of saying may be: its reading, and the sayings that it stands for."""

    form: VerbForm
    says: tuple[Saying, ...]
    joined: bool = False
    """Whether its particle is part of the word: "aangekondigd"."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of a language, in lower case; the examples are Dutch."""

    that: Words
    """Conjunctions of statements: "dat"."""
    whether: Words
    asking: Words
    """Verbs that alone take such a question, as infinitives; all that take questions where it is empty."""
    questions: Words
    far_questions: Words
    """Those that relate to no noun, and may stand far behind the verb: "vertelt in zijn boek hoe"."""
    infinitive: Words
    """What stands before an infinitive: "te"."""
    purpose: Words
    """What opens a clause with an infinitive: "om"."""
    subordinators: Words
    binding: Words
    """Those that begin a clause without a comma too: "omdat"."""
    conditions: Words
    """Those behind which nothing is told: "als hij zegt dat"."""
    relatives: Words
    coordinators: Words
    adversatives: Words
    """What begins something that is no longer said, behind a comma: ", maar", ", waarna"."""
    negations: Words
    prepositions: Words
    complements: Words
    """Prepositions that go on with a noun phrase: "de burgemeester van Gent"."""
    of: Words
    """The one that always does: "van"."""
    governing: Words
    """Prepositions behind whose noun "dat" is a relative pronoun: "sprak over het huis dat"."""
    definite_endings: Affixes
    """Endings of nouns that hold their article: "polisen"."""
    adjective_endings: Affixes
    """Endings of adjectives that may have a capital: "Belgische"."""
    adverbs: Words
    pronominal: Words
    """Adverbs that stand for a phrase: "erop"."""
    objects: Words
    """Pronouns that are no subject: "zich"."""
    reflexives: Words
    """Those of them that mean the subject, before a bare infinitive: "säger sig förstå"."""
    focus: Words
    """Adverbs before a subject: "ook de minister"."""
    demonstratives: Words
    """What stands for the sentence before: "Dat zegt de minister"."""
    time_nouns: Words
    neuter: Words
    """Articles of nouns to which "dat" may relate; empty where the conjunction is no pronoun."""
    perfect: Words
    passive: Words
    modals: Words
    """Verbs behind which nothing is said yet: "wil zeggen"; all as infinitives."""
    refusing: Words
    """Those of them that deny by themselves: "weigerde te zeggen"."""
    denying: Words
    """Verbs that tell something although they are negated: "ontkent niet dat"; as infinitives."""
    active: Words
    """Verbs whose participle is an adjective beside other auxiliaries: "is bekend"; as infinitives."""
    comparing: Words
    """Words before a participle that is no clause: "dan verwacht"."""
    sources: Words
    """Prepositions before the source of an impersonal verb: "uit het rapport blijkt"."""
    continuing: Words
    """Verbs that go on doing: "blijft ontkennen"."""
    letting: Words
    """The verb of "laten weten"."""
    conditional: Words
    """Forms that report what nobody vouches for, before a perfect infinitive: "zou hebben gestolen"."""
    perfect_infinitives: Words
    """ "hebben", "zijn" behind such a form."""
    perfect_endings: Affixes
    """Endings of participles behind them."""
    bare_prefixes: Affixes
    """Beginnings of participles beside `participle_beginnings`: "ver"."""
    impersonal: Words
    """Verbs whose source stands behind a preposition: "uit het rapport blijkt dat"; as infinitives."""
    hearsay_openers: Phrases
    hearsay_verbs: Words
    wishes: Words
    """Words beside which such a form is a wish or a condition: "zou graag"."""
    addressed: Words
    """Verbs with whom is told for an object: "waarschuwde de buren dat"; as infinitives."""
    judging: Words
    """Verbs that take a clause by "het": "vindt het jammer dat"; as infinitives."""
    participle_endings: Affixes
    """Endings of words that say how somebody speaks: "lachend"."""
    participle_beginnings: Affixes
    verb_endings: Affixes
    """Endings of finite verbs that no file lists."""
    so_openers: Words
    """The word before a tag behind a clause: ", zo zegt hij"."""
    own_words: Words
    replies: Words
    """Nouns that a passage in marks may be: "was haar reactie"."""
    noun_frames: Words
    """Nouns of what is said: "de bewering dat"."""
    noun_links: Words
    """Prepositions between such a noun and its clause: "om" of "ryktet om att"."""
    noun_questions: Words
    """Nouns on which a question hangs: "de vraag of"."""
    rules: Words
    """What something is done by, without anybody saying so: "volgens de wet"."""
    infinitive_endings: Affixes = ()
    """Endings of infinitives right behind their marker ("att sänka"); empty where they end the clause."""
    passive_endings: Affixes = ()
    """Endings that make a passive of a form: "uppges"."""
    nouns: Words = frozenset()
    """Finite forms that papers have as nouns alone: "leden"."""
    nobody: Words = frozenset()
    """Words that a subject begins with which is nobody: "niemand"."""
    called: Words = frozenset()
    """Verbs of being called: "Boken heter"."""
    hearsay_forms: Words = frozenset()
    """Passives that report what nobody vouches for: "uppges"."""
    verb_last: bool = False
    """Whether the verb of a subordinate clause stands last, so that "en noemt …" begins a main clause."""
    comma_closes: bool = False
    """Whether a comma closes each subordinate clause, so that ", og kalder" goes on with the main one."""
    bare_clauses: bool = False
    """Whether a verb of saying takes a clause without a conjunction: "säger han kommer"."""
    book: VerbBook = field(default_factory=VerbBook)
    meanings: dict[str, tuple[Meaning, ...]] = field(default_factory=dict)
    """What each form of a verb of saying may mean."""
    lemmas: dict[str, Words] = field(default_factory=dict)
    """The infinitives of which each form may be one."""
    rumours: Words = frozenset()
    """Words without which no sentence is hearsay."""
    finite: Words = frozenset()
    """Finite forms of all verbs that the book holds."""
    closed: Words = frozenset()
    """Words that no noun phrase holds."""
    particles: Words = frozenset()
    """Particles of split verbs."""


@lru_cache(maxsize=32)
def load(code: str) -> Grammar:
    """The words of a language that has the tables of this grammar."""
    book = verb_files.load(code)
    words = class_words.read(code, Grammar)
    finite = frozenset(
        form for form, readings in book.forms.items() if any(r.features & FINITE for r in readings)
    ) - words.get("nouns", frozenset())
    meanings: dict[str, tuple[Meaning, ...]] = {}
    for form, meaning in _meanings(book):
        meanings[form] = (*meanings.get(form, ()), meaning)
    lemmas = {form: frozenset(r.lemma for r in readings) for form, readings in book.forms.items()}
    particles = frozenset(one.particle for several in book.sayings.values() for one in several) - {""}
    return Grammar(
        **words,
        book=book,
        meanings=meanings,
        lemmas=lemmas,
        rumours=_rumours(words, lemmas),
        finite=finite,
        closed=_closed(words) | finite,
        particles=particles,
    )


def _rumours(words: dict[str, Any], lemmas: dict[str, Words]) -> Words:
    """The words that hearsay begins with: forms of its verbs, conditionals, "naar" of "naar verluidt"."""
    verbs = frozenset(form for form, known in lemmas.items() if known & words["hearsay_verbs"])
    openers = frozenset(phrase[0] for phrase in words["hearsay_openers"])
    others = frozenset(words["conditional"]) | frozenset(words.get("hearsay_forms", ()))
    return verbs | openers | others


def _closed(words: dict[str, Any]) -> Words:
    names = (
        "that whether questions infinitive purpose subordinators coordinators adversatives negations "
        "prepositions adverbs pronominal objects"
    )
    return frozenset[str]().union(*(words[name] for name in names.split()))


def _meanings(book: VerbBook) -> Iterator[tuple[str, Meaning]]:
    """Each form of a verb of saying, split ones with their particle too, with what it may mean."""
    for form, readings in book.forms.items():
        for reading in readings:
            says = book.sayings.get(reading.lemma, ())
            apart = tuple(one for one in says if not one.particle or reading.features & FINITE)
            if apart:
                yield form, Meaning(reading, apart)
            for one in says:
                if one.particle and reading.features & (FINITE | PARTICIPLE | INFINITIVE):
                    yield one.particle + form, Meaning(reading, (one,), joined=True)

"""The small words of a Slavic language: `clauses.toml` of its folder, with the forms of its verbs."""

from dataclasses import dataclass, field
from functools import lru_cache

from reader.languages import tables, verb_files
from reader.languages.verb_files import FINITE, GERUND, IMPERSONAL, INFINITIVE, VerbBook
from reader.quotes.clauses import class_words
from reader.quotes.clauses.class_words import Affixes, Endings, Phrases, Words

_PLURALS = ("y", "i", "ы", "и", "é", "e")
"""Endings of genitives that are those of the plural too."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of a language, in lower case; the examples are Polish."""

    that: Words
    """Conjunctions of statements and wishes: "że", "by"."""
    whether: Words
    """Conjunctions of questions: "czy"."""
    whether_particles: Words
    """Words behind the first ones of a question: "ли" of "придёт ли он"."""
    questions: Words
    """Question words: "kiedy"."""
    negations: Words
    reflexives: Words
    clitics: Words
    """Pronouns that are no subject: "mu"."""
    relatives: Words
    """Relative pronouns that are a subject: "który"."""
    subordinators: Words
    """Words that open a clause behind a comma within what is said."""
    conditions: Words
    """Those behind which nothing is asserted: "jeśli powie, że"."""
    continuations: Phrases
    """What goes on behind a comma and is no longer said: "po czym"."""
    adverbs: Words
    time_nouns: Words
    datives: Words
    """Whom something is told, as one word: "dziennikarzom", "pap"."""
    outlets: Words
    """Those of `datives` that also speak, as nothing in their form tells: "podaje PAP"."""
    publishing: Words
    """Verbs with which outlets speak: "podać"."""
    speech_nouns: Words
    """Places and occasions of speech: "w rozmowie", "na konferencji"."""
    linking: Words
    """Prepositions within a noun phrase: "posłanka z Łodzi"."""
    sources: Phrases
    """Phrases that name a source: "według", "zdaniem"."""
    behind_sources: Phrases
    """Nouns that do so behind a genitive pronoun: "jego zdaniem"."""
    own_sources: dict[str, str]
    """Pronouns in such a phrase, with the gender of whom they mean: "jego zdaniem"."""
    no_sources: Words
    """What something is done by, without anybody saying so: "według planu"."""
    results: Words
    """Verbs of what follows from a source: "z raportu wynika"."""
    result_links: Words
    source_nouns: Words
    """Nouns of what a source has: "według ustaleń policji"."""
    question_nouns: Words
    """Nouns with a question behind a comma: "pytanie, jak"."""
    wishes: Words
    """Conjunctions of wishes, which only some verbs take: "aby"."""
    addresses: Words
    """Words for whom one talks to, when without a name: "pan", "pani"."""
    feminine_relatives: Words
    feminine_endings: Affixes
    """Endings of what such a relative pronoun means."""
    closing_joints: Words
    """Words with no comma before them, unless it closes a clause: "i"."""
    thus: Words
    """Words behind speech that lead to its verb: "tak ocenia to Nowak"."""
    gerund_endings: Affixes
    """Of adverbial participles of verbs that the book does not hold: "słuchając"."""
    participle_endings: Affixes
    """Of participles that open a sentence: "Zapytany o to, odparł"."""
    object_endings: Affixes
    """Of names that are an object: "wezwał Nowaka"."""
    told_endings: Affixes
    """Of whom something is told: "wójtowi"."""
    dative_endings: Affixes
    """Of newspapers that are told something: "„Rzeczpospolitej”"."""
    own_past: Affixes
    """What first persons put behind a past form of the third: "em" of "myślałem"."""
    lasting_acts: Words
    """Imperfective verbs of acts, whose present is no future: "krytykować"."""
    first_person_endings: Affixes
    """Of verbs by which one means oneself: "zrobimy"."""
    past_endings: Affixes
    """Endings of past forms of verbs that the book does not hold."""
    loose_frames: Words
    """Those of `noun_frames` that need no verb: "informacje, że"."""
    noun_frames: Words
    """Nouns of what is said: "przekonanie, że"."""
    hearsay: Words
    """Adverbs of what nobody vouches for: "podobno"."""
    hearsay_verbs: Words
    """Verbs that with an infinitive say so: "miał wiedzieć"."""
    infinitives: Affixes
    """Endings of infinitives."""
    auxiliaries: Words
    """Verbs whose infinitive is a verb of saying all the same: "zaczął mówić"."""
    negatable: Words
    """Verbs that state something when negated: "nie wykluczył, że"."""
    oblique_endings: Affixes
    """Endings that no subject has."""
    adjective_endings: Affixes
    """Of adjectives in the genitive: "-ego"."""
    genitive_endings: Affixes
    """Of nouns in the genitive: "-ów"."""
    rumoured: Words
    """Of whom a verb of hearsay with an infinitive tells what nobody vouches for: "oskarżony miał"."""
    name_endings: Endings
    """Endings of surnames that are never a nominative, with that of the nominative: "-skiego"."""
    known_endings: Endings
    """Endings taken off where the nominative stands elsewhere in the text."""
    first_endings: Endings
    """The same of given names, where a table knows the nominative."""
    male_endings: Endings
    """Endings of a man's surname behind his inflected given name."""
    female_endings: Endings
    vowels: str
    org_prepositions: Words
    """Words with an office that says something: "сообщили в полиции"."""
    org_nouns: Words
    """Such offices, in the case that asks."""
    document_nouns: Words
    """Papers in which something is said, in the same case: "w komunikacie napisano"."""
    rumours: Words
    """Infinitives with which a verb of hearsay tells a rumour of anybody: "miała go ostrzegać"."""
    headed_nouns: Words
    """Those of `oblique_nouns` on which a genitive hangs: "ministra zdrowia"."""
    oblique_nouns: dict[str, str]
    """Nouns of sources in other cases, with their nominative: "policji"; with the genitives of roles."""
    negated_acts: Words
    """Verbs whose negation is an act of speech too: "nie przyznał się"."""
    modals: Words
    """Verbs with an infinitive of saying that only a question hangs on: "nie chciał powiedzieć, kto"."""
    role_endings: Endings = ()
    """Endings of roles with those of their genitives, the first that fits, one at least: "ka" and "ki"."""
    several_endings: Endings = ()
    """Endings of roles of men with those of several of them, the first that fits: "og" and "odzy"."""
    genitive_several_endings: Endings = ()
    """So, with those of the genitive of several: "og" and "ogów"."""
    several: dict[str, str] = field(default_factory=dict)
    """The plurals of roles, made by these endings, with the role: "archeolodzy"."""
    foreign_given: Words = frozenset()
    """Given names of other languages that are another case of one here: "Jana" of "Jan"."""
    ago: Words = frozenset()
    """Words behind a time: "trzy lata temu"."""
    accusatives: str = ""
    """Letters in which only an object ends: "decyzję"."""
    object_plurals: Affixes = ()
    """Endings of several who are an object: "mieszkańców"."""
    crowned: Phrases = ()
    """Phrases for whom a number is part of the name: "papież", "Ojciec Święty"."""
    seats: Words = frozenset()
    """Prepositions before the place that belongs to the name of a body: "Sąd Okręgowy w Łodzi"."""
    heads: dict[str, str] = field(default_factory=dict)
    """What some offices are the head of, with these: "szef rządu" is the premier or chancellor."""
    datelines: Words = frozenset()
    """Places that open a headline and do not speak there: "USA: sąd wstrzymał cła"."""
    verbal_endings: Affixes = ()
    """Endings of a verb right before a name: "płacze" in "płacze pani Teresa"."""
    somebody: Words = frozenset()
    """Words for anybody who was told of before: "mężczyzna"."""
    passive_endings: Affixes = ()
    """Endings of participles that tell more of a paper: "w liście | przesłanym redakcji"."""
    epicene: Words = frozenset()
    """Roles in the masculine that women have too: "minister Anna Lis"."""
    asked: Words = frozenset()
    """Participles of whom one asks, before who answers: "Pytana o to Nowak odparła"."""
    feminine_nouns: Affixes = ()
    """Endings of women's nouns in the nominative, by which adjectives agree: "prokuratura"."""
    neuter_nouns: Affixes = ()
    plural_nouns: Affixes = ()
    feminine_adjectives: Endings = ()
    """Genitive endings of adjectives with those of the nominative: "Rejonowej" and "Rejonowa"."""
    neuter_adjectives: Endings = ()
    plural_adjectives: Endings = ()
    masculine_adjectives: Endings = ()
    related: Words = frozenset()
    """Roles of somebody beside whom a text is about: "żona", "sąsiad", "świadek"."""
    never_nominative: Words = frozenset()
    """Those of `oblique_nouns` that no plural is like: "ministra", not "badaczki"."""
    former: Words = frozenset()
    """Past forms of "to be" that are adjectives before a role: "były prezes"."""
    oblique_relatives: Words = frozenset()
    """Relative pronouns behind a preposition: "wpis, w którym napisał"."""
    present_endings: Affixes = ()
    """Endings of the present of verbs that no book holds, in a tag: "studzi"."""
    manners: Affixes = ()
    """Endings of adverbs of manner: "wymijająco"."""
    silent: Words = frozenset()
    """Verbs that are a tag where they are negated: "nie kryje"."""
    named_after: Words = frozenset()
    """Words before the name that a prize, school or street has: "im." of "nagroda im. Jana Kosa"."""
    placed: Words = frozenset()
    """Initials of clubs and services before their place: "AZS Płock", "OSP Kolno"."""
    no_names: Words = frozenset()
    """Capitals behind a role that are no surname: "marszałek Sejmu"."""
    female_surnames: Affixes = ()
    """Endings of women's surnames in the nominative alone."""
    women: Affixes = ()
    """Endings of roles of women: "trenerka"."""
    women_of: Affixes = ()
    """Endings of what such a role is of, as no surname of hers has: "trenerka Iskry"."""
    owners: Affixes = ()
    """Endings of what any role is of: "trener Legii"."""
    abstract_nouns: Affixes = ()
    """Endings of nouns that end as infinitives do: "anonimowość"."""
    object_nouns: Affixes = ()
    """Endings of what a form in the singular has for its object: "uciął spekulacje"."""
    means: Affixes = ()
    """Endings of that by which something is done: "odpowiada pytaniem"."""
    book: VerbBook = field(default_factory=VerbBook)
    said: Words = frozenset()
    """Forms of verbs of saying."""
    finite: Words = frozenset()
    """Finite forms of all verbs that the book holds."""


@lru_cache(maxsize=32)
def load(code: str) -> Grammar:
    """The words of a language that has the tables of this grammar."""
    book = verb_files.load(code)
    words = class_words.read(code, Grammar)
    listed = frozenset(words["oblique_nouns"])
    said = book.of("".join(verb_files.TAKES), FINITE | GERUND | IMPERSONAL | INFINITIVE)
    words["several"] = _made(code, words.get("several_endings", ()))
    oblique = _made(code, words.get("genitive_several_endings", ()))
    plurals = {role: plural for plural, role in words["several"].items()}
    # "tłumaczy" is a verb, too
    genitives = {
        form: plurals[role] for form, role in oblique.items() if role in plurals and form not in said
    }
    words["oblique_nouns"] = genitives | _made(code, words.get("role_endings", ())) | words["oblique_nouns"]
    finite = frozenset(
        form for form, readings in book.forms.items() if any(r.features & FINITE for r in readings)
    )
    finite |= {no + form for no in words["negations"] for form in finite}  # "nebudou"
    never = frozenset(word for word in words["oblique_nouns"] if not word.endswith(_PLURALS))
    return Grammar(**words, never_nominative=listed | never, book=book, said=said, finite=finite)


def _made(code: str, endings: Endings) -> dict[str, str]:
    """The forms of roles, made by the first of their endings that fits, with the role: "adwokata"."""
    roles, made = tables.load(code).roles, {}
    for role in roles:
        found = next((pair for pair in endings if role.endswith(pair[0])), None)
        if found:
            made[role.removesuffix(found[0]) + found[1]] = role
    # "ministra" is a woman too
    return {form: role for form, role in made.items() if form not in roles}

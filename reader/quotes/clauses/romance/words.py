"""The small words of a Romance language: `clauses.toml` of its folder, with the forms of its verbs."""

from dataclasses import dataclass, field
from functools import lru_cache

from reader.languages import verb_files
from reader.languages.verb_files import CONDITIONAL, FINITE, FUTURE, GERUND, INFINITIVE, PARTICIPLE, VerbBook
from reader.quotes.clauses import class_words
from reader.quotes.clauses.class_words import Affixes, Phrases, PhraseSet, Words

_SAID = FINITE | GERUND | PARTICIPLE | INFINITIVE


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of a language, in lower case."""

    articles: Words
    """What only a noun follows: "un", "este"; not "la", which may be an object."""
    clitics: Words
    """Pronouns between a subject and its verb: "lo", "se"."""
    reflexives: Words
    """Those that mean the subject, or nobody: "se dice que"."""
    negations: Words
    that: Words
    """Conjunctions of statements: "que"."""
    whether: Words
    """Conjunctions of questions: "si"."""
    questions: Words
    """Question words: "cómo"."""
    leading: Words
    """Prepositions before such a conjunction: "de que"."""
    prepositions: Words
    """Prepositions, those joined to an article too: "del"."""
    complements: Words
    """Those that begin the object of a verb, when right behind it: "advirtió del plan que …"."""
    adverbs: Words
    time_nouns: Words
    """Nouns of times that no preposition needs: "el lunes"."""
    infinitives: Affixes
    """Endings of infinitives."""
    infinitive_links: Words
    """Words an infinitive begins with: "amenazó con dimitir"."""
    no_infinitives: Words
    """Words with such an ending that are none: "ayer"."""
    continuations: Phrases
    """What goes on behind a comma and is no longer said: ", por lo que …"."""
    nouns: Words
    """Forms of verbs that are nouns behind an article that may be an object: "la denuncia"."""
    rules: Words
    """What something is done by, without anybody saying so: "según la ley"."""
    not_before: Words
    """Words before which a word like "segundo" counts: "segundo lugar"."""
    not_behind: Words
    """Words behind which it does: "o segundo"."""
    perfect: Words
    """Auxiliaries of the perfect, as infinitives."""
    passive: Words
    hearsay: Words
    """Auxiliaries whose conditional reports what nobody vouches for: "habría sido"."""
    noun_frames: Words
    """Nouns of what is said: "la noticia de que"."""
    related: Words = frozenset()
    """Relatives behind a word that attributes: "según el cual"."""
    framing: Words = frozenset()
    """Prepositions that, behind a tag, tell when and where it was said: ", tras la reunión"."""
    feminine: Affixes = ("\0",)
    """Endings of feminine nouns, where an article for them is a preposition too: Portuguese "a"."""
    neuter: Words = frozenset()
    """What stands before "que" in an indirect question: "lo que"."""
    gerunds: Affixes = ("\0",)
    """Endings of gerunds."""
    offices: Words = frozenset()
    """Prepositions before an office from which several speak: "desde la fiscalía consideran"."""
    thus: Words = frozenset()
    """Words that lead back to speech before them: "Así habló Gil"."""
    askers: Words = frozenset()
    """Pronouns of those who ask, behind a preposition: "A chi gli chiedeva se …"."""
    bare_thus: Words = frozenset()
    """Those of them that need no verb: «…». "Così Villani."."""
    pointing: PhraseSet = frozenset()
    """What a sentence begins with that tells who said the one before: "lo", "así lo"."""
    telling_leads: Words = frozenset()
    """Prepositions before the infinitive of such a sentence: "A dirlo è Sala"."""
    copulas: Words = frozenset()
    """Verbs of being between that and who says it."""
    gone_on: PhraseSet = frozenset()
    """What alone before a colon says that who spoke goes on: "e ancora"."""
    answers: Words = frozenset()
    """Nouns of what somebody says, before a colon: "la respuesta de Gil: …"."""
    subjunctives: Words = frozenset()
    """Subjunctives of a question, where the verb files have none: "perché non sia"."""
    before_that: Words = frozenset()
    """Words that make a clause of time or cause with "que": "hasta que"."""
    adverbial_heads: Words = frozenset()
    """Words that begin an adverbial with a preposition behind them: "antes de", "junto a"."""
    subordinating: Words = frozenset()
    """Conjunctions that begin a clause before the main one: "cuando"."""
    occasions: Words = frozenset()
    """Nouns of where something is said: "nota", "entrevista"."""
    own_words: Words = frozenset()
    """Possessives before a noun of saying, which mean the subject: "su opinión"."""
    reportedly: Phrases = ()
    """Adverbs of hearsay: "al parecer"."""
    wished: Words = frozenset()
    """Participles that make the conditional one of wishes: "habría querido"."""
    unreal: Words = frozenset()
    """Words of a sentence about what is not so: "si", "hubiera"."""
    impersonal: Words = frozenset()
    """The pronoun that leaves open who speaks: "se dice que"."""
    finite_endings: Affixes = ()
    """Endings that finite verbs mostly have: "cerró", "llegaron"."""
    own_persons: Words = frozenset()
    """Pronouns of first and second persons: what they think is no quote of the text."""
    dummies: Words = frozenset()
    """Subjects that nobody hides behind: "il" of "il est utile de", "cela"."""
    norms: Words = frozenset()
    """Subjects that settle, and do not say, that something be so: "la loi"."""
    game_acts: Words = frozenset()
    """Verbs, as infinitives, that are deeds of players too: "défendre son titre"."""
    games: Words = frozenset()
    """What players do such deeds to, no speakers: "titre", "ballon"."""
    modals: Words = frozenset()
    """Verbs, as infinitives, before which nothing is said yet: "peut dire que"."""
    judges: Words = frozenset()
    """Who does things by saying so: "le juge a condamné le voleur" tells no view of his."""
    viewing: Words = frozenset()
    """Words of phrases that tell a view only where they stand apart: "aux yeux de"."""
    anybody: Words = frozenset()
    """Pronouns that mean nobody in particular: "on" of "a-t-on appris"."""
    houses: Phrases = ()
    """Words before a place that speaks by such a pronoun: "À l'Élysée, on assure que"."""
    origins: Words = frozenset()
    """Prepositions before whom something was learned of: "auprès de la procureure"."""
    behind_verb: Words = frozenset()
    """Pronouns that mean whom it is said to, right behind a verb: "ha chiesto loro di"."""
    joining_that: Words = frozenset()
    """Words behind which "que" only joins: "ainsi que"."""
    supposed: Words = frozenset()
    """Auxiliaries whose future does the same: "terá adormecido"."""
    learning: Words = frozenset()
    """Verbs of what a paper learned by itself: "según ha podido saber"."""
    own_views: Phrases = ()
    """Phrases that give a clause to whoever spoke before: "en su opinión"."""
    poised: Words = frozenset()
    """Adjectives by which the conditional of "be" is one of hearsay: "sarebbe pronto a"."""
    already: Words = frozenset()
    """Adverbs by which that of "have" is: "aurait déjà les voix"."""
    datives: Words = frozenset()
    """Prepositions before the person told, and before what something is owed to: "serait due à un vol"."""
    fixed: Words = frozenset()
    """Words that are adverbials behind "de": "advirtió de nuevo que"."""
    yes_no: Words = frozenset()
    """What a clause of two words may say: "que no"."""
    ago: Words = frozenset()
    """Verbs that begin a time: "exige há anos que"."""
    motives: Words = frozenset()
    """Nouns by which "por que" asks: "por que razão"."""
    unvoiced: Words = frozenset()
    """Verbs, as infinitives, of what comes to be known of nobody: "trascendió que"."""
    nobody: Words = frozenset()
    """Subjects that say that none did: "nadie pidió ayuda"."""
    denying: Words = frozenset()
    """Verbs, as infinitives, that say something with a negation too: "no descarta compras"."""
    agents: Words = frozenset()
    """Prepositions before whoever does what is told in the passive: "fue criticado por Gil"."""
    enclitics: Affixes = ()
    """Pronouns behind a verb and a hyphen: "disse-lhe"."""
    relayed: Words = frozenset()
    """Pronouns between a phrase that attributes and its verb: "secondo quanto riferito da"."""
    views: Words = frozenset()
    """Adjectives and nouns of what somebody holds: "convencido"."""
    holding: Words = frozenset()
    """Verbs, as infinitives, that stand before them: "estar"."""
    glued: Affixes = ("\0",)
    """Pronouns written in one with a gerund: "pidiéndole"."""
    book: VerbBook = field(default_factory=VerbBook)
    said: Words = frozenset()
    """All forms of verbs of saying."""
    finite: Words = frozenset()
    """Finite forms of all verbs that the book holds."""
    acts: Words = frozenset()
    """Finite forms and participles of verbs that tell an act of speech."""
    rumoured: Words = frozenset()
    """Conditional forms of `hearsay`."""


@lru_cache(maxsize=32)
def load(code: str) -> Grammar:
    """The words of a language that has the tables of this grammar."""
    book = verb_files.load(code)
    words = class_words.read(code, Grammar)
    return Grammar(
        **words,
        book=book,
        said=book.of("".join(verb_files.TAKES), _SAID),
        acts=book.of("r", FINITE | PARTICIPLE),
        finite=_forms(book, FINITE),
        rumoured=_forms(book, CONDITIONAL, words["hearsay"])
        | _forms(book, FUTURE, words.get("supposed", frozenset())),
    )


def _forms(book: VerbBook, moods: int, lemmas: Words | None = None) -> Words:
    """Forms in some moods, of all verbs or of those listed."""
    return frozenset(
        form
        for form, readings in book.forms.items()
        if any(r.features & moods and (lemmas is None or r.lemma in lemmas) for r in readings)
    )

"""The lists of words and of endings that the German rules look up, as grammar.toml has them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lists:
    """Word lists that the rules read, each a set of forms or lemmas."""

    complementizers: frozenset[str]
    """Conjunctions of content clauses."""
    asking: frozenset[str]
    """Verbs that frame questions."""
    inquiring: frozenset[str]
    """Those of them that ask."""
    addressing: frozenset[str]
    """Verbs that have whom they address as their object ("auffordern")."""
    addressing_dative: frozenset[str]
    """Verbs that have them as a dative ("vorwerfen")."""
    beside_object: frozenset[str]
    """Words by which something follows such an object that does not belong to it ("zur")."""
    appealing: frozenset[str]
    """Verbs that have it behind "an" ("appellieren")."""
    addressed_pronouns: frozenset[str]
    """Pronouns that such an object can be."""
    no_hearers: frozenset[str]
    """Words that an object begins with that is nobody ("es")."""
    press_hearers: frozenset[str]
    """Datives for the press ("Reportern")."""
    articles_of_cues: frozenset[str]
    """Articles and prepositions before the noun of a cue ("ist der Meinung")."""
    pointing_ahead: frozenset[str]
    """Adverbs that point ahead to what is said ("damit, dass")."""
    purpose: frozenset[str]
    """Words before infinitives of purpose or manner."""
    not_subjects: frozenset[str]
    """Forms that no subject begins with."""
    viewed: frozenset[str]
    """How somebody sees a thing, before the verb ("Ganz anders sieht das Ott")."""
    nominatives: frozenset[str]
    """Articles that are nominative or dative, never accusative."""
    dative_articles: frozenset[str]
    """Articles that a dative may begin with."""
    only_subjects: frozenset[str]
    """Pronouns that are a subject and nothing else ("er")."""
    doers: frozenset[str]
    """Who does acts of speech, of whom no name table tells ("Grünen")."""
    subject_pronouns: frozenset[str]
    """Pronouns that are clearly subjects."""
    verb_second: frozenset[str]
    """Pronouns behind which, at the start of a clause, the verb comes next ("er")."""
    agents: frozenset[str]
    """Prepositions before the agent of a passive."""
    origins: frozenset[str]
    """Prepositions before a source where the verb is impersonal."""
    impersonal: frozenset[str]
    """Verbs without a speaker as subject."""
    coming: frozenset[str]
    """Verbs by which a noun of saying comes from somebody."""
    heralds: frozenset[str]
    """Nouns before words in marks that somebody says or has written: "Parole", "Aufschrift"."""
    soon: frozenset[str]
    """Words before "nach" that tell that something happened soon or only after ("kurz")."""
    units: frozenset[str]
    """Units of time that are counted before "nach" ("zwei Wochen")."""
    verbless: frozenset[str]
    """Forms in small letters that are adverbs or prepositions where they could be verbs ("lange")."""
    exemplifying: frozenset[str]
    """Words between such a noun and its example."""
    bearing: frozenset[str]
    known: frozenset[str]
    """Forms of verbs by which something bears its name."""
    focus: frozenset[str]
    """Words that stand before a subject."""
    genitive_attributes: frozenset[str]
    """Articles of a genitive that goes on with a noun phrase."""
    attaching_prepositions: frozenset[str]
    """Prepositions that attach to any noun phrase."""
    placing_prepositions: frozenset[str]
    """Prepositions that attach to noun phrases with an article."""
    entering: frozenset[str]
    """Those of them that with an accusative say whither, and hang on the verb ("in die Luft")."""
    locating: frozenset[str]
    """Those of them behind which a place stands, and never whom something is told ("im Rat")."""
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
    demands: frozenset[str]
    """Nouns of saying that an infinitive may hang on from afar."""
    negations: frozenset[str]
    """Words by which a speech act was not done."""
    denying: frozenset[str]
    """Words that deny that something was said."""
    before_judgements: frozenset[str]
    """Words right before a quoted judgement ("als „Unsinn“"), not before a name in marks."""
    judgements: frozenset[str]
    """Nouns that judge and bear no name ("Unsinn"), and answers ("Nein")."""
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
    viewpoints: frozenset[str]
    """Prepositions before whoever holds a view ("Für Ott ist das „ein Witz“")."""
    unnamed: frozenset[str]
    """Articles of a phrase that is no name."""
    foreign: frozenset[str]
    """Small words of other languages, as in names and titles."""
    sollen: frozenset[str]
    """Forms of "sollen" that report."""
    reporting_modals: frozenset[str]
    """All forms of "sollen" in what is reported without a frame."""
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
    rumours: frozenset[str]
    """Nouns of rumour: "Gerüchten zufolge"."""
    rumour_places: frozenset[str]
    """Nouns of places in which nobody in particular talks: "In der Stadt heißt es"."""
    others: frozenset[str]
    """Pronouns for people whom nobody names: "andere", "viele"."""
    quantities: frozenset[str]
    """Words before a noun that say how much: "mehr Geld"."""
    indefinite: frozenset[str]
    """Indefinite articles and quantifiers."""


@dataclass(frozen=True, slots=True)
class Endings:
    """Word endings that tell classes of nouns, adjectives and adverbs."""

    plurals: tuple[str, ...]
    """Endings of nouns behind "die" that are mostly plurals."""
    events: tuple[str, ...]
    """Endings of nouns of saying that with an article after "nach" are what happened before."""
    sources: tuple[str, ...]
    """Nouns of saying ("Polizeiangaben")."""
    statements: tuple[str, ...]
    """Nouns before who holds or says something."""
    conversations: tuple[str, ...]
    """Nouns of talks in which something is said: "im Gespräch mit"."""
    occasions: tuple[str, ...]
    """Nouns of what hears nothing: times, occasions, places, statements."""
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
    several: tuple[str, ...]
    """Those of them that are plurals ("Nationen")."""
    deciding: tuple[str, ...]
    """Courts and other bodies that decide."""
    judging: tuple[str, ...]
    """Endings of adjectives that judge ("Unverantwortlich")."""
    preterites: tuple[str, ...]
    """Preterites of verbs that no list holds ("klebte"), where such a verb must stand."""
    presents: tuple[str, ...]
    """Their presents ("klebt")."""
    reported_moods: tuple[str, ...]
    """Their subjunctives ("klebe")."""
    declined: tuple[str, ...]
    """Nouns of persons that have the endings of adjectives ("Vorsitzende")."""
    weak: tuple[str, ...]
    """Nouns of men that end in -en in every case but the nominative ("den Präsidenten")."""
    derived: tuple[str, ...]
    """Adjectives made of names and nouns: "bayerische"."""
    callings: tuple[str, ...]
    """What somebody does, before a name."""
    rules: tuple[str, ...]
    """Nouns of rules, which things are done by but nobody says."""
    masculine: tuple[str, ...]
    """Nouns that end as feminine ones do and are none."""
    titled: tuple[str, ...]
    """Nouns of what bears a name or title, and does not speak."""
    manners: tuple[str, ...]
    """Adjectives that open a sentence with how something is said."""
    common: tuple[str, ...]
    """Nouns that are no names."""
    adverbs: tuple[str, ...]
    """Adverbs, told at a sentence's start from nouns."""
    adjectives: tuple[str, ...]
    """Inflected adjectives."""

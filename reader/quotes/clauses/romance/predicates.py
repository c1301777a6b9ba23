"""Find verbs of saying with their auxiliaries and pronouns: "lo ha dicho ya", "diz-se", "diciendo"."""

from dataclasses import dataclass

from reader.languages.verb_files import (
    CONDITIONAL,
    FINITE,
    FUTURE,
    GERUND,
    INFINITIVE,
    PARTICIPLE,
    PAST,
    Saying,
    VerbForm,
)
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.words import Grammar
from reader.quotes.patterns.sayings import VerbOfSaying
from reader.quotes.text.sentences import Range

_AUXILIARY = 3
"""Tokens from an auxiliary to its participle at most ("ha dicho", "ha ya claramente dicho")."""
_CLAUSAL = frozenset("qid?")
"""What a verb may take that is said, of the letters of `verb_files.TAKES`."""
_OBJECTS = 4
"""Pronouns and negations before a verb at most ("no se lo ha dicho")."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb of saying in the text."""

    first: int
    """Its first token, pronouns and negation before it among them."""
    last: int
    """Behind its last token."""
    cue: tuple[int, ...]
    """Auxiliary and verb."""
    says: tuple[Saying, ...]
    """What the verb may mean and take."""
    features: int
    """Mood and number of its form."""
    passive: bool = False
    impersonal: bool = False
    """Whether its pronoun leaves open who speaks: "se dice que", "diz-se"."""

    subject: Range | None = None
    """The token of the verb where its subject hangs on it: "dit-il"."""

    @property
    def verb(self) -> VerbOfSaying:
        """The same as the pattern engine reads it."""
        return VerbOfSaying(self.cue[0], self.last, self.cue)

    @property
    def finite(self) -> bool:
        """Whether it has a subject of its own."""
        return bool(self.features & FINITE)

    def takes(self, letters: str) -> bool:
        """Whether it may take one of these (letters of `verb_files.TAKES`)."""
        return any(letter in saying.takes for saying in self.says for letter in letters)

    @property
    def needs(self) -> tuple[str, ...]:
        """Words of which one must stand behind it, where it says something only with them."""
        clausal = [saying for saying in self.says if _CLAUSAL & set(saying.takes)]
        # "fit-il" is a tag alone, "fit savoir que" has a clause.
        if any(not saying.needs for saying in clausal):
            return ()
        return tuple(word for saying in clausal for word in saying.needs)


def predicate_at(text: ClauseText, at: int, start: int) -> Predicate | None:
    """The predicate whose verb of saying is token `at`, in a sentence that begins at `start`."""
    if (at, start) not in text.predicates:
        text.predicates[at, start] = _read(text, at, start)
    found: Predicate | None = text.predicates[at, start]
    return found


def _read(text: ClauseText, at: int, start: int) -> Predicate | None:
    # "el Señala": a capital within a sentence is a name.
    if text.words[at][0].isupper() and at > start and text.words[at - 1] not in '¿¡«“"—–-(':
        return None
    if text.lower(at) in text.grammar.adverbs:  # "maintenant"
        return None
    readings = [r for r in text.readings(at) if r.lemma in text.grammar.book.sayings]
    finite = [r for r in readings if r.features & FINITE]
    participles = [r for r in readings if r.features & PARTICIPLE]
    others = [r for r in readings if r.features & (GERUND | INFINITIVE)]
    auxiliary = _auxiliary(text, at, start) if participles else None
    if auxiliary is not None:
        return _made(text, auxiliary, at, participles, start)
    if finite and not _is_noun(text, at):
        return _made(text, at, at, finite, start)
    return _made(text, at, at, others, start) if others and not _is_noun(text, at) else None


def _auxiliary(text: ClauseText, at: int, start: int) -> int | None:
    """The auxiliary of a participle, over adverbs: "ha ya dicho", "foi dito"."""
    grammar = text.grammar
    # "a, lui, décrit": a stressed pronoun in commas
    if (
        text.words[at - 1] == ","
        and text.words[max(at - 3, 0)] == ","
        and text.lower(at - 2) in text.language.oblique
    ):
        at = max(at - 3, start)
    at = max(text.before_inserted(at), start)
    for before in range(at - 1, max(start, at - _AUXILIARY) - 1, -1):
        lemmas = {reading.lemma for reading in text.readings(before)}
        if lemmas & (grammar.perfect | grammar.passive):
            return before
        if not text.is_adverb(before) and text.lower(before) not in grammar.negations | grammar.clitics:
            return None
    return None


def _is_noun(text: ClauseText, at: int) -> bool:
    """Whether a form is a noun by what stands before it: "una denuncia", "la denuncia", "de cuenta"."""
    before, grammar = text.lower(at - 1), text.grammar
    infinite = not any(reading.features & FINITE for reading in text.readings(at))
    if infinite:
        # "al decir que", "por haber dicho"; "el decir" is one.
        return before in grammar.articles and before not in grammar.prepositions
    # "según informó": a word that attributes is no preposition of a noun.
    attributes = any(before == phrase[-1] for phrase in text.language.attributions if len(phrase) == 1)
    governed = before in grammar.prepositions and before not in grammar.clitics and not attributes
    # "Este afirmou": no noun is a past, a future or a conditional
    told = any(reading.features & (PAST | FUTURE | CONDITIONAL) for reading in text.readings(at))
    surely = told and text.bare[at] not in grammar.nouns
    return text.is_noun(at) or (before in grammar.articles and not surely) or governed


def _is_passive(auxiliaries: set[str], grammar: Grammar, *, reflexive: bool) -> bool:
    """Whether an auxiliary makes a passive: "est accusé", "fue dicho"; not "s'est dit", "ha dicho"."""
    if not auxiliaries & grammar.passive:
        return False
    # "être" makes the perfect too, but of a verb of saying only with its own pronoun
    return not (auxiliaries & grammar.perfect and (reflexive or auxiliaries - grammar.passive))


def _made(text: ClauseText, first: int, at: int, readings: list[VerbForm], start: int) -> Predicate | None:
    """A predicate from its auxiliary, or from the verb itself, with the pronouns before it."""
    grammar = text.grammar
    lemmas = dict.fromkeys(reading.lemma for reading in readings)
    behind = text.lower(at + 1)
    # "cuenta con", "conta com": no telling.
    says = tuple(s for lemma in lemmas for s in grammar.book.sayings[lemma] if behind not in s.never)
    if not says:
        return None
    begin = first
    small = grammar.clitics | grammar.negations
    while begin > max(start, first - _OBJECTS) and text.lower(begin - 1) in small:
        begin -= 1
    auxiliaries = {reading.lemma for reading in text.readings(first)} if first < at else set()
    features = readings[0].features
    if first < at:
        features = next(
            (r.features for r in text.readings(first) if r.lemma in grammar.perfect | grammar.passive), 0
        )
    pronouns = {text.lower(i) for i in range(begin, first)}
    if text.hangs(at):
        pronouns.add(text.lowered[at].rpartition("-")[2])
    # "se quejó de que" has a subject of its own, "se lo dijo" two objects.
    own = any("s" in saying.takes for saying in says) or bool(
        pronouns & (grammar.clitics - grammar.reflexives)
    )
    return Predicate(
        begin,
        at + 1,
        (first, at) if first < at else (at,),
        says,
        features,
        passive=_is_passive(auxiliaries, grammar, reflexive=bool(pronouns & grammar.reflexives)),
        impersonal=bool(pronouns & grammar.impersonal) and not own,
        subject=next(((i, i + 1) for i in (first, at) if text.halves(i)), None),
    )


def restricts(text: ClauseText, verb: Predicate, that: int, last: int) -> bool:
    """Whether "ne … que" is "only": "n'étonne qu'à moitié", "n'admet que deux erreurs"."""
    negated = text.lower(verb.first) in text.grammar.negations and not text.language.null_subject
    return negated and that == verb.last and not text.has_verb(that + 1, last)

"""Find verbs of saying with their auxiliaries and particles: "heeft … gezegd", "kondigde … aan"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.languages.verb_files import FINITE, INFINITIVE, PARTICIPLE, Saying
from reader.quotes.clauses.verb_second.clause_text import STOPS, ClauseText
from reader.quotes.clauses.verb_second.noun_phrases import begins
from reader.quotes.clauses.verb_second.words import Meaning
from reader.quotes.text.sentences import Range

_AUXILIARY = 25
"""Tokens from an auxiliary to its participle at most: "heeft de minister gisteren in Gent gezegd"."""
_LIGHT = frozenset("rc")
"""What verbs take with a word beside them that is no part of the cue."""
_PARTICLE = 25
"""Tokens from a verb to its particle at most."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb of saying in the text."""

    finite: int
    """The finite verb: the verb of saying itself, or its auxiliary."""
    last: int
    """Behind the last word of the cue."""
    cue: tuple[int, ...]
    says: tuple[Saying, ...]
    """What the verb may mean and take, of what stands beside it."""
    clause: int
    """First token of its clause."""
    passive: bool = False
    governed: bool = False
    """Whether another verb stands before it, behind which nothing is said yet: "wil zeggen"."""

    def takes(self, letters: str) -> bool:
        """Whether it may take one of these (letters of `verb_files.TAKES`)."""
        return any(letter in saying.takes for saying in self.says for letter in letters)

    @property
    def lemma(self) -> str:
        """Its infinitive, without a particle."""
        return self.says[0].lemma


def predicates_in(text: ClauseText, sentence: Range) -> Iterator[Predicate]:
    """The verbs of saying of a sentence that stand outside marks, in order."""
    for at in text.sayings_in(sentence):
        if at not in text.marked:
            found = predicate_at(text, at, sentence)
            if found:
                yield found


def predicate_at(text: ClauseText, at: int, sentence: Range) -> Predicate | None:
    """The predicate whose verb of saying is token `at`."""
    known = text.predicates
    if (at, sentence) not in known:
        known[at, sentence] = _read(text, at, sentence)
    found: Predicate | None = known[at, sentence]
    return found


def _read(text: ClauseText, at: int, sentence: Range) -> Predicate | None:
    # "Van der Meldt": a capital within a sentence is a name.
    if (
        text.words[at][0].isupper()
        and at > text.behind_place(sentence[0])
        and text.words[at - 1][0].isalnum()
    ):
        return None
    clause = text.clause_start(at, sentence[0])
    for meaning in text.grammar.meanings[text.lower(at)]:
        found = _finite(text, at, meaning, clause, sentence) or _with_auxiliary(
            text, at, meaning, clause, sentence
        )
        if found:
            return found
    return None


def _finite(text: ClauseText, at: int, meaning: Meaning, clause: int, sentence: Range) -> Predicate | None:
    """A finite form: "zei", "kondigde … aan", in a subordinate clause "aankondigde"."""
    # "minder dan verwacht": no clause.
    compared = text.lower(at - 1) in text.grammar.comparing
    if not meaning.form.features & FINITE or text.is_noun_behind(at) or compared:
        return None
    readings = text.grammar.book.forms.get(text.lower(at), ())
    infinitive = any(reading.features & INFINITIVE for reading in readings)
    if any(reading.features & PARTICIPLE for reading in readings) and _suffers(text, at, clause):
        return None
    if (infinitive or meaning.joined) and _governs(text, at, clause):
        return None
    if text.lower(at - 1) in text.grammar.infinitive | text.grammar.complements and infinitive:
        return None
    says, last, cue = _settled(text, at, meaning, sentence[1])
    if not says:
        return None
    return Predicate(at, last, cue, says, clause, passive=False)


def _governs(text: ClauseText, at: int, clause: int) -> int | None:
    """The finite verb of the clause before an infinitive, if there is one: "wil … zeggen"."""
    for before in range(at - 1, clause - 1, -1):
        if text.words[before] == ",":
            return None
        if text.is_finite(before):
            return before
    return None


def _suffers(text: ClauseText, at: int, clause: int) -> bool:
    """Whether the auxiliary of a passive makes a form a participle: "wordt ervan verdacht"."""
    governor = _governs(text, at, clause)
    return governor is not None and bool(text.lemmas(governor) & text.grammar.passive)


def _with_auxiliary(
    text: ClauseText, at: int, meaning: Meaning, clause: int, sentence: Range
) -> Predicate | None:
    """A participle with its auxiliary, or "heeft laten weten", "bleef ontkennen"."""
    grammar = text.grammar
    features = meaning.form.features
    if not features & (PARTICIPLE | INFINITIVE):
        return None
    # "meer dan verwacht": no clause.
    compares = text.lower(at - 1) in grammar.comparing
    # "…, heeft zijn familie laten weten": in a tag "weten" is no auxiliary; "Dat heeft de bond laten weten"
    # behind a sentence is the paper's in the annotated passages
    tag = bool(text.lemmas(sentence[0]) & grammar.perfect)
    needed = tag and any(text.lower(at + 1) in one.needs for one in meaning.says)
    auxiliary = None if compares else _auxiliary(text, at, clause, behind=not needed)
    if auxiliary is None:
        return None
    lemmas = text.lemmas(auxiliary)
    perfect, passive = bool(lemmas & grammar.perfect), bool(lemmas & grammar.passive)
    says, last, cue = _settled(text, at, meaning, sentence[1])
    if not says:
        return None
    if lemmas & grammar.modals and not features & PARTICIPLE and not lemmas & grammar.continuing:
        return _kept_back(text, auxiliary, last, cue, says, clause)
    if not features & PARTICIPLE:
        letting = perfect and meaning.form.lemma in grammar.letting and len(cue) > 1
        if not letting and not lemmas & grammar.continuing:
            return None
        passive = False
    elif not perfect and (not passive or meaning.form.lemma in grammar.active):
        return None
    found = tuple(sorted({auxiliary, *cue}))
    return Predicate(
        auxiliary, max(last, auxiliary + 1), found, says, clause, passive=passive and not perfect
    )


def _kept_back(
    text: ClauseText, modal: int, last: int, cue: tuple[int, ...], says: tuple[Saying, ...], clause: int
) -> Predicate | None:
    """What somebody will not tell, as a question alone: "wil niet zeggen of", "weigerde te zeggen wie"."""
    negated = any(text.lower(at) in text.grammar.negations for at in range(clause, last))
    asked = tuple(replace(one, takes="?") for one in says if {"?", "q"} <= set(one.takes))
    if not asked or not (negated or text.grammar.refusing & text.lemmas(modal)):
        return None
    return Predicate(modal, last, tuple(sorted({modal, *cue})), asked, clause, governed=True)


def _auxiliary(text: ClauseText, at: int, clause: int, *, behind: bool) -> int | None:
    """The auxiliary of a participle, before it or, with `behind`, right behind it ("gezegd heeft")."""
    wanted = text.grammar.perfect | text.grammar.passive | text.grammar.continuing | text.grammar.modals
    if behind and at + 1 < len(text.words) and text.lemmas(at + 1) & wanted and text.is_finite(at + 1):
        return at + 1
    for before in range(at - 1, max(clause, at - _AUXILIARY) - 1, -1):
        if text.words[before] == ",":
            return None
        # "…, heeft zijn familie gezegd": a possessive behind the auxiliary that opens a tag
        owns = before == clause + 1 and text.lower(before) in text.language.possessives
        if text.is_finite(before) and not (owns and text.lemmas(clause) & wanted):
            return before if text.lemmas(before) & wanted else None
    return None


def _settled(
    text: ClauseText, at: int, meaning: Meaning, stop: int
) -> tuple[tuple[Saying, ...], int, tuple[int, ...]]:
    """What a verb means by its particle or another word beside it, with the end and tokens of its cue."""
    if meaning.joined:
        return meaning.says, at + 1, (at,)
    plain = tuple(one for one in meaning.says if not one.particle and not one.needs)
    split = [one for one in meaning.says if one.particle or one.needs]
    places = {one: place for one in split if (place := _beside(text, at, one, stop)) is not None}
    # "sprak van", "uitte kritiek", "blijkt … dat": the word is none of what the verb means by itself.
    light = tuple(one for one, place in places.items() if set(one.takes) <= _LIGHT or place == at)
    heavy = [one for one in places if one not in light]
    if not heavy:
        return (*light, *plain), at + 1, (at,)
    place = places[heavy[0]]
    says = tuple(one for one in heavy if places[one] == place)
    return (*says, *light), max(at, place) + 1, tuple(sorted((at, place)))


def _beside(text: ClauseText, at: int, saying: Saying, stop: int) -> int | None:
    """Where the particle of a verb, or another word that it needs, stands beside it in its clause."""
    if saying.needs:
        return _behind(text, at, saying, stop) or _before(text, at, saying)
    return _particle(text, at, saying, stop)


def _behind(text: ClauseText, at: int, saying: Saying, stop: int) -> int | None:
    """Where a word that a verb needs stands behind it: "wijst de kritiek van de hand"."""
    grammar = text.grammar
    for place in range(at + 1, min(at + _PARTICLE, stop)):
        word = text.lower(place)
        if word in STOPS or place in text.passages:
            break
        if word in saying.needs:
            return at if word in grammar.that else place
        # Of a told act "dat" is the object: "wijst dat van de hand".
        if word in grammar.that | grammar.questions and "r" not in saying.takes:
            break
    return None


def _before(text: ClauseText, at: int, saying: Saying) -> int | None:
    """Where it stands before a verb at its clause's end: "heeft erop gewezen", "omdat zij erop wijst"."""
    for place in range(at - 1, max(at - _PARTICLE, -1), -1):
        word = text.lower(place)
        if word in STOPS or word == "," or place in text.begins:
            break
        if word in saying.needs and word not in text.grammar.that:
            return place
    return None


def _particle(text: ClauseText, at: int, saying: Saying, stop: int) -> int | None:
    """Where the particle of a split verb stands: "kondigde … aan"."""
    last, grammar = None, text.grammar
    opens = grammar.that | grammar.whether | grammar.questions | grammar.infinitive
    for place in range(at + 1, min(at + _PARTICLE, stop)):
        word = text.lower(place)
        if word in STOPS or place in text.passages or word == ",":
            break
        if word in grammar.that | grammar.questions and "r" not in saying.takes:
            break
        if word == saying.particle:
            # "geeft aan dat", not "geeft aan de gemeente"; "kondigt aan de prijs te verlagen" may be either.
            if place + 1 >= stop or text.lower(place + 1) in opens or not begins(text, place + 1):
                return place
            last = place if "i" in saying.takes else last
    return last if last is not None and _has_infinitive(text, last + 1, stop) else None


def _has_infinitive(text: ClauseText, at: int, stop: int) -> bool:
    """Whether an infinitive with "te" follows before the next comma."""
    for place in range(at, stop):
        if text.words[place] == ",":
            return False
        if text.lower(place) in text.grammar.infinitive:
            return True
    return False

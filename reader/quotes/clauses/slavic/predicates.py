"""Find verbs of saying with what stands on them: "nie powiedział", "zaczął mówić", "mówi się"."""

from dataclasses import dataclass

from reader.languages.verb_files import (
    FEMININE,
    FINITE,
    GERUND,
    IMPERSONAL,
    INFINITIVE,
    MASCULINE,
    PLURAL,
    Saying,
    VerbForm,
)
from reader.quotes.clauses.slavic.slavic_text import DASHES, MARKS, STOPS, SlavicText

_NEAR = 4
"""Tokens to a word that a verb needs beside it ("wyraził w piątek nadzieję"), or to its auxiliary."""
_BEFORE = 3
"""Pronouns, negation and adverbs before a verb at most."""


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
    """Mood, number and gender of its form."""
    negated: bool = False
    impersonal: bool = False
    """Whether its form names nobody: "powiedziano", "mówi się"."""
    governed: bool = False
    """Whether a modal verb stands before it, so that nothing is said: "nie chciał powiedzieć"."""

    @property
    def finite(self) -> bool:
        """Whether it has a subject of its own."""
        return bool(self.features & FINITE)

    @property
    def gerund(self) -> bool:
        """Whether it leans on another verb: "dodając"."""
        return bool(self.features & GERUND)

    @property
    def gender(self) -> str:
        """What its form tells of its subject: "f", "m", "p" for several, or empty."""
        if self.features & PLURAL:
            return "p"
        return "f" if self.features & FEMININE else "m" if self.features & MASCULINE else ""

    def takes(self, letters: str) -> bool:
        """Whether it may take one of these (letters of `verb_files.TAKES`)."""
        return any(letter in saying.takes for saying in self.says for letter in letters)


def predicate_at(text: SlavicText, at: int, start: int, stop: int, modal: bool = False) -> Predicate | None:
    """The predicate whose verb of saying is token `at`, in a clause within `[start, stop)`; with `modal`
    one behind a modal verb too."""
    if text.words[at][0].isupper() and at > start and text.words[at - 1] not in MARKS | DASHES | STOPS:
        return None
    readings = [r for r in text.readings(at) if r.lemma in text.grammar.book.sayings]
    says = tuple(one for r in readings for one in text.grammar.book.sayings[r.lemma])
    says, needed = _with_needs(text, at, start, stop, dict.fromkeys(says))
    readings = [r for r in readings if any(one.lemma == r.lemma for one in says)]
    if not readings:
        return None
    reading = next((r for r in readings if not r.features & INFINITIVE), readings[0])
    auxiliary = _auxiliary(text, at, start, modal) if reading.features & INFINITIVE else None
    if reading.features & INFINITIVE and auxiliary is None:
        return None
    first = auxiliary[0] if auxiliary else at
    features = auxiliary[1].features if auxiliary else reading.features
    begin = _begin(text, first, start)
    around = {text.lower(i) for i in range(begin, at)} | {text.lower(at + 1)}
    cue = tuple(sorted({first, at, *needed}))
    reflexive = bool(around & text.grammar.reflexives) and not any(one.needs for one in says)
    return Predicate(
        begin,
        max(at, *cue) + 1,
        cue,
        says,
        features,
        negated=any(text.lower(i) in text.grammar.negations for i in range(begin, at)),
        # "myślałem, że": the text itself, nobody that it names
        impersonal=bool(features & IMPERSONAL) or text.is_own(at) or (reflexive and _is_neutral(features)),
        governed=auxiliary is not None and auxiliary[1].lemma not in text.grammar.auxiliaries,
    )


def _is_neutral(features: int) -> bool:
    """Whether a form with a reflexive pronoun may name nobody: "mówi się", not "mówił się"."""
    return not features & (MASCULINE | FEMININE | PLURAL | GERUND)


def _with_needs(
    text: SlavicText, at: int, start: int, stop: int, says: dict[Saying, None]
) -> tuple[tuple[Saying, ...], list[int]]:
    """The meanings whose needed word stands beside the verb, and where such words stand."""
    near = range(max(start, at - 3), min(stop, at + _NEAR + 1))
    kept: list[Saying] = []
    places: list[int] = []
    for one in says:
        fits = (i for i in near if text.lower(i) in one.needs and _is_needed(text, i, at))
        found = next(fits, None)
        if one.needs and found is None:
            continue
        kept.append(one)
        if found is not None and text.lower(found) not in text.grammar.reflexives:
            places.append(found)
    return tuple(kept), places


def _is_needed(text: SlavicText, at: int, verb: int) -> bool:
    """Whether a word may be needed by a verb: a preposition only behind it, not "do domu i wezwali"."""
    return at > verb or text.lower(at) in text.grammar.reflexives or not text.is_preposition(at)


def _auxiliary(text: SlavicText, at: int, start: int, modal: bool) -> tuple[int, VerbForm] | None:
    """The verb that an infinitive of saying hangs on: "zaczął mówić", "miał powiedzieć"."""
    known = text.grammar.auxiliaries | text.grammar.modals if modal else text.grammar.auxiliaries
    for before in range(at - 1, max(start, at - _NEAR) - 1, -1):
        for reading in text.readings(before):
            if reading.lemma in known and reading.features & FINITE:
                return before, reading
        if text.words[before] in STOPS or text.words[before] == ",":
            break
    return None


def _begin(text: SlavicText, first: int, start: int) -> int:
    """The first of the small words before a verb."""
    begin = first
    while begin > max(start, first - _BEFORE):
        word = text.lower(begin - 1)
        if not text.is_small(begin - 1) and word not in text.grammar.negations:
            break
        begin -= 1
    return begin


def plain_verb(text: SlavicText, at: int) -> Predicate:
    """A verb that need not say anything, to find its subject by."""
    features = text.readings(at)[0].features if text.readings(at) else 0
    # "nie ma": its negation is no part of a subject
    first = at - (at > 0 and text.lower(at - 1) in text.grammar.negations)
    return Predicate(first, at + 1, (at,), (), features)


def takes(text: SlavicText, at: int, letter: str) -> bool:
    """Whether a verb of saying at a token may take something (a letter of `verb_files.TAKES`)."""
    sayings = text.grammar.book.sayings
    return any(letter in one.takes for r in text.readings(at) for one in sayings.get(r.lemma, ()))

"""Verb files: `verbs.txt` (how a language conjugates) and `sayings.txt` (its verbs of saying) to word forms.

`verbs.txt` holds two kinds of lines; remarks begin with "# ".

    : ar inf=ar pres.s=1a pres.p=1an past.s=ó past.p=aron part.ms=ado
        A class of regular verbs, named by how its infinitives end; of several that fit the longest counts.
        Then slots, each with its endings, set apart by commas. A digit before an ending names the stem it
        is put on: none is the infinitive without its ending, 1 the first stem of the verb's line. "-" is no
        ending; "ge~1d" puts letters before the form too, unless it begins with one of "bare=…". A slot is a
        mood (see `MOODS`), for some with "." and letters: s p (singular, plural), m f n.
    contar cuent
    decir dic past.s=dijo past.p=dijeron part.ms=dicho
        An irregular verb: its infinitive, its stems 1, 2, … ("-" takes that of the infinitive), and slots of
        which whole forms are given, instead of what the class makes. "past.s=" alone has no form.
    = tener querer
        Regular verbs that are not of saying, many a line.

`sayings.txt` holds one group a line: medium, what its verbs take as letters (see `TAKES`), then infinitives.
A verb that `verbs.txt` does not name is regular. "aan|kondigen" has a separable particle, "dar+entender"
needs another word beside it, "contar!con" has another meaning before a word (alternatives by "/").
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reader.languages import folders

(
    PRESENT,
    PAST,
    FUTURE,
    CONDITIONAL,
    SUBJUNCTIVE,
    IMPERATIVE,
    IMPERSONAL,
    PARTICIPLE,
    GERUND,
    INFINITIVE,
    SINGULAR,
    PLURAL,
    MASCULINE,
    FEMININE,
    NEUTER,
) = (1 << bit for bit in range(15))
_ANY = SINGULAR | PLURAL | MASCULINE | FEMININE | NEUTER
FINITE = PRESENT | PAST | FUTURE | CONDITIONAL | SUBJUNCTIVE | IMPERSONAL

MOODS = {
    "inf": INFINITIVE,
    "pres": PRESENT,
    "past": PAST,
    "impf": PAST,
    "plup": PAST,
    "fut": FUTURE,
    "cond": CONDITIONAL,
    "subj": SUBJUNCTIVE,
    "imper": IMPERATIVE,
    "imps": IMPERSONAL,
    "part": PARTICIPLE,
    "ger": GERUND,
}
"""Slots of `verbs.txt` by name, of third persons; "imps" is a form without any person ("powiedziano")."""
_TAGS = {"s": SINGULAR, "p": PLURAL, "m": MASCULINE, "f": FEMININE, "n": NEUTER}
_CLASS, _REGULAR, _BARE = ":", "=", "bare"

TAKES = {
    "q": "a clause with a conjunction",
    "i": "an infinitive",
    "?": "a question",
    "n": "a noun for what is said",
    "t": "a tag beside direct speech and clauses",
    "c": "a name: it calls something so",
    "r": "a told act: the whole sentence reports it",
    "b": "a clause without a conjunction",
    "d": "an infinitive behind a preposition only",
    "o": "the person told as its object",
    "l": "the one it was learned of, behind a preposition, and nobody for a subject",
    "s": 'its own pronoun, which leaves nobody out: "se queja de que"',
    "g": "a gerund",
    "m": 'a question, asked of oneself where its own pronoun stands before it: "se demande"',
    "j": 'a judgement, then a clause or infinitive: "considera necesario que"',
}
"""Letters of `sayings.txt`, with what a verb so marked takes."""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A reading of a word as a form of a verb."""

    lemma: str
    """The infinitive."""
    features: int
    """Bits of this module: mood, number, gender."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying, writing or thinking with what it takes."""

    lemma: str
    medium: str
    """ "speech", "writing" or "thought"."""
    takes: str
    """Letters of `TAKES`."""
    particle: str = ""
    """What a separable verb puts at the end of its clause ("aan")."""
    needs: tuple[str, ...] = ()
    """Words of which one must stand beside the verb."""
    never: tuple[str, ...] = ()
    """Words before which the verb means something else."""


@dataclass(frozen=True, slots=True)
class VerbBook:
    """The verbs of one language by their forms, in lower case."""

    forms: dict[str, tuple[VerbForm, ...]] = field(default_factory=dict)
    """Readings of each form of each verb, those that are not of saying among them."""
    sayings: dict[str, tuple[Saying, ...]] = field(default_factory=dict)
    """Verbs of saying by infinitive, without their particle."""

    def of(
        self, takes: str, moods: int, medium: str = "", *, tags: int = 0, alone: bool = False
    ) -> frozenset[str]:
        """The forms in one of these moods, with all tags if any, of the verbs that take one of some letters.

        With a `medium`, only of those that mean it; `alone`, those that need no word beside them, a split
        verb joined with its particle: "aangekondigd".
        """
        particles: dict[str, set[str]] = {}
        for lemma, several in self.sayings.items():
            particles[lemma] = {
                one.particle if alone else ""
                for one in several
                if set(takes) & set(one.takes) and medium in ("", one.medium) and not (alone and one.needs)
            }
        return frozenset(
            particle + form
            for form, readings in self.forms.items()
            for reading in readings
            if reading.features & moods and (reading.features & tags == tags or not reading.features & _ANY)
            for particle in particles.get(reading.lemma, ())
        )


@lru_cache(maxsize=32)
def load(code: str) -> VerbBook:
    """The verbs of a language whose `verbs.txt` conjugates by classes; empty for any other."""
    lines = folders.lines_of(code, "verbs.txt")
    if not any(line.startswith(_CLASS) for line in lines):
        return VerbBook()
    return read(lines, folders.lines_of(code, "sayings.txt"))


def read(verbs: Iterable[str], sayings: Iterable[str]) -> VerbBook:
    """The book of the lines of the two files."""
    known: dict[str, tuple[Saying, ...]] = {}
    for saying in (saying for line in sayings for saying in _sayings(line)):
        known[saying.lemma] = (*known.get(saying.lemma, ()), saying)
    forms: dict[str, list[VerbForm]] = {}
    for form, reading in _conjugated(verbs, known):
        readings = forms.setdefault(form, [])
        if reading not in readings:
            readings.append(reading)
    return VerbBook({form: tuple(readings) for form, readings in forms.items()}, known)


def _sayings(line: str) -> Iterator[Saying]:
    """The verbs of a line of `sayings.txt`."""
    medium, takes, *verbs = line.split()
    for verb in verbs:
        whole, _, needs = verb.partition("+")
        whole, _, never = whole.partition("!")
        particle, _, lemma = whole.rpartition("|")
        yield Saying(lemma, medium, takes, particle, _alternatives(needs), _alternatives(never))


def _alternatives(words: str) -> tuple[str, ...]:
    """Words set apart by "/"."""
    return tuple(filter(None, words.split("/")))


Slots = dict[str, tuple[str, ...]]


def _conjugated(lines: Iterable[str], sayings: Iterable[str]) -> Iterator[tuple[str, VerbForm]]:
    """All forms of all verbs, those of saying that no line conjugates as regular ones."""
    classes: dict[str, Slots] = {}
    irregular: dict[str, list[str]] = {}
    regular = dict.fromkeys(sayings)
    for line in lines:
        first, *words = line.split()
        if first == _CLASS:
            classes[words[0]] = _slots(words[1:])
        elif first == _REGULAR:
            regular.update(dict.fromkeys(words))
        else:
            irregular[first] = words
    for lemma in {**irregular, **regular}:
        for slot, forms in _forms(lemma, irregular.get(lemma, []), classes).items():
            for form in forms:
                yield form, VerbForm(lemma, _features(slot))


def _slots(words: Iterable[str]) -> Slots:
    """Slots as written: "pres.s=a,e" gives both endings."""
    pairs = (word.partition("=") for word in words)
    return {slot: tuple(filter(None, forms.split(","))) for slot, _, forms in pairs}


def _forms(lemma: str, parts: list[str], classes: dict[str, Slots]) -> Slots:
    """The forms of a verb by slot: those of its class on its stems, or whole ones that its line has."""
    ending = max((name for name in classes if lemma.endswith(name)), key=len, default="")
    stem = lemma.removesuffix(ending)
    stems = [stem, *(stem if part == "-" else part for part in parts if "=" not in part)]
    slots = classes.get(ending, {})
    bare = slots.get(_BARE, ())
    made = {
        slot: tuple(_joined(stems, one, bare) for one in endings)
        for slot, endings in slots.items()
        if slot != _BARE
    }
    return made | _slots(part for part in parts if "=" in part)


def _joined(stems: list[str], ending: str, bare: tuple[str, ...]) -> str:
    """A stem with an ending: "1an" is put on the first stem of the verb's line, or on the only one it has.

    "ge~1d" begins with "ge", where the form begins with no prefix of `bare`: "gemeld", but "bevestigd".
    """
    before, _, ending = ending.rpartition("~")
    number = int(ending[0]) if ending[0].isdigit() else 0
    stem = stems[number] if number < len(stems) else stems[0]
    form = stem + ending.lstrip("123456789").removeprefix("-")
    return form if form.startswith(bare or ("\0",)) else before + form


def _features(slot: str) -> int:
    """The bits of a slot: "part.fs" is a participle, feminine, singular."""
    mood, _, tags = slot.partition(".")
    features = MOODS[mood]
    for tag in tags:
        features |= _TAGS[tag]
    return features

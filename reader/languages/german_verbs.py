"""Forms of verbs from principal parts: which lemma and which mood a word form can be.

A form's reading is a pair (infinitive, features); features are the bits below. Forms are made from the list
of base verbs once; prefixed verbs are read by taking the prefix off, so that the list stays short.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reader.languages import folders

PRESENT, PAST, SUBJUNCTIVE1, SUBJUNCTIVE2, PARTICIPLE, INFINITIVE, TO_INFINITIVE, SINGULAR, PLURAL = (
    1 << bit for bit in range(9)
)
FINITE = PRESENT | PAST | SUBJUNCTIVE1 | SUBJUNCTIVE2
SUBJUNCTIVE = SUBJUNCTIVE1 | SUBJUNCTIVE2

Reading = tuple[str, int]
Readings = tuple[Reading, ...]

_UNSEPARATED = frozenset(
    (
        "be",
        "ver",
        "er",
        "ent",
        "emp",
        "zer",
        "ge",
        "miss",
        "über",
        "ueber",
        "unter",
        "wider",
        "hinter",
    )
)
"""Prefixes that stay on and take the "ge" of the participle away."""
LONGEST_VERB = 40
"""Letters of a form up to which it may be a verb with prefixes ("auseinanderzusetzen" has 19): one that is
nothing but prefixes, a thousand letters long, would be taken apart for ever."""
_IEREN_ENDINGS = ("ierten", "ierte", "ieren", "iert")
"""Endings of forms of verbs in -ieren, the longest first."""


class Verbs:
    """All readings of word forms, from the lines of a verb list and the separable particles."""

    def __init__(self, lines: Iterable[str], particles: Iterable[str]) -> None:
        self._particles = frozenset(particles)
        self._longest = max(map(len, self._particles | _UNSEPARATED))
        self._forms: dict[str, list[Reading]] = {}
        for line in lines:
            if not line.startswith("#"):
                self._add_line(line)

    def _add_line(self, line: str) -> None:
        words = line.split()
        if words[:1] == ["="]:
            for infinitive in words[1:]:
                self._add(_weak(infinitive))
        elif words:
            self._add(_strong(*words))

    def _add(self, forms: Iterator[tuple[str, str, int]]) -> None:
        for form, lemma, features in forms:
            readings = self._forms.setdefault(form, [])
            if (lemma, features) not in readings:
                readings.append((lemma, features))

    def readings(self, form: str) -> Readings:
        """Readings of a form in lower case; of prefixed verbs too, their lemma with the prefix."""
        found = self._forms.get(form)
        if found:
            return tuple(found)
        if len(form) > LONGEST_VERB:
            return ()
        return self._prefixed_readings(form) or _ieren_readings(form)

    def unprefixed_readings(self, form: str) -> Readings:
        """As `readings`, without looking for prefixes."""
        return tuple(self._forms.get(form, ()))

    def _prefixed_readings(self, form: str) -> Readings:
        # The longest prefix first: "heraus|stellen", not "her|ausstellen". Three letters at least are left.
        for length in range(min(len(form) - 3, self._longest), 1, -1):
            head = form[:length]
            inner: Readings = ()
            # "gesagt" is a participle without any prefix; "gestehen" may have one.
            if head in _UNSEPARATED and not (head == "ge" and form.endswith(("t", "te", "ten"))):
                inner = self._behind_prefix(form[length:])
            if not inner and head in self._particles:
                inner = self._behind_particle(form[length:])
            if inner:
                return tuple((head + lemma, features) for lemma, features in inner)
        return ()

    def _behind_prefix(self, rest: str) -> Readings:
        """As `rest` alone, with the participle without "ge" ("verkauft", "erhalten")."""
        found = [r for r in self._forms.get(rest, ()) if not r[1] & PARTICIPLE]
        # "behalten": as "gehalten", a participle; it is also the infinitive.
        found += self._forms.get("ge" + rest, ()) if not found or rest.endswith(("t", "en")) else ()
        return tuple(dict.fromkeys(found))

    def _behind_particle(self, rest: str) -> Readings:
        # "aufzuhören" is "zu" with an infinitive; "aufzucken" has nothing behind it that is one.
        if rest.startswith("zu"):
            inner = [r for r in self.readings(rest[2:]) if r[1] & INFINITIVE]
            if inner:
                return tuple((lemma, TO_INFINITIVE) for lemma, _ in inner)
        found = self._forms.get(rest)
        return tuple(found) if found else self._behind_inner_prefix(rest)

    def _behind_inner_prefix(self, rest: str) -> Readings:
        for prefix in _UNSEPARATED:
            if rest.startswith(prefix):
                inner = self._behind_prefix(rest[len(prefix) :])
                if inner:
                    return tuple((prefix + lemma, features) for lemma, features in inner)
        return ()


def _ieren_readings(form: str) -> Readings:
    """Readings of a form of a verb in -ieren that no list holds ("applaudierte")."""
    for ending in _IEREN_ENDINGS:
        # Three letters of a stem at least, so that "niert" and "vier" are none.
        if form.endswith(ending) and len(form) > len(ending) + 2:
            lemma = form[: len(form) - len(ending)] + "ieren"
            return tuple((lemma, features) for made, _, features in _weak(lemma) if made == form)
    return ()


def _stem(infinitive: str) -> str:
    return infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]


def _with_linking_e(stem: str) -> str:
    """The stem with the "e" that is put before "t" after dental and some consonant groups."""
    # "öffnete", "rechnete", but "lernte", "qualmte".
    group = len(stem) > 2 and stem[-1] in "mn" and stem[-2] not in "aeiouäöülrmn"
    # "h" only lengthens ("wohnte"), "ch" is a consonant ("zeichnete").
    if group and stem[-2] == "h":
        group = stem[-3] == "c"
    return stem + "e" if stem[-1] in "dt" or group else stem


def _weak(infinitive: str) -> Iterator[tuple[str, str, int]]:
    stem = _stem(infinitive)
    link = _with_linking_e(stem)
    foreign = infinitive.endswith("ieren")
    # "besuchen" and "erzählen" have "besucht", "erzählt"; "beten" is too short to hold a prefix.
    inseparable = (
        infinitive.startswith(("be", "ver", "er", "ent", "zer", "miss", "über", "wider")) and len(stem) > 4
    )
    participle = link + "t" if foreign or inseparable else "ge" + link + "t"
    yield infinitive, infinitive, PRESENT | INFINITIVE | PLURAL
    yield link + "t", infinitive, PRESENT | SINGULAR
    yield link + "te", infinitive, PAST | SINGULAR
    yield link + "ten", infinitive, PAST | PLURAL
    yield participle, infinitive, PARTICIPLE
    yield stem + "e", infinitive, SUBJUNCTIVE1 | SINGULAR
    # "ich handle", "er lächle".
    if infinitive.endswith("eln"):
        yield stem[:-2] + "le", infinitive, SUBJUNCTIVE1 | SINGULAR


def _strong(
    infinitive: str, present: str, past: str, participle: str, subjunctive2: str
) -> Iterator[tuple[str, str, int]]:
    stem = _stem(infinitive)
    plural = infinitive if infinitive != "sein" else "sind"
    yield plural, infinitive, PRESENT | PLURAL | (INFINITIVE if infinitive != "sein" else 0)
    if infinitive == "sein":
        yield "sein", infinitive, INFINITIVE
        yield "sei", infinitive, SUBJUNCTIVE1 | SINGULAR
        yield "seien", infinitive, SUBJUNCTIVE1 | PLURAL
    else:
        yield stem + "e", infinitive, SUBJUNCTIVE1 | SINGULAR
    yield present, infinitive, PRESENT | SINGULAR
    yield past, infinitive, PAST | SINGULAR
    yield past + ("n" if past.endswith("e") else "en"), infinitive, PAST | PLURAL
    yield participle, infinitive, PARTICIPLE
    yield from _subjunctive2(infinitive, past, subjunctive2)


def _subjunctive2(infinitive: str, past: str, subjunctive2: str) -> Iterator[tuple[str, str, int]]:
    """Subjunctive II, where it differs from the preterite."""
    if subjunctive2 == "-":
        return
    mood = SUBJUNCTIVE2 | (PAST if subjunctive2 == past else 0)
    yield subjunctive2, infinitive, mood | SINGULAR
    if subjunctive2 + "n" != past + "en":
        yield subjunctive2 + "n", infinitive, SUBJUNCTIVE2 | PLURAL | (PAST if subjunctive2 == past else 0)


@lru_cache(maxsize=1)
def german_verbs() -> Verbs:
    """The verbs of German, by their forms."""
    particles = folders.table_of("de", "grammar.toml")["verb_particles"].split()
    return Verbs(folders.text_of("de", "verbs.txt").splitlines(), particles)

"""Which forms of a name give a person away: an index of many names, asked word by word.

However many names there are, a word of a text is looked up once, so that the time grows with the text alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import regex

from reader.formats.caseless import parts_of
from reader.formats.letters import fold, has_case, spellings, words
from reader.formats.name_words import (
    SHORTEST,
    SHORTEST_CASELESS,
    apart,
    is_name,
    is_personal,
    is_telling,
    small_words,
    without_article,
    without_hyphens,
)
from reader.languages.common_words import common_words

Ids = frozenset[int]
"""Numbers of the sources that a form may mean."""

NOBODY: Ids = frozenset()
"""Of a form that means nobody: words that are not for publication."""
_PARTICLES = frozenset(
    str.split("von vom zu zur zum van der den de del della di da du la le al el bin ibn ter ten")
)
"""Words that stand before a surname, also with a capital."""
_DIGITS = 2
"""Digits of a number that is a name."""
_JOINED = 5
"""Letters of a part that tells even where it is joined to others, in addresses."""
_INITIALS = 3
"""Words of a name whose initials alone are covered in notes: KHG."""
_ENDINGS = ("s", "es", "ses", "ns", "ens", "sche", "schen", "scher", "sches", "schem")
"""Genitives, plurals and adjectives of names: Geheimnisses, Merkels, Hansens, the Merkelsche."""
_FINNISH = "nen"
_FINNISH_ENDINGS = str.split("sen sta selle selta sella sesta seen sessa sena seksi set sten sia siin sille")
"""Cases of Finnish surnames: of Virtanen, Virtaselta."""
_NOUN_ENDINGS = ("n", "en", "e", "er", "ern", "in", "innen")
"""Further cases of a noun that is a nickname: of "Der Bote", "dem Boten"."""
_REMARK = regex.compile(r"[(\[][^)\]]*\b\p{Ll}[^)\]]*[)\]]")
"""What a reporter puts behind a name: "(Name geändert)"."""
_HANDLE = regex.compile(r"[@/]|^\S+\.\S+$")


@dataclass(frozen=True, slots=True)
class Named:
    """A person by all names: what an index is made of."""

    number: int
    names: tuple[str, ...]
    is_person: bool = True
    """Whether each telling part of a name gives it away; of an organisation only the whole does."""


@dataclass(slots=True)
class NameIndex:
    """Forms of names by their folds."""

    parts: dict[str, Ids] = field(default_factory=dict)
    """Words that tell by themselves, with every ending."""
    stems: dict[str, Ids] = field(default_factory=dict)
    """The same without endings."""
    joined: dict[str, Ids] = field(default_factory=dict)
    """Whole names in one word, and an initial with a surname: deepthroat, mfelt."""
    sequences: dict[str, list[tuple[tuple[str, ...], Ids]]] = field(default_factory=dict)
    """Names of several words, by their first."""
    pieces: dict[str, Ids] = field(default_factory=dict)
    """What tells inside a word: names of scripts without capitals."""
    inside: dict[str, Ids] = field(default_factory=dict)
    """What tells inside an address: the longer parts."""
    initials: dict[str, Ids] = field(default_factory=dict)
    """KHG."""
    nicknames: set[str] = field(default_factory=set)
    """Forms of nouns that are a name here, whatever they mean elsewhere: of "Der Maulwurf"."""
    first_letters: dict[int, frozenset[str]] = field(default_factory=dict)
    """The initials of each person, which may stand before or after the surname."""
    particles: dict[int, set[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    """The particles before a name of each person, and the name: "von der", "heide"."""

    piece_sizes: frozenset[int] = frozenset()
    inside_sizes: frozenset[int] = frozenset()
    """The lengths of `pieces` and of `inside`."""

    def __bool__(self) -> bool:
        # An index without any of these finds nobody.
        return bool(self.parts or self.joined or self.sequences or self.pieces)


def index_of(people: Iterable[Named], wordings: Iterable[str] = ()) -> NameIndex:
    """The index of these people, and of words that are known again wherever they stand."""
    index = NameIndex()
    for wording in wordings:
        first, *rest = [fold(word.text) for word in words(wording)]
        index.sequences.setdefault(first, []).append((tuple(rest), NOBODY))
    for person in people:
        letters: set[str] = set()
        for name in person.names:
            letters |= _enter(index, person, name)
        index.first_letters[person.number] = frozenset(letters)
    for sequences in index.sequences.values():
        sequences.sort(key=lambda one: -len(one[0]))
    index.piece_sizes = frozenset(map(len, index.pieces))
    index.inside_sizes = frozenset(map(len, index.inside))
    return index


def _enter(index: NameIndex, person: Named, name: str) -> set[str]:
    """Put one name into the index; gives its initials."""
    ids = frozenset((person.number,))
    written = [word.text for word in words(_REMARK.sub("", name)) or words(name)]
    bare = without_article(written)
    if not bare:
        return set()
    is_handle = len(name.split()) == 1 and _HANDLE.search(name) is not None
    is_nickname = len(bare) < len(written)
    telling = [word for word in bare if is_name(word)]
    # "Der Maulwurf", "@lenz" and "Anna Lenz" are told by one word, "Amt für Statistik" only whole.
    if not (person.is_person and (is_nickname or is_handle or is_personal(written))):
        telling = bare if len(bare) == 1 and is_telling(bare[0]) else []
    if any(fold(word) in common_words().nobody for word in telling) and len(bare) > 1:
        telling = []  # "Quelle 7" is known by both words
    if telling:
        _enter_particles(index, bare, person.number)
    for word in telling:
        if not is_handle or word == bare[0]:
            _enter_part(index, word, ids, is_nickname and len(bare) == 1)
    if telling:
        for joined in without_hyphens(name):
            _enter_part(index, joined, ids, is_noun=False)
        for pieces in filter(None, map(apart, bare)):
            _enter_whole(index, pieces, ids)
    _enter_whole(index, bare, ids)
    _enter_with_titles(index, written, ids)
    if is_handle and "@" in name.strip("@"):
        _enter_whole(index, [word.text for word in words(name.strip("@").partition("@")[0])], ids)
    _enter_caseless(index, bare, ids)
    return _enter_joined(index, bare, ids) if person.is_person and not is_handle else set()


def _enter_particles(index: NameIndex, bare: list[str], number: int) -> None:
    """The runs of particles before a word of a name."""
    run: list[str] = []
    for word in bare:
        if word[0].islower() or (run and fold(word) in small_words()) or fold(word) in _PARTICLES:
            run.append(fold(word))
        elif run:
            index.particles.setdefault(number, set()).add((tuple(run), fold(word)))
            run = []


def _enter_with_titles(index: NameIndex, written: list[str], ids: Ids) -> None:
    """ "Herr K." is called "Herrn K." too."""
    title, *rest = written
    if fold(title) in common_words().titles and len(rest) == 1 and len(rest[0]) < SHORTEST:
        index.sequences.setdefault(f"{fold(title)}n", []).append(((fold(rest[0]),), ids))


def _enter_part(index: NameIndex, word: str, ids: Ids, is_noun: bool) -> None:
    if not has_case(word):
        return
    for stem in spellings(word):
        _add(index.stems, stem, ids)
        for ending in ("", *_ENDINGS, *(_NOUN_ENDINGS if is_noun else ())):
            _add(index.parts, stem + ending, ids)
            if is_noun:
                index.nicknames.add(stem + ending)
        if stem.endswith(_FINNISH) and len(stem) > len(_FINNISH) + 1:
            for ending in _FINNISH_ENDINGS:
                _add(index.parts, stem[: -len(_FINNISH)] + ending, ids)
        if len(stem) >= _JOINED and stem not in common_words().small:
            _add(index.inside, stem, ids)


def _enter_whole(index: NameIndex, bare: list[str], ids: Ids) -> None:
    if len(bare) == 1:
        if bare[0].isdigit() and len(bare[0]) >= _DIGITS:
            _add(index.joined, bare[0], ids)
        elif not bare[0][0].isupper() and has_case(bare[0]):
            _add(index.joined, fold(bare[0]), ids)
        elif len(fold(bare[0])) < SHORTEST or fold(bare[0]) in small_words():
            for form in spellings(bare[0]):
                _add(index.parts, form, ids)
                _add(index.parts, f"{form}s", ids)
        elif is_telling(bare[0]) and fold(bare[0]) not in index.stems:
            _add(index.joined, fold(bare[0]), ids)
        return
    firsts = spellings(bare[0])
    rest = tuple(fold(word) for word in bare[1:])
    spelled = [tuple(sorted(spellings(word))) for word in bare[1:]]
    firsts |= {form for first in firsts for form in _forms(first)}
    for first in firsts:
        sequences = index.sequences.setdefault(first, [])
        sequences.append((rest, ids))
        for place, forms in enumerate(spelled):
            for form in forms:
                if form != rest[place]:
                    sequences.append(((*rest[:place], form, *rest[place + 1 :]), ids))


def _forms(first: str) -> set[str]:
    """The first word of a name of several, with endings: "des Amtes für", "dem Deutschen Bund"."""
    if len(first) < SHORTEST or first in small_words():
        return set()
    forms = {first + ending for ending in ("s", "es", "e", "en", "n", "m")}
    stem = first[:-1] if first[-1] in "ermns" and first[-2] == "e" else ""
    return forms | ({stem + ending for ending in "rmns"} if stem else set())


def _enter_joined(index: NameIndex, bare: list[str], ids: Ids) -> set[str]:
    """What stands in one word; gives the initials."""
    cased = [word for word in bare if has_case(word) and fold(word) not in small_words()]
    if len(cased) < 2:
        return {fold(word)[0] for word in cased}
    for last in spellings(cased[-1]):
        for first in spellings(cased[0]):
            forms = (first + last, last + first, first[0] + last, last + first[0])
            for form in forms:
                if len(form) >= _JOINED and form[:-1] not in common_words().small:
                    _add(index.joined, form, ids)
                    _add(index.inside, form, ids)
    whole = "".join(map(fold, cased))
    _add(index.joined, whole, ids)
    _add(index.inside, whole, ids)
    letters = "".join(word[0].upper() for word in cased)
    if len(letters) >= _INITIALS:
        _add(index.initials, letters, ids)
    return {fold(word)[0] for word in cased if fold(word)}


def _enter_caseless(index: NameIndex, bare: list[str], ids: Ids) -> None:
    """Names of scripts without capitals tell inside of words, by which other words hang on to them."""
    caseless = [fold(word) for word in bare if not has_case(word) and not word.isdigit()]
    for word in caseless:
        if len(word) >= SHORTEST_CASELESS:
            _add(index.pieces, word, ids)
            for part in parts_of(word):
                _add(index.pieces, part, ids)
    if len(caseless) > 1:
        _add(index.pieces, "".join(caseless), ids)


def _add(table: dict[str, Ids], form: str, ids: Ids) -> None:
    if form:
        table[form] = table.get(form, frozenset()) | ids

"""Which of the names that articles give for speakers is a name, and which only says what somebody is.

"Jana Kolb", "Ratsherr Theo Bruns" and "Bund der Steuerzahler" name somebody. "er", "Sprecherin", "Residents",
"the report" and "interne Statistik" do not: an entry of a register would hold whoever is called so.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache

from reader.languages.folders import codes
from reader.languages.given_names import given_names
from reader.languages.tables import Language, load
from reader.models import SourceKind
from reader.texts.role_names import is_role

_TITLE_OF_DOCUMENT = 3
"""Words with a capital from which a document is one, and not just any: "Bericht" has one."""
_INITIAL = re.compile(r"[^\W\d_]\.")
_MARKS = ".,;:()\"'„“”»«’"


def names_somebody(name: str, kind: SourceKind, known: Collection[str] = ()) -> bool:
    """Whether a speaker as articles name it could be a source.

    `known` are surnames of people whom the library names in full, in small letters: of a single word only
    those and given names are names.
    """
    words = _without_determiner(name.split())
    if not words or kind is SourceKind.ANONYMOUS or is_role(" ".join(words)) or not _begins_a_name(words[0]):
        return False
    if kind is SourceKind.DOCUMENT:
        return sum(word[:1].isupper() for word in words) >= _TITLE_OF_DOCUMENT
    if len(words) == 1:
        return _is_name(words[0], kind, known)
    if not any(map(_has_capital, words[1:])):
        return False  # "Real estate agents": the capital is that of the sentence
    if kind is SourceKind.ORGANISATION:
        return True
    if kind is SourceKind.UNKNOWN:
        return _INITIAL.fullmatch(words[0]) is not None or any(map(_is_given, words[:-1]))
    # "Schüler der Klasse", but "Ratsherr Theo Bruns" and "Sjoukje de Vries"
    return not (_is_general(words[0]) and words[1][:1].islower()) and not _is_general(" ".join(words))


def tells_who(name: str, kind: SourceKind) -> bool:
    """Whether a name means the same somebody in every article: "Jana Kolb" and "Stadtwerke Bonn" do.

    "Sprecher der Polizei", "das Unternehmen", "Landratsamt" and "Bericht" are whoever it is about.
    """
    words = _without_determiner(name.split())
    capitals = [word for word in words if _has_capital(word)]
    if not capitals or is_role(" ".join(words)):
        return False
    if kind is SourceKind.ORGANISATION:
        return not all(_is_shared(word.strip(_MARKS)) for word in capitals)
    if kind is SourceKind.DOCUMENT:
        return len(words) > 1 and not all(_is_general(word.strip(_MARKS)) for word in capitals)
    # "Police officials": the capital is that of the sentence
    return _has_capital(words[0]) and any(map(_has_capital, words[1:]))


def _is_given(word: str) -> bool:
    return word in given_names() or (word.isupper() and word.title() in given_names())


def _has_capital(word: str) -> bool:
    return any(part[:1].isupper() or part[:1].isdigit() for part in word.strip(_MARKS).split("-"))


def without_role(name: str, names: Collection[str] = ()) -> str:
    """A name without what stands before the given name: "Ratsherr Theo Bruns" gives "Theo Bruns".

    `names` are others of the library: "Baustadtrat Ruediger Loew" is known by one of them.
    """
    words = name.split()
    for place, word in enumerate(words[:-1]):
        rest = " ".join(words[place:])
        if _is_given(word) or (place and rest in names):
            return rest
    return name


def bare_role(role: str) -> str:
    """A role without what ties it to its sentence: "Dessen Sprecherin" gives "Sprecherin"."""
    words = role.split()
    return " ".join(words[1:]) if len(words) > 1 and words[0].casefold() in _determiners() else role


def surnames(names: Iterable[str]) -> frozenset[str]:
    """The last words of names of several, in small letters."""
    return frozenset(words[-1].casefold() for words in map(str.split, names) if len(words) > 1)


def _without_determiner(words: list[str]) -> list[str]:
    if words and "’" in words[0] and words[0].partition("’")[0].casefold() in ("l", "d", "dell", "all"):
        words = [words[0].partition("’")[2], *words[1:]]
    elif words and words[0].casefold() in _determiners():
        words = words[1:]
    return words


def _begins_a_name(word: str) -> bool:
    return not word[:1].islower() or word.casefold() in _particles()


def _is_name(word: str, kind: SourceKind, known: Collection[str]) -> bool:
    bare = word.strip(_MARKS)
    if kind is SourceKind.ORGANISATION:
        return len(bare) > 1 and not _is_general(bare)
    return bare in given_names() or bare.casefold() in known


def _is_general(word: str) -> bool:
    return word.casefold() in _general()


def _is_shared(word: str) -> bool:
    """Whether there are many organisations that this word alone is said of: "Unternehmen", "Landratsamt"."""
    small = word.casefold()
    # "FIFA" stands among the groups, and there is one
    if word.isupper():
        return False
    return _is_general(small) or (small.endswith(_shared_endings()) and not small.startswith(_singles()))


def _of_all(*fields: str) -> frozenset[str]:
    languages: list[Language] = [load(code) for code in codes("quotes.toml")]
    found = (word for language in languages for field in fields for word in getattr(language, field))
    return frozenset(word.casefold() for word in found)


@cache
def _determiners() -> frozenset[str]:
    from reader.languages.press import everywhere  # with the articles of headlines

    return _of_all("determiners", "articles", "owners", "pronouns") | frozenset(everywhere().articles)


@cache
def _particles() -> frozenset[str]:
    return _of_all("particles")


@cache
def _shared_endings() -> tuple[str, ...]:
    return tuple(_of_all("shared_endings"))


@cache
def _singles() -> tuple[str, ...]:
    return tuple(_of_all("single_beginnings"))


@cache
def _general() -> frozenset[str]:
    return _of_all("roles", "groups", "documents", "anonymous", "female", "male")

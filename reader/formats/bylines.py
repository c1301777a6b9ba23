"""Who wrote an article: the names in its byline, family names apart from given names.

"Heide, Anna; Hall, Bo", "Anna Heide und Bo Hall, Berlin", "Anna Heide (dpa)": semicolons divide people, and
then a comma divides a name; else a comma divides people, or a place or an agency from them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.languages.given_names import given_names
from reader.languages.press import any_of, everywhere

_FURTHER_PARTICLES = frozenset(
    ("dos", "das", "do", "e", "le", "la", "les", "los", "las", "lo", "li", "el", "al", "bin", "ibn", "ben")
) | {
    "ter",
    "ten",
    "te",
    "'t",
    "’t",
    "‘t",
    "zum",
    "af",
    "av",
    "d'",
    "d’",
    "des",
    "dei",
    "degli",
    "dal",
    "mc",
    "mac",
}
"""Small words of family names, in languages without a folder and beside those of the folders."""
_INSIDE_NAMES = frozenset(("y", "i", "e"))
"""Words between two family names of one person, in Spanish, Catalan and Portuguese; elsewhere "and"."""
_TITLE = re.compile(
    r"(?:(?:Dr|Prof|Mag|Dipl|Ing|Sr|Sra|Mr|Mrs|Ms|Hon|Rev|Univ|habil|med|phil|jur|rer|nat)\.?|PhD|Sir|Dame)"
)
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_AGENCY = re.compile(
    r"[a-z]{2,5}(?:-[a-z]+)?|[A-Z]{2,5}|Reuters|Bloomberg|(?:The )?Associated Press|Press Association"
    r"|(?:\w+ )?(?:Presse-?\s?Agentur|Nachrichtenagentur|Agence France-Presse|News Agency)(?: \w+)?"
    r"|(?:Agencia|Agenzia) \w+"
)
"""One word in small letters or capitals alone, such as dpa, sid, AFP, and agencies by their whole names."""
_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?\s*:\s*")
"""As in "Interview: Anna Heide" and "Mitarbeit: Bo Hall"."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?)+")
_DIVIDER = re.compile(r"\s*[/|•·]\s*|\s+[–—-]\s+")
_FROM = re.compile(r"(?<=\w)\s+(?:in|aus|from)\s+[^\W\d_a-z]\w+\s*$")
"""As in "Ann Lee in London"."""
_IN_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_PLACE = re.compile(
    r"(?:Bad|New|San|Santa|São|St\.?|Sankt|Saint|Los|Las|Rio|Buenos|Den|Tel|Abu|Hong|Kuala|Cape|Le|La|Washington)\s"
    r"|\S+ (?:am|an der|a\. ?d\.|ob der|im|bei|in) |.*\bD\.? ?C\.?$"
)
"""How places of more than one word begin or go on."""


@dataclass(frozen=True, slots=True)
class Author:
    """One name of a byline; an agency or a single word has a family name only."""

    family: str
    given: str = ""

    @property
    def full(self) -> str:
        """Given name first."""
        return f"{self.given} {self.family}".strip()

    @property
    def inverted(self) -> str:
        """Family name first, as bibliographies sort."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def initials(self) -> str:
        """Family name and initials, as in "Beispiel, A. M.", titles left out."""
        parts = [part for part in re.split(r"[\s-]+", self.given) if part and not _TITLE.fullmatch(part)]
        letters = " ".join(f"{part[0]}." for part in parts)
        return f"{self.family}, {letters}" if letters else self.family


def authors(byline: str, outlet: str = "") -> list[Author]:
    """The people in a byline such as "Von Anna Beispiel und Jan de Vries, Berlin"; without any, its agencies.

    The `outlet` is no author, where the byline names it too.
    """
    people, agencies = _read(byline)
    named = [name for name in people if not outlet or name.full.casefold() != outlet.casefold()]
    return named or [Author(agency) for agency in agencies]


def agencies_beside(byline: str) -> tuple[str, ...]:
    """The agencies that a byline names beside people, as in "Anna Heide (dpa)"."""
    people, agencies = _read(byline)
    return agencies if people else ()


@lru_cache(maxsize=64)
def _read(byline: str) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    bracketed = [word for found in _IN_BRACKETS.findall(byline) for word in re.split(r"[\s/,+]+", found)]
    plain = _DIVIDER.sub(", ", _IN_BRACKETS.sub(" ", byline).strip())
    parts = re.split(r"\s*;\s*", _without_by(plain))
    names = [name for part in parts for name in _names_of(part, divided=len(parts) > 1)]
    agencies = [name.full for name in names if _is_agency(name)]
    agencies += [
        word for word in bracketed if _AGENCY.fullmatch(word) and word not in everywhere().credit_with
    ]
    people = [name for name in names if not _is_agency(name)]
    if any(name.given for name in people):
        people = [name for name in people if name.given or name.family.casefold() not in _nobodies()]
    return tuple(people), tuple(dict.fromkeys(agencies))


@cache
def _nobodies() -> frozenset[str]:
    return frozenset((*everywhere().no_authors, "team"))


def _is_agency(name: Author) -> bool:
    return bool(_AGENCY.fullmatch(name.full)) or name.full.casefold() in everywhere().agencies


def _without_by(byline: str) -> str:
    found = _by().match(byline)
    if found is None:
        return byline
    first_name = re.split(r"\s*;\s*", _and().split(byline)[0])[0]
    # "von Trotha, Lars" and "Von der Heide, Anna": the small word is a part of the name.
    rest = byline[found.end() :]
    # "von" is a part where what follows is inverted or goes on: not in "von Anna Lenz".
    is_part = _is_particle(found[0].strip()) and (
        _inverted(first_name) is not None or rest.split(" ")[0] in everywhere().between_names
    )
    return byline if is_part and ":" not in found[0] else rest


@cache
def _by() -> re.Pattern[str]:
    words = everywhere()
    return re.compile(rf"^\s*{any_of(words.by, words.author_labels)}(?:\s*:\s*|\s+)", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    words = any_of(everywhere().between_names, everywhere().credit_with, _INSIDE_NAMES)
    return re.compile(rf"\s+(?:{words}|&|\+)\s+")


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(everywhere().pictures)}\s*(?::|\b{any_of(everywhere().picture_by)}\b)", re.IGNORECASE
    )


def _names_of(part: str, *, divided: bool) -> Iterator[Author]:
    """The names in what stands between semicolons; `divided` where there are some."""
    groups = list(_divided_by_and(part))
    for number, group in enumerate(groups):
        if (name := _inverted(group, surely=divided and len(groups) == 1)) is not None:
            yield name
            continue
        following = _author(groups[number + 1]) if number + 1 < len(groups) else None
        if following and following.given and " " not in group and _is_given_name(group):
            # "Peter und Paul Müller" share a name.
            yield Author(following.family, group)
        else:
            yield from _divided_by_commas(group)


def _divided_by_and(part: str) -> Iterator[str]:
    """The people between "and", "und", "y"; not a "von und zu" and not an "Ortega y Gasset" of one name."""
    kept, at = "", 0
    for found in _and().finditer(part):
        kept += part[at : found.start()]
        at = found.end()
        if _is_inside_a_name(kept, found[0].strip(), part[at:]):
            kept += found[0]
        else:
            yield kept.strip()
            kept = ""
    yield (kept + part[at:]).strip()


def _is_inside_a_name(before: str, word: str, after: str) -> bool:
    if _is_particle(before.rpartition(" ")[2]) and _is_particle(after.partition(" ")[0]):
        return True
    next_name, comma, _given = _and().split(after)[0].partition(",")
    is_second = " " not in next_name.strip() and not _AGENCY.fullmatch(next_name.strip())
    # "José Ortega y Gasset", and "Ortega y Gasset, José".
    goes_on = not comma and " " in before.rpartition(",")[2].strip()
    # No comma before, and one behind: the family name comes first.
    begins = goes_on or (bool(comma) and "," not in before)
    # Not "Ana Lima y José Ortega", where the second has two words, nor "Ana Lima y EFE".
    return word in _INSIDE_NAMES and begins and is_second


def _divided_by_commas(group: str) -> Iterator[Author]:
    raw = [part.strip() for part in group.split(",") if part.strip()]
    raw = [part for part in raw if "@" not in part and not _credit().match(part)]
    if len(raw) == 3 and _TITLE.fullmatch(raw[2]):
        raw = [raw[0], f"{raw[2]} {raw[1]}"]
    pairs = [_inverted(f"{one}, {other}") for one, other in zip(raw[::2], raw[1::2], strict=False)]
    parts = [part for part in map(_trimmed, raw) if part]
    # "Lenz, Anna, Orth, Kai": an even number, each two of them a name turned round.
    if len(raw) % 2 == 0 and pairs and all(pairs):
        yield from (name for name in pairs if name)
        return
    has_name = any(" " in part for part in parts)
    for number, part in enumerate(parts):
        # "Anna Heide, Berlin": beside a whole name a single word is a place, a paper or a function.
        beside = number and has_name and not _AGENCY.fullmatch(part) and _is_no_person(part)
        if not beside and not _SUFFIX.fullmatch(part):
            suffix = next((one for one in parts[number + 1 : number + 2] if _SUFFIX.fullmatch(one)), "")
            yield _author(f"{part} {suffix}".strip())


def _trimmed(part: str) -> str:
    part = _LABEL.sub("", _FROM.sub("", part.strip()), count=1)
    return part if _SUFFIX.fullmatch(part.split(" ")[-1]) else part.rstrip(" .")


def _is_no_person(part: str) -> bool:
    """Whether what stands behind a comma and a whole name is a place, a paper or a function."""
    words = part.split()
    is_place = len(words) == 1 or bool(_PLACE.match(part))
    # "Berlin", "STUTTGARTER ZEITUNG", "freelance writer".
    return is_place or part.isupper() or not any(word[:1].isupper() for word in words)


def _inverted(part: str, *, surely: bool = False) -> Author | None:
    """The name in "von der Heide, Anna"; None where it is no such name.

    It is `surely` one where semicolons divide people, unless a whole name stands before the comma.
    """
    family, comma, given = (piece.strip() for piece in part.partition(","))
    if not comma or "," in given or not family or not given or _AGENCY.fullmatch(family):
        return None
    words = [word for word in family.split() if not _is_particle(word) and not _TITLE.fullmatch(word)]
    words = words or [family]
    first_given = given.split()[0]
    is_given = (
        _is_given_name(first_given) or bool(_INITIALS.fullmatch(given)) or bool(_TITLE.fullmatch(first_given))
    )
    # "Ramón y Cajal, Santiago": a family name may begin like a given one.
    if len(words) > 1 and _is_given_name(words[0]) and words[1] not in _INSIDE_NAMES:
        return None
    is_sure = surely and (len(words) == 1 or any(word in _INSIDE_NAMES for word in words))
    return Author(family, given) if is_given or (is_sure and not _AGENCY.fullmatch(given)) else None


def _author(name: str) -> Author:
    words, known = name.split(), everywhere()
    if words and words[0].islower() and not _is_particle(words[0]) and not _AGENCY.fullmatch(name):
        # "unserem Korrespondenten Hans Meier"
        first = next((at for at, word in enumerate(words) if _is_given_name(word)), 0)
        words = words[first:]
    if len(words) < 2 or any(word.casefold() in (*known.no_authors, *known.agencies) for word in words):
        return Author(" ".join(words))
    first = len(words) - 1
    if _SUFFIX.fullmatch(words[first]) and first > 1:
        first -= 1
    while first > 1 and _belongs(words, first):
        first -= 1
    return Author(" ".join(words[first:]), " ".join(words[:first]))


def _belongs(words: list[str], first: int) -> bool:
    """Whether the word before `first` belongs to the family name that begins there."""
    before = words[first - 1]
    if _is_particle(before):
        return True
    # "Ortega y Gasset", "von und zu Stein": the word between, and the name before it.
    if before.casefold() in (*_INSIDE_NAMES, *everywhere().between_names) and first > 2:
        return True
    return words[first].casefold() in _INSIDE_NAMES and first > 1


@cache
def _particles() -> frozenset[str]:
    return frozenset(everywhere().particles()) | _FURTHER_PARTICLES


def _is_particle(word: str) -> bool:
    return word.casefold() in _particles()


def _is_given_name(word: str) -> bool:
    """Whether a word is a given name, alone or one of two joined ("Jean-Luc")."""
    return any(part in given_names() for part in (word, *word.split("-")))

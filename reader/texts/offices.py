"""What somebody does and where they belong, out of how articles write it: as a register has it, said once."""

import re
from functools import cache

from reader.languages.given_names import given_names
from reader.languages.tables import load

_WORD = re.compile(r"\w+")
_MALE = "m"


def besides(name: str, *parts: str) -> tuple[str, ...]:
    """Those parts that say more than the name and the parts before them; "Verbands" has said "Verband"."""
    if not any(parts):
        return ()
    known, kept = _known(name), []
    for part in parts:
        if not set(_WORD.findall(part.casefold())) <= known:
            kept.append(part)
            known |= _known(part)
    return tuple(kept)


def _known(text: str) -> set[str]:
    words = set(_WORD.findall(text.casefold()))
    return words | {_nominative(word) for word in words}


def as_registered(name: str, role: str, affiliation: str, language: str) -> tuple[str, str]:
    """Role and affiliation of a German article as one calls them alone; of any other language as they are.

    "der Vorsitzende des Verbands, Karl Ott" is "Vorsitzender des Verbands" and "Verband". What only the
    role says rightly, as "des Deutschen Bundes", is no affiliation of its own.
    """
    if language != "de":
        return role, affiliation
    first = name.split()[:1]
    is_male = bool(first) and given_names().get(first[0]) == _MALE
    return (_of_a_man(role) if is_male else role), _alone(role, affiliation)


def _of_a_man(role: str) -> str:
    """A role that was written behind "der", as it ends without: "Vorsitzende", "Vorsitzender"."""
    words = role.split()
    head = next((at for at, word in enumerate(words) if not _is_described_by(words, at)), len(words) - 1)
    if words and words[head].casefold().endswith(_adjectival()):
        words[head] += "r"
    ended = [f"{word}r" if at < head else word for at, word in enumerate(words)]
    return " ".join(ended)


def _is_described_by(words: list[str], at: int) -> bool:
    """Whether a word ends as an adjective does, and stands before another that is no article ("des")."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    noun_follows = behind[:1].isupper() or behind.endswith("e")
    return words[at].endswith("e") and noun_follows


@cache
def _adjectival() -> tuple[str, ...]:
    """Nouns that end as adjectives do: the table has both "vorsitzende" and "vorsitzender"."""
    roles = load("de").roles
    return tuple(sorted(role for role in roles if f"{role}r" in roles))


def _alone(role: str, affiliation: str) -> str:
    if not role.endswith(f"des {affiliation}") and not role.endswith(f"der {affiliation}"):
        return affiliation
    first, *others = affiliation.split() or [""]
    if others and first.endswith("en"):
        return ""
    if role.endswith(f"der {affiliation}"):
        return affiliation
    return " ".join((_nominative(first), *others))


def _nominative(noun: str) -> str:
    """A noun without the ending of its genitive: "Verbands", "Landes", "Ergebnisses"."""
    if noun.endswith("nisses"):
        return noun[:-3]
    if noun.endswith("es") and not noun.endswith("ies"):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and noun[-2:-1] not in ("s", "u", "i", "") else noun

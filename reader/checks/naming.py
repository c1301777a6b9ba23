"""Speakers as articles write them, when they name nobody."""

import re
from functools import cache

from reader.languages.folders import codes
from reader.languages.press import any_of, everywhere
from reader.languages.tables import load


@cache
def _nameless() -> re.Pattern[str]:
    return re.compile(any_of(everywhere().nameless), re.IGNORECASE)


def is_nameless(written: str) -> bool:
    """Whether `written` is but a pronoun, or nothing."""
    return not written or _nameless().fullmatch(written) is not None


@cache
def _roles() -> frozenset[str]:
    return frozenset().union(*(load(code).roles for code in codes("quotes.toml")))


def is_role(name: str) -> bool:
    """Whether `name` says what somebody is, and not who: "Sprecher", "ein Sprecher der Polizei".

    "Minister Weber" names somebody: behind the role stands a name.
    """
    words = name.split()
    if words and words[0].casefold() in everywhere().articles:
        words = words[1:]
    if not words or words[0].casefold() not in _roles():
        return False
    return len(words) == 1 or not words[1][:1].isupper()


def surname_of(name: str) -> str:
    """The last word of a name."""
    return name.rsplit(maxsplit=1)[-1] if name.split() else ""

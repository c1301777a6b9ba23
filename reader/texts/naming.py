"""Speakers as articles write them, when they name nobody."""

import re
from functools import cache

from reader.languages.press import any_of, everywhere


@cache
def _nameless() -> re.Pattern[str]:
    return re.compile(any_of(everywhere().nameless), re.IGNORECASE)


def is_nameless(written: str) -> bool:
    """Whether `written` is but a pronoun, or nothing."""
    return not written or _nameless().fullmatch(written) is not None


def surname_of(name: str) -> str:
    """The last word of a name."""
    return name.rsplit(maxsplit=1)[-1] if name.split() else ""

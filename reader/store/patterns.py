"""Regular expressions in a search: checked before, and stopped where one text keeps them too long."""

from functools import lru_cache
from typing import Any

LONGEST = 1.0
"""Seconds for one text; what takes longer looks back and forth without end, and counts as not found."""


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> Any:
    import regex  # 25 ms, for such searches only

    return regex.compile(pattern, regex.IGNORECASE | regex.MULTILINE)


def wrong_in(pattern: str) -> str:
    """What is wrong with a pattern, "" where nothing is."""
    import regex  # 25 ms, for such searches only

    try:
        _compiled(pattern)
    except regex.error as error:
        return str(error)
    return ""


def fits(pattern: str, text: str | None) -> bool:
    """Whether a pattern is found in a text, whatever the case."""
    try:
        return _compiled(pattern).search(text or "", timeout=LONGEST) is not None
    except TimeoutError:
        return False

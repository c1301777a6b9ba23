"""Lines that pages leave around an article: the tables `leftovers-*`, and the tests that read them.

Collected from what trafilatura 2.3 leaves on plain news pages and from texts copied out of browsers, in the
six languages the program speaks best. A line counts only as a whole, never as part of a sentence.
"""

import re
from functools import cache

from reader.ingest.tables import entries

_OPENING_MARKS = "„“\"«»‚‘'"
_LANGUAGES = ("de", "en", "es", "fr", "it", "nl")


def is_leftover(line: str) -> bool:
    """Whether `line`, a whole paragraph, is navigation, sharing, advertising or the like."""
    if len(line) > 600:
        return False
    bare = _bare(line)
    plain = " ".join(line.lower().replace("’", "'").split()).removeprefix("• ")
    if not bare or bare in _exact():
        return True
    return line[0] not in _OPENING_MARKS and _patterns().fullmatch(plain) is not None


def opens_tail(line: str) -> bool:
    """Whether `line` is the heading of a list of other articles or of comments."""
    return len(line) < 80 and _openers().fullmatch(_bare(line)) is not None


def _bare(line: str) -> str:
    return " ".join(line.lower().replace("’", "'").split()).strip(
        " \t:;,.!?…|/•·*-–—>»›<«‹+&#→←▶►▼▲↓↑()[]'\""
    )


@cache
def _exact() -> frozenset[str]:
    return frozenset(_bare(line) for code in _LANGUAGES for line in entries(f"leftovers-{code}"))


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in entries("leftover-patterns")))


@cache
def _openers() -> re.Pattern[str]:
    return re.compile("|".join(entries("tail-openers")))

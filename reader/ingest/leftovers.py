"""Lines that pages leave around an article: the tables of all languages, and the tests that read them.

Collected from what trafilatura 2.3 leaves on plain news pages and from texts copied out of browsers, in the
six languages the program speaks best. A line counts only as a whole, never as part of a sentence.
"""

import re
from functools import cache

from reader.ingest.tables import entries
from reader.languages.press import everywhere

_OPENING_MARKS = "„“\"«»‚‘'"
MENU_WORDS = (3, 20)
"""So many words a row of menu entries has: two may be a headline."""
_DIVIDER = re.compile(r"\s*[|•·]\s*")
_LONGEST_LEFTOVER = 600
"""Characters; a longer paragraph is text (chosen by hand)."""
_LONGEST_OPENER = 80
"""Characters of a heading of such a list (chosen by hand)."""
_LONGEST_END = 120
"""Characters of a line that ends an article (chosen by hand)."""
_LONGEST_OFFER = 160
"""Characters of a line that offers the rest of an article (chosen by hand)."""
_MARKS = re.compile('[„“”»«"]')
_LONGEST_TOP = 40
"""Characters of a line above a page's title (chosen by hand)."""


def is_leftover(line: str) -> bool:
    """Whether `line`, a whole paragraph, is navigation, sharing, advertising or the like."""
    if len(line) > _LONGEST_LEFTOVER:
        return False
    bare = _bare(line)
    plain = " ".join(line.lower().replace("’", "'").split()).removeprefix("• ")
    if not bare or bare in _exact() or _is_row_of_leftovers(bare):
        return True
    return line[0] not in _OPENING_MARKS and _patterns().fullmatch(plain) is not None


def _is_row_of_leftovers(bare: str) -> bool:
    """Whether a line is nothing but entries of menus side by side ("Startseite Abo E-Paper Anmelden").

    Two are enough where a stroke or a dot divides them ("Im Browser ansehen | Abmelden").
    """
    divided = [_bare(part) for part in _DIVIDER.split(bare)]
    if len(divided) > 1 and all(part in _exact() for part in divided):
        return True
    words = [word for word in re.split(r"[\s|/•·,]+", bare) if word]
    if not MENU_WORDS[0] <= len(words) <= MENU_WORDS[1]:
        return False
    entries_found, at = 0, 0
    while at < len(words):
        length = next((n for n in (3, 2, 1) if " ".join(words[at : at + n]) in _exact()), 0)
        if not length:
            return False
        entries_found, at = entries_found + 1, at + length
    return entries_found >= MENU_WORDS[0]


def opens_tail(line: str) -> bool:
    """Whether `line` is the heading of a list of other articles or of comments."""
    return len(line) < _LONGEST_OPENER and _openers().fullmatch(_bare(line)) is not None


def ends_article(line: str) -> bool:
    """Whether what follows `line` is not for readers: notes of an agency, a press office's number."""
    return len(line) < _LONGEST_END and _ends().fullmatch(" ".join(line.lower().split())) is not None


def offers_rest(line: str) -> bool:
    """Whether `line` says that what follows is for subscribers: "La suite est réservée aux abonnés"."""
    if len(line) > _LONGEST_OFFER or _MARKS.search(line):
        return False
    return _offers().search(line.lower()) is not None


def is_page_top(line: str) -> bool:
    """Whether `line` stands above the title of a page that was copied as a whole, such as "Menü"."""
    return len(line) < _LONGEST_TOP and _bare(line) in _tops()


def _bare(line: str) -> str:
    return " ".join(line.lower().replace("’", "'").split()).strip(
        " \t:;,.!?…|/•·*-–—>»›<«‹+&#→←▶►▼▲↓↑()[]'\""
    )


@cache
def _exact() -> frozenset[str]:
    return frozenset(_bare(line) for line in everywhere().leftovers)


@cache
def _patterns() -> re.Pattern[str]:
    patterns = (*entries("leftover-patterns"), *everywhere().leftover_patterns)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@cache
def _openers() -> re.Pattern[str]:
    return re.compile("|".join(everywhere().tail_openers))


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("|".join(everywhere().article_ends))


@cache
def _offers() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in everywhere().paywalls))


@cache
def _tops() -> frozenset[str]:
    return frozenset(_bare(line) for line in everywhere().page_tops)

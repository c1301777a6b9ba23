"""What an article says of when it may be used: an embargo, or a speech handed out before it is held."""

import re
from functools import cache, lru_cache

from reader.languages.press import everywhere
from reader.models import Article

_LONGEST = 160
"""Characters of a line that are given."""


def embargo_of(article: Article) -> str:
    """The line that says until when the article may not be used; "" where there is none."""
    return _line_of(article, "embargoes")


def undelivered_of(article: Article) -> str:
    """The line by which words were handed out before they were said; "" where there is none."""
    return _line_of(article, "undelivered")


def _line_of(article: Article, table: str) -> str:
    # Such a line may have been read as the title, or as who wrote it.
    heads = (article.title, article.section, article.byline, article.outlet, *article.removed)
    return _found_in(table, heads, article.text)


@lru_cache(maxsize=8)
def _found_in(table: str, heads: tuple[str, ...], text: str) -> str:
    for place in (*heads, text):
        if found := _pattern(table).search(place):
            return _clipped(_line_around(place, found.start()))
    return ""


@cache
def _pattern(table: str) -> re.Pattern[str]:
    alternatives = "|".join(f"(?:{pattern})" for pattern in getattr(everywhere(), table))
    return re.compile(alternatives or r"(?!)", re.IGNORECASE | re.MULTILINE)


def _line_around(text: str, at: int) -> str:
    """The line, or in a long paragraph the rest of it from `at`."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    return line if len(line) <= _LONGEST else line[at - start :]


def _clipped(line: str) -> str:
    line = " ".join(line.split()).strip(" .*-–—=+#|()[]")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"

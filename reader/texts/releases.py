"""What an article says of when it may be used: an embargo, or a speech handed out before it is held.

Both are read once, when the article comes in, and stored with it. They hold until a person lifts them.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, lru_cache

from reader.languages.press import everywhere
from reader.models import Article
from reader.texts.embargo_times import has_passed, in_words, until_of

_LONGEST = 160
"""Characters of a line that are given."""
_SHORT = 80
"""Characters of a line that may go on with the day of an embargo (chosen by hand)."""
_WORDS_OF_A_NOTICE = 20
"""Words of a line that is a notice and nothing else (chosen by hand)."""


@dataclass(frozen=True, slots=True)
class Notices:
    """The lines of a text that hold it back, each "" where there is none."""

    embargo: str = ""
    undelivered: str = ""


def embargo_of(article: Article) -> str:
    """The line that says until when the article may not be used; "" where none does, or it was lifted."""
    return "" if article.lifted else article.embargo or notices_in(article).embargo


def undelivered_of(article: Article) -> str:
    """The line by which words were handed out before they were said; "" where none does, or it was lifted."""
    return "" if article.lifted else article.undelivered or notices_in(article).undelivered


def held_back(article: Article, now: datetime | None = None) -> tuple[str, ...]:
    """What a person is told of an article that must wait: a sentence for each reason."""
    told = []
    if line := embargo_of(article):
        until = in_words(article.embargo_until)
        passed = has_passed(article.embargo_until, now or datetime.now(UTC))
        over = " This time has passed: lift it when you have looked." if passed else ""
        told.append(f"Embargo until {until}.{over} “{line}”" if until else f"Embargo: “{line}”")
    if line := undelivered_of(article):
        told.append(f"Handed out before it was said, check against delivery: “{line}”")
    return tuple(told)


def with_notices(article: Article) -> Article:
    """The article with what it says of when it may be used, where that is not known yet."""
    if article.embargo and article.undelivered:
        return article
    found = notices_in(article)
    embargo = article.embargo or found.embargo
    return replace(
        article,
        embargo=embargo,
        embargo_until=article.embargo_until or until_of(embargo, article.published),
        undelivered=article.undelivered or found.undelivered,
    )


def notices_in(article: Article) -> Notices:
    """The lines of an article that hold it back; one may have been read as its title, or as who wrote it."""
    heads = (article.title, article.section, article.byline, article.outlet, *article.removed)
    return Notices(_found_in("embargoes", heads, article.text), _found_in("undelivered", heads, article.text))


def is_notice(line: str) -> bool:
    """Whether a whole line only says until when a text may not be used, or that it was not said yet."""
    if len(line) > _LONGEST or len(line.split()) > _WORDS_OF_A_NOTICE or not _may_hold_one(line):
        return False
    # "Das sagte er laut Redemanuskript." tells what was said, "laut" in lower case inside a sentence.
    said = _pattern("undelivered").search(line)
    is_short = said is not None and len(said[0]) * 2 > len(line.strip())
    return is_short or _pattern("embargoes").match(line.lstrip(" *+#–—=-!(")) is not None


def lacks_end(line: str) -> bool:
    """Whether a notice announces an embargo alone, so that the next line may say until when ("SPERRFRIST")."""
    return _pattern("embargoes").search(line) is not None and not until_of(line, "2000-01-01")


def goes_on(line: str) -> bool:
    """Whether a line is but the end of an embargo that the line before announced."""
    return len(line) <= _SHORT and bool(until_of(line, "2000-01-01"))


@lru_cache(maxsize=8)
def _found_in(table: str, heads: tuple[str, ...], text: str) -> str:
    for place in (*heads, text):
        if _may_hold_one(place) and (found := _pattern(table).search(place)):
            return clipped(_line_around(place, found.start()))
    return ""


def _may_hold_one(text: str) -> bool:
    """Whether a text holds a word without which nothing of the kind is said: a hundredth of the time."""
    lowered = text.lower()
    return any(signal in lowered for signal in everywhere().signals)


@cache
def _pattern(table: str) -> re.Pattern[str]:
    alternatives = "|".join(f"(?:{pattern})" for pattern in getattr(everywhere(), table))
    return re.compile(alternatives or r"(?!)", re.IGNORECASE | re.MULTILINE)


def _line_around(text: str, at: int) -> str:
    """The line, or in a long paragraph the rest of it from `at`."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    return line if len(line) <= _LONGEST else line[at - start :]


def clipped(line: str) -> str:
    """A line without the signs that set it off, and no longer than one can read at a glance."""
    line = " ".join(line.split()).strip(" .*-–—=+#|()[]")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"

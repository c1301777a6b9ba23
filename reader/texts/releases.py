"""What an article says of when it may be used: an embargo, or a speech handed out before it is held.

Both are read once, when the article comes in, and stored with it. They hold until a person lifts them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, lru_cache

from reader.i18n import _
from reader.languages.press import everywhere
from reader.models import Article
from reader.texts.embargo_times import has_passed, in_words, until_of
from reader.texts.manners import in_marks

_LONGEST = 160
"""Characters of a line that are given."""
_SEARCHED = 4_000
"""Characters of a paragraph that are looked through: a notice begins one, or is one (chosen by hand)."""
_SHORT = 80
"""Characters of a line that may go on with the day of an embargo (chosen by hand)."""
_WORDS_OF_A_DAY = 5
"""Words of a day at most: "Mittwoch, den 11. November 2026"."""
_WORDS_OF_A_NOTICE = 20
"""Words of a line that is a notice and nothing else (chosen by hand)."""

_ANY_DAYS = tuple(f"2000-{month:02}-15" for month in range(1, 13))
"""Days beside which a line may name another without its year: one that is near, whatever the month."""
_BEFORE_HEADLINE = re.compile(r"(?::| [–—|-])\s+(?=[^\W\d])")
"""What parts a headline from what stands before it in the same line."""
_PLACE = re.compile(r"[A-ZÀ-ÞА-Я][\w.’'()/-]*(?: [A-ZÀ-ÞА-Я][\w.’'()/-]*){0,3}\s*[,:|–—-]\s+")
"""A place before an embargo in the same line."""
_SET_OFF = " *+#–—=-!([>_"
"""Signs that set a notice off."""


@dataclass(frozen=True, slots=True)
class Notices:
    """The lines of a text that hold it back, each "" where there is none."""

    embargo: str = ""
    undelivered: str = ""


def embargo_of(article: Article) -> str:
    """The line that says until when the article may not be used; "" where none does, or it was lifted."""
    return "" if article.lifted else article.embargo or _unread(article).embargo


def undelivered_of(article: Article) -> str:
    """The line by which words were handed out before they were said; "" where none does, or it was lifted."""
    return "" if article.lifted else article.undelivered or _unread(article).undelivered


def _unread(article: Article) -> Notices:
    """What an article says that is not stored; of a stored one all is known."""
    return Notices() if article.id else notices_in(article)


def embargo_told(article: Article, now: datetime | None = None) -> str:
    """Until when an article may not be used, as a part of a sentence; "" where it says no time."""
    until = in_words(article.embargo_until, article.language)
    if not (line := embargo_of(article)) or not until:
        return ""
    told = _("until {until}. {quoted}")
    if has_passed(article.embargo_until, now or datetime.now(UTC)):
        told = _("until {until}. This time has passed: lift it when you have looked. {quoted}")
    return told.format(until=until, quoted=in_marks(line, article.language))


def held_back(article: Article, now: datetime | None = None) -> tuple[str, ...]:
    """What a person is told of an article that must wait: a sentence for each reason."""
    told, language = [], article.language
    if line := embargo_of(article):
        until, quoted = in_words(article.embargo_until, language), in_marks(line, language)
        passed = has_passed(article.embargo_until, now or datetime.now(UTC))
        sentence = _("Embargo until {until}. {quoted}") if until else _("Embargo: {quoted}")
        if until and passed:
            sentence = _(
                "Embargo until {until}. This time has passed: lift it when you have looked. {quoted}"
            )
        told.append(sentence.format(until=until, quoted=quoted))
    if line := undelivered_of(article):
        told.append(
            _("Handed out before it was said, check against delivery: {quoted}").format(
                quoted=in_marks(line, language)
            )
        )
    return tuple(told)


def with_notices(article: Article) -> Article:
    """The article with what it says of when it may be used, where that is not known yet."""
    is_known = bool(article.embargo and article.undelivered)
    found = Notices() if is_known else notices_in(article)
    embargo = article.embargo or found.embargo
    return replace(
        article,
        embargo=embargo,
        embargo_until=article.embargo_until or _end_in(embargo, article.published),
        undelivered=article.undelivered or found.undelivered,
    )


def notices_in(article: Article) -> Notices:
    """The lines of an article that hold it back; one may have been read as its title, or as who wrote it."""
    heads = (article.title, article.section, article.byline, article.outlet, *article.removed)
    return _notices_in((*heads, article.text))


@lru_cache(maxsize=8)
def _notices_in(texts: tuple[str, ...]) -> Notices:
    lines = tuple(_lines_with_signals(texts))
    return Notices(_found_in("embargoes", lines), _found_in("undelivered", lines))


def is_notice(line: str) -> bool:
    """Whether a whole line only says until when a text may not be used, or that it was not said yet."""
    if len(line) > _LONGEST or len(line.split()) > _WORDS_OF_A_NOTICE or not _signals_in(line):
        return False
    bare = line.lstrip(_SET_OFF)
    # "Laut Redemanuskript sagte sie, das Geld sei da." tells what was said.
    said = _pattern("undelivered").match(bare)
    is_whole = _pattern("embargoes").match(bare) is not None or _stands_behind_place(bare)
    return is_whole or bool(said and len(said[0]) * 2 > len(bare))


def _stands_behind_place(line: str) -> bool:
    """Whether a place stands before an embargo and its end: "Köln – Sperrfrist: 12.11., 10 Uhr"."""
    found = _pattern("embargoes").search(line)
    place = _PLACE.match(line) if found else None
    if not found or not place or place.end() > found.start():
        return False
    # "Köln, 11. November 2026 – Sperrfrist: …": the day of the release
    dated = line[place.end() : found.start()].strip(_SET_OFF)
    is_day = not dated or (len(dated.split()) <= _WORDS_OF_A_DAY and _names_end(dated))
    return is_day and _names_end(line[found.start() :])


def _end_in(line: str, published: str) -> str:
    """Until when a line holds a text back: a day before the word for it is that of the release."""
    found = _pattern("embargoes").search(line)
    behind = until_of(line[found.start() :], published) if found else ""
    return behind or until_of(line, published)


def behind_notice(line: str) -> str:
    """The headline behind an embargo in the same line ("SPERRFRIST 12.11., 20 Uhr: Bienen …"); "" without."""
    for found in _BEFORE_HEADLINE.finditer(line):
        notice, headline = line[: found.start()], line[found.end() :]
        if len(headline.split()) > 1 and is_embargo(notice) and not lacks_end(notice):
            return headline
    return ""


def is_embargo(line: str) -> bool:
    """Whether a notice says until when a text may not be used."""
    return _pattern("embargoes").search(line) is not None


def lacks_end(line: str) -> bool:
    """Whether a notice announces an embargo alone, so that the next line may say its end ("SPERRFRIST")."""
    return is_embargo(line) and not _names_end(line)


def goes_on(line: str) -> bool:
    """Whether a line is but the end of an embargo that the line before announced."""
    return len(line) <= _SHORT and _names_end(line)


def _names_end(line: str) -> bool:
    return any(until_of(line, day) for day in _ANY_DAYS)


def _lines_with_signals(texts: tuple[str, ...]) -> Iterator[str]:
    """The lines that hold a word without which nothing of the kind is said: a hundredth of the time."""
    for text in texts:
        if signals := _signals_in(text):
            yield from (line for line in text.split("\n") if any(one in line.lower() for one in signals))


def _found_in(table: str, lines: tuple[str, ...]) -> str:
    for line in lines:
        if found := _pattern(table).search(line, 0, _SEARCHED):
            return clipped(line if len(line) <= _LONGEST else line[found.start() :])
    return ""


def _signals_in(text: str) -> list[str]:
    lowered = text.lower()
    return [signal for signal in everywhere().signals if signal in lowered]


@cache
def _pattern(table: str) -> re.Pattern[str]:
    alternatives = "|".join(f"(?:{pattern})" for pattern in getattr(everywhere(), table))
    return re.compile(alternatives or r"(?!)", re.IGNORECASE | re.MULTILINE)


def clipped(line: str) -> str:
    """A line without the signs that set it off, and no longer than one can read at a glance."""
    line = " ".join(line.split()).strip(" .*-–—=+#|()[]")
    line += ")" * (line.count("(") > line.count(")"))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"

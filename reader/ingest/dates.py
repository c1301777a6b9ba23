"""Dates as people and pages write them, to ISO 8601."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from reader.languages.press import any_of, everywhere

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d))?")
_PARTIAL = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>0[1-9]|1[0-2]))?")
_MONTH_IN_WORDS = re.compile(r"(?P<name>[^\W\d_]{3,10})\.? (?P<year>[12]\d{3})")
_MONTH_IN_FIGURES = re.compile(r"(?P<month>0?[1-9]|1[0-2])[./](?P<year>[12]\d{3})")
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_LONGEST_LINE = 80
"""Characters of a line that is a date alone (chosen by hand)."""
_LONGEST_REST = 25
"""Characters behind the date, such as "Uhr, aktualisiert" (chosen by hand)."""
_ENGLISH = tuple("jan feb mar apr may jun jul aug sep oct nov dec".title().split())  # not shown
"""Months as RFC 822 writes them."""
_ZONES = {"MEZ": "+0100", "CET": "+0100", "MESZ": "+0200", "CEST": "+0200", "WET": "+0000", "BST": "+0100"}
"""Zones of Europe by their names, which RFC 822 does not know."""
_DAY_ALONE = 10
"""Characters of an ISO date without a time: "2015-10-21"."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Dates in figures, with the month's name between day and year, and with it before the day."""
    words = everywhere()
    ending = f"{any_of(words.day_endings)}?"
    clock = (
        rf"(?:(?:\s*[,|–-]?\s*{any_of(words.before_time)}?\s*)"
        r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d))?"
    )
    named = (
        rf"\b(?P<day>\d{{1,2}})(?:\.|{ending})\s+(?:{any_of(words.before_month)}\s+)?"
        rf"(?P<name>[^\W\d_]{{3,10}})\.?,?\s+(?:{any_of(words.before_year)}\s+)?{_YEAR}"
    )
    month_first = rf"\b(?P<name>[A-Z][a-z]{{2,9}})\.?\s+(?P<day>\d{{1,2}}){ending},?\s+{_YEAR}"
    dotted = rf"\b(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./]{_YEAR}"
    return (_ISO, *(re.compile(pattern + clock) for pattern in (named, month_first, dotted)))


@cache
def _label() -> re.Pattern[str]:
    """What stands before the date of a line that says nothing else ("Zuletzt aktualisiert am Mo., den ")."""
    words = everywhere()
    return re.compile(
        rf"(?:(?:{any_of(words.before_date_label)} )?{any_of(words.date_labels)}?"
        rf"(?: {any_of(words.date_prepositions)})?[: ]*"
        rf"(?:{any_of(words.weekdays)}\w*\.?,? )?(?:{any_of(words.date_articles)} )?)",
        re.IGNORECASE,
    )


def find_date(text: str) -> str:
    """The first date in `text` as ISO 8601, with hours and minutes where they follow it, or ""."""
    for pattern in _patterns():
        for found in pattern.finditer(text):
            if written := _written(found):
                return written
    return ""


def date_line(line: str) -> str:
    """The date of a line that says nothing else ("Stand: 21.10.2015, 14:05 Uhr"), or ""."""
    if len(line) > _LONGEST_LINE:
        return ""
    rest = _label().sub("", line, count=1)
    for pattern in _patterns():
        found = pattern.match(rest)
        if (
            found
            and len(rest) - found.end() <= _LONGEST_REST
            and not re.search(r"[.!?]\s+\w{4}", rest[found.end() :])
        ):
            return _written(found)
    return ""


def iso_time(value: str) -> str:
    """`value` of a page's metadata as ISO 8601, a month or a year as it is; unreadable values give ""."""
    value = value.strip()
    if partial := partial_date(value):
        return partial
    try:
        parsed = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return find_date(value)
    if len(value) <= _DAY_ALONE:
        return parsed.date().isoformat()
    return parsed.isoformat(timespec="seconds")


def feed_time(written: str) -> str:
    """A date as feeds write it (RFC 822, in the words of any language, or ISO 8601), as ISO 8601."""
    written = _zone().sub(lambda found: _ZONES[found[0].upper()], written.strip())
    try:
        return parsedate_to_datetime(_rfc_date().sub(_in_english, written)).isoformat(timespec="seconds")
    except (TypeError, ValueError, OverflowError):
        return iso_time(written) if written else ""


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_ZONES)}$", re.IGNORECASE)


@cache
def _rfc_date() -> re.Pattern[str]:
    """Weekday, day, month and year, each as any language writes it ("Mi., 05. März 2025")."""
    words = everywhere()
    return re.compile(
        rf"^(?:[^\W\d_]{{2,12}}\.?,?\s+)?(?P<day>\d{{1,2}})\.?{any_of(words.day_endings)}?\s+"
        rf"(?:{any_of(words.before_month)}\s+)?(?P<name>[^\W\d_]{{3,12}})\.?,?\s+"
        rf"(?:{any_of(words.before_year)}\s+)?(?P<year>\d{{4}})(?:,?\s+{any_of(words.before_time)})?,?",
        re.IGNORECASE,
    )


def _in_english(found: re.Match[str]) -> str:
    """The date with the month's name as RFC 822 has it; without the weekday, which nobody needs."""
    number = everywhere().other_months.get(found["name"].lower())
    return f"{found['day']} {_ENGLISH[number - 1]} {found['year']}" if number else found[0]


def partial_date(value: str) -> str:
    """A month or a year that is all that is known of a day, as ISO 8601 ("2022-03", "1999"), else ""."""
    if _PARTIAL.fullmatch(value):
        return value
    if found := _MONTH_IN_FIGURES.fullmatch(value):
        return f"{found['year']}-{int(found['month']):02}"
    found = _MONTH_IN_WORDS.fullmatch(value)
    month = everywhere().other_months.get(found["name"].lower(), 0) if found else 0
    return f"{found['year']}-{month:02}" if found and month else ""


def _written(found: re.Match[str]) -> str:
    parts = found.groupdict()
    name = (parts.get("name") or "").lower()
    month = everywhere().other_months.get(name, 0) if name else int(parts["month"])
    try:
        day = date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return ""
    hour, minute = parts.get("hour"), parts.get("minute")
    return f"{day.isoformat()}T{int(hour):02}:{minute}" if hour and minute else day.isoformat()

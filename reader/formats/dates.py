"""Dates as citations write them, out of ISO 8601."""

import re

from reader.languages.press import Press, press

_ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:(?<=-\d\d)-([0-2][1-9]|[123]0|31))?")
_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?: ?(?P<zone>Z|UTC|[+-]\d\d(?::?\d\d)?))?$"
)

Parts = tuple[int, ...]
"""Year, month and day as far as they are known."""


def parts(published: str) -> Parts:
    """Year, month and day in an ISO 8601 date or time; empty where there is none."""
    found = _ISO.match(published)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def german(published: str) -> str:
    """As in "21. Oktober 2015"."""
    match parts(published):
        case (year, month, day):
            return f"{day}. {press('de').months[month - 1]} {year}"
        case (year, month):
            return f"{press('de').months[month - 1]} {year}"
        case known:
            return "".join(map(str, known))


def english(published: str) -> str:
    """As in "October 21, 2015"."""
    match parts(published):
        case (year, month, day):
            return f"{press('en').months[month - 1]} {day}, {year}"
        case (year, month):
            return f"{press('en').months[month - 1]} {year}"
        case known:
            return "".join(map(str, known))


def written(published: str, language: str) -> str:
    """The date in the manner of `language`: "21.10.2015", "21 October 2015", "21 de octubre de 2015".

    A language whose months are not known has it as ISO 8601 writes it.
    """
    words, known = press(language), parts(published)
    if language == "de":
        return ".".join(f"{part:02d}" for part in reversed(known))
    if not words.months or len(known) < 2:
        return "-".join(f"{part:02d}" for part in known)
    year = _all(*words.before_year[:1], str(known[0]))
    month = words.months[known[1] - 1]
    if len(known) == 2:
        return _all(month, year)
    return _all(_day(known[2], words), *words.before_month[:1], month, year)


def _day(day: int, words: Press) -> str:
    # French alone: "1er mai", but "2 mai"; English "1st" is not written in front of a month.
    return f"{day}er" if day == 1 and words.day_endings == ("er",) else str(day)


def _all(*parts: str) -> str:
    return " ".join(parts)


def for_readers(moment: str) -> str:
    """A time as a person reads it: "2015-10-21 18:30", without seconds and zone."""
    found = _TIME.match(moment)
    return f"{found[1]} {found[2]}" if found else moment


def for_readers_with_zone(moment: str, language: str = "en") -> str:
    """The same with how far the clock is from UTC where that is known: "21.10.2015, 18:30 (UTC+2)".

    Two people at a desk and a lawyer read the same file in two zones: a bare time is another for each.
    """
    if not (found := _TIME.match(moment)):
        return written(moment, "de") if language == "de" and parts(moment) else moment
    day = written(found[1], "de") + "," if language == "de" else found[1]
    zone = _distance(found["zone"])
    return f"{day} {found[2]}{f' ({zone})' if zone else ''}"


def _distance(zone: str | None) -> str:
    """ "+02:00" as "UTC+2", "-0330" as "UTC−3:30"; "" where nothing is said."""
    digits = "".join(sign for sign in zone or "" if sign.isdigit())
    hours, minutes = int(digits[:2] or 0), int(digits[2:] or 0)
    if not zone or not (hours or minutes):
        return "UTC" if zone else ""
    sign = "−" if zone.startswith("-") else "+"
    return f"UTC{sign}{hours}{f':{minutes:02d}' if minutes else ''}"

"""Dates as citations write them, out of ISO 8601."""

import re

from reader.languages.press import press

_ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:(?<=-\d\d)-([0-2][1-9]|[123]0|31))?")

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


def numeric(published: str) -> str:
    """As in "21.10.2015"."""
    known = parts(published)
    return ".".join(f"{part:02d}" for part in reversed(known))

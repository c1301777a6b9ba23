"""Until when an embargo holds, out of the line that says so: a day, a time with its zone, or an event.

    SPERRFRIST: Mittwoch, 11. November 2026, 10.00 Uhr MEZ    2026-11-11T10:00+01:00
    Embargoed until 0600 GMT, 11 November 2026                2026-11-11T06:00+00:00
    Sperrfrist: Redebeginn                                    Redebeginn

A day without its year is read only beside the day on which the text was published: a wrong year would be
worse than the line itself, which is shown anyway. Nor is a zone guessed that nobody names.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from typing import Any

from reader.languages import folders
from reader.languages.press import any_of, everywhere
from reader.texts.manners import day

_FARTHEST = 31
"""Days from a text's own day to one that it names without a year, or by its weekday (chosen by hand)."""
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)T?")
_DOTTED = re.compile(r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>20\d\d|\d\d)\b(?!:))?")
_SLASHED = re.compile(r"\b(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>20\d\d)\b")
_WHOLE = re.compile(r"20\d\d-\d\d-\d\d(?:T\d\d:\d\d(?:[+-]\d\d:\d\d)?)?")
_OFFSET = re.compile(r"(?:(?:UTC|GMT)\s?)?(?P<sign>[+−-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?(?!\d)")


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of day, and where in the line it stands."""

    hour: int
    minute: int
    end: int


def until_of(line: str, published: str = "") -> str:
    """ISO 8601 of the moment or day that `line` names, or the event in its words; "" where it names none."""
    day, rest = _day_of(line, _date_of(published))
    clock = _clock_of(rest)
    event = _events().search(line)
    if day and clock:
        return _moment(day, clock, rest)
    if event:
        return ", ".join(filter(None, (event[0].strip(), day.isoformat() if day else "")))
    return day.isoformat() if day else ""


def is_moment(until: str) -> bool:
    """Whether an embargo ends at a moment or on a day, not with an event."""
    return _WHOLE.fullmatch(until) is not None


def has_passed(until: str, now: datetime) -> bool:
    """Whether a moment, or the whole of a day, lies before `now`; an event never has by itself."""
    if not is_moment(until):
        return False
    moment = datetime.fromisoformat(until)
    if len(until) == len("2026-11-11"):
        moment += timedelta(days=1)
    return (moment if moment.tzinfo else moment.astimezone()) <= now


def in_words(until: str, language: str = "") -> str:
    """An end as a person reads it: "11 November 2026, 10:00 (UTC+1)"; an event as it is written."""
    if not is_moment(until):
        return until
    moment = datetime.fromisoformat(until)
    return day(until, language) + (f" ({moment.tzname()})" if moment.tzinfo else "")


def _date_of(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _day_of(line: str, beside: date | None) -> tuple[date | None, str]:
    """The day that a line names, and the line without it, so that "11.11." is not read as a time."""
    for pattern in (_ISO, _DOTTED, _SLASHED, *_named()):
        for found in pattern.finditer(line):
            if day := _written(found.groupdict(), beside):
                return day, f"{line[: found.start()]} {line[found.end() :]}"
    weekday = _weekdays().search(line) if beside else None
    return (_next(weekday[0], beside), line) if weekday and beside else (None, line)


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    """Days with the month's name: "11. November 2026", "11 de noviembre de 2026", "November 11, 2026"."""
    words = everywhere()
    month = any_of(words.other_months)
    year = rf"(?:,?\s+(?:{any_of(words.before_year)}\s+)?(?P<year>20\d\d)\b)?"
    ending, of = f"(?:\\.|{any_of(words.day_endings)})?", f"(?:{any_of(words.before_month)}\\s+)?"
    return (
        re.compile(rf"\b(?P<day>\d{{1,2}}){ending}\s*{of}(?P<name>{month})\b\.?{year}", re.I),
        re.compile(rf"\b(?P<name>{month})\.?\s+(?P<day>\d{{1,2}}){ending}(?![\d:]){year}", re.I),
    )


def _written(parts: dict[str, str | None], beside: date | None) -> date | None:
    name, written = parts.get("name"), parts.get("year")
    month = everywhere().other_months.get(name.lower(), 0) if name else int(parts.get("month") or 0)
    years = [int(written) + (2000 if len(written) == 2 else 0)] if written else _years(beside)
    days = list(_valid(years, month, int(parts["day"] or 0)))
    if written or beside is None:
        return next(iter(days), None)
    return min((day for day in days if abs((day - beside).days) <= _FARTHEST), default=None)


def _years(beside: date | None) -> list[int]:
    return [beside.year, beside.year + 1] if beside else []


def _valid(years: list[int], month: int, day: int) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


@cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(everywhere().weekday_names)}\b", re.I)


def _next(weekday: str, after: date) -> date:
    """The first such day of the week, that of the text itself included."""
    return after + timedelta(days=(everywhere().weekday_names[weekday.lower()] - after.isoweekday()) % 7)


def _clock_of(line: str) -> _Clock | None:
    for pattern in _clocks():
        if found := pattern.search(line):
            hour, minute = int(found["hour"]), int(found.groupdict().get("minute") or 0)
            half = (found.groupdict().get("half") or "").lower()[:1]
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            if hour < 25 and minute < 60:
                return _Clock(hour, minute, found.end())
    for words, hour in ((everywhere().noon, 12), (everywhere().midnight, 24)):
        if words and (found := re.search(rf"\b{any_of(words)}\b", line, re.I)):
            return _Clock(hour, 0, found.end())
    return None


@cache
def _clocks() -> tuple[re.Pattern[str], ...]:
    after = any_of(everywhere().after_time, ("h", "hrs", "hours"))
    half = r"\s?(?P<half>[ap])\.?\s?m\b\.?"
    return (
        re.compile(rf"\b(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?{half}", re.I),
        re.compile(r"(?<![\d.,])(?P<hour>\d{1,2})\s?[:.h]\s?(?P<minute>\d\d)(?![\d.])", re.I),
        re.compile(rf"\b(?P<hour>[0-2]\d)(?P<minute>\d\d)\s?(?={after}\b|{_zone_names()}\b)", re.I),
        re.compile(rf"\b(?P<hour>\d{{1,2}})\s?(?={after}\b|{_zone_names()}\b)", re.I),
    )


def _moment(day: date, clock: _Clock, line: str) -> str:
    """ISO 8601; 24:00 is the next day's first moment."""
    zone = _zone_of(line[clock.end :], day) or _zone_of(line[: clock.end], day)
    at = datetime.combine(day, time(clock.hour % 24, clock.minute), zone)
    return (at + timedelta(days=clock.hour // 24)).isoformat(timespec="minutes")


def _zone_of(text: str, day: date) -> tzinfo | None:
    if found := _OFFSET.search(text):
        minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
        minutes = minutes if found["sign"] == "+" else -minutes
        return timezone(timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else None
    named = re.search(rf"\b{_zone_names()}(?!\w)", text, re.I)
    if named is None:
        return None
    name = " ".join(named[0].lower().split())
    if name in _zones()["hours"]:
        hours = int(_zones()["hours"][name])
        return timezone(timedelta(hours=hours)) if hours else UTC
    return _of_place(str(_zones()["places"][name]), day)


def _of_place(name: str, day: date) -> tzinfo | None:
    """How far a place's clocks are from UTC on a day; nothing on a system that knows no zones."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # 10 ms, for embargoes by a place's time only

    try:
        offset = datetime.combine(day, time(12), ZoneInfo(name)).utcoffset()
    except ZoneInfoNotFoundError:
        return None
    return timezone(offset) if offset is not None else None


@cache
def _zones() -> dict[str, dict[str, Any]]:
    table = tomllib.loads(folders.home().joinpath("zones.toml").read_text(encoding="utf-8"))
    return {name: part for name, part in table.items() if isinstance(part, dict)}


@cache
def _zone_names() -> str:
    return any_of(_zones()["hours"], _zones()["places"])


@cache
def _events() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{event})" for event in everywhere().embargo_events) or r"(?!)", re.I)

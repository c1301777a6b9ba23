"""Days, months, years, amounts as the search line takes them: 2024-05, 5.2024, today, gestern, -7d, >300."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from reader.i18n import _
from reader.store.query_nodes import QueryError, Term

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d{2})", re.IGNORECASE)
_GERMAN_DAY = re.compile(r"(?:(?:(?P<day>\d{1,2})\.)?(?P<month>\d{1,2})\.)?(?P<year>\d{4})")
_AGO = re.compile(r"-(?P<count>\d{1,4})(?P<unit>[dtwmyj])", re.IGNORECASE)
"""Days (d, t), weeks (w), months (m) or years (y, j) ago, in English and German letters."""
_NAMED = {"today": 0, "heute": 0, "yesterday": 1, "gestern": 1, "vorgestern": 2, "tomorrow": -1, "morgen": -1}
_UNITS = {"d": 1, "t": 1, "w": 7}
_AMOUNT = re.compile(r"(?P<sign><=|>=|<|>|=)?(?P<from>\d+(?:\.\d+)?)%?(?:-(?P<to>\d+(?:\.\d+)?)%?)?")


def period(term: Term) -> tuple[str, str]:
    """First day of a day, month or year, and the first after it, as ISO 8601 dates."""
    if relative := ago(term):
        return relative.isoformat(), (relative + timedelta(days=1)).isoformat()
    if week := _WEEK.fullmatch(term.value):
        return _seven_days(int(week["year"]), int(week["week"]), term)
    match = _DAY.fullmatch(term.value) or _GERMAN_DAY.fullmatch(term.value)
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
        first = date(year, month or 1, day or 1)
    except ValueError:
        raise QueryError(
            _("{field}: needs a date such as 2024-05-31, 2024-05, 2024, today, yesterday or -7d.").format(
                field=term.field
            ),
            term.position,
        ) from None
    return first.isoformat(), _after(first, month, day)


def is_week(term: Term) -> bool:
    """Whether a value names a week, which a month without a day does not lie in."""
    return _WEEK.fullmatch(term.value) is not None


def _seven_days(year: int, week: int, term: Term) -> tuple[str, str]:
    """A week by ISO 8601: "2024-W21"."""
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        raise QueryError(
            _("{field}: {year} has no week {week}.").format(field=term.field, year=year, week=week),
            term.position,
        ) from None
    return monday.isoformat(), (monday + timedelta(days=7)).isoformat()


def ago(term: Term) -> date | None:
    """The day that a value counts back to from today; None where it names a date."""
    value, today = term.value.lower(), date.today()
    if value in _NAMED:
        return today - timedelta(days=_NAMED[value])
    match = _AGO.fullmatch(value)
    if match is None:
        return None
    count, unit = int(match["count"]), match["unit"]
    if unit in _UNITS:
        return today - timedelta(days=count * _UNITS[unit])
    months = today.year * 12 + today.month - 1 - count * (1 if unit == "m" else 12)
    year, month = max(1, months // 12), months % 12 + 1
    # a month before the 31st of May is the 30th of April
    return date(year, month, min(today.day, _last(year, month).day))


def _last(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _after(first: date, month: int, day: int) -> str:
    if day:
        return (first + timedelta(days=1)).isoformat()
    if month:
        return f"{first.year + month // 12:04}-{month % 12 + 1:02}-01"
    return f"{first.year + 1:04}-01-01"


def written_short(term: Term, first: str) -> str:
    """The first day as far as it is given: of a month or year that may be all that is known of a day."""
    return first[: len(term.value)] if _DAY.fullmatch(term.value) else first


def compared(column: str, term: Term, bind: Callable[[object], str], whole: float = 1.0) -> str:
    """A condition on a number: ">300", "<=200", "300-500", "250"; what is over 1 is divided by `whole`."""
    match = _AMOUNT.fullmatch(term.value)
    if match is None:
        such = _("{field}: needs a number such as >300, <=200 or 300-500.")
        such = _("{field}: needs a number such as >90 or 50-80.") if whole > 1 else such
        raise QueryError(such.format(field=term.field), term.position)
    low = _scaled(float(match["from"]), whole)
    if match["to"]:
        return f"{column} BETWEEN {bind(low)} AND {bind(_scaled(float(match['to']), whole))}"
    return f"{column} {match['sign'] or '='} {bind(low)}"


def _scaled(number: float, whole: float) -> float:
    return number / whole if number > 1 else number

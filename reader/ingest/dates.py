"""Dates as people and pages write them, to ISO 8601."""

import re
from datetime import date, datetime

_MONTHS = {
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "at": "jänner feber maerz - - - - - sept okt nov dez",
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "short fr": "janv févr mrz avr mai juin juil août sept oct nov déc",
    "short es": "ene feb mar abr may jun jul ago set oct nov dic",
    "short it": "gen feb mar apr mag giu lug ago set ott nov dic",
}
_NUMBER = {
    name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), 1) if name != "-"
}
_CLOCK = (
    r"(?:(?:\s*[,|–-]?\s*(?:um|at|à|a las|alle|om|ore)?\s*)(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d))?"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d))?")
_DOTTED = re.compile(r"\b(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)\b" + _CLOCK)
_NAMED = re.compile(
    r"\b(?P<day>\d{1,2})(?:\.|er|st|nd|rd|th)?\s+(?:de\s+)?(?P<name>[^\W\d_]{3,10})\.?,?\s+(?:del?\s+)?"
    r"(?P<year>(?:19|20)\d\d)\b" + _CLOCK
)
_ENGLISH = re.compile(
    r"\b(?P<name>[A-Z][a-z]{2,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b"
    + _CLOCK
)
_LINE = re.compile(
    r"(?:(?:zuletzt |last )?(?:published|posted|updated|aktualisiert|veröffentlicht|erschienen|stand|datum"
    r"|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|date|sent"
    r"|gesendet)?"
    r"(?: (?:am|on|le|el|il|op|vom))?[: ]*"
    r"(?:(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)\w*\.?,? )?(?:den |le |el )?)",
    re.IGNORECASE,
)


def find_date(text: str) -> str:
    """The first date in `text` as ISO 8601, with hours and minutes where they follow it, or ""."""
    for pattern in (_ISO, _NAMED, _ENGLISH, _DOTTED):
        for found in pattern.finditer(text):
            if written := _written(found):
                return written
    return ""


def date_line(line: str) -> str:
    """The date of a line that says nothing else ("Stand: 21.10.2015, 14:05 Uhr"), or ""."""
    if len(line) > 80:
        return ""
    rest = _LINE.sub("", line, count=1)
    for pattern in (_ISO, _NAMED, _ENGLISH, _DOTTED):
        found = pattern.match(rest)
        if found and len(rest) - found.end() <= 25 and not re.search(r"[.!?]\s+\w{4}", rest[found.end() :]):
            return _written(found)
    return ""


def iso_time(value: str) -> str:
    """`value` of a page's metadata as ISO 8601; unreadable values give ""."""
    value = value.strip()
    try:
        parsed = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return find_date(value)
    if len(value) <= 10:
        return parsed.date().isoformat()
    return parsed.isoformat(timespec="seconds")


def _written(found: re.Match[str]) -> str:
    parts = found.groupdict()
    name = (parts.get("name") or "").lower()
    month = _NUMBER.get(name, 0) if name else int(parts["month"])
    try:
        day = date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return ""
    hour, minute = parts.get("hour"), parts.get("minute")
    return f"{day.isoformat()}T{int(hour):02}:{minute}" if hour and minute else day.isoformat()

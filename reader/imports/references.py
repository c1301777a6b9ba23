"""What lists of references have in common: names, days, languages and addresses, as articles have them."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from reader.imports.plain_json import listed, text
from reader.imports.values import Reference
from reader.languages.identify import KNOWN

_LANGUAGES = {"ngerman": "de", "naustrian": "de", "nswissgerman": "de", "austrian": "de", "american": "en"}
_LANGUAGES |= {"british": "en", "usenglish": "en", "ukenglish": "en", "brazilian": "pt", "portuges": "pt"}
"""How LaTeX calls languages beside their names."""
_CODE = re.compile(r"([a-z]{2})(?:[-_].*)?")
_DATE = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?")
_URL = re.compile(r"https?://[^\s{}]+")


def reference(facts: Mapping[str, str], tags: Iterable[str], uid: str) -> Reference:
    """A reference with what is known of it."""
    known = {name: " ".join(value.split()) for name, value in facts.items() if value.strip()}
    return Reference(known, tuple(tag.strip() for tag in tags if tag.strip()), uid.strip())


def first(fields: Mapping[str, Any], *names: str) -> str:
    """The first of the fields that says something, as text."""
    for name in names:
        if found := next((text(one) for one in listed(fields.get(name)) if text(one).strip()), ""):
            return found
    return ""


def first_address(values: Iterable[Any]) -> str:
    """The first address on the web in some values, "" where there is none."""
    return next((found[0] for value in values if (found := _URL.search(text(value)))), "")


def byline(names: Iterable[str]) -> str:
    """Names as a byline has them."""
    return ", ".join(dict.fromkeys(name for name in (" ".join(one.split()) for one in names) if name))


def turned(name: str) -> str:
    """A name with the given name first: "Lenz, Anna", "Stein, Dr., Hans"."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    return " ".join([*parts[1:], *parts[:1]]) if len(parts) > 1 else name.strip()


def iso_day(written: str) -> str:
    """The day, month or year in "2015/10/21/", "2015-10-21T18:30", "2015"; "" where there is none."""
    found = _DATE.match(written.strip())
    if found is None:
        return ""
    year, month, day = found["year"], int(found["month"] or 0), int(found["day"] or 0)
    if not 1 <= month <= 12:
        return year
    is_day = 1 <= day <= monthrange(int(year) or 1, month)[1]
    return f"{year}-{month:02d}-{day:02d}" if is_day else f"{year}-{month:02d}"


def language_code(written: str) -> str:
    """The two letters of a language out of its code or its English name; "" for one that is not known."""
    plain = written.strip().lower()
    known = _LANGUAGES.get(plain) or _names().get(plain)
    found = _CODE.fullmatch(plain)
    return known or (found[1] if found else "")


@cache
def _names() -> dict[str, str]:
    return {name.lower(): code for code, name in KNOWN.items()}

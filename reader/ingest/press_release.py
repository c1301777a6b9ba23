"""The head of a press release ("Pressemitteilung Nr. 87/2026, Köln, 10. November 2026"), and whom to ask."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from reader.ingest import credits
from reader.ingest.blocks import Block
from reader.ingest.dates import date_line
from reader.languages.press import any_of, everywhere

_LONGEST_HEAD = 140
"""Characters of a line that tops a press release (chosen by hand)."""
_LONGEST_CONTACT = 140
"""Characters of a line that says whom to ask (chosen by hand)."""
_CONTACT_LINES = 6
_PLACE_WORDS = 4
_PLACE_AND_DAY = re.compile(r"(?P<place>[A-ZÀ-ÞА-Я][\w.’'()/ -]{1,40}?)(?:,\s*|\s[–—-]\s)(?P<day>.*\d.*)")
_SAYS_HOW = re.compile(r"@|\d{3}|https?:|www\.")
"""An address or a number, which tells a contact from a sentence that begins like one."""


def release_head(line: str) -> dict[str, str] | None:
    """What the line above a press release tells, None for any other line.

    Its kind becomes the section, beside it stand number, place and day, and perhaps who sends it.
    """
    line = line.strip(" *-–—#|+")
    if not line or len(line) > _LONGEST_HEAD:
        return None
    if (place := place_and_day(line)) is not None:
        return None if date_line(line) or credits.byline(line) else place
    found = _head().match(line)
    if found is None or not (found["word"] or "/" in (found["number"] or "")):
        return None
    facts = {"section": found["word"] or "", "release_number": (found["number"] or "").strip(" .,")}
    rest = line[found.end() :].strip(" ,;:|–—-·•")
    more = _rest_told(rest) if rest else {}
    return None if more is None else {name: value for name, value in (facts | more).items() if value}


def _rest_told(rest: str) -> dict[str, str] | None:
    if day := date_line(rest):
        return {"published": day}
    if (place := place_and_day(rest)) is not None:
        return place
    sender = _sender().fullmatch(rest)
    return {"outlet": sender["name"]} if sender else None


def place_and_day(line: str) -> dict[str, str] | None:
    """Place and day of a line that says nothing else: "Hollenstedt, 10. November 2026"."""
    found = _PLACE_AND_DAY.fullmatch(line.strip())
    if found is None or len(found["place"].split()) > _PLACE_WORDS:
        return None
    # "Mittwoch, 11. November 2026" is a day alone.
    is_day = found["place"].lower() in everywhere().weekday_names
    day = "" if is_day else date_line(found["day"])
    return {"place": found["place"], "published": day} if day else None


@cache
def _head() -> re.Pattern[str]:
    words = everywhere()
    number = rf"(?:{_longest_first(words.release_numbers)})\s*(?P<number>\d[\w./-]*)"
    kind = _longest_first(words.press_releases)
    return re.compile(rf"(?P<word>(?:{kind})\b)?[\s:,–—-]*(?:{number})?", re.IGNORECASE)


def _longest_first(words: Iterable[str]) -> str:
    """Any of `words`, "communiqué de presse" before "communiqué"."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _sender() -> re.Pattern[str]:
    """Who sends it: "der Gemeinde Hollenstedt"."""
    words = everywhere()
    before = any_of(words.material_of, words.by)
    return re.compile(rf"{before}\s+(?P<name>[A-ZÀ-ÞА-Я].{{2,60}})")


def contact_of(blocks: list[Block]) -> tuple[str, frozenset[int]]:
    """Whom the last lines tell the press to ask, and the orders of these lines."""
    for at, block in enumerate(blocks):
        found = _contacts().match(block.text.lstrip("#*– -"))
        if found is None or len(block.text) > 2 * _LONGEST_CONTACT:
            continue
        lines = [block.text.lstrip("#*– -")[found.end() :].strip(" :")]
        near = blocks[at + 1 : at + 1 + _CONTACT_LINES]
        behind = [one for one in near if len(one.text) <= _LONGEST_CONTACT]
        lines += [one.text for one in behind]
        contact = ", ".join(line for line in lines if line)
        if _SAYS_HOW.search(contact):
            return contact, frozenset(one.order for one in (block, *behind))
    return "", frozenset()


@cache
def _contacts() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in everywhere().contacts), re.IGNORECASE)


def first_of(facts: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """Both, where both say something the first."""
    return {**more, **{name: value for name, value in facts.items() if value}}

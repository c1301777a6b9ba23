"""What stands behind the last sentence of an article: who wrote it, and notices of the paper about itself.

Only the last lines are looked at: what is said of a newsletter or a reporter inside a text belongs to it.
"""

import re
from dataclasses import dataclass
from functools import cache

from reader.ingest import credits
from reader.ingest.blocks import Block, BlockKind
from reader.ingest.dates import date_line
from reader.ingest.page_head import names_alone
from reader.languages.press import any_of, everywhere

_LONGEST_NOTICE = 260
"""Characters of a paper's line about itself (chosen by hand)."""
_LONGEST_ABOUT = 400
"""Characters of a line about who wrote the article (chosen by hand)."""
_LONGEST_BRACKET = 120
"""Characters in brackets behind a text that name who wrote it (chosen by hand)."""
_MOST_LINES = 12
"""Lines at an article's end that are looked at (chosen by hand)."""
_MARKS = re.compile('[„“”»«"]')
_CHANNEL = re.compile(
    r"\b(?:whats-?app|facebook|instagram|telegram|tik-?tok|youtube|threads|mastodon|bluesky|linkedin|twitter|signal"
    r"|newsletter|nieuwsbrief|infolettre|boletín|push-?\w*|\w*-?apps?|podcasts?|e-paper|abo)\b",
    re.IGNORECASE,
)
"""Where papers are read besides their pages."""
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]+)[)\]]\.?")
_DATE_AT_END = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})$")


@dataclass(frozen=True, slots=True)
class Ending:
    """The blocks without what stands behind the text, and what that told."""

    blocks: list[Block]
    gone: tuple[Block, ...] = ()
    byline: str = ""
    published: str = ""


def ending_of(blocks: list[Block], byline: str) -> Ending:
    """Take notices, lines about the author and names in brackets off the end; one block stays at least."""
    kept, gone = list(blocks), list[Block]()
    names = day = ""
    while len(kept) > 1 and len(gone) < _MOST_LINES:
        line = kept[-1].text
        found = _in_brackets(line)
        # a heading at the end has lost the list or the lines below it
        is_heading = kept[-1].kind is BlockKind.HEADING
        about = is_notice(line) or _is_about_author(line, byline or names)
        if found is None and not about and not is_heading:
            break
        names, day = (found[0] or names, found[1] or day) if found else (names, day)
        gone.append(kept.pop())
    return Ending(kept, tuple(gone), names, day)


def is_notice(line: str) -> bool:
    """Whether a line tells readers where else the paper is: two channels, or one and a word to the reader."""
    if len(line) > _LONGEST_NOTICE or _MARKS.search(line):
        return False
    channels = {found[0].lower() for found in _CHANNEL.finditer(line)}
    return len(channels) > 1 or (bool(channels) and _addresses(line))


def _addresses(line: str) -> bool:
    return line.endswith("?") or "? " in line or _speaking().search(line) is not None


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in everywhere().speaking))


def _is_about_author(line: str, byline: str) -> bool:
    """Whether a line says who somebody is that writes: "Ines Kaltwasser ist Redakteurin im Ressort …"."""
    found = _author().match(line)
    if found is None or len(line) > _LONGEST_ABOUT or _MARKS.search(line):
        return False
    return bool(credits.lone_name(found["name"])) and (not byline or found["name"] in byline)


@cache
def _author() -> re.Pattern[str]:
    words = everywhere()
    name, between = r"(?P<name>\S+(?: \S+){1,3}),?", r"(?:\S+ ){0,4}?"
    return re.compile(
        rf"{name} {any_of(words.author_is)} {between}{any_of(words.author_roles)}\b", re.IGNORECASE
    )


def _in_brackets(line: str) -> tuple[str, str] | None:
    """Names and day of a line in brackets: "(Ines Kaltwasser aus Hinterwald, Ole Brandt, 12.3.2024)"."""
    found = _BRACKETS.fullmatch(line)
    if found is None or len(line) > _LONGEST_BRACKET:
        return None
    names, day = list[str](), ""
    for part in re.split(r"\s*[,;]\s*", found["inside"].strip()):
        if when := date_line(part) or _short_date(part):
            day = when
        elif name := names_alone(re.sub(rf"\s+{any_of(everywhere().author_from)}\s+.*$", "", part)):
            names.append(name)
        elif not credits.agency_codes(part):
            return None
    return (", ".join(names), day) if names else None


def _short_date(part: str) -> str:
    """A day with a year of two figures: "8.5.12"."""
    found = _DATE_AT_END.fullmatch(part.strip())
    return date_line(re.sub(r"(\d{2})$", r"20\1", found[0].replace(" ", ""))) if found else ""

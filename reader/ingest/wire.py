"""The copy of a news agency without what frames it: head, key words, notes to editors, signature, stamp.

`tables/wire.toml` tells how each agency writes these; how a note or a correction begins stands with the words
of the press of each language. Key words and signatures count only where something else tells the agency.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from reader.ingest import credits
from reader.ingest.blocks import Block
from reader.ingest.dates import find_date
from reader.languages.press import everywhere

MOST_HEAD = 16
"""Lines above the text that may frame it (chosen by hand)."""
_LONGEST_NOTE = 400
"""Characters of a note to editors (chosen by hand)."""
_LONGEST_FRAME = 300
"""Characters of a line that frames copy (chosen by hand)."""
_BRACKETS = re.compile(r"[(\[+/* ]{1,6}(?P<inside>.+?)[)\]+/* ]{1,6}")
_LABELLED = re.compile(r"[^\W\d_]{5,20}: .+[.!](?:\s?[)”“»\"])?")
"""One word with a colon before a whole sentence; a headline ends in no stop."""
_SET_OFF = re.compile(r"(?P<inside>.+?)\s*/{2,3}")
_DATELINE = re.compile(
    r"(?P<place>[A-ZÄÖÜÉÈÀÁÍÓÚŁŠŽ][\w.’' /-]{1,40}?)(?:,\s(?P<day>[^()]{2,30}))?\s?[(][\w/,.+ -]{2,40}[)]"
)


@dataclass(frozen=True, slots=True)
class Agency:
    """How one agency frames its copy."""

    name: str
    codes: frozenset[str]
    heads: re.Pattern[str]
    slugs: re.Pattern[str]
    ends: re.Pattern[str]
    stamps: tuple[re.Pattern[str], ...]
    prefixes: re.Pattern[str]
    """What stands before a headline and is not part of it: "UPDATE 2-"."""
    subtitles: re.Pattern[str]
    """What stands before the line below the headline: "Utl.:"."""


@dataclass(frozen=True, slots=True)
class Told:
    """The blocks that stay, the lines taken out by their order, and what they told."""

    blocks: list[Block]
    removed: Mapping[int, str]
    facts: Mapping[str, str]


@cache
def agencies() -> tuple[Agency, ...]:
    """The agencies whose copy is known."""
    path = Path(__file__).parent / "tables" / "wire.toml"
    return tuple(_agency(table) for table in tomllib.loads(path.read_text(encoding="utf-8"))["agencies"])


def _agency(table: Mapping[str, list[str]]) -> Agency:
    def any_of(name: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{one})" for one in table.get(name, ())) or r"(?!)", re.IGNORECASE)

    return Agency(
        name=str(table["name"]),
        codes=frozenset(table["codes"]),
        heads=re.compile("|".join(f"(?:{_bare_groups(one)})" for one in table["heads"]), re.IGNORECASE),
        slugs=any_of("slugs"),
        ends=re.compile("|".join(f"(?:{_bare_groups(one)})" for one in table["ends"]), re.IGNORECASE),
        stamps=tuple(re.compile(one, re.IGNORECASE) for one in (*table["stamps"], *table["heads"])),
        prefixes=any_of("prefixes"),
        subtitles=any_of("subtitles"),
    )


def _bare_groups(pattern: str) -> str:
    """A pattern without the names of its groups, which one expression may hold only once."""
    return re.sub(r"\?P<\w+>", "?:", pattern)


def is_frame(line: str) -> bool:
    """Whether a line of plain text is one of those that frame copy, and so no part of a wrapped paragraph."""
    line = line.strip()
    if not line or len(line) > _LONGEST_FRAME:
        return False
    return bool(
        _is_flash(line)
        or _note(line) is not None
        or any(one.heads.fullmatch(line) or _stamp_of(one, line) for one in agencies())
    )


def agency_of(blocks: Iterable[Block]) -> Agency | None:
    """The agency whose copy a text is, told by its head or its dateline."""
    for block in blocks:
        for agency in agencies():
            if agency.heads.fullmatch(block.text):
                return agency
        if codes := credits.dateline_agency(block.text):
            named = {code.lower() for code in codes.split("/")}
            return next((one for one in agencies() if named and named <= one.codes), None)
    return None


def without_frame(blocks: list[Block], text_at: int) -> Told:
    """Take off what frames copy; `text_at` is the index of the first block of its text."""
    agency = agency_of(blocks[: text_at + 2])
    removed: dict[int, str] = {}
    facts: dict[str, str] = {}
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        line = block.text
        found = _in_head(line, agency) if at < text_at else _behind(line, agency) if agency else None
        if found is None:
            if kept and at < text_at and agency and agency.subtitles.match(line):
                facts = {"title": kept[-1].text, **facts}
            kept.append(_without_prefix(block, agency) if at < text_at else block)
            continue
        removed[block.order] = line
        facts = _both(facts, found)
        if at > text_at and agency and agency.ends.fullmatch(line):
            removed |= {one.order: one.text for one in blocks[at:]}
            facts = _both(facts, _of_rest(blocks[at + 1 :], agency))
            break
    if agency and text_at < len(blocks):
        facts = facts | _of_dateline(blocks[text_at].text, facts)
    facts = {**_corrected(blocks[:text_at], agency), **facts}
    if agency and removed:  # a dateline alone stands in every paper that prints the report
        facts = facts | {"outlet": agency.name, "agency": agency.name}
    return Told(kept, removed, facts)


def _both(facts: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """Both, where both say something the first, but for a time, which is more than a day."""
    both = {**more, **facts}
    if len(more.get("published", "")) > len(facts.get("published", "")):
        both["published"] = more["published"]
    return both


def _in_head(line: str, agency: Agency | None) -> dict[str, str] | None:
    """What a line above the text tells if it frames copy; None if it is a line of the text's own head."""
    if len(line) > _LONGEST_NOTE:
        return None
    if _is_flash(line):
        return {}
    if agency and (agency.prefixes.match(line) or agency.subtitles.match(line)):
        return None
    if (note := _note(line)) is not None:
        return note
    if agency is None:
        return None
    if when := _stamp_of(agency, line):
        return {"published": when}
    if agency.heads.fullmatch(line):
        return {}
    if not agency.slugs.fullmatch(line):
        return None
    # "Bahn/Verkehr/" says what it is about, "AP-EU--Rail, 2nd Ld, 345" how it is filed.
    return {} if any(sign.isdigit() or sign == "," for sign in line) else {"section": line.strip(" /")}


def _behind(line: str, agency: Agency) -> dict[str, str] | None:
    """What a line among or below the text tells if it is the agency's."""
    if len(line) > _LONGEST_FRAME:
        return None
    if when := _stamp_of(agency, line):
        return {"published": when}
    return {} if agency.ends.fullmatch(line) else None


def _of_rest(blocks: list[Block], agency: Agency) -> dict[str, str]:
    """What the lines behind the end of copy tell: when it was sent, what it corrects."""
    facts: dict[str, str] = {}
    for block in blocks:
        if when := _stamp_of(agency, block.text):
            facts.setdefault("published", when)
        elif _corrections().match(block.text.lstrip("#-–* ")) and len(block.text) <= _LONGEST_NOTE:
            facts.setdefault("correction", block.text.lstrip("#-–* "))
    return facts


def _is_flash(line: str) -> bool:
    return line.strip(" +*:!=-/.").lower() in everywhere().flashes


def _note(line: str) -> dict[str, str] | None:
    """What a note to editors corrects, if it does. In brackets, before ///, or behind a label."""
    found = _BRACKETS.fullmatch(line) if line[0] in "([+*/" else _SET_OFF.fullmatch(line)
    inside = found["inside"].strip() if found else ""
    if inside and _corrections().match(inside):
        return {"correction": inside}
    if _LABELLED.fullmatch(line) and _corrections().match(line):
        return {"correction": line}
    # "Eds: …" needs no brackets: its pattern ends in the colon.
    note = _notes().match(inside or line)
    if note is None or not (inside or note[0].endswith(":")):
        return None
    # "Eds: Corrects name in 2nd graf."
    rest = line[note.end() :].strip()
    return {"correction": rest} if not inside and _corrections().match(rest) else {}


def is_correction(note: str) -> bool:
    """Whether a note to editors says what is corrected."""
    return _corrections().match(note) is not None


@cache
def _corrections() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in everywhere().corrections), re.IGNORECASE)


@cache
def _notes() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in everywhere().wire_notes), re.IGNORECASE)


def _without_prefix(block: Block, agency: Agency | None) -> Block:
    """A headline without "UPDATE 2-", a line below it without "Utl.:"."""
    found = (agency.prefixes.match(block.text) or agency.subtitles.match(block.text)) if agency else None
    if found is None or found.end() == len(block.text):
        return block
    return Block(block.text[found.end() :], block.kind, block.order)


def _corrected(head: Iterable[Block], agency: Agency | None) -> dict[str, str]:
    """The headline that says that the report corrects another: "CORRECTED-Minister resigns"."""
    prefixes = ((block.text, agency.prefixes.match(block.text)) for block in head if agency)
    line = next((line for line, found in prefixes if found and _corrections().match(found[0])), "")
    return {"correction": line} if line else {}


def _of_dateline(paragraph: str, facts: Mapping[str, str]) -> dict[str, str]:
    """Place and, where its year is given, day of a dateline: "Paris, 10 nov 2026 (AFP) -"."""
    found = _DATELINE.match(paragraph)
    if found is None:
        return {}
    day = find_date(found["day"]) if found["day"] else ""
    told = {"place": found["place"]} | ({"published": day} if day else {})
    return {name: value for name, value in told.items() if name not in facts}


def _stamp_of(agency: Agency, line: str) -> str:
    """The time of a line such as "101530 Nov 26", as ISO 8601; "" where it is none."""
    for pattern in agency.stamps:
        found = pattern.fullmatch(line)
        if found and (when := _written(found.groupdict())):
            return when
    return ""


def _written(parts: Mapping[str, str | None]) -> str:
    month = everywhere().other_months.get((parts.get("month") or "").lower(), 0) or int(
        parts.get("number") or 0
    )
    year = int(parts.get("year") or 0)
    hour, minute = parts.get("hour"), parts.get("minute")
    try:
        when = datetime(
            year + (2000 if year < 100 else 0),
            month,
            int(parts.get("day") or 0),
            int(hour or 0),
            int(minute or 0),
        )
    except ValueError:
        return ""
    written = when.isoformat(timespec="minutes") if hour else when.date().isoformat()
    return written + ("+00:00" if (parts.get("zone") or "").lower() == "gmt" else "")

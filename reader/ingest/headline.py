"""Title, byline, section and date out of the short lines before the first paragraph."""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Any

from reader.ingest import credits
from reader.ingest.blocks import Block, BlockKind, StatedMetadata
from reader.ingest.dates import date_line, find_date
from reader.ingest.paragraphs import breaks_off
from reader.languages.given_names import given_names
from reader.languages.press import everywhere

_LONGEST = 180
"""Characters of a headline (chosen by hand)."""
_MOST_WORDS = 24
"""Words of a headline (chosen by hand)."""
_LEAD_WORDS = 8
"""Words beyond which a block is prose (chosen by hand)."""
_CRUMB_WORDS = 3
"""Words of one step in a path of sections ("Politik › Ausland"; chosen by hand)."""
_OUTLET = re.compile(r"\s+(?:[|·•–—-]|::)\s+(?P<name>[^|·•–—]{2,60})$")
_DATE_BEHIND = re.compile(r"\s*[,|•·–-]\s*(?=\d)")
_STOP_WITHIN = re.compile(r"(?<=[^\W\d]{2})[.!?][“”\"«»’)]?\s+\S")
"""A sentence that ends inside a block, and no abbreviation of one letter."""
_LABEL = re.compile(r"[\w .-]{2,30}: ")


@dataclass(frozen=True, slots=True)
class Headline:
    """What the first lines told, and the blocks without them."""

    known: StatedMetadata
    blocks: list[Block]
    moved: frozenset[int] = frozenset()
    """Orders of the blocks that became metadata."""


def headline_of(blocks: list[Block], known: StatedMetadata, tops: int = 0) -> Headline:
    """Read the lines before the first paragraph of prose; what the input itself knew wins over them.

    `tops` is the order of the last line of a page's own head ("Menü") that was taken out.
    """
    blocks = blocks if known.title else _with_headline_told(blocks)
    head = list(takewhile(lambda block: _is_headline_line(block, blocks), blocks))
    if len(head) == len(blocks):
        head = head[: min(1, len(blocks) - 1)]
    facts, lines = _facts(head, known)
    lines, crumbs = _without_crumbs(lines, facts.outlet, tops)
    titles, stay, gone = _titles(lines, facts)
    facts, body, late = _late_facts(replace(facts, **titles), blocks[len(head) :])
    left = {block.order for block in (*stay, *gone, *crumbs)}
    moved = frozenset(block.order for block in head if block.order not in left) | late
    return Headline(facts, _as_headings(stay) + body, moved)


def place_of_headline(blocks: list[Block]) -> int:
    """Where a title would stand: in the first line, or in the one below that of the section."""
    return int(len(blocks) > 1 and credits.is_section(blocks[0].text))


def _with_headline_told(blocks: list[Block]) -> list[Block]:
    """The blocks, of which a short one below the line of a section is a heading, whatever mark ends it.

    "Politik", then "Kolb geht." or "Kolb: „Wir sind so weit!“", and a paragraph of prose behind it.
    """
    at = place_of_headline(blocks)
    if not at or len(blocks) <= at + 1 or not _may_be_title(blocks[at].text, blocks[at + 1].text):
        return blocks
    return [blocks[0], replace(blocks[at], kind=BlockKind.HEADING), *blocks[at + 1 :]]


def _may_be_title(line: str, behind: str) -> bool:
    # "Berlin. Der Rat tagt." is a paragraph: its first stop ends a place
    is_one = not _STOP_WITHIN.search(line) and not credits.dateline_agency(line) and not line.startswith("|")
    return is_one and len(line) <= _LONGEST and len(behind) > len(line) and bool(_STOP_WITHIN.search(behind))


@cache
def _ends_sentence() -> re.Pattern[str]:
    abbreviations = "".join(rf"(?<!\b{re.escape(word)})" for word in everywhere().no_sentence_end)
    return re.compile(rf"{abbreviations}[.…;,]$|[.!?]\s?[“”\"«»’)]$")


def _is_headline_line(block: Block, blocks: list[Block]) -> bool:
    text = block.text
    if block.kind is BlockKind.HEADING:
        return len(text) <= 2 * _LONGEST
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or block.kind is BlockKind.PULLED:
        return False
    if _ends_sentence().search(text) or breaks_off(text) or text.startswith("|"):  # a table is no title
        return False
    return not _is_turn(text, blocks) and not credits.dateline_agency(text)


def _is_turn(text: str, blocks: list[Block]) -> bool:
    """Whether `text` is a turn of an interview: its label begins other paragraphs too."""
    label = _LABEL.match(text)
    return label is not None and sum(other.text.startswith(label[0]) for other in blocks[:12]) > 1


def _facts(head: list[Block], known: StatedMetadata) -> tuple[StatedMetadata, list[Block]]:
    """Date, byline, agency and section lines into `known`; the other lines come back."""
    rest: list[Block] = []
    for at, block in enumerate(head):
        is_last = at == len(head) - 1
        # a section with prose right below it: the text has no title
        facts = _facts_in(block, is_last=is_last and not (at == 0 and not known.title))
        if not facts or (block.kind is BlockKind.HEADING and is_last and not rest):
            rest.append(block)
        news: dict[str, Any] = {name: value for name, value in facts if not getattr(known, name)}
        known = replace(known, **news) if block not in rest[-1:] else known
    return known, rest


def _facts_in(block: Block, *, is_last: bool) -> list[tuple[str, str]]:
    """What a line says beside the text; a byline with a date behind it says two things."""
    start = _DATE_BEHIND.search(block.text[:120])
    names = credits.byline(block.text[: start.start()]) if start else ""
    day = find_date(block.text[start.end() :]) if start and names else ""
    if day:
        return [("byline", names), ("published", day)]
    fact = _fact(block, is_last=is_last)
    return [fact] if fact else []


def _fact(block: Block, *, is_last: bool) -> tuple[str, str] | None:
    line = block.text
    if value := date_line(line):
        return "published", value
    if value := credits.byline(line):
        return "byline", value
    if value := credits.agency_codes(line):
        return "agency", value
    return ("section", line) if credits.is_section(line) and not is_last else None


def _without_crumbs(lines: list[Block], outlet: str, tops: int) -> tuple[list[Block], list[Block]]:
    """Lines without the outlet's name and the names of sections above a page's menu, and these."""
    gone = [
        line
        for line in lines
        if line.text.lower() == outlet.lower()
        or (line.order < tops and len(line.text.split()) <= _CRUMB_WORDS)
    ]
    return ([line for line in lines if line not in gone], gone) if len(gone) < len(lines) else (lines, [])


def _titles(lines: list[Block], known: StatedMetadata) -> tuple[dict[str, Any], list[Block], list[Block]]:
    """Title and kicker out of the remaining lines; what stays, and what goes above a known title."""
    if known.title:
        at = _place_of(known.title, lines)
        return (
            ({}, lines, []) if at is None else (_shorter(known, lines[at].text), lines[at + 1 :], lines[:at])
        )
    if not lines:
        return {}, [], []
    first, *others = (replace(line, text=line.text.removesuffix(" =")) for line in lines)
    found = {"title": first.text}
    if others and not credits.lone_name(others[0].text) and _is_kicker(first.text, others[0].text):
        found = {"title": others[0].text, "section": known.section or first.text.rstrip(": ")}
        others = others[1:]
    if others and not known.byline and credits.lone_name(others[0].text):
        return {**found, "byline": others[0].text}, others[1:], []
    return found, others, []


def _is_kicker(first: str, second: str) -> bool:
    """A short line or one with a colon, above a longer one."""
    short = len(first.split()) <= 3 and len(second) > 1.5 * len(first)
    return len(second.split()) >= 3 and (first.endswith(":") or short)


def _place_of(title: str, lines: list[Block]) -> int | None:
    """Which line is the title, or the title without the outlet's name behind it."""

    def key(text: str) -> str:
        return re.sub(r"\W+", "", text.lower())

    same = (at for at, line in enumerate(lines) if key(line.text) == key(title))
    begin = (at for at, line in enumerate(lines) if " " in line.text and _OUTLET.match(title, len(line.text)))
    return next(same, next((at for at in begin if title.startswith(lines[at].text)), None))


def _shorter(known: StatedMetadata, line: str) -> dict[str, Any]:
    """The title as the line gives it; what the known one says more is the outlet's name."""
    more = _OUTLET.match(known.title, len(line))
    return {"title": line, "outlet": known.outlet or more["name"]} if more else {}


def _as_headings(stay: list[Block]) -> list[Block]:
    """Headline lines that stay in the text, such as a subtitle."""
    return [replace(block, kind=BlockKind.HEADING) for block in stay]


def _late_facts(
    known: StatedMetadata, blocks: list[Block]
) -> tuple[StatedMetadata, list[Block], frozenset[int]]:
    """Byline and date that stand between the lead and the second paragraph, into `known`."""
    prose = [at for at, block in enumerate(blocks) if len(block.text.split()) > _LEAD_WORDS]
    near = blocks[: prose[1] if len(prose) > 1 else 0]
    late = {block.order: fact for block in near if (fact := _late_fact(block))}
    for name, value in late.values():
        known = known if getattr(known, name) else replace(known, **dict[str, Any]([(name, value)]))
    return known, [block for block in blocks if block.order not in late], frozenset(late)


def _late_fact(block: Block) -> tuple[str, str] | None:
    # "Ole Brandt" alone, and not "Neuer Ärger"
    if credits.lone_name(block.text) and block.text.split()[0] in given_names():
        return "byline", block.text
    fact = _fact(block, is_last=True)
    return fact if fact and fact[0] in ("byline", "published") else None

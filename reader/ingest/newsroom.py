"""What agencies and press offices write around a text for those who print it, apart from the text.

Until when it may not be used, that it was not said yet, the head of agency copy and of a press release, notes
to editors, whom to ask. None of it is a headline, and none of it belongs to the text.
"""

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from reader.ingest import credits
from reader.ingest.blocks import Block, StatedMetadata
from reader.ingest.dates import date_line
from reader.ingest.paragraphs import SENTENCE_END
from reader.ingest.press_release import contact_of, first_of, place_and_day, release_head
from reader.ingest.wire import MOST_HEAD, Told, is_frame, without_frame
from reader.texts import releases

_TEXT_WORDS = 18
"""Words of a paragraph with which the text begins (chosen by hand)."""
_SENTENCE_WORDS = 8
"""The same of one that ends as a sentence does (chosen by hand)."""
_LAST_WORDS = 25
"""Words beyond which one of the last blocks is text (chosen by hand)."""
_MOST_LINES = 40
"""Lines at either end of a plain text that may frame it (chosen by hand)."""
_SET_LINE = re.compile(r"\^.+[<=]")
_SET_END = re.compile(r"[<=]\s*$")
_SENT_HEAD = re.compile(r"ots: ?(?P<outlet>[^/]{2,80}) / (?P<title>.{4,})")
_LONE_DATELINE = re.compile(r"[^\W\d_][\w./ -]{1,40}\([\w/-]{2,12}\)\s*[-–—]+\s*")
_FEWEST_SET = 2
"""Lines set in signs with which a text is copy of a wire, not one that happens to hold a sign."""
_MARKS = '„“”«»"'


@dataclass(frozen=True, slots=True)
class Copy:
    """The text's own blocks, what else was said, and the lines that said it by their order."""

    blocks: list[Block]
    known: StatedMetadata
    removed: dict[int, str]


def copy_of(blocks: list[Block], known: StatedMetadata) -> Copy:
    """Take what is for the press alone out of `blocks`; what the input itself knew wins over it."""
    blocks, sent = _sender_apart(blocks)
    notices = _without_notices(blocks)
    head = _head_length(notices.blocks)
    framed = without_frame(notices.blocks, head)
    released = _without_release_head(framed.blocks, _head_length(framed.blocks), bool(notices.facts))
    contact, orders = _contact(released.blocks)
    kept = [block for block in released.blocks if block.order not in orders]
    if not kept:  # a text that is nothing else is better than no text
        return Copy(blocks, known, {})
    facts = first_of(notices.facts, first_of(framed.facts, released.facts)) | {"contact": contact}
    facts = first_of(facts, sent)
    removed = {**notices.removed, **framed.removed, **released.removed}
    removed |= {block.order: block.text for block in released.blocks if block.order in orders}
    return Copy(_with_datelines(kept), _with(known, facts), removed)


def _sender_apart(blocks: list[Block]) -> tuple[list[Block], dict[str, str]]:
    """The blocks with a headline that does not name who sent it: "ots: Gartenbauverband / Wasser …"."""
    found = _SENT_HEAD.fullmatch(blocks[0].text) if blocks else None
    if found is None:
        return blocks, {}
    return [replace(blocks[0], text=found["title"]), *blocks[1:]], {"outlet": found["outlet"].strip()}


def _with_datelines(blocks: list[Block]) -> list[Block]:
    """A dateline that stands alone above the text goes before the paragraph that it begins."""
    for at, block in enumerate(blocks[:MOST_HEAD]):
        if _LONE_DATELINE.fullmatch(block.text) and at + 1 < len(blocks):
            after = blocks[at + 1]
            joined = replace(after, text=f"{block.text.strip()} {after.text}")
            return [*blocks[:at], joined, *blocks[at + 2 :]]
        if _begins_text(block.text):
            break
    return blocks


def _with(known: StatedMetadata, facts: dict[str, str]) -> StatedMetadata:
    # A mail's subject, or what a page calls itself, may be the notice too.
    if releases.is_notice(known.title):
        known = replace(known, title=releases.behind_notice(known.title))
    told = {name: value for name, value in facts.items() if value and not getattr(known, name)}
    return replace(known, **dict[str, Any](told))


def _head_length(blocks: list[Block]) -> int:
    """How many lines stand above the text."""
    head = takewhile(lambda block: not _begins_text(block.text), blocks[:MOST_HEAD])
    length = sum(1 for _ in head)
    return length if length < len(blocks) else 0


def _begins_text(line: str) -> bool:
    words = len(line.split())
    is_prose = words >= _TEXT_WORDS or (words >= _SENTENCE_WORDS and SENTENCE_END.search(line))
    return bool(credits.dateline_agency(line)) or bool(is_prose and not is_frame(line))


def _without_notices(blocks: list[Block]) -> Told:
    """Without the lines that only say until when a text may not be used, or that it was not said yet."""
    facts: dict[str, str] = {}
    removed: dict[int, str] = {}
    for at, block in enumerate(blocks):
        line, after = block.text, next(iter(blocks[at + 1 : at + 2]), None)
        if block.order in removed or any(mark in line for mark in _MARKS) or not releases.is_notice(line):
            continue
        removed[block.order] = line
        if after and releases.lacks_end(line) and releases.goes_on(after.text):
            removed[after.order] = after.text
            line = f"{line} {after.text}"
        facts.setdefault("embargo" if releases.is_embargo(line) else "undelivered", releases.clipped(line))
    return Told([block for block in blocks if block.order not in removed], removed, facts)


def _without_release_head(blocks: list[Block], head: int, is_release: bool) -> Told:
    """Without the lines that top a press release, as long as a headline or a text is left."""
    facts: dict[str, str] = {}
    removed: dict[int, str] = {}
    for block in blocks[:head]:
        told = release_head(block.text)
        if told is None or not (_is_sure(block.text, told) or is_release or facts):
            continue
        removed[block.order] = block.text
        facts = first_of(facts, told)
    kept = [block for block in blocks if block.order not in removed]
    return Told(kept, removed, facts) if kept else Told(blocks, {}, {})


def _is_sure(line: str, told: dict[str, str]) -> bool:
    """Whether a line tops a press release whatever stands around it.

    "Anna Muster, 10. November 2026" is a byline as well as a place of two words.
    """
    if date_line(line):
        return False
    return place_and_day(line) is None or len(told["place"].split()) == 1


def _contact(blocks: list[Block]) -> tuple[str, frozenset[int]]:
    """Whom the lines behind the last paragraph say one may ask."""
    last = max((at for at, block in enumerate(blocks) if len(block.text.split()) >= _LAST_WORDS), default=0)
    return contact_of(blocks[last + 1 :])


def with_lines_apart(text: str) -> str:
    """A plain text in which every line that is for the press alone stands by itself, never in a paragraph."""
    lines = _without_line_signs(text.split("\n"))
    edge = len(lines) - _MOST_LINES
    parted = [
        f"\n{line}\n" if (at < _MOST_LINES or at >= edge) and _is_for_press(line) else line
        for at, line in enumerate(lines)
    ]
    return "\n".join(parted)


def _without_line_signs(lines: list[str]) -> list[str]:
    """The lines without the signs in which a wire sets its head: "^By JANE DOE=", "AP-WF-… 1822GMT<"."""
    if sum(1 for line in lines if _SET_LINE.fullmatch(line.strip())) < _FEWEST_SET:
        return lines
    return [line.strip().lstrip("^").rstrip("<=") if _SET_END.search(line) else line for line in lines]


def _is_for_press(line: str) -> bool:
    line = line.strip()
    return bool(line) and (releases.is_notice(line) or is_frame(line) or release_head(line) is not None)

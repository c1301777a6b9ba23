"""Quotation marks of a passage: put into those of a language, taken off, and those without a partner."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reader.texts.mark_pairs import MARK, may_close, may_open, neighbours, pairs

_SAME_KIND = {
    "„": ("“", "”"),
    ",,": ("''", "“", "”"),
    "“": ("”",),
    "”": ("”",),
    '"': ('"',),
    "«": ("»",),
    "»": ("«", "»"),
    "‚": ("‘", "’"),
    "‘": ("’",),
    "'": ("'",),
    "‹": ("›",),
    "›": ("‹", "›"),
}
"""What closes a mark where the writer kept to one kind."""
_DOUBLE = '„“”‟"«»'
_REPEATED = re.compile(r"\n\s*([„“”\"«»‹›‚‘'])\s?")


_GOING_ON = {"«": "«»", "»": "»«", "‹": "‹›", "›": "›‹"}
"""What a further paragraph of a speech begins with, where that is not the mark that opened it."""
_BEHIND_COMMA = re.compile(r"[,!?]\s+(\w+)")


class Marks(NamedTuple):
    """Outer and inner quotation marks of a language."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str

    def at(self, depth: int) -> tuple[str, str]:
        """The pair that stands at `depth`: outer ones, inner ones, and so on by turns."""
        return self[2:4] if depth % 2 else self[0:2]


@dataclass(frozen=True, slots=True)
class Stray:
    """A mark without a partner."""

    at: int
    opens: bool


def strays(text: str, sayings: Collection[str] = ()) -> Iterator[Stray]:
    """The double marks of `text` that nothing closes, or that close nothing, paragraph by paragraph.

    A speech over several paragraphs opens each of them and closes but the last. Where one of `sayings`, verbs
    of saying, stands behind a comma, the speech was over before, and its mark is missing.
    """
    offset = 0
    paragraphs = text.split("\n\n")
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1].lstrip()[:1] if number + 1 < len(paragraphs) else ""
        for at, opens in _strays_in(paragraph):
            goes_on = bool(following) and following in _GOING_ON.get(paragraph[at], paragraph[at])
            if not (opens and goes_on) or _is_said_behind(paragraph[at:], sayings):
                yield Stray(offset + at, opens)
        offset += len(paragraph) + 2


def _is_said_behind(speech: str, sayings: Collection[str]) -> bool:
    """Whether an attribution follows, as in "„Wir zahlen nicht, sagte sie"."""
    return any(word.casefold() in sayings for word in _BEHIND_COMMA.findall(speech))


def _strays_in(paragraph: str) -> Iterator[tuple[int, bool]]:
    paired = {edge for pair in pairs(paragraph) for edge in (pair.opening[0], pair.closing[0])}
    for token in MARK.finditer(paragraph):
        before, after = neighbours(paragraph, token)
        is_double = token[0] in _DOUBLE or token[0] in (",,", "``", "''")
        # 5" and 5'' are lengths, and a sign between letters or blanks is none.
        is_length = before.isdigit() and token[0] in ('"', "”", "''")
        is_between = before.isalnum() and after.isalnum()
        is_alone = (not before or before.isspace()) and (not after or after.isspace())
        # None of these waits for a partner.
        if not is_double or token.start() in paired or is_length or is_between or is_alone:
            continue
        opens = may_open(paragraph, token)
        if opens or may_close(paragraph, token):
            yield token.start(), opens


def is_mixed(opening: str, closing: str) -> bool:
    """Whether two marks that belong together are of two kinds, as in "„Nein\"" and '"Ja“'."""
    return closing not in _SAME_KIND.get(opening, (closing,))


def in_marks_of(marks: Marks, text: str, depth: int = 0) -> str:
    """`text` with its pairs of marks by turns outer and inner ones of `marks`, from `depth` on."""
    edges: list[tuple[int, int, str]] = []
    for pair in pairs(text):
        opening, closing = marks.at(depth + pair.depth)
        edges += [(*_with_blanks_behind(text, pair.opening), opening)]
        edges += [(*_with_blanks_before(text, pair.closing), closing)]
    written, at = [], 0
    for start, end, mark in sorted(edges):
        written += [text[at:start], mark]
        at = max(at, end)
    return "".join([*written, text[at:]])


def bare(text: str) -> str:
    """`text` without marks around the whole, also where only one of the two is there."""
    text = text.strip()
    found = list(pairs(text))
    for pair in found:
        if pair.opening[0] == 0 and pair.closing[1] == len(text):
            return text[pair.opening[1] : pair.closing[0]].strip()
    first, last = text[:1], text[-1:]
    if first in _DOUBLE + "‚‹›" and not any(pair.opening[0] == 0 for pair in found):
        text = text[1:]
    # '5"' is a length, and no mark was opened before it.
    if last in _DOUBLE + "‹›" and not any(pair.closing[1] == len(text) for pair in pairs(text)):
        text = text if text[-2:-1].isdigit() and first not in _DOUBLE else text[:-1]
    return text.strip()


def without_repeats(text: str) -> str:
    """`text` without the mark that opens again, or goes on, at the beginning of each further paragraph."""
    opened = text.lstrip()[:1]
    if not opened or opened not in _DOUBLE + "‹›‚‘'":
        return text
    going_on = _GOING_ON.get(opened, opened)
    kept, at, first = "", 0, text.index(opened)
    for found in _REPEATED.finditer(text):
        kept += text[at : found.start()]
        is_open = all(pair.opening[0] > first for pair in pairs(kept))
        kept += "\n" if found[1] in going_on and is_open else found[0]
        at = found.end()
    return kept + text[at:]


def _with_blanks_behind(text: str, mark: tuple[int, int]) -> tuple[int, int]:
    """The mark with the blanks that French puts inside."""
    start, end = mark
    return start, end + len(text[end:]) - len(text[end:].lstrip())


def _with_blanks_before(text: str, mark: tuple[int, int]) -> tuple[int, int]:
    start, end = mark
    return len(text[:start].rstrip()), end

"""Quotation marks inside a passage: which belong together, and the same passage in the marks of a language.

Texts mix curly, low, angled, straight and typed marks ("„…“", "»…«", ",,…''"), and an apostrophe or an inch
looks like a mark. What stands around a mark, and what is open before it, decides; what has no partner stays.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

_MARK = re.compile(r",,|''|``|[„“”‟\"«»‹›‚‘’‛'`´]")
_CLOSES = {
    "„": ("“", "”", '"', "''"),
    ",,": ("''", '"', "“", "”", "´´"),
    "``": ("''", '"', "´´"),
    "“": ("”", '"', "“"),
    "”": ("”", '"'),
    "‟": ("”", '"'),
    '"': ('"', "“", "”"),
    "''": ("''",),
    "«": ("»",),
    "»": ("«", "»"),
    "‚": ("‘", "’", "'"),
    "‘": ("’", "'", "´"),
    "‛": ("’", "'"),
    "`": ("'", "´", "`"),
    "'": ("'", "’"),
    "‹": ("›",),
    "›": ("‹", "›"),
}
"""What may close each mark that opens, in any language: "”" opens in Swedish, "»" in German and Danish."""
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
_ALWAYS_OPEN = ("„", ",,", "``", "‟", "‚", "‛")
_NEVER_OPEN = ("’", "´")
_APOSTROPHES = ("'", "’", "´", "`")
_DOUBLE = '„“”‟"«»'
_BEFORE_OPENING = "([{<–—-/…=|+*_"
_SOFT_BEFORE_OPENING = ",;:.!?"
"""Behind them a mark opens only where a word follows at once: `f("a","b")`."""
_AFTER_CLOSING = ".,;:!?)]}>–—-/…|+*_"
_REPEATED = re.compile(r"\n\s*([„“”\"«»‹›‚‘'])\s?")


_YEARS = re.compile(r"\d0s?\b|\d\d(?= )")
"""’90s, and "’68 war das so"."""


_GOING_ON = {"«": "«»", "»": "»«", "‹": "‹›", "›": "›‹"}
"""What a further paragraph of a speech begins with, where that is not the mark that opened it."""
_BEHIND_COMMA = re.compile(r"[,!?]\s+(\w+)")
_AHEAD = 100
"""Marks that are looked at behind one to tell it (chosen by hand; a passage has a few)."""
_DEEP = 10
"""Open marks that one may close over."""


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
class MarkPair:
    """Two marks that belong together, by where each begins and ends."""

    opening: tuple[int, int]
    closing: tuple[int, int]
    depth: int
    """How many other pairs it stands in."""


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
    for token in _MARK.finditer(paragraph):
        before, after = _neighbours(paragraph, token)
        is_double = token[0] in _DOUBLE or token[0] in (",,", "``", "''")
        # 5" and 5'' are lengths, and a sign between letters or blanks is none.
        is_length = before.isdigit() and token[0] in ('"', "”", "''")
        is_between = before.isalnum() and after.isalnum()
        is_alone = (not before or before.isspace()) and (not after or after.isspace())
        # None of these waits for a partner.
        if not is_double or token.start() in paired or is_length or is_between or is_alone:
            continue
        opens = _may_open(paragraph, token)
        if opens or _may_close(paragraph, token):
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


def pairs(text: str) -> Iterator[MarkPair]:
    """The marks of `text` that belong together, the outer before the inner."""
    found, stack = [], list[re.Match[str]]()
    tokens = [token for token in _MARK.finditer(text) if not _is_apostrophe(text, token)]
    for number, token in enumerate(tokens):
        partner = _partner(text, token, stack, tokens[number + 1 : number + 1 + _AHEAD])
        if partner is not None:
            # What was opened inside and never closed is no mark.
            found.append((stack[partner].span(), token.span()))
            del stack[partner:]
        elif _may_open(text, token):
            stack.append(token)
    closings: list[tuple[int, int]] = []
    for opening, closing in sorted(found):
        while closings and closings[-1] < opening:
            closings.pop()
        yield MarkPair(opening, closing, len(closings))
        closings.append(closing)


def _partner(
    text: str, token: re.Match[str], stack: list[re.Match[str]], later: list[re.Match[str]]
) -> int | None:
    """Which of `stack` the mark closes; None where it closes none."""
    if token[0] in _ALWAYS_OPEN or not _may_close(text, token):
        return None
    for index in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEP), -1):
        if token[0] in _CLOSES[stack[index][0]]:
            if _is_rather_a_letter(text, token, stack[index], later):
                return None
            # "„Nein“ „Ja“": between two blanks the second opens, whatever is open.
            return None if _may_open(text, token) and _opens_again(text, token) else index
    return None


def _opens_again(text: str, token: re.Match[str]) -> bool:
    before, after = _neighbours(text, token)
    # ' "We' and '("We'.
    return (not before or before.isspace() or before in _BEFORE_OPENING) and after.isalnum()


def _is_rather_a_letter(
    text: str, token: re.Match[str], opened: re.Match[str], later: list[re.Match[str]]
) -> bool:
    """Whether a closing mark is an inch or a plural's apostrophe, since a better one closes what is open.

    'The lads' families come first' and "The 5" wall" go on in small letters behind it.
    """
    before, after = text[max(0, token.start() - 1) : token.start()], text[token.end() : token.end() + 2]
    goes_on = after[:1] == " " and after[1:].islower()
    letter = before in "sxzSXZ" and token[0] in _APOSTROPHES
    inch = before.isdigit() and token[0] in ('"', "”", "'", "’", "''")
    if not goes_on or not (letter or inch):
        return False
    for other in later:
        if other[0] == opened[0] and _opens_again(text, other):
            # Another pair comes: of an odd number of marks one is left to close what is open.
            return sum(one[0] in (opened[0], token[0]) for one in later) % 2 == 1
        if other[0] in _CLOSES[opened[0]] and _may_close(text, other):
            return True
    return False


def _is_apostrophe(text: str, token: re.Match[str]) -> bool:
    """Whether it stands inside a word or for left-out figures: "O’Neill's", "’90s"."""
    if token[0] not in (*_APOSTROPHES, "‘"):
        return False
    before, after = _neighbours(text, token)
    if before.isalnum() and after.isalnum():
        return True
    if re.match(r"[’']?n['’]", text[token.start() : token.end() + 2]) or text[
        max(0, token.start() - 2) : token.start()
    ] in ("'n", "’n", "‘n"):
        return True
    return token[0] != "‘" and not before.isalnum() and bool(_YEARS.match(text, token.end()))


def _may_open(text: str, token: re.Match[str]) -> bool:
    """Behind a space, bracket or mark, behind a stop as in 'sagte:"Ja'; « may have a space behind it."""
    if token[0] in _NEVER_OPEN:
        return False
    before, after = _neighbours(text, token)
    if not after or (after.isspace() and token[0] not in "«»"):
        return False
    soft = before in _SOFT_BEFORE_OPENING and (after.isalnum() or after in "=„“\"«»‚‘'")
    return not before or before.isspace() or before in _BEFORE_OPENING or _is_mark(before) or soft


def _may_close(text: str, token: re.Match[str]) -> bool:
    """Behind what is no space, but « Oui », and before no letter: not in 'we"go'."""
    before, after = _neighbours(text, token)
    if not before or (before.isspace() and token[0] not in "«»"):
        return False
    return not after or after.isspace() or after in _AFTER_CLOSING or _is_mark(after) or not after.isalnum()


def _neighbours(text: str, token: re.Match[str]) -> tuple[str, str]:
    return text[max(0, token.start() - 1) : token.start()], text[token.end() : token.end() + 1]


def _is_mark(character: str) -> bool:
    return bool(character) and bool(_MARK.fullmatch(character))


def _with_blanks_behind(text: str, mark: tuple[int, int]) -> tuple[int, int]:
    """The mark with the blanks that French puts inside."""
    start, end = mark
    return start, end + len(text[end:]) - len(text[end:].lstrip())


def _with_blanks_before(text: str, mark: tuple[int, int]) -> tuple[int, int]:
    start, end = mark
    return len(text[:start].rstrip()), end

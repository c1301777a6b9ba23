"""Which quotation marks of a text belong together, in the writing of any language.

Texts mix curly, low, angled, straight and typed marks ("„…“", "»…«", ",,…''"), and an apostrophe or an inch
looks like a mark. What stands around a mark, and what is open before it, decides; what has no partner stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARK = re.compile(r",,|''|``|[„“”‟\"«»‹›‚‘’‛'`´]")
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
_ALWAYS_OPEN = ("„", ",,", "``", "‟", "‚", "‛")
_NEVER_OPEN = ("’", "´")
_APOSTROPHES = ("'", "’", "´", "`")
_BEFORE_OPENING = "([{<–—-/…=|+*_"
_SOFT_BEFORE_OPENING = ",;:.!?"
"""Behind them a mark opens only where a word follows at once: `f("a","b")`."""
_AFTER_CLOSING = ".,;:!?)]}>–—-/…|+*_"
_YEARS = re.compile(r"\d0s?\b|\d\d(?= )")
"""’90s, and "’68 war das so"."""
_AHEAD = 100
"""Marks that are looked at behind one to tell it (chosen by hand; a passage has a few)."""
_DEEP = 10
"""Open marks that one may close over."""


@dataclass(frozen=True, slots=True)
class MarkPair:
    """Two marks that belong together, by where each begins and ends."""

    opening: tuple[int, int]
    closing: tuple[int, int]
    depth: int
    """How many other pairs it stands in."""


def pairs(text: str) -> Iterator[MarkPair]:
    """The marks of `text` that belong together, the outer before the inner."""
    found, stack = [], list[re.Match[str]]()
    tokens = [token for token in MARK.finditer(text) if not _is_apostrophe(text, token)]
    for number, token in enumerate(tokens):
        partner = _partner(text, token, stack, tokens[number + 1 : number + 1 + _AHEAD])
        if partner is not None:
            # What was opened inside and never closed is no mark.
            found.append((stack[partner].span(), token.span()))
            del stack[partner:]
        elif may_open(text, token):
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
    if token[0] in _ALWAYS_OPEN or not may_close(text, token):
        return None
    for index in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEP), -1):
        if token[0] in _CLOSES[stack[index][0]]:
            if _is_rather_a_letter(text, token, stack[index], later):
                return None
            # "„Nein“ „Ja“": between two blanks the second opens, whatever is open.
            return None if may_open(text, token) and _opens_again(text, token) else index
    return None


def _opens_again(text: str, token: re.Match[str]) -> bool:
    before, after = neighbours(text, token)
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
        if other[0] in _CLOSES[opened[0]] and may_close(text, other):
            return True
    return False


def _is_apostrophe(text: str, token: re.Match[str]) -> bool:
    """Whether it stands inside a word or for left-out figures: "O’Neill's", "’90s"."""
    if token[0] not in (*_APOSTROPHES, "‘"):
        return False
    before, after = neighbours(text, token)
    if before.isalnum() and after.isalnum():
        return True
    if re.match(r"[’']?n['’]", text[token.start() : token.end() + 2]) or text[
        max(0, token.start() - 2) : token.start()
    ] in ("'n", "’n", "‘n"):
        return True
    return token[0] != "‘" and not before.isalnum() and bool(_YEARS.match(text, token.end()))


def may_open(text: str, token: re.Match[str]) -> bool:
    """Behind a space, bracket or mark, behind a stop as in 'sagte:"Ja'; « may have a space behind it."""
    if token[0] in _NEVER_OPEN:
        return False
    before, after = neighbours(text, token)
    if not after or (after.isspace() and token[0] not in "«»"):
        return False
    soft = before in _SOFT_BEFORE_OPENING and (after.isalnum() or after in "=„“\"«»‚‘'")
    return not before or before.isspace() or before in _BEFORE_OPENING or _is_mark(before) or soft


def may_close(text: str, token: re.Match[str]) -> bool:
    """Behind what is no space, but « Oui », and before no letter: not in 'we"go'."""
    before, after = neighbours(text, token)
    if not before or (before.isspace() and token[0] not in "«»"):
        return False
    return not after or after.isspace() or after in _AFTER_CLOSING or _is_mark(after) or not after.isalnum()


def neighbours(text: str, token: re.Match[str]) -> tuple[str, str]:
    """The characters on both sides of a mark, "" at an end of the text."""
    return text[max(0, token.start() - 1) : token.start()], text[token.end() : token.end() + 1]


def _is_mark(character: str) -> bool:
    return bool(character) and bool(MARK.fullmatch(character))

"""Plain text to paragraphs: hard-wrapped lines are joined again, intended line ends stay.

A break was made by wrapping only if the next word would not have fitted on the line. So a text counts as
wrapped when its lines end near one common width and go on in lower case, and a line that had room left ends
a paragraph.
"""

import re
from functools import cache
from itertools import pairwise

from reader.languages.press import any_of, everywhere

WIDEST = 120
"""Nobody wraps wider; longer lines are paragraphs."""
NARROWEST = 30
"""Characters of the narrowest column that lines are taken to be broken at (chosen by hand)."""

_BLANK = re.compile(r"\n[ \t]*\n")
ITEM = re.compile(r"(?:[-–—•*·▪■►]|\d{1,2}[.)])[ \t]+\S")
_REPLY = re.compile(r"(?m)^>[> ]?")
_HYPHEN = re.compile(r"(?<=\w)[-\u2010¬\x02]$")
SENTENCE_END = re.compile(r"[.!?:…][\"'”“»«’)\]]*$")
"""The end of a sentence, at that of a line."""


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a tidied plain text, each on one line, in order."""
    text = _without_reply_marks(text)
    width = _wrap_width(text)
    found: list[str] = []
    for chunk in _BLANK.split(text):
        lines = [" ".join(line.split(" ")).strip() for line in chunk.replace("\t", " ").split("\n")]
        found += _joined([line for line in lines if line], width, text)
    return [re.sub(r" {2,}", " ", paragraph) for paragraph in found]


def _without_reply_marks(text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    marked = sum(line.startswith(">") for line in lines)
    return _REPLY.sub("", text) if 2 * marked > len(lines) else text


def _wrap_width(text: str) -> int:
    """The width a text was wrapped at, in characters, or 0 where it was not."""
    inner = [pair for chunk in _BLANK.split(text) for pair in _breaks(chunk)]
    going_on = [len(line) for line, after in inner if after[:1].islower()]
    if not going_on or (4 * len(going_on) < len(inner) and not _all_were_full(inner)):
        return 0
    lengths = sorted(len(line) for line, _ in inner)
    width = next(length for length in reversed(lengths) if _has_company(length, lengths))
    near = sum(length >= 0.7 * width for length in going_on)
    return width if NARROWEST <= width <= WIDEST and 2 * near > len(going_on) else 0


def _all_were_full(inner: list[tuple[str, str]]) -> bool:
    """Whether no line had room for the next word: in German, many lines begin with a capital by chance."""
    longest = max(len(line) for line, _ in inner)
    return len(inner) > 2 and all(len(line) + len(after.split(" ", 1)[0]) >= longest for line, after in inner)


def _has_company(length: int, lengths: list[int]) -> bool:
    """Whether other lines are about as long: a single address or table row does not make the width."""
    return sum(other >= 0.85 * length for other in lengths) >= min(len(lengths), max(3, len(lengths) // 30))


def _breaks(chunk: str) -> list[tuple[str, str]]:
    """Each line of a chunk with the line after it."""
    lines = [line.strip() for line in chunk.split("\n") if line.strip()]
    return list(pairwise(lines))


def _joined(lines: list[str], width: int, text: str) -> list[str]:
    """The paragraphs of one chunk of lines."""
    if len(lines) < 2:
        return lines
    paragraphs = [lines[0]]
    for line, after in pairwise(lines):
        if breaks_off(line) or (width and _was_wrapped(line, after, width)):
            paragraphs[-1] = glued(paragraphs[-1], after, text)
        else:
            paragraphs.append(after)
    return paragraphs


def breaks_off(line: str) -> bool:
    """Whether `line` ends in a word after which every sentence goes on."""
    return line.rsplit(" ", 1)[-1] in everywhere().never_last


def _was_wrapped(line: str, after: str, width: int) -> bool:
    if ITEM.match(after):
        return False
    if _HYPHEN.search(line) and after[0].isalnum():
        return True
    first_word = after.split(" ", 1)[0]
    fitted = len(line) + 1 + len(first_word) <= width
    return not fitted or (after[:1].islower() and not SENTENCE_END.search(line))


@cache
def _suspended() -> re.Pattern[str]:
    """What follows a hyphen that stands for half a word ("Vor- und Nachteile")."""
    return re.compile(rf"{any_of(everywhere().suspended)}\b")


def glued(line: str, after: str, text: str) -> str:
    """Two lines as one; a hyphen at the line's end goes where it only divided a word."""
    if not _HYPHEN.search(line):
        return f"{line} {after}"
    if _suspended().match(after):
        return f"{line} {after}"
    first = re.match(r"\w+", after)
    if first is None or not after[0].islower():
        return line + after
    stem = re.search(r"\w+(?=\W$)", line)
    whole = f"{stem[0] if stem else ''}-{first[0]}"
    return line + after if line[-1] == "-" and whole in text else line[:-1] + after

"""The words around a passage that say whose it is: its frame, and whether a changed text has changed it.

A frame is the sentence that a passage and its roles stand in, and where no name stands there, all back
to the name: "Sam Reed left. “It is a scandal,” he said." Two frames are the same where the letters next to
the passage are; marks, white space, capitals and the ends of paragraphs do not count.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from reader.models import Span

FARTHEST = 400
"""Characters to either side in which a frame lies."""
_NEAR_ROLE = 300
"""Characters from a passage within which a role belongs to its frame."""
_CLOSING = "\"'“”’‘»«›‹)]"
_STOP = re.compile(rf"[.!?…]+[{re.escape(_CLOSING)}]*(?=\s|$)|\n\s*\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Dr|Drs|Prof|Dipl|Ing|Hr|Fr|Frl|Nr|Mr|Mrs|Ms|St|Ste|Sr|Jr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Mme|Mlle|Sra|"
    r"Dott|Sig|No|vs|bzw|ca)|\b\w|(?<!\d)\d{1,2})$"
)
"""What stands before a stop that ends no sentence: "Dr. Weber", "St. Paul", "z. B.", "am 3. Mai"."""
_LETTER = re.compile(r"[\w\u0300-\u036f]+")
_NAME = re.compile(r"\w{2,}")


class Frame(NamedTuple):
    """How many characters before and after a passage belong to its frame."""

    before: int
    after: int


def frame_of(
    text: str, spans: Sequence[Span], roles: Iterable[Span] = (), names: Iterable[str] = ()
) -> Frame:
    """The frame of the passage `spans`; `names` are what its speaker is called."""
    start, end = spans[0].start, spans[-1].end
    near = [role for role in roles if start - _NEAR_ROLE <= role.start and role.end <= end + _NEAR_ROLE]
    first = min([start, *(role.start for role in near)])
    last = max([end, *(role.end for role in near)])
    first, last = _begin_of_sentence(text, first), _end_of_sentence(text, last, goes_on=not near)
    around = f"{text[first:start]} {text[end:last]}".casefold()
    surnames = [words[-1] for name in names if (words := _NAME.findall(name.casefold()))]
    if surnames and not any(name in around for name in surnames):
        first = _back_to(surnames, text, first)
    return Frame(start - first, last - end)


def _begin_of_sentence(text: str, offset: int) -> int:
    low = max(0, offset - FARTHEST)
    for stop in reversed([*_STOP.finditer(text, low, offset)]):
        if not _is_abbreviation(text, stop):
            return stop.end()
    return low


def _end_of_sentence(text: str, offset: int, *, goes_on: bool) -> int:
    """The end of the sentence at `offset`; behind “No!” it `goes_on` where no attribution is known."""
    high = min(len(text), offset + FARTHEST)
    # The passage may end with the stop, and its sentence go on: “Why?” he asked.
    start = len(text[:offset].rstrip(f"{_CLOSING} .!?…"))
    for stop in _STOP.finditer(text, max(start, offset - 5), high):
        following = text[stop.end() : stop.end() + 3].lstrip().lstrip("–—- ")
        is_inside = following[:1].islower() and not stop[0].isspace()
        is_inside = is_inside or (goes_on and stop[0][0] in "!?…" and stop.start() <= offset)
        if stop.end() >= offset and not is_inside and not _is_abbreviation(text, stop):
            return max(offset, stop.start())
    return high


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    before = text[max(0, stop.start() - 5) : stop.start()]
    return stop[0] == "." and _ABBREVIATED.search(before) is not None


def _back_to(surnames: Iterable[str], text: str, offset: int) -> int:
    """Where the sentence with the nearest name before `offset` begins; `offset` where there is none."""
    low = max(0, offset - FARTHEST)
    before = text[low:offset].casefold()
    if len(before) != offset - low:  # folding made a letter two: "ß"
        before = text[low:offset].lower()
    nearest = max(before.rfind(name) for name in surnames)
    return _begin_of_sentence(text, low + nearest) if nearest >= 0 else offset


@lru_cache(maxsize=256)
def letters(text: str) -> str:
    """The letters and digits of `text` alone, without soft hyphens and capitals."""
    return "".join(_LETTER.findall(normalize("NFC", text).replace("\u00ad", "").casefold()))


def same_frame(old: tuple[str, Sequence[Span], Frame], new: tuple[str, Sequence[Span], Frame]) -> bool:
    """Whether the same words stand around a passage in an old text and in a new one."""
    return all(
        _same_side(_side(*old, step=step), _side(*new, step=step), step) for step in (-1, 1)
    ) and _gaps(*old[:2]) == _gaps(*new[:2])


def _side(text: str, spans: Sequence[Span], frame: Frame, step: int) -> tuple[str, str]:
    """The letters of one side of the frame, and those of all that is near."""
    start, end = spans[0].start, spans[-1].end
    if step < 0:
        return letters(text[start - frame.before : start]), letters(
            text[max(0, start - 2 * FARTHEST) : start]
        )
    return letters(text[end : end + frame.after]), letters(text[end : end + 2 * FARTHEST])


def _same_side(old: tuple[str, str], new: tuple[str, str], step: int) -> bool:
    """Whether the letters next to the passage agree, as far as the longer of two frames goes.

    So a stop that became a comma, or a new paragraph, is no change.
    """
    count = max(len(old[0]), len(new[0]))
    if not count:
        return True
    return old[1][-count:] == new[1][-count:] if step < 0 else old[1][:count] == new[1][:count]


def _gaps(text: str, spans: Sequence[Span]) -> list[str]:
    """What stands between the parts of an interrupted passage."""
    return [letters(text[one.end : other.start]) for one, other in pairwise(spans)]


def framed(text: str, spans: Sequence[Span], frame: Frame) -> str:
    """A passage with its frame, on one line."""
    low, high = max(0, spans[0].start - frame.before), spans[-1].end + frame.after
    return " ".join(text[low:high].split())

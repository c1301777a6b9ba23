"""What changed between two texts, word by word: what stayed, what is gone, what is new.

Words count without the white space behind them, so that re-wrapped lines are no change. Time is in proportion
to both lengths (see `reader.texts.alignment`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from reader.texts.alignment import longest_rise, matched

_WORD = re.compile(r"\S+\s*")
_BARE = re.compile(r"\w+")
_TYPOGRAPHY = str.maketrans(dict.fromkeys("„“”‟«»‹›‘’‚‛´`", '"') | {"'": '"', "–": "-", "—": "-", "‐": "-"})
AROUND = 8
"""Words shown before and after a change."""


class WordChange(StrEnum):
    """What happened to a stretch of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Stretch(NamedTuple):
    """A stretch of words with one fate."""

    change: WordChange
    text: str


Difference = tuple[Stretch, ...]


def sides(found: Difference) -> tuple[str, str]:
    """The two texts that a difference is between: the old one, and the new."""
    old = "".join(part.text for part in found if part.change is not WordChange.NEW)
    return old, "".join(part.text for part in found if part.change is not WordChange.GONE)


def difference(old: str, new: str) -> Difference:
    """The words of `old` and `new` in one row; where they are the same, those of `new`.

    What only moved is gone in one place and new in another.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    became = matched([_plain(word) for word in before], [_plain(word) for word in after])
    stays = longest_rise(became)
    stayed = {place: became[place] for place, stays_put in enumerate(stays) if stays_put}
    return tuple(_joined(_in_row(before, after, stayed)))


def _plain(word: str) -> str:
    """A word as it is compared: another kind of quotation mark or dash is no change."""
    return word.rstrip().translate(_TYPOGRAPHY)


def _in_row(before: Sequence[str], after: Sequence[str], stayed: dict[int, int]) -> Iterator[Stretch]:
    shown = 0
    for place, word in enumerate(before):
        if place not in stayed:
            yield Stretch(WordChange.GONE, word)
            continue
        yield from (Stretch(WordChange.NEW, added) for added in after[shown : stayed[place]])
        shown = stayed[place] + 1
        yield Stretch(WordChange.SAME, after[stayed[place]])
    yield from (Stretch(WordChange.NEW, added) for added in after[shown:])


def _joined(pieces: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one fate as one piece."""
    for change, run in groupby(pieces, key=lambda piece: piece.change):
        yield Stretch(change, "".join(piece.text for piece in run))


def is_same(one: str, other: str) -> bool:
    """Whether two passages have the same words; marks, case of the first letter and white space aside."""
    return bare(one) == bare(other)


def bare(passage: str) -> tuple[str, ...]:
    """The words of a passage without marks and case, the same for passages that say the same."""
    return tuple(word.casefold() for word in _BARE.findall(passage))


class Excerpt(NamedTuple):
    """Changes close to each other, with some words around them."""

    offset: int
    """Where the first of them stands in the new text."""
    pieces: Difference


def excerpts(pieces: Difference, around: int = AROUND) -> list[Excerpt]:
    """The changes with some words around each, those close to each other together."""
    found: list[tuple[int, list[Stretch]]] = []
    ended, offset = True, 0
    for place, piece in enumerate(pieces):
        if piece.change is not WordChange.SAME:
            if ended:
                found.append((offset, _lead(pieces[place - 1], around) if place else []))
            ended = False
            found[-1][1].append(piece)
        elif not ended:
            words = _WORD.findall(piece.text)
            ended = place == len(pieces) - 1 or len(words) > 2 * around
            found[-1][1].append(Stretch(WordChange.SAME, _head(words, around) if ended else piece.text))
        offset += len(piece.text) if piece.change is not WordChange.GONE else 0
    return [Excerpt(offset, tuple(excerpt)) for offset, excerpt in found]


def paragraphs(pieces: Difference) -> list[Excerpt]:
    """All of a difference, an excerpt for each paragraph."""
    found: list[tuple[int, list[Stretch]]] = [(0, [])]
    offset = 0
    for change, text in pieces:
        for part in re.split(r"(?<=\n\n)", text):
            if part:
                found[-1][1].append(Stretch(change, part))
            offset += len(part) if change is not WordChange.GONE else 0
            if part.endswith("\n\n"):
                found.append((offset, []))
    return [Excerpt(offset, tuple(paragraph)) for offset, paragraph in found if paragraph]


def _lead(piece: Stretch, around: int) -> list[Stretch]:
    words = _WORD.findall(piece.text)
    text = "".join(words[-around:])
    return [Stretch(WordChange.SAME, f"… {text}" if len(words) > around else text)]


def _head(words: Sequence[str], around: int) -> str:
    text = "".join(words[:around])
    return f"{text.rstrip()} …" if len(words) > around else text


def in_brackets(pieces: Difference, *, paragraphs: bool = False) -> str:
    """A difference as plain text, [-gone-] {+new+} as wdiff writes it; on one line unless by `paragraphs`."""
    marks = {WordChange.SAME: "{}", WordChange.GONE: "[-{}-]", WordChange.NEW: "{{+{}+}}"}
    line = "".join(_bracketed(marks[change], text) for change, text in pieces)
    if not paragraphs:
        return " ".join(line.split())
    return "\n\n".join(" ".join(part.split()) for part in line.split("\n\n"))


def _bracketed(mark: str, text: str) -> str:
    """Marked words, the white space behind them outside the mark."""
    words = text.rstrip()
    return mark.format(words) + (text[len(words) :] or " ")


def as_objects(pieces: Difference) -> list[dict[str, str]]:
    """A difference for JSON."""
    return [{"change": str(change), "text": text} for change, text in pieces]

"""What an export covered, met again: names under blocks are known by the words around them, or stay out."""

from collections.abc import Collection, Iterable

from reader.formats.cover import BLOCK, RUN
from reader.formats.redaction import WITHHELD


def is_covered(words: str) -> bool:
    """Whether an export covered a part of the words."""
    return BLOCK in words


def is_withheld(words: str) -> bool:
    """Whether an export says but that there are notes, perhaps several in one: none can be taken in."""
    return WITHHELD in words and not words.replace(WITHHELD, "").strip()


def is_same_text(theirs: str, ours: str) -> bool:
    """Whether two texts are the same but for names that an export covered, sign by sign."""
    if theirs == ours:
        return True
    if len(theirs) != len(ours) or BLOCK not in theirs:
        return False
    return all(one in (other, BLOCK) for one, other in zip(theirs, ours, strict=True))


def says_the_same(theirs: str, ours: str) -> bool:
    """Whether words are those here, but for covered names: those may be of any length."""
    theirs, ours = theirs.strip(), ours.strip()
    if BLOCK not in theirs:
        return theirs == ours
    first, *between, last = RUN.split(theirs)
    at, end = len(first), len(ours) - len(last)
    if end <= at or not (ours.startswith(first) and ours.endswith(last)):
        return False
    for part in between:
        at = ours.find(part, at + 1, end)
        if at < 0:
            return False
        at += len(part)
    return at < end


def missing(theirs: Iterable[str], ours: Collection[str]) -> list[str]:
    """Those of the words that are not here, also not under a cover."""
    return [words for words in theirs if not any(says_the_same(words, here) for here in ours)]

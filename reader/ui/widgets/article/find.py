"""Find words in a text as a person means them: case and diacritics folded, or a regular expression.

"muller" finds "Müller", "ss" finds "ß", white space matches across line ends. A pattern that begins with
"re:" is a regular expression (case folded as well).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from math import prod
from typing import TYPE_CHECKING, Any, Protocol

from reader.i18n import _
from reader.system_reasons import plain_complaint

if TYPE_CHECKING:
    import regex

REGEX_PREFIX = "re:"
MOST = 10_000
"""More matches than this are not collected; the count says so."""
TIME_LIMIT = 0.5
"""Seconds for a regular expression: some would never end (`(a|aa)+$` on a row of a's)."""
MOST_REPEATED = 10_000
"""How often all the counts of an expression together may repeat a part of it: what it means is laid out in
memory as often, and `((a{1000}){1000}){1000}` would take all there is."""

_SPECIAL: dict[int, int | str] = {
    **str.maketrans("øØłŁđĐ’‘–—„“”«»\xa0", 'oollDD\'\'--""""" '.lower()),
    **dict(zip(map(ord, "ßẞæÆœŒ…"), ["ss", "ss", "ae", "ae", "oe", "oe", "..."], strict=True)),
}
"""Letters and signs that do not decompose, and what a person types for them."""


class BadPatternError(ValueError):
    """A regular expression that cannot be read, or takes too long; the message says where or why."""


class PatternMatch(Protocol):
    """What both kinds of pattern find: those of the library's search, and those a person types."""

    def start(self) -> int:
        """Where it begins in the text."""

    def end(self) -> int:
        """Where it ends."""

    def span(self) -> tuple[int, int]:
        """Both ends."""


class Matching(Protocol):
    """What finds places in a text: a pattern of words, or the expressions of a search."""

    def finditer(self, text: str, /) -> Iterator[Any]:
        """All matches, in order."""


class FoldedText:
    """A text folded once, so that every further letter typed into the find bar is answered at once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: str | None = None
        self._moved: tuple[list[int], list[int]] = ([], [])

    def find(self, wanted: str) -> list[tuple[int, int]]:
        """All matches of `wanted` in order, as offsets of the text; at most `MOST`."""
        if not wanted.strip():
            return []
        if wanted.startswith(REGEX_PREFIX):
            return self._of_expression(wanted.removeprefix(REGEX_PREFIX))
        return self._plain(wanted)

    def matches(self, pattern: Matching) -> list[tuple[int, int]]:
        """All matches of a pattern that are not empty, in order; at most `MOST`."""
        return _spans(pattern.finditer(self.text))

    def _of_expression(self, wanted: str) -> list[tuple[int, int]]:
        expression = _expression(wanted)
        try:
            return _spans(expression.finditer(self.text, timeout=TIME_LIMIT))
        except (TimeoutError, MemoryError) as error:
            raise BadPatternError(_("takes too long: try a simpler one")) from error

    def _plain(self, wanted: str) -> list[tuple[int, int]]:
        folded = self._fold()
        needle = r"\s+".join(re.escape(fold(word)[0]) for word in wanted.split())
        if not needle:
            return []
        matches = islice(re.finditer(needle, folded), MOST)
        if not self._moved[0]:
            return [match.span() for match in matches]
        found = [(self._original(match.start()), self._original(match.end() - 1) + 1) for match in matches]
        return [(start, self._whole(end)) for start, end in found]

    def _whole(self, end: int) -> int:
        """`end` moved past combining marks, so that a letter is never cut from its accent."""
        text = self.text
        while end < len(text) and text[end] > "\u02ff" and unicodedata.combining(text[end]):
            end += 1
        return end

    def _fold(self) -> str:
        if self._folded is None:
            self._folded, self._moved = fold(self.text)
        return self._folded

    def _original(self, offset: int) -> int:
        """The offset in the text of a character of the folded text."""
        places, shifts = self._moved
        index = bisect_right(places, offset) - 1
        return offset - shifts[index] if index >= 0 else offset


def fold(text: str) -> tuple[str, tuple[list[int], list[int]]]:
    """`text` without case and diacritics, and where the folded text's offsets shift against the text's.

    The shifts are two lists: from folded offset `places[i]` on, an offset is `shifts[i]` ahead of the text's.
    """
    if text.isascii():
        return text.lower(), ([], [])
    letters_of = {character: _fold_character(character) for character in set(_UNPLAIN.findall(text))}
    if all(len(letters) == 1 for letters in letters_of.values()):
        return _UNPLAIN.sub(lambda match: letters_of[match[0]], text).lower(), ([], [])
    parts: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    done = length = shift = 0
    for match in _UNPLAIN.finditer(text):
        letters = letters_of[match[0]]
        before = text[done : match.start()].lower()
        parts += (before, letters)
        done, length = match.end(), length + len(before)
        for step in range(1, len(letters)) if letters else (0,):
            shift += 1 if letters else -1
            places.append(length + step)
            shifts.append(shift)
        length += len(letters)
    parts.append(text[done:].lower())
    return "".join(parts), (places, shifts)


_UNPLAIN = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    replaced = character.translate(_SPECIAL)
    bare = "".join(c for c in unicodedata.normalize("NFKD", replaced) if not unicodedata.combining(c))
    return bare.casefold() if bare or unicodedata.combining(character) else character


def _spans(matches: Iterator[PatternMatch]) -> list[tuple[int, int]]:
    """The matches that are not empty; at most `MOST`."""
    return list(islice((match.span() for match in matches if match.end() > match.start()), MOST))


_COUNT = re.compile(r"\{(?:\d*,)?(\d+)\}|\{(\d+),\}")


def _expression(wanted: str) -> "regex.Pattern[str]":
    import regex  # `re` cannot be stopped; a hundredth of a second, for those who type an expression

    if prod(max(1, int(most or least)) for most, least in _COUNT.findall(wanted)) > MOST_REPEATED:
        raise BadPatternError(_("repeats too often: try smaller counts"))
    try:
        return regex.compile(wanted, regex.IGNORECASE | regex.MULTILINE)
    except (regex.error, OverflowError, RecursionError, MemoryError) as error:
        raise BadPatternError(
            _("cannot be read yet: {reason}").format(
                reason=plain_complaint(getattr(error, "msg", str(error)))
            )
        ) from error

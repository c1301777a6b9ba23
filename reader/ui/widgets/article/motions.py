"""Where a caret goes: words, sentences, paragraphs, as in vim, over offsets of a text.

Every function takes the text and an offset and gives a new offset in `[0, len(text)]`. Sentences and
paragraphs are lists of the offsets where they begin.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.models import trimmed

_WORD = re.compile(r"\w+(?:[-’'.]\w+)*|[^\w\s]+")
_SENTENCE_END = re.compile(r"[.!?…]+[“”\"»«’')\]]*\s+(?=[„“\"»«‚'(\[]*[A-ZÄÖÜÀ-Þ0-9])|\n\s*")
_NO_END = re.compile(r"(?:\b\w|\d|\b(?:Dr|St|Mr|Mrs|Ms|Prof|bzw|ca|Nr|Abs|Art|vgl|usw|geb|Mio|Mrd))$")
"""A word that a full stop shortens, or a number that it makes ordinal."""
_PARAGRAPH_END = re.compile(r"\n\s*\n\s*|\n\s*")
_SPACE = re.compile(r"\s")
_WINDOW = 2000
"""No word is longer than this; a search backwards begins this far before the caret."""


def next_word(text: str, offset: int) -> int:
    """Where the next word or run of punctuation begins."""
    inside = _WORD.match(text, word_at(text, offset)[0])
    found = _WORD.search(text, inside.end() if inside and inside.end() > offset else offset)
    return found.start() if found else len(text)


def word_end(text: str, offset: int) -> int:
    """Where the word at or after `offset` ends (the offset after its last character)."""
    for found in _WORD.finditer(text, max(0, word_at(text, offset)[0])):
        if found.end() > offset:
            return found.end()
    return len(text)


def previous_word(text: str, offset: int) -> int:
    """Where the word before `offset` begins."""
    before = 0
    for found in _WORD.finditer(text, _safe_start(text, offset), offset):
        before = found.start()
    return min(before, offset)


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word over the character at `offset`, or the single character there."""
    for found in _WORD.finditer(text, _safe_start(text, offset)):
        if found.end() > offset:
            if found.start() <= offset:
                return found.span()
            break
    return offset, min(offset + 1, len(text))


def _safe_start(text: str, offset: int) -> int:
    """A place before `offset` where no word is cut."""
    start = max(0, offset - _WINDOW)
    space = _SPACE.search(text, start, offset) if start else None
    return space.end() if space else start


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin, by a plain rule, until the splitter of the language has answered."""
    first = len(text) - len(text.lstrip())
    ends = (found for found in _SENTENCE_END.finditer(text) if not _is_short(text, found))
    return sorted({first, *(found.end() for found in ends if found.end() < len(text))})


def _is_short(text: str, found: re.Match[str]) -> bool:
    """Whether the full stop found belongs to an abbreviation or an ordinal number."""
    if found[0].rstrip() != "." or "\n" in found[0]:
        return False
    return _NO_END.search(text, max(0, found.start() - 6), found.start()) is not None


def paragraph_starts(text: str) -> list[int]:
    """Where paragraphs begin."""
    first = len(text) - len(text.lstrip())
    later = (found.end() for found in _PARAGRAPH_END.finditer(text))
    return sorted({first, *(offset for offset in later if offset < len(text))})


def following(starts: Sequence[int], offset: int, limit: int) -> int:
    """The first of `starts` after `offset`, `limit` where there is none."""
    index = bisect_right(starts, offset)
    return starts[index] if index < len(starts) else limit


def preceding(starts: Sequence[int], offset: int) -> int:
    """The last of `starts` before `offset`, 0 where there is none."""
    index = bisect_left(starts, offset)
    return starts[index - 1] if index else 0


def unit_at(starts: Sequence[int], offset: int, text: str) -> tuple[int, int]:
    """The sentence or paragraph that holds `offset`, white space at its ends left out."""
    index = max(0, bisect_right(starts, offset) - 1)
    start = starts[index] if starts else 0
    end = starts[index + 1] if index + 1 < len(starts) else len(text)
    return trimmed(text, start, end)

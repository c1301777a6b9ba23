"""Tell apostrophes and inch signs from the marks that close a passage: "the lads' families", '5" pipe'."""

import re
from collections.abc import Sequence

from reader.languages.tables import Language

_NEXT_SINGLE = re.compile(r"(?<!\w)['’‘]|['’‘](?!\w)")
_NEXT_DOUBLE = re.compile(r"[\"“”„«»]")
_MEASURE = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d+)?$")
_CLOSED_BEHIND = re.compile(r"[,.;:!?]?[\"“”](?!\w)")
_WORD_END = re.compile(r"[^\W\d_]+$")
_STOPS = ",.!?…"
_FARTHEST = 300
"""Characters behind an apostrophe or inch sign in which the mark that truly closes is looked for."""
_MARKS = 6
"""Marks that are looked at in them."""
_LONGEST_CLITIC = 12
"""Letters of a word behind an apostrophe that are compared with the clitics of a language."""
_LONGEST_MEASURE = 8
"""Characters of a number before an inch sign."""
_PLURALS = "sxz"
"""Letters that a plural or name ends with whose possessive is the bare apostrophe: "the lads' room"."""


def begins_clitic(text: str, place: int, language: Language) -> bool:
    """Whether a shortened word begins at `place`, behind its apostrophe: the "n" of "rock 'n' roll"."""
    end = place
    while end < len(text) and text[end].isalpha() and end - place < _LONGEST_CLITIC:
        end += 1
    return text[place:end].lower() in language.clitics


def ends_word(text: str, start: int, stop: int, language: Language) -> bool:
    """Whether the single mark at `start` is the apostrophe of the word before it, not the closing mark.

    'The lads' families come first now.' It is one where a mark follows, before another opens, that closes.
    """
    before, behind = text[start - 1 : start], text[start + 1 : start + 3]
    # "the lads' families", "goin' home": a letter before, a space and a word behind.
    if not before.isalpha() or behind[:1] != " " or not behind[1:].isalnum():
        return False
    word = _WORD_END.search(text, max(0, start - _LONGEST_CLITIC), start)
    cut = word is not None and word[0].lower() in language.truncated
    plural = before.lower() in _PLURALS or cut
    for number, mark in enumerate(_NEXT_SINGLE.finditer(text, start + 1, min(stop, start + _FARTHEST))):
        last, next_ = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if number == _MARKS:
            break
        if not last.isalnum() and last not in _STOPS and next_.isalpha():
            if begins_clitic(text, mark.end(), language):  # "the lads' rock 'n' roll"
                continue
            return False
        # "… the loss,'", and of a plural also "… come first'." and "… come first' (".
        if not next_.isalnum() and (last in _STOPS or (plural and last.isalnum() and next_ != " ")):
            return True
    return False


def is_measure(text: str, start: int, stop: int, closers: Sequence[str]) -> bool:
    """Whether the mark at `start` is the sign of inches or feet of a number: '5" pipe', "6' 2"".

    `closers` are the marks that close the passage it stands in; without any it stands in none.
    """
    if not _MEASURE.search(text, max(0, start - _LONGEST_MEASURE), start):
        return False
    behind = text[start + 1 : start + 2]
    # '5"x3"', '27"-Monitor'; '6' 2",": behind the sign the passage itself is closed.
    joined = behind == "-" and text[start + 2 : start + 3].isalpha()
    if not closers or behind.isalnum() or joined or _CLOSED_BEHIND.match(text, start + 1, stop):
        return True
    if behind != " ":
        return False
    pattern = _NEXT_DOUBLE if text[start] == '"' else _NEXT_SINGLE
    for number, mark in enumerate(pattern.finditer(text, start + 1, min(stop, start + _FARTHEST))):
        last, next_ = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if number == _MARKS or (not last.isalnum() and last not in _STOPS and next_.isalnum()):
            return False
        measured = next_ == " " and _MEASURE.search(
            text, max(0, mark.start() - _LONGEST_MEASURE), mark.start()
        )
        if mark[0] in closers and not last.isspace() and not next_.isalnum() and not measured:
            return True
    return False

"""Letters of a name apart from how they are written: case, accents, what is invisible or encoded.

A name is looked for by the fold of its words, and found as a stretch of the text as it stands.
"""

import unicodedata
from functools import lru_cache
from html import unescape
from itertools import product
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

import regex

from reader.languages.press import everywhere

_IGNORED = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphens, joiners, marks of direction: they stand inside of words and are not seen."""
WORD = regex.compile(rf"[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}\p{{M}}{_IGNORED}]*")
_UNSEEN = regex.compile(rf"[\p{{M}}{_IGNORED}]+")
_CASED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Armenian}]")
"""The scripts with capitals. (Georgian has some that no text uses.)"""
_BASE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that do not come apart into a base and an accent."""
_SPELLED = {"ø": "oe", "å": "aa"}
"""What press tables do not spell out, as Danes and Norwegians do."""
_SPELLINGS = 16
"""At most so many spellings of a word: four letters that may or may not be spelled out."""


class Written(NamedTuple):
    """A word where it stands."""

    start: int
    end: int
    text: str


def words(text: str) -> list[Written]:
    """The words of `text`: letters and digits with the marks on them."""
    return [Written(found.start(), found.end(), found[0]) for found in WORD.finditer(text)]


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """`word` without case, accents and what is not seen: "Öztürk" and "OZTU\u0308RK" are "ozturk"."""
    if word.isascii():
        return word.lower()
    # twice, for letters of mathematics have a capital only when they are taken apart
    bare = str(_UNSEEN.sub("", unicodedata.normalize("NFKD", word.casefold()).casefold()))
    # composed again, for a syllable of Korean comes apart into its letters too
    return unicodedata.normalize("NFC", bare.translate(_BASE))


def has_case(word: str) -> bool:
    """Whether `word` is written in a script that knows capitals."""
    return _CASED.search(word if word.isascii() else unicodedata.normalize("NFKC", word)) is not None


def spellings(word: str) -> set[str]:
    """The folds of `word` with each letter spelled out or not: "Öztürk", "Oeztürk", "Ozturk"; and back."""
    composed = unicodedata.normalize("NFC", word).casefold()
    table = {**everywhere().spelled_out, **_SPELLED}
    choices = [(letter, table[letter]) if letter in table else (letter,) for letter in composed]
    several = 1
    for place, choice in enumerate(choices):
        several *= len(choice)
        if several > _SPELLINGS:
            choices[place] = choice[:1]
    found = {fold("".join(letters)) for letters in product(*choices)}
    for plain in ("ae", "oe", "ue"):
        found |= {one.replace(plain, plain[0]) for one in found}
    return found


class Decoded(NamedTuple):
    """A text with its escapes read, and where each of its letters stands in the text as written."""

    text: str
    starts: list[int]
    ends: list[int]


_ESCAPE = regex.compile(
    r"(?:%[0-9A-Fa-f]{2})+|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|\\u[0-9A-Fa-f]{4}|(?i:\bxn--[a-z0-9-]+)"
)


def decoded(text: str) -> Decoded | None:
    """`text` with percent-encoding, entities, \\u escapes and punycode read; None where it has none."""
    if not ("%" in text or "&" in text or "\\u" in text or "xn--" in text.lower()):
        return None
    read: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _ESCAPE.finditer(text):
        _add_plain(text[at : found.start()], at, read, starts, ends)
        for letter, first, last in _letters(found[0]):
            read.append(letter)
            starts.append(found.start() + first)
            ends.append(found.start() + last)
        at = found.end()
    if not at:
        return None
    _add_plain(text[at:], at, read, starts, ends)
    return Decoded("".join(read), starts, ends)


def decoded_again(once: Decoded) -> Decoded | None:
    """A text that was encoded twice, with places in the text as first written; None where it was not."""
    twice = decoded(once.text)
    if twice is None:
        return None
    starts = [once.starts[at] for at in twice.starts]
    ends = [once.ends[at - 1] for at in twice.ends]
    return Decoded(twice.text, starts, ends)


def _add_plain(plain: str, at: int, read: list[str], starts: list[int], ends: list[int]) -> None:
    read.append(plain)
    starts.extend(range(at, at + len(plain)))
    ends.extend(range(at + 1, at + len(plain) + 1))


def _letters(escape: str) -> list[tuple[str, int, int]]:
    """What an escape stands for, letter by letter, with the stretch of each."""
    whole = len(escape)
    if escape[0] == "%":
        return _percent(escape)
    if escape[0] == "&":
        return [(letter, 0, whole) for letter in unescape(escape)]
    if escape[0] == "\\":
        return [(chr(int(escape[2:], 16)), 0, whole)]
    try:
        return [(letter, 0, whole) for letter in escape.lower().encode().decode("idna")]
    except UnicodeError:
        return [(letter, place, place + 1) for place, letter in enumerate(escape)]


_BYTE = 3
"""Characters that a percent-encoded byte takes."""


def _percent(escape: str) -> list[tuple[str, int, int]]:
    raw = unquote_to_bytes(escape)
    try:
        plain = raw.decode("utf-8")
    except UnicodeDecodeError:
        plain = raw.decode("latin-1")
        return [(letter, at * _BYTE, (at + 1) * _BYTE) for at, letter in enumerate(plain)]
    found, at = [], 0
    for letter in plain:
        size = len(letter.encode("utf-8"))
        found.append((letter, at * _BYTE, (at + size) * _BYTE))
        at += size
    return found

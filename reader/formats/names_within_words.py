"""Names that are no words of a text: joined in an address, set apart, divided, with other words on them."""

from collections.abc import Iterator, Sequence

import regex

from reader.formats.letters import Written, fold, has_case, words
from reader.formats.matches import Match
from reader.formats.names import Ids, NameIndex
from reader.formats.ordinary import is_small, nouns

_MARKS = regex.compile(r"\p{M}+")
_BROKEN = regex.compile(r"(?:[-‐‑]|(?<=\u00ad))\s{1,4}")
"""A word divided at the end of a line."""
_ADDRESS = regex.compile(r"\S*(?:@|://|www\.|#|\\|/\S*/)\S*")
"""Where names stand small and joined: addresses, handles, hashtags, paths."""
_SPACED = regex.compile(
    r"(?<![\p{L}\p{N}])\p{L}\p{M}*(?:[ \u00a0\u2009\u202f]{1,3}\p{L}\p{M}*){3,}(?![\p{L}\p{N}])"
)
"""Letters that are set apart: "B e c k e r"."""
_CAMEL = regex.compile(r"\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})")
_SHORT = 2
"""Letters of a word that is a name with a capital only."""


def within_words(text: str, found: Sequence[Written], index: NameIndex) -> Iterator[Match]:
    """The names within the words of a text, and those that several of its words make; in no order."""
    for place, word in enumerate(found):
        if not (word.text.isalpha() and (word.text[1:].islower() or word.text.isupper())):
            yield from _camel(word, index)
        # "王小明说" has no space between the name and what follows.
        if index.pieces and not word.text.isascii() and not has_case(word.text):
            yield from _caseless(text, word, index)
        if place + 1 < len(found):
            yield from _broken(text, word, found[place + 1], index)
    yield from _inside_addresses(text, index)
    yield from _spaced(text, index)


def _camel(word: Written, index: NameIndex) -> Iterator[Match]:
    """Names in a word that is written with capitals inside: "AnnaBeckerInterview"."""
    for piece in _CAMEL.finditer(word.text):
        folded = fold(piece[0])
        ids = index.parts.get(folded)
        if ids is not None and len(folded) > _SHORT and not is_small(folded):
            yield Match(word.start + piece.start(), word.start + piece.end(), ids)


def _caseless(text: str, word: Written, index: NameIndex) -> Iterator[Match]:
    """Names of scripts without capitals, whatever hangs on to them."""
    letters = [(fold(letter), word.start + at) for at, letter in enumerate(word.text)]
    plain = [(letter, at) for letter, at in letters if letter]
    folded = "".join(letter[0] for letter, _ in plain)
    for start, size, ids in _held(folded, index.pieces, index.piece_sizes):
        last = plain[start + size - 1][1] + 1
        hanging = _MARKS.match(text, last)
        yield Match(plain[start][1], hanging.end() if hanging else last, ids)


def _broken(text: str, first: Written, second: Written, index: NameIndex) -> Iterator[Match]:
    """A name divided at the end of a line: "Geheim-\nnis"."""
    if not _BROKEN.fullmatch(text, first.end, second.start):
        return
    whole = fold(first.text) + fold(second.text)
    ids = index.parts.get(whole) or index.joined.get(whole)
    if ids:
        yield Match(first.start, first.end, ids)
        yield Match(second.start, second.end, ids)


def _spaced(text: str, index: NameIndex) -> Iterator[Match]:
    """Names in letters that are set apart."""
    for found in _SPACED.finditer(text):
        places = [at for at in range(*found.span()) if text[at].isalpha()]
        joined = "".join(fold(text[at])[:1] or " " for at in places)
        for table in (index.stems, index.joined):
            for start, size, ids in _held(joined, table, frozenset(map(len, table))):
                if size > _SHORT + 1:
                    yield Match(places[start], places[start + size - 1] + 1, ids)


def _inside_addresses(text: str, index: NameIndex) -> Iterator[Match]:
    has_space = any(map(str.isspace, text))
    stretches = [(0, len(text))] if text and not has_space else []
    if not stretches and any(mark in text for mark in ("@", "://", "www.", "#", "\\", "/")):
        stretches = [found.span() for found in _ADDRESS.finditer(text)]
    for start, end in stretches:
        yield from _inside(text, start, end, index)


def _inside(text: str, start: int, end: int, index: NameIndex) -> Iterator[Match]:
    """Names inside the words of an address."""
    for word in words(text[start:end]):
        folded = "".join(fold(letter)[:1] or " " for letter in word.text)
        for at, size, ids in _held(folded, index.inside, index.inside_sizes):
            if size < len(folded) and (is_small(folded[at : at + size]) or folded[at : at + size] in nouns()):
                continue  # "steinbruch" is no Stein
            first = start + word.start + at
            yield Match(first, first + size, ids)


def _held(text: str, table: dict[str, Ids], sizes: Ids) -> Iterator[tuple[int, int, Ids]]:
    """Where forms of `table` stand in `text`: one look a place and length, however many forms there are."""
    for size in sizes:
        for start in range(len(text) - size + 1):
            ids = table.get(text[start : start + size])
            if ids is not None:
                yield start, size, ids

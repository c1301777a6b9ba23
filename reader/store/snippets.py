"""Where the words of a query stand in a text, and a line of it around them.

Patterns find what the full-text index finds: whole words without regard to case and diacritics.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.store.folding import folded
from reader.store.fts import spellings
from reader.store.query import And, Node, Or, Term, parse

Snippet = tuple[tuple[str, bool], ...]
"""Pieces of a line, each with whether it is a match."""

WIDTH = 160
"""Characters of a snippet."""
_LETTERS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
"""Code points of Latin letters with diacritics."""


@lru_cache(maxsize=1)
def _variants() -> dict[str, str]:
    found: defaultdict[str, str] = defaultdict(str)
    for point in _LETTERS:
        character = chr(point)
        base = folded(character)
        if base != character:
            found[base] += character
    return found


def _letter(character: str) -> str:
    base = folded(character)
    others = _variants().get(base, "")
    return f"[{re.escape(base)}{others}]" if others else re.escape(base)


def _word(word: str) -> str:
    return "[\u0300-\u036f]*".join(_letter(character) for character in word)


def _term(term: Term) -> str:
    end = r"\w*" if term.prefix else r"(?![^\W_])"
    if len(term.words) == 1 and not term.exact:
        forms = "|".join(_word(form) for form in spellings(term.words[0]))
        return rf"(?<![^\W_])(?:{forms}){end}"
    return r"(?<![^\W_])" + r"[\W_]+".join(_word(word) for word in term.words) + end


def terms(node: Node) -> Iterator[Term]:
    """The words that a query wants to find, whatever field they are for; not those behind a minus."""
    if isinstance(node, Term):
        if node.field in ("", "title", "text", "quote", "note", "speaker", "source") and node.words:
            yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from terms(part)


def matcher(query: str) -> re.Pattern[str] | None:
    """A pattern for all places that a search line means, None where it holds no words. Raises QueryError."""
    return pattern(list(terms(parse(query))))


def pattern(wanted: Sequence[Term]) -> re.Pattern[str] | None:
    """A pattern with one group for each term."""
    longest_first = sorted(wanted, key=lambda term: -len(term.value))[:99]
    alternatives = "|".join(f"({_term(term)})" for term in longest_first)
    return re.compile(alternatives, re.IGNORECASE) if alternatives else None


def best_place(text: str, wanted: re.Pattern[str]) -> int:
    """Where the line begins that holds most of the different words, -1 where there is none."""
    found = [
        (match.start(), match.lastindex) for _, match in zip(range(60), wanted.finditer(text), strict=False)
    ]
    best, place = 0, -1
    for number, (start, _) in enumerate(found):
        kinds = len({kind for at, kind in found[number:] if at < start + WIDTH})
        if kinds > best:
            best, place = kinds, start
    return place


def snippet(text: str, place: int, wanted: re.Pattern[str] | None) -> Snippet:
    """A line of the text around `place`, its matches marked."""
    start = _word_start(text, max(0, place - WIDTH // 4))
    end = min(len(text), start + WIDTH)
    if end < len(text):
        cut = text.rfind(" ", start, end)
        end = cut if cut > place else end
    line = " ".join(text[start:end].split())
    pieces = list(_pieces(line, wanted))
    if start > 0:
        pieces.insert(0, ("… ", False))
    if end < len(text):
        pieces.append((" …", False))
    return tuple(pieces)


def _pieces(line: str, wanted: re.Pattern[str] | None) -> Iterator[tuple[str, bool]]:
    last = 0
    for match in wanted.finditer(line) if wanted else ():
        if match.start() > last:
            yield line[last : match.start()], False
        yield match.group(), True
        last = match.end()
    if line[last:]:
        yield line[last:], False


def _word_start(text: str, place: int) -> int:
    if place == 0:
        return 0
    space = re.compile(r"\s").search(text, place, place + WIDTH // 4)
    return space.end() if space else place

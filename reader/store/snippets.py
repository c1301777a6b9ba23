"""Where the words of a query stand in a text, and a line of it around them.

Patterns find what the full-text index finds: whole words without regard to case and diacritics.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.store.folding import folded
from reader.store.fts import spellings
from reader.store.query import PATTERN, parse
from reader.store.query_nodes import And, Node, Or, Term

if TYPE_CHECKING:
    from reader.store.patterns import Places

    Wanted = re.Pattern[str] | Places
    """What finds places in a text."""
Snippet = tuple[tuple[str, bool], ...]
"""Pieces of a line, each with whether it is a match."""

WIDTH = 160
"""Characters of a snippet."""
_LOOKED_AT = 60
"""Matches of a text that are compared for the best line; the time grows with their square."""
_GROUPS = 99
"""Terms in a pattern, the longest; each is a group of its own."""
_MARKS = "[\u0300-\u036f]*"
"""Diacritics that stand as characters of their own."""
_SEEN = ("", "title", "text", "quote", "note", "speaker", "source")
"""Fields whose words can be seen in a text."""
_LETTERS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
"""Code points of Latin letters with diacritics."""


@lru_cache(maxsize=1)
def _variants() -> dict[str, str]:
    found: defaultdict[str, str] = defaultdict(str)
    for point in _LETTERS:
        found[folded(chr(point))] += chr(point)
    return found


@lru_cache(maxsize=256)
def _letter(character: str) -> str:
    """A set of all characters that fold to the same one, both cases."""
    base = folded(character)
    capital = base.upper() if len(base.upper()) == 1 else ""
    return f"[{re.escape(base)}{re.escape(capital)}{_variants().get(base, '')}]"


def _word(word: str) -> str:
    return _MARKS.join(_letter(character) for character in word)


def _rest(term: Term) -> str:
    """What follows the first letter of a term."""
    end = r"\w*" if term.prefix else r"(?![^\W_])"
    if len(term.words) == 1 and not term.exact:
        forms = "|".join(_MARKS + _word(form[1:]) for form in spellings(term.words[0]))
        return f"(?:{forms}){end}"
    first, *others = term.words
    return _MARKS + r"[\W_]+".join([_word(first[1:]), *map(_word, others)]) + end


def terms(node: Node) -> Iterator[Term]:
    """The words that a query wants to find, whatever field they are for; not those behind a minus."""
    if isinstance(node, Term):
        if node.field in _SEEN and node.words:
            # of words near each other, each is a place of its own
            yield from [Term(word, node.field) for word in node.words] if node.near else [node]
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from terms(part)


def patterns(node: Node) -> Iterator[str]:
    """The regular expressions of a query; not those behind a minus."""
    if isinstance(node, Term):
        if node.field == PATTERN:
            yield node.value
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from patterns(part)


def matcher(query: str) -> "Wanted | None":
    """A pattern for all places that a search line means, None where it has none. Raises QueryError."""
    tree = parse(query)
    return pattern(list(terms(tree))) or by_expression(tree)


def words_sought(query: str) -> str:
    """What of a search line is sought in texts, as one types it: no `words:>900`, nothing behind a minus.

    Raises QueryError.
    """
    tree = parse(query)
    words = [f'"{term.value}"' if term.exact else term.value for term in terms(tree)]
    return " ".join(words or (f"{PATTERN}:{expression}" for expression in patterns(tree)))


def by_expression(tree: Node) -> "Places | None":
    """What finds the places of the regular expressions of a query, None without any."""
    expressions = tuple(patterns(tree))
    if not expressions:
        return None
    from reader.store.patterns import Places  # for searches by regular expression only

    return Places(expressions)


def pattern(wanted: Sequence[Term]) -> re.Pattern[str] | None:
    """A pattern with one group for each term.

    It begins with the set of all first letters, which `re` looks for ten times as fast as for anything else.
    """
    longest_first = sorted(wanted, key=lambda term: -len(term.value))[:_GROUPS]
    if not longest_first:
        return None
    initials = [_letter(term.words[0][0]) for term in longest_first]
    any_initial = f"[{''.join(dict.fromkeys(initial[1:-1] for initial in initials))}]"
    rests = [f"((?<={initial}){_rest(term)})" for initial, term in zip(initials, longest_first, strict=True)]
    return re.compile(rf"{any_initial}(?<![^\W_].)(?:{'|'.join(rests)})", re.DOTALL)


def kinds_in(text: str, wanted: "Wanted") -> set[int | None]:
    """Which of the terms stand in a text, as far as one looks."""
    matches = zip(range(_LOOKED_AT), wanted.finditer(text), strict=False)
    return {match.lastindex for _, match in matches}


def best_place(text: str, wanted: "Wanted") -> int:
    """Where the line begins that holds most of the different words, -1 where there is none."""
    found = [
        (match.start(), match.lastindex)
        for _, match in zip(range(_LOOKED_AT), wanted.finditer(text), strict=False)
    ]
    best, place = 0, -1
    for number, (start, _) in enumerate(found):
        kinds = len({kind for at, kind in found[number:] if at < start + WIDTH})
        if kinds > best:
            best, place = kinds, start
    return place


def snippet(text: str, place: int, wanted: "Wanted | None") -> Snippet:
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


def _pieces(line: str, wanted: "Wanted | None") -> Iterator[tuple[str, bool]]:
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

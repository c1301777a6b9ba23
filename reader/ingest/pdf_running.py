"""Running heads and feet of PDF pages: what stands at the edges of many pages, and the numbers of pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.ingest.pdf_words import Word, rows_of

_EDGE_ROWS = 2
"""Rows at the head and foot of a page where running titles stand (chosen by hand)."""
_APART = 1.5
"""Heights of a line between a running title and the number beside it (chosen by hand)."""
_NUMBER = re.compile(r"\W{0,2}(\d{1,4})\W{0,2}")

Pieces = list[list[Word]]
"""Words beside each other in rows at a page's edges."""


def without_running(pages: Sequence[Sequence[Word]]) -> tuple[list[list[Word]], tuple[str, ...]]:
    """The words of pages without running titles and page numbers, and what went, each once.

    Digits in a running title count as page numbers. A page keeps what would leave nothing of it.
    """
    edges = [_edges_of(page) for page in pages]
    counts = Counter(key for pieces in edges for key in {_key(piece) for piece in pieces})
    running = {key for key, count in counts.items() if count >= 2 and 3 * count >= len(pages)}
    offsets = _offsets(edges)
    kept, gone = list[list[Word]](), dict[str, str]()
    for at, (page, pieces) in enumerate(zip(pages, edges, strict=True)):
        going = [p for p in pieces if _key(p) in running or _is_number(p, at + 1, len(pages), offsets)]
        words = {word for piece in going for word in piece}
        rest = [word for word in page if word not in words]
        kept.append(rest or list(page))
        for piece in going if rest else ():
            gone.setdefault(_key(piece), _text(piece))
    return kept, tuple(text for text in gone.values() if not _NUMBER.fullmatch(text))


def _edges_of(page: Sequence[Word]) -> Pieces:
    rows = rows_of(page)
    ends = rows if len(rows) <= 2 * _EDGE_ROWS else [*rows[:_EDGE_ROWS], *rows[-_EDGE_ROWS:]]
    return [piece for row in ends for piece in _pieces(row)]


def _pieces(row: list[Word]) -> Iterator[list[Word]]:
    piece = [row[0]]
    for before, word in pairwise(row):
        if word.left - before.right > _APART * word.size:
            yield piece
            piece = []
        piece.append(word)
    yield piece


def _text(piece: list[Word]) -> str:
    return " ".join(word.text for word in piece)


def _key(piece: list[Word]) -> str:
    """What a piece says, in letters of which size: the title may be the running title too."""
    return f"{round(piece[0].size)} " + re.sub(r"\d+", "0", _text(piece))


def _offsets(edges: list[Pieces]) -> set[int]:
    """How far the numbers printed alone on pages are from their places, where at least two agree."""
    alone = (
        (int(found[1]) - at, at)
        for at, pieces in enumerate(edges, 1)
        for piece in pieces
        if (found := _NUMBER.fullmatch(_text(piece)))
    )
    pages = Counter(offset for offset, _ in set(alone))
    return {0} | {offset for offset, count in pages.items() if count >= 2}


def _is_number(piece: list[Word], page: int, count: int, offsets: set[int]) -> bool:
    """Whether words are only the page's number ("- 3 -"), or say it of how many ("Seite 3 von 12")."""
    text = _text(piece)
    alone = _NUMBER.fullmatch(text)
    if alone:
        return int(alone[1]) - page in offsets
    numbers = re.findall(r"\d+", text)
    return len(piece) <= 4 and numbers == [str(page), str(count)]

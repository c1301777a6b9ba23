"""Stretches of an article's text, half-open ranges `[start, end)` of code points, and the words in them."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points in an article's text."""

    start: int
    end: int


Spans = tuple[Span, ...]


def on_one_line(parts: Iterable[str]) -> str:
    """The parts of an interrupted passage, joined by " … ", line breaks folded."""
    return " … ".join(" ".join(part.split()) for part in parts)


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The text of `spans`, joined by " … ", line breaks folded."""
    return on_one_line(text[start:end] for start, end in spans)


def trimmed(text: str, start: int, end: int) -> Span:
    """`[start, end)` without white space at its ends; empty at `start` where there is nothing else."""
    stretch = text[start:end]
    left = start + len(stretch) - len(stretch.lstrip())
    right = start + len(stretch.rstrip())
    return Span(left, right) if right > left else Span(start, start)

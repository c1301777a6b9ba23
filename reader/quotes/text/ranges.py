"""Ranges of tokens, and the tokens in them."""

from collections.abc import Iterable

from reader.quotes.text.sentences import Range


def runs(places: Iterable[int]) -> list[Range]:
    """Neighbouring tokens joined to ranges."""
    runs: list[Range] = []
    for at in places:
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def spread(ranges: Iterable[Range]) -> tuple[int, ...]:
    """The tokens of ranges, in their order."""
    return tuple(token for first, end in ranges for token in range(first, end))

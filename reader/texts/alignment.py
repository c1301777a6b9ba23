"""Which words of one text became which of another: unique runs first, grown, then the gaps between them.

The result is a list with, for each old word, the index of its new word, or -1. Time is in proportion to both
lengths, because only runs that occur once are looked up and only gaps of a bounded size are compared.
"""

from bisect import bisect_left
from difflib import SequenceMatcher

RUN = 4
"""Words in a run that is looked up; 3 and 5 give the same figures in bench/anchor.py."""
LARGEST_GAP = 1200
"""Words; larger gaps are texts of their own and stay unmatched."""


def matched(old: list[str], new: list[str]) -> list[int]:
    """For each old word the index of the new word it became, -1 where it is gone."""
    became, taken = [-1] * len(old), [False] * len(new)
    places = _places_once(new)
    for start, at in _places_once(old).items():
        if (found := places.get(start)) is not None and became[at] < 0 and not taken[found]:
            _grow(old, new, at, found, became, taken)
    _fill_gaps(old, new, became, taken)
    return became


def _places_once(words: list[str]) -> dict[tuple[str, ...], int]:
    """Runs of `RUN` words that occur only once, with their place, in order."""
    places: dict[tuple[str, ...], int] = {}
    for at, run in enumerate(zip(*(words[skip:] for skip in range(RUN)), strict=False)):
        places[run] = -1 if run in places else at
    return {run: at for run, at in places.items() if at >= 0}


def _grow(old: list[str], new: list[str], at: int, found: int, became: list[int], taken: list[bool]) -> None:
    """Match as many equal words as there are to the right and to the left of a first pair."""
    for step in (1, -1):
        i, j = (at, found) if step > 0 else (at - 1, found - 1)
        while 0 <= i < len(old) and 0 <= j < len(new) and became[i] < 0 and not taken[j] and old[i] == new[j]:
            became[i], taken[j] = j, True
            i, j = i + step, j + step


def _fill_gaps(old: list[str], new: list[str], became: list[int], taken: list[bool]) -> None:
    """Compare the words between matched neighbours: with the free words behind one and before the other."""
    at = 0
    while at < len(old):
        end = at
        while end < len(old) and became[end] < 0:
            end += 1
        if end > at:
            low = became[at - 1] + 1 if at else 0
            high = became[end] if end < len(old) else len(new)
            _fill_gap((at, end), _free_from(low, high, taken), old, new, became, taken)
            _fill_gap((at, end), _free_until(low, high, taken), old, new, became, taken)
        at = end + 1


def _free_from(low: int, high: int, taken: list[bool]) -> tuple[int, int]:
    """The free words from `low` on, no further than `high` if that comes later."""
    end = low
    while end < len(taken) and not taken[end] and end != high:
        end += 1
    return low, end


def _free_until(low: int, high: int, taken: list[bool]) -> tuple[int, int]:
    """The free words up to `high`, no earlier than `low` if that comes before."""
    start = high
    while start > 0 and not taken[start - 1] and start != low:
        start -= 1
    return start, high


def _fill_gap(
    gap: tuple[int, int],
    room: tuple[int, int],
    old: list[str],
    new: list[str],
    became: list[int],
    taken: list[bool],
) -> None:
    (at, end), (low, high) = gap, room
    while at < end and became[at] >= 0:
        at += 1
    while at < end and became[end - 1] >= 0:
        end -= 1
    if (
        not 0 < high - low <= LARGEST_GAP
        or not 0 < end - at <= LARGEST_GAP
        or any(became[i] >= 0 for i in range(at, end))
    ):
        return
    matcher = SequenceMatcher(None, old[at:end], new[low:high], autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        for step in range(size):
            became[at + i + step], taken[low + j + step] = low + j + step, True


def longest_rise(became: list[int]) -> list[bool]:
    """Which words lie in the longest rising sequence of new places: those that did not move."""
    ends: list[int] = []
    holders: list[int] = []
    before = [-1] * len(became)
    for old, new in enumerate(became):
        if new < 0:
            continue
        length = bisect_left(ends, new)
        before[old] = holders[length - 1] if length else -1
        ends[length : length + 1] = [new]
        holders[length : length + 1] = [old]
    stays = [False] * len(became)
    old = holders[-1] if holders else -1
    while old >= 0:
        stays[old], old = True, before[old]
    return stays

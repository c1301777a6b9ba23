"""Near-duplicate texts: runs of words as numbers, and a short signature of how much two texts share.

An agency's report appears in many outlets, cut and with other headlines. `shingles` are the runs of five
words of a text as numbers; a `signature` holds 60 minimum hashes of them, and the share of equal places in
two signatures estimates the share of runs that the texts have in common (standard error 0.06). Candidates
are found through `bands`: keys to index a library on. Two texts with 30 % of all their runs in common share
one of the 30 keys with 94 % probability, with half of them nearly always, with 10 % in a quarter of all cases
(Broder 1997). What decides is the share of the shorter text that stands in the other: a copy may be cut.
"""

import re
import zlib
from functools import cache
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORDS = 5
"""Words in a run."""
HASHES = 60
"""Numbers of a signature: the standard error of the estimated likeness is 0.065 at most, √(¼ / 60)."""
ROWS = 2
"""Hashes in a band. With three, as before, every fifth updated report was not found."""
SAME_STORY = 0.45
"""Share of the shorter text that stands in the other, from which two articles are copies of one report.

Of the pairs in tests/texts/report_pairs.py, copies that were cut, updated, edited by a desk, or went into a
report of an outlet's own have 0.49 and more, follow-ups with the same background and other reports of the
event 0.35 and less. An update with half its text new has 0.35 too, and two police reports by one form have
0.6: no share tells those.
"""
_LEAST_IN_COMMON = 0.12
"""Likeness below which so few places agree that they say little of the share (chosen by hand)."""

_WORD = re.compile(r"\w+")

Signature = tuple[int, ...]


def shingles(text: str) -> frozenset[int]:
    """The runs of `WORDS` words of `text` as 32-bit numbers, the same everywhere; case does not count."""
    words = _WORD.findall(text.lower())
    runs = (" ".join(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1)))
    return frozenset(zlib.crc32(run.encode("utf-8", "replace")) for run in runs) if words else frozenset()


def signature(text: str) -> Signature:
    """The `HASHES` minimum hashes of a text's runs as 32-bit numbers; empty for a text without words."""
    runs = shingles(text)
    if not runs:
        return ()
    import numpy as np  # 80 ms, for imports and comparisons only

    numbers = np.fromiter(runs, dtype=np.uint64, count=len(runs))
    factors, offsets = _permutations()
    hashed = (numbers[None, :] * factors[:, None] + offsets[:, None]) >> np.uint64(32)
    return tuple(int(value) for value in hashed.min(axis=1))


def likeness(one: Signature, other: Signature) -> float:
    """Estimated share, 0 to 1, of the runs that two texts have in common."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / HASHES


def is_same_story(one: Signature, other: Signature, words: tuple[int, int]) -> bool:
    """Whether two texts of so many words are probably copies of one report, by their signatures alone."""
    alike = likeness(one, other)
    longer = max(words) / max(1, min(words))
    return alike >= _LEAST_IN_COMMON and alike * (1 + longer) / (1 + alike) >= SAME_STORY


def bands(found: Signature) -> tuple[int, ...]:
    """Keys (63-bit, so that SQLite can hold them) that texts with much in common probably share."""
    groups = (found[start : start + ROWS] for start in range(0, len(found), ROWS))
    return tuple(_key(number, group) for number, group in enumerate(groups))


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """Exact share of the shorter text's runs that stand in the other too: 1.0 for a cut copy."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _key(number: int, group: tuple[int, ...]) -> int:
    raw = b"".join(value.to_bytes(4, "big") for value in (number, *group))
    return (zlib.crc32(raw) << 31) ^ zlib.adler32(raw) & (2**31 - 1)


@cache
def _permutations() -> "tuple[NDArray[np.uint64], NDArray[np.uint64]]":
    """Odd factors and offsets for multiply-shift hashing, fixed for all libraries."""
    import numpy as np

    chance = Random(1997)
    factors = [chance.getrandbits(64) | 1 for _ in range(HASHES)]
    offsets = [chance.getrandbits(64) for _ in range(HASHES)]
    return np.array(factors, dtype=np.uint64), np.array(offsets, dtype=np.uint64)

"""The stretches of a text in which names stand."""

from collections.abc import Iterable
from typing import NamedTuple

import regex

from reader.formats.names import Ids

_CLOSE = regex.compile(r"[ \t\u00a0\u202f_+'’‐‑–-]{1,3}|\.")
"""Between two words of one name that is covered as one."""


class Match(NamedTuple):
    """A stretch in which a name stands."""

    start: int
    end: int
    sources: Ids
    is_sure: bool = True
    """False where it may as well be an ordinary word."""


def merged(found: Iterable[Match], text: str) -> list[Match]:
    """Matches that overlap or stand close together as one."""
    apart: list[Match] = []
    for one in sorted(found):
        last = apart[-1] if apart else None
        # "Anna" and "Lenz" of "Anna Lenz" are one match, with the space between.
        if last and (one.start <= last.end or _CLOSE.fullmatch(text, last.end, one.start)):
            both = last.sources | one.sources
            is_sure = last.is_sure or one.is_sure
            apart[-1] = Match(last.start, max(last.end, one.end), both, is_sure)
        else:
            apart.append(one)
    return apart

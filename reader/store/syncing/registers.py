"""Who wrote a field, and what of it stands: the part of syncing that knows neither tables nor files.

Each library numbers the segments that it writes, and notes with each which segments of the others it had
taken in (`Moment.seen`). One write of a field replaces another if whoever wrote it had seen that. What
nobody had seen when the other was written stands side by side: the winner is chosen by the same rule
everywhere, the others are kept. Merging is commutative, associative and idempotent, so order, repetition
and gaps do not matter. (Dotted version vectors: Preguiça et al., "Brief Announcement: Efficient Causality
Tracking in Distributed Storage Systems With Dotted Version Vectors", PODC 2012.)
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

Vector = Mapping[str, int]
"""Of each library, up to which of its segments all were seen."""


class Dot(NamedTuple):
    """Which segment a write stands in."""

    library: str
    number: int


@dataclass(frozen=True, slots=True)
class Moment:
    """When a segment was written, by whom, and after which others."""

    at: str
    """UTC, after that of every segment of another library which was heard of."""
    who: str
    seen: Vector


Moments = Mapping[Dot, Moment]


@dataclass(frozen=True, slots=True)
class Write:
    """What somebody wrote into a field."""

    dot: Dot
    over: tuple[tuple[str, int], ...] = ()
    """What this write had seen of the field beyond what its segment had, sorted."""
    value: Any = None
    """The columns of the field; None where the row has them."""
    is_covered: bool = False
    """Whether names are covered in what it says, which is not what its writer wrote."""
    marks: tuple[str, ...] = ()
    """Random words for it and all that replaces it, where its field or thing may be called by a name."""

    def has_seen(self, other: "Write", moments: Moments) -> bool:
        """Whether this write was made knowing the other, and so replaces it."""
        return self.dot != other.dot and self._saw(other.dot, moments)

    def _saw(self, dot: Dot, moments: Moments) -> bool:
        seen = max(moments[self.dot].seen.get(dot.library, 0), dict(self.over).get(dot.library, 0))
        return seen >= dot.number or (self.dot.library == dot.library and self.dot.number > dot.number)


Register = tuple[Write, ...]
"""The writes of one field that none of them replaces, by their dots."""


def merged(ours: Iterable[Write], theirs: Iterable[Write], moments: Moments) -> Register:
    """What stands of two registers of one field."""
    by_dot: dict[Dot, Write] = {}
    for write in (*ours, *theirs):
        known = by_dot.get(write.dot)
        if known is None or _tells_more(write, known):
            by_dot[write.dot] = write
    writes = by_dot.values()
    if len(writes) == 1:
        return tuple(writes)
    standing = [one for one in writes if not any(other.has_seen(one, moments) for other in writes)]
    return tuple(sorted(standing, key=lambda one: one.dot))


def _tells_more(write: Write, known: Write) -> bool:
    """Whether one of two copies of a write says more: what it says at all, and without a cover."""
    if write.is_covered != known.is_covered:
        return known.is_covered and write.value is not None
    return known.value is None and write.value is not None


def written_over(
    dot: Dot, seen: Vector, replaced: Iterable[Write], moments: Moments, value: Any = None
) -> Write:
    """A new write at `dot`, whose segment has `seen`, over all that is `replaced`."""
    over: dict[str, int] = {}
    for write in replaced:
        known = {**moments[write.dot].seen}
        _raise(known, dict(write.over))
        _raise(known, {write.dot.library: write.dot.number})
        _raise(over, known)
    beyond = {library: number for library, number in over.items() if number > seen.get(library, 0)}
    beyond.pop(dot.library, None)
    return Write(dot, tuple(sorted(beyond.items())), value)


def _raise(vector: dict[str, int], other: Vector) -> None:
    for library, number in other.items():
        vector[library] = max(vector.get(library, 0), number)


def winner(register: Register, moments: Moments, rank: Callable[[Write], int]) -> Write:
    """The write that stands: the highest by `rank`, then the latest."""
    return max(register, key=lambda one: (rank(one), moments[one.dot].at, one.dot))


def is_gone(removals: Register, fields: Iterable[Register], moments: Moments) -> bool:
    """Whether a thing is removed: by somebody who had seen all that stands in its fields.

    `removals` has the value 1 where it was removed, 0 where it was brought back.
    """
    if not removals or any(not one.value for one in removals):
        return False
    writes = [write for register in fields for write in register]
    return any(
        all(one.has_seen(write, moments) or one.dot == write.dot for write in writes) for one in removals
    )


def written(write: Write) -> list[Any]:
    """A write as JSON has it."""
    told = [*write.dot, [list(pair) for pair in write.over], write.value, int(write.is_covered)]
    return [*told, list(write.marks)] if write.marks else told


def write_of(stored: list[Any]) -> Write:
    """A write out of JSON."""
    library, number, over, value, is_covered, *marks = stored
    pairs = tuple((one, count) for one, count in over)
    return Write(Dot(library, number), pairs, value, bool(is_covered), tuple(*marks))


def with_value(write: Write, value: Any) -> Write:
    """A write with what it says beside it, or None where the row has it."""
    return replace(write, value=value)

"""Which segments a library has heard of, when each was written, and which were taken in."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from json import JSONEncoder, loads

from reader.store.connection import Connection
from reader.store.steps import SECONDS, now
from reader.store.syncing.registers import Dot, Moment

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Moments(Mapping[Dot, Moment]):
    """The segments that a library has heard of."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._known: dict[Dot, Moment] = {}
        self._taken: dict[str, set[int]] = {}
        self._latest: dict[str, str] = {}
        """The latest time in the segments of each library."""
        for library, number, at, who, seen, is_taken in db.rows(
            "SELECT library, number, at, who, seen, is_taken FROM sync_segments"
        ):
            self._known[Dot(library, number)] = Moment(at, who, loads(seen))
            if is_taken:
                self._taken.setdefault(library, set()).add(number)
            self._latest[library] = max(self._latest.get(library, ""), at)

    def __getitem__(self, dot: Dot) -> Moment:
        """When a segment was written."""
        return self._known[dot]

    def __iter__(self) -> Iterator[Dot]:
        """All segments."""
        return iter(self._known)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._known)

    def hear(self, dot: Dot, moment: Moment, *, is_taken: bool = False) -> None:
        """Note a segment; with `is_taken`, what stands in it too."""
        self._known.setdefault(dot, moment)
        self._latest[dot.library] = max(self._latest.get(dot.library, ""), moment.at)
        sql = """INSERT INTO sync_segments (library, number, at, who, seen, is_taken)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET is_taken = max(is_taken, excluded.is_taken)"""
        self._db.run(sql, (*dot, moment.at, moment.who, _json(dict(moment.seen)), int(is_taken)))
        if is_taken:
            self._taken.setdefault(dot.library, set()).add(dot.number)

    def time_of_next(self, library: str) -> str:
        """When a segment of a library that is written now is said to be: after all that it has heard of.

        So that an answer is later than what it answers, also where somebody's clock is wrong.
        """
        others = (at for name, at in self._latest.items() if name != library)
        return max(now(), self._latest.get(library, ""), _second_after(max(others, default="")))

    def is_taken(self, dot: Dot) -> bool:
        """Whether what stands in a segment was taken in."""
        return dot.number in self._taken.get(dot.library, ())

    def seen(self) -> dict[str, int]:
        """Of each library, up to which of its segments all were taken in."""
        return {library: _unbroken(numbers) for library, numbers in self._taken.items() if 1 in numbers}


def _second_after(at: str) -> str:
    with suppress(ValueError, OverflowError):  # in a segment that no reader wrote
        return (datetime.strptime(at, SECONDS) + timedelta(seconds=1)).strftime(SECONDS)
    return at


def _unbroken(numbers: set[int]) -> int:
    number = 0
    while number + 1 in numbers:
        number += 1
    return number

"""How fast a long run goes, and how long it will still take."""

import time
from collections import deque
from collections.abc import Callable

from reader.i18n import _, decimal

_WINDOW = 30.0
"""Seconds over which the pace is taken: what was there already goes faster than what is new."""
_FEWEST = 2.0
"""Seconds after which there is a pace to speak of."""


class Pace:
    """Counts what is done, and says how many that is in a second and how long the rest will take."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque([(clock(), 0)])

    def told(self, done: int, total: int) -> str:
        """As in "14 a second, 2 min left"; "" where it is too early to tell."""
        now = self._clock()
        if done > self._seen[-1][1] and now > self._seen[-1][0]:
            self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[1][0] > _WINDOW:
            self._seen.popleft()
        since, before = self._seen[0]
        if now - since < _FEWEST or done <= before:
            return ""
        rate = (done - before) / (now - since)
        if done >= total:
            return _rate(rate)
        left = _("{time} left").format(time=_lasting((total - done) / rate))
        return f"{_rate(rate)}, {left}"


def _rate(each_second: float) -> str:
    if each_second >= 10:
        return _("{count} a second").format(count=decimal(each_second, 0))
    if each_second >= 1:
        return _("{count} a second").format(count=decimal(each_second))
    return _("{count} a minute").format(count=decimal(each_second * 60, 0))


def _lasting(seconds: float) -> str:
    if seconds < 90:
        return _("{count} s").format(count=max(1, round(seconds)))
    if seconds < 5400:
        return _("{count} min").format(count=round(seconds / 60))
    return _("{count} h").format(count=decimal(seconds / 3600))

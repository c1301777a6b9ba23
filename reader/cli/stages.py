"""The line of a long run of several parts: what is looked at, how far that is, and how long it will take."""

import sys
import time

from reader.amounts import at_the_start
from reader.cli.pace import Pace
from reader.cli.renewed_line import clear_line, renew_line
from reader.i18n import _, number

_EVERY = 0.1
"""Seconds between two lines."""


class StageLine:
    """Renews one line on a terminal; says nothing anywhere else."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet or not sys.stderr.isatty()
        self._what = ""
        self._pace = Pace()
        self._shown = 0.0

    def told(self, what: str, done: int, total: int) -> None:
        """Say that `done` of `total` are done of a part; of 0 in all it is only said that it is at it."""
        if self._quiet:
            return
        if what != self._what:
            self._what, self._pace, self._shown = what, Pace(), 0.0
        if time.monotonic() - self._shown < _EVERY:
            return
        self._shown = time.monotonic()
        renew_line(self._line(done, total))

    def _line(self, done: int, total: int) -> str:
        what = at_the_start(self._what)
        if not total:
            return f"{what} …"
        parts = (
            what,
            _("{done} of {total}").format(done=number(done), total=number(total)),
            self._pace.told(done, total),
        )
        return " · ".join(part for part in parts if part)

    def __enter__(self) -> "StageLine":
        return self

    def __exit__(self, *_error: object) -> None:
        if not self._quiet:
            clear_line()

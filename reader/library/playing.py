"""Plays a stretch of a recording with the program of the configuration, and knows what of it was played.

The program is started anew for every stretch, so that any player will do: none has to be spoken with. Where
one is follows from when it was started. What was played counts only where the program ran that long.
"""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.errors import ReaderError
from reader.i18n import _
from reader.library.outside_programs import arguments_of, missing_program, takes
from reader.system_reasons import system_reason
from reader.transcripts import Period

SETTING = _("“play” under [sound]")
"""How messages call the command."""
SPEEDS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.25, 1.5, 2.0)
_ON = 24 * 3600.0
"""Seconds for which a stretch without an end is played: to the end of any recording."""
_LATE = 1.0
"""Seconds that a program may go on behind the end, before it is stopped: it takes a while to begin."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is played."""

    file: str
    said_from: float
    said_to: float | None = None
    """None for as far as the recording goes."""
    speed: float = 1.0

    @property
    def seconds(self) -> float:
        """How long playing it takes."""
        return (_ON if self.said_to is None else self.said_to - self.said_from) / self.speed


class Player:
    """Plays one stretch at a time."""

    def __init__(self, command: str, now: Callable[[], float] = time.monotonic) -> None:
        """Play with a command that has {file} and {start}, and may have {end}, {length} and {speed}."""
        self._command = command
        self._now = now
        self._process: subprocess.Popen[bytes] | None = None
        self._stretch = Stretch("", 0.0)
        self._begun = 0.0

    @property
    def can_change_speed(self) -> bool:
        """Whether the command takes a speed."""
        return takes(self._command, "speed")

    @property
    def is_playing(self) -> bool:
        """Whether something is being played; ends what goes on behind its end."""
        if self._process is None or self._process.poll() is not None:
            return False
        if self._now() - self._begun < self._stretch.seconds + _LATE:
            return True
        self._end()
        return False

    @property
    def stretch(self) -> Stretch:
        """What is played, or was last."""
        return self._stretch

    @property
    def position(self) -> float:
        """Where in the recording one is, in seconds, as far as the clock tells."""
        stretch = self._stretch
        at = stretch.said_from + (self._now() - self._begun) * stretch.speed
        return at if stretch.said_to is None else min(at, stretch.said_to)

    def play(self, stretch: Stretch) -> None:
        """Play a stretch, in the place of what is being played.

        Raises UsageError where the program is not there or its command cannot be read.
        """
        self.stop()
        if not self.can_change_speed:
            stretch = replace(stretch, speed=1.0)
        end = stretch.said_from + stretch.seconds * stretch.speed
        places = {
            "file": stretch.file,
            "start": f"{stretch.said_from:.3f}",
            "end": f"{end:.3f}",
            "length": f"{end - stretch.said_from:.3f}",
            "speed": f"{stretch.speed:g}",
        }
        arguments = arguments_of(self._command, places, SETTING)
        try:
            self._process = subprocess.Popen(
                arguments,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                # Neither keys of the terminal nor its size are the player's.
                start_new_session=True,
            )
        except FileNotFoundError as error:
            raise missing_program(arguments, SETTING) from error
        except (OSError, ValueError) as error:
            raise ReaderError(
                _("{program} cannot be started: {error}.").format(
                    program=arguments[0], error=system_reason(error)
                )
            ) from error
        self._stretch, self._begun = stretch, self._now()

    def stop(self) -> Period | None:
        """Stop, and give what was played of the stretch; None where nothing is under way."""
        if self._process is None:
            return None
        at = self.position
        has_failed = (self._process.poll() or 0) > 0
        self._end()
        self._process = None
        return None if has_failed else Period(self._stretch.said_from, max(self._stretch.said_from, at))

    def finish(self) -> Period | None:
        """What was played of a stretch that is over by itself. Raises ReaderError where that failed."""
        process, stretch = self._process, self._stretch
        if process is None:
            return None
        code = process.poll()
        if code is not None and code > 0:
            self._process = None
            raise ReaderError(
                _(
                    "The player ended with error {code}: try it in a terminal, with the command "
                    "that {setting} in config.toml has, on {file}."
                ).format(code=code, setting=SETTING, file=stretch.file)
            )
        return self.stop()

    def _end(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout=1)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

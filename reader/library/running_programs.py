"""Programs that were handed something and still run: listed, stopped, and kept from saying without end."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from typing import IO

MOST_SAID = 10_000_000
"""Bytes after which a program is stopped: one that says "y" without end would fill the disk."""
_GRACE = 2.0
"""Seconds in which a program that is to stop may end by itself."""
_LOOK = 0.05


class Running:
    """A program that was started, in a session of its own: it can touch neither terminal nor keys of ours."""

    def __init__(self, name: str, words: Sequence[str], given: IO[bytes], said: IO[bytes]) -> None:
        """Start it; raises what Popen raises."""
        self.name = name
        self.was_stopped = False
        """Whether a person has stopped it."""
        self.says_too_much = False
        self._said = said
        self._begun = time.monotonic()
        self._process = subprocess.Popen(
            words, stdin=given, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        with _LOCK:
            _RUNNING.append(self)

    @property
    def seconds(self) -> float:
        """How long it has run."""
        return time.monotonic() - self._begun

    @property
    def code(self) -> int | None:
        """With what it ended, None while it runs."""
        return self._process.returncode

    def look(self) -> bool:
        """Whether it still runs; stops it where it says too much."""
        if self._process.poll() is not None:
            self._forget()
            return False
        if os.fstat(self._said.fileno()).st_size > MOST_SAID:
            self.says_too_much = True
            self.end()
            return False
        time.sleep(_LOOK)
        return True

    def leave(self) -> None:
        """Nobody waits for it any more; somebody has to hear of its end."""
        self._said = os.fdopen(os.dup(self._said.fileno()), "rb")

        def follow() -> None:
            with self._said:
                while self.look():
                    pass

        threading.Thread(target=follow, daemon=True).start()

    def stop(self) -> None:
        """A person wants it to end."""
        self.was_stopped = True
        self.end()

    def end(self) -> None:
        """End it with all that it has started, by force where it does not listen."""
        self._signal(signal.SIGTERM)
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            self._process.wait()
        self._forget()

    def _signal(self, number: int) -> None:
        try:
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, number)
            else:
                self._process.terminate()
        except ProcessLookupError:
            return  # it has just ended by itself

    def _forget(self) -> None:
        with _LOCK:
            if self in _RUNNING:
                _RUNNING.remove(self)


_LOCK = threading.Lock()
_RUNNING: list[Running] = []


def running() -> tuple[Running, ...]:
    """The programs that were handed something and still run, the oldest first."""
    with _LOCK:
        return tuple(_RUNNING)

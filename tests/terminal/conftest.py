"""The real program in a pseudo-terminal, its screen kept by a terminal emulator."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

PATIENCE = 30.0
"""Seconds to wait for something to appear; machines of tests are slow."""
LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"
_UNKNOWN = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
"""Private sequences that pyte would print."""


class Terminal:
    """A running program with its screen."""

    def __init__(self, arguments: list[str], size: tuple[int, int], environment: dict[str, str]) -> None:
        columns, lines = size
        self.received = b""
        self._hung_up = False
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._child: Any = pexpect.spawn(
            sys.executable,
            ["-m", "reader", *arguments],
            dimensions=(lines, columns),
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
            timeout=PATIENCE,
        )

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    @property
    def pid(self) -> int:
        """Process id of the program."""
        return int(self._child.pid)

    def read(self, seconds: float = 0.05) -> None:
        """Take what the program has written."""
        try:
            data = self._child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            return
        self.received += data
        self._stream.feed(_UNKNOWN.sub(b"", data))

    def wait_for(self, *texts: str) -> None:
        """Wait until all texts are on the screen."""
        self.wait_until(lambda: all(text in self.text for text in texts), f"{texts} not on the screen")

    def wait_until(self, there: Callable[[], bool], otherwise: str) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not there():
            if time.monotonic() > end:
                raise AssertionError(f"{otherwise}:\n{self.text}")
            self.read()

    def press(self, keys: str) -> None:
        """Type keys."""
        self._child.send(keys)
        self.read(0.1)

    def type(self, keys: str) -> None:
        """Type keys, and wait for nothing."""
        self._child.send(keys)

    def end(self) -> int:
        """Wait until the program has ended; its exit code."""
        end = time.monotonic() + PATIENCE
        while self._child.isalive():
            assert time.monotonic() < end, f"the program did not end:\n{self.text}"
            self.read()
        self.read()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)

    def hang_up(self) -> bool:
        """Close the terminal, as a window or a line that breaks off does; whether the program ends then."""
        os.close(self._child.child_fd)
        self._hung_up = True
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if os.waitpid(self._child.pid, os.WNOHANG)[0]:
                return True
            time.sleep(0.05)
        os.kill(self._child.pid, signal.SIGKILL)
        os.waitpid(self._child.pid, 0)
        return False

    def close(self) -> None:
        """End the program if it still runs."""
        if not self._hung_up:
            self._child.close(force=True)


@pytest.fixture
def terminal(private_folders: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts the program; all that still run are ended after the test."""
    started: list[Terminal] = []

    def start(*arguments: str, size: tuple[int, int] = (120, 40), **environment: str) -> Terminal:
        started.append(Terminal(list(arguments), size, environment))
        return started[-1]

    yield start
    for one in started:
        one.close()

"""Record a minute of work through the real program: python screenshots/record.py [FILE.cast].

What comes out is an asciicast (version 2, one JSON value a line): `asciinema play screenshots/minute.cast`
shows it. Like `make.py` it begins with the samples; pauses are those of the plan below, not of this machine.
"""

import argparse
import codecs
import json
import os
import select
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pexpect

sys.path.insert(0, str(Path(__file__).parent))

from make import make_library

HERE = Path(__file__).parent
WIDTH, HEIGHT = 100, 24
STARTING, QUIET = 5.0, 0.4
"""Seconds until the program shows anything, and without output until a key counts as done."""
TYPING = 0.12
"""Seconds between two letters of a word."""
F5, F8, F9, F3 = "\x1b[15~", "\x1b[19~", "\x1b[20~", "\x1bOR"
TAB, ENTER, ESCAPE = "\t", "\r", "\x1b"


class Step(NamedTuple):
    """What is pressed, and how long one looks at what it does."""

    keys: tuple[str, ...]
    seconds: float


def typed(words: str) -> Step:
    """Words, letter by letter."""
    return Step(tuple(words), TYPING)


PLAN = (
    Step(("j", "j", "j"), 0.8),  # the library, its preview follows
    Step(("/",), 1.0), typed("Assad"), Step((ENTER,), 2.5),
    Step((ENTER,), 4.0), Step((ESCAPE, "g"), 0.8),  # the desk
    Step((TAB,) * 5, 0.6), Step((TAB,), 2.5),  # past what is decided already
    Step((ENTER,), 2.5), Step(("x",), 2.5), Step(("u",), 2.5),  # accepted; rejected, and that taken back
    Step(("t",), 1.5), typed("syr"), Step((ENTER,), 2.5),
    Step(("m",), 1.0), typed("Nachfragen."), Step((ESCAPE,), 2.5),
    Step((F5,), 4.5), Step(("j", "j"), 1.5),  # who is quoted
    Step((F9,), 5.5),  # how much
    Step((F8,), 4.0), Step(("j", "j"), 1.2),  # the codebook
    Step((F3,), 3.0),
)  # fmt: skip


class Recording:
    """The program in a terminal, and what it wrote when."""

    def __init__(self, folder: Path, library: Path) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        own = {
            "READER_CONFIG": str(folder / "config.toml"),
            "HOME": str(folder),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
        }
        command = ["-m", "reader", "--library", str(library)]
        self._child: Any = pexpect.spawn(
            sys.executable, command, dimensions=(HEIGHT, WIDTH), env={**os.environ, **own}
        )
        self._clock = 0.0
        self.events: list[tuple[float, str, str]] = []
        self._take(STARTING, begun=None)
        self._clock += 2.0

    def _take(self, first: float, begun: float | None) -> float:
        patience, last = first, 0.0
        while select.select([self._child.child_fd], [], [], patience)[0]:
            try:
                read = self._decoder.decode(os.read(self._child.child_fd, 65536))
            except OSError:  # the program has ended
                break
            begun, patience = begun or time.monotonic(), QUIET
            last = time.monotonic() - begun
            self.events.append((round(self._clock + last, 3), "o", read))
        return last

    def press(self, key: str, seconds: float) -> None:
        """One key, and what the screen becomes; the next is pressed `seconds` later."""
        self._child.send(key)
        self._clock += max(seconds, self._take(QUIET, time.monotonic()))

    def leave(self) -> None:
        """End the program, which keeps everything as it goes."""
        self._child.close(force=True)


def lines(events: list[tuple[float, str, str]]) -> Iterator[str]:
    """An asciicast: its head, then what was written when."""
    head = {"version": 2, "width": WIDTH, "height": HEIGHT, "title": "reader: a minute of work"}
    yield json.dumps(head)
    for event in events:
        yield json.dumps(event, ensure_ascii=False)


def main() -> None:
    """Record it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, default=HERE / "minute.cast")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "config.toml").write_text('actor = "Redaktion"\n', encoding="utf-8")
        make_library(folder / "library.db")
        recording = Recording(folder, folder / "library.db")
        try:
            for step in PLAN:
                for key in step.keys:
                    recording.press(key, step.seconds)
        finally:
            recording.leave()
    options.file.write_text("\n".join(lines(recording.events)) + "\n", encoding="utf-8")
    print(f"{options.file.name}: {recording.events[-1][0]:.0f} seconds")


if __name__ == "__main__":
    main()

"""Reading a file in a process of its own, which may hang, crash or fill its memory without harm to this one.

One process serves many files. It is started with the first of them, and replaced after one that it did not
survive.
"""

import atexit
import json
import os
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from reader.errors import IngestError, OtherFileError, ScannedError
from reader.i18n import _
from reader.ingest.limits import megabytes
from reader.ingest.messages import received, send

SECONDS = 20.0
"""For one file."""
MEMORY = 1_000_000_000
"""Bytes of memory for one file, where the system keeps to it (not on macOS and Windows)."""
_START = 60.0
"""Seconds until the process can be asked; on a busy machine it takes a few."""
_PROGRAM = (  # not shown
    "import json, sys; sys.path[:] = json.loads(sys.argv[3]); "
    "from reader.ingest.serving import serve; serve(float(sys.argv[1]), int(sys.argv[2]))"
)
_WHAT_TO_DO = _("open it in its own program, and copy the article out of it or save it again")


_STOPPED = _("Reading was stopped: add it again.")


class _GoneError(Exception):
    """The process ended instead of answering."""


@dataclass(slots=True)
class _Process:
    """The process that reads, and what became of it."""

    running: subprocess.Popen[bytes]
    served: int = 0
    is_late: bool = False

    def ask(self, request: bytes, seconds: float) -> bytes:
        """The answer to a request. Raises _GoneError where the process ends before, or takes longer."""
        timer = threading.Timer(seconds, self._give_up)
        timer.daemon = True
        timer.start()
        try:
            if request:
                assert self.running.stdin is not None
                send(self.running.stdin, request)
            assert self.running.stdout is not None
            answer = received(self.running.stdout)
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            raise _GoneError
        return answer

    def _give_up(self) -> None:
        self.is_late = True
        self.running.kill()

    def end(self) -> int:
        """End it, if it has not ended yet; the code that it ended with."""
        self.running.kill()
        for stream in (self.running.stdin, self.running.stdout):
            if stream is not None:
                with suppress(OSError):  # what was not sent any more
                    stream.close()
        return self.running.wait()


_process: _Process | None = None
_is_closed = False
_turn = threading.Lock()
"""Held by the thread whose file is read."""


def read_apart(job: str, data: bytes, location: str, *rest: object) -> Any:
    """What `data` holds, read within limits of time and memory: an "article", the entries of a "feed"
    (see `serving` for what else).

    Raises IngestError where it holds none, or where it cannot be read within the limits; ScannedError for a
    PDF of pictures.
    """
    request = pickle.dumps((job, data, location, *rest))
    with _turn:
        kind, value = _asked(request)
    if kind == "done":
        return value
    if kind == "scanned":
        raise ScannedError(location)
    if kind == "other":
        raise OtherFileError(str(value))
    raise IngestError(_sentence(kind, str(value), location))


def _sentence(kind: str, value: str, location: str) -> str:
    match kind:
        case "refused":
            return value
        case "late":
            return _("{location} takes longer than {seconds} seconds to read: {advice}.").format(
                location=location, seconds=f"{SECONDS:.0f}", advice=_WHAT_TO_DO
            )
        case "memory":
            return _("{location} takes more than {megabytes} of memory to read: {advice}.").format(
                location=location, megabytes=megabytes(MEMORY), advice=_WHAT_TO_DO
            )
        case "crash":
            return _("{location} is damaged, or takes too much memory to read: {advice}.").format(
                location=location, advice=_WHAT_TO_DO
            )
        case _:
            return _("{location} could not be read because of a fault in reader ({fault}).").format(
                location=location, fault=" ".join(value.split())
            )


def _asked(request: bytes) -> tuple[str, object]:
    """The answer of the process: "done" with what was read, "refused" with the reason, or what became of it.

    What only a process that read other files before does not survive may be their fault: a new one is asked.
    """
    while True:
        process = _started()
        is_first = process.served == 0
        kind, value = _answer(process, request)
        if kind in ("crash", "late") and _is_closed:
            raise IngestError(_STOPPED)
        if kind == "idle" or (kind in ("crash", "memory") and not is_first):
            continue
        return kind, value


def _answer(process: _Process, request: bytes) -> tuple[str, object]:
    """What the process answers; one that did not survive it, or is not to be trusted any more, is ended."""
    kind, value, code = "", "", 1
    try:
        kind, value = pickle.loads(process.ask(request, SECONDS))
        process.served += 1
    except _GoneError:
        kind = "late" if process.is_late else "crash"
    finally:
        # also after ctrl+c: the answer to this request must not be taken for that to the next
        if kind not in ("done", "refused", "other", "scanned", "fault"):
            code = end()
    had_ended_before = kind == "crash" and code == 0
    return ("idle" if had_ended_before else kind), value


def _started() -> _Process:
    """The process, started anew where none runs."""
    global _process
    if _is_closed:
        raise IngestError(_STOPPED)
    if _process is not None and _process.running.poll() is not None:
        end()
    if _process is None:
        try:
            _process = _Process(_start())
            if _is_closed:  # the program began to end meanwhile
                raise _GoneError
            _process.ask(b"", _START)
        except (_GoneError, OSError) as error:
            end()
            if _is_closed:
                raise IngestError(_STOPPED) from error
            raise IngestError(_("The process that reads files did not start: try again.")) from error
    return _process


def _start() -> subprocess.Popen[bytes]:
    limits = (str(SECONDS), str(MEMORY), json.dumps([path for path in sys.path if isinstance(path, str)]))
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _PROGRAM, *limits],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        # in a group of its own ctrl+c does not reach it: that is the affair of the process that asked
        process_group=0 if os.name == "posix" else None,
    )


def close() -> None:
    """End the process for good: whoever waits for a file is told at once, since the program is ending."""
    global _is_closed
    _is_closed = True
    if process := _process:
        process.running.kill()  # its streams are closed by the thread that waits for it, or at the end


def end() -> int:
    """End the process, where one runs; the code that it ended with."""
    global _process
    ended, _process = _process, None
    return ended.end() if ended is not None else 0


def _at_exit() -> None:
    """Start nothing any more: a thread may still have a file to read while the interpreter ends."""
    close()
    end()


atexit.register(_at_exit)

"""A page through a program of the person's own: a browser that runs its scripts, or one that is logged in.

The program is started without a shell and gets the address as one argument, so that nothing in an address is
ever taken for a command.
"""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
from contextlib import suppress
from typing import IO

from reader.addresses import without_login
from reader.errors import IngestError, UsageError
from reader.i18n import _
from reader.ingest.limits import Limits, megabytes
from reader.system_reasons import system_reason

SECONDS = 120.0
"""For one page: a browser has to start, and some pages build themselves slowly."""
PLACE = "{url}"
"""What stands in a command for the address."""
_GRACE = 10.0
"""Seconds for a program to end that has printed everything."""
_TOLD = 200
"""Characters of what a program complains of that are told."""


def check_command(command: str) -> None:
    """Raise UsageError for a command that cannot be run, before the first page is asked for."""
    words = _words(command)
    if not any(PLACE in word for word in words[1:]):
        raise UsageError(
            _(
                "--via needs {address} where the address goes, as in "
                '"chromium --headless --dump-dom {address}".'
            ).format(address=PLACE)
        )
    if shutil.which(words[0]) is None:
        raise UsageError(
            _("There is no program {name} to read pages with: check the spelling of --via.").format(
                name=words[0]
            )
        )


def _words(command: str) -> list[str]:
    try:
        words = shlex.split(command, posix=os.name == "posix")
    except ValueError as error:
        raise UsageError(
            _("--via has a quotation mark that is not closed: {command}").format(command=command)
        ) from error
    if not words:
        raise UsageError(_("--via is empty: name a program that prints the page at an address."))
    return words if os.name == "posix" else [word.strip('"') for word in words]


def page_via(command: str, address: str, limits: Limits) -> bytes:
    """What the program prints for an address. Raises IngestError where it fails, prints nothing or too much.

    A login in the address is not handed on: any user of the machine can read the arguments of a program.
    """
    address = without_login(address)
    words = [word.replace(PLACE, address) for word in _words(command)]
    with tempfile.TemporaryFile() as complaints:
        data, code, is_late = _run(words, complaints, limits)
        if is_late:
            raise IngestError(
                _("{program} took longer than {seconds} seconds for {address}: {advice}.").format(
                    program=words[0], seconds=f"{SECONDS:g}", address=address, advice=_BY_HAND
                )
            )
        if len(data) > limits.size:
            raise IngestError(
                _("{program} prints more than {megabytes} for {address}.").format(
                    program=words[0], megabytes=megabytes(limits.size), address=address
                )
            )
        if code or not data.strip():
            ended = _("{program} ended with an error ({code}) for {address}{complaint}: {advice}.")
            nothing = _("{program} printed nothing for {address}{complaint}: {advice}.")
            raise IngestError(
                (ended if code else nothing).format(
                    program=words[0],
                    code=code,
                    address=address,
                    complaint=_complaint(complaints),
                    advice=_BY_HAND,
                )
            )
    return data


_BY_HAND = _("run it by hand to see why, or save the page and add it with --html")


def _run(words: list[str], complaints: IO[bytes], limits: Limits) -> tuple[bytes, int, bool]:
    """What a program prints, its code at the end, and whether it had to be ended for taking too long."""
    try:
        program = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            start_new_session=True,  # browsers start programs of their own, which end with it
        )
    except OSError as error:
        raise IngestError(
            _("{program} does not start: {reason}.").format(program=words[0], reason=system_reason(error))
        ) from error
    printed: list[bytes] = []
    listener = threading.Thread(target=_listen, args=(program, printed, limits.size + 1), daemon=True)
    listener.start()
    try:
        listener.join(SECONDS)
        is_late = listener.is_alive()
        code = program.wait(_GRACE) if printed and len(printed[0]) <= limits.size else 0
    except subprocess.TimeoutExpired:  # it has closed its output and goes on
        code = 0
    finally:
        _end(program)
        program.wait()
    return (printed[0] if printed else b""), code, is_late


def _listen(program: "subprocess.Popen[bytes]", printed: list[bytes], most: int) -> None:
    """Read what a program prints, apart: what it leaves running may keep the stream open for ever."""
    with suppress(OSError, ValueError):
        assert program.stdout is not None
        with program.stdout as stream:
            printed.append(stream.read(most))


def _end(program: "subprocess.Popen[bytes]") -> None:
    """End a program with all that it has started."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(program.pid, signal.SIGKILL)
        else:
            program.kill()


def _complaint(complaints: IO[bytes]) -> str:
    """The last line that a program complained with, in brackets."""
    complaints.seek(0)
    lines = complaints.read(100_000).decode("utf-8", "replace").split("\n")
    last = next((" ".join(line.split()) for line in reversed(lines) if line.strip()), "")
    return f" (“{last[:_TOLD]}”)" if last else ""

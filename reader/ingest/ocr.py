"""Text for scanned PDF files, by ocrmypdf where a person has installed it.

It runs in a group of processes of its own, without a shell; it gets the file on its standard input and gives
it back with a layer of text on its standard output.
"""

import os
import shutil
import signal
import subprocess
from contextlib import suppress

from reader.errors import IngestError, ScannedError
from reader.i18n import _

SECONDS = 900.0
"""For one file; a page takes two to ten."""
REMARK = _(
    "Its text was read off pictures by ocrmypdf and may hold errors: compare quotes with the file before use."
)
_LANGUAGES = {
    *("dan", "deu", "eng", "fra", "spa", "ita", "nld", "por", "pol", "ces", "rus", "swe", "nor", "fin"),
    *("tur", "ukr"),
}
"""Languages of the articles as tesseract calls them; every one that is installed is tried."""


def with_text(data: bytes, location: str) -> bytes:
    """The PDF in `data` with the text that ocrmypdf reads off its pictures.

    Raises ScannedError where it is not installed, IngestError where it fails or takes too long.
    """
    program = shutil.which("ocrmypdf")
    if program is None:
        raise ScannedError(location)
    language = ["-l", "+".join(known)] if (known := _installed()) else []
    command = [program, "--skip-text", "--output-type", "pdf", "--quiet", *language, "-", "-"]
    code, found, told = _run(command, data, location)
    if code != 0 or not found.startswith(b"%PDF-"):
        reason = " ".join(told.decode("utf-8", "replace").split())[-200:] or _("code {code}").format(
            code=code
        )
        raise IngestError(
            _(
                "{location} holds pictures of pages, and ocrmypdf could not read them "
                "({reason}): run it through another OCR program."
            ).format(location=location, reason=reason)
        )
    return found


def _run(command: list[str], data: bytes, location: str) -> tuple[int, bytes, bytes]:
    try:
        running = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=os.name == "posix",
        )
    except OSError as error:
        raise ScannedError(location) from error
    try:
        found, told = running.communicate(data, timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise IngestError(
            _(
                "{location} holds pictures of pages that ocrmypdf did not read within {minutes} minutes: "
                "run it through OCR by itself and add the result."
            ).format(location=location, minutes=f"{SECONDS / 60:.0f}")
        ) from error
    finally:  # also after ctrl+c: what it has started must not run on
        _end(running)
    return running.returncode, found, told


def _end(running: subprocess.Popen[bytes]) -> None:
    if running.poll() is not None:
        return
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
    running.communicate()


def _installed() -> list[str]:
    """The languages that tesseract knows here, of those that articles are written in."""
    try:
        listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return []
    return [line for line in listed.stdout.split() if line in _LANGUAGES]

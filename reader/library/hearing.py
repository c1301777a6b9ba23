"""Hands a file of sound to a program of this machine that writes down what is said, and reads what it wrote.

Nothing is sent anywhere by reader. The command is `transcribe` under `[sound]` in config.toml: it gets
`{file}`, or `{wav}` (16 kHz, one channel, which `convert` makes first), and writes to `{out}` with an ending
of its own, or to its standard output.
"""

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reader.config import SoundSettings, load
from reader.errors import IngestError, ReaderError, UsageError
from reader.i18n import _
from reader.library.outside_programs import arguments_of, missing_program, takes
from reader.models import Article
from reader.system_reasons import system_reason

_FOLDER = "reader-sound-"
"""How folders begin in which recordings are converted; the number of the process follows."""
_ENDINGS = (".json", ".vtt", ".srt", ".txt")
"""What is read of what a program wrote, the one that tells most first."""
_LOOK = 0.2
"""Seconds between two looks whether the program is done."""
_LAST_LINES = 300
"""Characters of what a program said that a sentence takes."""


def article_heard(location: str) -> Article:
    """The article that is said in a file of sound.

    Raises UsageError that says what to configure where no program is, IngestError where it wrote nothing.
    """
    settings = load().sound
    path = Path(location).expanduser().absolute()
    if not path.is_file():
        raise IngestError(_("There is no file {location}: check the spelling.").format(location=location))
    if not settings.transcribe:
        raise UsageError(
            _(
                "{location} is sound, and no program writes it down yet: name one in "
                "config.toml, such as [sound] transcribe = 'whisper-cli -m ~/ggml-large-v3.bin "
                "-l auto -ojf -of {{out}} {{wav}}' (docs/transcripts.md shows others), or add "
                "its transcript."
            ).format(location=location)
        )
    _sweep()
    with tempfile.TemporaryDirectory(prefix=f"{_FOLDER}{os.getpid()}-") as folder:
        written, printed = _written_down(path, settings, Path(folder))
        article = _read(written, printed, path)
    return replace(article, location=str(path), title=article.title or path.stem)


def _sweep() -> None:
    """Delete what a reader left that was killed: copies of recordings are nobody else's business."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*-*"):
        process = folder.name.removeprefix(_FOLDER).split("-")[0]
        if process.isdigit() and not _runs(int(process)):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(process: int) -> bool:
    """Whether a process is there; one of somebody else counts as there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _written_down(path: Path, settings: SoundSettings, folder: Path) -> tuple[list[Path], bytes]:
    """The files that the program wrote, and what it printed."""
    places = {"file": str(path), "out": str(folder / "words"), "wav": str(folder / "sound.wav")}
    if takes(settings.transcribe, "wav"):
        _run(arguments_of(settings.convert, places, "convert"), "convert", settings.hours)
    printed = _run(arguments_of(settings.transcribe, places, "transcribe"), "transcribe", settings.hours)
    return sorted(folder.glob("words*")), printed


def _read(written: Sequence[Path], printed: bytes, path: Path) -> Article:
    """The transcript among what was written, else what was printed."""
    from reader.ingest import from_bytes  # lxml and its like

    by_ending = {file.suffix.lower(): file for file in written if file.stat().st_size}
    found = next((by_ending[ending] for ending in _ENDINGS if ending in by_ending), None)
    data = found.read_bytes() if found else printed
    if not data.strip():
        raise IngestError(
            _(
                "The program that writes sound down wrote nothing of {path}: let it write to "
                "{{out}}, or look whether anything is said."
            ).format(path=path)
        )
    return from_bytes(data, str(path.with_suffix(found.suffix if found else ".txt")))


def _run(arguments: Sequence[str], setting: str, hours: float) -> bytes:
    """Run a program to its end, and give what it printed; it ends with reader, and after so many hours."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        except FileNotFoundError as error:
            raise missing_program(
                arguments, _("“{setting}” under [sound]").format(setting=setting)
            ) from error
        except (OSError, ValueError) as error:
            raise ReaderError(
                _("{program} cannot be started: {error}.").format(
                    program=arguments[0], error=system_reason(error)
                )
            ) from error
        try:
            _wait(process, time.monotonic() + hours * 3600, arguments[0])
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if process.returncode:
            errors.seek(0)
            told = " ".join(errors.read().decode("utf-8", "replace").split())[-_LAST_LINES:]
            sentence = _("{program} ended with error {code}: {told}.")
            if not told:
                sentence = _("{program} ended with error {code}: it says nothing.")
            raise IngestError(sentence.format(program=arguments[0], code=process.returncode, told=told))
        output.seek(0)
        return output.read()


def _wait(process: "subprocess.Popen[bytes]", until: float, name: str) -> None:
    """Wait for a program, but no longer than reader itself runs."""
    while process.poll() is None:
        if time.monotonic() > until:
            raise IngestError(
                _("{name} took too long: give it more “hours” under [sound] in config.toml.").format(
                    name=name
                )
            )
        if not threading.main_thread().is_alive():
            raise IngestError(_("{name} was ended with reader.").format(name=name))
        time.sleep(_LOOK)

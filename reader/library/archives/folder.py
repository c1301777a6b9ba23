"""The folder of an archive: what is in it, which parts are done, and who is at work in it.

archive.json                        how it was made, and the files that were read
done/KEY.json                       a part that is done; a file of quotes counts only with it
quotes/language=de/KEY.parquet      and articles/ beside it
failed/KEY.parquet                  rows that gave no article
"""

import os
import socket
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from reader import __version__
from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.library.archives.places import Place
from reader.library.archives.work import Job, Part, PartDone, Stretch

FORM = 1
"""Which columns the tables have: another number is another schema."""
TABLES = ("quotes", "articles", "failed")
_OPTIONS = {
    "detection": "--engine",
    "mapping": "--map",
    "language": "--lang",
    "keeps_texts": "--no-texts",
    "articles_a_part": "--part",
}
"""How a person sets what decides the result."""
_NAMES = ("archive.json", "running.json", "done", *TABLES)


class ArchiveFolder:
    """An archive on a disk or at an address."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def begin(self, job: Job) -> dict[str, Any]:
        """Make the folder, or go on in it; returns what it says of itself.

        Raises UsageError where it holds something else, or was made with other settings.
        """
        said = self.said()
        if said is None:
            self._refuse_others()
            said = {"reader": __version__, "form": FORM, "settings": job.settings(), "files": {}}
            self.note(said)
        made = said["settings"]
        if differing := [_OPTIONS[name] for name, value in job.settings().items() if made.get(name) != value]:
            told = _(
                "{address} was made with other settings ({differing}): give the same options as then, or "
                "name another folder."
            )
            raise UsageError(told.format(address=self.place.address, differing=", ".join(differing)))
        return said

    def said(self) -> dict[str, Any] | None:
        """What the archive says of itself; None where there is none. Raises ReaderError for another form."""
        try:
            said = self.place.below("archive.json").json()
        except ValueError as error:
            raise ReaderError(
                _("{address}/archive.json is damaged: this is no whole archive.").format(
                    address=self.place.address
                )
            ) from error
        if said is None:
            return None
        if not isinstance(said, dict) or said.get("form") != FORM or not _is_whole(said):
            raise ReaderError(
                _("{address} was made by another version of reader: make it anew, or use that.").format(
                    address=self.place.address
                )
            )
        return said

    def note(self, said: dict[str, Any]) -> None:
        """Write down what the archive says of itself."""
        self.place.below("archive.json").put_json(said)

    def _refuse_others(self) -> None:
        top = {
            path.path.removeprefix(self.place.path).strip("/").split("/")[0] for path in self.place.files()
        }
        if strange := sorted(top - set(_NAMES)):
            raise UsageError(
                _("{address} holds something else ({strange}): name a new folder instead.").format(
                    address=self.place.address, strange=strange[0]
                )
            )

    def lock(self) -> None:
        """Say that this program is at work here. Raises ReaderError where another one is."""
        place = self.place.below("running.json")
        other = place.json()
        if other and not _is_over(other):
            told = _(
                "Another program is at work in {address} (process {process} on {machine}): wait for it, or "
                "remove {file} if it is gone."
            )
            at, process, machine = self.place.address, other.get("process"), other.get("machine")
            raise ReaderError(told.format(address=at, process=process, machine=machine, file=place.address))
        place.put_json({"process": os.getpid(), "machine": socket.gethostname()})

    def unlock(self) -> None:
        """Say that it is over."""
        self.place.below("running.json").remove()

    def done_keys(self) -> set[str]:
        """The parts that are done, by their names."""
        return {_key(place) for place in self.place.below("done").files() if place.path.endswith(".json")}

    def done(self) -> dict[str, dict[str, Any]]:
        """What is noted of every part that is done."""
        places = [place for place in self.place.below("done").files() if place.path.endswith(".json")]
        return {_key(place): noted for place in places if (noted := _noted(place)) is not None}

    def note_done(self, part: Part, done: PartDone) -> None:
        """Write down that a part is done; only then does what was written of it count."""
        stretches = [[*stretch] for stretch in part.stretches]
        self.place.below("done", f"{part.key}.json").put_json(asdict(done) | {"stretches": stretches})

    def forget(self, keys: set[str]) -> None:
        """Take parts out, first that they are done."""
        for key in keys:
            self.place.below("done", f"{key}.json").remove()
        self.sweep(self.done_keys())

    def sweep(self, done: set[str]) -> None:
        """Remove what runs left that were ended in the midst of a part."""
        for table in (*TABLES, "done"):
            for place in self.place.below(table).files():
                if _key(place) not in done:
                    place.remove()

    def files(self, table: str) -> list[Place]:
        """The files of a table, those of parts that are done."""
        done = self.done_keys()
        return [place for place in self.place.below(table).files() if _key(place) in done]


def stretches_done(noted: dict[str, Any]) -> Sequence[Stretch]:
    """The stretches that a part had."""
    return [Stretch(*stretch) for stretch in noted["stretches"]]


def _noted(place: Place) -> Any:
    """What is noted of a part; None where that is damaged, and the part is none that is done."""
    try:
        noted = place.json()
        counts = [noted[name] for name in TABLES] + [one.articles for one in stretches_done(noted)]
        dict(noted["detectors"])
        return noted if all(type(count) is int for count in counts) else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _is_whole(said: dict[str, Any]) -> bool:
    return all(isinstance(said.get(name), dict) for name in ("settings", "files"))


def _key(place: Place) -> str:
    return place.path.rpartition("/")[2].partition(".")[0]


def _is_over(other: dict[str, Any]) -> bool:
    """Whether a program that was at work is gone; of one on another machine nobody knows."""
    if other.get("machine") != socket.gethostname():
        return False
    try:
        os.kill(int(other["process"]), 0)
    except (ProcessLookupError, ValueError, KeyError):
        return True
    except PermissionError:
        return False
    return int(other["process"]) == os.getpid()

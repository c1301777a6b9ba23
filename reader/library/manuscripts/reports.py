"""The whole way from a manuscript to what is found of it, and the files that say so."""

import json
from collections.abc import Callable
from pathlib import Path

from reader.errors import UsageError
from reader.library.covering import Covering
from reader.library.detecting import DetectionSettings
from reader.library.exporting import replacing
from reader.library.manuscripts.checking import Checker
from reader.library.manuscripts.findings import Report
from reader.library.manuscripts.objects import sarif_object
from reader.library.manuscripts.page import page
from reader.library.manuscripts.presenting import present
from reader.library.manuscripts.reading import Manuscript, read_manuscript
from reader.store import Store

WRITERS: dict[str, Callable[[Report], str]] = {
    "html": page,
    "sarif": lambda report: json.dumps(sarif_object(report), ensure_ascii=False, indent=1) + "\n",
}
"""How a report is written to a file, by the name of the option."""


def check(
    store: Store,
    covering: Covering,
    location: str,
    how: DetectionSettings,
    *,
    language: str = "",
    allow_private: bool = False,
) -> Report:
    """Read the manuscript at `location` and check its quotations; nothing is stored."""
    manuscript = read_manuscript(location, how, language=language, allow_private=allow_private)
    return report_of(store, covering, manuscript)


def report_of(store: Store, covering: Covering, manuscript: Manuscript) -> Report:
    """What is found of a manuscript that was read."""
    return present(store, covering, manuscript, Checker(store).judged(manuscript))


def free_place(target: str, *, force: bool) -> Path:
    """The file to write to, asked for before the work; one that is there stays without `force`."""
    path = Path(target)
    if path.is_dir():
        raise UsageError(f"{target} is a folder: name a file.")
    if path.exists() and not force:
        raise UsageError(f"{target} is there already: take another name, or replace it with --force.")
    return path


def write_report(report: Report, kind: str, target: Path) -> None:
    """Write a report; after a failure the file is as it was."""
    with replacing(target) as stream:
        stream.write(WRITERS[kind](report).encode("utf-8", "replace"))

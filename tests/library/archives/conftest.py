"""Articles of an invented newsroom, and ways to look into an archive."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="the extra [archive] is not installed")

from reader.library.archives import running
from reader.library.archives.folder import ArchiveFolder
from reader.library.archives.places import place_of
from reader.library.archives.running import ArchiveProgress, Means, detect_archive
from reader.library.archives.work import Job, Part
from reader.library.archives.workers import Whole
from reader.library.archives.working import look_through
from reader.library.detecting import DetectionSettings

RULES = DetectionSettings("rules")
"""The engine that loads fastest."""


def article(number: int, **facts: Any) -> dict[str, Any]:
    """An article with two quotes."""
    text = (
        f"„Wir bauen {number} Häuser am Hafen“, sagte Bürgermeisterin Ada Lindt am Montag.\n\n"
        f"Der Bau werde {number} Monate dauern, erklärte Sprecher Udo Kern."
    )
    known = {"id": f"a{number}", "title": f"Häuser {number}", "text": text, "language": "de"}
    return known | {"outlet": "Hafenblatt", "published": f"2024-0{number % 9 + 1}-01"} | facts


def write_lines(path: Path, articles: Iterable[Any]) -> Path:
    """Articles as JSON lines; what is a text is written as it is."""
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in articles]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """All rows of a table of an archive, in an order of their own."""
    import pyarrow.parquet as pq

    found = []
    for place in ArchiveFolder(place_of(str(out))).files(table):
        with place.system.open(place.path, "rb") as stream:
            language = place.path.partition("language=")[2].partition("/")[0]
            found += [row | {"language": language} for row in pq.ParquetFile(stream).read().to_pylist()]
    return sorted(found, key=lambda row: (row["location"], row.get("number", 0)))


Detect = Callable[..., list[ArchiveProgress]]


def in_this_process(parts: Iterable[Part], job: Job, _size: int) -> Iterator[Whole]:
    """Parts looked through without any other process."""
    for part in parts:
        yield Whole(part, look_through(part, job))


@pytest.fixture
def detect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Detect:
    """Find the quotes of files into an archive, in this process; gives every step that was told."""

    def run(*inputs: Path | str, out: Path | None = None, **job: Any) -> list[ArchiveProgress]:
        wanted = Job(str(out or tmp_path / "out"), **{"detection": RULES, **job})
        with monkeypatch.context() as patch:
            patch.setattr(running, "in_processes", in_this_process)
            return list(detect_archive([str(one) for one in inputs], wanted, Means()))

    return run

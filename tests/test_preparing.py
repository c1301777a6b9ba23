"""Reading in one process or several: the order holds, and a process that dies costs nothing."""

from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from reader import preparing
from reader.errors import IngestError
from reader.preparing import Preparation, Prepared, prepare_all
from reader.store import Store


@pytest.fixture
def library(tmp_path: Path) -> Path:
    with Store(tmp_path / "library.db") as store:
        return store.path


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{number}.txt" for number in range(6)]
    for path in paths:
        path.write_text(f"Der Text in der Datei {path.name} sagt wenig.", encoding="utf-8")
    return [str(path) for path in paths]


NONE = Preparation(engine="none")


def locations(prepared: Iterator[Prepared]) -> list[str]:
    return [item.location for item in prepared]


def test_errors_of_folders_are_passed_on(library: Path, texts: list[str]) -> None:
    given: list[str | IngestError] = [texts[0], IngestError("The folder is closed."), texts[1]]
    told = [item.message for item in prepare_all(given, library, 1, NONE)]
    assert told == ["", "The folder is closed.", ""]


def test_after_a_process_died_the_rest_is_done_here(
    library: Path, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def dying(*_: object) -> Iterator[Prepared]:
        yield Prepared(texts[0])
        yield Prepared(texts[1])
        raise BrokenProcessPool

    monkeypatch.setattr(preparing, "WORTH_IT", 2)
    monkeypatch.setattr(preparing, "_in_order", dying)
    assert locations(prepare_all(texts, library, 2, NONE)) == texts


def test_standard_input_is_read_by_this_process(
    library: Path, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[object] = []

    def noted(location: object, *_: object) -> Prepared:
        here.append(location)
        return Prepared(str(location))

    monkeypatch.setattr(preparing, "WORTH_IT", 2)
    monkeypatch.setattr(preparing, "_in_processes", lambda given, *_: iter([Prepared(one) for one in given]))
    monkeypatch.setattr(preparing, "prepare", noted)
    every = [*texts, "-", "clip:"]
    assert sorted(locations(prepare_all(every, library, 2, NONE))) == sorted(every)
    assert here == ["-", "clip:"]

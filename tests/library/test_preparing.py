"""Reading in one process or several: the order holds, and a process that dies costs nothing."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from reader.errors import IngestError, ReaderError
from reader.library import preparing
from reader.library.preparing import Preparation, Prepared, prepare_all
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


NONE = Preparation(None)


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


def children_of(process: int) -> set[int]:
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False
    )
    return {int(word) for word in found.stdout.split()}


def is_running(process: int) -> bool:
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")


@pytest.mark.skipif(shutil.which("ps") is None, reason="ps is not here")
def test_a_killed_import_ends_quietly_with_its_helpers_and_goes_on(tmp_path: Path) -> None:
    for number in range(400):
        said = f"„Wir bauen das Haus {number} heute“, sagte Erika Mustermann. "
        (tmp_path / f"{number}.txt").write_text(said * 40, encoding="utf-8")
    library = tmp_path / "library.db"
    command = [sys.executable, "-m", "reader", "add", "-q", "-j", "2", "--engine", "rules", str(tmp_path)]
    parent = subprocess.Popen([*command, "--library", str(library)], stderr=subprocess.PIPE)
    wait_until(lambda: len(children_of(parent.pid)) > 2 and stored(library) > 0)
    helpers = children_of(parent.pid)
    parent.kill()
    _, told = parent.communicate()  # until the last helper has let go of it
    assert told == b""
    wait_until(lambda: not any(map(is_running, helpers)))
    with Store(library) as store:
        assert list(store.doctor()) == []
        first = {number: store.articles.uid(number) for number in store.articles.ids()}
    assert 0 < len(first) < 400
    subprocess.run([*command, "--library", str(library)], check=True)
    with Store(library) as store:
        assert store.articles.count() == 400
        assert {number: store.articles.uid(number) for number in first} == first


def stored(library: Path) -> int:
    if not library.exists():
        return 0
    try:
        with Store(library, create=False) as store:
            return store.articles.count()
    except ReaderError:  # being made
        return 0


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)

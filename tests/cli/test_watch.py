"""`reader watch` as a program: what it takes in, what it says, and how it ends."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from reader.models import Source
from reader.store import Store
from tests.cli.conftest import Run
from tests.library.inbox.conftest import page

_PATIENCE = 60.0


class Program:
    """A running `reader watch`."""

    def __init__(self, *arguments: str, stream: str = "stderr") -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-m", "reader", "watch", "--engine", "rules", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream: str) -> None:
        for line in getattr(self.running, stream):
            self._lines.put(line.rstrip("\n"))

    def line(self) -> str:
        """The next line that it prints."""
        return self._lines.get(timeout=_PATIENCE)

    def stop(self) -> int:
        """Press ctrl+c; the exit code."""
        self.running.send_signal(signal.SIGINT)
        return self.running.wait(_PATIENCE)


Start = Callable[..., Program]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts programs that are ended after the test."""
    programs: list[Program] = []

    def started(*arguments: str, stream: str = "stderr") -> Program:
        programs.append(Program(*arguments, stream=stream))
        return programs[-1]

    yield started
    for one in programs:
        one.running.kill()
        one.running.wait()
        for stream in (one.running.stdout, one.running.stderr):
            if stream:
                stream.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to look at."""
    (tmp_path / "gespeichert").mkdir()
    return tmp_path / "gespeichert"


def saved(name: str) -> str:
    """A page as Chrome saves it."""
    return f"<!-- saved from url=(0030)https://blatt.example/{name} -->\n{page(f'Fähre {name}')}"


def test_it_takes_what_lies_there_and_what_comes_and_ends_with_ctrl_c(
    start: Start, folder: Path, private_folders: Path
) -> None:
    (folder / "eins.html").write_text(saved("eins"))
    program = start(str(folder), "--tag", "netz")
    assert program.line() == f"Looking at {folder}; ctrl+c ends it."
    assert program.line() == "new: Fähre eins (article 1, 7 quotes)"
    (folder / "eins (1).html").write_text(saved("eins"))
    assert program.line() == f"same: {folder / 'eins (1).html'} (article 1)"
    (folder / "kaputt.pdf").write_bytes(b"%PDF-1.4 kaputt %%EOF")
    assert "kaputt.pdf is damaged" in program.line()
    (folder / "unten").mkdir()
    (folder / "unten" / "zwei.html").write_text(saved("zwei"))
    assert program.line() == "new: Fähre zwei (article 2, 7 quotes)"
    assert program.stop() == 0
    assert program.line() == "Ended. 2 new, 1 same, 1 failed."
    with Store(private_folders / "library.db") as store:
        article = store.articles.get(1)
        assert (article.url, article.tags) == ("https://blatt.example/eins", ("netz",))
        assert store.originals.get(store.originals.of(1)[0].id).data().decode() == saved("eins")


def test_started_anew_it_leaves_what_a_person_did_meanwhile(
    start: Start, folder: Path, private_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("eins", "zwei"):
        (folder / f"{name}.html").write_text(saved(name))
    program = start(str(folder), "--tag", "netz")
    assert [program.line()[:3] for _ in range(3)] == ["Loo", "new", "new"]
    assert program.stop() == 0
    monkeypatch.setattr("reader.store.articles.now", lambda: "2999-01-01T00:00:00Z")
    with Store(private_folders / "library.db") as store:
        store.articles.trash([1])
    (folder / "drei.html").write_text(saved("drei"))
    program = start(str(folder), "--tag", "blatt", "--json", stream="stdout")
    assert [json.loads(program.line())["outcome"] for _ in range(3)] == ["new", "same", "same"]
    assert program.stop() == 0
    with Store(private_folders / "library.db") as store:
        assert store.articles.trashed() == [1]
        assert [store.articles.get(number).tags for number in (2, 3)] == [("netz",), ("blatt",)]


def test_json_is_an_object_a_line(start: Start, folder: Path) -> None:
    program = start(str(folder), "--json", stream="stdout")
    (folder / "leer.docx").write_bytes(b"PK\x03\x04 PK\x05\x06")
    assert json.loads(program.line())["outcome"] == "failed"
    (folder / "eins.html").write_text(saved("eins"))
    assert json.loads(program.line())["title"] == "Fähre eins"
    assert program.stop() == 0


def test_json_covers_who_was_covered_meanwhile(start: Start, folder: Path, private_folders: Path) -> None:
    program = start(str(folder), "--json", "--no-detect", stream="stdout")
    (folder / "eins.html").write_text(saved("Brandt"))
    assert json.loads(program.line())["title"] == "Fähre Brandt"
    with Store(private_folders / "library.db") as store:
        store.sources.add(Source("Ada Brandt", identity_protected=True))
    (folder / "zwei.html").write_text(saved("Brandt-Brandt").replace("Sonntag", "Feiertag"))
    line = program.line()
    assert json.loads(line)["outcome"] == "new"
    assert "Brandt" not in line


def test_a_library_that_is_gone_is_told_once_and_the_files_come_later(
    start: Start, folder: Path, private_folders: Path
) -> None:
    program = start(str(folder))
    program.line()
    library, away = private_folders / "library.db", private_folders / "away.db"
    while not library.exists():
        assert program.running.poll() is None
    library.rename(away)
    (folder / "eins.html").write_text(saved("eins"))
    assert program.line().endswith("reader tries again.")
    away.rename(library)
    assert program.line() == "new: Fähre eins (article 1, 7 quotes)"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("nirgends",), "There is no folder"), ((".", "--tag", "#"), "A tag needs a name"), ((), "FOLDER")],
)
def test_a_wrong_call_is_one_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("watch", *arguments)
    assert (result.exit_code, said in result.stderr) == (2, True)

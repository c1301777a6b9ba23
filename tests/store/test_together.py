"""Several programs on one library, and programs that are killed."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.models import Note, Source
from reader.store import Store

ROOT = Path(__file__).parents[2]


def start(library: Path, name: str, steps: int = 0) -> subprocess.Popen[str]:
    """A writer in a process of its own."""
    command = [sys.executable, "-m", "tests.store.writer", str(library), name, str(steps)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def complaints(store: Store) -> list[str]:
    """What the doctor finds wrong."""
    return [finding.what for finding in store.doctor() if finding.serious]


def kept_steps(store: Store, name: str) -> list[int]:
    """Numbers of the steps of a writer that are in the library."""
    bodies = [note.body for article in store.articles.ids() for note in store.notes.of(article)]
    return sorted(int(body.removeprefix(f"{name} ")) for body in bodies if body.startswith(f"{name} "))


def test_two_programs_writing_at_once_lose_nothing(library: Path) -> None:
    with Store(library):
        pass
    writers = {name: start(library, name, 60) for name in ("anna", "bernd")}
    for writer in writers.values():
        _, errors = writer.communicate(timeout=60)
        assert errors == ""
        assert writer.returncode == 0
    with Store(library) as store:
        for name in writers:
            assert kept_steps(store, name) == list(range(1, 61))
        assert len(store.sources.all()) == 120
        assert complaints(store) == []


def test_two_programs_creating_the_library_at_once_share_one(library: Path) -> None:
    writers = [start(library, name, 2) for name in ("anna", "bernd", "carla")]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert (errors, writer.returncode) == ("", 0)
    with Store(library) as store:
        assert store.articles.count() == 3
    assert not list(library.parent.glob(".*.new*"))


def test_killed_at_any_moment_keeps_what_was_said_to_be_kept(library: Path) -> None:
    chance = random.Random(5)
    said: dict[str, int] = {}
    for number in range(25):
        name = f"w{number}"
        writer = start(library, name)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(chance.random() * 0.08)
        writer.send_signal(signal.SIGKILL)
        lines = writer.stdout.read().split("\n")[:-1]  # `communicate` passes over what was read ahead
        writer.communicate(timeout=30)
        said[name] = int(lines[-1]) if lines else 1
    with Store(library) as store:
        for name, last in said.items():
            steps = kept_steps(store, name)
            assert steps == list(range(1, len(steps) + 1)), "no step is half there"
            assert len(steps) in (last, last + 1), "killed between keeping and saying so"
        assert len(store.sources.all()) == sum(len(kept_steps(store, name)) for name in said)
        assert complaints(store) == []


def locked(library: Path, seconds: float) -> threading.Thread:
    """Another connection that holds the library for a while."""
    ready = threading.Event()

    def hold() -> None:
        raw = sqlite3.connect(library, isolation_level=None)
        raw.execute("BEGIN EXCLUSIVE")
        ready.set()
        time.sleep(seconds)
        raw.execute("ROLLBACK")
        raw.close()

    thread = threading.Thread(target=hold)
    thread.start()
    ready.wait()
    return thread


def test_a_write_waits_for_another_program_and_says_so(library: Path, article: int) -> None:
    waits: list[float] = []
    with Store(library, on_wait=waits.append) as store:
        thread = locked(library, 1.2)
        assert store.articles.get(article).title == "Ätna bebt", "reading does not wait"
        note = store.notes.save(Note("gewartet", article))
        thread.join()
        assert store.notes.get(note.id).body == "gewartet"
    assert waits


def test_waiting_too_long_is_told_in_one_sentence(
    store: Store, library: Path, article: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.connection.PATIENCE", 0.3)
    thread = locked(library, 2)
    with pytest.raises(StoreError, match="Another program") as caught:
        store.notes.save(Note("x", article))
    assert "locked" not in caught.value.message
    thread.join()
    store.notes.save(Note("x", article))


def test_another_thread_may_end_a_search(store: Store) -> None:
    timer = threading.Timer(0.2, store.interrupt)
    timer.start()
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(StoreError, match="stopped"):
        store._db.rows(endless)
    store.interrupt()
    assert store.search("geht noch").items == ()


def test_threads_may_share_the_file_with_stores_of_their_own(library: Path) -> None:
    failures: list[Exception] = []

    def work(name: str) -> None:
        try:
            with Store(library) as store:
                for number in range(20):
                    store.sources.add(Source(f"{name}{number}"))
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Store(library) as store:
        assert len(store.sources.all()) == 60


def test_a_clock_that_goes_backwards_does_not_confuse_undo(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (9, 8, 7):
        monkeypatch.setattr("reader.store.steps.now", lambda day=day: f"2024-05-0{day}T00:00:00Z")
        store.sources.add(Source(f"Tag {day}"))
    assert [store.journal.undo() for _ in range(3)] == [f"Add source Tag {day}" for day in (7, 8, 9)]

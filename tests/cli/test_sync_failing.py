"""`reader sync` where the folder, the disk or the program gives way: one sentence, and nothing is lost."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from reader.models import Note
from reader.store import Store
from tests.cli.conftest import Run
from tests.cli.desks import SharedDesk

pytest.importorskip("pyrage", reason="the extra [encrypt] is not installed")


@pytest.fixture
def desk(run: Run, library: Path, tmp_path: Path) -> SharedDesk:
    """Anna and Bernd, of whom nobody has synced yet."""
    return SharedDesk(run, tmp_path, {"anna": library, "bernd": tmp_path / "bernd.db"})


def refuse(*_: object, **__: object) -> None:
    raise OSError(28, os.strerror(28))


def files(desk: SharedDesk) -> list[Path]:
    return sorted(desk.folder.rglob("*"))


def test_no_desk_is_said_to_begin_where_none_does(desk: SharedDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as changed:
        changed.setattr("reader.private_files.create", refuse)
        told = desk.sync("anna")
    assert told.exit_code == 1
    assert "begins" not in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert files(desk) == []
    assert "A new desk begins" in desk.sync("anna").stderr


def test_a_segment_that_does_not_fit_leaves_nothing_behind(
    desk: SharedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(os, "fsync", refuse)
        told = desk.sync("anna")
    assert told.exit_code == 1
    assert "no space left" in told.stderr
    assert "this library is as it was" in told.stderr
    assert [path.suffix for path in files(desk)] == [".age"]  # the key of the desk, which has begun
    assert "2 articles" in desk.sync("anna").stderr
    assert "2 articles" in desk.sync("bernd").stderr


def test_a_dry_run_leaves_nothing_in_the_folder(desk: SharedDesk) -> None:
    desk.sync("anna")
    before = files(desk)
    assert desk.sync("bernd", "--dry-run").exit_code == 0
    desk.of("anna", "note", "2", "Danach")
    desk.sync("anna", "--dry-run")
    assert files(desk) == before


def test_what_came_in_is_not_denied_where_a_segment_gets_no_name(
    desk: SharedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.sync("anna")
    desk.sync("bernd")
    desk.of("bernd", "note", "2", "Von Bernd")
    desk.of("anna", "note", "2", "Von Anna")
    desk.sync("bernd")
    with monkeypatch.context() as changed:
        changed.setattr(Path, "replace", refuse)
        told = desk.sync("anna")
    assert told.exit_code == 1
    assert "what came in is kept" in told.stderr
    assert "as it was" not in told.stderr
    with Store(desk.libraries["anna"]) as store:
        assert "Von Bernd" in [note.body for note in store.notes.of(2)]
    assert desk.sync("anna").exit_code == 0
    assert "1 note came in" in desk.sync("bernd").stderr
    assert not [path for path in files(desk) if path.name.endswith(".new")]


def test_what_whoever_was_killed_left_of_a_key_goes_with_the_next_sync(desk: SharedDesk) -> None:
    left = desk.folder / ".desk-0123456789abcdef.age.00ff00ff.new"
    left.touch()
    strange = desk.folder / ".anything.new"
    strange.touch()
    assert desk.sync("anna").exit_code == 0
    assert not left.exists()
    assert strange.exists()


def test_a_full_disk_is_one_sentence_and_the_next_sync_makes_it_good(desk: SharedDesk) -> None:
    """The real program, whose files may grow no further than 20 KB."""
    desk.everybody()
    with Store(desk.libraries["anna"]) as store:
        store.notes.save(Note("x y z " * 30_000, 2))
    path, key = desk.libraries["anna"], desk.identity
    # -B: Python would cut its own cache of compiled files short
    call = ["-B", "-m", "reader", "--library", str(path), "sync", "--identity", str(key)]
    done = subprocess.run(
        [sys.executable, *call],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )
    assert done.returncode == 1, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not [one for one in files(desk) if one.name.endswith(".new")]
    desk.everybody()
    with Store(desk.libraries["bernd"]) as store:
        notes = [note.body for number in store.articles.ids() for note in store.notes.of(number)]
        assert "x y z " * 30_000 in notes
    for name in desk.libraries:
        assert desk.of(name, "doctor").exit_code == 0

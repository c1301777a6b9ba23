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

pyrage = pytest.importorskip("pyrage", reason="the extra [encrypt] is not installed")


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


def test_a_wrong_key_makes_no_library(desk: SharedDesk) -> None:
    desk.sync("anna")
    wrong = desk.home / "wrong"
    wrong.write_text("falsch\n", encoding="utf-8")
    told = desk.of("carla", "sync", str(desk.folder), "--passphrase-file", str(wrong))
    assert told.exit_code != 0
    assert not desk.libraries["carla"].exists()
    assert desk.sync("carla").exit_code == 0
    assert desk.libraries["carla"].exists()


def test_a_dry_run_makes_no_library(desk: SharedDesk) -> None:
    desk.sync("anna")
    told = desk.sync("carla", "--dry-run")
    assert "2 articles" in told.stderr
    assert not desk.libraries["carla"].exists()


def test_a_dry_run_writes_nothing_so_that_the_folder_may_be_for_reading_only(
    desk: SharedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.everybody()
    desk.of("anna", "note", "2", "Danach")
    monkeypatch.setattr("reader.private_files.create", refuse)
    for name in ("anna", "bernd"):
        told = desk.sync(name, "--dry-run")
        assert told.exit_code == 0, told.stderr


@pytest.mark.parametrize("content", [b"Einkaufsliste\n", b"another segment", b"another key"])
def test_a_file_that_only_bears_the_name_of_a_segment_is_not_waited_for(
    desk: SharedDesk, content: bytes
) -> None:
    desk.sync("anna")
    (segment,) = desk.folder.glob("*/000001.age")
    if content == b"another segment":
        content = segment.read_bytes()
    elif content == b"another key":
        content = pyrage.encrypt(b"x" * 500, [pyrage.x25519.Identity.generate().to_public()])
    segment.with_name("000099.age").write_bytes(content)
    told = desk.sync("bernd")
    assert told.exit_code == 0
    assert "1 file in the folder not of the desk (000099.age): left alone." in told.stderr
    assert "waited for" not in told.stderr
    assert "missing" not in told.stderr


@pytest.mark.parametrize("content", [b"", b"age-encr", b"\0" * 300])
def test_half_a_segment_is_waited_for(desk: SharedDesk, content: bytes) -> None:
    desk.sync("anna")
    (segment,) = desk.folder.glob("*/000001.age")
    segment.with_name("000002.age").write_bytes(content)
    assert "and is waited for" in desk.sync("bernd").stderr


def test_a_segment_that_is_put_back_is_told(desk: SharedDesk) -> None:
    desk.sync("anna")
    (segment,) = desk.folder.glob("*/000001.age")
    segment.write_bytes(segment.read_bytes()[:-9])
    assert "is missing or damaged in the folder: a sync puts it back" in desk.sync("anna", "--dry-run").stderr
    told = desk.sync("anna").stderr
    assert "1 segment of this library was missing or damaged in the folder: it is there again." in told
    assert "Nothing went out" not in told
    assert "Nothing went out" in desk.sync("anna").stderr

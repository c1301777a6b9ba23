"""A library survives a full disk, a kill, damage and another file in its place; and nobody else reads it."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.cli.group import cli
from reader.errors import StoreError
from reader.models import Note, Source
from reader.store import Store, restore
from reader.store.leftovers import sweep
from reader.store.library_files import create
from reader.store.schema import MIGRATIONS


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture(autouse=True)
def usual_mode() -> None:
    """The mode that most systems give: everybody reads."""
    os.umask(0o022)


def test_only_the_owner_reads_what_reader_writes(tmp_path: Path) -> None:
    path = tmp_path / "new" / "library.db"
    with Store(path) as store:
        store.sources.add(Source("Anna"))
        assert mode(path.parent) == 0o700
        assert {mode(file) for file in path.parent.iterdir()} == {0o600}
        copy = store.backup(tmp_path / "copy.db")
    kept = restore(copy, path)
    assert kept is not None
    assert [mode(file) for file in (path, copy, kept)] == [0o600] * 3
    create(tmp_path / "old.db", stop_before=MIGRATIONS[-1])
    Store(tmp_path / "old.db").close()
    assert {mode(file) for file in tmp_path.glob("old.db*")} == {0o600}


def test_a_library_that_others_could_read_is_closed_to_them_once(library: Path) -> None:
    Store(library).close()
    raw = sqlite3.connect(library)
    raw.execute("DELETE FROM library WHERE key = 'private'")
    raw.commit()
    raw.close()
    library.chmod(0o644)
    with Store(library) as store:
        assert "Others could read" in store.notice
    assert mode(library) == 0o600
    library.chmod(0o640)
    with Store(library) as store:
        assert store.notice == ""
    assert mode(library) == 0o640, "opened to a group afterwards: meant so"


def test_a_group_that_writes_keeps_its_library(library: Path) -> None:
    Store(library).close()
    raw = sqlite3.connect(library)
    raw.execute("DELETE FROM library WHERE key = 'private'")
    raw.commit()
    raw.close()
    library.chmod(0o664)
    with Store(library) as store:
        assert "its group" in store.notice
    assert mode(library) == 0o660


_CRAMPED = """
import resource, sys
from pathlib import Path
from reader.errors import StoreError
from reader.store import Store, restore
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
try:
    {do}
except StoreError as error:
    print(error.message)
"""


def cramped(do: str, room: int, folder: Path) -> str:
    """Do something where no file may grow beyond `room` bytes."""
    command = [sys.executable, "-c", _CRAMPED.format(do=do), str(room)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("room", [0, 50_000, 300_000, 500_000])
def test_a_restore_without_room_leaves_everything_as_it_was(
    store: Store, article: int, library: Path, tmp_path: Path, room: int
) -> None:
    store.backup(tmp_path / "copy.db")
    store.sources.add(Source("Danach"))
    store.close()
    before = sorted(file.name for file in tmp_path.iterdir())
    assert cramped("restore(Path('copy.db'), Path('library.db'))", room, tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == before
    with Store(library) as again:
        assert [source.name for source in again.sources.all()] == ["Danach"]


@pytest.mark.parametrize("room", [0, 50_000, 300_000, 500_000])
def test_a_new_library_without_room_leaves_nothing(tmp_path: Path, room: int) -> None:
    assert cramped("Store(Path('library.db'))", room, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("library_before", [False, True])
def test_a_restore_that_is_killed_leaves_the_old_or_the_new(
    store: Store, article: int, tmp_path: Path, library_before: bool
) -> None:
    copy = store.backup(tmp_path / "copy.db")
    folder = tmp_path / "place"
    for fraction in range(6):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        if library_before:
            shutil.copy(copy, folder / "library.db")
        killed_in(folder, copy, fraction)
        sweep.cache_clear()
        if (folder / "library.db").exists():
            with Store(folder / "library.db", create=False) as found:
                assert found.articles.ids() == [article]
        else:
            assert not library_before
            sweep(folder / "library.db")
        assert [file.name for file in folder.iterdir() if file.name.endswith(".new")] == []


_KILLED = """
import os, sys
from pathlib import Path
import reader.store.backups as backups
steps = iter(range(99))
for name in ("_prepare", "_take_over", "_kept_aside", "put_in_place", "_fill", "fsync"):
    def wrapped(*given, real=getattr(backups, name), **more):
        if next(steps) == int(sys.argv[3]):
            os.kill(os.getpid(), 9)
        return real(*given, **more)
    setattr(backups, name, wrapped)
backups.restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def killed_in(folder: Path, copy: Path, step: int) -> None:
    """A restore that is killed before its step of that number."""
    subprocess.run(
        [sys.executable, "-c", _KILLED, str(copy), str(folder / "library.db"), str(step)], check=False
    )


def test_what_a_killed_program_left_goes_at_the_next_start(library: Path, tmp_path: Path) -> None:
    Store(library).close()
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True
    )
    pid = gone.stdout.strip()
    elsewhere = tmp_path / "backups"
    elsewhere.mkdir()
    half = elsewhere / f".copy.db.{pid}-aa.new"
    half.write_text("half")
    record = tmp_path / f".library.db.{pid}-bb.left"
    record.write_text(str(half))
    left = [tmp_path / f".library.db.{pid}-aa.new{end}" for end in ("", "-journal")]
    ours = tmp_path / f".library.db.{os.getpid()}-aa.new"
    for file in (*left, ours):
        file.write_text("x")
    sweep.cache_clear()
    Store(library).close()
    assert [file for file in (*left, half, record) if file.exists()] == []
    assert ours.exists(), "its program still runs"


def test_a_file_put_in_the_place_of_an_open_library_is_not_written_to(
    store: Store, article: int, tmp_path: Path
) -> None:
    shown = store.identity()
    copy = store.backup(tmp_path / "copy.db")
    restore(copy, store.path)
    with Store(store.path) as later:
        later.expect(shown)
        with pytest.raises(StoreError, match="replaced"):
            later.notes.save(Note("für die andere", article))
        assert later.notes.of(article) == []


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_damaged_is_told_in_a_sentence(
    store: Store, article: int, tmp_path: Path, seed: int
) -> None:
    store.notes.save(Note("x", article))
    store.sources.add(Source("Anna", aliases=("A.",)))
    copy = store.backup(tmp_path / "copy.db")
    data, chance = copy.read_bytes(), random.Random(seed)
    library = tmp_path / "damaged.db"
    for _ in range(12):
        broken = bytearray(data)
        start = chance.randrange(len(data))
        for _ in range(chance.choice([1, 20, 300])):
            place = chance.choice([chance.randrange(8192 * 3), chance.randrange(start, len(data))])
            broken[place] = chance.randrange(256)
        for words in (("list",), ("show", "1"), ("doctor",), ("sources",), ("verify",)):
            library.write_bytes(broken)
            told = CliRunner().invoke(cli, ["--library", str(library), *words])
            assert told.exception is None or isinstance(told.exception, SystemExit), told.exception
            assert ".." not in told.stderr.replace("…", "")
        library.write_bytes(broken)
        done = CliRunner().invoke(cli, ["--library", str(library), "restore", "-y", str(copy)])
        assert done.exit_code == 0, done.output
        with Store(library) as mended:
            assert mended.articles.ids() == [article]


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("UPDATE sources SET kind = 'organisataon'", ("sources",)),
        ("UPDATE versions SET captions = '[['", ("show", "1")),
        ("UPDATE quotes SET words = CAST(x'd5c3' AS TEXT)", ("quotes",)),
        ("DROP TABLE notes", ("show", "1")),
        ("DELETE FROM _sqlite_migrations WHERE name = 'm003_stories'", ("list",)),
        ("DELETE FROM versions", ("show", "1")),
    ],
)
def test_damage_names_the_way_out(store: Store, article: int, damage: str, words: tuple[str, ...]) -> None:
    store.sources.add(Source("Anna"))
    store.close()
    raw = sqlite3.connect(store.path)
    raw.create_function("fold", 1, str)
    raw.executescript(damage)
    raw.close()
    told = CliRunner().invoke(cli, ["--library", str(store.path), *words])
    assert told.exit_code == 1
    assert "is damaged" in told.stderr
    assert "`reader restore BACKUP`" in told.stderr


def test_doctor_looks_at_everything_while_another_program_writes(
    store: Store, article: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.connection.PATIENCE", 0.0)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    told = CliRunner().invoke(cli, ["--library", str(store.path), "doctor"])
    other.close()
    assert "could not be looked at" not in told.stdout
    assert (told.exit_code, "All is well" in told.stderr) == (0, True)


def test_doctor_says_what_it_could_not_look_at(
    store: Store, article: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_parts: object, **_how: object) -> bool:
        raise StoreError("The disk is full: nothing was changed. Free some space and try again.")

    monkeypatch.setattr("reader.store.doctor.is_in_step", no_room)
    told = CliRunner().invoke(cli, ["--library", str(store.path), "doctor"])
    assert "could not be looked at" in told.stdout
    assert "not in step" not in told.stdout
    assert (told.exit_code, "All is well" in told.stderr) == (1, False)


def test_doctor_finds_and_mends_terms_that_no_library_knows(store: Store, article: int) -> None:
    source = store.sources.add(Source("Anna"))
    raw = sqlite3.connect(store.path)
    raw.execute("UPDATE sources SET use = 'confidantial'")
    raw.commit()
    raw.close()
    assert [symptom.area for symptom in store.doctor(mend=True) if symptom.serious] == ["values"]
    assert store.sources.get(source.id).use == "off the record", "what promises least"

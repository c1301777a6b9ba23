"""`reader sync`: two libraries and a folder."""

import json
import os
import threading
from pathlib import Path

import pytest

from reader.library.syncing import opened
from reader.models import Note
from reader.store import Store
from reader.store.encryption import Keys
from tests.cli.conftest import Run
from tests.cli.test_json import ROWS

pytest.importorskip("pyrage", reason="the extra [encrypt] is not installed")


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """A file with a passphrase."""
    path = tmp_path / "passphrase"
    path.write_text("korrekt Pferd Batterie\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty shared folder."""
    path = tmp_path / "desk"
    path.mkdir()
    return path


def test_a_second_library_gets_all_and_conflicts_are_listed_and_settled(
    run: Run, library: Path, folder: Path, secret: str, tmp_path: Path
) -> None:
    told = run("sync", str(folder), "--passphrase-file", secret)
    assert (told.exit_code, "2 articles" in told.stderr) == (0, True), told.stderr
    other = str(tmp_path / "other.db")
    told = run("--library", other, "sync", str(folder), "--passphrase-file", secret)
    assert (told.exit_code, "2 articles" in told.stderr) == (0, True), told.stderr
    with Store(library) as store:
        text = store.articles.get(1).text
    for path, title in ((library, "Hier"), (Path(other), "Dort")):
        with Store(path) as store:  # the numbers of one article differ from library to library
            same = [number for number in store.articles.ids() if store.articles.get(number).text == text]
            store.articles.update(same, title=title)
    assert run("sync", "--passphrase-file", secret).exit_code == 0
    told = run("--library", other, "sync", "--passphrase-file", secret)
    assert told.exit_code == 1
    assert "1 conflict: reader sync --conflicts" in told.stderr
    listed = run("--library", other, "sync", "--conflicts")
    assert "“Dort”" in listed.stdout
    assert "“Hier”" in listed.stdout
    (conflict,) = json.loads(run("--library", other, "sync", "--conflicts", "--json").stdout)
    assert run("--library", other, "sync", "--take", str(conflict["id"])).exit_code == 0
    assert run("--library", other, "sync", "--passphrase-file", secret).exit_code == 0
    assert run("sync", "--passphrase-file", secret).exit_code == 0
    titles = set()
    for path in (library, Path(other)):
        with Store(path) as store:
            titles.add(tuple(sorted(store.articles.get(number).title for number in store.articles.ids())))
    assert len(titles) == 1
    assert "Nobody" in run("sync", "--conflicts").stderr


def test_json_says_what_came_and_a_dry_run_changes_nothing(
    run: Run, library: Path, folder: Path, secret: str, tmp_path: Path
) -> None:
    run("sync", str(folder), "--passphrase-file", secret)
    other = str(tmp_path / "other.db")
    said = json.loads(
        run(
            "--library", other, "sync", str(folder), "--dry-run", "--json", "--passphrase-file", secret
        ).stdout
    )
    assert (said["came"]["article"], said["dry"]) == (2, True)
    assert set(ROWS["sync"]) >= set(said)
    assert not Path(other).exists()


@pytest.mark.parametrize("arguments", [(), ("/nowhere/at/all",), ("--leave", "--yes"), ("--take", "7")])
def test_what_cannot_be_is_told_in_a_sentence(
    run: Run, library: Path, arguments: tuple[str, ...], secret: str
) -> None:
    told = run("sync", *arguments, "--passphrase-file", secret)
    assert told.exit_code in (1, 2)
    assert "Traceback" not in told.stderr
    assert told.stderr.strip()


def test_another_passphrase_opens_nothing(
    run: Run, library: Path, folder: Path, secret: str, tmp_path: Path
) -> None:
    run("sync", str(folder), "--passphrase-file", secret)
    wrong = tmp_path / "wrong"
    wrong.write_text("ganz andere Worte\n", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    told = run("--library", str(tmp_path / "b.db"), "sync", str(folder), "--passphrase-file", str(wrong))
    assert told.exit_code == 1
    assert "another passphrase" in told.stderr
    assert sorted(folder.rglob("*")) == before


def test_names_go_along_only_where_somebody_says_so(
    run: Run, library: Path, folder: Path, secret: str
) -> None:
    told = run("sync", str(folder), "--with-protected", "--passphrase-file", secret)
    assert told.exit_code == 2
    assert "--yes" in told.stderr
    assert not list(folder.iterdir())


def test_who_leaves_keeps_what_came_in(run: Run, library: Path, folder: Path, secret: str) -> None:
    run("sync", str(folder), "--passphrase-file", secret)
    assert run("sync", "--leave", "--yes").exit_code == 0
    with Store(library) as store:
        assert store.articles.count() == 2
        store.notes.save(Note("Weiter", store.articles.ids()[0]))
    assert run("doctor").exit_code == 0
    assert run("sync", "--passphrase-file", secret).exit_code != 0


def counts(path: Path) -> dict[str, int]:
    """How many things of some kinds a library has."""
    tables = ("articles", "quotes", "notes", "memos", "translations", "tags")
    with Store(path) as store:
        return {table: store._db.value(f"SELECT count(*) FROM {table}") for table in tables}


@pytest.mark.parametrize("is_member", [False, True], ids=["before the first sync", "after it"])
def test_an_older_backup_that_is_put_back_doubles_nothing_and_loses_nothing(
    run: Run, library: Path, folder: Path, secret: str, tmp_path: Path, is_member: bool
) -> None:
    other, backup = tmp_path / "other.db", str(tmp_path / "backup.db")
    if is_member:
        assert run("sync", str(folder), "--passphrase-file", secret).exit_code == 0
    run("note", "2", "Nicht gesagt, als die Sicherung entstand")
    run("translate", "1", "We build today", "--into", "en")
    run("backup", backup)
    for path in (library, other):
        run("--library", str(path), "sync", str(folder), "--passphrase-file", secret)
    run("--library", str(other), "note", "2", "Von drüben")
    run("note", "2", "Nach der Sicherung")
    for path in (library, other, library):
        run("--library", str(path), "sync", "--passphrase-file", secret)
    with_all = counts(library)
    assert run("restore", backup, "--yes").exit_code == 0
    for path in (library, other, library):
        run("--library", str(path), "sync", str(folder), "--passphrase-file", secret)
    assert counts(other) == with_all
    assert counts(library) == with_all
    for check in ("verify", "doctor"):
        assert run(check).exit_code == 0


def test_two_libraries_that_begin_at_once_begin_one_desk(folder: Path, tmp_path: Path) -> None:
    desks = []

    def begin(name: str) -> None:
        with Store(tmp_path / name) as store:
            desks.append(opened(store, folder, Keys("korrekt Pferd Batterie")).name)

    both = [threading.Thread(target=begin, args=(name,)) for name in ("a.db", "b.db")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(desks) == 2
    assert len(set(desks)) == 1
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_cannot_be_written_loses_nothing(
    run: Run, library: Path, folder: Path, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, os.strerror(30))

    assert run("sync", str(folder), "--passphrase-file", secret).exit_code == 0
    run("note", "2", "Danach")
    left = next(folder.glob("*/*.age")).with_name(".000009.age.0.new")
    left.touch()
    with monkeypatch.context() as changed:
        changed.setattr("reader.private_files.create", refuse)
        changed.setattr(Path, "unlink", refuse)
        told = run("sync", "--passphrase-file", secret)
    assert told.exit_code == 1
    assert "cannot be written" in told.stderr
    assert "1 note" in run("sync", "--passphrase-file", secret).stderr
    assert not left.exists()

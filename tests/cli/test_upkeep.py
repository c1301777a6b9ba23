"""Commands that look after the file: doctor, backup, restore, vacuum, sql."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from reader.models import Article, Note
from reader.store import Store
from tests.cli.conftest import Run


def test_doctor_finds_nothing_in_a_sound_library(run: Run, library: Path) -> None:
    result = run("doctor", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["findings"], told["size"]["articles"]) == (0, [], 2)
    assert "2 articles, 2 quotes, 1 note:" in run("doctor").stdout


def test_doctor_says_what_is_wrong_and_mends_what_it_can(run: Run, library: Path) -> None:
    with sqlite3.connect(library) as db:
        db.execute("pragma recursive_triggers = off")
        db.execute("update articles set quotes = 99 where id = 1")
    db.close()
    found = run("doctor")
    assert found.exit_code == 1
    assert "counters:" in found.stdout
    mended = run("doctor", "--mend")
    assert (mended.exit_code, "Mended." in mended.stdout) == (0, True)
    assert run("doctor").exit_code == 0


def test_a_backup_can_be_restored(run: Run, library: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert json.loads(run("backup", str(target), "--json").stdout) == {"backup": str(target)}
    run("trash", "1")
    assert run("restore", str(target)).exit_code == 2
    restored = run("restore", str(target), "--yes")
    assert (restored.exit_code, "As it was: " in restored.stderr) == (0, True)
    with Store(library) as store:
        assert store.articles.count() == 2


def test_a_backup_never_replaces_a_file_and_a_restore_needs_one(
    run: Run, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "there.db").write_text("mine", encoding="utf-8")
    refused = run("backup", str(tmp_path / "there.db"))
    assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
    assert run("restore", str(tmp_path / "none.db"), "--yes").exit_code == 1
    assert run("restore", str(tmp_path / "there.db"), "--yes").exit_code == 1
    assert run("verify").exit_code == 0


def test_vacuum_says_what_it_won(run: Run, library: Path) -> None:
    result = run("vacuum")
    assert (result.exit_code, "given back" in result.stderr) == (0, True)


def test_merging_takes_over_and_can_be_undone(run: Run, library: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    text = "Ein dritter Text mit eigenen Worten."
    for path in (other, library):
        with Store(path) as store:
            store.articles.add(Article(text, title="Dritter", location="drei.txt"))
    with Store(other) as store:
        store.articles.add(Article("Ein vierter Text.", title="Vierter", location="vier.txt"))
        store.notes.save(Note("von drüben", 1))
    told = json.loads(run("merge", str(other), "--json").stdout)
    assert (told["new"], told["same"], told["notes"]) == (1, 1, 1)
    with Store(library) as store:
        assert [note.body for note in store.notes.of(3)] == ["von drüben"]
    assert run("undo").stderr == "Undone: Merge other.db\n"
    assert "Vierter" not in run("list").stdout
    assert run("merge", str(tmp_path / "none.db")).exit_code == 1


QUERY = "select id, title from articles order by id"


def test_sql_prints_tables_csv_and_json(run: Run, library: Path) -> None:
    assert "Neubau am Markt" in run("sql", QUERY).stdout
    assert json.loads(run("sql", QUERY, "--json").stdout)[1] == {"id": 2, "title": "Zweiter"}
    assert list(csv.reader(io.StringIO(run("sql", QUERY, "--csv").stdout)))[1] == ["1", "Neubau am Markt"]
    assert "Zweiter" in run("sql", "-", stdin=QUERY).stdout


@pytest.mark.parametrize(
    "query", ["delete from articles", "pragma journal_mode = delete", "select", "attach 'x' as y"]
)
def test_sql_changes_nothing(run: Run, library: Path, query: str) -> None:
    result = run("sql", query)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert len(json.loads(run("list", "--json").stdout)) == 2

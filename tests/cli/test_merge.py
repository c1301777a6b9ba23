"""`reader merge` where the other file is no library."""

import sqlite3
from pathlib import Path

import pytest

from reader.store import Store
from tests.cli.conftest import Run


def make_foreign(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE songs (name)")
    database.close()


def make_newer(path: Path) -> None:
    with Store(path):
        pass
    with sqlite3.connect(path) as database:
        database.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "SELECT migration_set, 'of-tomorrow', applied_at FROM _sqlite_migrations LIMIT 1"
        )
    database.close()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (Path.touch, "it is an empty file"),
        (lambda path: path.write_bytes(b"Notizen " * 200), "it is no SQLite file, or a damaged one"),
        (make_foreign, "it belongs to another program"),
        (make_newer, "a newer version of reader wrote it, so update reader"),
    ],
)
def test_a_file_that_is_no_library_is_named_and_none_is_made_for_it(
    run: Run, tmp_path: Path, make: object, told: str
) -> None:
    other, ours = tmp_path / "other.db", tmp_path / "ours.db"
    make(other)  # type: ignore[operator]  # one of those above
    done = run("--library", str(ours), "merge", str(other))
    assert done.stderr == f"reader: {other} is no library that can be read here: {told}.\n"
    assert not ours.exists()

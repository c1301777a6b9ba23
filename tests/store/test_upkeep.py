"""Doctor, backup, restore, vacuum and read-only SQL."""

import sqlite3
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.models import Article, Note, Source, Status
from reader.store import Store, restore
from tests.store.conftest import TEXT, span


def tamper(library: Path, *statements: str) -> None:
    """Change the file behind the program's back."""
    raw = sqlite3.connect(library)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def areas(store: Store, *, mend: bool = False) -> set[str]:
    """What the doctor complains of."""
    return {finding.area for finding in store.doctor(mend=mend) if finding.serious}


def test_a_used_library_is_well(store: Store, article: int) -> None:
    store.quotes.set_status([each.id for each in store.quotes.of(article)], Status.ACCEPTED)
    store.notes.save(Note("x", article, span=span(TEXT, "Müller")))
    store.journal.undo()
    assert areas(store) == set()
    size = store.size()
    assert (size.articles, size.quotes, size.notes) == (1, 3, 0)
    assert size.file > 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE quotes SET words = 'anders' WHERE id = 1",
        "UPDATE quotes SET spans = '[[3, 9]]' WHERE id = 1",
        "UPDATE quotes SET spans = '[[10, 99999]]', end_at = 99999 WHERE id = 1",
        "UPDATE quotes SET speaker = '[[5, 9]]' WHERE id = 1",
        "UPDATE quotes SET spans = '[[3' WHERE id = 1",
        "UPDATE quotes SET speaker = '[[1]]' WHERE id = 1",
        "UPDATE quotes SET type = 'Quatsch' WHERE id = 1",
        "UPDATE versions SET headings = '[[0'",
        "UPDATE versions SET text = 'x' || text",
        "UPDATE versions SET headings = '[[0, 9999]]'",
        "DELETE FROM versions",
    ],
)
def test_every_wrong_span_is_found(store: Store, article: int, library: Path, statement: str) -> None:
    tamper(library, statement)
    problems = list(store.verify())
    assert problems
    assert problems[0].article_id == article


def test_a_wrong_note_is_found(store: Store, article: int, library: Path) -> None:
    note = store.notes.save(Note("x", article, span=span(TEXT, "Müller")))
    tamper(library, "UPDATE notes SET start_at = start_at + 1")
    assert [problem.note_id for problem in store.verify()] == [note.id]


def test_a_search_index_out_of_step_is_found_and_mended(store: Store, article: int, library: Path) -> None:
    tamper(library, "INSERT INTO article_texts_fts(article_texts_fts) VALUES ('delete-all')")
    assert store.articles.ids("zufrieden") == []
    assert areas(store) == {"search"}
    assert areas(store, mend=True) == {"search"}
    assert areas(store) == set()
    assert store.articles.ids("zufrieden") == [article]


def test_wrong_counters_are_found_and_mended(store: Store, article: int, library: Path) -> None:
    tamper(library, "UPDATE articles SET quotes = 7, open = 0")
    assert areas(store, mend=True) == {"counters"}
    assert areas(store) == set()
    row = store.articles.rows([article])[0]
    assert (row.quotes, row.open) == (3, 3)


def test_a_row_that_belongs_to_nothing_is_found(store: Store, article: int, library: Path) -> None:
    tamper(
        library,
        "PRAGMA foreign_keys = OFF",
        "UPDATE notes SET article_id = 9",
        "UPDATE quotes SET source_id = 9",
    )
    assert "references" in areas(store)


def test_orphans_are_told_but_are_nothing_wrong(store: Store, article: int, library: Path) -> None:
    tamper(library, "UPDATE quotes SET anchor = 'orphan' WHERE id = 1")
    (finding,) = store.doctor()
    assert (finding.area, finding.serious) == ("orphans", False)


def test_a_backup_is_a_whole_library(store: Store, article: int, tmp_path: Path) -> None:
    target = store.backup(tmp_path / "copy.db")
    assert not Path(f"{target}-wal").exists()
    with Store(target) as copy:
        assert copy.articles.get(article) == store.articles.get(article)
        assert areas(copy) == set()
    with pytest.raises(StoreError, match="already"):
        store.backup(target)
    folder = tmp_path / "backups"
    folder.mkdir()
    assert store.backup(folder).parent == folder


def test_a_backup_to_nowhere_says_so(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere"):
        store.backup(tmp_path / "nowhere" / "copy.db")


def test_restoring_while_the_library_is_open_and_keeping_what_was(
    store: Store, article: int, tmp_path: Path
) -> None:
    copy = store.backup(tmp_path / "copy.db")
    revision = store.revision()
    store.articles.trash([article])
    store.articles.purge([article])
    store.sources.add(Source("Danach"))
    kept = restore(copy, store.path)
    assert store.articles.ids() == [article]
    assert store.sources.all() == []
    assert store.revision() == revision
    assert kept is not None
    with Store(kept) as before:
        assert [source.name for source in before.sources.all()] == ["Danach"]


def test_restoring_in_the_place_of_a_broken_library(store: Store, article: int, tmp_path: Path) -> None:
    copy = store.backup(tmp_path / "copy.db")
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no library" * 1000)
    kept = restore(copy, broken)
    assert kept is not None
    assert kept.read_bytes().startswith(b"no library")
    with Store(broken) as mended:
        assert mended.articles.ids() == [article]


@pytest.mark.parametrize("content", [None, b"not a library" * 500])
def test_restoring_something_else_is_refused(
    store: Store, article: int, tmp_path: Path, content: bytes | None
) -> None:
    copy = tmp_path / "copy.db"
    if content is not None:
        copy.write_bytes(content)
    with pytest.raises(StoreError):
        restore(copy, store.path)
    assert store.articles.ids() == [article]


def test_vacuum_gives_space_back(store: Store) -> None:
    ids = [store.articles.add(Article(text=f"{n} " * 9000, location=f"/{n}")).id for n in range(30)]
    store.articles.trash(ids)
    store.articles.purge(ids)
    assert store.size().unused > 0
    assert store.vacuum() > 0
    assert store.size().unused == 0
    assert areas(store) == set()


def test_sql_reads_the_documented_views(store: Store, article: int) -> None:
    table = store.sql("SELECT article, outlet, type, words, speaker FROM quotes_view ORDER BY id")
    assert table.columns == ("article", "outlet", "type", "words", "speaker")
    assert table.rows[0] == ("Ätna bebt", "dpa", "Direct", "„Ja, ü😀 wir gehen“", "Er")
    balance = store.sql("SELECT sum(quotes), sum(direct) FROM balance_view").rows
    assert balance == [(3, 2)]
    spans = store.sql("SELECT start, \"end\" FROM spans_view WHERE quote_id = 3 AND part = 'quote'").rows
    assert spans == [tuple(each) for each in store.quotes.get(3).spans]
    assert store.sql("SELECT label FROM journal_view").rows == [("Add “Ätna bebt”",)]
    assert store.sql("SELECT id FROM articles WHERE fold(title) = 'atna bebt'").rows == [(article,)]


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM articles",
        "UPDATE articles SET title = 'x'",
        "DROP TABLE articles",
        "ATTACH 'other.db' AS other",
        "PRAGMA journal_mode = DELETE",
        "CREATE TABLE x (y)",
        "SELECT load_extension('x')",
        "SELECT nonsense",
        "SELECT 1; DELETE FROM articles",
        "",
    ],
)
def test_sql_changes_nothing(
    store: Store, article: int, sql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    if sql:
        with pytest.raises(StoreError):
            store.sql(sql)
    else:
        assert store.sql(sql).rows == []
    assert store.articles.ids() == [article]
    assert sorted(path.name for path in tmp_path.iterdir()) == before

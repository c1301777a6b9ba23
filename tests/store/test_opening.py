"""Opening a library: quickly, from older versions, and in one sentence where it cannot be."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.errors import StoreError
from reader.models import Article, Note, Source
from reader.store import Store
from reader.store.failures import store_error
from reader.store.library_files import create
from reader.store.migrations import library as migrations
from reader.store.schema import MIGRATIONS


def test_opening_and_listing_imports_no_slow_module(library: Path, article: int) -> None:
    script = f"""
import sys
from reader.store import Store
with Store({str(library)!r}) as store:
    store.articles.rows(store.articles.ids())
slow = {{"sqlite_utils", "click", "rapidfuzz", "hashlib", "uuid", "reader.store.query", "reader.store.hits"}}
print(sorted(slow & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_library_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "library.db"
    with Store(path) as store:
        assert store.articles.ids() == []
        assert store.path == path
    assert sorted(file.name for file in path.parent.iterdir()) == ["library.db"]


def test_an_empty_file_becomes_a_library(library: Path) -> None:
    library.touch()
    with Store(library) as store:
        assert store.articles.count() == 0


def test_without_create_a_missing_library_is_store_error(library: Path) -> None:
    with pytest.raises(StoreError, match="no library at"):
        Store(library, create=False)
    assert not library.exists()


def test_the_names_of_migrations_are_those_that_exist() -> None:
    assert tuple(migration.name for migration in migrations._migrations) == MIGRATIONS


@pytest.mark.parametrize("missing", MIGRATIONS[1:])
def test_a_library_of_every_earlier_version_is_brought_up_to_date(library: Path, missing: str) -> None:
    create(library, stop_before=missing)
    raw = sqlite3.connect(library)
    raw.execute("INSERT INTO articles (uid, hash, added, title) VALUES ('u', 'h', '2024', 'Alt')")
    raw.execute(
        "INSERT INTO versions (article_id, number, added, hash, text) VALUES (1, 1, '', 'h', 'Alter Text')"
    )
    raw.commit()
    raw.close()
    with Store(library) as store:
        assert store.articles.get(1).text == "Alter Text"
        assert store.articles.ids("alter") == [1]
        assert store.sql("SELECT count(*) FROM quotes_view").rows == [(0,)]
        assert [finding.what for finding in store.doctor() if finding.serious] == []
    kept = library.with_name(f"library.db.before-{missing}")
    raw = sqlite3.connect(kept)
    names = [row[0] for row in raw.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    raw.close()
    assert names == list(MIGRATIONS[: MIGRATIONS.index(missing)]), "the file as it was is kept beside it"
    with Store(library) as again:
        assert again.articles.count() == 1


def test_it_is_told_how_far_an_older_library_is_brought_up_to_date(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.page_copies._STEP", 5)
    create(library, stop_before=MIGRATIONS[-1])
    told: list[tuple[str, int, int]] = []
    with Store(library, told=lambda *stage: told.append(stage)):
        *copied, (_bringing, done, total) = told
    assert len(copied) > 2
    assert len({what for what, _done, _total in copied}) == 1
    assert all(done <= total for _what, done, total in copied)
    assert copied[-1][1] == copied[-1][2], "the copy is whole before the library is changed"
    assert (done, total) == (0, 0)
    told.clear()
    with Store(library, told=lambda *stage: told.append(stage)):
        assert told == []


def test_the_speakers_of_old_quotes_rest_on_nothing_known_and_are_as_sure_as_the_quote(library: Path) -> None:
    create(library, stop_before="m006_speakers")
    raw = sqlite3.connect(library)
    raw.execute("INSERT INTO articles (uid, hash, added) VALUES ('u', 'h', '2024')")
    raw.execute("INSERT INTO versions (article_id, number, added, hash, text) VALUES (1, 1, '', 'h', 'Ja.')")
    raw.execute(
        """INSERT INTO quotes (uid, article_id, start_at, end_at, type, medium, words, spans, confidence)
        VALUES ('q', 1, 0, 3, 'Direct', 'Speech', 'Ja.', '[[0, 3]]', 0.7)"""
    )
    raw.commit()
    raw.close()
    with Store(library) as store:
        (quote,) = store.quotes.of(1)
        assert (quote.speaker_basis, quote.speaker_confidence) == ("", 0.7)


def test_a_newer_library_is_refused_and_left_alone(library: Path, article: int) -> None:
    raw = sqlite3.connect(library)
    raw.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('reader', 'm999', '')"
    )
    raw.commit()
    raw.close()
    with pytest.raises(StoreError, match="newer version of reader"):
        Store(library)


def test_a_database_of_another_program_is_refused(library: Path) -> None:
    raw = sqlite3.connect(library)
    raw.execute("CREATE TABLE pictures (id)")
    raw.commit()
    raw.close()
    before = library.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store(library)
    assert library.read_bytes() == before


@pytest.mark.parametrize("content", [b"just text " * 900, b"SQLite format 3\x00" + b"\xff" * 5000, b"x"])
def test_what_is_no_database_is_refused_in_one_sentence(library: Path, content: bytes) -> None:
    library.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        Store(library)
    assert str(library) in caught.value.message
    assert library.read_bytes() == content


def read_everything(library: Path) -> None:
    """Look into every corner of a library."""
    with Store(library) as store:
        list(store.verify())
        store.articles.ids("text")
        store.sources.all()


def test_a_damaged_library_says_what_to_do(library: Path) -> None:
    with Store(library) as store:
        for number in range(50):
            store.articles.add(Article(text=f"Text {number} " * 400, location=f"/{number}"))
    data = bytearray(library.read_bytes())
    data[8192 * 3 : 8192 * 60] = b"\xa5" * (8192 * 57)
    library.write_bytes(data)
    with pytest.raises(StoreError, match=r"reader restore BACKUP|not a library"):
        read_everything(library)


def test_an_old_sqlite_is_store_error(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 31, 1))
    with pytest.raises(StoreError, match=r"needs 3\.38\.0"):
        Store(library)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Store(tmp_path)


def test_a_file_in_the_way_of_the_folder_is_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        Store(tmp_path / "file" / "library.db")


def test_a_full_disk_changes_nothing_and_goes_on_when_there_is_room(store: Store, article: int) -> None:
    raw = store._db.raw
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="disk is full"):
        store.articles.add(Article(text="viel Text " * 20_000, location="/b"))
    assert store.articles.ids() == [article]
    raw.execute("PRAGMA max_page_count = 1000000")
    assert store.articles.add(Article(text="viel Text " * 20_000, location="/b")).outcome == "new"
    assert [finding.what for finding in store.doctor() if finding.serious] == []


def test_a_disk_too_full_to_read_from_is_store_error(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    assert "disk is full" in store_error(error, library).message


@pytest.mark.parametrize("way", ["deleted", "replaced", "moved"])
def test_a_file_taken_away_underneath_is_told_before_anything_is_lost(
    store: Store, article: int, library: Path, tmp_path: Path, way: str
) -> None:
    store.sources.add(Source("Vorher"))
    if way == "replaced":
        with Store(tmp_path / "other.db"):
            pass
        (tmp_path / "other.db").replace(library)
    elif way == "moved":
        library.rename(tmp_path / "elsewhere.db")
    else:
        library.unlink()
    with pytest.raises(StoreError, match="moved, replaced or deleted"):
        store.notes.save(Note("verloren?", article))
    rescued = store.backup(tmp_path / "rescued.db")
    with Store(rescued) as copy:
        assert [source.name for source in copy.sources.all()] == ["Vorher"]


@contextmanager
def ordinary_user() -> Iterator[None]:
    """The rights of a user that permissions hold for, where tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with a library that an ordinary user may read but not write."""
    folder = Path(tempfile.mkdtemp())
    with Store(folder / "library.db") as store:
        store.articles.add(Article(text="Nur lesen.", title="Fest", location="/a"))
        store.articles.ids("lesen")
        store.sources.all()
    (folder / "library.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_library_can_be_read_and_says_so_when_written(locked_folder: Path) -> None:
    with ordinary_user(), Store(locked_folder / "library.db") as store:
        assert store.read_only
        assert store.articles.rows(store.articles.ids("lesen"))[0].title == "Fest"
        with pytest.raises(StoreError, match="can only be read"):
            store.sources.add(Source("x"))
        assert store.sources.all() == []


def test_a_read_only_file_in_a_writable_folder(locked_folder: Path) -> None:
    locked_folder.chmod(0o777)
    with ordinary_user(), Store(locked_folder / "library.db") as store:
        assert store.articles.count() == 1
        with pytest.raises(StoreError, match="can only be read"):
            store.articles.trash([1])


def test_no_library_can_be_made_in_a_read_only_folder(locked_folder: Path) -> None:
    with ordinary_user(), pytest.raises(StoreError, match=r"No library can be created|cannot be opened"):
        Store(locked_folder / "other.db")


def test_an_unreadable_library_is_store_error(locked_folder: Path) -> None:
    (locked_folder / "library.db").chmod(0)
    with ordinary_user(), pytest.raises(StoreError, match="cannot be opened"):
        Store(locked_folder / "library.db")


def test_addresses_of_an_older_library_lose_their_passwords_and_those_of_feeds_their_trackers(
    library: Path,
) -> None:
    create(library, stop_before="m008_feed_entries")
    raw = sqlite3.connect(library)
    for uid, url, location, feed in (
        ("u1", "https://anna:geheim@blatt.example/a?x=1", "https://anna:geheim@blatt.example/a?x=1", ""),
        ("u2", "https://blatt.example/b?utm_source=rss&id=4", "https://a:b@blatt.example/feed", "Blatt"),
        ("u3", "https://blatt.example/c?utm_source=mail", "https://blatt.example/@c", ""),
    ):
        columns = "uid, hash, added, url, location, feed"
        raw.execute(
            f"INSERT INTO articles ({columns}) VALUES (?, 'h', '', ?, ?, ?)", (uid, url, location, feed)
        )
    raw.execute("INSERT INTO journal_steps (at, label) VALUES ('', 'Add “https://a:geheim@x.example/”')")
    raw.execute(
        """INSERT INTO journal_changes (step_id, table_name, row_id, before)
        VALUES (1, 'articles', 1, '{"url": "http://anna:geheim@blatt.example/a"}')"""
    )
    raw.commit()
    raw.close()
    with Store(library) as store:
        rows = store.sql("SELECT url, location FROM articles ORDER BY id").rows
        assert rows == [
            ("https://blatt.example/a?x=1", "https://blatt.example/a?x=1"),
            ("https://blatt.example/b?id=4", "https://blatt.example/feed"),
            ("https://blatt.example/c?utm_source=mail", "https://blatt.example/@c"),
        ]
        journal = store.sql("SELECT before, label FROM journal_changes, journal_steps").rows
        assert journal == [('{"url": "http://blatt.example/a"}', "Add “https://x.example/”")]


def test_an_older_library_is_read_on_the_stricter_terms(library: Path) -> None:
    create(library, stop_before="m007_terms")
    raw = sqlite3.connect(library)
    raw.executemany(
        "INSERT INTO sources (uid, name, confidentiality) VALUES (?, ?, ?)",
        [("a", "Offen", "on record"), ("b", "Zwei", "background"), ("c", "Drei", "confidential")],
    )
    raw.execute("INSERT INTO journal_steps (at, label) VALUES ('2024', 'Change source Offen')")
    raw.execute(
        """INSERT INTO journal_changes (step_id, table_name, row_id, before, after) VALUES
        (1, 'sources', 1, '{"confidentiality": "confidential"}', '{"confidentiality": "on record"}')"""
    )
    raw.commit()
    raw.close()
    with Store(library) as store:
        terms = {one.name: (str(one.use), one.identity_protected) for one in store.sources.all()}
        assert terms == {
            "Offen": ("on record", False),
            "Zwei": ("background", False),
            "Drei": ("off the record", True),
        }
        assert store.journal.undo() == "Change source Offen"
        assert (str(store.sources.get(1).use), store.sources.get(1).identity_protected) == (
            "off the record",
            True,
        )


def test_the_version_of_a_quote_lost_long_ago_is_found(library: Path) -> None:
    create(library, stop_before="m005_words")
    raw = sqlite3.connect(library)
    raw.execute("INSERT INTO articles (uid, hash, added, version) VALUES ('u', 'h', '2024', 3)")
    texts = ("Er sagte: „Ja.“", "Sie sagte: „Ja.“", "Nichts ist geblieben.")
    for number, text in enumerate(texts, 1):
        raw.execute(
            "INSERT INTO versions (article_id, number, added, hash, text) VALUES (1, ?, '', ?, ?)",
            (number, str(number), text),
        )
    raw.execute(
        """INSERT INTO quotes (uid, article_id, start_at, end_at, type, medium, words, spans, anchor)
        VALUES ('q', 1, 10, 15, 'Direct', 'Speech', '„Ja.“', '[[10, 15]]', 'orphan')"""
    )
    raw.commit()
    raw.close()
    with Store(library) as store:
        (quote,) = store.quotes.of(1)
        assert (quote.version, quote.stored_words, list(store.verify())) == (1, "„Ja.“", [])

"""Looking after a library keeps nobody from working in it, says how far it is, and what it has left out."""

import sqlite3
from pathlib import Path

import pytest

from reader.models import Article
from reader.store import Store, doctor, verify
from tests.store.conftest import FOUND, TEXT


def tamper(library: Path, statement: str) -> None:
    with sqlite3.connect(library) as db:
        db.execute(statement)
    db.close()


def areas(store: Store, *, full: bool | None) -> list[str]:
    return [one.area for one in store.doctor(full=full)]


@pytest.fixture
def several(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Five articles, which are many here."""
    monkeypatch.setattr(doctor, "LARGE", 3)
    monkeypatch.setattr(doctor, "LATEST", 2)
    for number in range(5):
        store.articles.add(Article(f"{TEXT} {number}", location=f"/{number}"), FOUND, "rules-1")
    return store


def test_a_large_library_is_looked_at_quickly_and_that_is_said(several: Store) -> None:
    (left_out,) = several.doctor(full=None)
    assert (left_out.area, left_out.serious, left_out.unseen) == ("left out", False, True)
    assert "any but the latest 2 articles" in left_out.what
    assert "reader doctor --full" in left_out.what
    assert areas(several, full=True) == []


def test_a_small_library_is_looked_at_in_full(store: Store, article: int) -> None:
    assert areas(store, full=None) == []
    assert areas(store, full=False) == ["left out"]


def test_quickly_an_index_that_lacks_something_is_found(several: Store, library: Path) -> None:
    assert areas(several, full=False) == ["left out"]
    tamper(library, "DELETE FROM quotes_fts_docsize WHERE id = 2")
    assert areas(several, full=False) == ["search", "left out"]
    assert [one.mended for one in several.doctor(full=False, mend=True)] == [True, False]
    assert areas(several, full=True) == []


def test_quickly_only_the_latest_quotes_are_proved_and_in_full_all(several: Store, library: Path) -> None:
    tamper(library, "UPDATE quotes SET start_at = start_at + 1 WHERE article_id = 1")
    assert areas(several, full=False) == ["left out"]
    assert set(areas(several, full=True)) == {"spans"}
    tamper(library, "UPDATE quotes SET start_at = start_at + 1 WHERE article_id = 5")
    assert set(areas(several, full=False)) == {"spans", "left out"}


def test_after_a_full_look_quickly_proves_what_was_changed_since(several: Store, library: Path) -> None:
    assert areas(several, full=True) == []
    tamper(library, "UPDATE quotes SET start_at = start_at + 1 WHERE article_id IN (1, 5)")
    (left_out,) = several.doctor(full=False)
    assert "nothing was changed in since they were proved" in left_out.what
    several.articles.update([1], starred=True)
    found = [one.what for one in several.doctor(full=False) if one.area == "spans"]
    assert len(found) == 3
    assert all("in article 1" in what for what in found)


def test_what_was_taken_back_counts_as_changed(several: Store) -> None:
    several.articles.update([2], starred=True)
    last = verify.last_step(several._recorder.db)
    assert verify.changed_since(several._recorder.db, last) == []
    several.journal.undo()
    assert verify.changed_since(several._recorder.db, last) == [2]


@pytest.mark.parametrize("part", ["search index of articles", "quotes in their texts", "the file"])
def test_others_may_write_while_the_doctor_looks(
    several: Store, library: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.index_checks.EVERY", 1)
    written = []

    def told(what: str, _done: int, _total: int) -> None:
        if part in what:
            with Store(library) as other:
                written.append(other.articles.update([1], title=f"Titel {len(written)}"))

    assert [one.what for one in several.doctor(told=told)] == []
    assert len(written) > (part == "search index of articles"), "it was asked while the texts were read"
    assert set(written) == {1}


def test_a_library_that_can_only_be_read_is_looked_at_whole(several: Store, library: Path) -> None:
    tamper(library, "INSERT INTO article_texts_fts(article_texts_fts) VALUES ('delete-all')")
    several.close()
    library.chmod(0o400)
    with Store(library) as store:
        if not store.read_only:  # nothing is read-only to the system's administrator
            store._recorder.db.read_only = True
        found = list(store.doctor(mend=True))
    assert [(one.area, one.mended) for one in found] == [("search", False)]


def test_it_is_told_how_far_proving_and_copying_are(several: Store, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    assert list(several.verify(lambda done, total: told.append(("verify", done, total)))) == []
    several.backup(tmp_path / "copy.db", told=lambda *how_far: told.append(how_far))
    assert told[0] == ("verify", 0, 5)
    assert {what for what, _, _ in told} == {"verify", "copying megabytes", "checking the copy"}


def test_others_may_write_while_a_copy_is_made_and_it_is_of_one_moment(
    several: Store, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.page_copies._STEP", 5)
    calls = []

    def told(what: str, _done: int, _total: int) -> None:
        calls.append(what)
        with Store(library) as other:
            other.articles.update([1], title=f"Titel {len(calls)}")

    before = several.articles.get(1).title
    with Store(several.backup(tmp_path / "copy.db", told=told)) as copy:
        assert copy.articles.get(1).title == before
        assert list(copy.doctor()) == []
    assert 3 < len(calls) < 1000, "the copy is not begun anew whenever somebody writes"

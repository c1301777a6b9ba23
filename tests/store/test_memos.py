"""Memos: notes on the library as a whole and on stories."""

from pathlib import Path

import pytest

from reader.errors import NotFoundError, StoreError
from reader.models import Article, Memo, Note, Source
from reader.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "memos.db")


def test_memos_are_written_changed_removed_and_taken_back(store: Store) -> None:
    memo = store.memos.save(Memo("Akten anfordern"))
    story = store.memos.save(Memo("Wer wusste was?", "  Die   Brücke "))
    store.tags.attach(["offen"], memos=[memo.id, story.id])
    assert [(one.story, one.body, one.tags) for one in store.memos.all()] == [
        ("", "Akten anfordern", ("offen",)),
        ("Die Brücke", "Wer wusste was?", ("offen",)),
    ]
    assert store.memos.stories() == ["Die Brücke"]
    assert [tag.notes for tag in store.tags.codebook()] == [2]
    store.memos.remove([memo.id])
    assert [one.id for one in store.memos.on("")] == []
    store.journal.undo()
    assert store.memos.get(memo.id).tags == ("offen",)
    with pytest.raises(NotFoundError, match="no memo number 9"):
        store.memos.get(9)
    with pytest.raises(StoreError, match="name of a story"):
        store.memos.save(Memo("x", "a" * 300))


def test_what_is_typed_in_one_sitting_is_one_step(store: Store) -> None:
    memo = store.memos.save(Memo("A"))
    store.memos.save(Memo("AB", id=memo.id))
    store.memos.save(Memo("ABC", id=memo.id))
    assert store.memos.get(memo.id).body == "ABC"
    store.journal.undo()
    assert store.memos.all() == []


def test_the_list_of_notes_holds_memos(store: Store) -> None:
    article = store.articles.add(Article("Ein Text.", title="Eins")).id
    store.notes.save(Note("Zum Artikel", article))
    store.memos.save(Memo("Zur Geschichte", "Brücke"))
    rows = store.notes.listed()
    assert {(row.kind, row.body) for row in rows} == {("article", "Zum Artikel"), ("story", "Zur Geschichte")}
    assert [row.body for row in store.notes.listed("bruecke brücke")] == []
    assert [row.body for row in store.notes.listed("brücke")] == ["Zur Geschichte"]
    assert [row.article_id for row in store.notes.listed("", "article")] == [0, article]


def test_tags_of_memos_follow_their_tags(store: Store) -> None:
    memo = store.memos.save(Memo("x"))
    store.tags.attach(["a/b", "c"], memos=[memo.id])
    store.tags.rename("a", "c")
    store.tags.rename("c/b", "c")
    assert store.memos.get(memo.id).tags == ("c",)
    store.tags.remove("c")
    assert store.memos.get(memo.id).tags == ()
    store.journal.undo()
    assert store.memos.get(memo.id).tags == ("c",)
    store.tags.detach(["c"], memos=[memo.id])
    assert store.memos.get(memo.id).tags == ()


def test_a_merged_library_brings_its_memos_once(store: Store, tmp_path: Path) -> None:
    with Store(tmp_path / "other.db") as other:
        memo = other.memos.save(Memo("Nachfragen", "Brücke"))
        other.tags.attach(["offen"], memos=[memo.id])
    assert store.merge(tmp_path / "other.db").memos == 1
    assert store.merge(tmp_path / "other.db").memos == 0
    (came,) = store.memos.all()
    assert (came.body, came.story, came.tags) == ("Nachfragen", "Brücke", ("offen",))


def test_a_forgotten_person_is_in_no_memo_and_no_description(store: Store) -> None:
    from reader.texts.name_mentions import NameMentions  # as the command does

    source = store.sources.add(Source("Gesa Geheim"))
    store.memos.save(Memo("Gesa Geheim anrufen"))
    store.tags.make("akte", "", "Was Gesa Geheim sagt")
    store.forgetting(NameMentions(["Gesa Geheim"]), source.id).forget(cover_notes=False)
    assert "Geheim" not in store.memos.all()[0].body
    assert "Geheim" not in store.tags.all()[0].description

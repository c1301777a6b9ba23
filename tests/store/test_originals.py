"""What articles were read from: kept once, given back byte for byte, gone with the last article."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.config import Config
from reader.library.forgetting import forget, person, plan
from reader.models import Article, Source
from reader.originals import FILE, Original, original
from reader.store import Proof, Store
from reader.store.failures import DamagedError
from tests.store.conftest import TEXT

BYTES = "<p>Er sagte: „Ja“</p>".encode() * 50 + b"\xff\x00"
ADDRESS = "https://blatt.example/a"


def kept(data: bytes = BYTES, address: str = ADDRESS, **facts: str) -> Original:
    return original(data, address, content_type="text/html", **facts)  # type: ignore[arg-type]  # any of its facts


def second(store: Store) -> int:
    return store.articles.add(Article("Ein anderer Text.", location="/b.txt")).id


def count(store: Store, table: str) -> int:
    return int(str(store.sql(f"SELECT count(*) FROM {table}").rows[0][0]))


def test_bytes_come_back_as_they_came_in(store: Store, article: int) -> None:
    headers = {"Server": "x", "Set-Cookie": "person=1", "Last-Modified": "Mon, 06 May 2024 10:00:00 GMT"}
    one = original(
        BYTES,
        ADDRESS,
        content_type="text/html",
        asked="https://anna:geheim@blatt.example/",
        status=200,
        headers=headers,
    )
    assert store.originals.keep(article, (one,)) == 1
    (back,) = store.originals.current(article)
    assert back.data() == BYTES
    assert back.asked == "https://blatt.example/"
    assert back.headers == (("Server", "x"), ("Last-Modified", "Mon, 06 May 2024 10:00:00 GMT"))
    assert (back.address, back.status, back.version, back.size) == (ADDRESS, 200, 1, len(BYTES))
    assert back.sha256 == one.sha256


def test_the_same_bytes_lie_there_once_until_the_last_article_is_gone(store: Store, article: int) -> None:
    other = second(store)
    store.originals.keep(article, (kept(),))
    store.originals.keep(other, (kept(address="/b.html"),))
    assert (count(store, "originals"), count(store, "original_bytes")) == (2, 1)
    store.articles.trash([article])
    store.articles.purge([article])
    assert store.originals.current(other)[0].data() == BYTES
    assert store.originals.remove([other]) == 1
    assert (count(store, "originals"), count(store, "original_bytes")) == (0, 0)


def test_what_is_deleted_for_good_is_in_no_byte_of_the_file(
    store: Store, article: int, library: Path
) -> None:
    one = kept(bytes(range(256)) * 20)
    store.originals.keep(article, (one,))
    store.articles.trash([article])
    assert store.originals.current(article), "the trash keeps it"
    store.articles.purge([article])
    store.close()
    assert one.packed[40:80] not in b"".join(file.read_bytes() for file in library.parent.iterdir())


def test_one_text_has_one_original_and_a_new_text_its_own(store: Store, article: int) -> None:
    store.originals.keep(article, (kept(),))
    assert store.originals.keep(article, (kept(b"other bytes, same text"),)) == 0
    changed = Article(TEXT + "\n\nNeu.", location="/a.txt")
    assert store.articles.add(changed).outcome == "changed"
    assert store.originals.current(article) == []
    assert store.originals.keep(article, (kept(b"new"), kept(b"page 2"))) == 2
    assert [one.version for one in store.originals.of(article)] == [1, 2, 2]


def test_undo_takes_no_original_away(store: Store, article: int) -> None:
    store.originals.keep(article, (kept(),))
    while store.journal.undo():
        pass
    assert count(store, "originals") == 1
    assert store.journal.redo()
    assert store.originals.current(article)[0].data() == BYTES


def test_lists_and_searches_never_read_originals(store: Store, article: int) -> None:
    store.originals.keep(article, (kept(),))
    asked: list[str] = []
    store._db.raw.set_trace_callback(asked.append)
    store.articles.rows(store.articles.ids("sagte"))
    store.articles.facets()
    store.search("sagte")
    store.articles.get(article)
    assert asked
    assert not [sql for sql in asked if "original" in sql]


def test_damaged_bytes_are_told_and_never_given_back(store: Store, article: int, library: Path) -> None:
    store.originals.keep(article, (kept(),))
    with closing(sqlite3.connect(library)) as raw:
        raw.execute("UPDATE original_bytes SET packed = ?", (kept(b"put there").packed,))
        raw.execute("INSERT INTO original_bytes VALUES ('ff', 1, x'00')")
        raw.commit()
    with pytest.raises(DamagedError, match="not those that were kept"):
        store.originals.current(article)
    told = [symptom.what for symptom in store.doctor(mend=True) if symptom.area == "originals"]
    assert len(told) == 2
    assert "1 originals belong to no article." in told
    assert len([one for one in store.doctor() if one.area == "originals"]) == 1


def test_bytes_that_unpack_without_end_do_not_fill_the_memory(store: Store, article: int) -> None:
    bomb = replace(kept(b"\0" * 50_000_000), size=10)
    with pytest.raises(ValueError, match="not those"):
        bomb.data()


def test_a_backup_has_them_and_the_size_is_told(store: Store, article: int, tmp_path: Path) -> None:
    store.originals.keep(article, (kept(),))
    copy = store.backup(tmp_path / "copy.db")
    with Store(copy) as backup:
        assert backup.originals.current(article)[0].data() == BYTES
    assert store.size().originals == len(kept().packed)


def test_merging_brings_the_originals_of_both_sides_together(
    store: Store, article: int, tmp_path: Path
) -> None:
    with Store(tmp_path / "other.db") as other:
        theirs = other.articles.add(Article(TEXT, title="Ätna bebt", location="/x.txt")).id
        new = other.articles.add(Article("Nur dort.", location="/dort.txt")).id
        other.originals.keep(theirs, (kept(),))
        other.originals.keep(new, (kept(b"nur dort"),))
        (one,) = other.originals.of(new)
        other.originals.prove(Proof(one.id, "time stamp", "tsa.example", "2026-01-01T00:00:00Z", token=b"t"))
    store.merge(tmp_path / "other.db")
    store.merge(tmp_path / "other.db")
    assert store.originals.current(article)[0].data() == BYTES
    (number,) = [one for one in store.articles.ids() if one != article]
    assert [one.data() for one in store.originals.current(number)] == [b"nur dort"]
    assert [proof.token for proof in store.originals.proofs(number)] == [b"t"]
    assert [one.what for one in store.doctor() if one.serious] == []


def test_merging_leaves_an_original_of_ones_own_and_other_texts_alone(
    store: Store, article: int, tmp_path: Path
) -> None:
    store.originals.keep(article, (kept(b"ours"),))
    uid = store.articles.uid(article)
    with Store(tmp_path / "other.db") as other:
        theirs = other.articles.add(Article(TEXT, location="/x.txt")).id
        other.originals.keep(theirs, (kept(b"theirs"),))
        changed = other.articles.add(Article("Ganz anders.", uid=uid, location="/y.txt")).id
        other.originals.keep(changed, (kept(b"of another text"),))
    store.merge(tmp_path / "other.db")
    assert [one.data() for one in store.originals.current(article)] == [b"ours"]
    assert len(store.originals.of(article)) == 1


@pytest.mark.parametrize(
    "page",
    [
        "<p>Text</p><!-- Notiz von Jana Kolb -->",
        "<p>Frau <b>Jana</b> <i>Kolb</i></p>",
        '<script>{"author": "J\\u00e1na Kolb"}</script>',
        "<a href='/autor/jana%20Kolb'>",
    ],
)
def test_forgetting_tells_of_originals_that_name_the_person(store: Store, article: int, page: str) -> None:
    other = second(store)
    store.originals.keep(article, (kept(page.encode()),))
    store.originals.keep(other, (kept(b"<p>nobody</p>"),))
    who = person(store, store.sources.add(Source("Jana Kolb")))
    assert plan(store, Config(), who).traces.originals == (article,)


@pytest.mark.parametrize("removes", [False, True])
def test_forgetting_removes_originals_only_where_that_is_wanted(
    store: Store, article: int, removes: bool
) -> None:
    packed = kept(b"%PDF-1.7 " + bytes(range(256)), kind=FILE)
    other = second(store)
    store.articles.update([other], title="Gespräch mit Jana Kolb")
    store.originals.keep(article, (kept(b"Jana Kolb"),))
    store.originals.keep(other, (packed,))
    who = person(store, store.sources.add(Source("Jana Kolb")))
    found = plan(store, Config(), who)
    assert found.traces.originals == (article, other), "what cannot be read counts as the article does"
    assert forget(store, Config(), who, found, cover_notes=True, originals=removes) == []
    assert count(store, "originals") == (0 if removes else 2)

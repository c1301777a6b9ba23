"""Feeds over days: corrections become versions, entries stay with their articles, pages are read once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.adding import add_locations
from reader.library.detecting import DetectionSettings
from reader.library.preparing import Preparation
from reader.library.renewing import refetch
from reader.models import Note
from reader.store import Store
from tests.serving import serving

HERE = Preparation(DetectionSettings("rules"), allow_private=True)
LONG = " ".join(
    f"<p>Absatz {number}: Die Reederei setzt ein zweites Schiff ein, weil an den Wochenenden im Sommer "
    f"zu viele Fahrgäste am Kai {number} zurückbleiben mussten, wie sie mitteilte.</p>"
    for number in range(8)
)
OTHER = " ".join(
    f"<p>Im Ausschuss wurde zum {number}. Mal über das Bad beraten, dessen Becken undicht sind und dessen "
    f"Kosten niemand genau kennt, sagte Ratsfrau Nummer {number}.</p>"
    for number in range(8)
)


def item(title: str, text: str, tags: str) -> str:
    return f"<item><title>{title}</title>{tags}<description><![CDATA[{text}]]></description></item>"


def rss(*items: str) -> str:
    link = "<link>https://blatt.example/</link>"
    return f'<rss version="2.0"><channel><title>Blatt</title>{link}{"".join(items)}</channel></rss>'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.db") as opened:
        yield opened


def added(store: Store, path: Path, *items: str) -> list[tuple[str, int]]:
    path.write_text(rss(*items), encoding="utf-8")
    return [(step.outcome, step.article_id) for step in add_locations(store, [str(path)], preparation=HERE)]


TAGS = {
    "guid": "<guid isPermaLink='false'>g{0}</guid>",
    "guid and link": "<guid isPermaLink='false'>g{0}</guid><link>https://blatt.example/{0}?utm_source=rss</link>",
    "link": "<link>https://blatt.example/{0}?utm_campaign=a</link>",
    "shared link": "<guid isPermaLink='false'>g{0}</guid><link>https://blatt.example/ticker</link>",
    "gemini": "<link>gemini://blatt.example/{0}</link>",
    "nothing": "",
}


@pytest.mark.parametrize("kind", TAGS)
def test_a_correction_in_a_feed_is_a_version_of_its_own_article(
    store: Store, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "f.rss"
    one, two = TAGS[kind].format(1), TAGS[kind].format(2)
    first = added(store, path, item("Fähre", LONG, one), item("Freibad", OTHER, two))
    assert first == [("new", 1), ("new", 2)]
    store.notes.save(Note("Nachfragen", 1))
    again = added(store, path, item("Fähre", LONG, one), item("Freibad", OTHER, two))
    assert again == [("same", 1), ("same", 2)]
    corrected = item("Freibad", OTHER.replace("undicht", "völlig dicht"), two.replace("=rss", "=mail"))
    newest = item("Neu", "Ein Hund wurde am Deich gefunden und sucht nun seine Leute.", TAGS[kind].format(3))
    third = added(store, path, item("Fähre", LONG, one), corrected)
    assert third == [("changed", 1), ("same", 2)]
    assert "völlig dicht" in store.articles.text(1)
    if kind not in ("guid and link", "link"):  # of a teaser with an address the page would be read
        assert added(store, path, newest, item("Fähre", LONG, one), corrected)[-1] == ("new", 3)
    assert [note.body for note in store.notes.of(1)] == ["Nachfragen"]


def test_another_entry_at_the_place_of_one_is_another_article(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "f.rss"
    for tags in (
        TAGS["shared link"],
        TAGS["guid"],
        "",
        "<link>/ticker</link>",
        "<link>https://blatt.example/</link>",
    ):
        before = store.articles.count()
        assert added(store, path, item("Eins " + tags[:9], LONG, tags.format(1)))[0][0] in ("new", "same")
        assert added(store, path, item("Zwei " + tags[:9], OTHER, tags.format(2)))[0][0] in ("new", "same")
        assert store.articles.count() - before in (0, 2)
    assert store.articles.count() >= 2
    assert {store.articles.get(number).version for number in store.articles.ids()} == {1}


def test_articles_of_an_older_library_are_met_by_text_and_address(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "f.rss"
    tags = TAGS["guid and link"].format(1)
    added(store, path, item("Fähre", LONG, tags))
    with store.articles._recorder.step("older"):
        store.articles._db.run("UPDATE articles SET entry = '', entry_digest = ''")
    assert added(store, path, item("Fähre", LONG, tags)) == [("same", 1)]
    article = store.articles.get(1)
    assert (article.entry, bool(article.entry_digest)) == ("g1", True), "noted for the next time"
    assert added(store, path, item("Fähre", LONG.replace("zweites", "drittes"), tags)) == [("changed", 1)]


def test_the_page_of_a_known_teaser_is_not_read_again(store: Store, tmp_path: Path) -> None:
    with serving() as site:
        site.show("/a", f"<html><body><article>{LONG}</article></body></html>")
        tags = f"<guid isPermaLink='false'>g</guid><link>{site.address}/a?utm_source=rss</link>"
        path = tmp_path / "f.rss"
        assert added(store, path, item("Fähre", "Kurz.", tags)) == [("new", 1)]
        assert added(store, path, item("Fähre", "Kurz und neu.", tags)) == [("same", 1)]
        assert [path for path, _ in site.asked] == ["/a"]


def test_an_entry_without_a_page_is_fetched_again_from_its_feed(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "f.rss"
    added(store, path, item("Fähre", LONG, TAGS["guid"].format(1)))
    path.write_text(
        rss(item("Fähre", LONG.replace("zweites", "drittes"), TAGS["guid"].format(1))), encoding="utf-8"
    )
    assert [step.outcome for step in refetch(store, [1], HERE)] == ["changed"]
    path.write_text(rss(item("Anderes", OTHER, TAGS["guid"].format(2))), encoding="utf-8")
    (gone,) = refetch(store, [1], HERE)
    assert (gone.outcome, "no longer has this article" in gone.message) == ("failed", True)


def test_one_bad_feed_or_file_ends_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad, feed = tmp_path / "good.txt", tmp_path / "bad.rss", tmp_path / "feed.rss"
    good.write_text("Gut\n\nDie Fähre fährt.", encoding="utf-8")
    bad.write_text("<rss><channel><item><title>&#x110000;</title></item></channel>", encoding="utf-8")
    feed.write_text(rss(item("Fähre", LONG, ""), "<item/>"), encoding="utf-8")
    add = store.articles.add

    def breaking(article: object, *rest: object) -> object:
        if getattr(article, "title", "") == "Fähre":
            raise UnicodeEncodeError("utf-8", "x", 0, 1, "half a character")
        return add(article, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(store.articles, "add", breaking)
    steps = list(add_locations(store, [str(bad), str(good), str(feed)], preparation=HERE))
    assert sorted(step.outcome for step in steps) == ["failed", "failed", "failed", "new"]
    assert any("could not be kept because of a fault in reader" in step.message for step in steps)


def test_a_feed_of_a_site_is_read_with_its_password_and_kept_without(store: Store) -> None:
    with serving() as site:
        address = site.show("/f.rss", rss(item("Fähre", LONG, "")))
        given = address.replace("http://", "http://anna:geheim@")
        (step,) = add_locations(store, [given], preparation=HERE)
        article = store.articles.get(step.article_id)
        assert "geheim" not in repr(article) + step.location
        assert article.location.startswith(address)
        assert "Authorization" in site.asked[0][1]


def test_feeds_of_one_name_that_count_their_entries_are_two(store: Store, tmp_path: Path) -> None:
    guid = "<guid isPermaLink='false'>1</guid>"
    assert added(store, tmp_path / "a.rss", item("Fähre", LONG, guid)) == [("new", 1)]
    assert added(store, tmp_path / "b.rss", item("Freibad", OTHER, guid)) == [("new", 2)]


def test_a_feed_that_numbers_its_entries_anew_does_not_lose_the_new_ones(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "f.rss"
    link = "<guid isPermaLink='false'>1</guid><link>https://blatt.example/{0}</link>"
    assert added(store, path, item("Fähre", LONG, link.format("faehre"))) == [("new", 1)]
    assert added(store, path, item("Freibad", OTHER, link.format("bad"))) == [("new", 2)]
    assert added(store, path, item("Freibad", OTHER, link.format("bad"))) == [("same", 2)]
    # the same entry under another address, or another title, stays the same article
    assert added(store, path, item("Fähre", LONG, link.format("neu"))) == [("same", 1)]
    assert added(store, path, item("Schiff", LONG, link.format("faehre"))) == [("same", 1)]

"""Feeds in a library: one name each, found by anything a person calls them, undone like all else."""

import pytest

from reader.errors import NotFoundError, StoreError
from reader.feeds import Feed, feed_address, folder_names, folder_of
from reader.models import Article
from reader.store import Store


def subscribed(store: Store, name: str, folder: str = "", **more: object) -> Feed:
    address = f"https://{name.lower()}.example/rss"
    return store.feeds.add(Feed(address, name, folder, **more))  # type: ignore[arg-type]


def arrived(store: Store, feed: Feed, text: str) -> int:
    article = Article(text, title=text, feed=feed.name, entry=text, location=f"{feed.address}#{text}")
    return store.articles.add(article).id


def test_feeds_stand_by_folder_and_name_with_what_is_unread(store: Store) -> None:
    first = subscribed(store, "Zeitung", "Politik/Ausland")
    for name, folder in (("Blatt", "Politik"), ("Ähre", ""), ("Anzeiger", "Politik/Ausland")):
        subscribed(store, name, folder)
    read, _, trashed = (arrived(store, first, text) for text in ("Eins", "Zwei", "Drei"))
    store.articles.update([read], state="done")
    store.articles.trash([trashed])
    names = [(feed.folder, feed.name) for feed in store.feeds.all()]
    assert names == [
        ("", "Ähre"),
        ("Politik", "Blatt"),
        ("Politik/Ausland", "Anzeiger"),
        ("Politik/Ausland", "Zeitung"),
    ]
    assert (store.feeds.get(first.id).articles, store.feeds.get(first.id).unread) == (2, 1)
    assert len(store.articles.ids('feed:"Zeitung"')) == 2


def test_an_address_is_subscribed_to_once_however_it_is_written(store: Store) -> None:
    one = store.feeds.add(Feed("https://Blatt.example/rss?utm_source=x#a", "Blatt"))
    for written in (
        "feed://blatt.example/rss",
        "blatt.example/rss",
        " feed:https://anna:geheim@blatt.example/rss",
    ):
        assert store.feeds.add(Feed(written, "Anders")).id == one.id
    assert [feed.address for feed in store.feeds.all()] == ["https://blatt.example/rss"]
    assert feed_address("HTTP://Blatt.example/RSS") == "http://blatt.example/RSS"


def test_no_two_feeds_have_one_name(store: Store) -> None:
    store.feeds.add(Feed("https://a.example/", "News"))
    second = store.feeds.add(Feed("https://b.example/", "news"))
    third = store.feeds.add(Feed("https://c.example/", "News"))
    assert (second.name, third.name) == ("news 2", "News 3")
    with pytest.raises(StoreError, match="Another feed is called"):
        store.feeds.rename(second.id, "NEWS")


def test_renaming_renames_for_its_articles_and_is_undone_with_them(store: Store) -> None:
    feed, other = subscribed(store, "Blatt"), subscribed(store, "Anzeiger")
    article, apart = arrived(store, feed, "Eins"), arrived(store, other, "Zwei")
    store.feeds.rename(feed.id, "Küste")
    assert (store.articles.get(article).feed, store.articles.get(apart).feed) == ("Küste", "Anzeiger")
    assert store.feeds.get(feed.id).articles == 1
    store.journal.undo()
    assert (store.articles.get(article).feed, store.feeds.get(feed.id).name) == ("Blatt", "Blatt")


def test_settings_and_removal_are_undone(store: Store) -> None:
    feed = subscribed(store, "Blatt")
    store.feeds.update([feed.id], folder=" Politik / Ausland ", tags=("#küste",), keep_days=3, is_off=True)
    changed = store.feeds.get(feed.id)
    assert (changed.folder, changed.tags, changed.keep_days, changed.is_off) == (
        "Politik/Ausland",
        ("küste",),
        3,
        True,
    )
    store.feeds.remove([feed.id])
    assert store.feeds.all() == []
    store.journal.undo()
    assert store.feeds.get(feed.id) == changed
    store.journal.undo()
    assert store.feeds.get(feed.id).keep_days == 0
    store.journal.undo()
    assert store.feeds.all() == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1", ["Blatt"]),
        ("blatt", ["Blatt"]),
        ("https://blatt.example/rss", ["Blatt"]),
        ("blatt.example/rss", ["Blatt"]),
        ("politik", ["Blatt", "Anzeiger"]),
        ("Politik/Ausland/", ["Anzeiger"]),
    ],
)
def test_a_feed_is_meant_by_number_name_address_or_folder(store: Store, words: str, found: list[str]) -> None:
    subscribed(store, "Blatt", "Politik")
    subscribed(store, "Anzeiger", "Politik/Ausland")
    assert [feed.name for feed in store.feeds.find(words)] == found


@pytest.mark.parametrize("words", ["", "7", "Ausland", "Poli", "/"])
def test_what_means_no_feed_is_told(store: Store, words: str) -> None:
    subscribed(store, "Blatt", "Politik")
    with pytest.raises(NotFoundError, match="`reader feeds` lists them"):
        store.feeds.find(words)


def test_a_stroke_in_the_name_of_a_folder_divides_nothing() -> None:
    path = folder_of(["Politik / Inland", " ", "Berlin"])
    assert path.count("/") == 1
    assert folder_names(path) == ["Politik / Inland", "Berlin"]


def test_feeds_of_another_library_come_in_switched_off(store: Store, tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "other.db"
    with Store(path) as other:
        subscribed(other, "Blatt", "Politik", tags=("küste",))
        subscribed(other, "Anzeiger")
    subscribed(store, "Anzeiger")
    store.feeds.add(Feed("https://eigen.example/", "Blatt"))
    merged = store.merge(path)
    assert merged.feeds == 1
    (taken,) = store.feeds.find("https://blatt.example/rss")
    assert (taken.name, taken.folder, taken.tags, taken.is_off) == ("Blatt 2", "Politik", ("küste",), True)
    assert not store.feeds.find("Anzeiger")[0].is_off
    store.journal.undo()
    assert len(store.feeds.all()) == 2


def test_names_and_folders_without_sense_are_refused(store: Store) -> None:
    for feed in (
        Feed("https://a.example/", " "),
        Feed("https://a.example/", "x" * 300),
        Feed("https://a.example/", "a\x1b[1m"),
    ):
        with pytest.raises(StoreError, match="feed"):
            store.feeds.add(feed)
    with pytest.raises(StoreError, match="folder"):
        store.feeds.add(Feed("https://a.example/", "A", "x" * 300))
    assert store.feeds.all() == []


def test_articles_are_found_by_the_folder_of_their_feed(store: Store) -> None:
    inner = subscribed(store, "Blatt", "Politik/Ausland")
    outer, other = subscribed(store, "Bote", "Politik"), subscribed(store, "Kurier", "Politikum")
    one, two = arrived(store, inner, "Eins"), arrived(store, outer, "Zwei")
    arrived(store, other, "Drei")
    store.articles.add(Article("Ohne Feed", title="Vier"))
    assert store.articles.ids('folder:"politik"', sort="title", descending=False) == [one, two]
    assert store.articles.ids("folder:Politik/Ausland") == [one]
    assert store.articles.ids('folder:""') == []

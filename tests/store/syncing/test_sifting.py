"""A tag that names somebody who was forgotten ends alike in all libraries, whoever had heard of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.desks import Folder, join, picture, sync
from reader import config
from reader.library.forgetting import forget, person, plan
from reader.models import Article, Source
from reader.store import Store
from reader.store.syncing.segments import unpacked

Stores = dict[str, Store]
NAME, TAG = "Mira Tannhof", "tannhof"


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    found = {name: Store(tmp_path / f"{name}.db", actor=name) for name in ("anna", "bernd", "clara")}
    for name, store in found.items():
        join(store, name)
    yield found
    for store in found.values():
        store.close()


@pytest.fixture
def folder(stores: Stores) -> Folder:
    """A desk at which all have an article and a source."""
    folder: Folder = {}
    stores["anna"].articles.add(Article("Ein Text.", "Akten", location="/akten"), [], "")
    stores["anna"].sources.add(Source(NAME, role="Leiterin"))
    everybody(stores, folder)
    return folder


def everybody(stores: Stores, folder: Folder) -> None:
    for _ in range(4):
        for store in stores.values():
            sync(store, folder)


def forget_her(store: Store) -> None:
    (source,) = store.sources.all()
    settings, who = config.Config(), person(store, source)
    forget(store, settings, who, plan(store, settings, who), cover_notes=True)


def tag(store: Store, *paths: str) -> None:
    store.tags.attach(list(paths), articles=store.articles.ids())


def test_a_tag_one_heard_before_and_one_after_forgetting_is_left_out_by_all(
    stores: Stores, folder: Folder
) -> None:
    anna, bernd, clara = stores.values()
    tag(bernd, TAG, "bau")
    sync(bernd, folder)
    sync(clara, folder)  # with the tag
    forget_her(anna)  # without it
    sync(anna, folder, only=[])
    everybody(stores, folder)
    assert picture(anna) == picture(bernd) == picture(clara)
    for store in stores.values():
        assert {one.path for one in store.tags.all()} == {"bau", "████"}
        assert "bau" in store.articles.get(store.articles.ids()[0]).tags


def test_who_has_no_such_entry_leaves_the_tag_out_too(stores: Stores, folder: Folder) -> None:
    anna, bernd, clara = stores.values()
    tag(bernd, TAG)
    everybody(stores, folder)
    forget_her(anna)
    clara.sources.remove([clara.sources.all()[0].id])  # so that clara no longer knows whom the tag names
    sync(clara, folder, only=[])
    clara.articles.update(clara.articles.ids(), title="Neue Akten")
    everybody(stores, folder)
    for store in stores.values():
        assert TAG not in [one.path for one in store.tags.all()]
        assert TAG not in store.articles.get(store.articles.ids()[0]).tags


def test_neither_the_name_nor_what_could_be_guessed_is_told(stores: Stores, folder: Folder) -> None:
    anna, bernd, _ = stores.values()
    tag(bernd, TAG)
    everybody(stores, folder)
    before = [state for one in folder.values() for state in unpacked(one).states]
    marks = {
        mark
        for state in before
        for name, register in state.get("fields", {}).items()
        if state["key"] == TAG or name == f"tags/{TAG}"
        for write in register
        for mark in write[5]
    }
    forget_her(anna)
    everybody(stores, folder)
    states = [state for one in folder.values() for state in unpacked(one).states]
    assert TAG not in str(states).casefold()
    told = {mark for state in states for mark in state.get("gone", ())}
    assert told
    assert told == marks  # random words of the writes: nothing is reckoned from the name


def test_the_same_tag_can_be_given_again(stores: Stores, folder: Folder) -> None:
    anna, bernd, _ = stores.values()
    tag(bernd, TAG)
    everybody(stores, folder)
    forget_her(anna)
    everybody(stores, folder)
    tag(bernd, TAG)
    everybody(stores, folder)
    for store in stores.values():
        assert TAG in store.articles.get(store.articles.ids()[0]).tags


def test_a_tag_on_an_article_that_both_had_goes_everywhere_with_the_person(stores: Stores) -> None:
    anna, bernd, clara = stores.values()
    folder: Folder = {}
    for store in (anna, bernd):  # the same page, read by each
        store.articles.add(Article("Ein Text.", "Akten", location="/akten"), [], "")
    anna.sources.add(Source(NAME, role="Leiterin"))
    tag(anna, TAG)
    sync(bernd, folder)
    everybody(stores, folder)
    forget_her(anna)
    clara.sources.remove([clara.sources.all()[0].id])  # so that only the marks tell whom the tag names
    sync(clara, folder, only=[])
    everybody(stores, folder)
    for store in stores.values():
        assert TAG not in [one.path for one in store.tags.all()]
        assert TAG not in store.articles.get(store.articles.ids()[0]).tags

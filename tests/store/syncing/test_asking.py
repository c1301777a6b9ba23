"""What a library lost with a row that others keep it asks for, and whoever has it says it again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bench.desks import Folder, join, sync
from reader.models import Article, Note
from reader.store import Store
from reader.store.syncing.registers import Dot

Stores = dict[str, Store]
NAMES = ("anna", "bernd", "clara")


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    found = {name: Store(tmp_path / f"{name}.db", actor=name) for name in NAMES}
    for name, store in found.items():
        join(store, name)
    yield found
    for store in found.values():
        store.close()


def everybody(stores: Stores, folder: Folder) -> None:
    for _ in range(3):
        for store in stores.values():
            sync(store, folder)


def test_what_a_remover_lost_of_a_note_that_another_keeps_comes_back(stores: Stores) -> None:
    anna, bernd, clara = stores.values()
    folder: Folder = {}
    number = anna.articles.add(Article("Ein Text.", "Akten", location="/akten"), [], "").id
    note = anna.notes.save(Note("Nachfragen.", number))
    everybody(stores, folder)
    anna.tags.attach(["wichtig"], notes=[note.id])
    sync(anna, folder)
    sync(clara, folder)
    (theirs,) = bernd.notes.of(bernd.articles.ids()[0])
    bernd.notes.save(replace(theirs, body="Nachgefragt."))
    sync(bernd, folder, only=[])  # has not heard of the tag
    anna.notes.remove([note.id])
    sync(anna, folder, only=[])
    sync(bernd, folder, only=[Dot("anna", 3)])  # the removal before the tag
    sync(clara, folder, only=[dot for dot in folder if dot.library == "bernd"])
    everybody(stores, folder)
    for store in stores.values():
        (kept,) = store.notes.of(store.articles.ids()[0])
        assert (kept.body, kept.tags) == ("Nachgefragt.", ("wichtig",))

"""The journal: undo and redo, across restarts and between steps of any kind."""

from pathlib import Path

import pytest

from reader.models import Note, Source, Status
from reader.store import Store


def add_and_fail(store: Store, name: str, *quote_ids: int) -> None:
    """Change something in a step that fails at its end."""
    with store.step("Broken"):
        store.quotes.set_status(quote_ids, Status.ACCEPTED)
        store.sources.add(Source(name))
        raise ZeroDivisionError


def test_nothing_to_undo_says_so(store: Store) -> None:
    assert store.journal.undo() == ""
    assert store.journal.redo() == ""


def test_undo_and_redo_survive_a_restart(library: Path) -> None:
    with Store(library) as store:
        store.sources.add(Source("Eins"))
        store.sources.add(Source("Zwei"))
        store.journal.undo()
    with Store(library) as store:
        assert store.journal.redo() == "Add source Zwei"
        assert [source.name for source in store.sources.all()] == ["Eins", "Zwei"]
        undone = [store.journal.undo() for _ in range(3)]
        assert undone == ["Add source Zwei", "Add source Eins", ""]


def test_a_new_step_ends_what_could_be_redone(store: Store) -> None:
    for name in ("Eins", "Zwei", "Drei"):
        store.sources.add(Source(name))
    store.journal.undo()
    store.journal.undo()
    store.sources.add(Source("Vier"))
    assert store.journal.redo() == ""
    undone = [store.journal.undo() for _ in range(3)]
    assert undone == ["Add source Vier", "Add source Eins", ""]
    redone = [store.journal.redo() for _ in range(3)]
    assert redone == ["Add source Eins", "Add source Vier", ""]


def test_the_journal_only_grows_and_names_who_did_what(store: Store) -> None:
    store.sources.add(Source("Eins"))
    store.journal.undo()
    store.journal.redo()
    assert [(entry.kind, entry.label, entry.actor) for entry in store.journal.entries()] == [
        ("redo", "Add source Eins", "anna"),
        ("undo", "Add source Eins", "anna"),
        ("do", "Add source Eins", "anna"),
    ]
    store.journal.undo()
    assert store.journal.entries()[-1].undone


def test_a_step_is_one_transaction(store: Store, article: int) -> None:
    before = store.quotes.of(article)
    with pytest.raises(ZeroDivisionError):
        add_and_fail(store, "Niemand", before[0].id)
    assert store.quotes.of(article) == before
    assert store.sources.all() == []
    assert "Broken" not in [entry.label for entry in store.journal.entries()]


def test_a_failing_part_of_a_step_is_taken_back_alone(store: Store) -> None:
    with store.step("Both"):
        store.sources.add(Source("Eins"))
        with pytest.raises(ZeroDivisionError):
            add_and_fail(store, "Zwei")
    assert [source.name for source in store.sources.all()] == ["Eins"]
    assert store.journal.undo() == "Both"
    assert store.sources.all() == []


def test_a_failing_first_part_leaves_the_rest_of_the_step_undoable(store: Store) -> None:
    with store.step("Both"):
        with pytest.raises(ZeroDivisionError):
            add_and_fail(store, "Zwei")
        store.sources.add(Source("Eins"))
    assert store.journal.undo() == "Both"
    assert store.sources.all() == []


def test_a_step_that_changes_nothing_is_no_step(store: Store) -> None:
    revision = store.revision()
    with store.step("Nothing"):
        pass
    assert store.journal.entries() == []
    assert store.revision() == revision


def test_the_revision_tells_of_changes_by_others(library: Path, store: Store) -> None:
    seen = store.revision()
    with Store(library) as other:
        other.sources.add(Source("Eins"))
    assert store.revision() != seen
    seen = store.revision()
    store.journal.undo()
    assert store.revision() != seen


def test_typing_a_note_is_one_step(store: Store, article: int) -> None:
    note = store.notes.save(Note("E", article))
    for body in ("Er", "Erst", "Erste Fassung"):
        note = store.notes.save(Note(body, article, id=note.id))
    revision = store.revision()
    store.notes.save(Note("Erste Fassung!", article, id=note.id))
    assert store.revision() != revision
    assert store.journal.undo() == "Write a note"
    assert store.notes.of(article) == []
    store.journal.redo()
    assert store.notes.get(note.id).body == "Erste Fassung!"


def test_saves_of_a_note_with_something_between_are_steps_of_their_own(store: Store, article: int) -> None:
    note = store.notes.save(Note("Eins", article))
    store.sources.add(Source("Anna"))
    store.notes.save(Note("Zwei", article, id=note.id))
    store.journal.undo()
    assert store.notes.get(note.id).body == "Eins"


def test_saving_the_same_note_again_is_no_step(store: Store, article: int) -> None:
    note = store.notes.save(Note("Eins", article))
    entries = store.journal.entries()
    store.notes.save(note)
    assert store.journal.entries() == entries


def test_the_history_of_a_thing_tells_undo_backwards(store: Store) -> None:
    source = store.sources.add(Source("Eins"))
    store.journal.undo()
    undo, do = store.journal.entries(uid=source.uid)
    assert do.changes[0].before is None
    assert undo.changes[-1].after is None
    assert undo.changes[-1].before is not None

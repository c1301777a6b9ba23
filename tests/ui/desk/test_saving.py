"""Saving: a locked library is waited for, a failure takes the screen back to what is stored."""

import asyncio
import sqlite3
import sys
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.models import Article, Status
from reader.store import Store, restore
from tests.ui.desk.conftest import Open
from tests.ui.translated import says, translated

WAITING = translated("waiting: another program is writing")
HOLD = """
import sqlite3, sys
library = sqlite3.connect(sys.argv[1], isolation_level=None)
library.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
library.execute("ROLLBACK")
"""
"""A program that writes to the library until it is told to end."""


async def test_a_library_held_by_another_process_stops_nobody(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        text, status = hands.desk.text, hands.desk.view.status
        other = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            HOLD,
            str(library),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert other.stdout is not None
        assert await other.stdout.readline() == b"held\n"
        try:
            await hands.pilot.press("tab", "enter", "tab", "x", "tab")
            assert hands.desk.current == 3, "the keys are answered"
            assert hands.desk.page.quotes[0].status is Status.ACCEPTED, "the change is shown"
            with Store(library) as store:
                assert store.quotes.get(1).status is Status.SUGGESTED
            said, steps = set(), 0
            while steps < 3 or WAITING not in said:
                before = text.caret
                await hands.pilot.press("l")
                assert text.caret == before + 1, "a key moves the caret meanwhile"
                said.add(status.place.split("   ")[0])
                steps += 1
        finally:
            await other.communicate(b"\n")  # lets go; without input its standard input would stay open
        await hands.until(lambda: translated("saved") in status.place)
    with Store(library) as store:
        assert [quote.status for quote in store.quotes.of(1)][:2] == ["accepted", "rejected"]


async def test_leaving_while_the_library_is_locked_still_saves(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        other = sqlite3.connect(library, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await hands.pilot.press("tab", "enter", "escape", "escape")
        await hands.pilot.pause(0.3)
        other.execute("ROLLBACK")
        other.close()
        await hands.app.workers.wait_for_complete()
    with Store(library) as store:
        assert store.quotes.get(1).status is Status.ACCEPTED


async def test_what_cannot_be_saved_is_taken_back(
    open_desk: Open, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_more: object) -> int:
        raise StoreError("The disk is full: nothing was changed.")

    async with open_desk() as hands:
        monkeypatch.setattr("reader.store.quotes.Quotes.set_status", refuse)
        await hands.press("tab", "enter")
        assert hands.desk.page.quotes[0].status is Status.SUGGESTED
        assert any("disk is full" in sentence for sentence in hands.told())
        monkeypatch.undo()
        await hands.press("left_square_bracket", "enter")
        assert hands.desk.page.quotes[0].status is Status.ACCEPTED


def position_in(library: Path) -> int:
    with Store(library) as store:
        return store.articles.get(1).position


async def test_the_reading_position_comes_back(open_desk: Open, library: Path) -> None:
    async with open_desk(size=(40, 12)) as hands:
        await hands.press("space", "space")
        top = hands.desk.text.top_offset
        assert top > 0
        await hands.press("escape", "escape")
        await hands.until(lambda: position_in(library) == top)
    async with open_desk(size=(40, 12)) as hands:
        assert hands.desk.text.top_offset == top


async def test_a_change_made_elsewhere_is_shown_when_one_comes_back(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        with Store(library) as store:
            store.quotes.set_status([4], Status.REJECTED)
        await hands.press("f2", "escape")
        assert hands.desk.page.quotes[3].status is Status.REJECTED


async def test_a_change_made_elsewhere_is_shown_after_undo(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        with Store(library) as store:
            store.quotes.set_status([4], Status.REJECTED)
        await hands.press("tab", "enter", "u")
        assert hands.desk.page.quotes[3].status is Status.REJECTED


async def test_a_note_that_cannot_be_saved_is_kept_in_a_file(
    open_desk: Open, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_more: object) -> int:
        raise StoreError("The disk is full: nothing was changed.")

    async with open_desk() as hands:
        monkeypatch.setattr("reader.store.notes.Notes.save", refuse)
        await hands.press("tab", "m", "w", "i", "e", "s", "o", "ctrl+s")
        (kept,) = library.parent.glob("reader-unsaved-*.txt")
        assert kept.read_text(encoding="utf-8") == "wieso\n"
        assert any(str(kept) in sentence for sentence in hands.told())


async def test_a_note_is_saved_as_soon_as_it_can_be(
    open_desk: Open, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_more: object) -> int:
        raise StoreError("The disk is full: nothing was changed.")

    async with open_desk() as hands:
        monkeypatch.setattr("reader.store.notes.Notes.save", refuse)
        await hands.press("tab", "m", "w", "i", "e")
        await hands.rest()
        assert list(library.parent.glob("reader-unsaved-*.txt"))
        monkeypatch.undo()
        await hands.press("ctrl+s")
    with Store(library) as store:
        assert [note.body for note in store.notes.of(1)] == ["wie"]


async def test_a_library_that_was_deleted_does_not_come_back_empty(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        library.unlink()
        await hands.press("tab", "m", "w", "o", "ctrl+s")
        (kept,) = library.parent.glob("reader-unsaved-*.txt")
        assert kept.read_text(encoding="utf-8") == "wo\n"
    assert not library.exists()


async def test_nothing_goes_into_another_library_put_in_the_place_of_this_one(
    open_desk: Open, library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    with Store(other) as store:
        store.articles.add(Article("Ein ganz anderer Text.", title="Fremd", location="fremd.txt"))
    async with open_desk() as hands:
        other.replace(library)
        for end in ("-wal", "-shm"):
            Path(f"{library}{end}").unlink(missing_ok=True)
        await hands.press("M", *"Vertraulich", "ctrl+s")
        await hands.until(lambda: any(says(sentence, "nothing was written") for sentence in hands.told()))
        kept = list(tmp_path.glob("reader-unsaved-*.txt"))
        assert "Vertraulich" in kept[0].read_text(encoding="utf-8")
    with Store(library) as store:
        assert store.notes.of(1) == []


async def test_a_restored_library_takes_no_words_meant_for_what_it_replaced(
    open_desk: Open, library: Path, tmp_path: Path
) -> None:
    with Store(library) as store:
        copy = store.backup(tmp_path / "copy.db")
    async with open_desk() as hands:
        restore(copy, library)
        await hands.press("tab", "enter")
        await hands.until(lambda: any(says(sentence, "nothing was written") for sentence in hands.told()))
    with Store(library) as store:
        assert store.quotes.get(1).status is Status.SUGGESTED

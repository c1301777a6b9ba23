"""Undo and redo are the same on every screen, in the same words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.i18n import behind_colon
from reader.store import Store, own_steps
from reader.ui.app import ReaderApp
from tests.ui.translated import says, translated
from tests.ui.waiting import settled

AppOn = Callable[..., ReaderApp]
WAYS = {"library": [], "quotes": ["f4"], "sources": ["f5"], "desk": ["enter"], "versions": ["W"]}
"""Keys from the library to a screen."""


def told(app: ReaderApp) -> list[str]:
    """What was said in passing."""
    return [notice.message for notice in app._notifications]


async def test_what_another_program_did_is_named_and_asked_about_before_it_is_undone(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        with Store(library, actor="bo") as store:
            store.articles.update([1], starred=True)
            label = store.journal.entries()[0].label
        monkeypatch.setattr(own_steps, "_WRITTEN", set())
        monkeypatch.setattr(own_steps, "STARTED", "2000")
        await pilot.press("u")
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.get(1).starred
        assert says(told(app)[0], "{who} did this elsewhere: {label}. u once more takes it back.")
        assert "bo" in told(app)[0]
        await pilot.press("u")
        await settled(pilot)
        assert told(app)[1] == f"{translated('Undone')}: {behind_colon(label)}"
        with Store(library) as store:
            assert not store.articles.get(1).starred


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
async def test_a_change_is_taken_back_and_done_again(library: Path, app_on: AppOn, way: list[str]) -> None:
    with Store(library) as store:
        store.articles.update([1], starred=True)
        label = store.journal.entries()[0].label
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        for key in [*way, "u", "ctrl+r", "ctrl+r"]:
            await pilot.press(key)
            await settled(pilot)
        named = behind_colon(label)
        assert told(app) == [
            f"{translated('Undone')}: {named}",
            f"{translated('Done again')}: {named}",
            translated("There is nothing to do again."),
        ]
        with Store(library) as store:
            assert store.articles.count("is:starred") == 1


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
async def test_with_nothing_to_undo_that_is_said(library: Path, app_on: AppOn, way: list[str]) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        for key in way:
            await pilot.press(key)
            await settled(pilot)
        with Store(library) as store:
            while store.journal.undo():
                pass
        await pilot.press("u")
        await settled(pilot)
        assert told(app)[-1] == translated("There is nothing to undo.")

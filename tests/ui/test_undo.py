"""Undo and redo are the same on every screen, in the same words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.i18n import behind_colon
from reader.store import Store
from reader.ui.app import ReaderApp
from tests.ui.translated import translated
from tests.ui.waiting import settled

AppOn = Callable[..., ReaderApp]
WAYS = {"library": [], "quotes": ["f4"], "sources": ["f5"], "desk": ["enter"], "versions": ["W"]}
"""Keys from the library to a screen."""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was said in passing, also what is gone from the screen again."""
    said, as_always = list[str](), ReaderApp.notify

    def notify(app: ReaderApp, message: str, **how: Any) -> None:
        said.append(message)
        as_always(app, message, **how)

    monkeypatch.setattr(ReaderApp, "notify", notify)
    return said


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
async def test_a_change_is_taken_back_and_done_again(
    library: Path, app_on: AppOn, told: list[str], way: list[str]
) -> None:
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
        assert told == [
            f"{translated('Undone')}: {named}",
            f"{translated('Done again')}: {named}",
            translated("There is nothing to do again."),
        ]
        with Store(library) as store:
            assert store.articles.count("is:starred") == 1


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
async def test_with_nothing_to_undo_that_is_said(
    library: Path, app_on: AppOn, told: list[str], way: list[str]
) -> None:
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
        assert told[-1] == translated("There is nothing to undo.")

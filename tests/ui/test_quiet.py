"""The app asks nobody anything by itself: what is fetched, a person has asked for."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.store import Store
from reader.ui.app import ReaderApp
from tests.ui.waiting import settled


async def test_opening_reading_and_searching_ask_nobody(
    library: Path, app_on: Callable[..., ReaderApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def refuse(*given: Any, **_: Any) -> Any:
        asked.append(given)
        raise OSError("this test has no network")

    with Store(library) as store:
        store.articles.update(store.articles.ids(), url="https://blatt.example/a")
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        for keys in (("enter",), ("right_square_bracket", "escape", "escape"), ("f4",), ("f5",), ("f3",)):
            await pilot.press(*keys)
            await settled(pilot)
        await pilot.press("slash", "W", "e", "b", "e", "r", "enter")
        await settled(pilot)
    assert asked == []

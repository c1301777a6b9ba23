"""What the desk looks like at three sizes: dark, light, and without colour."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.config import Config
from reader.models import Evidence, Note, Status, Verification
from reader.store import Store
from tests.ui.desk.conftest import DeskApp, Hands

Compare = Callable[..., bool]


def ready(*keys: str) -> Callable[[Pilot[None]], Any]:
    """Opens the article and presses keys."""

    async def run(pilot: Pilot[None]) -> None:
        hands = Hands(pilot)
        await hands.settle()
        await hands.press(*keys)
        await pilot.pause(0.1)
        hands.app.clear_notifications()
        await hands.settle()

    return run


@pytest.fixture
def marked(library: Path) -> Path:
    """The library with something decided, tagged, checked at one fixed moment, and noted."""
    with Store(library) as store:
        store.quotes.set_status([1, 4], Status.ACCEPTED)
        store.sources.assign([1], 1)
        store.tags.attach(["politik/haushalt"], quotes=[1])
        proof = Evidence(Verification.CHECKED, 2, "page", "S. 3", who="anna", at="2024-03-06T09:00:00Z")
        store.quotes.set_verification([2], Verification.CHECKED, proof)
        store.notes.save(Note("Beim Rathaus nachfragen, wer gerechnet hat.", 1, quote_id=2))
    return library


def test_dark_and_small(snap_compare: Compare, marked: Path) -> None:
    app = DeskApp(marked, config=Config(actor="anna"))
    assert snap_compare(app, terminal_size=(80, 24), run_before=ready("tab"))


def test_light(snap_compare: Compare, marked: Path) -> None:
    app = DeskApp(marked, config=Config(actor="anna", theme="reader-light"))
    assert snap_compare(app, terminal_size=(120, 40), run_before=ready("tab", "tab"))


def test_large_without_colour(snap_compare: Compare, marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = DeskApp(marked, config=Config(actor="anna"))
    assert snap_compare(app, terminal_size=(200, 60), run_before=ready("tab", "v", "w", "w"))

"""Keys that come faster than the screen changes are never lost and never mean something else."""

import asyncio
from pathlib import Path

import pytest
from textual import events

from reader.models import QuoteType
from reader.store import Store
from tests.ui.desk.conftest import Hands, Open
from tests.ui.translated import translated


async def burst(hands: Hands, *keys: str, gap: float = 0.0) -> None:
    """Keys `gap` seconds apart, as a fast hand or a paste sends them."""
    for key in keys:
        hands.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await asyncio.sleep(gap)
    await hands.settle()
    await hands.pilot.pause(0.1)
    await hands.settle()


@pytest.mark.parametrize("gap", [0.0, 0.002, 0.01, 0.03])
async def test_a_note_typed_at_once(open_desk: Open, library: Path, gap: float) -> None:
    async with open_desk() as hands:
        await burst(hands, "tab", "m", *"Nein,nein", "ctrl+s", gap=gap)
        assert hands.app.focused is hands.desk.text
    with Store(library) as store:
        assert [(note.body, note.quote_id) for note in store.notes.of(1)] == [("Nein,nein", 1)]


async def test_tags_and_a_source_picked_at_once(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await burst(hands, "tab", "t", "1", "3", "enter")
        await burst(hands, "p", *"Olmann", "enter")
    with Store(library) as store:
        quote = store.quotes.get(1)
        assert quote.type is QuoteType.DIRECT
        assert len(quote.tags) == 2
        assert quote.source == "Erna Ölmann"


@pytest.mark.parametrize("gap", [0.0, 0.004])
async def test_words_found_at_once(open_desk: Open, gap: float) -> None:
    async with open_desk() as hands:
        await burst(hands, "slash", *"steuerzahler", "enter", gap=gap)
        assert (
            translated("“steuerzahler” 1 of 1   n next, N before, Esc ends") in hands.desk.view.status.message
        )


async def test_a_check_at_once(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await burst(hands, "tab", "c", *"vd S.12", "enter", "enter")
    with Store(library) as store:
        assert [proof.reference for proof in store.quotes.evidence(1)] == ["vd S.12"]

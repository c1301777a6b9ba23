"""Keys that come faster than the screen changes are never lost and never mean something else."""

from pathlib import Path

from textual import events

from reader.models import QuoteType
from reader.store import Store
from tests.ui.desk.conftest import Hands, Open


async def burst(hands: Hands, *keys: str) -> None:
    """All keys at once, as a terminal hands on what is pasted."""
    for key in keys:
        hands.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await hands.settle()
    await hands.pilot.pause(0.3)
    await hands.settle()


async def test_a_note_typed_in_one_burst(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await burst(hands, "tab", "m", *"jahwohl", "ctrl+s")
        assert hands.app.focused is hands.desk.text
    with Store(library) as store:
        assert [(note.body, note.quote_id) for note in store.notes.of(1)] == [("jahwohl", 1)]


async def test_tags_and_a_source_picked_in_one_burst(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await burst(hands, "tab", "t", "1", "3", "enter")
        await burst(hands, "p", *"Olmann", "enter")
    with Store(library) as store:
        quote = store.quotes.get(1)
        assert quote.type is QuoteType.DIRECT
        assert len(quote.tags) == 2
        assert quote.source == "Erna Ölmann"


async def test_words_found_in_one_burst(open_desk: Open) -> None:
    async with open_desk() as hands:
        await burst(hands, "slash", *"steuerzahler", "enter")
        assert "“steuerzahler” 1 of 1" in hands.desk.status.message

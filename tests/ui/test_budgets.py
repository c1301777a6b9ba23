"""How many keys a task of every day takes at most, through the keys.

Beside these: a speaker with all quotes (2) and all quotes of a person (2) in `test_suggestions`, a title put
right (3) in `desk/test_facts`, the original (1) in `desk/test_original`, all of one name (2) in
`desk/test_attributing`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.models import Article, Quote, QuoteType, Span
from reader.own_keys import own_keys
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.balance import BalanceScreen
from reader.ui.screens.notes import NotesScreen
from reader.ui.screens.quotes import QuotesScreen
from tests.ui.waiting import settled, settled_dialog, shown, shows

AppOn = Callable[..., ReaderApp]
ALIKE = 20


class Counted:
    """Presses keys, and counts them."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.keys = 0

    async def press(self, *keys: str, opens_dialog: bool = False) -> None:
        """Press keys one after the other."""
        self.keys += len(keys)
        await self._pilot.press(*keys)
        await (settled_dialog if opens_dialog else settled)(self._pilot)


@pytest.fixture
def alike(tmp_path: Path) -> Path:
    """Twenty undecided quotes of one speaker and some of another, none of them surely one."""
    path = tmp_path / "alike.db"
    text = " ".join(f"„Nummer {number} kommt“, sagte sie." for number in range(ALIKE + 5))
    starts = [text.index(f"„Nummer {number} ") for number in range(ALIKE + 5)]
    with Store(path) as store:
        article = store.articles.add(Article(text, title="Zwanzig", language="de")).id
        for number, start in enumerate(starts):
            name = "Ute Brandt" if number < ALIKE else "Ina Kern"
            words = Span(start, text.index("“", start) + 1)
            quote = Quote(QuoteType.DIRECT, (words,), resolved_speaker=name, confidence=0.55)
            store.quotes.add(article, quote)
    return path


def accepted(path: Path) -> int:
    with Store(path) as store:
        return len(store.quotes.ids("status:accepted"))


async def test_a_tag_by_a_key_of_its_own_takes_one_key(library: Path, app_on: AppOn) -> None:
    app = app_on(library, tags=own_keys("tags", {"alt+r": "politik/rente"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter", "tab")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        hands = Counted(pilot)
        await hands.press("alt+r")
        with Store(library) as store:
            assert store.quotes.get(app.screen.desk.current).tags == ("politik/rente",)
        assert hands.keys == 1


async def test_the_list_of_notes_takes_one_key_from_everywhere(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        for place in ("f3", "f4", "f5", "f8", "f12"):
            await pilot.press(place)
            await settled(pilot)
            hands = Counted(pilot)
            await hands.press("f7")
            assert isinstance(app.screen, NotesScreen)
            assert hands.keys == 1
            await pilot.press("escape")
            await settled(pilot)
            assert not isinstance(app.screen, NotesScreen)


async def test_the_balance_of_a_view_takes_two_keys(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        hands = Counted(pilot)
        await hands.press("2", "f9")
        await shows(pilot, "of is:unread")
        assert isinstance(app.screen, BalanceScreen)
        assert hands.keys <= 2


async def test_twenty_alike_are_decided_with_three_keys_on_the_desk(alike: Path, app_on: AppOn) -> None:
    app = app_on(alike)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        hands = Counted(pilot)
        await hands.press("tab")
        await hands.press("A", opens_dialog=True)
        (line,) = (line for line in shown(app).splitlines() if "Accept all of Ute Brandt" in line)
        await hands.press(line.split()[0])
        assert hands.keys <= 3
    assert accepted(alike) == ALIKE


async def test_twenty_alike_are_decided_with_three_keys_in_the_list(alike: Path, app_on: AppOn) -> None:
    app = app_on(alike)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.open_quotes('speaker:"Ute Brandt" ')
        await settled(pilot)
        assert isinstance(app.screen, QuotesScreen)
        hands = Counted(pilot)
        await hands.press("ctrl+a", "A")
        assert hands.keys <= 3
    assert accepted(alike) == ALIKE

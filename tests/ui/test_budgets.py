"""How many keys a task of every day takes at most, through the keys.

Beside these: adding what the clipboard names (3) in `test_adding`; deciding (2), accepting above a confidence
(3), who spoke (2), a sentence as a quote (3), a border by a word (3), two tags (4), a note (2), a check (3),
a copy (2), lint and export (5) and 200 suggestions (230) in `desk/test_keys`; a speaker with all quotes (2)
and all quotes of a person (2) in `test_suggestions`; a title put right (3) in `desk/test_facts`, the original
(1) in `desk/test_original`, all of one name (2) in `desk/test_attributing`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.i18n import _
from reader.models import Article, Note, Quote, QuoteType, Span
from reader.own_keys import own_keys
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.balance import BalanceScreen
from reader.ui.screens.notes import NotesScreen
from reader.ui.screens.quotes import QuotesScreen
from tests.ui.waiting import settled, settled_dialog, shown, shows

ACCEPT_ALL = _("Accept all of {name}")

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


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [
        ("beraten", "beraten worden", "beraten werden"),
        ("re:berat[a-z]+", "beraten worden", "beraten werden"),
        ("beraten NEAR/3 Montag", "beraten werden, am", "Montag"),
    ],
)
async def test_search_open_at_the_hit_and_go_on_to_the_next_takes_four_keys(
    tmp_path: Path, app_on: AppOn, query: str, first: str, second: str
) -> None:
    path = tmp_path / "hits.db"
    text = (
        "Anfang. " * 200 + "Es sei beraten worden. " + "Mitte. " * 200 + "Es soll beraten werden, am Montag."
    )
    with Store(path) as store:
        store.articles.add(Article(text, title="Rat", language="de"))
        store.articles.add(Article("Nichts davon.", title="Anderes", language="de"))
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        hands = Counted(pilot)
        await hands.press("slash")
        await pilot.press(*query)
        await settled(pilot)
        await hands.press("enter", "enter")
        assert isinstance(app.screen, DeskScreen)
        assert text[app.screen.text.caret :].startswith(first)
        await hands.press("n")
        assert text[app.screen.text.caret :].startswith(second)
        assert hands.keys <= 4


async def test_a_hit_in_a_note_opens_at_its_passage(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        text = store.articles.get(1).text
        place = text.index("Anna Weber")
        store.notes.save(Note("Nachfragen wegen Anna", 1, span=Span(place, place + 10)))
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"nachfragen anna ", "enter")
        await settled(pilot)
        assert "Nachfragen wegen Anna" in shown(app), "the row shows the note"
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.text.caret == place


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
        await shows(pilot, "is:unread")
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
        (line,) = (line for line in shown(app).splitlines() if ACCEPT_ALL.format(name="Ute Brandt") in line)
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

"""What stands nowhere in the text: passages that a newer text lost, and articles that are damaged or gone."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reader.models import Anchor, Note, Status
from reader.store import Store
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.versions import VersionsScreen
from tests.ui.desk.conftest import TEXT, DeskApp, Hands, Open, span
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated


def lose(library: Path, *quote_ids: int) -> None:
    """Let the newest text have lost some quotes and a note."""
    with Store(library) as store:
        note = store.notes.save(Note("Wo steht das?", 1, span=span("Der Rat")[0]))
        lost = [replace(store.quotes.get(number), anchor=Anchor.ORPHAN) for number in quote_ids]
        store.articles.reanchor(1, lost, [replace(note, anchor=Anchor.ORPHAN)])


async def test_lost_passages_are_told_on_the_desk(open_desk: Open, library: Path) -> None:
    lose(library, 5, 6)
    async with open_desk(size=(80, 30)) as hands:
        assert translated("3 quotes and notes are not in this text: W shows where to place them.") in shown(
            hands
        )
        assert translated("4 quotes") in hands.desk.view.status.message
        assert translated("3 lost: W.") in hands.desk.view.status.message
        await hands.press("W")
        assert isinstance(hands.app.screen, VersionsScreen)


async def test_a_dismissed_quote_is_not_told_any_more(open_desk: Open, library: Path) -> None:
    lose(library, 6)
    async with open_desk(size=(80, 30)) as hands:
        assert hands.desk.page.lost == 2
        with Store(library) as store:
            store.quotes.set_status([6], Status.REJECTED)
            store.notes.remove([note.id for note in store.notes.of(1)])
        await hands.press("f2", "escape")
        await hands.until(lambda: hands.desk.page.lost == 0)
        assert not says(shown(hands), "older text")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DELETE FROM articles", "The library {path} is damaged ("),
        ("UPDATE quotes SET spans = '[[1,'", "The library is damaged ("),
        ("UPDATE quotes SET type = 'Bogus'", "The library is damaged ("),
    ],
)
async def test_an_article_that_cannot_be_read_is_told_in_one_sentence(
    library: Path, damage: str, told: str
) -> None:
    other = sqlite3.connect(library)
    other.execute(damage)
    other.commit()
    other.close()
    app = DeskApp(library)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        hands = Hands(pilot)
        await hands.settle()
        await hands.until(lambda: not isinstance(app.screen, DeskScreen))
        (sentence,) = hands.told()
        assert says(sentence, told)
        assert says(sentence, "`reader doctor`")


async def test_a_quote_that_does_not_fit_its_text_is_told_and_left_out(
    open_desk: Open, library: Path
) -> None:
    other = sqlite3.connect(library)
    other.execute("UPDATE quotes SET words = 'anders', exact = '' WHERE id = 2")
    other.execute(f"UPDATE quotes SET spans = '[[{len(TEXT)}, {len(TEXT) + 9}]]' WHERE id = 3")
    other.commit()
    other.close()
    async with open_desk() as hands:
        assert [quote.id for quote in hands.desk.page.quotes] == [1, 4, 5, 6]
        assert any(says(sentence, "quotes do not stand where") for sentence in hands.told())
        await hands.press("tab", "tab", "enter")
        assert hands.desk.current == 5, "deciding has gone on"


async def test_a_desk_that_still_reads_says_no_percentage(open_desk: Open) -> None:
    async with open_desk() as hands:
        assert "%" in hands.desk.view.status.place
        hands.desk.loaded = False
        hands.desk.show_status()
        assert hands.desk.view.status.message == translated("Opening …")
        assert "%" not in hands.desk.view.status.place

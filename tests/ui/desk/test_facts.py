"""Facts of the article put right on the desk, and what holds it back shown until it is lifted."""

from pathlib import Path

import pytest

from reader.models import Article
from reader.store import Store
from reader.texts.manners import day
from reader.ui.desk.head import head_lines
from reader.ui.dialogs.facts_form import FactsForm
from tests.ui.desk.conftest import Open
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated


async def test_a_title_is_corrected_with_three_keys(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("I")
        assert isinstance(hands.app.screen, FactsForm)
        assert "https://tagblatt.example/bruecke" in shown(hands), "filled with what is known"
        await hands.press("ctrl+u")
        await hands.type("Brücke wird doppelt so teuer")
        await hands.press("ctrl+s")
        assert hands.pressed == 3
        await hands.until(lambda: "doppelt so teuer" in shown(hands))
        await hands.press("u")
        await hands.until(lambda: "Brücke wird teurer" in shown(hands))
    with Store(library) as store:
        assert store.articles.get(1).title == "Brücke wird teurer"


async def test_what_is_no_date_is_said_and_nothing_is_lost(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("I", "down", "down", "down", "ctrl+u")
        await hands.type("gestern")
        await hands.press("enter")
        assert isinstance(hands.app.screen, FactsForm)
        assert says(shown(hands), '" is no date such as 2025-03-01')
        await hands.press("ctrl+u")
        await hands.type("2024-03-06")
        await hands.press("enter")
        await hands.until(lambda: day("2024-03-06") in shown(hands))
    with Store(library) as store:
        assert store.articles.get(1).published == "2024-03-06"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_an_embargo_stands_in_the_last_line_until_it_is_lifted(
    open_desk: Open, library: Path, size: tuple[int, int]
) -> None:
    with Store(library) as store:
        store.articles.update([1], embargo="SPERRFRIST: Redebeginn", embargo_until="Redebeginn")
    async with open_desk(size=size) as hands:
        assert says(shown(hands), "Embargo until {until}. {quoted}")
        await hands.press("G")
        assert translated("EMBARGO") in shown(hands), "also where the head is out of sight"
        await hands.press("K")
        await hands.until(lambda: translated("EMBARGO") not in shown(hands))
        await hands.press("K")
        await hands.until(lambda: translated("EMBARGO") in shown(hands))
    with Store(library) as store:
        assert store.articles.get(1).lifted == ""


async def test_an_article_that_nothing_holds_back_says_so(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("K")
        assert translated("Nothing holds this article back.") in hands.app.notices


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)])
async def test_the_desk_tells_where_its_article_came_from(
    open_desk: Open, library: Path, size: tuple[int, int]
) -> None:
    address = (
        "https://www.tagblatt.example/politik/2024/03/05/eine-bruecke-wird-sehr-viel-teurer-als-gedacht.html"
    )
    with Store(library) as store:
        store.articles.update([1], url=address, embargo="SPERRFRIST: Redebeginn", embargo_until="Redebeginn")
        store._db.run("UPDATE articles SET feed = 'Tagblatt Lokales'")
    async with open_desk(size=size) as hands:
        lines = [line.strip() for line in shown(hands).splitlines()]
        told = "\n".join(lines[:8])
        for fact in ("Tagblatt", "Anna Beispiel", day("2024-03-05"), translated("German")):
            assert fact in told
        assert says(told, "Embargo until {until}. {quoted}")
        origin = next(line for line in lines if line.startswith("tagblatt.example/p"))
        assert f"html · {translated('feed Tagblatt Lokales')[:13]}" in origin, "in one line"
        await hands.press("escape")


@pytest.mark.parametrize(
    ("location", "told"),
    [("/home/anna/Mitschrift 3.docx", "Mitschrift 3.docx"), ("clipboard", ""), ("stdin", "")],
)
def test_of_a_file_its_name_is_told(location: str, told: str) -> None:
    lines = [line.text for line in head_lines(Article("Text.", title="Titel", location=location))]
    assert [line for line in lines if line not in ("", "Titel", "1 min", "-")] == [told] * bool(told)

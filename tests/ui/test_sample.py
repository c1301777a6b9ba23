"""The first start: an empty library offers a sample, and a first quote is accepted with three keys."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.samples import sample_article
from reader.models import Status
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from tests.ui.waiting import settled, shown, shows, until

AppOn = Callable[..., ReaderApp]


@pytest.mark.parametrize(
    ("language", "title"), [("de", "streitet über seine Brücke"), ("it", "argues about its bridge")]
)
async def test_enter_tab_enter_accept_a_first_quote_in_an_empty_library(
    tmp_path: Path, app_on: AppOn, language: str, title: str
) -> None:
    library = tmp_path / "empty.db"
    app = app_on(library, language=language)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert "Press Enter to try it on a sample article" in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "the sample was not opened")
        await shows(pilot, title)
        await shows(pilot, "Tab goes to a quote")
        await pilot.press("tab", "enter")
        await settled(pilot)
    with Store(library) as store:
        assert [quote.status for quote in store.quotes.of(1)].count(Status.ACCEPTED) == 1


async def test_a_search_that_finds_nothing_adds_no_sample(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"zzzz", "enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert not isinstance(app.screen, DeskScreen)
    with Store(library) as store:
        assert store.articles.count("") == 3


async def test_the_sample_comes_back_from_the_trash(tmp_path: Path, app_on: AppOn) -> None:
    app = app_on(tmp_path / "empty.db")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "the sample was not opened")
        await settled(pilot)
        await pilot.press("escape", "d")
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "the sample did not come back")


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sample_is_whole(language: str) -> None:
    assert sample_article(language).stem == language
    assert sample_article(language).read_text(encoding="utf-8").count("\n\n") >= 4


def test_no_path_leads_out_of_the_samples() -> None:
    assert sample_article("..").name == "en.txt"
    assert sample_article("").name == "en.txt"

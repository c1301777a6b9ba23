"""The first start: an empty library offers a sample, and a first quote is accepted with three keys."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.library import adding
from reader.library.samples import sample_article
from reader.models import Status
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.dialogs.add import LocationLine
from tests.ui.translated import says
from tests.ui.waiting import PATIENCE, settled, settled_dialog, shown, shows, until

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
        assert says(shown(app), "Press Enter to try it on a sample article")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "the sample was not opened")
        await shows(pilot, title)
        await until(
            pilot, lambda: any(says(one.message, "Tab goes to a quote") for one in app._notifications)
        )
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


async def test_enter_twice_on_the_sample_opens_it_all_the_same(tmp_path: Path, app_on: AppOn) -> None:
    app = app_on(tmp_path / "empty.db")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "the sample was not opened")


async def test_while_the_first_article_comes_in_enter_means_that_one(
    tmp_path: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, library = threading.Event(), tmp_path / "empty.db"
    add_locations = adding.add_locations

    def slowly(*arguments: Any, **settings: Any) -> Iterator[Any]:
        held.wait(PATIENCE)
        yield from add_locations(*arguments, **settings)

    monkeypatch.setattr(adding, "add_locations", slowly)
    file = tmp_path / "eigen.txt"
    file.write_text("Mein eigener Artikel\n\n" + "Ein Satz über die Stadt. " * 20)
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        app.screen.query_one(LocationLine).value = str(file)
        await pilot.press("enter")
        await until(pilot, lambda: not app.screen.is_modal)
        await until(pilot, lambda: getattr(app.screen, "is_importing", False))
        await pilot.press("enter")
        held.set()
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "it was not opened")
        await shows(pilot, "Mein eigener Artikel")
    with Store(library) as store:
        assert store.articles.count("") == 1


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

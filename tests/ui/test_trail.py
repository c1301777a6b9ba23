"""The screen of a trail: a statement through all articles by time."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.i18n import day as listed_day
from reader.models import QuoteType, SpeakerBasis, Status
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.trail import TrailScreen
from tests.trails import add_rendering, add_trail
from tests.ui.translated import translated
from tests.ui.waiting import settled, shown

AppOn = Callable[..., ReaderApp]


@pytest.fixture
def factory(tmp_path: Path) -> tuple[Path, list[int]]:
    """A statement in four articles, and another."""
    path = tmp_path / "trail.db"
    with Store(path) as store:
        return path, add_trail(store)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_from_the_desk_and_back_to_an_earlier_rendering(
    factory: tuple[Path, list[int]], app_on: AppOn, size: tuple[int, int]
) -> None:
    path, numbers = factory
    app = app_on(path)
    with Store(path) as store:
        first, then = (store.quotes.get(number).article_id for number in numbers[:2])
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        app.open_article(then)
        await settled(pilot)
        await pilot.press("tab", "Q")
        await settled(pilot)
        assert isinstance(app.screen, TrailScreen)
        assert translated("4 renderings") in shown(app)
        assert translated("longer by 6 words") in shown(app)
        assert f"2  Tagblatt · {listed_day('2025-03-04')} · {translated('this quote')}" in shown(app)
        await pilot.press("g", "enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.article_id == first


async def test_a_speaker_who_is_only_carried_over_is_told_in_the_words_of_lists(
    factory: tuple[Path, list[int]], app_on: AppOn
) -> None:
    path, numbers = factory
    with Store(path) as store:
        quote = store.quotes.get(numbers[0])
        store.quotes.update(replace(quote, speaker_basis=SpeakerBasis.CARRIED, status=Status.ACCEPTED))
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.open_trail(numbers[0])
        await settled(pilot)
        assert f"{translated('undecided (Jana Kolb carried over)')} · {QuoteType.DIRECT.label}" in shown(app)


async def test_all_beside_one(factory: tuple[Path, list[int]], app_on: AppOn) -> None:
    path, numbers = factory
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.open_trail(numbers[1])
        await settled(pilot)
        await pilot.press("equals_sign")
        await settled(pilot)
        assert translated("shorter by 6 words") in shown(app)
        await pilot.press("less_than_sign")
        await settled(pilot)
        assert translated("shorter by 6 words") not in shown(app)


async def test_a_statement_said_once(factory: tuple[Path, list[int]], app_on: AppOn) -> None:
    path, numbers = factory
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.open_trail(numbers[4])
        await settled(pilot)
        assert translated("No other quote here says the same.") in shown(app)


async def test_from_the_list_of_quotes(factory: tuple[Path, list[int]], app_on: AppOn) -> None:
    app = app_on(factory[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.open_quotes("egal type:direct")
        await settled(pilot)
        await pilot.press("Q")
        await settled(pilot)
        assert isinstance(app.screen, TrailScreen)


async def test_the_quote_that_was_asked_about_is_on_the_screen(tmp_path: Path, app_on: AppOn) -> None:
    path = tmp_path / "long.db"
    with Store(path) as store:
        for day in range(1, 9):
            said = f"„Wir bleiben in diesem Werk, egal was kommt, auch am {day}. Mai“"
            sentence = "{}, sagte Jana Kolb dem Kurier."
            add_rendering(store, f"Blatt {day}", f"2025-03-0{day}", sentence, said, "Jana Kolb")
        last = store.articles.count()
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.open_article(last)
        await settled(pilot)
        await pilot.press("tab", "Q")
        await settled(pilot)
        assert f"8  Blatt 8 · {listed_day('2025-03-08')} · {translated('this quote')}" in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_line_at_the_bottom_begins_with_what_can_be_done(
    factory: tuple[Path, list[int]], app_on: AppOn, size: tuple[int, int]
) -> None:
    path, numbers = factory
    app = app_on(path)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        app.open_trail(numbers[1])
        await settled(pilot)
        keys = shown(app).splitlines()[-1].split()
        assert [key.casefold() for key in keys[:2]] == ["⏎", translated("Open").casefold()]
        assert translated("Back").casefold() in " ".join(keys).casefold()
        assert "column" not in keys  # there is one column to be in

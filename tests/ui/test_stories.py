"""The screen of a story: copies of one report, their quotes side by side."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.binding import Binding

from reader.models import Article
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.placing import PlacingDesk
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.stories import StoriesScreen
from reader.ui.screens.versions import VersionsScreen
from reader.ui.widgets.lists.cell_table import CellTable
from tests.copies import CAREFUL, ELSE, HURRY, SLOPPY, add_copy
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, shown

AppOn = Callable[..., ReaderApp]
OUTLETS = ("Age", "Kur", "Tag")


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """Three copies of one report, and one article of its own."""
    path = tmp_path / "stories.db"
    with Store(path) as store:
        store.articles.add(Article("Etwas ganz anderes steht hier, und es ist kurz.", title="Anderes"))
        add_copy(store, "Agentur", CAREFUL, HURRY)
        add_copy(store, "Tagblatt", SLOPPY, HURRY)
        add_copy(store, "Kurier", CAREFUL, ELSE)
    return path


async def test_quotes_of_copies_stand_side_by_side(copies: Path, app_on: AppOn) -> None:
    app = app_on(copies)
    async with app.run_test(size=(140, 40)) as pilot:
        await settled(pilot)
        await pilot.press("S")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, StoriesScreen)
        lines = shown(app).splitlines()
        heads = next(line for line in lines if "Agentur" in line and "Tagblatt" in line)
        assert heads.index("Kurier") < heads.index("Agentur")
        assert translated("3 articles") in shown(app)
        assert any(translated("altered") in line for line in lines)
        assert any(translated("only here") in line for line in lines)
        assert any(translated("– not here") in line for line in lines)


async def test_below_each_other_in_a_narrow_terminal(copies: Path, app_on: AppOn) -> None:
    app = app_on(copies)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("S")
        await settled(pilot)
        first = [line.split()[0] for line in shown(app).splitlines() if line.strip("▎ ")[:3] in OUTLETS]
        assert [word for word in first if word != "▎"][:2] == ["Agentur", "Tagblatt"]
        assert not any("Agentur" in line and "Tagblatt" in line for line in shown(app).splitlines())


async def test_copies_that_do_not_fit_are_told_and_reached(copies: Path, app_on: AppOn) -> None:
    with Store(copies) as store:
        for number in range(4):
            add_copy(store, f"Zeitung {number}", SLOPPY, ELSE)
    app = app_on(copies)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("G", "k", "S")
        await settled(pilot)
        assert translated("4 more: l") in shown(app)
        assert translated("added", "standing") in shown(app)
        await pilot.press(*"llllll")
        await pilot.pause()
        assert translated("4 more: h") in shown(app)
        assert "Agentur" in shown(app)


async def test_enter_opens_the_copy_at_its_quote_and_escape_comes_back(copies: Path, app_on: AppOn) -> None:
    app = app_on(copies)
    async with app.run_test(size=(140, 40)) as pilot:
        await settled(pilot)
        await pilot.press("j", "j", "S")
        await settled(pilot)
        stories = app.screen
        assert isinstance(stories, StoriesScreen)
        await pilot.press("l")
        telling = stories.telling
        assert telling is not None
        other = telling.story.tellings[0].article.id
        parallel = telling.strands[0].there[0]
        assert parallel is not None
        assert parallel.there is not None
        await pilot.press("enter")
        await settled(pilot)
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        assert (desk.article_id, desk.text.caret) == (other, parallel.there.start)
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert app.screen is stories


async def test_the_others_are_compared_with_another_copy(copies: Path, app_on: AppOn) -> None:
    app = app_on(copies)
    async with app.run_test(size=(140, 40)) as pilot:
        await settled(pilot)
        await pilot.press("S")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, StoriesScreen)
        assert screen.telling is not None
        wanted = screen.telling.story.tellings[1].article.id
        await pilot.press("l", "l", "equals_sign")
        await settled(pilot)
        assert screen.telling.story.article.id == wanted


async def test_an_article_of_its_own_leads_on_to_the_stories(copies: Path, app_on: AppOn) -> None:
    app = app_on(copies)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("G", "S")
        await settled(pilot)
        assert says(shown(app), "No other article here tells the same")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        assert translated("story 1 of 1") in shown(app)


def test_every_key_of_these_screens_is_complete_and_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")
    for cls in (StoriesScreen, VersionsScreen, PlacingDesk, CellTable):
        for binding in cls.__dict__["BINDINGS"]:
            assert isinstance(binding, Binding)
            assert binding.description, binding
            assert binding.tooltip, binding
            assert f"`{binding.id}`" in page, binding.id

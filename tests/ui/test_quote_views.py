"""Views of the list of quotes: kept searches stand among them, each with how many quotes it shows."""

from collections.abc import Callable
from pathlib import Path

from reader.config import SavedSearch, load
from reader.ui.app import ReaderApp
from reader.ui.screens.quotes import QuotesScreen
from reader.ui.widgets.lists.quotes import QuoteList
from tests.ui.translated import translated
from tests.ui.waiting import settled, settled_dialog, shown

AppOn = Callable[..., ReaderApp]
KEPT = (
    SavedSearch("Boats", "ferry"),
    SavedSearch("Only direct", "type:direct", "quotes"),
    SavedSearch("Broken", "type:loud", "quotes"),
)


async def test_a_search_of_quotes_is_kept_and_stands_among_the_views(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        await pilot.press("slash", *"type:direct", "enter", "f")
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled_dialog(pilot)
        await pilot.press(*"Words", "enter")
        await settled(pilot)
        assert isinstance(app.screen, QuotesScreen)
        assert app.screen.view_name == "Words"
        assert len(app.screen.query_one(QuoteList).ids) == 3
    assert load().searches == (SavedSearch("Words", "status:suggested (type:direct)", "quotes"),)


async def test_all_views_are_listed_with_how_many_quotes_each_shows(library: Path, app_on: AppOn) -> None:
    app = app_on(library, searches=KEPT)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        await pilot.press("F")
        await settled_dialog(pilot)
        lines = shown(app).splitlines()
        (all_quotes,) = (line for line in lines if f"1 ✓ {translated('All quotes')}" in line)
        assert all_quotes.split()[-1] == "6"
        (direct,) = (line for line in lines if "6   Only direct" in line)
        assert direct.split()[-2:] == ["type:direct", "3"]
        assert f"type:loud  {translated('its search is wrong')}" in shown(app)
        assert "Boats" not in shown(app), "that is one of articles"
        await pilot.press("6")
        await settled(pilot)
        assert len(app.screen.query_one(QuoteList).ids) == 3
        assert "type:direct" in shown(app).splitlines()[1], "the line says why they are listed"


async def test_f_goes_through_views_and_kept_searches_and_back_to_all(library: Path, app_on: AppOn) -> None:
    app = app_on(library, searches=KEPT[:2])
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, QuotesScreen)
        seen = [screen.view_name]
        for _ in range(6):
            await pilot.press("f")
            await settled(pilot)
            seen.append(screen.view_name)
        assert seen[4:] == [translated("Disputed"), "Only direct", translated("All quotes")]
        assert screen.list_state.query == ""
        assert len(screen.query_one(QuoteList).ids) == 6

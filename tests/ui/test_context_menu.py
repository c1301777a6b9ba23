"""The right button offers what can be done to what it points at, and does it."""

from collections.abc import Callable
from pathlib import Path

from reader.models import Status
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.dialogs.context_menu import OFFERED, ContextMenu
from reader.ui.keymap import problems
from reader.ui.widgets.article.text import ArticleText
from reader.ui.widgets.lists.articles import ArticleList
from reader.ui.widgets.lists.choices import ChoiceList
from reader.ui.widgets.margin.column import MarginColumn
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, shown, shows

AppOn = Callable[..., ReaderApp]
RIGHT = 3


def labels(app: ReaderApp) -> list[str]:
    return [choice.label for choice in app.screen.query_one(ChoiceList).choices]


async def test_a_row_of_the_library_is_starred_by_the_mouse(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.click(ArticleList, offset=(10, 3), button=RIGHT)
        await settled(pilot)
        assert labels(app)[:3] == [translated("Open"), translated("Tag"), translated("Star", "what keys do")]
        assert translated("Trash") in labels(app)
        assert translated("Put back") not in labels(app)
        await pilot.click(ChoiceList, offset=(8, 2))
        await settled(pilot)
        assert not app.screen.is_modal
    with Store(library) as store:
        (starred,) = store.articles.ids("is:starred")
        assert starred == 2, "the row under the pointer is the second"


async def test_a_quote_on_the_desk_is_accepted_by_its_own_key_in_the_menu(
    library: Path, app_on: AppOn
) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        app.open_article(1)
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, DeskScreen)
        canvas = screen.query_one(ArticleText)
        at = screen.page.quotes[1].start + 3
        line = canvas.place.line_of(at) - canvas.scroll_offset.y
        column = canvas.text_left + canvas.place.column_of(at)
        await pilot.click(ArticleText, offset=(column, line), button=RIGHT)
        await settled(pilot)
        assert isinstance(app.screen, ContextMenu)
        assert labels(app)[:3] == [translated(word) for word in ("Accept", "Reject", "Speaker")]
        await pilot.press("x")
        await settled(pilot)
        assert app.screen is screen
    with Store(library) as store:
        statuses = [quote.status for quote in store.quotes.of(1)]
    assert statuses == [Status.SUGGESTED, Status.REJECTED]


async def test_a_card_is_what_the_menu_is_about(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        app.open_article(1)
        await settled(pilot)
        rows = [line for line in shown(app).splitlines() if "Anna Weber" in line]
        assert rows
        y = next(place for place, line in enumerate(shown(app).splitlines()) if "Anna Weber" in line[80:])
        await pilot.click(
            MarginColumn, offset=(6, y - app.screen.query_one(MarginColumn).region.y), button=RIGHT
        )
        await settled(pilot)
        assert translated("Accept") in labels(app)
        await pilot.press("enter")
        await settled(pilot)
    with Store(library) as store:
        assert [quote.status for quote in store.quotes.of(1)] == [Status.SUGGESTED, Status.ACCEPTED]


async def test_a_menu_at_the_edge_is_whole_and_a_click_beside_it_changes_nothing(
    library: Path, app_on: AppOn
) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.click(ArticleList, offset=(60, 5), button=RIGHT)
        await shows(pilot, translated("Trash"))
        await pilot.click(offset=(1, 1))
        await settled(pilot)
        assert not app.screen.is_modal


def test_the_menus_name_keys_that_there_are() -> None:
    unknown = [told for told in problems(dict.fromkeys(OFFERED, "f20")) if says(told, "no key is called")]
    assert unknown == []
    assert says(problems({"desk.acept": "f20"})[0], "no key is called"), "the sentence is another now"

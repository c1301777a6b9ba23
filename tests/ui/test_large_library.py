"""A library so large that its list shows the first rows of a search before the rest is known."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.models import Article, Quote, QuoteType, Span
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.screens import library as library_screen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.list_screen import FIRST_ROWS
from reader.ui.screens.list_state import ListState
from reader.ui.widgets.lists.articles import ArticleList
from reader.ui.widgets.lists.quotes import QuoteList
from reader.ui.widgets.place_bar import PlaceBar
from tests.ui.translated import translated
from tests.ui.waiting import handled, settled, until

AppOn = Callable[..., ReaderApp]
COUNT = 3 * FIRST_ROWS


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.db"
    with Store(path) as store, store.step("Add"):
        for number in range(COUNT):
            store.articles.add(Article(f"Die Wahl {number}", title=f"T{number:03}", location=f"/{number}"))
    return path


@pytest.fixture
def rest(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Reading all of a search waits for this; its first rows do not."""
    monkeypatch.setattr(library_screen, "LARGE", 100)
    may_come = threading.Event()
    read_ids = LibraryScreen.read_ids

    def held(screen: LibraryScreen, store: Store, list_state: ListState, limit: int) -> Sequence[int]:
        if limit < 0 and list_state.typed:
            may_come.wait(20)
        return read_ids(screen, store, list_state, limit)

    monkeypatch.setattr(LibraryScreen, "read_ids", held)
    yield may_come
    may_come.set()


async def searched(app: ReaderApp, pilot: Pilot[None]) -> ArticleList:
    """The list with the first rows of a search, all of which are still to come."""
    await settled(pilot)
    articles = app.screen.query_one(ArticleList)
    assert len(articles.ids) == COUNT
    assert isinstance(app.screen, LibraryScreen)
    app.screen.search_for("wahl ")
    await until(pilot, lambda: articles.growing)
    assert len(articles.ids) == FIRST_ROWS
    return articles


async def test_the_last_row_is_reached_though_only_the_first_were_known(
    many: Path, app_on: AppOn, rest: threading.Event
) -> None:
    app = app_on(many)
    async with app.run_test(size=(100, 30)) as pilot:
        articles = await searched(app, pilot)
        await pilot.press("G")
        await handled(app)
        assert articles.current_id == 0, "nothing can be done to a row that is not there yet"
        rest.set()
        await settled(pilot)
        assert (len(articles.ids), articles.cursor, articles.current_id) == (COUNT, COUNT - 1, 1)
        assert app.screen.query_one(PlaceBar).status.startswith(translated(f"{COUNT} articles"))


async def test_rows_further_down_than_known_are_reached_too(
    many: Path, app_on: AppOn, rest: threading.Event
) -> None:
    app = app_on(many)
    async with app.run_test(size=(100, 30)) as pilot:
        articles = await searched(app, pilot)
        articles.action_move(FIRST_ROWS)
        articles.action_move(10)
        articles.action_move(-3)
        rest.set()
        await settled(pilot)
        assert articles.cursor == FIRST_ROWS + 7


async def test_all_means_all_though_only_the_first_were_known(
    many: Path, app_on: AppOn, rest: threading.Event
) -> None:
    app = app_on(many)
    async with app.run_test(size=(100, 30)) as pilot:
        articles = await searched(app, pilot)
        await pilot.press("ctrl+a")
        await handled(app)
        assert not articles.selection.ids
        rest.set()
        await settled(pilot)
        assert articles.chosen_ids == list(range(COUNT, 0, -1))


async def test_a_range_to_the_end_takes_in_what_came_later(
    many: Path, app_on: AppOn, rest: threading.Event
) -> None:
    app = app_on(many)
    async with app.run_test(size=(100, 30)) as pilot:
        articles = await searched(app, pilot)
        await pilot.press("j", "v", "G", "X")
        rest.set()
        await settled(pilot)
        assert articles.chosen_ids == list(range(COUNT - 1, 0, -1))


async def test_the_cursor_goes_back_to_its_row_unless_it_was_moved(
    many: Path, app_on: AppOn, rest: threading.Event
) -> None:
    app = app_on(many)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        app.screen.query_one(ArticleList).action_go(COUNT - 5)
        articles = await searched(app, pilot)
        assert articles.cursor < FIRST_ROWS
        rest.set()
        await settled(pilot)
        assert articles.current_id == 5


async def test_with_a_selection_nothing_is_shown_before_all_is_known(
    many: Path, app_on: AppOn, rest: threading.Event
) -> None:
    app = app_on(many)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        articles = app.screen.query_one(ArticleList)
        articles.action_go(COUNT - 1)
        await pilot.press("v")
        assert isinstance(app.screen, LibraryScreen)
        app.screen.search_for("wahl ")
        await handled(app)
        assert not articles.growing
        assert articles.chosen_ids == [1]
        rest.set()
        await settled(pilot)
        assert articles.chosen_ids == [1]


@pytest.mark.parametrize("count", [FIRST_ROWS - 1, FIRST_ROWS, FIRST_ROWS + 1])
async def test_a_list_that_is_just_as_long_as_its_beginning_is_whole(
    tmp_path: Path, app_on: AppOn, count: int
) -> None:
    path = tmp_path / "quotes.db"
    text = "„Ja“, sagte sie. " * count
    quotes = [Quote(QuoteType.DIRECT, (Span(at * 17, at * 17 + 4),)) for at in range(count)]
    with Store(path) as store:
        store.articles.add(Article(text, location="/1"), quotes, "rules-1")
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        listed = app.screen.query_one(QuoteList)
        assert (len(listed.ids), listed.growing) == (count, False)
        await pilot.press("ctrl+a", "G")
        await settled(pilot)
        assert (len(listed.chosen_ids), listed.cursor) == (count, count - 1)


async def test_how_many_are_listed_is_said_before_anything_is_counted(
    many: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(many)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        monkeypatch.setattr(LibraryScreen, "_count", lambda *_: None)
        assert isinstance(app.screen, LibraryScreen)
        app.screen.search_for("title:T007 ")
        await until(pilot, lambda: len(app.screen.query_one(ArticleList).ids) == 1)
        assert app.screen.query_one(PlaceBar).status.startswith(translated(f"1 of {COUNT} articles"))

"""The list of all quotes, and the register of sources."""

from collections.abc import Callable
from pathlib import Path

from reader.models import QuoteType, Source, Status
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.screens.desk import DeskScreen
from reader.ui.screens.quotes import QuotesScreen
from reader.ui.widgets.quote_list import QuoteList
from reader.ui.widgets.source_list import SourceList
from tests.ui.test_library_screen import settled, settled_dialog

AppOn = Callable[..., ReaderApp]


async def test_quotes_are_decided_one_after_the_other(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        quotes = app.screen.query_one(QuoteList)
        ids = list(quotes.ids)
        assert len(ids) == 6
        await pilot.press("a", "x", "5")
        await settled(pilot)
        with Store(library) as store:
            assert store.quotes.get(ids[0]).status is Status.ACCEPTED
            assert store.quotes.get(ids[1]).status is Status.REJECTED
            assert store.quotes.get(ids[2]).type is QuoteType.REPORTED


async def test_enter_goes_to_the_place_of_the_quote(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        row = app.screen.query_one(QuoteList).row(app.screen.query_one(QuoteList).current_id)
        assert row is not None
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.article_id == row.article_id


async def test_a_new_source_is_made_for_everything_selected(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        await pilot.press("v", "v", "p")
        await settled_dialog(pilot)
        await pilot.press(*"Amt", "enter")
        await settled(pilot)
        with Store(library) as store:
            source = next(source for source in store.sources.all() if source.name == "Amt")
            assert source.quotes == 2


async def test_the_register_merges_and_shows_quotes(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        other = store.sources.add(Source("A. Weber"))
        store.sources.assign(store.quotes.ids()[:2], other.id)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        assert len(app.screen.query_one(SourceList).ids) == 2
        await pilot.press("ctrl+a", "m")
        await settled(pilot)
        with Store(library) as store:
            assert len(store.sources.all()) == 1
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, QuotesScreen)
        assert len(app.screen.query_one(QuoteList).ids) == 2
        await pilot.press("escape", "escape")
        await settled(pilot)


async def test_a_source_is_entered_by_its_form(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        await pilot.press("n")
        await settled_dialog(pilot)
        await pilot.press(*"Max Maier", "tab", *"Maier", "tab", *"Minister", "enter")
        await settled(pilot)
        with Store(library) as store:
            source = next(source for source in store.sources.all() if source.name == "Max Maier")
            assert source.aliases == ("Maier",)
            assert source.role == "Minister"

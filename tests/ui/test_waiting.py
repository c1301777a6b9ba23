"""Another program writes: the screen keeps answering, says that it waits, and saves when it may."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from reader.i18n import ngettext
from reader.store import Store
from reader.ui import session
from reader.ui.app import ReaderApp
from reader.ui.dialogs.source_picker import SourcePicker
from reader.ui.ending import LAST_CHANGE
from reader.ui.session import TAKES_LONG, WAITING
from reader.ui.widgets.lists.articles import ArticleList
from reader.ui.widgets.place_bar import PlaceBar
from tests.ui.waiting import settled, settled_dialog, until

AppOn = Callable[..., ReaderApp]


async def test_a_locked_library_is_waited_for(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        other = sqlite3.connect(library, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            await pilot.press("s")
            await until(pilot, lambda: any(notice.message == WAITING for notice in app._notifications))
            await pilot.press("j", "j")
            assert app.screen.query_one(ArticleList).cursor == 2, "the list answers meanwhile"
        finally:
            other.execute("ROLLBACK")
            other.close()
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.get(3).starred


async def test_changes_are_written_in_the_order_of_their_keys(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press(*["s"] * 5, *["u"] * 4)
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.get(3).starred
            assert store.journal.undo() == ngettext("Star one article", "Star {count} articles", 1)


async def test_who_spoke_is_asked_while_an_earlier_change_waits(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        other = sqlite3.connect(library, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            await pilot.press("A", "p")
            await until(
                pilot, lambda: isinstance(app.screen, SourcePicker), "no dialog while nothing is written"
            )
            await settled_dialog(pilot)
            await pilot.press(*"Amt", "enter")
        finally:
            other.execute("ROLLBACK")
            other.close()
        await settled(pilot)
        with Store(library) as store:
            assert [source.quotes for source in store.sources.all() if source.name == "Amt"] == [1]
            assert store.quotes.count("status:accepted") == 1


async def test_a_change_that_takes_long_is_told_and_so_is_what_leaving_waits_for(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "LONG", 0.01)
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await app.session.in_order.acquire()  # as a change of a million articles holds it
        await pilot.press("s")
        await until(pilot, lambda: any(notice.message == TAKES_LONG for notice in app._notifications))
        bar = app.screen.query_one(PlaceBar)
        app.post_message(events.Key("q", "q"))
        await until(pilot, lambda: bar.note == LAST_CHANGE)
        app.session.in_order.release()
        await until(pilot, lambda: app.return_code == 0)
    with Store(library) as store:
        assert store.articles.get(3).starred

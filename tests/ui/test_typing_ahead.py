"""Keys typed at once reach what they are meant for, although the focus moves in between."""

from collections.abc import Callable
from pathlib import Path

from textual import events
from textual._xterm_parser import XTermParser

from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.widgets.lists.search_line import SearchLine
from tests.ui.test_library_screen import listed
from tests.ui.waiting import settled

AppOn = Callable[..., ReaderApp]


def type_at_once(app: ReaderApp, *keys: str) -> None:
    """Post keys without waiting in between."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_a_search_typed_at_once_loses_no_letter(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        type_at_once(app, "slash", *"ferry")
        await settled(pilot)
        assert listed(app) == ["Ferry cut"]
        type_at_once(app, "escape", "escape", "s")
        await settled(pilot)
        assert app.screen.query_one(SearchLine).problem == ("", 0)
        with Store(library) as store:
            assert store.articles.count("is:starred") == 1


async def test_escape_and_a_letter_in_one_burst_are_two_keys(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        type_at_once(app, "slash", *"ferry", "escape")
        terminal = XTermParser()
        for key in [*terminal.feed("\x1bs"), *terminal.feed("")]:
            app.post_message(key)
        await settled(pilot)
        assert app.screen.query_one(SearchLine).problem == ("", 0)
        with Store(library) as store:
            assert store.articles.count("is:starred") == 1


async def test_a_dialog_gets_the_keys_typed_after_its_own(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        type_at_once(app, "t", *"eilig", "enter", "s")
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.count("tag:eilig is:starred") == 1

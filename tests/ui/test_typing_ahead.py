"""Keys typed at once reach what they are meant for, although the focus moves in between."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from reader.errors import StoreError
from reader.library.page import Page
from reader.models import Note, Quote, Source, Status
from reader.store import Store
from reader.store.notes import Notes
from reader.ui import typing_ahead
from reader.ui.app import ReaderApp
from reader.ui.desk import loading
from reader.ui.desk.screen import DeskScreen
from reader.ui.dialogs.dialog import Dialog
from reader.ui.screens.quotes import QuotesScreen
from reader.ui.widgets.article.find_bar import FindBar
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.lists.virtual import VirtualList
from tests.ui.test_library_screen import listed
from tests.ui.waiting import PATIENCE, settled, until

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


class SlowReading:
    """Reads a page only when it is let go, as a large article takes its time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        self._read = loading.read_page
        monkeypatch.setattr(loading, "read_page", self)

    def __call__(self, store: Store, article_id: int) -> Page:
        assert self.go.wait(PATIENCE)
        return self._read(store, article_id)


async def test_keys_typed_while_an_article_opens_wait_for_it(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typing_ahead, "LONGEST", 0.05)
    slow, app = SlowReading(monkeypatch), app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        type_at_once(app, "enter", "right_square_bracket", "x", "slash", *"die")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await asyncio.sleep(0.2)
        monkeypatch.setattr(typing_ahead, "LONGEST", PATIENCE)  # a busy machine opens the bar late
        slow.go.set()
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.page.quotes[0].status is Status.REJECTED
        assert app.screen.query_one(FindBar).query_one(LineInput).value == "die"


class SlowList:
    """The rows of a list come only when they are let."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> None:
        self.go = threading.Event()
        read = getattr(owner, name)

        def slowly(*arguments: object, **named: object) -> object:
            assert self.go.wait(PATIENCE)
            return read(*arguments, **named)

        monkeypatch.setattr(owner, name, slowly)


async def held_until(slow: SlowList, pilot: Pilot[None], app: ReaderApp, *keys: str) -> None:
    """Type keys at once, and let the rows come when they have waited for longer than a dialog may take."""
    type_at_once(app, *keys)
    await until(pilot, lambda: app._opening is app.screen, "no key waits")
    await asyncio.sleep(0.1)
    slow.go.set()
    await settled(pilot)


@pytest.mark.parametrize(
    ("place", "key", "owner", "name"),
    [("f4", "A", QuotesScreen, "read_ids"), ("f7", "d", Notes, "listed")],
    ids=["quotes", "notes"],
)
async def test_keys_typed_while_a_list_is_read_wait_for_its_rows(
    library: Path,
    app_on: AppOn,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    key: str,
    owner: type,
    name: str,
) -> None:
    monkeypatch.setattr(typing_ahead, "LONGEST", 0.05)
    with Store(library) as store:
        store.notes.save(Note("Anrufen", 1))
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        slow = SlowList(monkeypatch, owner, name)
        await held_until(slow, pilot, app, place, key)
        with Store(library) as store:
            done = store.quotes.count("status:accepted") if key == "A" else 1 - len(store.notes.of(1))
            assert done == 1


async def test_a_key_typed_right_behind_a_search_is_for_what_it_finds(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typing_ahead, "LONGEST", PATIENCE)  # a busy machine opens the line late
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        slow = SlowList(monkeypatch, QuotesScreen, "read_ids")
        await held_until(slow, pilot, app, "slash", *"öffnen", "enter", "x")
        with Store(library) as store:
            assert [one.resolved_speaker for one in _rejected(store)] == ["Bürgermeister"]


@pytest.mark.parametrize("place", ["f3", "f5", "f7", "f8"])
async def test_removing_twice_at_once_removes_two(library: Path, app_on: AppOn, place: str) -> None:
    with Store(library) as store:
        for name in ("Otto Kern", "Ute Lang", "Max Rot"):
            store.sources.add(Source(name))
            store.notes.save(Note(name, 1))
            store.tags.attach([name], articles=[1])
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press(place)
        await settled(pilot)
        left = len(app.screen.query_one(VirtualList).ids) - 2
        type_at_once(app, "d", "d")
        await settled(pilot)
        assert len(app.screen.query_one(VirtualList).ids) == left


async def test_a_list_that_cannot_be_read_holds_no_key(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)

        def damaged_list(*_: object) -> list[int]:
            raise RuntimeError("damaged")

        monkeypatch.setattr(QuotesScreen, "read_ids", damaged_list)
        type_at_once(app, "f4", "slash", *"Bad")
        await settled(pilot)
        assert isinstance(app.screen, QuotesScreen)
        assert app.screen.list_state.typed == "Bad"


def _rejected(store: Store) -> list[Quote]:
    return store.quotes.by_ids(store.quotes.ids("status:rejected"))


@pytest.mark.parametrize("fails", [False, True], ids=["left", "failed"])
async def test_keys_for_an_article_that_is_not_opened_do_nothing_elsewhere(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    slow, app = SlowReading(monkeypatch), app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        type_at_once(app, "enter", "d", "s")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await until(pilot, lambda: app._opening is app.screen)  # a busy machine sees late that it opens
        if fails:
            monkeypatch.setattr(slow, "_read", damaged)
        else:
            type_at_once(app, "escape")
        await asyncio.sleep(0.1)
        slow.go.set()
        await until(pilot, lambda: not isinstance(app.screen, DeskScreen))
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.count() == 3
            assert store.articles.count("is:starred") == 0


def damaged(_store: Store, _article_id: int) -> Page:
    raise StoreError("damaged")


@pytest.mark.parametrize(
    ("keys", "closed"),
    [
        (("t", "escape"), Dialog),
        (("t", "1", "enter"), Dialog),
        (("c", "down", "ctrl+s"), Dialog),
        (("escape", "escape"), DeskScreen),
    ],
)
async def test_no_key_waits_for_a_dialog_or_an_article_that_is_closed(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], closed: type
) -> None:
    with Store(library) as store:
        store.tags.attach(["offen"], articles=[1])
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("enter", "tab")
        await settled(pilot)
        *first, last = keys
        for key in first:
            await pilot.press(key)
            await settled(pilot)
        # what is closed is sometimes gone before word of its key comes up from it; here it always is
        monkeypatch.setattr(closed, "on_key_done", lambda _, event: event.stop(), raising=False)
        monkeypatch.setattr(typing_ahead, "LONGEST", 3 * PATIENCE)
        before, below = app._number, app.screen
        app.post_message(events.Key(last, None))
        await until(pilot, lambda: app._number > before and not app.is_handling_keys, "it holds the next key")
        assert app.screen is not below

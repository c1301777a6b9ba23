"""The screen of feeds: folders, unread counts, subscribing, asking in the background."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from reader.feeds import Feed
from reader.models import Article
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.dialogs.feed_form import FoundFeedPicker
from reader.ui.screens.feeds import FeedsScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.widgets.place_bar import PlaceBar
from tests.feed_site import PARAGRAPHS, FeedSite, entry, feed, feeds_serving
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, settled_dialog, shown, shows, until

AppOn = Callable[..., ReaderApp]
OTHER = PARAGRAPHS.replace("Kai", "Bad").replace("Schiff", "Becken")


@pytest.fixture
def site() -> Iterator[FeedSite]:
    with feeds_serving() as served:
        yield served


@pytest.fixture
def folders(library: Path) -> Path:
    """A library with three feeds, two of them in folders, with articles."""
    with Store(library, actor="tester") as store:
        for number, (name, folder) in enumerate(
            (("Blatt [red]", "Politik"), ("Bote", "Politik/Ausland"), ("Kurier", ""))
        ):
            one = store.feeds.add(Feed(f"http://127.0.0.1:1/{number}", name, folder))
            store.articles.add(Article(f"Text {number}.", title=f"Titel {number}", feed=one.name))
        store.feeds.note(2, asked="2025-01-01T10:00:00Z", trouble="Der Server ist \x1b[31mweg.", failures=3)
        store.feeds.update([3], is_off=True)
    return library


async def test_folders_feeds_and_what_is_unread_are_shown(app_on: AppOn, folders: Path) -> None:
    app = app_on(folders, feeds_every=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await shows(pilot, "Blatt [red]")
        lines = shown(app)
        for part in (
            "- Politik",
            "- Ausland",
            translated("failed 3×"),
            translated("off"),
            translated("1 failed"),
        ):
            assert part in lines, part
        await pilot.press("G")
        await shows(pilot, "Der Server ist ␛[31mweg.")
        await pilot.press("h")
        await shows(pilot, "+ Ausland")
        assert "Bote" not in shown(app)
        await pilot.press("l")
        await shows(pilot, "Bote")
        await pilot.press("slash", *"kurier")
        await until(pilot, lambda: "Bote" not in shown(app))
        assert "Kurier" in shown(app)


async def test_why_a_feed_failed_is_told_to_its_end(app_on: AppOn, library: Path) -> None:
    with Store(library) as store:
        store.feeds.add(Feed("http://127.0.0.1:1/feed", "Blatt"))
    app = app_on(library, feeds_every=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await shows(pilot, "Blatt")
        await pilot.press("R")
        await shows(pilot, translated("failed 1×"))
        await until(pilot, lambda: says(shown(app), "or set allow_private = true in config.toml."))


async def test_enter_lists_the_unread_articles_of_a_feed_or_folder(app_on: AppOn, folders: Path) -> None:
    app = app_on(folders, feeds_every=0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("f12")
        await shows(pilot, "- Politik")
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await settled(pilot)
        assert 'folder:"Politik" is:unread' in shown(app)
        assert "Titel 0" in shown(app)
        assert "Titel 1" in shown(app)
        assert "Titel 2" not in shown(app)


async def test_a_feed_is_edited_switched_off_read_removed_and_that_is_undone(
    app_on: AppOn, folders: Path
) -> None:
    app = app_on(folders, feeds_every=0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await shows(pilot, "Kurier")
        await pilot.press("r")
        await settled(pilot)
        with Store(folders) as store:
            assert not store.feeds.get(3).is_off
            await pilot.press("I")
            await settled_dialog(pilot)
            await pilot.press("end", *" neu", "tab", *"Stadt", "tab", *"lokal; presse", "enter")
            await settled(pilot)
            edited = store.feeds.get(3)
            assert (edited.name, edited.folder, edited.tags) == ("Kurier neu", "Stadt", ("lokal", "presse"))
            assert store.articles.get(6).feed == "Kurier neu"
            await pilot.press("M")
            await settled(pilot)
            assert store.feeds.get(3).unread == 0
            await pilot.press("d")
            await settled(pilot)
            assert len(store.feeds.all()) == 2
            await pilot.press("u", "u")
            await settled(pilot)
            assert store.feeds.get(3).unread == 1


async def test_a_folder_is_renamed_with_all_that_lies_in_it(app_on: AppOn, folders: Path) -> None:
    app = app_on(folders, feeds_every=0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await shows(pilot, "- Politik")
        await pilot.press("j", "I")
        await settled_dialog(pilot)
        await pilot.press(*"Politiker", "enter")
        await settled(pilot)
        with Store(folders) as store:
            assert {feed.folder for feed in store.feeds.all()} == {"", "Politiker", "Politiker/Ausland"}


async def test_subscribing_picks_a_feed_of_a_site_and_fetches_it(
    app_on: AppOn, library: Path, site: FeedSite
) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="T{n}" href="/{n}">' for n in (1, 2)
    )
    site.show("/", f"<head>{links}</head><body>x</body>")
    site.show("/2", feed("Küstenblatt", entry("Fähre")))
    app = app_on(library, allow_private=True, feeds_every=0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await shows(pilot, translated("There is no feed yet."))
        await pilot.press("a")
        await settled_dialog(pilot)
        await pilot.press(*f"{site.address}/", "enter")
        await until(pilot, lambda: isinstance(app.screen, FoundFeedPicker))
        await pilot.press("2")
        await shows(pilot, "Küstenblatt")
        await shows(pilot, translated("1 unread"))
        assert isinstance(app.screen, FeedsScreen)


async def test_what_is_wrong_with_an_address_is_said(app_on: AppOn, library: Path, site: FeedSite) -> None:
    page = site.show("/seite", "<html><body>Nichts</body></html>")
    app = app_on(library, allow_private=True, feeds_every=0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await settled(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        await pilot.press(*page, "enter")
        await until(pilot, lambda: any(says(told.message, "names no feed") for told in app._notifications))


async def test_feeds_are_asked_by_themselves_and_every_place_says_so(
    app_on: AppOn, library: Path, site: FeedSite
) -> None:
    with Store(library) as store:
        store.feeds.add(Feed(site.show("/f", feed("Blatt", entry("Fähre"))), "Blatt"))
        off = store.feeds.add(Feed(site.show("/off", feed("Aus", entry("Bad", OTHER))), "Aus"))
        store.feeds.update([off.id], is_off=True)
    app = app_on(library, allow_private=True)
    said: list[str] = []
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        bar = app.screen.query_one(PlaceBar)
        app.screen.watch(bar, "note", lambda note: said.append(note), init=False)
        app.look_for_feeds()
        await until(pilot, lambda: app.session.feed_run is not None and not app.session.feed_run.running)
        await until(pilot, lambda: "Fähre" in shown(app))
        await settled(pilot)
        assert said[0] == translated("feeds 0 of 1")
        assert bar.note == ""
        assert site.paths() == ["/f"]
        app.look_for_feeds()
        await settled(pilot)
        assert site.paths() == ["/f"], "asked lately"


async def test_nothing_is_fetched_where_nothing_was_subscribed_to_or_wanted(
    app_on: AppOn, library: Path, site: FeedSite
) -> None:
    app = app_on(library, allow_private=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        app.look_for_feeds()
        await settled(pilot)
        assert app.session.feed_run is None
    with Store(library) as store:
        store.feeds.add(Feed(site.show("/f", feed("Blatt")), "Blatt"))
    app = app_on(library, allow_private=True, feeds_every=0)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert not any(timer._interval == 60.0 for timer in app._timers)


async def test_stopping_and_leaving_keep_what_was_read_and_blame_no_feed(
    app_on: AppOn, library: Path, site: FeedSite
) -> None:
    from tests.feed_site import hang

    site.odd["/slow"] = hang
    with Store(library) as store:
        store.feeds.add(Feed(site.show("/f", feed("Blatt", entry("Fähre"))), "Blatt"))
        store.feeds.add(Feed(f"{site.address}/slow", "Langsam"))
    app = app_on(library, allow_private=True, feeds_every=0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await shows(pilot, "Langsam")
        await pilot.press("N")
        await shows(pilot, translated("1 unread"))
        await pilot.press("ctrl+x")
        await shows(pilot, translated("stopped; what was read is kept"))
    with Store(library) as store:
        assert {feed.name: (feed.articles, feed.failures) for feed in store.feeds.all()} == {
            "Blatt": (1, 0),
            "Langsam": (0, 0),
        }


async def test_failures_of_feeds_are_listed_with_their_reasons(
    app_on: AppOn, library: Path, site: FeedSite
) -> None:
    with Store(library) as store:
        store.feeds.add(Feed(site.answer("/weg", 500), "Kaputt"))
    app = app_on(library, allow_private=True, feeds_every=0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await shows(pilot, "Kaputt")
        await pilot.press("R")
        await shows(pilot, translated("failed 1×"))
        await settled(pilot)
        await pilot.press("exclamation_mark")
        await settled_dialog(pilot)
        assert says(shown(app), "has a fault of its own ({status})")


async def test_lists_go_out_and_come_in(app_on: AppOn, folders: Path, tmp_path: Path) -> None:
    target = tmp_path / "feeds.opml"
    app = app_on(folders, feeds_every=0)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await shows(pilot, "Kurier")
        await pilot.press("e")
        await settled_dialog(pilot)
        app.screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        await until(pilot, target.exists, shown(app))
        with Store(folders) as store:
            store.feeds.remove([1, 2, 3])
        await pilot.press("i")
        await settled_dialog(pilot)
        await pilot.press(*str(target), "enter")
        await until(
            pilot,
            lambda: any(says(told.message, "feeds came in. N asks them.") for told in app._notifications),
        )
        await shows(pilot, "- Ausland")

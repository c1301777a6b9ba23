"""Adding from the clipboard, and following what another program does."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual import events

from reader import clipboard
from reader.errors import ClipboardError
from reader.library import adding
from reader.models import Article
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.dialogs.add import LocationLine, is_location, is_prose
from reader.ui.widgets.lists.articles import ArticleList
from tests.serving import serving
from tests.ui.test_library_screen import listed
from tests.ui.translated import says, translated
from tests.ui.waiting import PATIENCE, settled, settled_dialog, shown, shows, until

AppOn = Callable[..., ReaderApp]


async def test_three_keys_add_what_the_clipboard_names_and_open_it(
    library: Path, app_on: AppOn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "neu.txt"
    file.write_text("Ganz neuer Titel\n\n" + "Ein Satz über die Stadt und ihre Steuern. " * 20)
    monkeypatch.setattr(clipboard, "read", lambda: str(file))
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        await until(
            pilot,
            lambda: app.screen.query_one(LocationLine).value == str(file),
            "the clipboard is not in the line",
        )
        await pilot.press("enter")
        await shows(pilot, "Ganz neuer Titel")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.article_id == 4


@pytest.mark.parametrize(("keys", "opened"), [(["enter"], 4), (["enter", "enter"], 3), (["j", "enter"], 2)])
async def test_enter_means_what_is_still_being_added_unless_one_goes_on(
    library: Path,
    app_on: AppOn,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keys: list[str],
    opened: int,
) -> None:
    file = tmp_path / "neu.txt"
    file.write_text("Ganz neuer Titel\n\n" + "Ein Satz über die Stadt und ihre Steuern. " * 20)
    monkeypatch.setattr(clipboard, "read", lambda: str(file))
    arrived, add_locations = threading.Event(), adding.add_locations

    def add_slowly(*given: Any, **more: Any) -> Iterator[adding.Progress]:
        assert arrived.wait(PATIENCE)
        yield from add_locations(*given, **more)

    monkeypatch.setattr(adding, "add_locations", add_slowly)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        await until(pilot, lambda: app.screen.query_one(LocationLine).value == str(file))
        await pilot.press("enter")
        await until(pilot, lambda: not app.screen.is_modal)
        await pilot.press(*keys)
        arrived.set()
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.article_id == opened


async def test_without_a_clipboard_one_types(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_clipboard() -> str:
        raise ClipboardError("No clipboard can be read here.")

    monkeypatch.setattr(clipboard, "read", no_clipboard)
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        await pilot.press(*"nowhere.txt", "enter")
        await until(pilot, lambda: any(says(one.message, "check the spelling") for one in app._notifications))
        await settled(pilot)
        assert len(listed(app)) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a", True),
        (" HTTP://example.org ", True),
        ("just words", False),
        ("https://example.org\nand more", False),
        ("", False),
        ("x" * 5000, False),
        ("~nobody-of-that-name/a.txt", False),
        ("a\x00b", False),
    ],
)
def test_what_counts_as_a_location(text: str, expected: bool) -> None:
    assert is_location(text) is expected


@pytest.mark.parametrize("before_the_first_look", [False, True])
async def test_what_another_program_adds_appears(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch, before_the_first_look: bool
) -> None:
    every = 2.0 if before_the_first_look else 0.1
    monkeypatch.setattr("reader.ui.screens.list_screen.LOOK_EVERY", every)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        with Store(library) as store:
            store.articles.add(Article("Von nebenan.", title="Aus dem anderen Fenster"))
        await shows(pilot, "Aus dem anderen Fenster")
        assert len(app.screen.query_one(ArticleList).ids) == 4


async def test_a_whole_article_may_be_pasted(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_clipboard() -> str:
        raise ClipboardError("No clipboard can be read here.")

    monkeypatch.setattr(clipboard, "read", no_clipboard)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        pasted = "Rat spart am Bad\n\n" + "Die Stadt müsse sparen, sagte Eva Kern am Montag im Rat. " * 5
        app.screen.query_one(LocationLine).post_message(events.Paste(pasted))
        await shows(pilot, translated("What is known of this text?"))
        await pilot.press("escape")
        await shows(pilot, "Rat spart am Bad")
        await settled(pilot)
        with Store(library) as store:
            assert [row.title for row in store.articles.rows(store.articles.ids("title:spart"))] == [
                "Rat spart am Bad"
            ]


@pytest.mark.parametrize("as_typed", [False, True])
async def test_an_article_on_one_line_may_be_pasted(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch, as_typed: bool
) -> None:
    monkeypatch.setattr(clipboard, "read", lambda: "Etwas ganz anderes, das noch in der Ablage liegt.")
    pasted = (
        "Rat spart am Hallenbad Die Stadt müsse sparen, sagte Eva Kern am Montag. Kern will es schließen."
    )
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        line = app.screen.query_one(LocationLine)
        if as_typed:
            line.value += pasted
            await pilot.press("enter")
        else:
            line.post_message(events.Paste(pasted))
        await shows(pilot, translated("What is known of this text?"))
        await pilot.press("escape")
        await shows(pilot, "Rat spart am Hallenbad")
        await settled(pilot)
        with Store(library) as store:
            assert [row.title for row in store.articles.rows(store.articles.ids("spart"))] == [
                "Rat spart am Hallenbad"
            ]


@pytest.mark.parametrize(
    "written",
    [
        "https://tagblatt.example/Ein langer Titel. Mit vielen Worten und Punkten. Und noch einem Satz.",
        "~/Texte/Interview mit Anna.txt",
        "feed:https://tagblatt.example/rss",
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf.txt",
    ],
)
def test_an_address_or_a_path_is_no_article(written: str) -> None:
    assert not is_prose(written)


async def test_what_is_missing_of_an_article_is_shown(
    library: Path, app_on: AppOn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "stub.html"
    file.write_text(
        '<html lang="de"><head><title>Rat schließt das Bad</title><script type="application/ld+json">'
        '{"@type": "NewsArticle", "isAccessibleForFree": false}</script></head><body><article><p>'
        + "Der Rat hat am Montagabend nach langer Debatte beschlossen, das Hallenbad zu schließen. " * 2
        + "</p></article></body></html>"
    )
    monkeypatch.setattr(clipboard, "read", lambda: str(file))
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: any(says(one.message, "behind a paywall") for one in app._notifications))
        with Store(library) as store:
            assert store.articles.find("Rat schließt das Bad"), "and the article is there all the same"


async def test_what_is_added_is_read_with_the_engine_and_language_of_the_configuration(
    library: Path, app_on: AppOn, tmp_path: Path
) -> None:
    file = tmp_path / "bron.txt"
    file.write_text("Gesperrt\n\n„Wir öffnen am Montag“, sagte Karin Müller. Die Brücke sei sicher.")
    app = app_on(library, str(file), engine="rules")
    async with app.run_test(size=(120, 36)) as pilot:
        await shows(pilot, "Gesperrt")
        await settled(pilot)
    with Store(library) as store:
        assert {quote.origin.partition("-")[0] for quote in store.quotes.of(4)} == {"rules"}


@pytest.mark.parametrize("allowed", [False, True])
async def test_an_address_of_this_machine_is_added_as_the_configuration_says(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch, allowed: bool
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    text = "Die Fähre fährt wieder nach dem Fahrplan, sagte der Sprecher. " * 9
    with serving() as site:
        address = site.show(
            "/a", f"<html><head><title>Fähre fährt</title></head><body><p>{text}</p></body></html>"
        )
        monkeypatch.setattr(clipboard, "read", lambda: address)
        app = app_on(library, allow_private=allowed)
        async with app.run_test(size=(160, 36)) as pilot:
            await settled(pilot)
            await pilot.press("a")
            await settled_dialog(pilot)
            line = app.screen.query_one(LocationLine)
            await until(pilot, lambda: line.value == address, "the clipboard is not in the line")
            await pilot.press("enter")
            wanted = "Fähre fährt" if allowed else f"! {translated('Failures')}"
            await until(pilot, lambda: wanted.casefold() in shown(app).casefold())
        assert bool(site.asked) is allowed


async def test_what_is_known_of_a_pasted_text_is_asked_and_kept(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Rat spart am Bad\n\n" + "Die Stadt müsse sparen, sagte Eva Kern am Montag im Rat. " * 5
    monkeypatch.setattr(clipboard, "read", lambda: text)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        line = app.screen.query_one(LocationLine)
        await until(pilot, lambda: line.value == "clip:", "the clipboard is not in the line")
        await pilot.press("enter")
        await shows(pilot, translated("What is known of this text?"))
        await pilot.press("down", *"Tagblatt", "enter")
        await shows(pilot, "Tagblatt")
        await settled(pilot)
    with Store(library) as store:
        (number,) = store.articles.ids("title:spart")
        assert store.articles.get(number).outlet == "Tagblatt"

"""Keys that a person has set: what cannot work is said at the start, and no other key is lost by them."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.keymap import completed, problems
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, settled_dialog, shown

AppOn = Callable[..., ReaderApp]


@pytest.mark.parametrize(
    ("keymap", "said"),
    [
        ({"library.star": "ctrl+b", "list.down": "j,down,ctrl+n"}, []),
        ({"desk.acept": "a"}, ["desk.acept desk.accept"]),
        ({"library.star": "r"}, ["r library.done library.star"]),
        ({"library.star": "ctrl+b", "library.done": "ctrl+b"}, ["^b library.done library.star"]),
        ({"library.star": "question_mark"}, ["? app.help library.star"]),
        ({"quotes.accept": "j"}, ["j list.down quotes.accept"]),
        # never there together: another screen, a dialog over it, another mode of the same key
        ({"library.star": "W"}, ["W compare.versions library.star"]),
        ({"library.star": "n"}, []),
        ({"dialog.yes": "s"}, []),
        ({"library.trash": "D", "library.purge": "D"}, []),
    ],
)
def test_what_cannot_work_is_one_sentence(keymap: dict[str, str], said: list[str]) -> None:
    found = problems(keymap)
    assert len(found) == len(said)
    for sentence, part in zip(found, said, strict=True):
        assert all(word in sentence for word in part.split())
        assert says(sentence, "no key is called" if len(part.split()) == 2 else "to both {one} and {other}")


def test_actions_that_share_a_key_keep_it() -> None:
    assert completed({"desk.accept": "ctrl+b"})["desk.mark_quote"] == "enter"
    assert completed({"library.star": "ctrl+b"}) == {"library.star": "ctrl+b"}


async def test_what_is_wrong_is_said_at_the_start_and_the_rest_works(library: Path, app_on: AppOn) -> None:
    app = app_on(library, keymap={"libary.star": "b", "library.star": "ctrl+b", "library.trash": "D"})
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        async with asyncio.timeout(30):
            while not app._notifications:
                await pilot.pause(0.05)
        assert [notice.message for notice in app._notifications] == [
            translated(
                "[keymap] in the configuration names libary.star, which no key is called "
                "(did you mean library.star?)."
            )
        ]
        await pilot.press("ctrl+b", "D", "5")
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.count("is:trash is:starred") == 1
        await pilot.press("d")
        await settled_dialog(pilot)
        assert app.screen.is_modal, "d deletes for good, though D is the trash"


async def test_a_key_that_was_moved_keeps_its_place_in_the_last_line(library: Path, app_on: AppOn) -> None:
    app = app_on(library, keymap={"library.star": "ctrl+b"})
    async with app.run_test(size=(120, 24)) as pilot:
        await settled(pilot)
        last = shown(app).splitlines()[-1]
        assert f"t {translated('Tag')}  ^b {translated('Star', 'what keys do')}".casefold() in last.casefold()


OLD_KEYS = {
    "quotes.accept": "a", "quotes.reopen": "s", "quotes.view": "w", "quotes.preview": "f",
    "library.preview": "p", "list.select": "x",
    "sources.new": "n", "sources.edit": "e", "sources.use": "c", "sources.kind": "K", "sources.split": "s",
}  # fmt: skip
"""Keys that lists had before a letter meant one thing in all of them."""


async def test_the_keys_of_before_come_back_by_their_ids(library: Path, app_on: AppOn) -> None:
    assert not [sentence for sentence in problems(OLD_KEYS) if says(sentence, "no key is called")]
    app = app_on(library, keymap=OLD_KEYS)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4", "a", "a", "w")
        await settled(pilot)
        assert translated("To decide") in shown(app)
        with Store(library) as store:
            assert store.quotes.count("status:accepted") == 2
        await pilot.press("f5", "n")
        await settled_dialog(pilot)
        assert translated("New source") in shown(app)

"""Every dialog is left by Esc, and nothing is changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cells import cells
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.dialogs.dialog import Dialog, broken_between_parts
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, settled_dialog, shown

AppOn = Callable[..., ReaderApp]


@pytest.mark.parametrize("room", [20, 40, 76])
def test_no_hint_breaks_within_what_a_key_does(room: int) -> None:
    hint = "1–9 or Enter takes one · typing searches or makes one · ^l here only · Esc leaves"
    lines = broken_between_parts(hint, room).splitlines()
    assert " · ".join(lines) == hint
    assert [line for line in lines if cells(line) > room and " · " in line] == []


WAYS = {
    "add": ["a"],
    "tags": ["t"],
    "export": ["e"],
    "keep a search": ["2", "ctrl+s"],
    "delete": ["d", "5", "d"],
    "help": ["question_mark"],
    "tour": ["f6"],
    "source form": ["f5", "a"],
    "speaker": ["f4", "p"],
    "copy menu": ["enter", "tab", "y"],
    "check": ["enter", "tab", "c"],
    "decide many": ["enter", "A"],
    "legend": ["enter", "f2"],
}
"""Keys from the library to a dialog."""


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
async def test_escape_leaves_and_changes_nothing(
    library: Path, app_on: Callable[..., ReaderApp], tmp_path: Path, way: list[str]
) -> None:
    app = app_on(library, path=tmp_path / "config.toml")
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        for key in way[:-1]:
            await pilot.press(key)
            await settled(pilot)
        with Store(library) as store:
            before = store.revision()
        await pilot.press(way[-1])
        await settled_dialog(pilot)
        assert isinstance(app.screen, Dialog)
        below = app.screen_stack[-2]
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is below
        with Store(library) as store:
            assert store.revision() == before


@pytest.mark.parametrize(("keys", "parts"), [
    (("comma",), ("Settings", "next value")),
    (("e",), ("Export", "Enter writes {target}", "Tab: another file")),
    (("question_mark",), ("Type to find a key", "Read")),
])  # fmt: skip
async def test_a_dialog_without_colours_has_its_first_and_last_line_in_a_small_terminal(
    library: Path,
    app_on: AppOn,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    parts: tuple[str, ...],
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        await settled_dialog(pilot)
        for part in parts:
            assert says(shown(app), part)


async def test_the_current_line_of_the_palette_is_seen_without_colours(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p", "down")
        await settled(pilot)
        lines = app.screen._compositor.render_strips()
        marked = [
            line.text.strip()
            for line in lines
            if any(part.text.strip() and part.style and part.style.underline for part in line)
        ]
        assert marked[:2] == [f"{translated('Search')}   /", translated("Search and filter")]


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        (("enter", "tab", "c"), "Enter keeps · ↑ ↓ decide · Tab goes on · Esc leaves"),
        (("enter", "tab", "p"), "1–9 or Enter takes one · type to find or create · Esc leaves"),
        (("enter", "tab", "t"), "Type the first tag, such as politik/syrien · Enter keeps it · Esc leaves"),
        (("enter", "L"), "Enter goes there;accepts it"),
    ],
)
async def test_the_hint_of_a_dialog_ends_with_a_whole_key_in_a_tiny_terminal(
    library: Path, app_on: AppOn, keys: tuple[str, ...], hint: str
) -> None:
    app = app_on(library)
    async with app.run_test(size=(40, 10)) as pilot:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        await settled_dialog(pilot)
        last = [line.strip() for line in shown(app).rstrip().splitlines()][-1]
        whole = [part for sentence in hint.split(";") for part in translated(sentence).split(" · ")]
        assert [part.removeprefix("f ") in whole for part in last.split(" · ")] == [True] * (
            1 + last.count(" · ")
        )

"""The settings: changed with a few keys, kept in the configuration beside what a person wrote there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.config import config_path, load, save
from reader.ui.app import ReaderApp
from reader.ui.dialogs.settings import SETTINGS, SettingsDialog
from tests.ui.translated import says
from tests.ui.waiting import settled, shown, shows, until

AppOn = Callable[..., ReaderApp]

WRITTEN = '# mine\nactor = "Ada" # on Mondays\n\n[keymap]\n"library.star" = "ctrl+b" # no s\n'


def app_with(library: Path, written: str = WRITTEN) -> ReaderApp:
    path = config_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written, encoding="utf-8")
    return ReaderApp(library, config=load())


async def test_values_are_changed_at_once_and_kept_with_the_comments(library: Path) -> None:
    app = app_with(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("comma")
        await until(pilot, lambda: says(shown(app), "Keys: all right"))
        await pilot.press("l", "j", "l", "l", "h", "j", "enter")
        await settled(pilot)
        assert app.theme == "reader-light"
        await pilot.press("escape")
        await settled(pilot)
        assert not isinstance(app.screen, SettingsDialog)
    kept = load()
    assert (kept.theme, kept.measure, kept.density) == ("reader-light", 84, "compact")
    assert kept.keymap == {"library.star": "ctrl+b"}
    text = config_path().read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# on Mondays" in text
    assert "# no s" in text


async def test_every_colour_there_is_can_be_reached_and_ours_come_first(library: Path) -> None:
    app = app_with(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("comma")
        await settled(pilot)
        seen = []
        for _ in app.available_themes:
            seen.append(app.theme)
            await pilot.press("l")
            await settled(pilot)
        assert sorted(seen) == sorted(app.available_themes)
        assert all(name.startswith("reader-") for name in seen[:3])
        assert app.theme == seen[0]


async def test_who_works_here_is_typed(library: Path) -> None:
    app = app_with(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("comma")
        await settled(pilot)
        await pilot.press("j", "j", "j", "j", "enter")
        await settled(pilot)
        await pilot.press("ctrl+u", *"Ida", "enter")
        await settled(pilot)
        assert "Ida" in shown(app)
    assert load().actor == "Ida"


async def test_what_is_wrong_with_the_keys_is_told(library: Path) -> None:
    app = app_with(library, '[keymap]\n"library.stra" = "ctrl+b"\n')
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("comma")
        await shows(pilot, "library.stra")


async def test_a_width_written_by_hand_is_shown_and_not_lost_by_looking(library: Path) -> None:
    app = app_with(library, "measure = 77\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("comma")
        await shows(pilot, "77")
        await pilot.press("j", "escape")
        await settled(pilot)
    assert config_path().read_text(encoding="utf-8") == "measure = 77\n"


async def test_a_file_that_was_broken_meanwhile_is_left_alone_and_said(library: Path) -> None:
    app = app_with(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        config_path().write_text("measure = [", encoding="utf-8")
        await pilot.press("comma")
        await settled(pilot)
        await pilot.press("l")
        await until(pilot, lambda: any(says(one.message, "is not valid TOML") for one in app._notifications))
    assert config_path().read_text(encoding="utf-8") == "measure = ["


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.name)
def test_every_value_that_is_offered_can_be_kept(setting: object) -> None:
    for value, _words in getattr(setting, "choices", ()):
        save(config_path(), **{getattr(setting, "name", ""): value})
        assert getattr(load(), getattr(setting, "name", "")) == value


async def test_all_settings_stand_on_a_small_screen(library: Path) -> None:
    app = app_with(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("comma")
        await settled(pilot)
        await pilot.press("k")
        await settled(pilot)
        assert SETTINGS[-1].label in shown(app)
        assert says(shown(app), "Esc closes")

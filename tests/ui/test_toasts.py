"""What is said in passing never lies over what one types into, nor over half of a small terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets._toast import Toast

from reader.i18n import _
from reader.ui.app import ReaderApp
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.note_editor import NoteArea
from tests.ui.waiting import settled, settled_dialog, shown, until

AppOn = Callable[..., ReaderApp]
SIZES = [(40, 10), (80, 24), (160, 50)]
LONG = "Copied the quote with its citation to the buffer of tmux, where its prefix and ] paste it."


def toasts(app: ReaderApp) -> list[Region]:
    """Where messages stand."""
    return [toast.region for toast in app.screen.query(Toast) if toast.region]


def covered(app: ReaderApp, widget: Widget) -> bool:
    """Whether a message lies over a widget."""
    return any(region.overlaps(widget.region) for region in toasts(app))


async def test_in_a_small_terminal_one_message_stands_there_in_few_lines(
    library: Path, app_on: AppOn
) -> None:
    app = app_on(library)
    async with app.run_test(size=(40, 10), notifications=True) as pilot:
        await settled(pilot)
        for sentence in ("One article moved to the trash. u takes it back.", "Undone: move an article there"):
            app.notify(sentence, markup=False)
            await settled(pilot)
        await until(pilot, lambda: "Undone: move an article there" in shown(app))
        assert "moved to the trash" not in shown(app)
        assert sum(region.height for region in toasts(app)) == 1
        app.notify("a message that is a little longer than a line", markup=False)
        await until(pilot, lambda: "than a line" in shown(app), "its second line is missing")


async def test_a_failure_stays_when_something_else_is_said(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(40, 10), notifications=True) as pilot:
        await settled(pilot)
        app.notify("Nothing was added.", severity="error", markup=False)
        app.notify("Undone: star", markup=False)
        await until(pilot, lambda: "Undone: star" in shown(app))
        assert "Nothing was added." in shown(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [("t",), ("a",), ("e",), ("f5", "a")], ids=["tag", "add", "export", "form"])
async def test_no_message_lies_over_what_is_typed_in_a_dialog(
    library: Path, app_on: AppOn, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = app_on(library)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        for key in keys[:-1]:
            await pilot.press(key)
            await settled(pilot)
        app.notify(LONG, markup=False)
        app.notify("Undone: accept 60 quotes", markup=False)
        await pilot.press(keys[-1])
        await settled_dialog(pilot)
        await settled(pilot)
        assert not covered(app, app.screen.query(LineInput).first())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "keys", [("t",), ("a",), ("e",), ("I",), ("f5", "a")], ids=["tag", "add", "export", "facts", "source"]
)
async def test_no_failure_of_before_lies_over_what_is_typed(
    library: Path, app_on: AppOn, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = app_on(library)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        for key in keys[:-1]:
            await pilot.press(key)
            await settled(pilot)
        for name in ("brief.txt", "bild.txt", "seite.html"):
            app.notify(f"{name} holds no text: {LONG}", severity="error", markup=False)
        await pilot.press(keys[-1])
        await settled_dialog(pilot)
        await until(pilot, lambda: bool(toasts(app)))
        await settled(pilot)
        for line in app.screen.query(LineInput):
            for x in range(line.region.x, min(line.region.right, size[0])):
                if line.region.y < size[1]:  # the rest of a form is scrolled to
                    assert not isinstance(app.screen.get_widget_at(x, line.region.y)[0], Toast)


@pytest.mark.parametrize("size", SIZES)
async def test_no_message_lies_over_a_note_that_is_written(
    library: Path, app_on: AppOn, size: tuple[int, int]
) -> None:
    app = app_on(library)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("enter", "tab", "m")
        await until(pilot, lambda: bool(app.screen.query(NoteArea)))
        app.notify(LONG, markup=False)
        await until(pilot, lambda: bool(toasts(app)))
        await settled(pilot)
        assert not covered(app, app.screen.query_one(NoteArea))
        await pilot.press("escape")
        await settled(pilot)
        assert not app.screen.has_class("-writing")


@pytest.mark.parametrize("size", SIZES[1:])
async def test_what_was_said_stands_once_under_a_dialog(
    library: Path, app_on: AppOn, size: tuple[int, int]
) -> None:
    app = app_on(library)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        app.notify("Twelve rows.", markup=False, timeout=60)
        await until(pilot, lambda: "Twelve rows." in shown(app))
        await pilot.press("e")
        await settled_dialog(pilot)
        await until(pilot, lambda: shown(app).count("Twelve rows.") == 1)
        await settled_dialog(pilot)
        assert shown(app).count("Twelve rows.") == 1
        await pilot.press("escape")
        await until(pilot, lambda: shown(app).count("Twelve rows.") == 1)


async def test_ctrl_c_says_in_our_words_which_key_ends_the_program(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+c")
        assert [toast.message for toast in app._notifications] == [_("{key} ends reader.").format(key="q")]

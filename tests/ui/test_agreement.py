"""The screen of agreement: two people's decisions side by side."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.models import QuoteType, Status
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.places import AgreementWanted
from reader.ui.screens.agreement import AgreementScreen
from tests.coders import TEXT, two_libraries
from tests.ui.translated import in_parts, translated
from tests.ui.waiting import settled, settled_dialog, shown

AppOn = Callable[..., ReaderApp]


@pytest.fixture
def libraries(tmp_path: Path) -> tuple[Path, Path]:
    return two_libraries(tmp_path)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_everything_taken_over_leaves_no_difference(
    libraries: tuple[Path, Path], app_on: AppOn, size: tuple[int, int]
) -> None:
    app = app_on(libraries[0])
    app.first = AgreementWanted(libraries[1])
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, AgreementScreen)
        assert translated("6 differences in 1 article") in shown(app)
        assert in_parts("quote: quote") not in shown(app)
        assert f"  ·  {translated('tag')} " in shown(app)  # the last of what is told above the table
        for _ in range(6):
            await pilot.press("A")
            await settled(pilot)
        assert translated("0 differences in 1 article") in shown(app)
    with Store(libraries[0]) as store:
        first, then, third, last = store.quotes.of(1)
        assert (first.type, first.words(TEXT), first.tags) == (
            QuoteType.INDIRECT,
            "„Wir bauen heute“,",
            ("stadt",),
        )
        assert (then.source, third.status, last.status) == (
            "Uwe Raumann",
            Status.ACCEPTED,
            Status.SUGGESTED,
        )


async def test_kept_and_undone(libraries: tuple[Path, Path], app_on: AppOn) -> None:
    app = app_on(libraries[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("Y")
        await settled_dialog(pilot)
        await pilot.press(*str(libraries[1]), "enter")
        await settled(pilot)
        assert isinstance(app.screen, AgreementScreen)
        await pilot.press("x", "A")
        await settled(pilot)
        assert translated("4 differences") in shown(app)
        await pilot.press("u")
        await settled(pilot)
        assert translated("5 differences") in shown(app)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_there_is_no_such_library(libraries: tuple[Path, Path], app_on: AppOn) -> None:
    app = app_on(libraries[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("Y")
        await settled_dialog(pilot)
        await pilot.press(*"/nirgends.db", "enter")
        await settled(pilot)
        assert [one.message for one in app._notifications] == [
            translated("There is no library at /nirgends.db.")
        ]

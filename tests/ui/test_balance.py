"""The Balance screen: of a view by one key, each bar opens its quotes, and Esc comes back to the bar."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Static

from reader.i18n import percent
from reader.models import QuoteType, Status, TermsOfUse
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.balance import BalanceScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.quotes import QuotesScreen
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, shown

DIRECT, INDIRECT = QuoteType.DIRECT.label, QuoteType.INDIRECT.label
AppOn = Callable[..., ReaderApp]
SIZES = [(80, 24), (100, 30), (160, 50), (200, 60)]


def bars_of(app: ReaderApp) -> dict[str, int]:
    """What the bars are called, and what they count."""
    screen = app.screen
    assert isinstance(screen, BalanceScreen)
    assert screen.balance is not None
    return {bar.name: bar.measured(screen.balance.measure) for bar in screen.balance.bars}


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_counts_what_the_library_lists(
    library: Path, app_on: AppOn, size: tuple[int, int]
) -> None:
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        screen.search_for("lang:en")
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        assert bars_of(app) == {"Bürgermeister": 6, "Anna Weber": 4}
        assert f"{translated('of lang:en')}" in shown(app)
        assert says(shown(app).replace("\u00a0", " "), "{name} has {share} of the {unit}, the most of")
        assert "Bürgermeister" in shown(app)
        assert "█" in shown(app)
        await pilot.press("f9")
        await settled(pilot)
        assert isinstance(app.screen, BalanceScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_the_heading_is_the_same_while_it_is_counted(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        said: list[str] = []
        await pilot.press("f9")
        title = app.screen.query_one("#title", Static)
        said.append(str(title.content))
        await settled(pilot)
        said.append(str(title.content))
        await pilot.press("5")
        said.append(str(title.content))
        await settled(pilot)
        said.append(str(title.content))
        wanted = ["Balance: who"] * 2 + ["Balance: outlet"] * 2
        begun = [line.split("  ")[0].casefold() for line in said]
        assert begun == [translated(one).casefold() for one in wanted]


async def test_nothing_of_the_heading_is_cut_in_a_narrow_terminal(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f9", "3", "s")
        await settled(pilot)
        assert translated("of the whole library") in shown(app)


async def test_the_proposed_file_is_called_after_what_is_counted(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("5", "e")
        await settled(pilot)
        stem = translated("balance-{by}", "name of a file").format(by=translated("Outlet").lower())
        assert f"{stem}.svg" in shown(app)


async def test_a_type_has_the_name_that_it_has_everywhere(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4", "ctrl+a", "4")
        await settled(pilot)
        assert translated("free indirect") in shown(app)
        await pilot.press("f9")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, BalanceScreen)
        screen.action_count_by("type")
        await settled(pilot)
        assert list(bars_of(app)) == ["free indirect"]
        await pilot.press("enter")
        await settled(pilot)
        assert translated("6 quotes") in shown(app)


async def test_each_bar_opens_its_quotes_and_esc_comes_back_to_it(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("5", "j", "enter")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, QuotesScreen)
        assert len(screen.quotes.ids) == 2
        assert 'outlet:"Kurier"' in shown(app) or 'outlet:"Tagblatt"' in shown(app)
        chosen = list(screen.quotes.ids)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, BalanceScreen)
        assert app.screen.bars.cursor == 1
        bar = app.screen.current
        assert bar is not None
        with Store(library) as store:
            assert store.quotes.ids(bar.query, sort="speaker", descending=False) == chosen


async def test_what_was_rejected_meanwhile_counts_no_more(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("j", "enter")
        await settled(pilot)
        with Store(library) as store:
            store.quotes.set_status(store.quotes.ids('who:"Anna Weber"')[:2], Status.REJECTED)
        await pilot.press("escape")
        await settled(pilot)
        assert bars_of(app) == {"Bürgermeister": 18, "Anna Weber": 4}
        assert isinstance(app.screen, BalanceScreen)
        assert app.screen.current is not None
        assert app.screen.current.name == "Anna Weber"


async def test_quotes_and_desk_count_what_they_show(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        app.open_quotes("type:direct ")
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        assert bars_of(app) == {"Anna Weber": 12}
        await pilot.press("escape", "escape")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        await pilot.press("f9")
        await settled(pilot)
        assert bars_of(app) == {"Bürgermeister": 6, "Anna Weber": 4}
        assert translated("of this article") in shown(app)


async def test_keys_count_by_other_things_and_divide_the_bars(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("6")
        await settled(pilot)
        assert list(bars_of(app)) == ["2025-01", "2025-02", "2025-03"]
        await pilot.press("o", "s")
        await settled(pilot)
        assert bars_of(app) == {"2025-01": 2, "2025-02": 2, "2025-03": 2}
        assert translated("divided by type") in shown(app)
        assert f"{DIRECT} {percent(0.5)}, {INDIRECT} {percent(0.5)}" in shown(app).replace("\u00a0", " ")
        await pilot.press("l")
        await settled(pilot)
        assert list(bars_of(app)) == ["2025-W01", "2025-W06", "2025-W10"]
        await pilot.press("slash", *"lang:en", "enter")
        await settled(pilot)
        assert list(bars_of(app)) == ["2025-W10"]


async def test_a_search_that_is_wrong_is_said_and_nothing_breaks(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("slash", *"colour:red", "enter")
        await settled(pilot)
        assert says(shown(app), "There is no field “")
        await pilot.press("slash", *["backspace"] * 10, "enter")
        await settled(pilot)
        assert len(bars_of(app)) == 2


async def test_parts_are_told_by_letters_where_there_are_no_colours(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("5", "s")
        await settled(pilot)
        assert f"{DIRECT[0]} {DIRECT}   {INDIRECT[0]} {INDIRECT}" in shown(app).replace("\u00a0", " ")
        assert DIRECT[0] * 3 in shown(app)
        assert "iii" in shown(app)


@pytest.mark.parametrize(("ending", "begins"), [("svg", "<svg "), ("csv", "name,kind,role")])
async def test_figures_are_written_and_name_nobody_who_is_covered(
    library: Path, app_on: AppOn, tmp_path: Path, ending: str, begins: str
) -> None:
    with Store(library) as store:
        (source,) = store.sources.all()
        quote = store.quotes.get(store.quotes.ids('who:"Anna Weber"')[0])
        store.sources.assign([quote.id], source.id)
        other = store.quotes.ids("who:bürgermeister")[:1]
        store.quotes.set_use(other, TermsOfUse.OFF_RECORD)
    target = tmp_path / f"figures.{ending}"
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        assert "Anna Weber" in shown(app)
        await pilot.press("e", "ctrl+u", *str(target), "enter")
        await settled(pilot)
    written = target.read_text(encoding="utf-8-sig")
    assert written.startswith(begins)
    assert "Weber" not in written
    assert "Kämmerin" not in written
    assert "Bürgermeister" in written


async def test_a_wide_terminal_tells_of_the_current_bar_beside_the_others(
    library: Path, app_on: AppOn
) -> None:
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        assert INDIRECT in shown(app)
        assert "2025-03" in shown(app) or "03.2025" in shown(app)
        assert "Herald" in shown(app)
        await pilot.press("j")
        await settled(pilot)
        lines = [line.strip() for line in shown(app).splitlines()]
        assert not any(line.endswith(INDIRECT) for line in lines)
        assert any(f"{DIRECT} " in line and percent(1) in line for line in lines)
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        assert "2025-03" not in shown(app)

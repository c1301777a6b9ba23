"""The screen of a ledger: rows of a draft, ticked, proved, put to whom they are about."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.ledgers import StatementState
from reader.models import Source
from reader.store import Store
from reader.texts.manners import in_marks
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.ledger import LedgerScreen
from tests.ui.translated import in_parts, says, translated
from tests.ui.waiting import settled, settled_dialog, shown, until

AppOn = Callable[..., ReaderApp]
DRAFT = """Das Bad

Anna Weber, 43, sagte: „Wir haben lange gewartet“.

Die Opposition wirft Weber vor, den Auftrag ohne Ausschreibung vergeben zu haben.

Weber weist das zurück. Die Halle ist leer.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def library(library: Path) -> Path:
    """The sample library, in which Anna Weber may be named."""
    with Store(library) as store:
        store.sources.remove([1])
    return library


async def opened(app: ReaderApp, pilot: Pilot[None], draft: Path) -> LedgerScreen:
    await settled(pilot)
    app.open_ledger(location=str(draft))
    await settled(pilot)
    assert isinstance(app.screen, LedgerScreen)
    return app.screen


async def on_row(pilot: Pilot[None], screen: LedgerScreen, kind: str) -> None:
    """Go to the first row of a kind."""
    screen.table.cursor = (next(at for at, one in enumerate(screen.listed) if one.kind == kind), 0)
    await settled(pilot)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_draft_is_asked_for_and_its_rows_are_ticked(
    library: Path, app_on: AppOn, draft: Path, size: tuple[int, int]
) -> None:
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("J")
        await settled_dialog(pilot)
        await pilot.press(*str(draft), "enter")
        await settled(pilot)
        assert isinstance(app.screen, LedgerScreen)
        rows = app.screen.listed
        assert in_parts(f"{len(rows)} rows  ·  {len(rows)} open  ·  0 wrong") in shown(app)
        await pilot.press("c", "j", "W")
        await settled(pilot)
        assert in_parts(f"{len(rows) - 2} open  ·  1 wrong") in shown(app)
        await pilot.press("u")
        await settled(pilot)
        assert in_parts(f"{len(rows) - 1} open  ·  0 wrong") in shown(app)
        await pilot.press("x", "f")
        await settled(pilot)
        assert {one.state for one in app.screen.listed} == {StatementState.OPEN}
        assert len(app.screen.listed) == len(rows) - 2


async def test_the_same_ledger_is_offered_again_with_its_ticks(
    library: Path, app_on: AppOn, draft: Path
) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, draft)
        await pilot.press("c", "q")
        await settled(pilot)
        await pilot.press("J")
        await settled_dialog(pilot)
        await settled_dialog(pilot)
        assert "draft.md" in shown(app)
        await pilot.press("enter")
        await settled(pilot)
        assert "✓ 1" in shown(app)
        draft.write_text(DRAFT.replace("43", "44"), encoding="utf-8")
        await pilot.press("R")
        await settled(pilot)
        assert translated("draft 2") in shown(app)


async def test_enter_opens_the_passage_that_a_quote_rests_on(
    library: Path, app_on: AppOn, draft: Path
) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, draft)
        await on_row(pilot, screen, "quote")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_an_allegation_is_put_and_its_answer_looked_for_in_the_draft(
    library: Path, app_on: AppOn, draft: Path
) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, draft)
        await on_row(pilot, screen, "allegation")
        await pilot.press("n")
        await settled_dialog(pilot)
        await pilot.press(*"Anna Weber", "tab", *"nie", "enter")
        await settled_dialog(pilot)
        assert says(shown(app), "” is no day: write it as")
        await pilot.press(
            "ctrl+u", *"1.12.2026", *["tab"] * 3, *"denies", *["tab"] * 2, *"Weber lacht", "enter"
        )
        await settled(pilot)
        text = " ".join(shown(app).split())
        assert "2026-12-01" in text or "1.12.2026" in text
        assert in_marks("Weber lacht") in text
        await pilot.press("n")
        await settled_dialog(pilot)
        await pilot.press(*["tab"] * 6, "ctrl+u", *"weist das zurück", "enter")
        await settled(pilot)
        assert "weist das zurück" in shown(app)
        assert not says(shown(app), "the answer in the draft")


async def test_evidence_is_asked_for_and_must_be_some(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, draft)
        await pilot.press("m")
        await settled_dialog(pilot)
        await pilot.press(*"quote 99", "enter")
        await until(pilot, lambda: says(shown(app), "There is no quote number {quote_id} in the library."))
        await pilot.press("ctrl+u", *"call: Amt [red]", "tab", *"for", "tab", *"nachgefragt", "enter")
        await settled(pilot)
        assert f"{translated('for')}: call: Amt [red]" in shown(app)
        assert translated("remark: nachgefragt") in shown(app)
        await pilot.press("d")
        await settled(pilot)
        assert not says(shown(app), "call: Amt")
        await pilot.press("u")
        await settled(pilot)
        assert f"{translated('for')}: call: Amt [red]" in shown(app)


async def test_only_words_of_the_draft_become_a_row(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, draft)
        count = len(screen.listed)
        for words in ("Die Halle brennt", "die halle ist leer"):
            await pilot.press("a")
            await settled_dialog(pilot)
            await pilot.press(*words, "enter")
            await settled(pilot)
        assert [one.message for one in app._notifications][-1].startswith(in_marks("Die Halle brennt"))
        assert len(screen.listed) == count + 1
        assert screen.listed[-1].sentence == "Die Halle ist leer."


async def test_a_sheet_is_written_without_who_is_covered(
    library: Path, app_on: AppOn, draft: Path, tmp_path: Path
) -> None:
    with Store(library) as store:
        store.sources.add(Source("Anna Weber", identity_protected=True))
    app = app_on(library)
    sheet = tmp_path / "sheet.csv"
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, draft)
        await pilot.press("e")
        await settled_dialog(pilot)
        await pilot.press("ctrl+u", *str(sheet), "enter")
        await settled(pilot)
    assert "Weber" not in sheet.read_text(encoding="utf-8-sig")


async def test_a_draft_that_is_not_there_is_said(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.open_ledger(location="/nirgends.md")
        await settled(pilot)
        assert not isinstance(app.screen, LedgerScreen)
        assert app._notifications


async def test_from_the_manuscript_to_its_ledger(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.open_manuscript(str(draft))
        await settled(pilot)
        await pilot.press("J")
        await settled(pilot)
        assert isinstance(app.screen, LedgerScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_card_of_a_quote_tells_where_it_was_used(
    library: Path, app_on: AppOn, draft: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    other = tmp_path / "kolumne.md"
    other.write_text(DRAFT, encoding="utf-8")
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        screen = await opened(app, pilot, draft)
        await on_row(pilot, screen, "quote")
        await pilot.press("P")
        await settled_dialog(pilot)
        await pilot.press(*"4.12.2026", "enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("tab")
        await settled(pilot)
        assert says(shown(app), "used {day}: {name}")
        app.open_ledger(location=str(other))
        await settled(pilot)
        assert isinstance(app.screen, LedgerScreen)
        await on_row(pilot, app.screen, "quote")
        await pilot.press("P")
        await settled_dialog(pilot)
        await pilot.press(*"5.12.2026", "enter")
        await settled(pilot)
        await pilot.press("q")
        await until(pilot, lambda: says(shown(app), "used {day}, {count} more: {name}"))


async def test_a_second_click_opens_the_passage(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, draft)
        await on_row(pilot, screen, "quote")
        line = next(at for at, text in enumerate(shown(app).splitlines()) if translated("quote ¶") in text)
        await pilot.click(offset=(10, line), times=2)
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_a_ledger_whose_beginning_is_undone_is_left(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, draft)
        await pilot.press("u")
        await settled(pilot)
        assert not isinstance(app.screen, LedgerScreen)
    with Store(library) as store:
        assert store.ledgers.all() == []


async def test_hostile_drafts_are_shown_as_marks(library: Path, app_on: AppOn, tmp_path: Path) -> None:
    file = tmp_path / "böse [red].md"
    file.write_text("Am 4. Mai 2026 kam \x1b[31m\u202eAnna Weber[/red] 🙂 mit 12 Euro.\n", encoding="utf-8")
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, file)
        assert translated("Ledger of “böse [red].md”") in shown(app)
        assert "\x1b" not in shown(app)
        assert "\u202e" not in shown(app)
        await pilot.press("m")
        await settled_dialog(pilot)
        await pilot.press("escape")
        await settled(pilot)


async def test_an_empty_filter_says_so(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, draft)
        await pilot.press("f", "f")
        await settled(pilot)
        assert says(shown(app).replace("▎", " "), "No row is wrong: f shows others.")
        await pilot.press("c", "m", "n", "enter")
        await settled(pilot)
        assert isinstance(app.screen, LedgerScreen)


async def test_what_another_program_wrote_meanwhile_stays(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, draft)
        first = screen.listed[0]
        with Store(library, actor="other") as store:
            store.ledgers.change([replace(first, remark="bitte anrufen")])
        await pilot.press("c")
        await settled(pilot)
        assert translated("remark: bitte anrufen") in shown(app)
        assert "✓ 1" in shown(app)
        with Store(library, actor="other") as store:
            store.ledgers.remove(first.ledger_id)
        await pilot.press("W")
        await settled(pilot)
        assert says([one.message for one in app._notifications][-1], "gone from the ledger")


async def test_what_was_done_on_the_desk_shows_in_the_ledger(
    library: Path, app_on: AppOn, draft: Path
) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, draft)
        await on_row(pilot, screen, "quote")
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("tab", "c", "up", "ctrl+s")
        await settled(pilot)
        while isinstance(app.screen, DeskScreen):
            await pilot.press("escape")
            await settled(pilot)
        assert app.screen is screen
        assert translated("look again: it is disputed") in shown(app)

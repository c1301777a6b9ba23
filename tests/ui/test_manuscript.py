"""The screen of a manuscript: what was found of each quotation, both texts side by side."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.models import Source
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.manuscript import ManuscriptScreen
from tests.ui.conftest import TEXT
from tests.ui.translated import translated
from tests.ui.waiting import settled, settled_dialog, shown

AppOn = Callable[..., ReaderApp]
DRAFT = """Das Bad

Anna Weber sagte: „Wir haben kurz gewartet.“ Später sagte sie: „Wir haben lange gewartet.“
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with an altered quotation and one that is right."""
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def library(library: Path) -> Path:
    """The sample library, in which Anna Weber may be named."""
    with Store(library) as store:
        store.sources.remove([1])
    return library


async def opened(app: ReaderApp, pilot: object, draft: Path) -> ManuscriptScreen:
    await settled(pilot)  # type: ignore[arg-type]  # a pilot
    app.open_manuscript(str(draft))
    await settled(pilot)  # type: ignore[arg-type]  # as above
    assert isinstance(app.screen, ManuscriptScreen)
    return app.screen


async def test_c_asks_for_a_draft_and_shows_what_was_found(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("C")
        await settled(pilot)
        await pilot.press("ctrl+u", *str(draft), "enter")
        await settled(pilot)
        assert isinstance(app.screen, ManuscriptScreen)
        text = shown(app)
        assert translated("Manuscript: draft.md") in text
        assert translated("2 quotations") in text
        assert translated("“lange” became “kurz”") in text
        line = next(line for line in text.splitlines() if translated("In the manuscript") in line)
        assert line.index(translated("In the manuscript")) < line.index(translated("In the library"))
        await pilot.press("escape", "C")
        await settled(pilot)
        assert "draft.md" in shown(app), "it is offered again"


async def test_both_texts_stand_side_by_side_on_80_columns(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, draft)
        lines = shown(app).splitlines()
        assert any(
            translated("In the manuscript") in line and translated("In the library") in line for line in lines
        )
        assert any(translated("altered") in line for line in lines)


async def test_without_colour_changes_are_marked(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library, ascii=True)
    async with app.run_test(size=(160, 50)) as pilot:
        await opened(app, pilot, draft)
        assert "[-lange-]" in shown(app)
        assert "{+kurz+}" in shown(app)


async def test_enter_opens_the_article_at_the_passage(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        screen = await opened(app, pilot, draft)
        place = screen.place
        assert place is not None
        await pilot.press("tab", "enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert (app.screen.article_id, app.screen.text.caret) == (
            place.article,
            TEXT.index("Wir haben lange"),
        )


async def test_only_the_faults_are_listed_where_that_is_asked_for(
    library: Path, app_on: AppOn, draft: Path
) -> None:
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        screen = await opened(app, pilot, draft)
        assert translated("word for word") in shown(app)
        await pilot.press("f")
        await settled(pilot)
        assert [str(one.kind) for one in screen.findings] == ["altered"]
        assert len(screen.findings_table.rows) == 1


async def test_a_draft_that_was_mended_is_read_again(library: Path, app_on: AppOn, draft: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        screen = await opened(app, pilot, draft)
        draft.write_text(DRAFT.replace("kurz", "lange"), encoding="utf-8")
        await pilot.press("R")
        await settled(pilot)
        assert screen.report is not None
        assert screen.report.faults == ()
        assert translated("2 quotations") in shown(app)


async def test_the_page_for_the_editor_is_written_covered(
    library: Path, app_on: AppOn, draft: Path, tmp_path: Path
) -> None:
    with Store(library) as store:
        hidden = store.sources.add(Source("Rosa Verborgen", identity_protected=True))
        assert hidden.id
    draft.write_text(f"{DRAFT}\nRosa Verborgen schwieg.\n", encoding="utf-8")
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        await opened(app, pilot, draft)
        assert "Rosa Verborgen" in shown(app)
        await pilot.press("e")
        await settled_dialog(pilot)
        await pilot.press("ctrl+u", *str(tmp_path / "out.html"), "enter")
        await settled(pilot)
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<del>lange</del>" in page
    assert "Rosa" not in page
    assert translated("must not be named") in page


async def test_what_cannot_be_read_is_said_and_left(library: Path, app_on: AppOn, tmp_path: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        below = app.screen
        app.open_manuscript(str(tmp_path / "missing.docx"))
        await settled(pilot)
        assert app.screen is below
        assert any("missing.docx" in told.message for told in app._notifications)


async def test_a_pasted_draft_is_checked_and_kept_nowhere(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        app.open_manuscript(DRAFT)
        await settled(pilot)
        assert translated("“lange” became “kurz”") in shown(app)
    assert not (library.parent / "pasted").exists()

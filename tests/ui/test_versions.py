"""The screen of versions: what changed in a text, and the quotes that it changed or lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.following import follow_new_text
from reader.models import Anchor, Article, Note, Quote, QuoteType, Span
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.placing import PlacingDesk
from reader.ui.desk.screen import DeskScreen
from reader.ui.dialogs.ask import Confirm
from reader.ui.screens.versions import VersionsScreen
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, shown

AppOn = Callable[..., ReaderApp]
OLD = (
    "Die Brücke über den Fluss bleibt bis zum Herbst gesperrt, wie die Stadt am Dienstag mitteilte.\n\n"
    "„Wir öffnen erst, wenn wirklich alles sicher ist“, sagte Bürgermeisterin Ölmann vor Journalisten.\n\n"
    "„Das haben wir seit Jahren gewusst“, sagte Gutachter Max Muster. Er nannte keine Einzelheiten.\n\n"
    "Der Rat will in seiner nächsten Sitzung über die Kosten beraten."
)
NEW = OLD.replace("wirklich alles sicher", "fast alles fertig").replace(
    "„Das haben wir seit Jahren gewusst“, sagte Gutachter Max Muster. ", ""
)


def passage(words: str) -> Span:
    return Span(OLD.index(words), OLD.index(words) + len(words))


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A library with an article whose second text changed one quote and lost another and a note."""
    path = tmp_path / "versions.db"
    article = Article(OLD, title="Brücke bleibt zu", location="bruecke.txt", language="de")
    with Store(path) as store:
        number = store.articles.add(article).id
        for words in (
            "„Wir öffnen erst, wenn wirklich alles sicher ist“",
            "„Das haben wir seit Jahren gewusst“",
        ):
            store.quotes.add(number, Quote(QuoteType.DIRECT, (passage(words),), resolved_speaker="Wer"))
        store.notes.save(Note("Anrufen", number, span=passage("sagte Gutachter Max Muster")))
        with store.step("Add the newer text"):
            store.articles.add(Article(NEW, title=article.title, location=article.location, language="de"))
            follow_new_text(store, number, (), "rules-1")
    return path


def anchors(path: Path) -> dict[int, Anchor]:
    with Store(path) as store:
        return {quote.id: quote.anchor for quote in store.quotes.of(1) if quote.status != "rejected"}


async def opened(app: ReaderApp, pilot: object) -> VersionsScreen:
    await settled(pilot)  # type: ignore[arg-type]  # a pilot of this app
    await pilot.press("W")  # type: ignore[attr-defined]  # a pilot of this app
    await settled(pilot)  # type: ignore[arg-type]  # a pilot of this app
    assert isinstance(app.screen, VersionsScreen)
    return app.screen


@pytest.mark.parametrize("size", [(140, 40), (80, 24)])
async def test_changes_and_passages_are_shown(changed: Path, app_on: AppOn, size: tuple[int, int]) -> None:
    app = app_on(changed)
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        text = shown(app)
        assert (
            "; ".join((f"{translated('1 quote gone')}, {translated('1 changed')}", translated("1 note gone")))
            in text
        )
        assert translated("version 1 → 2 of 2") in text
        assert f"{translated('lost', 'a quote')} Wer" in text
        assert f"{translated('lost note')} Anrufen" in text
        assert "wirklich fast alles" in " ".join(text.split())


async def test_a_lost_quote_is_placed_on_the_desk_and_undone(changed: Path, app_on: AppOn) -> None:
    app = app_on(changed)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("j", "P")
        await settled(pilot)
        desk = app.screen
        assert isinstance(desk, PlacingDesk)
        assert NEW[desk.text.caret :].startswith("Er nannte")
        await pilot.press("v", "right_parenthesis", "enter")
        for _ in range(200):
            await pilot.pause(0.02)
            if isinstance(app.screen, Confirm):
                break
        assert says(shown(app), "There it would say")
        await pilot.press("y")
        await settled(pilot)
        assert app.screen is screen
        with Store(changed) as store:
            placed = store.quotes.get(2)
            assert (placed.anchor, placed.exact[0].split()[0]) == (Anchor.EXACT, "Er")
            assert list(store.verify()) == []
            assert len(store.quotes.of(1)) == 2
        await pilot.press("u")
        await settled(pilot)
        assert anchors(changed)[2] is Anchor.ORPHAN


async def test_leaving_the_desk_places_nothing(changed: Path, app_on: AppOn) -> None:
    app = app_on(changed)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("j", "P")
        await settled(pilot)
        for _ in range(4):
            if app.screen is not screen:
                await pilot.press("escape")
                await settled(pilot)
        assert app.screen is screen
        assert anchors(changed)[2] is Anchor.ORPHAN


async def test_lost_passages_are_dismissed_and_come_back(changed: Path, app_on: AppOn) -> None:
    app = app_on(changed)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        await pilot.press("j", "x")
        await settled(pilot)
        assert 2 not in anchors(changed)
        await pilot.press("x")
        await settled(pilot)
        with Store(changed) as store:
            assert [(note.span, note.anchor) for note in store.notes.of(1)] == [(None, Anchor.EXACT)]
        await pilot.press("u", "u")
        await settled(pilot)
        assert anchors(changed)[2] is Anchor.ORPHAN
        assert "; ".join(
            (f"{translated('1 quote gone')}, {translated('1 changed')}", translated("1 note gone"))
        ) in shown(app)


async def test_a_changed_quote_is_confirmed_and_cannot_be_placed(changed: Path, app_on: AppOn) -> None:
    app = app_on(changed)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        await pilot.press("P", "A")
        await settled(pilot)
        assert isinstance(app.screen, VersionsScreen)
        assert anchors(changed)[1] is Anchor.EXACT
        assert f"{translated('1 quote gone')}; {translated('1 note gone')}" in shown(app)


async def test_enter_opens_the_article_at_a_change(changed: Path, app_on: AppOn) -> None:
    app = app_on(changed)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        await pilot.press("tab", "enter")
        await settled(pilot)
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        assert NEW[desk.text.caret :].startswith("fast alles")


async def test_the_whole_text_can_be_read(changed: Path, app_on: AppOn) -> None:
    app = app_on(changed)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)
        assert "seiner nächsten" not in shown(app)
        await pilot.press("f")
        await settled(pilot)
        assert "seiner nächsten" in shown(app)
        assert len(screen.changes.rows) == 4


async def test_the_desk_shows_no_lost_quote_and_leads_here(changed: Path, app_on: AppOn) -> None:
    app = app_on(changed)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        assert [quote.id for quote in desk.page.quotes] == [1]
        assert translated("words changed") in shown(app)
        await pilot.press("W")
        await settled(pilot)
        assert isinstance(app.screen, VersionsScreen)


async def test_an_article_with_one_text(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot)
        assert says(shown(app), "only one text")
        await pilot.press("left_square_bracket", "right_square_bracket", "enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)

"""Wide terminals are used: what stands beside a list, columns that grow, and which pane keys go to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.style import Style

from reader.feeds import Feed
from reader.i18n import day
from reader.models import Article, Note, Quote, QuoteType, Span, TermsOfUse
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.widgets.aside import Aside
from reader.ui.widgets.lists.columns import place
from reader.ui.widgets.lists.facets import FacetPanel
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.quotes import QuoteList
from reader.ui.widgets.lists.sources import COLUMNS, GUTTER, VOICE_COLUMNS
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, shown, shows

AppOn = Callable[..., ReaderApp]
WIDE = ((160, 50), (200, 60))


def beside(app: ReaderApp) -> str:
    """What stands in the pane beside or below the list, as one line."""
    pane = app.screen.query_one(Aside)
    area = pane.region
    lines = [strip.crop(area.x, area.right).text for strip in app.screen._compositor.render_strips()]
    return " ".join(line.removeprefix("│").strip() for line in lines[area.y : area.bottom])


@pytest.mark.parametrize("size", WIDE)
async def test_a_quote_stands_beside_the_list_in_what_is_around_it(
    size: tuple[int, int], library: Path, app_on: AppOn
) -> None:
    with Store(library, actor="anna") as store:
        quote = next(one for one in store.quotes.rows(store.quotes.ids()) if "gewartet" in one.words)
        store.notes.save(Note("Nachfragen", quote.article_id, quote_id=quote.id))
        store.tags.attach(["lokales"], quotes=[quote.id])
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        quotes = app.screen.query_one(QuoteList)
        while quotes.current_id != quote.id:
            await pilot.press("j")
        await settled(pilot)
        told = beside(app)
        sure = f"{translated('to decide')} · {translated('90% sure')}"
        for part in (
            "Anna Weber",
            "sagte Anna Weber am Montag. Die Kasse sei",
            sure,
            "#lokales",
            "Nachfragen",
        ):
            assert part in told, part
        assert says(told, "{count} more of {speaker}")
        pane = app.screen.query_one(Aside).region
        assert pane.x > quotes.region.x + quotes.region.width / 2, "beside, not below"
        assert pane.right == size[0]


async def test_a_long_quote_beside_the_register_goes_on_under_its_first_word(
    library: Path, app_on: AppOn
) -> None:
    long = "Wir haben lange gewartet und gerechnet und am Ende beschlossen, dass das Bad im Mai öffnen muss."
    with Store(library) as store:
        article = store.articles.add(Article(long, title="Lang", published="2026-01-01"))
        said = store.quotes.add(article.id, Quote(QuoteType.DIRECT, (Span(0, len(long)),)))
        store.sources.assign([said.id], store.sources.all()[0].id)
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await shows(pilot, "?  Wir haben")
        area = app.screen.query_one(Aside).content_region
        lines = [strip.crop(area.x, area.right).text for strip in app.screen._compositor.render_strips()]
        place = next(number for number, line in enumerate(lines) if "?  Wir haben" in line)
        assert lines[place].startswith("?  Wir")
        assert lines[place + 1].startswith("   ")
        assert lines[place + 1].strip()


async def test_in_a_small_terminal_the_areaof_a_quote_is_shown_when_wanted(
    library: Path, app_on: AppOn
) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f4", "j", "j")
        await settled(pilot)
        assert not app.screen.query_one(Aside).display
        await pilot.press("w")
        await shows(pilot, "das Bad werde im Mai öffnen")
        pane = app.screen.query_one(Aside).region
        assert (pane.width, pane.height) == (80, 9)
        await pilot.press("w")
        await settled(pilot)
        assert not app.screen.query_one(Aside).display


@pytest.mark.parametrize("size", [(160, 50), (100, 36)])
@pytest.mark.parametrize("key", ["f4", "f5", "f12"])
async def test_a_list_without_rows_has_the_room_of_what_is_told_of_one(
    key: str, size: tuple[int, int], library: Path, app_on: AppOn
) -> None:
    with Store(library) as store:
        store.feeds.add(Feed("https://kurier.example/feed", "Kurier"))
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        assert app.screen.query_one(Aside).display
        await pilot.press("slash", *"zzzz")
        await settled(pilot)
        assert not app.screen.query_one(Aside).display
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen.query_one(Aside).display
        assert beside(app).strip(" ─")


@pytest.mark.parametrize("size", WIDE)
async def test_the_quotes_of_a_source_stand_beside_the_register(
    size: tuple[int, int], library: Path, app_on: AppOn
) -> None:
    with Store(library, actor="anna") as store:
        [source] = store.sources.all()
        store.sources.assign(store.quotes.ids("speaker:weber"), source.id)
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await shows(pilot, translated("3 quotes, 3 to decide"))
        told = beside(app)
        assert told.count("Wir haben lange gewartet") == 3
        assert told.index(day("2025-03-05")) < told.index(day("2025-01-05")), "the newest first"
        assert TermsOfUse.BACKGROUND.label in told


async def test_what_came_from_a_feed_stands_beside_the_feeds(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        one = store.feeds.add(Feed("http://127.0.0.1:1/", "Blatt", "Politik"))
        store.articles.add(Article("Text.", title="Der Deich [red] hält", feed=one.name))
    app = app_on(library, feeds_every=0)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("f12", "j")
        await shows(pilot, "Der Deich [red] hält")
        assert "● –" in beside(app), "unread"


async def test_the_words_of_a_bar_stand_beside_the_bars(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await shows(pilot, "das Bad werde im Mai öffnen")
        assert translated("3 articles") in shown(app)


@pytest.mark.parametrize("columns", [COLUMNS, VOICE_COLUMNS])
@pytest.mark.parametrize("width", [116, 130, 200])
def test_roles_get_half_of_the_room_that_is_left(columns: tuple[object, ...], width: int) -> None:
    placed = {one.column.key: one for one in place(columns, width, left=GUTTER)}  # type: ignore[arg-type]
    role, name = placed["role"], placed["name"]
    assert role.width > role.column.width
    assert role.width <= role.column.most
    assert name.width > 26, "a name is whole"
    assert max(one.x + one.width for one in placed.values()) == width


def head_is_underlined(app: ReaderApp) -> bool:
    """Whether a line runs under the head of the list."""
    line = app.screen.query_one(ListHead).render_line(0)
    return all((segment.style or Style()).underline for segment in list(line)[:-1])


@pytest.mark.parametrize("without_colour", [False, True])
async def test_which_pane_keys_go_to_is_seen_at_a_glance(
    without_colour: bool, library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    if without_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        top = app.screen.query_one(FacetPanel).render_line
        assert head_is_underlined(app)
        assert not next(iter(top(0))).style.underline  # type: ignore[union-attr]
        await pilot.press("f")
        await settled(pilot)
        assert not head_is_underlined(app)
        assert next(iter(top(0))).style.underline  # type: ignore[union-attr]
        await pilot.press("escape", "slash")
        await settled(pilot)
        assert not head_is_underlined(app)
        row = app.screen.query_one("ArticleList").render_line(0)
        assert not any((segment.style or Style()).reverse for segment in row)
        await pilot.press("escape")
        await settled(pilot)
        assert head_is_underlined(app)


async def test_a_hostile_article_does_no_harm_beside_the_list(library: Path, app_on: AppOn) -> None:
    text = "[red]\x1b[31m " + "x" * 5000 + " „Ja\u202e“, sagte Jo. " + "y" * 5000
    start = text.index("„Ja")
    quote = Quote(QuoteType.DIRECT, (Span(start, start + 5),), resolved_speaker="[bold]Jo\x1b")
    with Store(library) as store:
        store.articles.add(Article(text, title="[/red]"), [quote], detector="rules-1")
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("f4", "slash", *"speaker:jo", "enter")
        await shows(pilot, "[bold]Jo␛")
        await settled(pilot)
        assert "„Ja⟦“, sagte Jo." in beside(app)
        assert "\x1b" not in shown(app)

"""The library screen as a person uses it."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.models import Article, ArticleState, Quote, QuoteType, Span, Status
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.list_state import facets_of
from reader.ui.widgets.lists.articles import ArticleList
from reader.ui.widgets.lists.facets import FacetPanel
from reader.ui.widgets.lists.head import ListHead
from reader.ui.widgets.lists.search_line import SearchLine
from reader.ui.widgets.place_bar import PlaceBar
from reader.ui.widgets.preview import Preview
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, settled_dialog, shown, shows, until

AppOn = Callable[..., ReaderApp]


def listed(app: ReaderApp) -> list[str]:
    """Titles in the list."""
    articles = app.screen.query_one(ArticleList)
    rows = [articles.row(row_id) for row_id in articles.ids]
    return [row.title for row in rows if row is not None]


async def test_all_articles_are_listed_newest_first(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert listed(app) == ["Ferry cut", "Brücke gesperrt", "Bad öffnet im Mai"]
        assert app.screen.query_one(PlaceBar).status.startswith(translated("3 articles"))


async def test_enter_opens_the_desk_and_escape_comes_back(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("j", "enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.article_id == 2
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_search_narrows_as_one_types_and_opens_at_the_hit(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"fahr")
        await settled(pilot)
        assert listed(app) == ["Ferry cut"], "diacritics are folded and the last word is a beginning"
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.article_id == 3


async def test_a_wrong_query_is_explained_under_the_line(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"bad spe:x")
        await settled(pilot)
        message, place = app.screen.query_one(SearchLine).problem
        assert "spe" in message
        assert place == 4
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen.query_one(SearchLine).problem == ("", 0)
        assert len(listed(app)) == 3


async def test_a_long_explanation_of_a_query_is_folded_below_its_place(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"before:huh")
        await settled(pilot)
        assert says(" ".join(shown(app).split()), "today, yesterday or -7d.")
        line = app.screen.query_one(SearchLine)
        assert line.region.height == 3
        assert shown(app).splitlines()[line.region.y + 1].index("^") == 2 + len("/ before:") - 1


async def test_star_and_undo(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("v", "v", "s")
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.count("is:starred") == 2
        await pilot.press("u")
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.count("is:starred") == 0


async def test_done_marks_and_unmarks(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        for expected in (ArticleState.DONE, ArticleState.UNREAD):
            await pilot.press("r")
            await settled(pilot)
            with Store(library) as store:
                assert store.articles.get(3).state is expected


async def test_an_empty_view_is_told_from_a_search_that_finds_nothing(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("5")
        await shows(pilot, translated("No article is in this view."))
        assert "search" not in shown(app).partition("No article")[2].partition("help")[0].replace(
            "/ search", ""
        )
        await pilot.press("slash", *"zzzz")
        await shows(pilot, translated("Nothing matches."))


async def test_trash_put_back_and_delete_for_good(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("V", "j", "d")
        await settled(pilot)
        assert listed(app) == ["Bad öffnet im Mai"]
        await pilot.press("5")
        await settled(pilot)
        assert len(listed(app)) == 2
        await pilot.press("P")
        await settled(pilot)
        assert len(listed(app)) == 1
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("y")
        await settled(pilot)
        assert listed(app) == []
        with Store(library) as store:
            assert store.articles.count() == 2
            assert store.articles.trashed() == []


async def test_views_facets_and_order(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        facets = app.screen.query_one(FacetPanel)
        place = [facet.label for facet in facets.facets].index("Tagblatt")
        await pilot.press("f", *["j"] * place, "enter")
        await settled(pilot)
        assert listed(app) == ["Brücke gesperrt"]
        assert app.screen.query_one(FacetPanel).facets[place - 0].label
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert len(listed(app)) == 3
        await pilot.press("3")
        await settled(pilot)
        assert listed(app) == []
        await pilot.press("1", "o", "o", "o")
        await settled(pilot)
        assert listed(app) == ["Bad öffnet im Mai", "Brücke gesperrt", "Ferry cut"]
        await pilot.press("O")
        await settled(pilot)
        assert listed(app)[0] == "Ferry cut"


async def test_the_preview_follows_the_cursor(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(140, 40)) as pilot:
        await settled(pilot)
        await pilot.press("G")
        await settled(pilot)
        previewed = app.screen.query_one(Preview).previewed
        assert previewed is not None
        assert previewed.row.title == "Bad öffnet im Mai"
        assert [quote.speaker for quote in previewed.quotes] == ["Bürgermeister", "Anna Weber"]


async def test_a_search_without_articles_shows_no_preview_and_leaving_it_brings_it_back(
    library: Path, app_on: AppOn
) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 36)) as pilot:
        await settled(pilot)
        assert app.screen.query_one(Preview).display
        await pilot.press("slash", *"zzzz")
        await settled(pilot)
        assert listed(app) == []
        assert not app.screen.query_one(Preview).display
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen.query_one(Preview).previewed is not None
        assert app.screen.query_one(Preview).display


async def test_tags_are_put_on_everything_selected(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+a", "t")
        await settled_dialog(pilot)
        await pilot.press(*"lokal", "enter")
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.count("tag:lokal") == 3


async def test_adding_shows_what_failed_and_keeps_the_rest(
    library: Path, app_on: AppOn, tmp_path: Path
) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Neuer Titel\n\n" + "Das ist ein Satz über Steuern. " * 20)
    (tmp_path / "empty.txt").write_text("")
    app = app_on(library, str(good), str(tmp_path / "empty.txt"), str(tmp_path / "missing.txt"))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert len(app.screen.query_one(ArticleList).ids) == 4
        await pilot.press("exclamation_mark")
        await shows(pilot, translated("2 could not be added"))
        await until(pilot, lambda: says(shown(app), "There is no file"))


async def test_an_empty_library_says_what_to_do(tmp_path: Path, app_on: AppOn) -> None:
    app = app_on(tmp_path / "new.db")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert any(
            says(line, "adds what is on the clipboard") for line in app.screen.query_one(ArticleList).empty
        )


@pytest.mark.parametrize(
    ("size", "theme"),
    [
        ((40, 10), "reader-dark"),
        ((60, 18), "reader-light"),
        ((80, 24), "reader-contrast"),
        ((120, 36), "nord"),
        ((200, 60), "textual-light"),
    ],
)
async def test_it_fits_every_terminal_and_theme(
    library: Path, app_on: AppOn, size: tuple[int, int], theme: str
) -> None:
    app = app_on(library, theme=theme)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        lines = shown(app).split("\n")
        assert len(lines) == size[1]
        assert any("Ferry cut" in line for line in lines)
        assert translated("Help").casefold() in lines[-1].casefold()


async def test_text_from_outside_is_text(tmp_path: Path, app_on: AppOn) -> None:
    from reader.models import Article

    path = tmp_path / "library.db"
    with Store(path) as store:
        store.articles.add(
            Article(
                "[red]Text[/] \x1b[31mrot\x1b[0m \u202egespiegelt.", title="[bold]T[/] \x1b]0;x\x07 \u202etel"
            )
        )
    app = app_on(path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert "[bold]T[/] ␛]0;x␇ ⟦tel" in shown(app)
        assert not set(shown(app)) & set("\x1b\x07\u202e")


async def test_a_search_is_kept_among_the_views(library: Path, app_on: AppOn) -> None:
    from reader.config import load

    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"ferry", "enter", "ctrl+s")
        await settled_dialog(pilot)
        await pilot.press(*"Boats", "enter")
        await settled(pilot)
        assert "Boats" in [facet.label for facet in app.screen.query_one(FacetPanel).facets]
    assert [(search.name, search.query) for search in load().searches] == [("Boats", "ferry*")]


async def test_counts_of_a_moment_before_do_not_stand_for_those_of_now(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting, counted = threading.Event(), threading.Event()
    counted.set()
    reload = LibraryScreen.reload

    def held_back(*arguments: object) -> object:
        facets = facets_of(*arguments)  # type: ignore[arg-type]  # what the screen hands on
        counting.set()
        counted.wait(10)
        return facets

    def read_again(screen: LibraryScreen, *, current: int = 0) -> None:
        reload(screen, current=current)
        counted.set()

    monkeypatch.setattr("reader.ui.screens.library_facets.facets_of", held_back)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        counting.clear()
        counted.clear()
        await pilot.press("slash", *"ferry", "enter")
        await until(pilot, counting.is_set)
        monkeypatch.setattr(LibraryScreen, "reload", read_again)
        await pilot.press("s")
        await settled(pilot)
        facets = app.screen.query_one(FacetPanel).facets
        assert [facet.number for facet in facets if facet.label == translated("Starred")] == [1]


async def test_another_order_counts_nothing_but_what_others_have_written(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []

    def noted(*arguments: object) -> object:
        counted.append("facets")
        return facets_of(*arguments)  # type: ignore[arg-type]  # what the screen hands on

    monkeypatch.setattr("reader.ui.screens.library_facets.facets_of", noted)
    monkeypatch.setattr(LibraryScreen, "_look_for_changes", lambda _screen: None)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        counted.clear()
        await pilot.press("o")
        await settled(pilot)
        await pilot.press("O")
        await settled(pilot)
        assert counted == []
        with Store(library) as other:
            other.articles.update([1], starred=True)
        await pilot.press("o")
        await settled(pilot)
        facets = app.screen.query_one(FacetPanel).facets
        assert [facet.number for facet in facets if facet.label == translated("Starred")] == [1]


async def test_no_more_articles_are_listed_than_there_are_while_others_add(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        with Store(library) as other:
            other.articles.add(Article("Neu dazu.", title="Neu", location="/neu"))
        monkeypatch.setattr(LibraryScreen, "schedule_details", lambda *_arguments: None)
        app.screen.reload()  # type: ignore[attr-defined]  # of the library screen
        await settled(pilot)
        assert len(listed(app)) == 4
        assert app.screen.query_one(PlaceBar).status.startswith(translated("4 articles"))


async def test_the_theme_stays(library: Path, app_on: AppOn) -> None:
    from reader.config import load

    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+t")
        await settled(pilot)
        assert app.theme == "reader-light"
    assert load().theme == "reader-light"


async def test_the_place_of_a_hit_is_shown_in_every_order_and_far_down(tmp_path: Path, app_on: AppOn) -> None:
    path = tmp_path / "library.db"
    with Store(path) as store, store.step("Fill"):
        for number in range(700):
            text = f"Anfang. Die Brücke Nummer {number} ist gesperrt."
            store.articles.add(Article(text, title=f"Titel {number:03}", location=f"/{number}"))
    app = app_on(path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"brucke ", "enter")
        await until(pilot, lambda: bool(snippet_here(app)))
        for keys in (("G",), ("g", "%"), ("G",)):
            await pilot.press(*keys)
            await until(pilot, lambda: "Brücke" in snippet_here(app))
        await until(pilot, lambda: app.screen.query_one(ListHead).sort == ("relevance", True))


async def test_best_hits_are_of_a_search_alone(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("%")
        said = translated("Only a search has best hits: / begins one.")
        await until(pilot, lambda: said in [one.message for one in app._notifications])
        assert app.screen.query_one(ListHead).sort == ("added", True)
        await pilot.press("slash", *"Bad", "enter", "%")
        await until(pilot, lambda: app.screen.query_one(ListHead).sort == ("relevance", True))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen.query_one(ListHead).sort == ("added", True))


async def test_the_key_of_failures_says_that_there_are_none(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("exclamation_mark")
        said = translated("Nothing failed to be added.")
        await until(pilot, lambda: said in [one.message for one in app._notifications])


def snippet_here(app: ReaderApp) -> str:
    """What the second line of the current row shows of a hit."""
    articles = app.screen.query_one(ArticleList)
    return "".join(text for text, _ in articles.snippets.get(articles.current_id, ()))


async def test_the_first_start_tells_the_licence_that_quotes_are_found_under(tmp_path: Path) -> None:
    app = ReaderApp(tmp_path / "new.db")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        told = " ".join(shown(app).split())
        assert "CCBY-NC-SA4.0" in told.replace(" ", "")
        assert says(told, "does without them."), "to the last word"


async def test_what_must_wait_is_marked_in_the_list_until_it_is_lifted(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        newest = store.articles.ids(limit=1)[0]
        store.articles.update([newest], embargo="SPERRFRIST: 11.11.2026", embargo_until="2026-11-11")
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await shows(pilot, translated("EMBARGO"))
        await until(pilot, lambda: says(shown(app), "Embargo until {until}. {quoted}"))
        await pilot.press("K")
        await until(pilot, lambda: translated("EMBARGO") not in shown(app), "it is still held back")
    with Store(library) as store:
        assert store.articles.get(newest).lifted


async def test_a_line_of_facts_that_is_too_long_says_that_it_goes_on(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        store.tags.attach([f"thema/{number}-{'lang' * 5}" for number in range(6)], articles=[1])
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        lines = [line for line in shown(app).splitlines() if "#thema/0" in line]
        assert lines
        assert all("…" in line[-4:] for line in lines)


@pytest.mark.parametrize(
    ("width", "told", "done"),
    [(80, "2/2", "2 ✓"), (120, translated("2 of 2 to decide"), f"{translated('2 decided')} ✓")],
)
async def test_a_row_says_in_words_how_many_quotes_are_to_be_decided_where_there_is_room(
    library: Path, app_on: AppOn, width: int, told: str, done: str
) -> None:
    with Store(library) as store:
        store.quotes.set_status(store.quotes.ids("article:1"), Status.ACCEPTED)
    app = app_on(library)
    async with app.run_test(size=(width, 24)) as pilot:
        await settled(pilot)
        lines = [line.rstrip() for line in shown(app).splitlines()]
        assert sum(line.endswith(told) for line in lines) == 2
        assert sum(line.endswith(done) for line in lines) == 1


@pytest.mark.parametrize("place", ["f3", "f4"])
async def test_a_search_that_finds_nothing_offers_a_near_one(
    tmp_path: Path, app_on: AppOn, place: str
) -> None:
    path = tmp_path / "near.db"
    text = "Der Rat berät. „Der Haushalt steht“, sagte Ina Kern."
    with Store(path) as store:
        start = text.index("„")
        quote = Quote(QuoteType.DIRECT, (Span(start, text.index("“") + 1),))
        store.articles.add(Article(text, title="Sparen", language="de"), [quote], "rules-1")
    app = app_on(path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press(place)
        await settled(pilot)
        await pilot.press("slash", *"haushlat", "enter")
        await shows(pilot, translated("Did you mean “haushalt”? Enter in the list searches for it."))
        await pilot.press("enter")
        await shows(pilot, "Der Haushalt steht")
        await pilot.press("slash", "escape", *"qqqqqq", "enter")
        await settled(pilot)
        assert not says(shown(app), "Did you mean")

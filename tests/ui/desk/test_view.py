"""The view: sizes, resizing, measure, zen, boilerplate, mouse, and text that must not reach the terminal."""

from pathlib import Path

import pytest

from reader.config import Config
from reader.models import Article, Quote, QuoteType, Span
from reader.store import Store
from reader.texts.manners import day
from reader.ui.widgets.article.text import ArticleText
from reader.ui.widgets.margin.column import MarginColumn
from reader.ui.widgets.quote_types import LOOKS
from tests.ui.desk.conftest import TEXT, DeskApp, Hands, Open, span
from tests.ui.translated import says, translated
from tests.ui.waiting import shown as shown_on


def shown(hands: Hands) -> str:
    """What stands on the screen."""
    return shown_on(hands.app)


@pytest.mark.parametrize("size", [(200, 60), (120, 40), (100, 20), (80, 24), (60, 14), (40, 10), (20, 5)])
async def test_every_size_shows_the_text(open_desk: Open, size: tuple[int, int]) -> None:
    async with open_desk(size=size) as hands:
        await hands.press("tab", "tab", "v", "w", "escape", "m", "escape", "slash", "escape")
        assert hands.desk.current == 2
        assert all(end <= len(TEXT) for end in hands.desk.text.place.ends)


async def test_resizing_while_selecting_keeps_the_selection(open_desk: Open) -> None:
    async with open_desk(size=(140, 40)) as hands:
        hands.desk.text.place_caret(TEXT.index("Die Stadt"))
        await hands.press("v", "right_parenthesis")
        held = hands.desk.text.selection
        for size in ((40, 10), (90, 30), (200, 60)):
            await hands.pilot.resize_terminal(*size)
            await hands.settle()
            assert hands.desk.text.selection == held
        assert held is not None
        assert TEXT[held[0] : held[1]].startswith("Die Stadt müsse sparen")


async def test_cards_stand_beside_a_wide_text_and_below_a_narrow_one(open_desk: Open) -> None:
    async with open_desk(size=(120, 40)) as hands:
        assert hands.screen.query_one(MarginColumn).display
        assert "Erna Ölmann" in shown(hands)
        await hands.pilot.resize_terminal(80, 24)
        await hands.press("tab")
        assert not hands.screen.query_one(MarginColumn).display
        assert translated("95% sure") in shown(hands)


async def test_the_head_tells_where_the_text_comes_from(open_desk: Open) -> None:
    async with open_desk() as hands:
        told = shown(hands)
    for words in (
        "Tagblatt · Lokales",
        "Brücke wird teurer",
        "Anna Beispiel",
        day("2024-03-05"),
        translated("German"),
    ):
        assert words in told
    assert "Die alte Brücke im Nebel." in told


async def test_the_top_is_where_the_title_stands(open_desk: Open) -> None:
    async with open_desk(size=(60, 16)) as hands:
        await hands.press("G")
        hands.desk.text.scroll_to(y=3, animate=False, force=True)
        await hands.press("g")
        assert hands.desk.text.scroll_offset.y == 0
        assert "Brücke wird teurer" in shown(hands)


async def test_removed_lines_are_shown_on_demand(open_desk: Open) -> None:
    async with open_desk() as hands:
        assert "Spread the love" not in shown(hands)
        await hands.press("B")
        assert "Spread the love" in shown(hands)
        await hands.press("B")
        assert "Spread the love" not in shown(hands)


async def test_measure_and_zen(open_desk: Open) -> None:
    async with open_desk(size=(160, 40)) as hands:
        await hands.press("minus")
        await hands.until(lambda: hands.desk.text.place.width == 68)
        await hands.press("underscore", "underscore")
        await hands.until(lambda: hands.desk.text.place.width == 84)
        await hands.press("z")
        assert not hands.desk.view.margin.display
        await hands.press("z")
        assert hands.desk.view.margin.display


async def test_find_marks_all_matches_and_goes_round(open_desk: Open) -> None:
    async with open_desk(size=(44, 20)) as hands:
        await hands.press("slash")
        await hands.type("brucke der freundschaft")
        await hands.press("enter")
        assert hands.desk.text.caret == TEXT.index("Brücke der Freund")
        await hands.press("slash")
        await hands.type("brucke")
        await hands.press("enter", "n")
        assert translated("“brucke” 1 of 2   n next, N before, Esc ends") in hands.desk.view.status.message
        await hands.press("escape")
        assert len(hands.desk.text.found) == 0


async def test_a_search_goes_on_in_the_article(open_desk: Open) -> None:
    async with open_desk(offset=TEXT.index("Steuerzahler"), query="der") as hands:
        first = hands.desk.text.caret
        assert first >= TEXT.index("Steuerzahler")
        await hands.press("n")
        assert hands.desk.text.caret > first


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("brück*", ["Brücke", "Brücke"]),
        ("steuerzahler -wetter type:direct", ["Steuerzahler"]),
        ('"3 mio" OR rat', ["3 Mio", "Rat"]),
        ("is:open", []),
        ("(", []),
    ],
)
async def test_what_a_search_of_the_library_means_is_marked(
    open_desk: Open, query: str, matches: list[str]
) -> None:
    async with open_desk(offset=0, query=query) as hands:
        assert [TEXT[mark.start : mark.end] for mark in hands.desk.text.found] == matches
        if len(matches) > 1:
            await hands.press("n")
            assert hands.desk.text.caret == hands.desk.text.spot.start == TEXT.rindex(matches[-1])
            assert says(hands.desk.view.status.message, "n next")
            await hands.press("escape", "n")
            assert len(hands.desk.text.found) == len(matches), "n marks them again"


async def test_the_bar_holds_the_words_of_a_search_alone(open_desk: Open) -> None:
    async with open_desk(offset=0, query='words:>10 Brücke "der Bund" -wetter is:open') as hands:
        assert '“Brücke "der Bund"”' in hands.desk.view.status.message
        await hands.press("slash")
        assert 'Brücke "der Bund"' in shown(hands)
        assert "words:" not in shown(hands)


async def test_the_mouse_places_selects_and_picks_cards(open_desk: Open) -> None:
    async with open_desk() as hands:
        text = hands.screen.query_one(ArticleText)
        line = text.place.line_of(0)
        await hands.pilot.click(ArticleText, offset=(text.text_left + 4, line))
        assert text.caret == 4
        await hands.pilot.mouse_down(ArticleText, offset=(text.text_left, line))
        await hands.pilot.hover(ArticleText, offset=(text.text_left + 9, line))
        await hands.pilot.mouse_up(ArticleText, offset=(text.text_left + 9, line))
        await hands.settle()
        assert text.selection == (0, 9)
        await hands.press("escape")
        await hands.pilot.click(ArticleText, offset=(text.text_left + 5, line), times=2)
        await hands.settle()
        assert text.selection == span("Umbau")[0]
        await hands.press("escape")
        await hands.pilot.click(ArticleText, offset=(text.text_left + 5, line), times=3)
        await hands.settle()
        assert text.selection == span("Der Umbau der Brücke wird teurer.")[0]
        await hands.press("escape")
        between = text.place.line_of(TEXT.index("Der Bund")) - 1
        await hands.pilot.click(ArticleText, offset=(text.text_left + 5, between), times=2)
        await hands.settle()
        assert text.pivot is None, "there is no word between two paragraphs"
        assert hands.desk.mode == ""
        top = text.place.line_of(hands.desk.page.quotes[3].start)
        await hands.pilot.click(MarginColumn, offset=(10, top))
        await hands.settle()
        assert hands.desk.current == 4


async def test_escapes_and_markup_in_an_article_are_only_text(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    text = "Vor \x1b[31mrot\x1b[0m [red]Klammer[/red] \u202eumgekehrt\u202c. 日本語の引用 e\u0301 ende"
    start = text.index("[red]")
    quote = Quote(QuoteType.DIRECT, (Span(start, start + 20),), resolved_speaker="[b]\x1b[5mEr")
    with Store(library) as store:
        store.articles.add(Article(text, title="\x1b]0;böse\x07 [u]Titel", language="de"), [quote])
    async with DeskApp(library).run_test(size=(120, 30)) as pilot:
        hands = Hands(pilot)
        await hands.settle()
        await hands.press("tab")
        told = shown(hands)
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "[red]Klammer[/red]" in told
    assert "[u]Titel" in told


async def test_an_article_without_quotes_says_what_to_do(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with Store(library) as store:
        store.articles.add(Article("Es regnet.", title="Wetter", language="de"))
    async with DeskApp(library).run_test(size=(120, 30)) as pilot:
        hands = Hands(pilot)
        await hands.settle()
        await hands.press("tab", "A", "n", "full_stop", "G", "L")
        assert says(shown(hands), "No quotes here yet")


async def test_types_are_told_apart_without_colour(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_desk() as hands:
        assert hands.app.no_color
        strips = hands.desk.text.render_line(hands.desk.text.place.line_of(QUOTE_START))
        assert any(segment.style and segment.style.bold for segment in strips)
        assert all(segment.style is None or segment.style.color is None for segment in strips)


QUOTE_START = TEXT.index("„Wir haben")


async def test_ascii_has_no_drawing_characters_on_the_cards(open_desk: Open) -> None:
    async with open_desk(config=Config(ascii=True)) as hands:
        await hands.press("tab", "enter")
        told = shown(hands)
    assert "✓" not in told
    assert "━" not in told


async def test_themes_change_while_reading(open_desk: Open) -> None:
    async with open_desk() as hands:
        before = hands.desk.text.render_line(9)
        hands.app.theme = "reader-light"
        await hands.settle()
        assert hands.desk.text.render_line(9) != before


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
@pytest.mark.parametrize(
    ("key", "hint"),
    [("e", "bruecke-wird-teurer.md"), ("f2", translated("Enter or Esc closes")), ("p", "Enter")],
)
async def test_the_last_line_of_a_dialog_is_on_the_screen(
    open_desk: Open, size: tuple[int, int], key: str, hint: str
) -> None:
    async with open_desk(size=size) as hands:
        await hands.press("tab", key)
        assert hint in shown(hands)


async def test_a_message_too_long_for_the_status_line_ends_with_an_ellipsis(open_desk: Open) -> None:
    async with open_desk(size=(60, 20)) as hands:
        await hands.press("tab", "s", "a")
        (line,) = [line for line in shown(hands).split("\n") if translated("POINT AT THE ADDRESSEE") in line]
        assert "…  " in line


async def test_the_text_stays_visible_beside_a_note_in_a_low_terminal(open_desk: Open) -> None:
    async with open_desk(size=(60, 12)) as hands:
        await hands.press("tab", "m")
        assert hands.desk.text.size.height >= 4


async def test_the_first_tag_is_asked_for_where_there_is_none(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with Store(library) as store:
        store.articles.add(Article("Es regnet.", title="Wetter", language="de"))
    async with DeskApp(library).run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot)
        await hands.settle()
        await hands.press("T")
        assert translated("Type the first tag, such as politik/syrien · Enter keeps it · Esc leaves")[
            :20
        ] in shown(hands)
        await hands.type("wetter")
        await hands.press("enter")
        assert hands.desk.page.article.tags == ("wetter",)


async def test_the_legend_says_each_look_in_a_line_of_its_own(open_desk: Open) -> None:
    async with open_desk(size=(80, 40)) as hands:
        await hands.press("f2")
        for look in LOOKS.values():
            line = next(line for line in shown(hands).splitlines() if look.means in line)
            assert look.label.casefold() in line.casefold()


USES = ("on record", "background", "deep background", "off the record", "as its source")


async def test_the_keys_of_a_menu_are_not_torn_apart(open_desk: Open) -> None:
    async with open_desk(size=(80, 24)) as hands:
        await hands.press("tab", "U")
        for key, use in zip("obdfs", USES, strict=True):
            assert f"{key} {translated(use)}" in shown(hands)


async def test_the_tags_of_the_article_stand_above_its_text(open_desk: Open, library: Path) -> None:
    with Store(library) as store:
        store.tags.attach(["stadt/rat"], articles=[1])
    async with open_desk() as hands:
        assert "#stadt/rat" in shown(hands)


async def test_the_card_below_the_text_says_in_full_who_speaks_and_how(open_desk: Open) -> None:
    async with open_desk(size=(80, 24)) as hands:
        for _quote in range(4):
            await hands.press("tab")
        line = f"Der Bund der Steuerzahler · {translated('direct', 'type of quote')}"
        await hands.until(lambda: line in shown(hands))

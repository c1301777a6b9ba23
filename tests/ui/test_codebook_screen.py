"""The codebook: tags in their tree, kept in order by keys, each change one step to undo."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.models import Article, Note, Quote, QuoteType, Span, Tag
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.dialogs.code_form import CodeForm
from reader.ui.screens.codebook import CodebookScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.notes import NotesScreen
from reader.ui.screens.quotes import QuotesScreen
from reader.ui.widgets.note_editor import NoteEditor
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, settled_dialog, shown, shows, until

AppOn = Callable[..., ReaderApp]
TEXT = "„Wir bauen“, sagte Ute Brandt. Der Rat schwieg."


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """Tags on quotes, articles and a note, two of them under one that is no tag."""
    path = tmp_path / "coded.db"
    with Store(path) as store:
        article = store.articles.add(Article(TEXT, title="Neubau")).id
        quote = store.quotes.add(article, Quote(QuoteType.DIRECT, (Span(0, 11),))).id
        note = store.notes.save(Note("Nachfragen", article)).id
        store.tags.attach(["stadt/bau"], quotes=[quote])
        store.tags.attach(["stadt/rat"], articles=[article])
        store.tags.attach(["offen"], notes=[note])
        store.tags.describe("stadt/bau", "Was gebaut wird \x1b[31m[red]")
        store.tags.colour("stadt/bau", "#2a9d8f")
    return path


def codes(path: Path) -> list[Tag]:
    with Store(path) as store:
        return store.tags.codebook()


def paths(path: Path) -> list[str]:
    return [tag.path for tag in codes(path)]


@pytest.mark.parametrize("size", [(80, 24), (160, 50), (40, 10)])
async def test_one_key_shows_the_tree_with_what_bears_each(
    coded: Path, app_on: AppOn, size: tuple[int, int]
) -> None:
    app = app_on(coded)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("f8", "j", "j")
        await settled(pilot)
        assert isinstance(app.screen, CodebookScreen)
        lines = shown(app).splitlines()
        assert translated("Codebook") in lines[0]
        tree = [line.strip("▎ -") for line in lines if "#" in line][:4]
        assert [line.split()[0] for line in tree] == ["#offen", "#stadt", "#bau", "#rat"]
        if size[0] >= 80:
            assert tree[1].split()[1:] == ["1", "1", "0"], "a level counts what is below it"
            assert f"{translated('teal', 'colour')} #2a9d8f" in shown(app)
            assert "Was gebaut wird ␛[31m[red]" in shown(app)
            assert translated("3 tags") in lines[0]


async def test_name_colour_and_meaning_are_one_form_and_one_step(coded: Path, app_on: AppOn) -> None:
    app = app_on(coded)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f8", "j", "j", "I")
        await settled_dialog(pilot)
        await pilot.press("end", *"ten", "down", "ctrl+u", *"rosarot", "enter")
        await settled_dialog(pilot)
        assert says(shown(app), "” is no colour: write one such as")
        await pilot.press("ctrl+u", *"red", "down", "ctrl+u", *"Rohbau", "enter")
        await settled(pilot)
        tag = codes(coded)[2]
        assert (tag.path, tag.colour, tag.description) == ("stadt/bauten", "#c83737", "Rohbau")
        assert isinstance(app.screen, CodebookScreen)
        assert app.screen.current is not None
        assert app.screen.current.tag.path == "stadt/bauten"
        await pilot.press("u")
        await settled(pilot)
        tag = codes(coded)[2]
        assert (tag.path, tag.colour) == ("stadt/bau", "#2a9d8f")


async def test_a_name_that_is_there_is_merged_only_after_a_word(coded: Path, app_on: AppOn) -> None:
    app = app_on(coded)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f8", "j", "j", "I")
        await settled_dialog(pilot)
        await pilot.press("ctrl+u", *"offen", "enter")
        await settled_dialog(pilot)
        assert isinstance(app.screen, CodeForm)
        assert translated("“offen” is there already: Enter makes the two one.") in shown(app)
        await pilot.press("enter")
        await settled(pilot)
        assert paths(coded) == ["offen", "stadt", "stadt/rat"]


async def test_tags_move_under_others_and_out_again(coded: Path, app_on: AppOn) -> None:
    app = app_on(coded)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f8", "j", "j", "greater_than_sign")
        await settled_dialog(pilot)
        await pilot.press(*"off", "enter")
        await settled(pilot)
        assert paths(coded) == ["offen", "offen/bau", "stadt", "stadt/rat"]
        await pilot.press("less_than_sign")
        await settled(pilot)
        assert paths(coded) == ["bau", "offen", "stadt", "stadt/rat"]
        await pilot.press("u", "u")
        await settled(pilot)
        assert paths(coded) == ["offen", "stadt", "stadt/bau", "stadt/rat"]


async def test_tags_are_ordered_merged_made_and_removed(coded: Path, app_on: AppOn) -> None:
    app = app_on(coded)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f8", "j", "j", "right_curly_bracket")
        await settled(pilot)
        assert paths(coded)[2:] == ["stadt/rat", "stadt/bau"]
        await pilot.press("m")
        await settled_dialog(pilot)
        await pilot.press(*"rat", "enter")
        await settled(pilot)
        assert paths(coded)[1:] == ["stadt", "stadt/rat"]
        assert codes(coded)[2].quotes == 1
        await pilot.press("a")
        await settled_dialog(pilot)
        await pilot.press("end", *"neu", "enter")
        await settled(pilot)
        assert "stadt/neu" in paths(coded), "a new tag is proposed beside the current one"
        await pilot.press("d")
        await settled(pilot)
        assert "stadt/neu" not in paths(coded)
        await pilot.press("u", "u", "u", "u")
        await settled(pilot)
        assert paths(coded) == ["offen", "stadt", "stadt/bau", "stadt/rat"]


async def test_enter_opens_what_bears_the_tag(coded: Path, app_on: AppOn) -> None:
    app = app_on(coded)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f8", "j", "j", "enter")
        await settled(pilot)
        assert isinstance(app.screen, QuotesScreen)
        assert 'tag:"stadt/bau"' in shown(app)
        assert translated("1 quote") in shown(app)
        await pilot.press("escape", "escape")
        await settled(pilot)
        await pilot.press("f8", "g", "enter")
        await settled(pilot)
        assert isinstance(app.screen, NotesScreen)
        assert translated("1 note with “#offen”, newest first") in shown(app)
        await pilot.press("f8", "G", "enter")
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert 'tag:"stadt/rat"' in shown(app)


async def test_what_is_below_folds_and_a_search_opens_it(coded: Path, app_on: AppOn) -> None:
    app = app_on(coded)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f8", "G", "h")
        await settled(pilot)
        assert "+ #stadt" in shown(app)
        assert "#rat" not in shown(app)
        await pilot.press("slash", *"gebaut", "enter")
        await settled(pilot)
        assert "#bau" in shown(app)
        assert "#rat" not in shown(app)
        await pilot.press("escape", "l")
        await settled(pilot)
        assert "#rat" in shown(app)
        await pilot.press("left")
        await settled(pilot)
        assert "#rat" not in shown(app)
        await pilot.press("right")
        await settled(pilot)
        assert "#rat" in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_what_a_tag_means_is_shown_while_tagging_and_commas_divide(
    coded: Path, app_on: AppOn, size: tuple[int, int]
) -> None:
    app = app_on(coded)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("t")
        await settled_dialog(pilot)
        await pilot.press(*"bau")
        await settled_dialog(pilot)
        assert "Was gebaut wird ␛[31m[red]" in shown(app)
        await pilot.press(*", neu; alt", "enter")
        await settled(pilot)
    assert {"bau", "neu", "alt"} <= set(paths(coded))


async def test_the_sign_before_a_tag_has_its_colour_in_lists_and_cards(coded: Path, app_on: AppOn) -> None:
    app = app_on(coded)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await shows(pilot, "#stadt/bau")
        await until(pilot, lambda: "#2a9d8f" in signs(app))
        in_list = signs(app)
        await pilot.press("enter")
        await settled(pilot)
        await shows(pilot, "#stadt/bau")
        await until(pilot, lambda: "#2a9d8f" in signs(app))
        assert "#2a9d8f" in in_list & signs(app)


def signs(app: ReaderApp) -> set[str]:
    """The colours of all "#" on the screen that stand alone in their segment."""
    strips = app.screen._compositor.render_strips()
    found = {segment.style for strip in strips for segment in strip if segment.text == "#"}
    return {style.color.triplet.hex for style in found if style and style.color and style.color.triplet}


async def test_an_empty_codebook_says_how_to_begin(tmp_path: Path, app_on: AppOn) -> None:
    path = tmp_path / "empty.db"
    Store(path).close()
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f8")
        await settled(pilot)
        assert translated("There is no tag yet.") in shown(app)
        await pilot.press("d", "m", "I", "enter", "escape")
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_what_tags_mean_begins_in_one_column_while_tagging(coded: Path, app_on: AppOn) -> None:
    with Store(coded) as store:
        store.tags.describe("stadt/rat", "Der Rat, seine Ausschüsse und was sie beschließen")
    app = app_on(coded)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("t")
        await settled_dialog(pilot)
        lines = shown(app).splitlines()
        starts = {line.index(word) for word in ("Was gebaut", "Der Rat,") for line in lines if word in line}
        assert len(starts) == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (160, 50)])
async def test_no_sentence_lies_over_a_note_that_is_being_written(
    coded: Path, app_on: AppOn, size: tuple[int, int]
) -> None:
    app = app_on(coded)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("f7", "d", "u")
        await settled(pilot)
        assert app._notifications
        await pilot.press("f3", "enter", "m")
        await until(pilot, lambda: bool(app.screen.query(NoteEditor)), "no note is written")
        await settled(pilot)
        assert not app._notifications


async def test_the_heading_names_no_order_where_tags_stand_in_one_of_their_own(
    coded: Path, app_on: AppOn
) -> None:
    app = app_on(coded)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f8")
        await settled(pilot)
        assert f"{translated('Tag')} ↑" in shown(app)
        await pilot.press("right_curly_bracket")
        await settled(pilot)
        assert paths(coded)[0] == "stadt"
        head = next(line for line in shown(app).splitlines() if translated("What it is put on") in line)
        assert not set("↑↓") & set(head)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_short_meaning_beside_a_tag_is_shown_whole_beside_a_long_one(
    coded: Path, app_on: AppOn, size: tuple[int, int]
) -> None:
    with Store(coded) as store:
        store.tags.describe("offen", "Morgen fragen.")
        store.tags.describe(
            "stadt/rat", "Was im Rat beraten wird und was seine Ausschüsse davon halten. " * 2
        )
    app = app_on(coded)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("t")
        await settled_dialog(pilot)
        offered = {line.split("#")[1].split()[0]: line for line in shown(app).splitlines() if "#" in line}
        assert "Morgen fragen." in offered["offen"]
        assert "…" not in offered["offen"].split("fragen.")[1]
        assert "Was im Rat beraten wird" in offered["stadt/rat"]

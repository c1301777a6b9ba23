"""The list of all notes: found, sorted, read, opened at its place."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.i18n import day as listed_day
from reader.models import Article, Note, Quote, QuoteType, Span
from reader.own_keys import own_keys
from reader.store import Store
from reader.texts.manners import day
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.notes import NotesScreen
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, settled_dialog, shown, until

AppOn = Callable[..., ReaderApp]
TEXT = "Die Brücke ist gesperrt. „Sie hält noch zehn Jahre“, sagte Ute Brandt. Der Rat berät im Mai."


@pytest.fixture
def noted(tmp_path: Path) -> tuple[Path, int]:
    """A note on an article, on a passage, on a quote; one more in the trash."""
    path = tmp_path / "notes.db"
    with Store(path) as store:
        bridge = store.articles.add(Article(title="Die Brücke", outlet="Kurier", language="de", text=TEXT)).id
        other = store.articles.add(Article(title="Alte Mühle", outlet="Bote", text="Die Mühle mahlt.")).id
        gone = store.articles.add(Article(title="Weg", text="Das ist weg.")).id
        start = TEXT.index("„Sie")
        quote = Quote(QuoteType.DIRECT, (Span(start, TEXT.index("“,") + 1),), resolved_speaker="Ute Brandt")
        said = store.quotes.add(bridge, quote)
        times = iter(f"2025-03-0{day}T10:00:00+00:00" for day in range(1, 10))
        place = Span(TEXT.index("Der Rat"), len(TEXT))
        for note in (
            Note("Wer mahlt da?\n[red]\x1b[31m roh", other),
            Note("Gutachten anfordern", bridge, quote_id=said.id),
            Note("Termin im Kalender", bridge, span=place),
            Note("Nicht mehr zu sehen", gone),
        ):
            stored = store.notes.take(replace(note, created=next(times)))
            if note.span:
                store.tags.attach(["stadt/rat"], notes=[stored.id])
        store.articles.trash([gone])
    return path, bridge


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_one_key_lists_all_notes_and_enter_opens_the_article_at_the_note(
    noted: tuple[Path, int], app_on: AppOn, size: tuple[int, int]
) -> None:
    path, bridge = noted
    app = app_on(path)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        assert isinstance(app.screen, NotesScreen)
        assert translated("3 notes, newest first") in shown(app)
        assert "Nicht mehr zu sehen" not in shown(app)
        assert "#stadt/rat" in shown(app)
        assert "„Der Rat berät im Mai.“" in shown(app)
        await pilot.press("enter")
        await settled(pilot)
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        assert (desk.article_id, desk.desk.text.caret) == (bridge, TEXT.index("Der Rat"))
        await pilot.press("f7")
        await settled(pilot)
        assert isinstance(app.screen, NotesScreen)
        await pilot.press("f7")
        await settled(pilot)
        assert isinstance(app.screen, NotesScreen), "each key goes to its place, always"
        await pilot.press("escape")
        await settled(pilot)
        assert not isinstance(app.screen, NotesScreen)


async def test_a_note_on_a_quote_opens_at_the_quote(noted: tuple[Path, int], app_on: AppOn) -> None:
    app = app_on(noted[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        await pilot.press("j")
        await settled(pilot)
        assert "Ute Brandt: „Sie hält noch zehn Jahre“" in shown(app)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.desk.text.caret == TEXT.index("„Sie")


@pytest.mark.parametrize(
    ("wanted", "found", "lacking"),
    [
        ("mühle", "Wer mahlt da?", "Gutachten"),
        ("MUHLE", "Wer mahlt da?", "Gutachten"),
        ("#stadt", "Termin im Kalender", "Gutachten"),
        ("brandt gutachten", "Gutachten anfordern", "Termin"),
    ],
)
async def test_notes_are_found_by_words_and_tags(
    noted: tuple[Path, int], app_on: AppOn, wanted: str, found: str, lacking: str
) -> None:
    app = app_on(noted[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        await pilot.press("slash")
        await settled_dialog(pilot)
        await pilot.press(*wanted, "enter")
        await settled(pilot)
        assert found in shown(app)
        assert lacking not in shown(app)
        assert translated(f"1 note with “{wanted}”, newest first") in shown(app)
        await pilot.press("escape")
        await settled(pilot)
        assert translated("3 notes") in shown(app)


async def test_notes_are_sorted_and_show_no_escape(noted: tuple[Path, int], app_on: AppOn) -> None:
    app = app_on(noted[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, NotesScreen)
        titles = [screen.notes.row(number).title for number in screen.notes.ids]  # type: ignore[union-attr]
        assert titles == ["Alte Mühle", "Die Brücke", "Die Brücke"]
        assert translated("by title of the article") in shown(app)
        assert "[red]␛[31m roh" in shown(app)
        await pilot.press("O")
        await settled(pilot)
        assert translated("by title of the article, last first") in shown(app)
        await pilot.press("o", "o", "O")
        await settled(pilot)
        assert translated("oldest first") in shown(app)


async def test_a_library_without_notes_says_how_to_write_one(tmp_path: Path, app_on: AppOn) -> None:
    path = tmp_path / "empty.db"
    Store(path).close()
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        assert translated("There is no note here yet.") in shown(app)
        await pilot.press("enter", "escape")
        await settled(pilot)
        assert not isinstance(app.screen, NotesScreen)


async def test_notes_are_tagged_removed_and_exported_by_the_keys_of_every_list(
    noted: tuple[Path, int], app_on: AppOn, tmp_path: Path
) -> None:
    app = app_on(noted[0], tags=own_keys("tags", {"alt+r": "frage"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f7", "v", "v", "t")
        await settled_dialog(pilot)
        await pilot.press(*"offen", "enter")
        await settled(pilot)
        await pilot.press("G", "alt+r")
        await settled(pilot)
        with Store(noted[0]) as store:
            bodies = {row.body.split("\n")[0]: row.tags for row in store.notes.listed()}
        assert bodies == {
            "Termin im Kalender": ("offen", "stadt/rat"),
            "Gutachten anfordern": ("offen",),
            "Wer mahlt da?": ("frage",),
        }
        await pilot.press("g", "d")
        await settled(pilot)
        assert translated("2 notes") in shown(app)
        await pilot.press("u")
        await settled(pilot)
        assert translated("3 notes") in shown(app)
        await pilot.press("e")
        await settled_dialog(pilot)
        await pilot.press("ctrl+u", *str(tmp_path / "out.md"), "enter")
        await settled(pilot)
        await until(pilot, (tmp_path / "out.md").exists)
        written = (tmp_path / "out.md").read_text(encoding="utf-8")
        assert "## Die Brücke, Kurier" in written
        assert "> Der Rat berät im Mai." in written
        assert "Nicht mehr zu sehen" not in written


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_memo_is_written_found_and_written_on(
    noted: tuple[Path, int], app_on: AppOn, size: tuple[int, int]
) -> None:
    app = app_on(noted[0])
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("f7", "a")
        await settled_dialog(pilot)
        assert translated("(the library as a whole)") in shown(app)
        await pilot.press(*"Brücke", "enter")
        await settled(pilot)
        await pilot.press(*"Wer wusste was?")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert translated("4 notes") in shown(app)
        assert translated("on the story, a memo") in shown(app)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press(*" Akten!", "escape")
        await settled(pilot)
        with Store(noted[0]) as store:
            assert [(memo.story, memo.body) for memo in store.memos.all()] == [
                ("Brücke", "Wer wusste was? Akten!")
            ]
        await pilot.press("slash")
        await settled_dialog(pilot)
        await pilot.press(*"brücke akten", "enter")
        await settled(pilot)
        assert says(shown(app), "{notes} with “{wanted}”, {order}")
        await pilot.press("d")
        await settled(pilot)
        await pilot.press("escape", "a")
        await settled_dialog(pilot)
        await pilot.press("1")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        with Store(noted[0]) as store:
            assert store.memos.all() == [], "a memo without words is none"


async def test_what_was_typed_in_a_memo_is_kept_when_one_leaves(
    noted: tuple[Path, int], app_on: AppOn
) -> None:
    app = app_on(noted[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f7", "a")
        await settled_dialog(pilot)
        await pilot.press("1")
        await settled(pilot)
        await pilot.press(*"Schnell weg", "f3")
        await settled(pilot)
        assert not isinstance(app.screen, NotesScreen)
        await settled(pilot)
    with Store(noted[0]) as store:
        assert [memo.body for memo in store.memos.all()] == ["Schnell weg"]


async def test_words_of_a_memo_that_was_removed_meanwhile_stay(
    noted: tuple[Path, int], app_on: AppOn
) -> None:
    app = app_on(noted[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f7", "a")
        await settled_dialog(pilot)
        await pilot.press("1")
        await settled(pilot)
        await pilot.press(*"Eins")
        await settled(pilot)
        with Store(noted[0]) as store:
            await until(pilot, lambda: bool(store.memos.all()))
            store.memos.remove([memo.id for memo in store.memos.all()])
        await pilot.press(*" zwei", "escape")
        await settled(pilot)
        with Store(noted[0]) as store:
            assert [memo.body for memo in store.memos.all()] == ["Eins zwei"]


async def test_without_tags_the_list_of_notes_says_when_they_were_written(
    noted: tuple[Path, int], app_on: AppOn
) -> None:
    with Store(noted[0]) as store:
        tagged = [row.id for row in store.notes.listed("", "newest") if row.tags]
        store.notes.remove(tagged)
    app = app_on(noted[0])
    async with app.run_test(size=(130, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        line = next(line for line in shown(app).splitlines() if "Wer mahlt da?" in line)
        assert listed_day("2025-03-01") in line[:20]


async def test_a_note_on_an_article_that_must_wait_says_so(noted: tuple[Path, int], app_on: AppOn) -> None:
    path, _ = noted
    with Store(path) as store:
        held = Article(title="Rede", outlet="Amt", text="Sie sagt ja.", embargo="Sperrfrist: Redebeginn")
        store.notes.take(Note("Warten", store.articles.add(held).id, created="2026-01-01T10:00:00+00:00"))
    app = app_on(path)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        assert f"{translated('EMBARGO', 'badge')} Amt" in shown(app)
        assert f"{translated('EMBARGO', 'badge')} Bote" not in shown(app)


async def test_a_note_is_shown_with_its_markdown_in_list_and_pane(
    noted: tuple[Path, int], app_on: AppOn
) -> None:
    with Store(noted[0]) as store:
        store.notes.take(
            Note(
                "Noch **offen**: _wer_ zahlt?\n\n- Rat fragen", noted[1], created="2026-01-01T10:00:00+00:00"
            )
        )
    app = app_on(noted[0])
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        assert shown(app).count("Noch offen: wer zahlt?") == 2
        assert "- Rat fragen" in shown(app)
        assert "**" not in shown(app)
        assert day("2026-01-01") in shown(app), "the date in the manner of the interface"


async def test_the_columns_of_notes_have_names_and_a_sign_for_their_order(
    noted: tuple[Path, int], app_on: AppOn
) -> None:
    app = app_on(noted[0])
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("f7")
        await settled(pilot)
        (head,) = (line for line in shown(app).splitlines() if translated("From") in line)
        row = next(line for line in shown(app).splitlines() if "Termin im" in line)
        assert f"{translated('Date')} ↓" in head
        assert head.index(translated("Note")) == row.index("Termin im")
        await pilot.press("O")
        await settled(pilot)
        assert f"{translated('Date')} ↑" in shown(app)
        await pilot.press("o")
        await settled(pilot)
        assert f"{translated('Date')} " in shown(app)
        assert f"{translated('Date')} ↑" not in shown(app), "by title, which has no column"


@pytest.mark.parametrize(
    ("key", "sign"), [("f4", "Search quotes"), ("f5", "Search the register"), ("f8", "")]
)
async def test_an_f_key_goes_to_its_place_also_where_articles_were_opened_there(
    noted: tuple[Path, int], app_on: AppOn, key: str, sign: str
) -> None:
    app = app_on(noted[0])
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press(key, "f7", "enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        await pilot.press("f12")
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        assert len(app.screen_stack) == 1
        assert says(shown(app), sign)


async def test_whoever_goes_on_from_the_notes_finds_the_place_below_them_again(
    noted: tuple[Path, int], app_on: AppOn
) -> None:
    app = app_on(noted[0])
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for keys in (("f8", "f7"), ("f4",), ("f8",)):
            await pilot.press(*keys)
            await settled(pilot)
        assert says(shown(app), "Search the tags")

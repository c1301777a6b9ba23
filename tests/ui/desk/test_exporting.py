"""Writing from the desk: every format can be found, the file has a line of its own, replacing is asked."""

from pathlib import Path

import pytest

from reader.models import Memo
from reader.store import Store
from tests.ui.desk.conftest import Hands, Open
from tests.ui.translated import says, translated
from tests.ui.waiting import shown


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which is written."""
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def written(hands: Hands) -> None:
    """Wait until it was said."""
    await hands.until(lambda: any(says(sentence, "Written: {files}") for sentence in hands.told()))


async def test_enter_again_replaces_a_file_that_is_there(open_desk: Open, here: Path) -> None:
    there = here / "bruecke-wird-teurer.html"
    there.write_text("mine", encoding="utf-8")
    async with open_desk() as hands:
        await hands.press("e", "4", "enter")
        await hands.until(lambda: says(shown(hands.app), "is there already"))
        assert "--force" not in shown(hands.app)
        await hands.press("escape")
        assert there.read_text(encoding="utf-8") == "mine"
        await hands.press("e", "4", "enter")
        await hands.until(lambda: says(shown(hands.app), "is there already"))
        await hands.press("enter")
        await written(hands)
    assert "verrechnet" in there.read_text(encoding="utf-8")


async def test_a_format_without_a_number_is_found_by_its_letters(open_desk: Open, here: Path) -> None:
    async with open_desk() as hands:
        await hands.press("e")
        assert "┃" in shown(hands.app), "the list goes on, and says so"
        await hands.type("ris endnote")
        await hands.press("enter")
        await written(hands)
    assert (here / "bruecke-wird-teurer.ris").is_file()


async def test_letters_are_never_a_file(open_desk: Open, here: Path) -> None:
    async with open_desk() as hands:
        await hands.press("e")
        await hands.type("zzntri")
        await hands.press("enter")
        assert says(shown(hands.app), "No format is called that")
        await hands.press("escape")
    assert not list(here.iterdir())


async def test_the_file_has_a_line_of_its_own_and_follows_the_format(open_desk: Open, here: Path) -> None:
    async with open_desk() as hands:
        await hands.press("e", "2", "tab", "shift+tab", "down", "enter")
        await written(hands)
        assert [path.suffix for path in here.iterdir()] == [".jsonl"], "what was only looked at is not kept"
        await hands.press("e", "2", "tab", "ctrl+u")
        await hands.type("mein.csv")
        await hands.press("enter")
        await hands.until((here / "mein.csv").is_file)


@pytest.mark.parametrize("words", ["front matter", "--", "protocol", "detectors"])
def test_formats_are_told_in_plain_words(words: str) -> None:
    from reader.library.exporting import available_formats

    assert not [one.label for one in available_formats().values() if words in one.label]


async def test_memos_go_along_where_one_says_so_and_the_format_holds_them(
    open_desk: Open, here: Path, library: Path
) -> None:
    with Store(library) as store:
        store.memos.save(Memo("Protokoll der Ratssitzung anfordern", story="Brücke"))
    async with open_desk(size=(80, 24)) as hands:
        await hands.press("e", "3")
        assert translated("without memos (^n)") in shown(hands.app)
        await hands.press("enter")
        await written(hands)
        (without,) = here.iterdir()
        assert "Ratssitzung" not in without.read_text(encoding="utf-8")
        without.unlink()
        hands.app.notices.clear()
        await hands.press("e", "3", "ctrl+n")
        assert translated("with all memos (^n)") in shown(hands.app)
        await hands.press("enter")
        await written(hands)
    (file,) = here.iterdir()
    assert "Ratssitzung" in file.read_text(encoding="utf-8")


async def test_a_format_without_memos_says_so_and_a_folder_is_refused(open_desk: Open, here: Path) -> None:
    async with open_desk(size=(80, 24)) as hands:
        await hands.press("e", "4", "ctrl+n")
        assert says(shown(hands.app), "holds no memos")
        await hands.press("3", "ctrl+n", "tab", "ctrl+u")
        await hands.type("./")
        await hands.press("enter")
        assert says(shown(hands.app), "name a file instead of a folder")
        await hands.press("escape")
    assert not list(here.iterdir())


async def test_the_file_is_named_in_a_small_terminal_too(open_desk: Open, here: Path) -> None:
    async with open_desk(size=(40, 10)) as hands:
        await hands.press("e", "4")
        assert translated("Writes {name}").format(name="bruecke-wird-teurer.html") in shown(hands.app)

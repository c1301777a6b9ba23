"""Notes and tags, on quotes, selections, sentences and articles; nothing typed is ever lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from textual import events

from reader.models import Note
from reader.store import Store
from reader.ui.widgets.note_editor import HINT, LINE, NoteArea, in_lines
from tests.ui.desk.conftest import TEXT, Open, span
from tests.ui.desk.test_view import shown
from tests.ui.translated import says


async def test_a_note_without_a_quote_stands_on_the_sentence_at_the_caret(
    open_desk: Open, library: Path
) -> None:
    async with open_desk() as hands:
        hands.desk.text.place_caret(TEXT.index("Rat entscheidet"))
        await hands.press("m")
        await hands.type("Termin?")
        await hands.press("escape")
    with Store(library) as store:
        (note,) = store.notes.of(1)
        assert (note.span, note.body) == (span("Der Rat entscheidet im September.")[0], "Termin?")


async def test_a_note_on_a_selection_across_lines_and_over_quotes(open_desk: Open, library: Path) -> None:
    async with open_desk(size=(60, 30)) as hands:
        start, end = TEXT.index("teurer"), TEXT.index("Die Stadt") + 9
        hands.desk.text.place_caret(start)
        await hands.press("v")
        hands.desk.text.place_caret(end)
        await hands.press("m")
        await hands.type("alles")
        await hands.press("ctrl+s")
    with Store(library) as store:
        (note,) = store.notes.of(1)
        assert note.exact == TEXT[start:end]


async def test_the_note_of_a_quote_is_opened_again_and_an_empty_one_goes(
    open_desk: Open, library: Path
) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "m")
        await hands.type("eins")
        await hands.press("escape", "m")
        await hands.type(" zwei")
        await hands.press("escape")
        with Store(library) as store:
            assert [note.body for note in store.notes.of(1)] == ["eins zwei"]
        await hands.press("m", "f7", "delete", "escape")
    with Store(library) as store:
        assert store.notes.of(1) == []


async def test_the_last_line_of_a_note_breaks_between_keys(open_desk: Open) -> None:
    async with open_desk(size=(100, 30)) as hands:
        await hands.press("tab", "m")
        for line in HINT:
            assert f"{line} " in shown(hands)


async def test_a_whole_note_is_one_step_to_undo(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "m")
        for word in ("eins ", "zwei ", "drei"):
            await hands.type(word)
            await hands.rest()
        await hands.press("escape", "u")
        assert hands.desk.page.notes == ()
        await hands.press("ctrl+r")
        assert [note.body for note in hands.desk.page.notes] == ["eins zwei drei"]


async def test_a_selection_is_tagged_and_the_article_too(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        hands.desk.text.select(*span("Verkehr")[0])
        await hands.press("v")
        hands.desk.text.select(*span("Verkehr")[0])
        await hands.press("t")
        await hands.type("politik/verkehr")
        await hands.press("enter", "T", "1", "enter")
        assert hands.desk.page.article.tags
    with Store(library) as store:
        (note,) = store.notes.of(1)
        assert (note.exact, note.body, note.tags) == ("Verkehr", "", ("politik/verkehr",))
        assert len(store.articles.get(1).tags) == 1


async def test_a_tag_is_completed_from_a_few_letters_and_taken_off_again(
    open_desk: Open, library: Path
) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "t")
        await hands.type("haus")
        await hands.press("enter")
        assert hands.desk.quote is not None
        assert hands.desk.quote.tags == ("politik/haushalt",)
        await hands.press("t", "1", "enter")
        assert hands.desk.quote is not None
        assert hands.desk.quote.tags == ()


async def test_tags_typed_with_commas_are_several(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "t")
        await hands.type("politik/mieten, recherche; bau")
        await hands.press("enter")
        assert hands.desk.quote is not None
        assert hands.desk.quote.tags == ("bau", "politik/mieten", "recherche")
        await hands.press("tab", "t")
        await hands.type("neu, haus")
        await hands.press("tab")
        await hands.type("viel,")
        await hands.press("enter")
        assert hands.desk.quote is not None
        assert hands.desk.quote.tags == ("neu", "politik/haushalt", "viel")


SCRIPT = """
import asyncio, os, signal, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.ui.desk.conftest import DeskApp
from tests.ui.waiting import settled

async def main():
    app = DeskApp(Path({library!r}))
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("tab", "m", *"wichtig")
        await settled(pilot)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


def test_nothing_typed_is_lost_by_kill_9(library: Path) -> None:
    root = str(Path(__file__).parents[3])
    script = SCRIPT.format(root=root, library=str(library))
    ended = subprocess.run([sys.executable, "-c", script], cwd=root, env=os.environ, check=False)
    assert ended.returncode == -signal.SIGKILL
    with Store(library) as store:
        assert [note.body for note in store.notes.of(1)] == ["wichtig"]
        assert list(store.verify()) == []


def test_lines_of_a_paste_are_broken_between_words_and_nothing_is_lost() -> None:
    words = [f"Wort{number}" for number in range(5000)]
    broken = in_lines(" ".join(words) + "\n\nkurz\n")
    assert broken.split() == [*words, "kurz"]
    assert broken.endswith("\n\nkurz\n")
    assert max(map(len, broken.split("\n"))) <= LINE
    blob = "x" * 2500
    assert in_lines(blob).replace("\n", "") == blob
    assert in_lines("bleibt \n  so\n") == "bleibt \n  so\n"


async def test_a_megabyte_pasted_in_one_line_can_be_written_in(open_desk: Open, library: Path) -> None:
    pasted = "Wort und mehr " * 70_000
    async with open_desk() as hands:
        await hands.press("tab", "m")
        hands.app.post_message(events.Paste(pasted))
        await hands.until(lambda: len(hands.screen.query_one(NoteArea).text) >= len(pasted) - 1)
        area = hands.screen.query_one(NoteArea)
        assert max(map(len, area.document.lines)) <= LINE
        assert any(says(sentence, "letters were broken") for sentence in hands.told())
        await hands.press("end", "u", "escape")
        await hands.until(lambda: not hands.screen.is_saving)
    with Store(library) as store:
        (note,) = store.notes.of(1)
        assert note.body.split() == [*pasted.split(), "u"]


async def test_a_note_of_one_long_line_stays_as_it_is_until_something_is_typed(
    open_desk: Open, library: Path
) -> None:
    body = "Wort " * 600
    with Store(library) as store:
        store.notes.save(Note(body, 1, quote_id=1))
    async with open_desk() as hands:
        await hands.press("tab", "m")
        assert len(hands.screen.query_one(NoteArea).document.lines) > 1
        await hands.press("escape")
    with Store(library) as store:
        assert [note.body for note in store.notes.of(1)] == [body]

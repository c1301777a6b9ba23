"""The main job in the real program: open an article, accept a quote, write a note, find both again."""

import os
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.models import Article, Status
from reader.store import Store
from tests.terminal.conftest import LEFT_ALTERNATE_SCREEN, Terminal

Start = Callable[..., Terminal]
SEED = "000_a34b1a85caf9958b.txt"
TITLE = "Assad trifft Putin spontan in Moskau"


def test_the_whole_way_and_again_after_a_restart(terminal: Start, seeds: Path, private_folders: Path) -> None:
    program = terminal(str(seeds))
    program.wait_for(f"{articles_in(seeds)} articles")
    program.press("/Assad Putin")
    program.wait_for("1 of ")
    program.press("\r")
    program.press("\r")
    program.wait_for("Der bedrängte syrische Machthaber", "Sprecher des Kremls")
    program.press("g")
    program.press("\t")
    program.press("\r")
    library = private_folders / "library.db"
    program.wait_until(lambda: accepted(library) == 1, "nothing was accepted")
    program.press("m")
    program.press("Bei der Botschaft nachfragen")
    program.press("\x13")
    program.wait_until(lambda: notes(library) == ["Bei der Botschaft nachfragen"], "no note was stored")
    program.press("\x11")
    assert program.end() == 0
    assert LEFT_ALTERNATE_SCREEN in program.received

    again = terminal()
    again.wait_for(f"{articles_in(seeds)} articles")
    again.press("/Assad Putin")
    again.wait_for("1 of ")
    again.press("\r")
    again.press("\r")
    again.wait_for("Der bedrängte syrische Machthaber", "✎", "✓")
    again.press("g\t\t")  # accepting went on to the second quote, and the note stands there
    again.wait_for("Bei der Botschaft nach")
    again.press("\x11")
    assert again.end() == 0
    assert accepted(library) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_keeps_the_last_words_and_restores_the_terminal(
    terminal: Start, seeds: Path, private_folders: Path, number: int
) -> None:
    program = terminal(str(seeds / SEED))
    program.wait_for("1 added", TITLE)
    program.press("\r")
    program.wait_for("Der bedrängte syrische Machthaber")
    program.press("M")
    program.wait_for("Note on the article")
    program.type("Die letzten Worte")
    os.kill(program.pid, number)  # before the program has read them
    assert program.end() == 128 + number
    assert LEFT_ALTERNATE_SCREEN in program.received
    assert notes(private_folders / "library.db") == ["Die letzten Worte"]


def test_it_can_be_suspended_and_goes_on(terminal: Start, seeds: Path) -> None:
    program = terminal(str(seeds / SEED))
    program.wait_for("1 added", TITLE)
    program.press("\x1a")
    program.wait_until(lambda: state(program.pid) == "T", "it was not suspended")
    program.wait_until(lambda: LEFT_ALTERNATE_SCREEN in program.received, "the screen was not given back")
    os.kill(program.pid, signal.SIGCONT)
    program.wait_until(lambda: state(program.pid) != "T", "it did not go on")
    program.press("?")
    program.wait_for("Type to find a key")
    program.press("\x11")
    assert program.end() == 0


def state(pid: int) -> str:
    """What a process does: "S" sleeps, "T" is suspended; only Linux tells."""
    told = Path(f"/proc/{pid}/stat")
    if not told.exists():
        pytest.skip("only Linux tells the state of a process")
    return told.read_text(encoding="utf-8").rpartition(")")[2].split()[0]


def test_a_dialog_can_be_left_with_the_program(terminal: Start, seeds: Path) -> None:
    program = terminal(str(seeds / SEED))
    program.wait_for("1 added", TITLE)
    program.press("?")
    program.wait_for("Type to find a key")
    program.press("\x11")
    assert program.end() == 0


def test_killed_while_a_note_is_written(terminal: Start, seeds: Path, private_folders: Path) -> None:
    program = terminal(str(seeds / SEED))
    program.wait_for("1 added", TITLE)
    program.press("\r")
    program.wait_for("Der bedrängte syrische Machthaber")
    program.press("\t")
    program.press("m")
    library = private_folders / "library.db"
    for word in ("Der ", "erste ", "Satz ", "bleibt."):
        program.press(word)
    program.wait_until(
        lambda: any("Der erste" in body for body in notes(library)), "nothing was saved while typing"
    )
    program.press(" Und das hier vielleicht")
    os.kill(program.pid, signal.SIGKILL)
    program.end()
    with Store(library) as store:
        assert list(store.verify()) == []
        assert "Der erste" in store.notes.of(1)[0].body
    check = sqlite3.connect(library)
    assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    check.close()


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
def test_small_terminals(terminal: Start, seeds: Path, size: tuple[int, int]) -> None:
    program = terminal(str(seeds / SEED), size=size)
    program.wait_for("Assad trifft")
    program.press("\r")
    program.wait_for("Machthaber")
    program.press("\x1b")
    program.wait_for("Library")
    program.press("q")
    assert program.end() == 0


def test_without_colours_none_are_sent(terminal: Start, seeds: Path) -> None:
    program = terminal(str(seeds / SEED), NO_COLOR="1")
    program.wait_for(TITLE)
    program.press("\x11")
    assert program.end() == 0
    for code in (b"38;2;", b"48;2;", b"38;5;", b"48;5;", b"[31m"):
        assert code not in program.received


def test_a_dumb_terminal_gets_a_sentence(terminal: Start) -> None:
    program = terminal(TERM="dumb")
    assert program.end() == 2
    assert "cannot show a full screen" in program.text.replace("\n", "")
    assert b"\x1b[?1049h" not in program.received


def test_nothing_dangerous_reaches_the_terminal(terminal: Start, private_folders: Path) -> None:
    library = private_folders / "library.db"
    with Store(library) as store:
        bad = (
            "Ein \x1b[31mroter\x1b[0m Text mit \u202everkehrter\u202c Richtung "
            "und \x1b]52;c;AAAA\x07 [red]Klammern[/red]."
        )
        store.articles.add(Article(bad, title="[red]Titel\x1b[2J\x9b31m", outlet="\x1b]0;neu\x07Blatt"))
    program = terminal()
    program.wait_for("[red]Titel␛[2J", "Blatt")
    program.press("\r")
    program.wait_for("[red]Klammern[/red]", "␛[31mroter")
    program.press("\x11")
    assert program.end() == 0
    sent = program.received.decode("utf-8", "replace")
    for raw in ("\x1b]52;", "\x1b]0;neu", "\x9b", "\u202e", "\x1b[2J\x9b"):
        assert raw not in sent


def test_a_library_that_is_none(terminal: Start, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database at all" * 100)
    program = terminal("--library", str(broken))
    assert program.end() == 1
    assert "is not a library" in program.text.replace("\n", "")
    assert b"\x1b[?1049h" not in program.received


def test_a_library_from_a_newer_version(terminal: Start, tmp_path: Path) -> None:
    newer = tmp_path / "newer.db"
    Store(newer).close()
    connection = sqlite3.connect(newer)
    table = connection.execute("SELECT name FROM sqlite_master WHERE name LIKE '%migrations%'").fetchone()[0]
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info([{table}])")]
    row = list(connection.execute(f"SELECT * FROM [{table}] LIMIT 1").fetchone())
    row[columns.index("name")] = "from_the_future"
    if "id" in columns:
        row[columns.index("id")] = None
    connection.execute(f"INSERT INTO [{table}] VALUES ({', '.join('?' * len(row))})", row)
    connection.commit()
    connection.close()
    program = terminal("--library", str(newer))
    assert program.end() == 1
    assert "newer version" in program.text.replace("\n", "")


def test_an_empty_file_is_said_and_the_rest_is_added(terminal: Start, seeds: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    program = terminal(str(seeds / SEED), str(empty))
    program.wait_for(TITLE, "1 failed")
    program.press("!")
    program.wait_for("1 could not be added", "empty")
    program.press("\x1b")
    program.wait_until(lambda: "could not be added" not in program.text, "the list of failures stayed")
    program.press("\x11")
    assert program.end() == 0


def test_a_fault_of_ours_ends_with_a_sentence_and_a_restored_terminal(
    terminal: Start, seeds: Path, tmp_path: Path, private_folders: Path
) -> None:
    faulty = "from reader.ui.dialogs.help import HelpScreen\nHelpScreen.compose = lambda self: 1 / 0\n"
    (tmp_path / "sitecustomize.py").write_text(faulty, encoding="utf-8")
    program = terminal(str(seeds / SEED), PYTHONPATH=str(tmp_path))
    program.wait_for("1 added", TITLE)
    program.press("?")
    assert program.end() == 1
    assert LEFT_ALTERNATE_SCREEN in program.received
    assert "a fault in reader (ZeroDivisionError)" in program.text
    assert "Traceback" not in program.text
    assert "ZeroDivisionError" in (private_folders / "library.log").read_text(encoding="utf-8")


def articles_in(folder: Path) -> int:
    """How many articles lie in the folder of samples."""
    return sum(path.suffix in (".txt", ".html") for path in folder.iterdir())


def accepted(library: Path) -> int:
    """How many quotes are accepted."""
    with Store(library) as store:
        return sum(quote.status is Status.ACCEPTED for quote in store.quotes.by_ids(store.quotes.ids()))


def notes(library: Path) -> list[str]:
    """All notes."""
    with Store(library) as store:
        return [note.body for article_id in store.articles.ids() for note in store.notes.of(article_id)]


def test_it_ends_when_its_terminal_is_closed_after_work(terminal: Start, seeds: Path) -> None:
    program = terminal(str(seeds / SEED))
    program.wait_for("1 added", TITLE)
    program.press("\x1b[15~")  # F5: what is drawn from here on fills a queue that nobody empties
    program.wait_for("Quoted in articles")
    program.press("\x1b[20~")  # F9
    program.wait_for("words")
    assert program.hang_up(), "it goes on without a terminal"

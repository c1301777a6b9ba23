"""A note is written on in the person's own editor, in the real terminal."""

from collections.abc import Callable
from pathlib import Path

from reader.models import Article
from reader.store import Store
from tests.terminal.conftest import Terminal

Start = Callable[..., Terminal]
OUTSIDE, KEEP, QUIT = "\x0f", "\x13", "\x11"


def opened_note(terminal: Start, library: Path, editor: str) -> Terminal:
    with Store(library) as store:
        store.articles.add(Article("Der Rat tagt am Montag über das Bad.", title="Rat"), ())
    program = terminal(EDITOR=editor, VISUAL="")
    program.wait_for("1 article")
    program.press("\r")
    program.wait_for("Der Rat tagt")
    program.press("m")
    program.wait_for("Markdown")
    program.press("Zeile eins")
    program.wait_until(lambda: notes(library) == ["Zeile eins"], "the note was not kept")
    return program


def test_what_the_editor_leaves_is_the_note(terminal: Start, private_folders: Path, tmp_path: Path) -> None:
    script = tmp_path / "my editor.sh"
    script.write_text('#!/bin/sh\nprintf "\\nZeile „zwei“ [red]\\n" >> "$2"\n')
    script.chmod(0o700)
    library = private_folders / "library.db"
    program = opened_note(terminal, library, f"'{script}' --wait")
    program.press(OUTSIDE)
    wanted = ["Zeile eins\nZeile „zwei“ [red]"]
    program.wait_until(lambda: notes(library) == wanted, "what was written outside was lost")
    program.wait_for("zwei", "Markdown")
    program.press("!")
    program.wait_until(lambda: notes(library) == [wanted[0] + "!"], "one cannot go on here")
    program.press(KEEP + QUIT)
    assert program.end() == 0


def test_an_editor_that_fails_or_is_not_there_leaves_the_note(terminal: Start, private_folders: Path) -> None:
    library = private_folders / "library.db"
    program = opened_note(terminal, library, "false")
    program.press(OUTSIDE)
    program.wait_for("failed (1)")
    program.press(QUIT)
    assert program.end() == 0
    program = terminal(EDITOR="/no/such/editor", VISUAL="")
    program.wait_for("1 article")
    program.press("\r")
    program.wait_for("Der Rat tagt")
    program.press("m")
    program.wait_for("Markdown")
    program.press(OUTSIDE)
    program.wait_for("cannot be started")
    program.press(QUIT)
    assert program.end() == 0
    assert notes(library) == ["Zeile eins"]


def notes(library: Path) -> list[str]:
    with Store(library) as store:
        return [note.body for note in store.notes.of(1)]

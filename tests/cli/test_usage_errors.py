"""A wrong call is one sentence that says what is wrong and where to look, and exit code 2."""

import gettext
import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import click
import pytest

from reader.cli.passages import spans_of
from reader.cli.usage_errors import sentence_of
from reader.models import Span
from reader.store import Store
from tests.cli.conftest import Run

WRONG = [
    ("list --foo", "`reader list` has no option --foo: `reader list --help` explains it."),
    ("list --sotr x", "`reader list` has no option --sotr (did you mean --sort?)"),
    ("list --sort x", '--sort cannot be "x", only added, published, title, '),
    ("list -n 0", "--limit cannot be 0, only 1 or more"),
    ("list -n x", '--limit takes a number, not "x"'),
    ("list -n", "-n needs a value: `reader list --help` explains it."),
    ("versions 1 --place 3", "--place needs 2 values: `reader versions --help`"),
    ("note 1 --quote x", '--quote takes a number, not "x"'),
    ("show", "`reader show` needs ARTICLE: `reader show --help`"),
    ("search", "`reader search` needs QUERY"),
    ("show 1 2 3", "`reader show` takes fewer words; too many are 2 3"),
    ("sources ad", "`reader sources` has no command ad (did you mean add?)"),
    ("sources merge Otto", "`reader sources merge` needs OTHER…: `reader sources merge --help`"),
    ("--foo", "`reader` has no option --foo"),
    ("docs --foo", "`reader` has no option --foo: `reader --help`"),
    ("--library", "--library needs a value: `reader --help`"),
    ("LIST", 'no command of that name; did you mean "reader list"?'),
    ("edit 1 --lang klingon", '--lang: "klingon" is no code of a language such as de or en'),
    ("detect --lang x1", '--lang: "x1" is no code of a language'),
    ("mark 1 --accept --reject", "Say only one of --accept, --reject and --reopen."),
    ("mark 1 --source Eva --no-source", "Say either --source or --no-source."),
    ("mark 1 --evidence file:a.mp3", "Evidence goes with --verification checked or disputed."),
    ("cite 5-3", '"5-3" runs backwards: write 3-5.'),
    ("trash --restore", "Which ones? Give their numbers, such as 3 or 5-8."),
    ("trash 1 --empty", "--empty deletes all that is in the trash: it goes with nothing else."),
    ("sources merge 1 1", "A source cannot be merged with itself: name another."),
    ("search foo:bar", "There is no field “foo”. Fields are title, "),
    ('search "', "A quotation mark is not closed."),
    ("show 1 --version 99999999999999999999", "A number in the call is too large."),
    ("export 1 -f csv --separator ab", "--separator takes one character, semicolon or tab."),
    ("add --tag / a.txt", "A tag needs a name, such as politik/syrien."),
]


@pytest.mark.parametrize(("call", "sentence"), WRONG)
def test_a_wrong_call_is_one_sentence(run: Run, library: Path, call: str, sentence: str) -> None:
    before = library.read_bytes()
    result = run(*call.split(" "))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("reader: ")
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert library.read_bytes() == before


def test_codes_of_languages_are_told_by_their_first_part(run: Run, library: Path) -> None:
    assert run("edit", "1", "--lang", "EN-gb").exit_code == 0
    assert '"language": "en"' in run("list", "--json").stdout


@pytest.mark.parametrize("number", ["99", "99999999999999999999999"])
@pytest.mark.parametrize(
    "call", ["show", "stories", "versions", "cite", "lint", "note --quote", "quote --remove"]
)
def test_a_number_that_is_not_there(run: Run, library: Path, call: str, number: str) -> None:
    result = run(*call.split(), number)
    assert result.exit_code == 1
    assert "There is no " in result.stderr
    assert number in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_title_that_fits_two_articles_names_them(run: Run, library: Path) -> None:
    result = run("show", "e")
    assert result.exit_code == 1
    assert "(1 “Neubau am Markt”, 2 “Zweiter” …): give its number." in result.stderr


def test_an_empty_file_is_no_library_yet_and_becomes_one(run: Run, library: Path, tmp_path: Path) -> None:
    library.write_bytes(b"")
    result = run("list")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert f"{library} is an empty file and no library: `reader add` begins one in it" in result.stderr
    (tmp_path / "a.txt").write_text("Neuer Titel\n\nEin Satz über den Neubau der Stadt.", encoding="utf-8")
    assert run("add", str(tmp_path / "a.txt")).exit_code == 0
    assert "Neuer Titel" in run("list").stdout


def test_a_merge_with_nothing_makes_no_library(run: Run, private_folders: Path) -> None:
    path = Path(os.environ["READER_LIBRARY"])
    result = run("merge", "/missing.db")
    assert (result.exit_code, path.exists()) == (1, False)
    assert result.stderr == "reader: There is no library at /missing.db.\n"


def test_a_backup_that_is_not_there_asks_nothing(run: Run, library: Path) -> None:
    assert run("restore", "/missing.db").stderr == "reader: There is no backup at /missing.db.\n"


def test_whole_words_come_before_parts_of_words() -> None:
    text = "Oder der Rat, sonst niemand."
    assert spans_of("der", text) == (Span(5, 8),)
    assert spans_of("nieman", text) == (Span(20, 26),)


def test_a_command_says_that_it_waits_for_another_program(run: Run, library: Path) -> None:
    other = sqlite3.connect(library, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    freeing = threading.Timer(1.5, lambda: other.execute("ROLLBACK"))
    freeing.start()
    result = run("mark", "1", "--accept")
    freeing.join()
    other.close()
    assert result.exit_code == 0
    assert result.stderr == "Another program is writing to the library: waiting for it …\n1 marked.\n"


@pytest.mark.parametrize(
    ("words", "at", "offered"),
    [
        ("reader li", 1, ["plain,list", "plain,lint"]),
        ("reader list --so", 2, ["plain,--sort"]),
        ("reader list --sort pub", 3, ["plain,published"]),
        ("reader artik", 1, ["file,artik"]),
        ("reader add artik", 2, ["file,artik"]),
        ("reader export -o ou", 3, ["file,ou"]),
    ],
)
def test_a_shell_completes_commands_options_and_files(words: str, at: int, offered: list[str]) -> None:
    asked = {"_READER_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
    done = subprocess.run(
        [sys.executable, "-c", "from click.testing import CliRunner\nfrom reader.cli import main\nmain()"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **asked},
    )
    assert (done.stdout.splitlines(), done.stderr) == (offered, "")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-"])
def test_a_closed_stream_is_no_fault(library: Path, closed: str) -> None:
    command = f"'{sys.executable}' -m reader list {closed}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("Neubau am Markt" in done.stdout) is (closed != ">&-")


@pytest.mark.parametrize(
    "call", ["sql ?", "search ?", "quotes ?", "tag ?", "edit 1 --title ?", "note 1 ?", "sources add ?"]
)
def test_words_that_are_not_utf8_are_refused(call: str, run: Run, library: Path) -> None:
    result = run(*call.replace("?", "W\udcf6rter").split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert '"W�rter" is not UTF-8: type it again' in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such names")
def test_a_file_whose_name_is_not_utf8_is_added(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "b\udcf6se.txt"
    path.write_text("Der Rat der Stadt tagt heute und berät.", encoding="utf-8")
    assert "1 new" in run("add", str(path)).stderr
    assert "is not UTF-8: rename it" in run("--library", f"{path}.db", "list").stderr


def test_a_language_may_be_given_by_name(run: Run, library: object, store: Store) -> None:
    assert run("edit", "1", "--lang", "french").exit_code == 0
    assert store.articles.get(1).language == "fr"


def test_what_click_says_in_another_language_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    german = {
        "Got unexpected extra argument ({args})": ("Ein Wort zu viel ({args})", "Wörter zu viel ({args})"),
        "Option {name!r} requires an argument.": ("{name!r} braucht eins.", "{name!r} braucht {nargs}."),
    }
    monkeypatch.setattr(gettext, "ngettext", lambda one, many, n: german.get(one, (one, many))[n != 1])
    monkeypatch.setattr(gettext, "gettext", {"No such command {name!r}.": "Befehl {name!r}?"}.get)
    unknown = click.UsageError(
        "Befehl 'ad'?", click.Context(click.Group("sources", commands=[click.Command("add")]))
    )
    assert "has no command ad (did you mean add?)" in sentence_of(unknown)
    extra = click.UsageError("Wörter zu viel (2 3)")
    assert "`reader` takes fewer words; too many are 2 3" in sentence_of(extra)
    few = click.BadOptionUsage("--place", "'--place' braucht 2.")
    assert "--place needs 2 values" in sentence_of(few)

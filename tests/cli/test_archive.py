"""`reader archive`: made and asked from the command line."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("duckdb", reason="the extra [archive] is not installed")

from reader.library.archives import running
from tests.cli.conftest import Run
from tests.library.archives.conftest import article, in_this_process, rows, write_lines

ESCAPES = "\x1b[31m„Rot ist \u202eder Hafen“, sagte Ada Lindt."


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "in_processes", in_this_process)


@pytest.fixture
def archive(tmp_path: Path, run: Run) -> str:
    articles = [
        article(1, published="2024-01-05", outlet="Hafenblatt"),
        article(2, published="2023-06-01", outlet="Küstenbote"),
        article(3, published="2024-01-30", outlet="Hafenblatt", title="Über die Förde"),
        article(4, published="", text="Änne Übermut sagte: „Die Fähre kommt.“"),
    ]
    source = write_lines(tmp_path / "in.jsonl", articles)
    result = run("archive", "detect", str(source), str(tmp_path / "out"), "--engine", "rules")
    assert result.exit_code == 0
    assert "4 articles, 7 quotes into" in result.stderr
    return str(tmp_path / "out")


def asked(run: Run, archive: str, *options: str) -> Any:
    return json.loads(run("archive", "query", archive, "--json", *options).stdout)


def test_quotes_are_listed_by_their_dates(run: Run, archive: str) -> None:
    found = asked(run, archive)
    assert [row["published"] for row in found] == ["2023-06-01"] * 2 + ["2024-01-05"] * 2 + [
        "2024-01-30"
    ] * 2 + [""]
    table = run("archive", "query", archive, "-n", "2")
    assert table.stdout.splitlines()[0].split() == ["published", "outlet", "speaker", "words", "title"]
    assert "These are the first 2" in table.stderr


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--speaker", "ubermut"), ["a4"]),
        (("--speaker", "kern"), ["a2", "a1", "a3"]),
        (("--speaker", "ern"), []),
        (("--about", "bau monate"), ["a2", "a1", "a3"]),
        (("--about", "forde", "--speaker", "udo kern"), ["a3"]),
        (("--since", "2024", "--until", "2024-01", "--type", "direct"), ["a1", "a3"]),
        (("--until", "2024-01-05", "--type", "Direct"), ["a2", "a1"]),
        (("--outlet", "kustenbote", "--type", "Direct"), ["a2"]),
        (("--first", "--speaker", "lindt"), ["a2"]),
        (("--lang", "fr"), []),
    ],
)
def test_a_question_is_narrowed(run: Run, archive: str, options: tuple[str, ...], ids: list[str]) -> None:
    assert [row["article_id"] for row in asked(run, archive, *options)] == ids


def test_quotes_are_counted_by_month_speaker_and_outlet(run: Run, archive: str) -> None:
    months = asked(run, archive, "--count-by", "month")
    assert [(row["month"], row["quotes"]) for row in months] == [("", 1), ("2023-06", 2), ("2024-01", 4)]
    (first, *_) = asked(run, archive, "--count-by", "speaker", "--speaker", "lindt")
    assert first == {
        **{"speaker": "Ada Lindt", "quotes": 3, "articles": 3},
        **{"first": "2023-06-01", "last": "2024-01-30"},
    }
    outlets = asked(run, archive, "--count-by", "outlet", "--about", "häuser")
    assert [(row["outlet"], row["quotes"]) for row in outlets] == [("Hafenblatt", 4), ("Küstenbote", 2)]


@pytest.mark.parametrize("view", ["quotes", "articles", "speakers", "outlets", "months", "first_said"])
def test_every_view_answers(run: Run, archive: str, view: str) -> None:
    assert asked(run, archive, "--sql", f"SELECT * FROM {view}")


def test_a_select_of_ones_own_is_answered_whole(run: Run, archive: str) -> None:
    told = run(
        "archive",
        "query",
        archive,
        "--csv",
        "--sql",
        "SELECT who, count(*) n FROM quotes GROUP BY who ORDER BY n, who",
    )
    assert told.stdout == "who,n\nÄnne Übermut,1\nAda Lindt,3\nUdo Kern,3\n"
    piped = run("archive", "query", archive, "--csv", "--sql", "-", stdin="SELECT count(*) AS n FROM failed")
    assert piped.stdout == "n\n0\n"


@pytest.mark.parametrize(
    "sql",
    [
        "COPY quotes TO '{folder}/stolen.csv'",
        "CREATE TABLE mine AS SELECT 1",
        "SELECT 1; SELECT 2",
        "SET lock_configuration = false",
        "ATTACH '{folder}/new.db'",
        "INSTALL httpfs",
        "SELECT * FROM read_text('{folder}/in.jsonl')",
        "SELECT * FROM read_parquet('{folder}/out/quotes/*/*.parquet')",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM '{folder}/in.jsonl'",
        "SELECT * FROM read_json('https://127.0.0.1:9/x')",
        "SELECT * FROM statement",
        "SELEC",
        "",
    ],
)
def test_nothing_else_is_read_and_nothing_written(run: Run, archive: str, tmp_path: Path, sql: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    result = run("archive", "query", archive, "--sql", sql.format(folder=tmp_path))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("reader: ")
    assert len(result.stderr.splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_what_a_terminal_must_not_get_is_marked(tmp_path: Path, run: Run) -> None:
    source = write_lines(tmp_path / "in.jsonl", [article(1, text=ESCAPES, title="\x1b[2J")])
    run("archive", "detect", str(source), str(tmp_path / "out"), "--engine", "rules")
    for options in ((), ("--csv",), ("--json",), ("--sql", "SELECT title, text, spans FROM quotes")):
        told = run("archive", "query", str(tmp_path / "out"), *options).stdout
        assert "Hafen" in told
        assert not set(told) & {"\x1b", "\u202e"}


def test_failed_rows_are_told_and_the_exit_code_says_so(tmp_path: Path, run: Run) -> None:
    source = write_lines(tmp_path / "in.jsonl", [article(1), "{"])
    result = run("archive", "detect", str(source), str(tmp_path / "out"), "--engine", "rules", "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["articles"], told["failed"], told["parts"]) == (1, 1, 1)
    assert "failed says why" in result.stderr
    assert len(rows(tmp_path / "out", "failed")) == 1
    again = run("archive", "detect", str(source), str(tmp_path / "out"), "--engine", "rules")
    assert (again.exit_code, again.stderr.splitlines()[-1]) == (0, "Nothing new.")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("detect", "{folder}/no.jsonl", "{folder}/out"), 2, "is not there"),
        (("detect", "{folder}/notes.txt", "{folder}/out"), 2, "neither Parquet"),
        (("detect", "{folder}/out"), 2, "needs IN"),
        (("detect", "nosuch://x/y.jsonl", "{folder}/out"), 2, "cannot be reached"),
        (("detect", "{folder}", "{folder}/out", "--map", "nonsense"), 2, "does not say which column"),
        (("detect", "x", "{folder}/out", "-j", "2", "--scheduler", "tcp://x"), 2, "--jobs or --scheduler"),
        (("query", "{folder}/none"), 1, "There is no archive"),
        (("query", "{folder}/none", "--since", "May"), 2, "is no time"),
        (("query", "{folder}/none", "--sql", "SELECT 1", "--first"), 2, "not both"),
        (("query", "{folder}/none", "--count-by", "month", "--first"), 2, "leave --first out"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    (tmp_path / "notes.txt").write_text("No articles.")
    result = run("archive", *(argument.format(folder=tmp_path) for argument in arguments))
    assert (result.exit_code, told in result.stderr) == (code, True), result.stderr


@pytest.mark.parametrize("command", [("archive", "detect", "x", "y"), ("archive", "query", "x")])
def test_without_the_extra_a_sentence_says_what_to_install(command: tuple[str, ...]) -> None:
    program = (
        "import sys; sys.modules['duckdb'] = None; from reader.cli.start import main; "
        f"sys.argv = ['reader', *{command!r}]; main()"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stderr.strip().endswith('pip install "reader-tui[archive]".')


def test_articles_of_an_archive_are_added(run: Run, archive: str) -> None:
    result = run("add", "--from-archive", archive, "speaker:Kern", "since:2024", "-t", "hafen", "--json")
    assert result.exit_code == 0
    assert [row["outcome"] for row in json.loads(result.stdout)] == ["new", "new"]
    assert len(json.loads(run("list", "tag:hafen", "--json").stdout)) == 2
    again = run("add", "--from-archive", archive, "speaker:Kern")
    assert "1 new, 2 same" in again.stderr or "2 same, 1 new" in again.stderr
    run("undo")
    run("undo")
    assert json.loads(run("list", "--json").stdout) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--from-archive", "{archive}"), "Say which articles of the archive"),
        (("--from-archive", "{archive}", "Hafen", "-j", "2"), "leave --jobs out"),
        (("--from-archive", "{archive}", "Hafen", "--map", "text=body"), "leave --map out"),
        (("--from-archive", "{archive}", "title:Hafen"), "not by title:"),
        ((), "needs LOCATION"),
    ],
)
def test_adding_says_what_is_wrong(run: Run, archive: str, arguments: tuple[str, ...], told: str) -> None:
    result = run("add", *(argument.format(archive=archive) for argument in arguments))
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr


def test_a_damaged_file_of_the_archive_is_named(run: Run, archive: str) -> None:
    (path,) = Path(archive).glob("quotes/*/*.parquet")
    path.write_bytes(path.read_bytes()[:200])
    result = run("archive", "query", archive)
    assert result.exit_code == 1
    assert path.stem in result.stderr
    assert "run `reader archive detect` again" in result.stderr


def test_ctrl_c_keeps_the_parts_that_are_done(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", [article(number) for number in range(400)])
    out = tmp_path / "out"
    command = [sys.executable, "-m", "reader", "archive", "detect", str(source), str(out), "--part", "5"]
    with subprocess.Popen(
        [*command, "--engine", "rules", "-j", "1"], stderr=subprocess.PIPE, text=True
    ) as running:
        while not list(out.glob("done/*.json")):
            assert running.poll() is None
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate()
    assert running.returncode == 1
    assert told.startswith("reader: Stopped. Every part that was done is kept (")
    assert len(told.splitlines()) == 1
    assert 0 < len(rows(out, "articles")) < 400
    assert not (out / "running.json").exists()
    assert not list(out.rglob(".*"))

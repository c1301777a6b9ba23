"""`reader add --via COMMAND` and `--html FILE`: pages that a program or a person has fetched."""

import json
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PAGE = (
    '<!DOCTYPE html><html lang="de"><head><title>Die Fähre fährt wieder</title></head><body><article>'
    "<h1>Die Fähre fährt wieder</h1><p>"
    + "Die Fähre fährt wieder. „Wir sind erleichtert“, sagte der Sprecher am Montag im Hafen. "
    + "Im Hafen warteten am Morgen viele Menschen auf das erste Schiff. " * 8
    + "</p></article></body></html>"
)
ADDRESS = "https://blatt.example/fähre?a=1&b=$(touch evil);'x y'"


@pytest.fixture
def browser(tmp_path: Path) -> str:
    """A program that writes down its arguments and prints a page."""
    page, program = tmp_path / "page.html", tmp_path / "browser.py"
    page.write_text(PAGE, encoding="utf-8")
    program.write_text(
        "import json, pathlib, sys\n"
        f"pathlib.Path({str(tmp_path / 'told.json')!r}).write_text(json.dumps(sys.argv[1:]))\n"
        f"sys.stdout.write(pathlib.Path({str(page)!r}).read_text(encoding='utf-8'))\n"
    )
    return f"{sys.executable} {program} --dump 'two words' {{url}}"


def test_a_program_reads_the_page_and_gets_the_address_as_one_argument(
    run: Run, library: Path, browser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("add", "--via", browser, ADDRESS)
    assert "new: Die Fähre fährt wieder (article 3, 1 quote)" in result.stderr
    assert json.loads((tmp_path / "told.json").read_text()) == ["--dump", "two words", ADDRESS]
    assert not (tmp_path / "evil").exists()
    assert json.loads(run("show", "3", "--json").stdout)["location"].startswith("https://blatt.example/")


def test_fetching_again_through_the_program_makes_a_version(
    run: Run, library: Path, browser: str, tmp_path: Path
) -> None:
    run("add", "--via", browser, "https://blatt.example/a")
    changed = PAGE.replace("erleichtert", "sehr erleichtert")
    (tmp_path / "page.html").write_text(changed, encoding="utf-8")
    assert "changed" in run("refetch", "--via", browser, "3").stderr


def test_a_page_that_looks_like_a_feed_is_asked_for_by_the_program_alone(
    run: Run, library: Path, browser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ingest.fetch.fetch", lambda *_: pytest.fail("asked by reader itself"))
    assert run("add", "--via", browser, "https://blatt.example/feed/a").exit_code == 0


def test_a_login_is_not_shown_among_the_programs_that_run(
    run: Run, library: Path, browser: str, tmp_path: Path
) -> None:
    run("add", "--via", browser, "https://anna:geheim@blatt.example/a")
    assert "geheim" not in (tmp_path / "told.json").read_text()


@pytest.mark.parametrize("address", ["http://127.0.0.1/a", "http://drucker.local/a", "http://0x7f.1/a"])
def test_a_program_is_not_sent_into_the_private_network(
    run: Run, library: Path, browser: str, tmp_path: Path, address: str
) -> None:
    result = run("add", "--via", browser, address)
    assert (result.exit_code, "private network" in result.stderr) == (1, True)
    assert not (tmp_path / "told.json").exists()
    assert run("add", "--via", browser, "--allow-private", address).exit_code == 0


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "import sys; sys.stderr.write('first\\nno display\\x1b[31m\\n'); sys.exit(3)",
            "ended with an error (3)",
        ),
        ("pass", "printed nothing"),
        ("print('x' * 30_000_000)", "prints more than 20 MB"),
        ("import time; time.sleep(60)", "took longer than 1 seconds"),
        (
            "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])",
            "took longer than 1 seconds",
        ),
    ],
)
def test_what_goes_wrong_with_the_program_is_one_sentence(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, said: str
) -> None:
    monkeypatch.setattr("reader.ingest.via.SECONDS", 1.0 if "longer" in said else 60.0)
    (tmp_path / "program.py").write_text(code)
    started = time.monotonic()
    result = run(
        "add", "--via", f"{sys.executable} {tmp_path / 'program.py'} {{url}}", "https://blatt.example/a"
    )
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert said in result.stderr
    assert "\x1b" not in result.stderr
    assert time.monotonic() - started < 50


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("", ""),
        ("  ", "--via is empty"),
        ("cat page.html", "--via needs {url}"),
        ("{url}", "--via needs {url}"),
        ("no-such-browser {url}", "There is no program no-such-browser"),
        ("cat '{url}", "quotation mark that is not closed"),
    ],
)
def test_a_command_that_cannot_be_run_is_refused_before_anything_is_read(
    run: Run, library: Path, command: str, said: str
) -> None:
    result = run("add", "--via", command, "/missing")
    assert result.exit_code == (2 if said else 1)
    assert said in result.stderr


@pytest.mark.parametrize("is_piped", [False, True])
def test_a_saved_page_is_added_as_the_one_at_its_address(
    run: Run, library: Path, tmp_path: Path, is_piped: bool
) -> None:
    (tmp_path / "saved").write_text(PAGE, encoding="utf-8")
    file, stdin = ("-", PAGE) if is_piped else (str(tmp_path / "saved"), None)
    result = run("add", "--html", file, "https://blatt.example/a?utm_source=x", stdin=stdin)
    assert "new: Die Fähre fährt wieder" in result.stderr
    shown = json.loads(run("show", "3", "--json").stdout)
    assert shown["url"] == "https://blatt.example/a"
    again = run("add", "--html", file, "https://blatt.example/a", stdin=stdin)
    assert "same" in again.stderr


@pytest.mark.parametrize(
    "arguments",
    [("page.html",), ("https://a.example", "https://b.example"), ("--via", "cat {url}", "https://a.example")],
)
def test_a_saved_page_needs_its_one_address(run: Run, library: Path, arguments: tuple[str, ...]) -> None:
    result = run("add", "--html", "saved.html", *arguments)
    assert (result.exit_code, "--html" in result.stderr) == (2, True)


def test_a_saved_page_that_is_not_there_is_told(run: Run, library: Path) -> None:
    result = run("add", "--html", "/missing.html", "https://blatt.example/a")
    assert (result.exit_code, result.stderr) == (1, "There is no file /missing.html: check the spelling.\n")

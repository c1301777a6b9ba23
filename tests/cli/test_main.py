"""The command as a whole: help, versions, paths and commands, and failures as one sentence."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import __version__, cli
from reader.cli.commands import COMMANDS, module_of
from tests.cli.conftest import Run

SLOW = (
    "sqlite_utils",
    "reader.quotes",
    "reader.store",
    "langdetect",
    "lxml",
    "httpx",
    "numpy",
    "textual",
    "asyncio",
)


def reader(
    *arguments: str, env: dict[str, str] | None = None, stdin: int | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the real program."""
    command = [sys.executable, "-m", "reader", *arguments]
    return subprocess.run(
        command, capture_output=True, check=False, stdin=stdin, env={**os.environ, **(env or {})}
    )


def modules_after(code: str) -> set[str]:
    """The modules that are imported after `code` in a fresh interpreter."""
    told = f"import sys\ntry:\n {code}\nexcept SystemExit:\n pass\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_help_names_every_command_without_importing_one() -> None:
    loaded = modules_after("sys.argv=['reader','--help']; from reader.cli import main; main()")
    assert not loaded & set(SLOW)
    assert not loaded & {module_of(name) for name in COMMANDS}


def test_a_command_stands_in_the_file_of_its_name() -> None:
    files = {path.stem for path in Path(cli.__path__[0]).glob("*.py")}
    assert [name for name in COMMANDS if name not in files and f"{name}_" not in files] == ["redo"]
    assert module_of("redo") == "reader.cli.undo"
    assert module_of("import") == "reader.cli.import_"


def test_the_way_into_the_app_imports_no_heavy_module() -> None:
    code = "import reader.ui; sys.modules['reader.ui.app'] = type('A', (), {'run': print}); "
    loaded = modules_after(code + "sys.argv=['reader', '.']; from reader.cli import main; main()")
    assert not loaded & {*SLOW, "click"}


def test_help_and_version(run: Run) -> None:
    told = run("--help").stdout
    assert all(name in told for name in COMMANDS)
    assert run("--version").stdout == f"reader {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: reader {name} ")
    assert "--library" in result.stdout or name in ("detect", "archive")
    assert "RANGE" not in result.stdout
    assert "x>=" not in result.stdout


def test_a_path_that_is_not_there_is_refused_before_a_screen_opens(run: Run) -> None:
    assert run("").exit_code == 2
    result = run("lst")
    assert result.exit_code == 2
    assert 'did you mean "reader list"' in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_path_that_is_not_there_does_not_keep_the_others_out(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Sequence[str]] = []
    monkeypatch.setattr("reader.ui.app.run", lambda library, locations, *_, **__: opened.append(locations))
    assert run(str(tmp_path), "/missing").exit_code == 0
    assert opened == [(str(tmp_path), "/missing")]


def test_a_path_called_like_a_command_is_written_with_a_dot(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    opened: list[tuple[Path, tuple[str, ...]]] = []
    monkeypatch.setattr(
        "reader.ui.app.run", lambda path, locations, *_, **__: opened.append((path, locations))
    )
    assert run("./list").exit_code == 0
    assert opened == [(library, ("./list",))]
    assert "Neubau am Markt" in run("list").stdout
    assert len(opened) == 1


def test_without_arguments_the_app_opens(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("reader.ui.app.run", lambda path, locations, *_, **__: opened.append(path))
    assert run().exit_code == 0
    assert run("--library", "other.db").exit_code == 0
    assert opened == [library, Path("other.db")]


def test_the_library_option_stands_before_or_after_the_command(
    run: Run, library: Path, tmp_path: Path
) -> None:
    moved = library.rename(tmp_path / "moved.db")
    assert run("list").exit_code == 1
    assert "Neubau" in run("--library", str(moved), "list").stdout
    assert "Neubau" in run("list", "--library", str(moved)).stdout


@pytest.mark.parametrize("name", ["list", "quotes", "tag", "sources", "journal", "verify"])
def test_a_library_that_is_not_there_is_one_sentence(run: Run, name: str) -> None:
    result = run(name)
    assert result.exit_code == 1
    assert result.stderr.startswith("reader: There is no library at ")
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_no_library_is_refused(run: Run, library: Path) -> None:
    library.write_bytes(b"not a database at all" * 100)
    result = run("list")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_a_library_of_a_newer_version_is_refused(run: Run, library: Path) -> None:
    import sqlite3

    with sqlite3.connect(library) as db:
        db.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " select migration_set, 'of_the_future', applied_at from _sqlite_migrations limit 1"
        )
    db.close()
    result = run("list")
    assert result.exit_code == 1
    assert "newer version" in result.stderr


def test_a_broken_configuration_is_one_sentence(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "config.toml"
    broken.write_text("measure = wide", encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG", str(broken))
    result = run("list")
    assert result.exit_code == 2
    assert str(broken) in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_unknown_option_is_a_wrong_call(run: Run) -> None:
    assert run("list", "--nonsense").exit_code == 2


def test_a_reader_that_goes_away_leaves_no_traceback(library: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    process = subprocess.run(
        [sys.executable, "-m", "reader", "list"], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert b"Traceback" not in process.stderr
    assert b"Error" not in process.stderr


def test_a_terminal_in_another_encoding_gets_marks_and_valid_json(library: Path) -> None:
    latin = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    shown = reader("show", "1", env=latin)
    assert shown.returncode == 0
    assert b"\\u201eWir bauen" in shown.stdout
    told = json.loads(reader("show", "1", "--json", env=latin).stdout)
    assert "„Wir bauen heute“" in told["text"]
    assert "😀" in told["text"]


def test_the_real_program_says_why_it_opens_no_screen_without_a_terminal(library: Path) -> None:
    done = reader(stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"terminal" in done.stderr


def test_a_fault_of_ours_is_a_sentence_too(library: Path) -> None:
    code = (
        "import sys, reader.cli.list as l\n"
        "l.put_rows = lambda *a, **k: 1/0\n"
        "sys.argv = ['reader', 'list']\n"
        "from reader.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "fault in reader (ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr

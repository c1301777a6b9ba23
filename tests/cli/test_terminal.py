"""On a real terminal: lines that fit, progress, questions, and nothing dangerous from an article."""

import re
import sys
from pathlib import Path

import click
import pexpect
import pytest

from reader.cli import output
from tests.cli.conftest import TEXT

pytestmark = pytest.mark.usefixtures("library")

PROGRESS = re.compile(r"\r\x1b\[K")


def spoken(*arguments: str, columns: int = 80) -> tuple[str, int]:
    """What the program writes to a terminal of this width, and its exit code."""
    child = pexpect.spawn(
        sys.executable, ["-m", "reader", *arguments], encoding="utf-8", dimensions=(24, columns), timeout=30
    )
    output = child.read()
    child.close()
    return output, child.exitstatus or 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "1"),
        ("show", "1", "--json"),
        ("export", "1", "--text"),
        ("export", "1", "-f", "jsonl"),
        ("quotes",),
    ],
)
def test_escape_sequences_of_an_article_never_reach_the_terminal(arguments: tuple[str, ...]) -> None:
    assert "\x1b" in TEXT
    output, code = spoken(*arguments)
    assert code == 0
    assert "\x1b" not in output
    assert "Wir bauen heu" in output


def test_lines_of_a_list_fit_the_terminal() -> None:
    output, _ = spoken("quotes", columns=80)
    assert all(len(line) <= 80 for line in output.splitlines())
    assert "…" in output


def test_a_binary_format_is_not_for_a_terminal() -> None:
    output, code = spoken("export", "1", "-f", "refi")
    assert code == 2
    assert "--output" in output


def test_a_question_is_asked_and_no_is_taken(library: Path) -> None:
    spoken("trash", "2")
    child = pexpect.spawn(sys.executable, ["-m", "reader", "trash", "--empty"], encoding="utf-8", timeout=30)
    child.expect_exact("for good?")
    child.sendline("n")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert "Zweiter" in spoken("list", "--trash")[0]


def test_progress_is_one_line_that_counts(tmp_path: Path) -> None:
    for number in range(22):
        (tmp_path / f"{number}.txt").write_text(
            f"Der Text mit der Nummer {number} sagt wenig.", encoding="utf-8"
        )
    output, code = spoken("add", "--no-detect", "-j", "1", str(tmp_path))
    assert code == 0
    assert "22 of 22" in output
    assert PROGRESS.sub("", output).strip().endswith("22 new")


def test_detect_waits_for_nothing_on_a_terminal() -> None:
    output, code = spoken("detect")
    assert code == 2
    assert "standard input" in output


@pytest.mark.parametrize(
    ("said", "agreed"), [(["j"], True), (["y"], True), (["N"], False), ([""], False), (["x", "J"], True)]
)
def test_the_letter_of_the_language_and_the_english_one_agree(
    monkeypatch: pytest.MonkeyPatch, said: list[str], agreed: bool
) -> None:
    answers = iter(said)
    asked: list[str] = []
    monkeypatch.setattr(output, "_YES", "j")
    monkeypatch.setattr(click, "prompt", lambda text, **_how: asked.append(text) or next(answers))
    assert output.agrees("Weitermachen?") is agreed
    assert asked == ["Weitermachen? [j/N]"] * len(said)

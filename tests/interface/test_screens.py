"""The screens in German: tests of the screens that hold in every language, in a process that speaks it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.translated import WORDS_ALONE

ROOT = Path(__file__).parents[2]
ENGLISH_ALONE: dict[str, str] = {}
"""Files of tests of the screens that are not run again in German, each with the reason."""
PROCESSES = 12
"""So many processes run the others: they end at about the same time on several cores."""
NARROW = """
from reader.cells import cells
from reader.ui.widgets.lists import articles, codes, feeds, notes, quotes, sources
from reader.ui.widgets.lists.columns import place

tables = [one.COLUMNS for one in (articles, feeds, notes, quotes, sources)]
for table in (*tables, codes.columns(80)):
    placed = place(table, 80, left=4)
    cut = [one.column.title for one in placed if cells(one.column.title) > one.width]
    print(len(placed), *cut)
"""
"""How many columns of each list there is room for at 80 cells, and those whose head is cut."""


def in_german(*arguments: str, language: str = "de") -> subprocess.CompletedProcess[str]:
    """A process of Python that speaks German, or another language."""
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"READER_INTERFACE": language, "_READER_INTERFACE": "", WORDS_ALONE: "1"},
    )


def run_again() -> list[str]:
    """The files of tests that are run again in German."""
    files = (path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/ui").rglob("test_*.py"))
    return sorted(file for file in files if file.removeprefix("tests/ui/") not in ENGLISH_ALONE)


@pytest.mark.parametrize("place", range(PROCESSES))
def test_screens_hold_in_german_what_they_hold_in_english(place: int) -> None:
    # the English pictures beside the tests are not used here
    quiet = ("-n0", "-q", "-p", "no:randomly", "--snapshot-warn-unused")
    told = in_german("-m", "pytest", *quiet, *run_again()[place::PROCESSES])
    assert told.returncode == 0, told.stdout[-4000:]


def test_what_is_not_run_again_is_there() -> None:
    assert [file for file in ENGLISH_ALONE if not (ROOT / "tests/ui" / file).exists()] == []


def test_no_head_of_a_column_is_cut_in_german_and_no_more_columns_are_left_out() -> None:
    english = in_german("-c", NARROW, language="en").stdout
    assert english
    assert in_german("-c", NARROW).stdout == english


def test_help_of_the_desk_writes_german_nouns_with_capitals() -> None:
    code = (
        "import reader.i18n; reader.i18n.use('de')\n"
        "from reader.ui.desk.keys import DESK_BINDINGS\n"
        "print(*(one.description for one in DESK_BINDINGS if 'retype' in one.action), sep='|')"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "Freie Wiedergabe" in told.split("|")


@pytest.mark.parametrize(
    ("language", "told"), [("de", "Karin Mölders zuordnen"), ("en", "karin Mölders zuordnen")]
)
def test_what_was_undone_keeps_the_capitals_of_german(language: str, told: str) -> None:
    code = "from reader.i18n import behind_colon; print(behind_colon('Karin Mölders zuordnen'))"
    assert in_german("-c", code, language=language).stdout.strip() == told

"""The screens in German: tests of the screens that hold in every language, in a process that speaks it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVERY_LANGUAGE = (
    ("tests/ui/test_grid.py",),
    ("tests/ui/test_every_screen.py",),
    ("tests/ui/test_snapshots.py", "tests/ui/desk/test_snapshots.py", "tests/ui/test_start.py"),
    ("tests/ui/test_budgets.py", "tests/ui/desk/test_plain.py"),
    (
        "tests/ui/desk/test_docs.py",
        "tests/ui/screens",
        "tests/ui/test_themes.py",
        "tests/ui/test_toasts.py",
        "tests/ui/test_typing_ahead.py",
        "tests/ui/test_waiting.py",
        "tests/ui/widgets/article/test_layout.py",
        "tests/ui/widgets/test_wrapped.py",
    ),
)
"""Tests of screens that expect no word of English, those together that share a process."""
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
        env=os.environ | {"READER_INTERFACE": language, "_READER_INTERFACE": ""},
    )


@pytest.mark.parametrize("tests", EVERY_LANGUAGE)
def test_screens_hold_in_german_what_they_hold_in_english(tests: tuple[str, ...]) -> None:
    told = in_german("-m", "pytest", "-n0", "-q", "-p", "no:randomly", *tests)
    assert told.returncode == 0, told.stdout[-4000:]


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

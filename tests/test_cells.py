"""Texts take the cells that a terminal gives them."""

import subprocess
import sys

import pytest

from reader.cells import cells, cut, fit


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Müller – „Ja“ …", 15),
        ("中文", 4),
        ("😀", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("e\u0301", 1),
        ("│▲★", 3),
    ],
)
def test_wide_and_combining_characters_are_measured(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    "text", ["Neubau am Markt", "Das 中文 Wort", "😀😀😀😀😀", "a👨\u200d👩\u200d👧b👨\u200d👩\u200d👧c"]
)
@pytest.mark.parametrize("width", range(9))
def test_a_text_is_fitted_into_its_cells(text: str, width: int) -> None:
    assert cells(fit(text, width)) == width
    assert cells(cut(text, width)) <= width
    assert cut(text, width) == text or not width or cut(text, width).endswith("…")


def test_what_is_short_is_padded_on_either_side() -> None:
    assert fit("中", 4) == "中  "
    assert fit("7", 3, right=True) == "  7"


def test_plain_text_loads_no_tables() -> None:
    code = "import sys; from reader.cells import fit; fit('Müller – „Ja“', 5); print('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"

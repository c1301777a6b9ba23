"""Columns fit every width, and text is cut to cells."""

from itertools import pairwise

import pytest
from rich.cells import cell_len

from reader.ui.widgets.article_list import COLUMNS, GUTTER
from reader.ui.widgets.columns import GAP, fit, place


@pytest.mark.parametrize("width", [1, 20, 36, 40, 60, 80, 120, 200])
def test_columns_never_exceed_the_width(width: int) -> None:
    placed = place(COLUMNS, width, left=GUTTER)
    assert any(one.column.key == "title" for one in placed)
    if width > 40:
        assert placed[-1].x + placed[-1].width <= width


def test_columns_keep_their_order_and_gaps() -> None:
    placed = place(COLUMNS, 140, left=GUTTER)
    assert [one.column for one in placed] == list(COLUMNS)
    for one, other in pairwise(placed):
        assert other.x == one.x + one.width + GAP


@pytest.mark.parametrize(
    "text", ["", "short", "a text that is longer", "日本語のタイトル", "Müller é", "👩‍👩‍👧 family"]
)
@pytest.mark.parametrize("width", [1, 2, 5, 8, 30])
@pytest.mark.parametrize("right", [False, True])
def test_fitted_text_takes_exactly_its_cells(text: str, width: int, right: bool) -> None:
    assert cell_len(fit(text, width, right=right)) == width

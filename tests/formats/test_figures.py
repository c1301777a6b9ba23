"""Figures as drawings and tables: what they show, and that no name breaks them."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reader.errors import UsageError
from reader.formats import Options
from reader.formats.figures import Figure, check_target, drawing, write

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [("Anna Lenz", 120), ("Bo <b>&\x1b[31m", 30), ("=1+1", 0)]
FIGURE = Figure("Words quoted", ROWS, "words", ("name", "words"), ROWS)


def test_bars_are_as_long_as_what_they_count() -> None:
    root = ElementTree.fromstring(drawing([FIGURE]))
    bars = [int(one.get("width", "")) for one in root.iter(f"{SVG}rect")][1:]
    assert abs(bars[0] - 4 * bars[1]) <= 4
    assert bars[2] == 0
    texts = [one.text for one in root.iter(f"{SVG}text")]
    assert texts[:3] == ["Words quoted", "Anna Lenz", "120"]
    assert (root.findtext(f"{SVG}desc") or "").startswith("Words quoted: Anna Lenz 120 words, Bo")


def test_a_drawing_fetches_and_runs_nothing_whatever_it_names() -> None:
    drawn = drawing([FIGURE])
    assert not any(odd in drawn for odd in ("<script", "href", "url(", "\x1b", "<b>"))


def test_what_is_too_much_for_a_drawing_is_counted_below_it() -> None:
    many = [(f"Name {number}", 1) for number in range(100)]
    drawn = drawing([FIGURE._replace(rows=many)])
    assert "+ 60: 60 words" in drawn
    assert "Name 40" not in drawn


def test_nothing_to_draw_is_a_drawing_too() -> None:
    root = ElementTree.fromstring(drawing([FIGURE._replace(rows=[])]))
    assert [one.text for one in root.iter(f"{SVG}text")] == ["Words quoted"]
    assert ElementTree.fromstring(drawing([])).tag == f"{SVG}svg"


def test_the_table_has_all_and_no_formula() -> None:
    stream = io.BytesIO()
    write([FIGURE, FIGURE], Path("a.csv"), stream, Options())
    rows = list(csv.reader(io.StringIO(stream.getvalue().decode())))
    assert rows[0] == ["name", "words"]
    assert len(rows) == 7
    assert rows[3] == ["'=1+1", "0"]


def test_any_other_ending_is_refused() -> None:
    with pytest.raises(UsageError, match=r"figure\.png should end in \.svg"):
        check_target(Path("figure.png"))

"""Marks over a stretch of text, and the pieces they cut it into."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.widgets.article.palette import Palette
from reader.ui.widgets.article.spans import Mark, SpanIndex, pieces

MARKS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Mark(pair[0], sum(pair), "direct")),
    max_size=20,
)


@given(MARKS, st.integers(0, 90), st.integers(1, 20))
def test_the_index_finds_what_a_plain_search_finds(marks: list[Mark], start: int, length: int) -> None:
    found = SpanIndex(marks).over(start, start + length)
    assert sorted(found) == sorted(mark for mark in marks if mark.start < start + length and mark.end > start)


@given(MARKS)
def test_pieces_cover_the_stretch_without_gaps(marks: list[Mark]) -> None:
    cut = list(pieces(0, 100, marks))
    assert [left for left, _, _ in cut] == [0, *(right for _, right, _ in cut[:-1])]
    assert cut[-1][1] == 100
    for left, right, over in cut:
        assert set(over) == {mark for mark in marks if mark.start <= left and mark.end >= right}


def test_a_nested_quote_keeps_the_style_of_both() -> None:
    palette = Palette()
    both = palette.style("text", "indirect", "direct")
    assert both.bold
    assert both.italic
    assert both.color == palette.style("text", "direct").color
    assert both.bgcolor != palette.style("text", "direct").bgcolor


def test_types_differ_without_colour() -> None:
    palette = Palette(colour=False)
    looks = {
        (style.bold, style.italic, style.underline)
        for style in (palette.style(ink) for ink in ("direct", "indirect", "mixed", "free", "reported"))
    }
    assert len(looks) == 5
    assert palette.style("direct").color is None

"""Spans as they are kept, and what others may write into the file by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.models import Span
from reader.store.folding import folded, sort_key
from reader.store.records import spans_of, stored_spans

SPANS = st.lists(
    st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)).map(lambda pair: Span(*pair)), max_size=4
)


@given(SPANS)
def test_spans_come_back(spans: list[Span]) -> None:
    assert spans_of(stored_spans(spans)) == tuple(spans)


@pytest.mark.parametrize("written", ["[[1,2],[3,4]]", "[[1, 2], [3, 4]]", " [ [1,2] , [3,4] ] "])
def test_spans_written_by_other_hands_are_read(written: str) -> None:
    assert spans_of(written) == (Span(1, 2), Span(3, 4))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Müller", "muller"),
        ("ÉTÉ", "ete"),
        ("Straße", "straße"),
        ("ﬁ", "ﬁ"),
        ("İ", "i"),
        ("Ёж", "еж"),
        ("日本", "日本"),
    ],
)
def test_folding_keeps_every_offset(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_folding_never_changes_the_length(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_a_title_is_sorted_by_its_first_letter() -> None:
    assert sort_key("„Österreich“ wählt") == "osterreich“ wahlt"
    assert sort_key("…") == "…"

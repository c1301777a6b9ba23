"""Indirect quotes that hang on a noun of saying."""

import pytest

from tests.quotes.german.rules import IND, C, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Der Vorwurf, zu spät zu bauen, traf Ott.", (IND, "zu spät zu bauen", "", "Der Vorwurf")),
        ("Das weckt die Hoffnung, dass es hält.", (IND, "dass es hält", "", "die Hoffnung")),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]


def test_noun_of_saying_inside_a_reported_sentence() -> None:
    text = "Ott sagte, er gehe. Der Vorwurf, er habe gelogen, sei falsch."
    assert [q[:2] for q in found(text)][1:] == [
        (C, "Der Vorwurf, er habe gelogen, sei falsch."),
        (IND, "er habe gelogen"),
    ]

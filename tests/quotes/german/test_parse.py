"""Where a sentence begins and how far a text is read."""

import pytest

from tests.quotes.german.rules import IND, found


def test_agency_line_is_no_part_of_the_quote() -> None:
    text = "Berlin (dpa) - Der Bau ruhe, sagte Ott."
    assert found(text) == [(IND, "Der Bau ruhe", "Ott", "sagte")]


@pytest.mark.parametrize("place", ["BERN – ", "Neu Ulm - "])
def test_place_is_no_part_of_the_quote(place: str) -> None:
    text = place + "Der Bau ruht. Das teilte die Stadt mit."
    assert [said for _, said, *_ in found(text)] == ["Der Bau ruht."]


def test_text_without_paragraphs_is_read_to_the_end() -> None:
    text = "Ott sagte, es regne. Niemand kam. " * 200
    assert len([q for q in found(text) if q[0] == IND]) == 200

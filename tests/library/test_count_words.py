"""What people are told of the values that quotes are counted by."""

import pytest

from reader.library.count_words import shown_value
from reader.store.dimensions import DIMENSIONS


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that are told are told in another language, whatever is translated yet."""
    from reader.library import count_words

    turned = {
        by: {value: f"<{told}>" for value, told in values.items()}
        for by, values in count_words._VALUES.items()
    }
    monkeypatch.setattr(count_words, "_VALUES", turned)


def test_every_value_that_has_an_order_has_words(german: None) -> None:
    ordered = [(by, value) for by, one in DIMENSIONS.items() for value in one.order]
    assert ordered
    assert [pair for pair in ordered if not shown_value(*pair).startswith("<")] == []


@pytest.mark.parametrize("by", list(DIMENSIONS))
def test_what_has_no_value_is_told_as_in_english(by: str) -> None:
    assert shown_value(by, DIMENSIONS[by].nothing) == DIMENSIONS[by].nothing


def test_names_and_tags_stay_as_people_wrote_them(german: None) -> None:
    assert shown_value("source", "Direct") == "Direct"
    assert shown_value("outlet", "top") == "top"
    assert shown_value("field:gender", "f") == "f"


@pytest.mark.parametrize(
    ("by", "value", "told"),
    [
        ("language", "de", "German"),
        ("day", "2024-03-05", "2024-03-05"),
        ("week", "2024-W09", "2024-W09"),
        ("week", "no date", "no date"),
    ],
)
def test_languages_and_stretches_of_time_are_told_in_words(by: str, value: str, told: str) -> None:
    assert shown_value(by, value) == told

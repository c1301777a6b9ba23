"""Who speaks in Italian news, invented: whom roles and origins mean, names cut short, subjects left out."""

import pytest

from reader.quotes import detect


def speaker(text: str) -> str:
    """Who says the last quote of an Italian text."""
    return detect(text, "it", engine="rules")[-1].resolved_speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Neri ha vinto su Ugo Sala. L'aretina dice che il caldo pesa.", "Ada Neri"),
        ("Ada Neri ha vinto su Ugo Sala. L'aretino dice che il caldo pesa.", "L'aretino"),
    ],
)
def test_the_ending_of_an_origin_tells_whether_it_is_a_woman(text: str, name: str) -> None:
    assert speaker(text) == name

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
        ("Ada Neri ha vinto su Ugo Sala. L'aretino dice che il caldo pesa.", "Ugo Sala"),
    ],
)
def test_the_ending_of_an_origin_tells_whether_it_is_a_woman(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a name ends before where somebody belongs
        ("«Non firmiamo», avverte Loris Neri della Filca.", "Loris Neri"),
        ("«Non firmiamo», avverte Loris Neri di Confindustria.", "Loris Neri"),
        ("«Dipingo», dice Marco della Robbia.", "Marco della Robbia"),
        # given names that only Italian has
        ("Non c'era Damiano Sala. Sala dice che il caldo pesa.", "Damiano Sala"),
        ("Non c'era Pio Sala, né Vittoria Neri. Neri dice che il caldo pesa.", "Vittoria Neri"),
    ],
)
def test_a_name_is_known_and_ends_before_where_somebody_belongs(text: str, name: str) -> None:
    assert speaker(text) == name

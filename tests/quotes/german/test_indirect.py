"""Indirect quotes made of frames and attributions."""

import pytest

from tests.quotes.german.rules import IND, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Der Bau ruht. Das bestätigte die Stadt.", (IND, "Der Bau ruht. Das", "die Stadt", "bestätigte")),
        ("Ott fragt: Warum ruht der Bau?", (IND, "Warum ruht der Bau", "Ott", "fragt")),
        ("Ott findet, der Bau gehe voran.", (IND, "der Bau gehe voran", "Ott", "findet")),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]

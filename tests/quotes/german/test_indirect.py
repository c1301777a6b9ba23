"""Indirect quotes made of frames and attributions."""

import pytest

from tests.quotes.german.rules import IND, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Der Bau ruht. Das bestätigte die Stadt.", (IND, "Der Bau ruht. Das", "die Stadt", "bestätigte")),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]

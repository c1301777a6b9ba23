"""Cues: verbs of saying with their particles, participles and set words."""

import pytest

from tests.quotes.german.rules import IND, D, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Am Abend teilte die Bahn mit, dass nichts fährt.",
            (IND, "dass nichts fährt", "die Bahn", "teilte … mit"),
        ),
        (
            "Ott hat angekündigt, das Haus zu verkaufen.",
            (IND, "das Haus zu verkaufen", "Ott", "hat angekündigt"),
        ),
        ("Ott geht davon aus, dass es regnet.", (IND, "dass es regnet", "Ott", "geht davon aus")),
        ("Ott ist der Meinung, dass es reicht.", (IND, "dass es reicht", "Ott", "ist der Meinung")),
        ("Ott ließ mitteilen, dass er geht.", (IND, "dass er geht", "Ott", "ließ mitteilen")),
        ("Ott ließ offen, ob er geht.", (IND, "ob er geht", "Ott", "ließ offen")),
        ("Ott gab zu bedenken, dass es regnet.", (IND, "dass es regnet", "Ott", "gab … bedenken")),
        ("Ott wird mit den Worten zitiert: „Nie.“", (D, "„Nie.“", "Ott", "wird … zitiert")),
        (
            "In einer verbreiteten Erklärung gab Ott an, es reiche.",
            (IND, "es reiche", "Ott", "gab … an"),
        ),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]

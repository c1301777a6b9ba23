"""Indirect quotes made of frames and attributions."""

import pytest

from tests.quotes.german.rules import IND, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Der Bau ruht. Das bestätigte die Stadt.", (IND, "Der Bau ruht. Das", "die Stadt", "bestätigte")),
        ("Ott fragt: Warum ruht der Bau?", (IND, "Warum ruht der Bau", "Ott", "fragt")),
        ("Ott findet, der Bau gehe voran.", (IND, "der Bau gehe voran", "Ott", "findet")),
        (
            "Ob Gefahr drohe, wollte die Richterin wissen.",
            (IND, "Ob Gefahr drohe", "die Richterin", "wollte … wissen"),
        ),
        ("Ott ließ ausrichten, er komme später.", (IND, "er komme später", "Ott", "ließ ausrichten")),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]


def test_a_question_that_nobody_asks_is_no_quote() -> None:
    assert found("Ob das stimmt, sagte er nicht.") == []


def test_the_defence_speaks_and_not_what_it_demands() -> None:
    assert found("Die Verteidigung forderte Freispruch.")[0][2] == "Die Verteidigung"

"""Indirect quotes made of frames and attributions."""

import pytest

from reader.models import QuoteType
from reader.quotes import detect
from tests.quotes.german.rules import IND, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Der Bau ruht. Das bestätigte die Stadt.", (IND, "Der Bau ruht.", "die Stadt", "bestätigte")),
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


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    "before",
    ["", "Ole Kolb kam zu spät. ", "Ole Kolb stellte den Plan vor. "],
)
def test_what_stands_in_the_subjunctive_is_of_whom_the_next_sentence_names(before: str, engine: str) -> None:
    text = before + "Die Brücke sei alt. Der Bau sei zu teuer. Das sagte Ina Frey am Montag."
    quotes = [quote for quote in detect(text, "de", engine=engine) if quote.type != QuoteType.REPORTED]
    assert {quote.resolved_speaker for quote in quotes if quote.words(text).endswith("teuer.")} == {
        "Ina Frey"
    }
    assert not [quote for quote in quotes if quote.words(text).endswith("Das")]

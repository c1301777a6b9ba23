"""Speech acts that are told without their words."""

import pytest

from reader.models import QuoteType
from reader.quotes import detect
from tests.quotes.german.rules import R, found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Verein sprach von einer Zumutung.", "Der Verein"),  # assessment
        ("Der Verein kritisierte die Sperrung als voreilig.", "Der Verein"),
        ("Ott hält den Steg für gefährlich.", "Ott"),
        ("Der Rat bezifferte den Schaden auf drei Millionen Euro.", "Der Rat"),  # figure
        ("Ott verwies auf den Haushalt.", "Ott"),  # reference
        ("Der Sender berichtete von vier Verletzten.", "Der Sender"),  # report
        ("Der Verein verlangte eine Fähre.", "Der Verein"),  # demand
        ("Der Verband befürchtet einen Streik.", "Der Verband"),  # forecast
        ("Ott warf der Stadt Untätigkeit vor.", "Ott"),  # accusation
        ("Der Minister kündigte eine Prüfung an.", "Der Minister"),  # announcement
        ("Der Verband bemängelte die Kosten.", "Der Verband"),  # criticism
        ("Ott sprach sich für eine Fähre aus.", "Ott"),  # position
        ("Vom Verein wurde eine Fähre gefordert.", "Verein"),  # passive with who did it
    ],
)
def test_an_act_is_told_by_its_subject(text: str, speaker: str) -> None:
    assert found(text) == [(R, text, speaker, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Es wurde eine Fähre gefordert.",  # by nobody
        "Der Verein könnte eine Fähre fordern.",  # may come
        "Der Verein forderte keine Fähre.",  # was not done
        "Die Liste nennt sich unabhängig.",  # a name
        "Der Rat lehnte die Fähre ab.",  # told too seldom to be taken
    ],
)
def test_what_nobody_did_is_no_act(text: str) -> None:
    assert found(text) == []


def test_what_is_warned_of_hears_nothing() -> None:
    (quote,) = detect("Der Verein warnte vor dünnem Eis.", "de", engine="rules")
    assert quote.type == QuoteType.REPORTED
    assert quote.addressee == ()

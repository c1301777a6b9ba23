"""Whom somebody addresses: the object of verbs that demand and blame, the press that is spoken to."""

import pytest

from reader.quotes import detect


def _addressee(text: str, engine: str) -> list[str]:
    return [" … ".join(text[a:b] for a, b in q.addressee) for q in detect(text, "de", engine=engine)]


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Die Stadt forderte die Mieter auf, den Keller zu räumen.", "die Mieter"),
        ("Die Mieter wurden von der Stadt aufgefordert, den Keller zu räumen.", "Die Mieter"),
        ("Zudem wurde der Bund vom Verband aufgefordert, den Damm zu zahlen.", "der Bund"),
        ("Die Opposition wirft dem Minister vor, er habe zu spät gehandelt.", "dem Minister"),
        ("Ihm wird vorgeworfen, Akten vernichtet zu haben.", "Ihm"),
        (
            "Dem Chef, einem Juristen, wird vorgeworfen, Akten vernichtet zu haben.",
            "Dem Chef, einem Juristen",
        ),
        ("Die Ministerin rief den Bund auf, den Damm zu bezahlen.", "den Bund"),
        ("„Wir bleiben“, sagte Ida Ott in einem Interview mit der Seepost.", "der Seepost"),
        ("Ida Ott sagte Reportern, dass der Damm halte.", "Reportern"),
    ],
)
def test_who_is_addressed(text: str, addressee: str, engine: str) -> None:
    assert _addressee(text, engine) == [addressee]


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt warnte vor weiteren möglichen Bränden und sagte, das Wetter bleibe trocken.",
        "Die Ministerin empfahl den Umstieg und sagte, er sei billig.",
        "„Wir bleiben“, sagte Ida Ott zur Lage am Damm.",
        "Ida Ott sagte nach einem Gespräch am Montag, der Damm halte.",
    ],
)
def test_nobody_is_addressed(text: str, engine: str) -> None:
    assert not any(_addressee(text, engine))


def test_a_told_act_and_an_appeal_are_addressed_to_somebody() -> None:
    assert _addressee("Die Opposition wirft dem Minister Untätigkeit vor.", "rules") == ["dem Minister"]
    assert _addressee("Die Stadt forderte die Bahn zu Gesprächen auf.", "rules") == ["die Bahn"]
    text = "An den Bund appellierte sie, den Damm zu bezahlen."
    assert _addressee(text, "rules") == ["den Bund"]

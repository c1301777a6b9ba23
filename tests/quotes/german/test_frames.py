"""Clauses that frame what is said: before, behind and inside it."""

import pytest

from reader.quotes import detect
from tests.quotes.german.rules import IND, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Die Chefin sagte, dass der Umbau läuft.", (IND, "dass der Umbau läuft", "Die Chefin", "sagte")),
        ("Die Chefin sagte, der Umbau laufe gut.", (IND, "der Umbau laufe gut", "Die Chefin", "sagte")),
        ("Der Umbau laufe gut, sagte die Chefin.", (IND, "Der Umbau laufe gut", "die Chefin", "sagte")),
        ("Es regne, sagte, wie so oft, die Chefin.", (IND, "Es regne", "die Chefin", "sagte")),
        ("Die Chefin fragte, nachdem er ging, wer es war.", (IND, "wer es war", "Die Chefin", "fragte")),
        ("Ott fragte, ob das Geld reiche.", (IND, "ob das Geld reiche", "Ott", "fragte")),
        (
            "Früher, erzählt Ida Ott, sei alles anders gewesen.",
            (IND, "Früher … sei alles anders gewesen", "Ida Ott", "erzählt"),
        ),
        (
            "Das sei viel, räumte Ott ein, doch man müsse bauen.",
            (IND, "Das sei viel … doch man müsse bauen", "Ott", "räumte … ein"),
        ),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]


def test_what_somebody_asks_himself_may_stand_first() -> None:
    text = "Wie lange sie das noch macht, fragt sich die Wirtin oft."
    assert found(text) == [(IND, "Wie lange sie das noch macht", "die Wirtin", "fragt")]
    assert found("Wie lange das noch geht, erklärt die Wirtin am Montag.") == []


def test_what_stands_before_a_semicolon_in_the_indicative_is_not_said() -> None:
    text = "Die Trainerin ist krank; sie komme aber am Montag, hieß es."
    assert found(text)[0][1] == "sie komme aber am Montag"
    text = "Die Trainerin sei krank; sie komme aber am Montag, hieß es."
    assert found(text)[0][1] == "Die Trainerin sei krank; sie komme aber am Montag"


def test_an_account_speaks() -> None:
    text = "@kita_nord schrieb: „Danke an alle, die geholfen haben.“"
    assert found(text)[0][2] == "@kita_nord"


@pytest.mark.parametrize("text", ["Es regnet,Ott sagt", "raet,SO sagt", "Es regnet, sagt"])
def test_a_text_may_end_with_a_verb_of_saying(text: str) -> None:
    assert all(quote.spans[-1].end <= len(text) for quote in detect(text, "de", engine="rules"))

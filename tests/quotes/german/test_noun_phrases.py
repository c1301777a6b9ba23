"""Noun phrases with their appositions and genitives."""

import pytest

from reader.quotes import detect
from reader.quotes.german.noun_phrases import noun_phrase, with_apposition
from reader.quotes.german.parse import parse
from reader.quotes.text.analysis import analyse
from tests.quotes.german.rules import IND, found


def test_frame_with_apposition() -> None:
    text = "Der Trainer, Karl Ott, sagte am Dienstag, er höre auf."
    assert found(text) == [(IND, "er höre auf", "Der Trainer, Karl Ott", "sagte")]


@pytest.mark.parametrize("outlet", ["der „Neuen Presse“ (Montag)", "der dpa", "der Rundschau"])
def test_outlet_is_spoken_to_and_does_not_speak(outlet: str) -> None:
    text = f"„Es regnet oft“, sagte Ida Lachmann {outlet}."
    assert found(text)[0][2] == "Ida Lachmann"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Da kam der sehr alte graue Rat.", "der sehr alte graue Rat"),
        ("Dann sah die Zeitung „Neue Presse“ rot.", "die Zeitung „Neue Presse“"),
        ("Da kam die reiche Frau.", "die reiche Frau"),
        ("Dann kam Anna Berg aus Bonn.", "Anna Berg"),
        ("Da kam Anna Berg von der Union.", "Anna Berg von der Union"),
        ("Da galten Angaben aus Bonn.", "Angaben aus Bonn"),
        ("Da brannte der Bauernhof in Werne.", "der Bauernhof in Werne"),
        ("Da sah der Bauer in einer Stadt rot.", "der Bauer"),
        ("Da kam der Rat am Montag.", "der Rat"),
        ("Da sagte Ott der angesehenen Rundschau nichts.", "Ott"),
        ("Da kam die Chefin der Rundschau.", "die Chefin der Rundschau"),
        ("Da sagte Ott, dieser alte Fuchs, nichts.", "Ott, dieser alte Fuchs"),
        ("Da sagte Ott, er gehe.", "Ott"),
    ],
)
def test_ends_of_phrases(text: str, phrase: str) -> None:
    parsed = parse(analyse(text, "de"))
    first, end = 2, len(parsed.words) - 1
    found = noun_phrase(parsed, first, end)
    assert found
    assert parsed.text(with_apposition(parsed, found, end)) == phrase


def test_a_text_may_end_behind_an_article_and_a_preposition() -> None:
    assert [quote.resolved_speaker for quote in detect("DER Nach ANGABE", "de", engine="rules")] == ["ANGABE"]

"""Words quoted beside a verb that calls or judges something."""

import pytest

from reader.quotes import detect
from tests.quotes.german.rules import IND, D, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Sie nannte den Plan „völlig verfehlt“.", (D, "„völlig verfehlt“", "Sie", "nannte")),
        (
            "Der Verein wertet das als „klaren Verstoß“.",
            (D, "„klaren Verstoß“", "Der Verein", "wertet … als"),
        ),
        ("Ott nannte den Film „ein kleines Wunder“.", (D, "„ein kleines Wunder“", "Ott", "nannte")),
        (
            "Der Dienst stufte das Eis als „sehr dünn“ ein.",
            (D, "„sehr dünn“", "Der Dienst", "stufte … als … ein"),
        ),
        ("Ott kennt die Leute, die das als „Irrsinn“ werten.", (D, "„Irrsinn“", "die", "als … werten")),
        ("Ott witterte „Verrat am Wähler“.", (D, "„Verrat am Wähler“", "Ott", "witterte")),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Das Motto des Fests lautet „Grenzen überwinden“.",
        "„Gewalt gegen Kinder“, so lautet der Titel einer Studie.",
        "Ott räumte das als „Dschungel von Ulm“ bekannte Lager.",
        "Ott war in der Sendung „nah und fern“ zu sehen.",
        "Die Bande nennt sich „Elstern“.",
        "Was man „Sonnenwind“ nennt, ist Plasma.",
    ],
)
def test_no_quote(text: str) -> None:
    assert found(text) == []


def test_fragment_lies_nested_in_the_indirect_quote_with_its_frame() -> None:
    text = "Ott sagte, der Plan sei „ein schlechter Witz“."
    outer, inner = detect(text, "de", engine="rules")
    assert (outer.type, inner.type, inner.nested) == (IND, D, True)
    assert inner.frame == outer.frame
    assert inner.speaker == outer.speaker


def test_words_of_a_second_subject_without_a_verb_are_its_own() -> None:
    text = "Die Mitte spricht von Stückwerk, die Union von einem „Tropfen auf den heißen Stein“."
    assert [q[:3] for q in found(text)] == [(D, "„Tropfen auf den heißen Stein“", "die Union")]

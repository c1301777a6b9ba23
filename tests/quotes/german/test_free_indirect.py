"""Quotes without a frame of their own, and speech acts that are told."""

import pytest

from tests.quotes.german.rules import C, F, R, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Der Verband forderte mehr Geld.", (R, "Der Verband forderte mehr Geld.", "Der Verband", "")),
        ("Er soll drei Häuser gekauft haben.", (F, "Er soll drei Häuser gekauft haben.", "", "")),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke soll im Mai fertig werden.",
    ],
)
def test_no_quote(text: str) -> None:
    assert found(text) == []


def test_subjunctive_goes_on_with_the_speaker_before() -> None:
    text = "Ott sagte, es regne. Er bleibe zu Hause. Das sei besser so. Dann ging er."
    quotes = found(text)
    assert quotes[1][:3] == (C, "Er bleibe zu Hause. Das sei besser so.", "Ott")
    assert len(quotes) == 2


def test_subjunctive_behind_a_speech_act_that_is_told_has_its_subject_as_speaker() -> None:
    text = "„Das ist falsch“, sagte Ida Ott. Kurt Bohm wies das zurück. Man habe genug getan."
    assert found(text)[-1][:3] == (C, "Man habe genug getan.", "Kurt Bohm")

"""Who speaks in French news, where agencies and dailies set something between verb and speaker."""

import pytest

from reader.quotes import detect


def said(text: str) -> list[tuple[str, str]]:
    """What each quote says, and the name of who says it."""
    quotes = detect(text, "fr", engine="rules")
    return [(text[quote.spans[0].start : quote.spans[-1].end], quote.speaker_name(text)) for quote in quotes]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« La route rouvre », a dénoncé auprès de l'AFP Luc Morand, élu du port.", "Luc Morand"),
        ("« La route rouvre », a dénoncé devant la presse Luc Morand, élu du port.", "Luc Morand"),
        ("« La route rouvre », a expliqué à Ouest-France Luc Morand.", "Luc Morand"),
        ("« La route rouvre », a confié au Parisien la mère du garçon.", "la mère du garçon"),
        (
            "« La route rouvre », réagit-on à l'Union bretonne des pêcheries.",
            "l'Union bretonne des pêcheries",
        ),
    ],
)
def test_whoever_is_told_stands_before_who_speaks(text: str, name: str) -> None:
    assert said(text) == [("« La route rouvre »", name)]


@pytest.mark.parametrize(
    "frame",
    [
        "Luc Morand a pour sa part estimé",
        "Luc Morand a de son côté fait savoir",
        "Luc Morand a, de son côté, indiqué",
        "Luc Morand a quant à lui assuré",
        "Luc Morand a dans un premier temps affirmé",
    ],
)
def test_a_phrase_parts_the_auxiliary_from_its_participle(frame: str) -> None:
    text = f"{frame} que la route rouvrirait lundi."
    assert said(text) == [("que la route rouvrirait lundi", "Luc Morand")]


def test_a_phrase_parts_the_verb_of_a_tag() -> None:
    assert said("« La route rouvre », a pour sa part estimé Luc Morand.") == [
        ("« La route rouvre »", "Luc Morand")
    ]

"""One to three words in marks: judgements and answers are quoted, names with a number or letter are not."""

import pytest

from reader.quotes import detect


def spoken(text: str) -> list[tuple[str, str]]:
    """Words in marks that the rules take for speech, each with whoever says them."""
    return [
        (text[quote.spans[0][0] : quote.spans[-1][1]], " ".join(text[a:b] for a, b in quote.speaker))
        for quote in detect(text, "de", engine="rules")
        if quote.type == "Direct"
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Ott nennt den Plan „Unsinn“.", "„Unsinn“", "Ott"),
        ("Der Plan sei „Unsinn“, sagte Ott.", "„Unsinn“", "Ott"),
        ("Ott sagte dazu nur „Nein“.", "„Nein“", "Ott"),
        ("„Unverantwortlich“ nannte Eva Ott den Plan.", "„Unverantwortlich“", "Eva Ott"),
        ("Ott nannte das „Flickwerk“.", "„Flickwerk“", "Ott"),
        ("Die Lehrerin warf der Stadt „Wortbruch“ vor.", "„Wortbruch“", "Die Lehrerin"),
        ("Für Ministerin Kolb ist der Steg „ein Witz“.", "„ein Witz“", "Ministerin Kolb"),
        ("Für die Lehrerin war die Lage am Ufer „alarmierend“.", "„alarmierend“", "die Lehrerin"),
    ],
)
def test_a_judgement_or_an_answer_is_quoted(text: str, words: str, speaker: str) -> None:
    assert spoken(text) == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Ott nennt sein Boot „Seeadler“.",
        "Ott fordert eine Rücknahme von „Steg II“.",
        "Ott sprach von einem „Plan B“.",
        "„Seeadler“ nannte Eva Ott ihr Boot.",
        "Ott nannte das „Seeadler“ ein Haus.",
        "Für den Abend ist „Nebel“ geplant.",
        "Für den Steg ist „Holz“ vorgesehen.",
    ],
)
def test_a_name_is_not(text: str) -> None:
    assert spoken(text) == []

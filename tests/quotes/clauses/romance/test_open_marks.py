"""Speech whose closing mark is missing, in invented sentences."""

import pytest

from tests.quotes.clauses.romance.test_spanish import said


@pytest.mark.parametrize(
    ("text", "code", "words", "speaker"),
    [
        ('"Oggi", disse Ana Ruta, "parto per il mare.', "it", '"parto per il mare', "Ana Ruta"),
        ("Le maire répond : « Bien sûr que non.", "fr", "« Bien sûr que non", "Le maire"),
        (
            'Commenta Ugo Bruni, Lega, vicesindaco di Arzago e grande esperto di dighe: "il muro cede.',
            "it",
            '"il muro cede',
            "Ugo Bruni, Lega",
        ),
        ('"Hoy", dijo Ana Gil, "salgo hacia el río.', "es", '"salgo hacia el río', "Ana Gil"),
    ],
)
def test_speech_without_its_closing_mark_ends_with_the_sentence(
    text: str, code: str, words: str, speaker: str
) -> None:
    assert ("Direct", words, speaker) in said(text, code)


def test_an_open_mark_that_nothing_leads_up_to_opens_nothing() -> None:
    assert said("La rue « des Lices est fermée depuis hier.", "fr") == []

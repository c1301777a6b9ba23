"""Who speaks in news of Spain, Portugal and Latin America, invented: names, roles and what goes on."""

import pytest

from reader.quotes import detect


def speakers(language: str, text: str) -> list[str]:
    """Who says the quotes of a text, in order."""
    return [quote.resolved_speaker for quote in detect(text, language, engine="rules")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "es",
            "Más duro fue Aarón Pascasio. El portero, que paró dos, dijo que no durmió.",
            "Aarón Pascasio",
        ),
        ("pt", "Vitor Rasteiro ficou calado. O treinador disse que não dormiu.", "Vitor Rasteiro"),
    ],
)
def test_a_given_name_of_the_language_begins_a_full_name(language: str, text: str, name: str) -> None:
    assert speakers(language, text) == [name]


def test_a_name_of_one_language_is_none_in_another() -> None:
    assert "Rasteiro" not in speakers("de", "Vitor Rasteiro schwieg. „Nein, ich war nicht da“, sagte er.")

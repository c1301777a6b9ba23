"""A pronoun behind a noun that speaks means that noun, not the person named before."""

import pytest

from reader.quotes import detect


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "fr",
            "« Nous irons », explique Jeanne Morel. La direction se tait. Elle affirme que rien ne manque.",
            "La direction",
        ),
        (
            "es",
            "«Iremos», dijo Ana Robledo. La empresa lo rechaza. Ella afirma que la carta no llegó.",
            "La empresa",
        ),
        (
            "fr",
            "« Nous irons », explique Jeanne Morel. Le conseil se tait. Elle affirme que rien ne manque.",
            "Jeanne Morel",
        ),
        (
            "fr",
            "La ministre Jeanne Morel est venue. Elle affirme que rien ne manque.",
            "Jeanne Morel",
        ),
    ],
)
def test_whom_a_pronoun_means(language: str, text: str, speaker: str) -> None:
    assert detect(text, language)[-1].resolved_speaker == speaker

"""Family names that are small words elsewhere, and those behind a lone "zu"."""

import pytest

from reader.quotes import detect


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Oppositionsführerin Sabine Kurz der Nordpost", "Oppositionsführerin Sabine Kurz"),
        ("Xaver Kurz", "Xaver Kurz"),
        ("Karl-Theodor zu Guttenfels", "Karl-Theodor zu Guttenfels"),
        ("Dr. Marlene Graf zu Hohenfels der dpa", "Dr. Marlene Graf zu Hohenfels"),
        ("Eva zu Paul", "Eva"),
    ],
)
def test_a_speaker_is_named_whole(engine: str, behind: str, speaker: str) -> None:
    text = f"Der Rat der Stadt hat am Montag lange beraten. „Wir zahlen nicht“, sagte {behind}."
    (quote,) = [quote for quote in detect(text, "de", engine=engine) if text[quote.start] == "„"]
    assert [text[start:end] for start, end in quote.speaker] == [speaker]

"""Speech behind a label: interviews, records, headlines."""

import pytest

from tests.quotes.german.rules import D, found


@pytest.mark.parametrize(
    "text",
    [
        "Berlin: Zwei Tote",
    ],
)
def test_no_quote(text: str) -> None:
    assert found(text) == []


def test_headline_with_a_speaker() -> None:
    assert found("Merkel: Wir schaffen das") == [(D, "Wir schaffen das", "Merkel", "")]


def test_speakers_of_a_record_with_their_party() -> None:
    text = "Präsident Kurt Ott: Das Wort hat Ida.\n\nIda Bohm (Mitte): Danke.\n\nPräsident Kurt Ott: Bitte."
    assert [q[:3] for q in found(text)] == [
        (D, "Das Wort hat Ida.", "Präsident Kurt Ott"),
        (D, "Danke.", "Ida Bohm (Mitte)"),
        (D, "Bitte.", "Präsident Kurt Ott"),
    ]


def test_answers_of_an_interview() -> None:
    text = "Frage: Wie war es?\nOtt: Gut. Ich komme wieder.\n\nFrage: Wann?\nOtt: Bald."
    assert [q[1:3] for q in found(text)] == [("Gut. Ich komme wieder.", "Ott"), ("Bald.", "Ott")]

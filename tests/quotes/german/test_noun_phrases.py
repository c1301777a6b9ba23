"""Noun phrases with their appositions and genitives."""

import pytest

from tests.quotes.german.rules import IND, found


def test_frame_with_apposition() -> None:
    text = "Der Trainer, Karl Ott, sagte am Dienstag, er höre auf."
    assert found(text) == [(IND, "er höre auf", "Der Trainer, Karl Ott", "sagte")]


@pytest.mark.parametrize("outlet", ["der „Neuen Presse“ (Montag)", "der dpa", "der Rundschau"])
def test_outlet_is_spoken_to_and_does_not_speak(outlet: str) -> None:
    text = f"„Es regnet oft“, sagte Ida Lachmann {outlet}."
    assert found(text)[0][2] == "Ida Lachmann"

"""Rumour is told by nobody, but goes on with a quote right before it."""

import pytest

from reader.models import QuoteType, SpeakerBasis
from reader.quotes import detect

RUMOUR = "Der Kassierer soll davon gewusst haben."
FRONT = "Der Steg sei sicher, sagte die Sprecherin Eva Lang.\n\n"


@pytest.mark.parametrize("engine", ["rules", "learned"])
def test_a_rumour_far_from_any_quote_is_hearsay_of_nobody(engine: str) -> None:
    text = f"{FRONT}Der Fluss stieg in der Nacht weiter an. {RUMOUR}"
    rumour = detect(text, "de", engine=engine)[-1]
    assert (rumour.type, rumour.words(text)) == (QuoteType.FREE_INDIRECT, RUMOUR)
    assert (rumour.speaker, rumour.resolved_speaker) == ((), "")
    assert rumour.speaker_basis == SpeakerBasis.HEARSAY
    assert rumour.is_hearsay


def test_right_behind_a_quote_its_speaker_goes_on() -> None:
    text = f"Eva Lang sagte, der Steg sei sicher. {RUMOUR}"
    rumour = detect(text, "de", engine="rules")[-1]
    assert rumour.words(text) == RUMOUR
    assert rumour.resolved_speaker == "Eva Lang"
    assert not rumour.is_hearsay


def test_a_plan_is_no_rumour() -> None:
    text = "Der Fluss stieg an. Der Steg soll bis Mai fertig sein."
    assert detect(text, "de", engine="rules") == ()

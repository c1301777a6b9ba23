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


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    "text",
    [
        "Gerüchten zufolge ist der Trainer weg. Er sei krank.",
        "Dem Vernehmen nach ist der Trainer weg.",
        "In der Stadt heißt es, der Trainer sei weg.",
    ],
)
def test_what_rumour_tells_is_said_by_nobody(text: str, engine: str) -> None:
    found = detect(text, "de", engine=engine)
    assert found
    assert {(quote.speaker, quote.speaker_basis) for quote in found} == {((), SpeakerBasis.HEARSAY)}


def test_a_party_that_talks_is_a_source() -> None:
    (quote,) = detect("In der Partei heißt es, der Trainer sei weg.", "de")
    assert quote.speaker

"""What a speaker rests on: a name beside the quote, a pronoun, or only what stands before."""

import pytest

from reader.models import SpeakerBasis
from reader.quotes import detect

_NAMED, _PRONOUN = SpeakerBasis.NAMED, SpeakerBasis.PRONOUN
_CONTINUED, _CARRIED = SpeakerBasis.CONTINUED, SpeakerBasis.CARRIED


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("„Wir bauen weiter“, sagte die Bürgermeisterin Jana Kolb am Montag.", [_NAMED]),
        ("Jana Kolb kam am Montag an. „Wir bauen weiter“, sagte sie.", [_PRONOUN]),
        ("Jana Kolb sagte, sie baue weiter. Die Kosten seien gedeckt.", [_NAMED, _CONTINUED]),
        ("„Wir bauen weiter“, sagte Jana Kolb. „Die Kosten sind gedeckt.“", [_NAMED, _CARRIED]),
        ("„Wir bauen weiter“, sagte Jana Kolb.\n\n„Die Kosten sind jetzt gedeckt.“", [_NAMED, _CARRIED]),
        ("Jana Kolb kündigte an: „Wir bauen weiter.“", [_NAMED]),
        ("„Wir bauen weiter“, sagte Jana Kolb, „denn die Kosten sind gedeckt.“", [_NAMED]),
    ],
)
def test_german(text: str, bases: list[SpeakerBasis], engine: str) -> None:
    assert [quote.speaker_basis for quote in detect(text, "de", engine=engine)] == bases


@pytest.mark.parametrize(
    ("language", "text", "bases"),
    [
        ("en", "“We will build,” said the mayor, Ann Lee, on Monday.", [_NAMED]),
        ("en", "Mayor Ann Lee arrived. “We will build,” she said.", [_PRONOUN]),
        ("en", "“We will build,” said Ann Lee. “The money is there.”", [_NAMED, _CARRIED]),
        ("en", "“We will build,” said Ann Lee.\n\n“The money is there for all of it.”", [_NAMED, _CARRIED]),
        ("fr", "« Nous allons construire », a déclaré Jeanne Morel.", [_NAMED]),
        ("fr", "Jeanne Morel est arrivée. « Nous allons construire », dit-elle.", [_PRONOUN]),
    ],
)
def test_other_languages(language: str, text: str, bases: list[SpeakerBasis]) -> None:
    assert [quote.speaker_basis for quote in detect(text, language)] == bases


def test_a_speaker_carried_over_is_less_sure_than_one_who_is_named() -> None:
    named, carried = detect("„Wir bauen weiter“, sagte Jana Kolb. „Die Kosten sind gedeckt.“", "de")
    assert carried.resolved_speaker == named.resolved_speaker == "Jana Kolb"
    assert carried.speaker_confidence < 0.8 < named.speaker_confidence


def test_a_word_that_points_back_names_nobody() -> None:
    (quote,) = detect("Demnach ist der Bau sicher.", "de")
    assert quote.name_read("Demnach ist der Bau sicher.") == ""


def test_without_a_speaker_there_is_no_basis() -> None:
    (quote,) = detect("„Wir haben hier sehr lange auf euch gewartet.“", "de")
    assert (quote.speaker_basis, quote.speaker_confidence) == (SpeakerBasis.NONE, 0.0)


def test_words_in_marks_inside_a_quote_rest_on_what_it_rests_on() -> None:
    text = (
        "Man habe gesprochen, sagte Jana Kolb. Dabei sei es um den „Kampf gegen die hohen Mieten“ gegangen."
    )
    by_words = {text[q.start : q.end]: q.speaker_basis for q in detect(text, "de")}
    inside = next(basis for words, basis in by_words.items() if words.startswith("„Kampf"))
    around = next(basis for words, basis in by_words.items() if words.startswith("Dabei"))
    assert inside is around is SpeakerBasis.CONTINUED

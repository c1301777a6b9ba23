"""Dutch sentences as newsrooms write them: what is said in them, and by whom."""

import pytest

from reader.quotes import detect


def said(text: str) -> list[tuple[str, str]]:
    """Each quote of a text with the name of its speaker."""
    return [(one.words(text), one.speaker_name(text)) for one in detect(text, "nl", engine="rules")]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        # somebody accused says nothing, and somebody who does not deny something grants it
        ("De man wordt ervan verdacht dat hij hout stal.", "dat hij hout stal", ""),
        ("Anja Pol ontkende niet dat zij hout stal.", "dat zij hout stal", "Anja Pol"),
        # a wish
        (
            "Anja Pol had liever gezien dat de brug open bleef.",
            "dat de brug open bleef",
            "Anja Pol",
        ),
        # two main clauses behind one source
        (
            "Volgens Anja Pol is er zout genoeg, maar spoelt de regen het weg.",
            "is er zout genoeg, maar spoelt de regen het weg",
            "Anja Pol",
        ),
    ],
)
def test_what_is_said_and_by_whom(text: str, content: str, speaker: str) -> None:
    assert said(text) == [(content, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Anja Pol noemde dat plan eerder “onhandig en duur”.",
        "Dat de brug dicht blijft, noemde Anja Pol “onhandig en duur”.",
    ],
)
def test_what_is_called_something_is_not_said_itself(text: str) -> None:
    assert said(text) == [("“onhandig en duur”", "Anja Pol")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Wij gaan niet”, zegt Pol aan De Morgen.", "Pol"),
        ("“Wij gaan niet”, zegt Pol aan Bruzz.", "Pol"),
        ("Commissaris van de Koning Anja Pol belt: “Blijf vooral thuis vandaag.”", "Anja Pol"),
        ("Luc Smit groeide op in Ee. Zijn vader was, herinnert hij zich, geen boer.", "Luc Smit"),
        (
            "Zijn uitgever, Mizzi van der Aa van uitgeverij Linde, lacht. “Hij kon wachten”, zegt ze.",
            "Mizzi van der Aa",
        ),
        ("Luc Smit zweeg. Die laatste repliceerde dat het laat was.", "Luc Smit"),
        (
            "De NS spreekt van “een groot misverstand”. “Er is niets afgesproken”, aldus de vervoerder.",
            "De NS",
        ),
    ],
)
def test_who_speaks_is_found_by_the_name_in_the_article(text: str, speaker: str) -> None:
    assert said(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        # a wish with "er", a noun that is also the form of a verb, a pronoun before an article
        ("Haar partij wil dat er een brug komt.", "dat er een brug komt", "Haar partij"),
        ("Anja Pol liet weten geen reden te zien.", "geen reden te zien", "Anja Pol"),
        # whom somebody named tells something
        ("Minister Anja Pol meldde de raad dinsdag dat het kan.", "dat het kan", "Anja Pol"),
    ],
)
def test_what_somebody_tells_or_wants(text: str, content: str, speaker: str) -> None:
    assert said(text) == [(content, speaker)]


def test_a_pronoun_before_an_article_is_a_source() -> None:
    text = "Anja Pol zweeg. Dat de brug dicht ging, was volgens haar een fout van de bond."
    assert said(text)[-1][1] == "Anja Pol"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Luc Smit lacht. Jeanette, de zus van Smit, is bang. “Ik durf niet weg”, zegt ze.", "Jeanette"),
        ("Anja Pol won. “We gingen hard”, aldus de Ierse.", "Anja Pol"),
    ],
)
def test_who_is_told_by_kin_or_origin(text: str, speaker: str) -> None:
    assert said(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Luc Smit zwijgt. “Geen cent”, bromt die laatste, Roelof Pol.", "Roelof Pol"),
        (
            "Voorzitter Ruud van der Sander van het Linnen Museum lacht. “Geen cent”, zegt hij.",
            "Ruud van der Sander",
        ),
    ],
)
def test_names_stand_behind_a_pronoun_and_before_a_house(text: str, speaker: str) -> None:
    assert said(text)[-1][1] == speaker

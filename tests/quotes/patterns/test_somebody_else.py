"""A name within a phrase that tells of somebody else is not who speaks."""

import pytest

from reader.models import QuoteType
from reader.quotes import detect


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", 'Tom Hale is mayor. "He is angry," a friend of Hale said.', "a friend of Hale"),
        ("en", 'Tom Hale is mayor. "No," insisted those around Hale.', "those around Hale"),
        ("en", 'Tom Ives is mayor. "He lied," said critics of Tom Ives.', "critics of Tom Ives"),
        ("en", '"We miss her," said the mother of singer Ann Lee.', "the mother of singer Ann Lee"),
        ("en", 'Tom Ives is mayor. "Never," said Ives\' lawyer.', "Ives' lawyer"),
        (
            "en",
            "Tom Ives is mayor. “Never,” said Tom Ives’ long-time spokesman.",
            "Tom Ives’ long-time spokesman",
        ),
        ("fr", "Alain Duval est maire. « Il part », dit un ami de Duval.", "un ami de Duval"),
        ("fr", "Alain Duval est maire. « Oui », dit la mère de M. Duval.", "la mère de M. Duval"),
        ("fr", "« Il part », dit un proche d'Alain Duval.", "un proche d'Alain Duval"),
        ("es", "Pablo Reyes es alcalde. «Se va», dice un amigo de Reyes.", "un amigo de Reyes"),
        ("it", "«Sì», ha detto il portavoce di Paolo Neri.", "il portavoce di Paolo Neri"),
        ("it", "«Sì», dicono persone vicine a Paolo Neri.", "persone vicine a Paolo Neri"),
        ("nl", 'Tom Bakker is minister. "Nee", zegt de advocaat van Bakker.', "de advocaat van Bakker"),
    ],
)
def test_a_name_that_hangs_on_another_speaker_is_not_the_speaker(language: str, text: str, name: str) -> None:
    (quote,) = [quote for quote in detect(text, language) if quote.type == QuoteType.DIRECT]
    assert quote.resolved_speaker == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", '"Never," said minister of health Ann Lee.', "Ann Lee"),
        ("en", '"Never," said Manon de la Cour. "No," said de la Cour.', "Manon de la Cour"),
        ("en", '"Never," said Mayor of London Ann Lee.', "Ann Lee"),
        ("nl", '"Nee", zei Karin van Dijk. "Ja", zei Van Dijk.', "Karin van Dijk"),
        ("fr", "« Non », a dit le ministre de la Culture Jean Roy.", "Jean Roy"),
    ],
)
def test_a_role_or_particle_before_a_name_leaves_it_the_speaker(language: str, text: str, name: str) -> None:
    spoken = [quote for quote in detect(text, language) if quote.type == QuoteType.DIRECT]
    assert {quote.resolved_speaker for quote in spoken} == {name}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In an interview with Le Monde, Dana Fox said she would run.", "she would run"),
        ("At a press conference on Monday, the mayor told reporters he would resign.", "he would resign"),
        ("Speaking after the match, manager Kai Orr said they deserved more.", "they deserved more"),
        ("Earlier this week, Bill Orr said it was over.", "it was over"),
        ("Asked about the deal, Bill Orr said it was dead.", "it was dead"),
        ("The plan is dead, Bill Orr said on Monday.", "The plan is dead"),
    ],
)
def test_what_leads_up_to_a_statement_is_no_part_of_it(text: str, said: str) -> None:
    (quote,) = detect(text, "en")
    assert quote.words(text) == said


@pytest.mark.parametrize(
    "text",
    ["Despite the rain on the hill, the mayor said.", "After the vote in the town hall, a spokesman said."],
)
def test_an_adverbial_before_an_attribution_alone_is_no_statement(text: str) -> None:
    assert detect(text, "en") == ()


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("nl", 'In gesprek met de NOS zei Bram Oort: "Het klopt gewoon niet."', "Bram Oort"),
        ("nl", "In De Telegraaf zegt minister Jan Bakker dat hij blijft.", "minister Jan Bakker"),
        ("nl", 'Op X schreef Geert Pot: "Dit is een grote schande."', "Geert Pot"),
        ("nl", 'Namens de familie zei Piet Kool: "We zijn helemaal kapot."', "Piet Kool"),
        ("nl", "Uit een rapport blijkt dat de dijk te laag is.", "een rapport"),
        ("es", "Ante el juez dijo Juan Mozo: «Lo siento de veras».", "Juan Mozo"),
        ("es", "En X escribió el ministro: «Es una gran vergüenza».", "el ministro"),
        ("es", "En Madrid el ministro dijo que no habrá obras.", "el ministro"),
        ("it", "Davanti al giudice ha detto l'imputato: «Mi dispiace molto».", "l'imputato"),
        ("it", "Su X ha scritto Matteo Neri: «Che grande vergogna».", "Matteo Neri"),
    ],
)
def test_the_subject_stands_behind_the_verb_where_a_phrase_leads_up_to_it(
    language: str, text: str, speaker: str
) -> None:
    (quote,) = detect(text, language)
    assert [text[start:end] for start, end in quote.speaker] == [speaker]
    assert quote.addressee == ()

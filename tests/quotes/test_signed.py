"""Pull quotes signed with a dash: who signs speaks, and nobody of the sentence before."""

import pytest

from reader.models import SpeakerBasis
from reader.quotes import detect


@pytest.mark.parametrize(
    ("language", "before", "quote", "signature", "name"),
    [
        (
            "en",
            "A spokesman said it was sorry.",
            '> "We have frozen since March"',
            " — Ellie Marsh, 29, Harbour Road",
            "Ellie Marsh",
        ),
        (
            "en",
            "A spokesman said it was sorry.",
            "“We have frozen since March.”",
            "\n— Ellie Marsh",
            "Ellie Marsh",
        ),
        (
            "de",
            "Ein Sprecher bedauerte das.",
            "„Wir frieren seit März.“",
            " – Jana Kolb, Mieterin",
            "Jana Kolb",
        ),
        (
            "de",
            "Ein Sprecher bedauerte das.",
            "„Wir frieren seit März.“",
            "\n\n– Jana Kolb, 29, Mieterin",
            "Jana Kolb",
        ),
        ("de", "Ein Sprecher sah Jana Kolb.", "„Wir frieren seit März.“", " - Kolb", "Jana Kolb"),
        (
            "fr",
            "Un porte-parole a regretté.",
            "« Nous avons froid. »",
            " — Anne Colbe, locataire",
            "Anne Colbe",
        ),
        (
            "es",
            "Un portavoz lo lamentó.",
            "«Tenemos frío desde marzo».",
            " — Rosa Vidal, vecina",
            "Rosa Vidal",
        ),
        (
            "nl",
            "Een woordvoerder betreurde het.",
            "“We hebben het koud.”",
            " – Piet van 't Hof, huurder",
            "Piet van 't Hof",
        ),
        ("it", "Un portavoce.", "«Abbiamo freddo da marzo.»", " – Rosa Vidali, inquilina", "Rosa Vidali"),
    ],
)
def test_who_signs_speaks(language: str, before: str, quote: str, signature: str, name: str) -> None:
    text = f"{before}\n\n{quote}{signature}\n\n{before}"
    found = next(one for one in detect(text, language) if one.words(text) == quote.removeprefix("> "))
    assert (found.resolved_speaker, found.speaker_basis) == (name, SpeakerBasis.NAMED)


@pytest.mark.parametrize(
    "text",
    [
        "„Wir frieren“ – Kolb lachte, als sie das sagte.",
        "„Nebel“ – Roman, 12 Euro\n\n„Der Sturm“ – Theater Arden, 19 Uhr",
        "„Wir frieren“ – Das war alles, was man hörte.",
    ],
)
def test_other_words_behind_a_dash_sign_nothing(text: str) -> None:
    assert [quote for quote in detect(text, "de") if quote.rule == "signed"] == []

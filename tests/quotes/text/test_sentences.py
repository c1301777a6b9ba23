"""Sentences: abbreviations, ordinals and marks do not end them; empty lines and lists do."""

import pytest

from reader.quotes.text.analysis import analyse


def sentences(text: str, code: str = "de") -> list[str]:
    analysis = analyse(text, code)
    return [text[slice(*analysis.span(first, last))] for first, last in analysis.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er kam am 5. September. Sie ging.", ["Er kam am 5. September.", "Sie ging."]),
        ("Im 19. Jh. war das so. Heute nicht.", ["Im 19. Jh. war das so.", "Heute nicht."]),
        ("Sie stieg in die 2. Bundesliga auf.", ["Sie stieg in die 2. Bundesliga auf."]),
        ("Die Fa. Schmidt baut. Prof. Dr. Ott lehrt.", ["Die Fa. Schmidt baut.", "Prof. Dr. Ott lehrt."]),
        ("Brot, Käse usw. Das reicht.", ["Brot, Käse usw.", "Das reicht."]),
        ("„Gehen wir?“, fragte er. „Nein!“", ["„Gehen wir?“, fragte er.", "„Nein!“"]),
        ("„Wir gehen!“ rief er laut.", ["„Wir gehen!“ rief er laut."]),
        ("„Wir gehen.“ Er stand auf.", ["„Wir gehen.“", "Er stand auf."]),
        ("„Erst das. Dann dies.“ Er ging.", ["„Erst das. Dann dies.“", "Er ging."]),
        ("Er sagte: „Erst das. Dann dies.“ Sie ging.", ["Er sagte: „Erst das. Dann dies.“", "Sie ging."]),
        ("Überschrift ohne Punkt\n\nEin Satz.", ["Überschrift ohne Punkt", "Ein Satz."]),
        ("- Der Chef kam.\n- Die Chefin ging", ["- Der Chef kam.", "- Die Chefin ging"]),
        ("Wirklich?! Ja … nein", ["Wirklich?!", "Ja … nein"]),
        ("Ende.Das war ein Tippfehler.", ["Ende.", "Das war ein Tippfehler."]),
    ],
)
def test_german(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_wrapped_lines_do_not_end_a_sentence() -> None:
    text = (
        "Die Stadt hat lange und gründlich über den Umbau des Marktes beraten und\nihn dann beschlossen. Gut."
    )
    assert len(sentences(text)) == 2


def test_english_numbers_end_sentences() -> None:
    assert sentences("There were 5. They left.", "en") == ["There were 5.", "They left."]


def test_empty_text_has_none() -> None:
    assert sentences("") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La vía se abandonó en el siglo V. Tordesillas lo cree."),
        ("es", "Escribió en su cuenta de X. Horas más tarde calló."),
        ("en", "She wrote it on X. Hours later she left."),
        ("pl", "Napisał to na X. Potem zamilkł."),
        ("fr", "Il l’a écrit sur X. Morel se tait."),
    ],
)
def test_a_number_of_one_letter_and_a_network_are_no_initials(language: str, text: str) -> None:
    assert len(analyse(text, language).sentences) == 2


def test_initials_are_no_end() -> None:
    assert len(analyse("Según J. Pérez y Tom X. Smith, no.", "es").sentences) == 1

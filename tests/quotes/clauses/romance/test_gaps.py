"""What may stand between a Romance verb of saying and what is said, and what is no clause of it."""

import pytest

from reader.quotes import detect


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "Andrés Robledo negó este martes haber cobrado comisiones.", "haber cobrado comisiones"),
        ("es", "Andrés Robledo dijo el martes que no irá.", "que no irá"),
        ("pt", "Tomás Grande negou hoje ter recebido dinheiro.", "ter recebido dinheiro"),
    ],
)
def test_a_time_may_stand_before_what_is_said(language: str, text: str, said: str) -> None:
    assert [quote.words(text) for quote in detect(text, language)] == [said]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("it", "Anna Rossi ha dichiarato, in un'intervista, di voler lasciare.", "di voler lasciare"),
        ("fr", "Le ministre a promis, lundi, de baisser les impôts.", "de baisser les impôts"),
        ("fr", "La maire a annoncé, lundi, vouloir fermer l'école.", "vouloir fermer l'école"),
        ("es", "El ministro prometió, en el Congreso, bajar el precio.", "bajar el precio"),
    ],
)
def test_an_infinitive_may_stand_behind_commas(language: str, text: str, said: str) -> None:
    assert [quote.words(text) for quote in detect(text, language)] == [said]


def test_a_relative_clause_behind_a_place_is_not_said() -> None:
    text = '"No tengo nada que ocultar", dijo en una rueda de prensa en la que no admitió preguntas.'
    (quote,) = detect(text, "es")
    assert quote.words(text) == '"No tengo nada que ocultar"'


def test_no_speaker_is_cut_out_of_words_in_marks() -> None:
    text = '"Nadie sabe nada que contar", dijo que sí.'
    names = {text[start:end] for quote in detect(text, "es") for start, end in quote.speaker}
    assert not any('"' in name for name in names)

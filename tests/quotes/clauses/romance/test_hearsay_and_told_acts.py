"""Hearsay and told acts in Spanish and Portuguese, with invented sentences."""

import pytest

from reader.models import SpeakerBasis
from reader.quotes import detect
from tests.quotes.clauses.romance.test_spanish import said

HEARSAY = [
    ("es", "El alcalde habría cobrado ya dos sueldos."),
    ("es", "Al parecer, el ladrón huyó a pie."),
    ("pt", "O prefeito teria recebido dinheiro da obra."),
    ("pt", "Alegadamente, o ladrão fugiu a pé."),
]
NO_HEARSAY = [
    ("es", "Si hubiera llovido, el alcalde habría salido."),
    ("es", "El alcalde habría querido más dinero."),
    ("es", "Eran obras supuestamente caras para el barrio."),
    ("pt", "Sem a chuva, a festa teria acabado bem."),
    ("pt", "A ponte teria mais dois andares."),
]
TOLD = [
    ("es", "La ministra rechazó ayer las acusaciones.", "La ministra"),
    ("es", "Ana Gil, de 40 años, criticó el plan de obras.", "Ana Gil"),
    ("pt", "O sindicato condenou a decisão da empresa.", "O sindicato"),
    ("pt", "A oposição apelou ao diálogo.", "A oposição"),
]
NOTHING_TOLD = [
    ("es", "La ministra no rechazó las acusaciones."),
    ("es", "La ministra rechazará las acusaciones."),
    ("es", "Si la ministra rechaza el plan, habrá huelga."),
    ("es", "El plan fue rechazado ayer."),
    ("es", "La crisis exige medidas urgentes."),
    ("pt", "O plano que o sindicato criticou é caro."),
]


@pytest.mark.parametrize(("code", "text"), HEARSAY)
def test_hearsay_has_no_speaker(code: str, text: str) -> None:
    assert said(f"Ana Gil bailó. {text}", code) == [("FreeIndirect", text, "")]
    assert detect(text, code, engine="rules")[0].speaker_basis is SpeakerBasis.HEARSAY


@pytest.mark.parametrize(("code", "text"), NO_HEARSAY)
def test_wishes_and_what_is_not_so_are_no_hearsay(code: str, text: str) -> None:
    assert said(text, code) == []


def test_within_what_somebody_says_the_conditional_is_theirs() -> None:
    text = "Ana Gil dijo que el alcalde habría cobrado dos sueldos."
    assert said(text) == [("Indirect", "que el alcalde habría cobrado dos sueldos", "Ana Gil")]


@pytest.mark.parametrize(
    ("code", "text"), [("es", "Se dice que habrá huelga."), ("pt", "Diz-se que há greve.")]
)
def test_nobody_is_given_what_people_say(code: str, text: str) -> None:
    found = detect(f"«Hola», dijo Ana Gil. {text}", code, engine="rules")[-1]
    assert (found.speaker, found.speaker_basis) == ((), SpeakerBasis.HEARSAY)


@pytest.mark.parametrize(("code", "text", "speaker"), TOLD)
def test_an_act_of_speech_is_told(code: str, text: str, speaker: str) -> None:
    assert said(text, code) == [("Reported", text, speaker)]


@pytest.mark.parametrize(("code", "text"), NOTHING_TOLD)
def test_what_nobody_has_said(code: str, text: str) -> None:
    assert said(text, code) == []


NOUNS = [
    ("es", "Llegó la noticia de que la fábrica cerrará en mayo.", "que la fábrica cerrará en mayo", ""),
    ("es", "Ana Gil repitió su opinión de que la obra es cara.", "que la obra es cara", "Ana Gil"),
    ("pt", "Leu a denúncia do sindicato de que a obra parou.", "que a obra parou", "sindicato"),
]


@pytest.mark.parametrize(("code", "text", "words", "speaker"), NOUNS)
def test_a_clause_hangs_on_a_noun_of_saying(code: str, text: str, words: str, speaker: str) -> None:
    assert said(text, code) == [("Indirect", words, speaker)]


def test_a_noun_that_is_the_subject_has_no_clause_whose_end_is_sure() -> None:
    assert said("La noticia de que el alcalde dimite alegró a los vecinos.") == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "La obra se encarece, según un informe interno al que tuvo acceso Efe.", "un informe interno"),
        ("pt", "A obra encareceu, segundo um relatório a que a Lusa teve acesso.", "um relatório"),
        (
            "it",
            "I lavori sono fermi, secondo un documento a cui ha avuto accesso il giornale.",
            "un documento",
        ),
        ("fr", "Les travaux sont arrêtés, selon un rapport auquel l'AFP a eu accès.", "un rapport"),
        ("fr", "Les travaux sont arrêtés, selon un rapport dont Le Monde a eu copie.", "un rapport"),
    ],
)
def test_who_saw_a_paper_is_neither_its_name_nor_what_it_says(language: str, text: str, speaker: str) -> None:
    quote = detect(text, language, engine="rules")[0]
    assert quote.speaker_name(text) == speaker
    assert [text[span.start : span.end] for span in quote.spans] == [text.split(",", maxsplit=1)[0]]

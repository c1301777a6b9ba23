"""Who speaks in news of Spain, Portugal and Latin America, invented: names, roles and what goes on."""

import pytest

from reader.quotes import detect


def speakers(language: str, text: str) -> list[str]:
    """Who says the quotes of a text, in order."""
    return [quote.resolved_speaker for quote in detect(text, language, engine="rules")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "es",
            "Más duro fue Aarón Pascasio. El portero, que paró dos, dijo que no durmió.",
            "Aarón Pascasio",
        ),
        ("pt", "Vitor Rasteiro ficou calado. O treinador disse que não dormiu.", "Vitor Rasteiro"),
    ],
)
def test_a_given_name_of_the_language_begins_a_full_name(language: str, text: str, name: str) -> None:
    assert speakers(language, text) == [name]


def test_a_name_of_one_language_is_none_in_another() -> None:
    assert "Rasteiro" not in speakers("de", "Vitor Rasteiro schwieg. „Nein, ich war nicht da“, sagte er.")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # asides and agents that hide who speaks
        ("pt", "Rui Dá falou. “Isto não é vida”, atirou, por seu turno, Inês Mota.", "Inês Mota"),
        (
            "pt",
            "Donos de cafés ouvidos pelo Vespa dizem que perdem dinheiro.",
            "Donos de cafés ouvidos pelo Vespa",
        ),
        ("es", "Ana Gil calló. Durante casi una hora mantuvo que no oyó nada.", "Ana Gil"),
        (
            "pt",
            "Ana Mota regressa.\n\nRecebe-nos em casa. “Escrevi isto por ele”, começa por dizer.",
            "Ana Mota",
        ),
        ("pt", "Rui Dá riu. O irlandês elogiou Ivo Sá, a quem chamou «um pesadelo para todos».", "Rui Dá"),
        (
            "pt",
            "Rui Amor perdeu. Questionado sobre o erro feito por Ivo Sá, Amor saiu em sua defesa. "
            "«Vai marcar», vincou.",
            "Rui Amor",
        ),
        # a passage that opens a paragraph, with a role and its name behind it
        (
            "es",
            "El edil Luis Paz calló.\n\n“Exigimos saber qué ha pasado”. "
            "La presidenta de Aragón, Ana Gil, vino.",
            "Ana Gil",
        ),
        # two given names alone
        (
            "pt",
            "A cantora Ana Maria Prado saiu. “Vou cantar muito mais”, disse Ana Maria.",
            "Ana Maria Prado",
        ),
        # whoever a description is of has no say in its gender
        (
            "pt",
            "Inês Mota saiu. Um amigo da atriz disse que sim.\n\nEla quis rir. “Ele não volta nunca mais”.",
            "Inês Mota",
        ),
        (
            "pt",
            "O primeiro-ministro, Rui Dá, saiu. Ivo Sá riu.\n\nO chefe do Governo disse que fica.",
            "Rui Dá",
        ),
        # who has just spoken, by an office that is new
        ("pt", "“Isto não é vida”, atirou Rui Dá. O presidente do clube prometeu que fica.", "Rui Dá"),
        (
            "es",
            "La portavoz del gremio, Ana Gil, avisó de que no cede.\n\n"
            "La diputada por Soria recordó que hay ley.",
            "Ana Gil",
        ),
        # of two of one trade, who is in the paragraph
        (
            "es",
            "“Es poco”, dijo Luis Paz. El técnico serbio rió: “Bien”.\n\n“Bravo”, dijo Ivo Mata. "
            "El entrenador del Lugo aseguró que fue justo.",
            "Ivo Mata",
        ),
        (
            "es",
            "Un matrimonio de Soria se lo toma con humor: “Por fin hemos hablado”.",
            "Un matrimonio de Soria",
        ),
    ],
)
def test_who_speaks_last(language: str, text: str, name: str) -> None:
    assert speakers(language, text)[-1] == name


def test_what_another_says_of_the_words_is_no_part_of_them() -> None:
    text = "Ana Gil disse estar “com o povo todo”, palavras que o líder do clube considerou “uma vergonha”."
    assert speakers("pt", text)[0] == "Ana Gil"
    assert speakers("pt", text)[-1] == "o líder do clube"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # a verb of several is not of the one who spoke last, nor the other way round
        ("es", "“Es tarde ya”, dijo Ana Gil. En el gremio callan. “Es lo de siempre”, comentan.", ""),
        (
            "es",
            "La teniente Ana Gil explicó el caso. Los agentes creen que hubo ayuda. "
            "“Habrá más redadas”, añadió.",
            "Ana Gil",
        ),
        # a party is not from somewhere
        ("es", "El edil Juan Gil calló. El PP vasco considera que es tarde.", "El PP vasco"),
        (
            "es",
            "Su abogada, Ana Gil, rió. A juicio de la letrada, las cintas deben ser declaradas nulas.",
            "Ana Gil",
        ),
        (
            "es",
            "Su abogada, Ana Gil, rió. La abogada del Estado entiende que hay atenuante.",
            "La abogada del Estado",
        ),
        (
            "pt",
            "Caetano Dutra veio. “Com ele aprendi muito mais”, escreveu Caetano em uma rede.",
            "Caetano Dutra",
        ),
        (
            "pt",
            "A amiga de Rui Dá riu. A endocrinologista Inês Mota veio. A médica disse que sim.",
            "Inês Mota",
        ),
    ],
)
def test_number_and_office_tell_who_it_is_not(language: str, text: str, name: str) -> None:
    assert speakers(language, text)[-1] == name

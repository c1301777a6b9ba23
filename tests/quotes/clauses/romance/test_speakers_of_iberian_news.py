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
        ("pt", "Rui Lobo falou. “Isto não é vida”, atirou, por seu turno, Inês Mota.", "Inês Mota"),
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
        (
            "pt",
            "Rui Lobo riu. O irlandês elogiou Ivo Sá, a quem chamou «um pesadelo para todos».",
            "Rui Lobo",
        ),
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
            "O primeiro-ministro, Rui Lobo, saiu. Ivo Sá riu.\n\nO chefe do Governo disse que fica.",
            "Rui Lobo",
        ),
        # who has just spoken, by an office that is new
        ("pt", "“Isto não é vida”, atirou Rui Lobo. O presidente do clube prometeu que fica.", "Rui Lobo"),
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
            "A amiga de Rui Lobo riu. A endocrinologista Inês Mota veio. A médica disse que sim.",
            "Inês Mota",
        ),
    ],
)
def test_number_and_office_tell_who_it_is_not(language: str, text: str, name: str) -> None:
    assert speakers(language, text)[-1] == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "es",
            "El edil Juan Gil calló. Ayer, ante la prensa, se ha limitado a decir que no sabe.",
            "Juan Gil",
        ),
        (
            "es",
            "En el acto ha participado también Ana Gil, de 72 años, usuaria del centro. "
            "“La huerta me ha quitado años”, ha bromeado.",
            "Ana Gil",
        ),
        (
            "es",
            "Luis Paz dudó. La respuesta de Ana Gil no tardó. “Eso te lo inventas siempre”, le espetó.",
            "Ana Gil",
        ),
        (
            "es",
            "El fiscal pidió doce años para el edil Juan Gil, al que considera “el cerebro”.",
            "El fiscal",
        ),
        (
            "es",
            "El fiscal Juan Gil entró. El representante del Ministerio Público recalcó que no hay recibos.",
            "Juan Gil",
        ),
        (
            "pt",
            "O edil Rui Lobo avisou que não cede. “Quem nos deixou assim não manda”, contra-atacou.",
            "Rui Lobo",
        ),
        ("pt", "Já para Inês Mota, do instituto, acabar com isto seria uma irresponsabilidade.", "Inês Mota"),
        ("pt", "O fungo é novo. De acordo com o artigo, a perda foi maior a 28 graus.", "o artigo"),
    ],
)
def test_whom_the_sentences_around_name(language: str, text: str, name: str) -> None:
    assert speakers(language, text)[-1] == name


def test_an_office_that_opens_a_paragraph_is_the_new_name_behind_it() -> None:
    text = "O ator Ivo Sá disse que não.\n\nO bastonário da Ordem exigiu diálogo. Rui Lobo acha que é tarde."
    assert speakers("pt", text)[1:] == ["Rui Lobo", "Rui Lobo"]


def test_a_question_that_opens_a_sentence_tells_nothing() -> None:
    text = "Ana Gil dijo que no. Preguntado por si mantiene contacto con ella, Luis Paz ha dicho que sí."
    assert speakers("es", text) == ["Ana Gil", "Luis Paz"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "Ana Gil rió. Gil cerró la puerta. “Es tarde ya”, dijo. “Es lo de siempre”, comentan.", ""),
        (
            "es",
            "SORIA.- La patronal elevó ayer a definitivo su escrito y mantuvo su petición de doce años "
            "para el edil Juan Gil, al que considera “el cerebro” de la trama.",
            "La patronal",
        ),
        (
            "es",
            "Su abogada, Ana Gil, rió, mientras que el perito de la casa pidió calma "
            "al entender que hay prisa.",
            "el perito de la casa",
        ),
        (
            "es",
            "Ana Gil entró en el plató. “Dejadla vivir”, dijo. La de Paracuellos confesó que habla con ella.",
            "Ana Gil",
        ),
        ("es", "La abogada Ana Gil rió. La acusación popular aseguró que no cede.", "La acusación popular"),
        ("es", "Quien no calló fue Luis Paz. El portavoz del Lugo en la liga cree que es tarde.", "Luis Paz"),
        # a portrait whose first words in marks have no subject
        (
            "es",
            "Quince años después de su última cumbre en Asia, la montañera que todos conocen, Ana Gil, "
            "vuelve.\n\nLlega en bici.\n\n“No echo de menos las cumbres”, avisa nada más sentarse.",
            "Ana Gil",
        ),
    ],
)
def test_whom_number_place_and_portrait_tell(language: str, text: str, name: str) -> None:
    assert speakers(language, text)[-1] == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "El presidente de la casa, Pau Roig, vino. El president recordó que hay ley.", "Pau Roig"),
        (
            "es",
            "“Ya basta”, dijo el portavoz del bloque Unidad y Paz.",
            "el portavoz del bloque Unidad y Paz",
        ),
        ("es", "Luis Paz ganó en París. El español explicó que jugó con calma.", "Luis Paz"),
        ("es", "Ana Gil discrepó. A criterio de la fujimorista, el plan traerá más caos.", "Ana Gil"),
        ("pt", "Inês Mota falou. Filha de Ana Sala, ela disse que a mãe leu tudo.", "Inês Mota"),
    ],
)
def test_who_is_called_by_party_or_country(language: str, text: str, name: str) -> None:
    assert speakers(language, text)[-1] == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "Según la Policía Nacional, el coche volcó en la curva.", "la Policía Nacional"),
        ("es", "Según la Policía Local de Lugo, el coche volcó en la curva.", "la Policía Local de Lugo"),
        ("pt", "Segundo a Defesa Civil, choveu 138 milímetros em seis horas.", "a Defesa Civil"),
        ("pt", "A delegada da Polícia Civil Ana Souza disse que o carro virou.", "Ana Souza"),
    ],
)
def test_a_force_with_article_and_capital_is_nobody_s_name(language: str, text: str, name: str) -> None:
    assert detect(text, language, engine="rules")[0].speaker_name(text) == name

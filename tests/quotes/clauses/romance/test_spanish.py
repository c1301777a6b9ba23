"""Spanish sentences, invented, with what a user sees of them: words said and speaker."""

import pytest

from reader.quotes import detect


def said(text: str, code: str = "es") -> list[tuple[str, str, str]]:
    """Type, words and speaker of each quote of a text."""
    quotes = detect(text, code, engine="rules")
    return [
        (
            str(q.type),
            " … ".join(text[a:b] for a, b in q.spans),
            " … ".join(text[a:b] for a, b in q.speaker),
        )
        for q in quotes
    ]


CLAUSES = [
    ("La alcaldesa aseguraba que el puente abrirá en mayo.", "que el puente abrirá en mayo", "La alcaldesa"),
    ("Dijo ayer en la radio el alcalde que nadie le avisó.", "que nadie le avisó", "el alcalde"),
    ("El alcalde dijo, en un acto público, que no dimite.", "que no dimite", "El alcalde"),
    ("La empresa insistió en que pagará las nóminas.", "que pagará las nóminas", "La empresa"),
    ("Ana Gil afirmó que la obra es cara, pero no la paró.", "que la obra es cara", "Ana Gil"),
    ("Ana Gil dijo haber pagado la obra de su bolsillo.", "haber pagado la obra de su bolsillo", "Ana Gil"),
    ("Ana Gil dijo que «la obra es muy cara para todos».", "que «la obra es muy cara para todos»", "Ana Gil"),
    ("Ana Gil negó, por primera vez, haber cobrado nada.", "haber cobrado nada", "Ana Gil"),
    ("Ana Gil avisó ayer, que no habrá más obras.", "que no habrá más obras", "Ana Gil"),
    ("Ana Gil dijo – en un acto de ayer – que no dimite.", "que no dimite", "Ana Gil"),
    ("Ana Gil no dijo lo que hará mañana.", "lo que hará mañana", "Ana Gil"),
    ("Ana Gil pidió a todos los socios que vayan hoy.", "que vayan hoy", "Ana Gil"),
    ("Ana Gil, que cree que lloverá mucho, cerró el bar.", "que lloverá mucho", "Ana Gil"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), CLAUSES)
def test_a_clause_hangs_on_a_verb_of_saying(text: str, words: str, speaker: str) -> None:
    assert ("Indirect", words, speaker) in said(text)


def test_a_second_verb_keeps_the_subject() -> None:
    found = said("El ministro dijo que no sabía nada y añadió que dimitirá pronto.")
    assert found == [
        ("Indirect", "que no sabía nada", "El ministro"),
        ("Indirect", "que dimitirá pronto", "El ministro"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "El grupo anunció una medida que gustó a los vecinos.",
        "La denuncia que llegó ayer al juzgado era larga.",
        "Un vecino pidió no ser identificado por miedo.",
        "La empresa cuenta con obreros que saben el oficio.",
        "Ana Gil fue acusada en un juicio que duró un mes.",
        "Advirtió del peligro que corren los vecinos.",
    ],
)
def test_a_relative_clause_is_nothing_said(text: str) -> None:
    assert all(kind != "Indirect" for kind, _, _ in said(text))


BESIDE = [
    ("La fábrica cerró, informó hoy a Efe el gerente, Juan Gil.", "La fábrica cerró", "el gerente, Juan Gil"),
    ("La fábrica cerró, dijo hoy, martes, el alcalde.", "La fábrica cerró", "el alcalde"),
    ("La fábrica cerró hace un mes, añadió.", "La fábrica cerró hace un mes", ""),
    ("El plan, explicó la glacióloga, tardará.", "El plan … tardará", "la glacióloga"),
    (
        "Según la jefa de obras (OC), Eva Paz, habrá metro en mayo.",
        "habrá metro en mayo",
        "la jefa de obras (OC), Eva Paz",
    ),
    ("La obra se acabó, según recordó la directiva.", "La obra se acabó", "la directiva"),
    ("Según el expediente, al que tuvo acceso la radio, mintió a todos.", "mintió a todos", "el expediente"),
    (
        "El niño está ya estable, indicaron fuentes del hospital.",
        "El niño está ya estable",
        "fuentes del hospital",
    ),
    ("La obra es cara, como este diario contó ayer.", "La obra es cara", "este diario"),
    ("La obra es cara, según Gil, que vive en Soria.", "La obra es cara", "Gil"),
    ("Según datos de la junta, la obra es cara.", "la obra es cara", "datos de la junta"),
    ("La obra es cara, informó ayer fuente sanitaria.", "La obra es cara", "fuente sanitaria"),
    ("La versión, según la cual la obra es cara, no convence.", "la obra es cara", "La versión"),
    ("Hay un informe según el cual todo va muy mal.", "todo va muy mal", "un informe"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), BESIDE)
def test_a_tag_or_phrase_names_the_source(text: str, words: str, speaker: str) -> None:
    assert said(text) == [("Indirect", words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "El alcalde, Julián Ortega, defendió el cierre.",
        "De las piezas que hay en la sala, destaca un violín.",
        "El alero, que había jugado muy bien, pidió un día libre más.",
        "Buscan la paz de una playa, la aventura de la selva o el mar.",
        "La norma, como él mismo la calificó ayer, es dura.",
        "Para el Sporting, ganar hoy sería lo mejor de todo.",
        "Los socios pagan una cuota según la ley de aguas.",
        "Los socios pagan una cuota según los criterios de la junta.",
    ],
)
def test_what_only_looks_like_a_tag_or_source(text: str) -> None:
    assert said(text) == []


SUBJECTS = [
    ("Los estudiosos de la materia afirman que es tarde.", "Los estudiosos de la materia"),
    ("El Colegio de Arquitectos (COA) dijo que es tarde.", "El Colegio de Arquitectos (COA)"),
    ("La ministra de Salud, Eva Paz, dijo que es tarde.", "La ministra de Salud, Eva Paz"),
    ("Eva Paz, en un acto en Soria, dijo que es tarde.", "Eva Paz"),
    ("En la feria de ayer el gerente dijo que es tarde.", "el gerente"),
    ("La abogada, Eva Paz, leyó todo y dijo que es tarde.", "La abogada, Eva Paz"),
    ("Vino ayer Luis Mena, su jefe, quien dijo que es tarde.", "Luis Mena"),
    ("Gil prefirió recordar a todos que es tarde.", "Gil"),
    ("Gil saludó a Paz y dijo que es tarde.", "Gil"),
    ("Eva Paz no olvida nada, pero dijo que es tarde.", "Eva Paz"),
    ("Eva Paz, que ganó como alcaldesa, en su acto de ayer, dijo que es tarde.", "Eva Paz"),
    ("Vino ayer Eva Paz, quien dijo que es tarde.", "Eva Paz"),
    ("Soria, 3 may (EFE).- El alcalde dijo que es tarde.", "El alcalde"),
    ("Además, el alcalde también dijo que es tarde.", "el alcalde"),
    ("Tres veces dijo que es tarde.", ""),
    ("En Soria se dice que es tarde.", ""),
]


@pytest.mark.parametrize(("text", "speaker"), SUBJECTS)
def test_the_subject_of_a_verb(text: str, speaker: str) -> None:
    assert said(text) == [("Indirect", "que es tarde", speaker)]


IN_MARKS = [
    (
        "Para la ministra, la obra es cara y no hace falta.",
        [("Indirect", "la obra es cara y no hace falta", "la ministra")],
    ),
    ("«Esto no me dice nada», se encogió de hombros Gil.", [("Direct", "«Esto no me dice nada»", "")]),
    (
        "El diario «Sur» dijo ayer que la obra es cara.",
        [("Indirect", "que la obra es cara", "El diario «Sur»")],
    ),
    ("Gil dijo a la radio «La Voz» que la obra es cara.", [("Indirect", "que la obra es cara", "Gil")]),
    (
        "Los del valle «están hartos de tanto frío», dijo Gil.",
        [
            ("Indirect", "Los del valle «están hartos de tanto frío»", "Gil"),
            ("Direct", "«están hartos de tanto frío»", "Gil"),
        ],
    ),
    (
        "Gil, que habla de «paz social», recalcó que «nadie nos va a callar».",
        [
            ("Indirect", "que «nadie nos va a callar»", "Gil"),
            ("Direct", "«nadie nos va a callar»", "Gil"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "found"), IN_MARKS)
def test_marks_beside_a_clause(text: str, found: list[tuple[str, str, str]]) -> None:
    assert said(text) == found


def test_a_tag_of_direct_speech_has_no_clause_of_its_own() -> None:
    text = "«Esto se acaba», afirmó la junta de socios en una nota que publicó el lunes."
    assert said(text) == [("Direct", "«Esto se acaba»", "la junta de socios")]
    text = "«¿Y ahora qué hacemos?», se lamenta Rosa, una vecina, que vive sola."
    assert said(text) == [("Direct", "«¿Y ahora qué hacemos?»", "Rosa")]


def test_a_second_verb_has_its_own_content() -> None:
    found = said("El portavoz pidió que se aclare todo y lamentó no haber sido oído.")
    assert [words for _, words, _ in found] == ["que se aclare todo", "no haber sido oído"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ayer, en Soria, añadió que es tarde.", "Eva Paz"),
        ("También dijo que es tarde.", "Eva Paz"),
        ("«No», dijo a la prensa, añadiendo que es tarde.", "Eva Paz"),
        ("Por la tarde, y tras un viaje, la del norte (PN) dijo que es tarde.", "la del norte (PN)"),
    ],
)
def test_a_speaker_is_carried_only_where_nobody_else_can_stand(text: str, speaker: str) -> None:
    found = said(f"«Hola», dijo Eva Paz. {text}")[-1]
    assert found[2] == speaker


def test_a_name_in_marks_behind_an_article_is_no_speech() -> None:
    assert said("El «Faro» añade un total de diez heridos.") == []

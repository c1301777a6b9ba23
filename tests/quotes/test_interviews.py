"""Interviews and records in any language: who speaks in each turn; and lines with colons that are none."""

import pytest

from reader.models import SourceKind
from reader.quotes import detect


def said(text: str, language: str, title: str = "", engine: str = "auto") -> list[tuple[str, str]]:
    quotes = detect(text, language, title, engine=engine)
    return [(quote.words(text), quote.resolved_speaker) for quote in quotes]


def paragraphs(*lines: str) -> str:
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    ("language", "lines", "found"),
    [
        (
            "en",
            (
                "[00:00:12] Chair: Good evening.",
                "[00:00:31] Anna Blake: Thank you. It rose.",
                "[00:01:20] Bob Hall: No.",
            ),
            [("Good evening.", "Chair"), ("Thank you. It rose.", "Anna Blake"), ("No.", "Bob Hall")],
        ),
        (
            "en",
            ("Anna Blake (00:01:05): I am here.", "Bob Hall (00:01:15): So am I."),
            [("I am here.", "Anna Blake"), ("So am I.", "Bob Hall")],
        ),
        (
            "en",
            ("00:12 Anna: I am here.", "00:31 Bob: So am I."),
            [("I am here.", "Anna"), ("So am I.", "Bob")],
        ),
        (
            "en",
            ("Anna Blake 00:12\nI am here.", "Bob Hall 00:31\nSo am I."),
            [("I am here.", "Anna Blake"), ("So am I.", "Bob Hall")],
        ),
        ("de", ("FRAGE: Warum jetzt?", "ANTWORT: Weil es nötig ist."), [("Weil es nötig ist.", "")]),
        (
            "fr",
            ("Question : Pourquoi ?", "Réponse : Parce que le ponton tombe."),
            [("Parce que le ponton tombe.", "")],
        ),
        ("es", ("Pregunta. ¿Se cae? ¿O no? Dicen que sí.", "Respuesta. Se cae."), [("Se cae.", "")]),
        ("es", ("Pregunta: ¿Por qué?", "Respuesta: Porque se cae."), [("Porque se cae.", "")]),
        ("es", ("P: ¿Por qué?", "R: Porque se cae."), [("Porque se cae.", "")]),
        ("it", ("Domanda: Perché?", "Risposta: Perché il ponte cade."), [("Perché il ponte cade.", "")]),
        ("nl", ("Vraag: Waarom nu?", "Antwoord: Omdat de brug valt."), [("Omdat de brug valt.", "")]),
        (
            "fr",
            (
                "Le Courrier : Pourquoi ?",
                "Anne Colbe : Parce que.",
                "L. C. : Et l'argent ?",
                "A. C. : Il est là.",
            ),
            [
                ("Pourquoi ?", "Le Courrier"),
                ("Parce que.", "Anne Colbe"),
                ("Et l'argent ?", "Le Courrier"),
                ("Il est là.", "Anne Colbe"),
            ],
        ),
        (
            "de",
            (
                "Moorblatt: Warum jetzt?",
                "Kolb (lacht): Weil es sein muss.",
                "Moorblatt: Und das Geld?",
                "Kolb: (räuspert sich) Ist da.",
            ),
            [
                ("Warum jetzt?", "Moorblatt"),
                ("Weil es sein muss.", "Kolb"),
                ("Und das Geld?", "Moorblatt"),
                ("Ist da.", "Kolb"),
            ],
        ),
    ],
)
def test_each_turn_is_its_label_s(
    language: str, lines: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert said(paragraphs(*lines), language) == found


@pytest.mark.parametrize("engine", ["rules", "learned"])
def test_a_label_in_capitals_is_the_person_whom_the_lead_names(engine: str) -> None:
    text = paragraphs(
        "Verena Aschoff leitet das Amt seit Mai.",
        "MOORBLATT: Frau Aschoff, warum jetzt?",
        "ASCHOFF: Ich habe lange gewartet. Er sagte mir nichts.",
        "MOORBLATT: Wussten Sie davon am Telefon?",
        "ASCHOFF: Darauf antworte ich nicht.",
    )
    found = detect(text, "de", engine=engine)
    answers = [quote for quote in found if text[slice(*quote.speaker[0])] == "ASCHOFF"]
    assert [quote.words(text) for quote in answers] == [
        "Ich habe lange gewartet. Er sagte mir nichts.",
        "Darauf antworte ich nicht.",
    ]
    assert {quote.resolved_speaker for quote in answers} == {"Verena Aschoff"}
    assert {quote.speaker_kind for quote in answers} == {SourceKind.PERSON}
    assert len(found) == 4, "a sentence within a turn is not given a second time"


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Interview mit Jana Kolb", "Jana Kolb"),
        ("Jana Kolb im Gespräch über den Steg", "Jana Kolb"),
        ("Jana Kolb trifft Peter Ott", ""),
        ("Warum der Steg fällt", ""),
    ],
)
def test_the_title_names_who_answers(title: str, who: str) -> None:
    text = paragraphs("FRAGE: Warum jetzt?", "ANTWORT: Weil der Steg fällt.")
    assert said(text, "de", title) == [("Weil der Steg fällt.", who)]


def test_somebody_else_s_words_in_an_answer_stay_his() -> None:
    text = paragraphs(
        "Q: Why now?", 'A: It is time. My mother used to say, "Never borrow."', "Q: And?", "A: No."
    )
    assert said(text, "en", "Anna Blake on the bridge") == [
        ('It is time. My mother used to say, "Never borrow."', "Anna Blake"),
        ('"Never borrow."', "My mother"),
        ("No.", "Anna Blake"),
    ]


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "de",
            (
                "Zutaten: 500 g Kartoffeln, 1 Zwiebel.",
                "Zubereitung: Alles kochen.",
                "Zutaten: 200 g Mehl.",
                "Zubereitung: Rühren.",
            ),
        ),
        (
            "de",
            (
                "Hinweis: Bitte umfahren Sie die Stelle.",
                "Quelle: Stadt Arden.",
                "Hinweis: Hunde sind verboten.",
                "Quelle: Kreis.",
            ),
        ),
        (
            "en",
            (
                "From: Anna Blake\nTo: Bob Hall\nSubject: Minutes",
                "Dear Bob, here they are.",
                "From: Bob Hall\nTo: Anna Blake\nSubject: Re: Minutes",
                "Thank you.",
            ),
        ),
        ("de", ("Montag: 10 Uhr bis 12 Uhr.\nDienstag: 11 Uhr.\nMittwoch: geschlossen.\nMontag: 14 Uhr.",)),
        (
            "de",
            (
                "Ort: Rathaus.\nZeit: 19 Uhr.\nEintritt: frei.",
                "Ort: Schule.\nZeit: 20 Uhr.\nEintritt: 5 Euro.",
            ),
        ),
        ("de", ("Kontakt: Jana Kolb, Hafenweg 3.\nTelefon: 0123.", "Kontakt: Peter Ott.\nTelefon: 0456.")),
        (
            "de",
            (
                "13:12 Uhr: Die Bahn ist gesperrt.",
                "13:40 Uhr: Die Bahn fährt wieder.",
                "14:02 Uhr: Alles frei.",
            ),
        ),
        ("de", ("Halle 10:00 Die Messe beginnt.", "Bühne 11:30 Der Chor singt.")),
        (
            "de",
            ("Berlin: Zwei Menschen starben.", "Hamburg: Es regnete stark.", "Berlin: Die Bahn steht still."),
        ),
        ("de", ("Deich: Ein Damm am Meer.", "Siel: Ein Tor im Deich.", "Deich: Siehe Damm.")),
        ("en", ("Pro: It is cheap.", "Contra: It is slow.", "Pro: It is green.", "Contra: It is loud.")),
        ("en", ("Hamlet: Jo Lane. Ophelia: Mia Ross.", "Hamlet: Jo Lane.", "Ophelia: Mia Ross.")),
        ("en", ("Arden United: They won.", "Norder Town: They lost.", "Arden United: They lead.")),
        ("fr", ("Étape : Lavez les légumes.", "Conseil : Gardez l'eau.", "Étape : Coupez-les.")),
        ("es", ("Lugar: Ayuntamiento.\nHora: 19 h.\nLugar: Escuela.\nHora: 20 h.",)),
        ("de", ("- 120 neue Arbeitsplätze bis 2028\n- neue Halle bis Mai\n- mehr Busse im Winter",)),
    ],
)
def test_other_lines_with_a_colon_are_no_statements(
    language: str, lines: tuple[str, ...], engine: str
) -> None:
    assert said(paragraphs(*lines), language, engine=engine) == []


def test_a_heading_over_an_interview_is_no_speaker() -> None:
    text = (
        "INTERVIEW: Virologin Ellen Marsch leitet das Institut.\n\nBOTE: Ist es schlimmer?\n\n"
        "MARSCH: Es ist schlimmer.\n\nBOTE: Was hilft?\n\nMARSCH: Impfen hilft."
    )
    assert {quote.resolved_speaker for quote in detect(text, "de")} == {"BOTE", "Ellen Marsch"}


@pytest.mark.parametrize(
    ("language", "name", "lines"),
    [
        (
            "fr",
            "Maud Roy",
            (
                "L'avis de la botaniste Maud Roy.",
                "Faut-il arroser ?\nNon. Je n'arrose jamais.",
                "Pourquoi ?\nNous avons de la pluie.",
                "On dit pourtant que tout sèche…\nC'est faux, croyez-moi.",
                "Et vos roses ?\nElles vont bien.",
                "Maud Roy publie son livre en mai.",
            ),
        ),
        (
            "it",
            "Anna Sala",
            (
                "Anna Sala, il ritorno",
                "È contenta?\n«Sì.»",
                "Perché torna?\n«Per noia.»",
                "E il coro?\n«Canta.»",
                "E poi?\n«Si vedrà.»",
            ),
        ),
        (
            "pt",
            "Rita Sá",
            (
                "Rita Sá volta ao palco.",
                "Por que voltou?",
                "Eu quis.",
                "Você tem medo?",
                "Não tenho.",
                "E o disco?",
                "Acho que sai em maio.",
                "Gosta de ensaiar?",
                "Nunca.",
            ),
        ),
    ],
)
def test_answers_without_labels_are_whom_title_or_lead_name(
    language: str, name: str, lines: tuple[str, ...]
) -> None:
    found = said(paragraphs(*lines), language)
    assert [who for _, who in found] == [name] * 4


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Ein Gesetz von Jana Kolb.",
            "Was muss ich tun?\nEinen Antrag stellen.",
            "Wo gibt es ihn?\nIm Rathaus.",
            "Was bekomme ich?\nEinen Bescheid.",
        ),
        (
            "Jana Kolb geht.",
            "Warum?\nNiemand weiß es.",
            "Wohin?\nNach Ulm, heißt es.",
            "Wann?\nAm Montag.",
        ),
    ],
)
def test_an_explanation_by_question_and_answer_is_no_talk(lines: tuple[str, ...]) -> None:
    assert said(paragraphs(*lines), "de", engine="rules") == []


@pytest.mark.parametrize("text", ["? ? ?", "?\n?\n?", "a ?\n\nb ?\n\nc ?", "a ?\nb ?\nc ?\n"])
def test_questions_alone_are_no_talk(text: str) -> None:
    assert said(text, "fr") == []

"""A sentence that gives the one before it to somebody, and tags that Romance newspapers put beside speech."""

import pytest

from reader.models import QuoteType
from reader.quotes import detect

BEFORE = [
    ("it", "La scuola riapre lunedì. Lo ha detto ieri il sindaco Andrea Sala.", "Andrea Sala"),
    ("it", "La scuola riapre lunedì. A dirlo è il sindaco.", "il sindaco"),
    ("es", "La escuela reabre el lunes. Así lo ha anunciado el alcalde Luis Gil.", "Luis Gil"),
    ("es", "La escuela reabre el lunes. Lo dijo el alcalde.", "el alcalde"),
    ("fr", "L’école rouvre lundi. C’est ce qu’a annoncé le maire Luc Morel.", "Luc Morel"),
    ("pt", "A escola reabre na segunda. Foi o que disse o prefeito.", "o prefeito"),
]


@pytest.mark.parametrize(("language", "text", "name"), BEFORE)
def test_a_sentence_is_given_to_who_is_named_in_the_next(language: str, text: str, name: str) -> None:
    (quote,) = detect(text, language)
    assert text[quote.spans[0].start : quote.spans[0].end] == text.partition(".")[0]
    assert (quote.type, quote.resolved_speaker) == (QuoteType.INDIRECT, name)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Chi riapre la scuola? Lo ha detto il sindaco."),
        ("it", "La scuola riapre lunedì.\n\nLo ha detto il sindaco."),
        ("es", "La escuela reabre el lunes. Lo hizo el alcalde."),
        ("fr", "L’école rouvre lundi. C’est ce qu’attendait le maire."),
    ],
)
def test_what_points_at_no_words_gives_nothing(language: str, text: str) -> None:
    assert not detect(text, language)


BESIDE = [
    ("it", "«Non ho nulla da nascondere». Così l’ex assessora Marta Villani, sentita ieri.", "Marta Villani"),
    ("it", "«Era sbagliata», dice Anna Sala. E ancora: «Avrebbe fatto scappare tutti».", "Anna Sala"),
    ("it", "«Nessuno è arrivato», fa sapere la preside Anna Sala.", "Anna Sala"),
    ("fr", "Luc Morel est là. « Personne n’est arrivé », fait-il savoir.", "Luc Morel"),
    ("fr", "« Personne n’est arrivé », fait savoir Luc Morel.", "Luc Morel"),
    ("fr", "Luc Morel est là. Pour nous, cela prendra du temps, a-t-il reconnu.", "Luc Morel"),
    ("fr", "Anne Roy est là. « Mon frère l’a lu », finit-elle par lâcher.", "Anne Roy"),
    ("fr", "« Je partirai », dit Luc Roy. Et de conclure, bravache : « Pas avant lundi. »", "Luc Roy"),
    ("it", "«È tutto falso», si legge in una nota.", "una nota"),
    (
        "it",
        "L’azienda respinge le accuse: «È tutto falso e lo dimostreremo», si legge in una nota.",
        "una nota",
    ),
    ("fr", "« Tout est faux », peut-on lire dans un communiqué.", "un communiqué"),
    ("es", "«Todo es falso», se lee en un comunicado.", "un comunicado"),
    ("it", "Quanto alla fusione, Giorgio Salvi ha glissato: «Non commentiamo i rumor».", "Giorgio Salvi"),
    ("fr", "PARIS, 3 mars (AFP) - Le train est en retard, a dit Luc Roy.", "Luc Roy"),
]


@pytest.mark.parametrize(("language", "text", "name"), BESIDE)
def test_a_tag_of_the_press_names_who_spoke(language: str, text: str, name: str) -> None:
    assert detect(text, language)[-1].resolved_speaker == name


def test_who_is_asked_something_did_not_ask_it() -> None:
    text = "A chi gli chiedeva se il piano fosse morto, il premier ha risposto: «Vedrete»."
    question, answer = detect(text, "it")
    assert text[question.spans[0].start : question.spans[0].end] == "se il piano fosse morto"
    assert answer.resolved_speaker == "il premier"


def test_a_verb_alone_in_commas_stands_within_what_is_said() -> None:
    text = "Anna Sala parla. I genitori, racconta, arrivano già arrabbiati."
    (quote,) = detect(text, "it")
    assert [text[start:end] for start, end in quote.spans] == ["I genitori", "arrivano già arrabbiati"]
    assert quote.resolved_speaker == "Anna Sala"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "Um assessor, que pediu para não ser identificado, saiu."),
        ("es", "Un asesor, que pidió no ser identificado, salió."),
    ],
)
def test_who_wants_no_name_given_tells_nothing_by_that(language: str, text: str) -> None:
    assert not detect(text, language)

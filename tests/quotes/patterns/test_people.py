"""Who a speaker is in English, French, Spanish, Italian and Dutch."""

import pytest

from reader.models import Medium, SourceKind
from reader.quotes import detect


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "“We wait,” said manager Joe Keane. “It rains,” Keane added.", ["Joe Keane", "Joe Keane"]),
        ("en", "Chief executive Tom Hale said that it rained. He said that he was tired.", ["Tom Hale"] * 2),
        ("en", "“It rains,” Ann Lee said. Joe Keane nodded. “It hails,” he said.", ["Ann Lee", "Joe Keane"]),
        ("en", "“It rains,” Ann Lee said. Joe Keane nodded. “It hails,” she said.", ["Ann Lee", "Ann Lee"]),
        (
            "fr",
            "« Il pleut », affirme l’entraîneur Didier Roche. « Il grêle », ajoute Roche.",
            ["Didier Roche"] * 2,
        ),
        ("fr", "La ministre Claire Vasseur est là. « Il pleut », a-t-elle dit.", ["Claire Vasseur"]),
        ("es", "«Llueve», dijo la investigadora Elena Ruiz.", ["Elena Ruiz"]),
        ("it", "«Piove», ammette l'allenatore Luca Prada.", ["Luca Prada"]),
        ("nl", "‘Het regent’, zei Karin Veldman maandag. Ze zei dat het koud was.", ["Karin Veldman"] * 2),
        ("nl", "Voorzitter Mark Leeuw van de provincies zei dat het regent.", ["Mark Leeuw"]),
        ("en", "The Home Office said that it rained.", ["The Home Office"]),
    ],
)
def test_full_names(language: str, text: str, names: list[str]) -> None:
    assert [quote.resolved_speaker for quote in detect(text, language)] == names


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "“It rained,” said a neighbour on condition of anonymity.", SourceKind.ANONYMOUS),
        ("en", "According to a person familiar with the matter, talks broke down.", SourceKind.ANONYMOUS),
        ("en", "The ministry said that it rained.", SourceKind.ORGANISATION),
        ("en", "Prices rose in May, according to a new study.", SourceKind.DOCUMENT),
        ("fr", "« Il pleut », témoigne une habitante, qui souhaite rester anonyme.", SourceKind.ANONYMOUS),
        ("es", "«Llueve», dijo la investigadora Elena Ruiz.", SourceKind.PERSON),
    ],
)
def test_kinds_of_speakers(language: str, text: str, kind: SourceKind) -> None:
    (quote,) = detect(text, language)
    assert quote.speaker_kind == kind


def test_role_and_affiliation_are_as_written() -> None:
    (quote,) = detect("“It melts,” said professor Maria Solano of the University of Turin.", "en")
    assert quote.resolved_speaker == "Maria Solano"
    assert (quote.speaker_role, quote.speaker_affiliation) == ("professor", "University of Turin")


def test_nobody_is_named_for_a_pronoun_that_fits_nobody() -> None:
    (quote,) = detect("“It rains,” she said.", "en")
    assert quote.resolved_speaker == ""


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "A spokesman described the ruling as “disappointing”.", "“disappointing”"),
        ("es", "El presidente, Marcos León, calificó el plan de «improvisado».", "«improvisado»"),
        ("nl", "Voorzitter Leeuw noemt het plan “onbezonnen”.", "“onbezonnen”"),
        ("fr", "« C’est faux », s’est-il emporté.", "« C’est faux »"),
        ("es", "Vidal habló. Añadió que el dinero llegará pronto.", "que el dinero llegará pronto"),
        ("en", "Joe Keane mowed the lawn and promised to improve the pitch.", "to improve the pitch"),
        ("fr", "Le maire accuse la région de cacher des dettes.", "de cacher des dettes"),
        ("nl", "De brug is dicht, blijkt uit een rapport.", "De brug is dicht"),
    ],
)
def test_what_is_said(language: str, text: str, words: str) -> None:
    (quote,) = detect(text, language)
    assert text[quote.start : quote.end] == words


def test_a_title_behind_its_herald_is_no_speech() -> None:
    assert detect("Dans son roman « Les Eaux mortes », Anne Delmas raconte une enfance.", "fr") == ()


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", '"It hurts," said Maya Dunn, 31, and Lee Orr, 29, who fled.', "Maya Dunn and Lee Orr"),
        ("en", "Ann Lee, 40, and Bo Hall, 41, said they would stay.", "Ann Lee and Bo Hall"),
        ("en", '"We stay," said Ann Lee, a nurse, and Bo Hall.', "Ann Lee, a nurse, and Bo Hall"),
        ("en", '"We stay," said Ann Lee, and Bo Hall agreed.', "Ann Lee"),
        ("fr", "« On part », disent Maya Dunant, 31 ans, et Léo Ory.", "Maya Dunant et Léo Ory"),
        ("es", '"Duele mucho", afirmaron Maya Durán e Iván Ortiz.', "Maya Durán e Iván Ortiz"),
        ("es", "«Duele mucho», dijeron Ana León y su marido.", "Ana León y su marido"),
        ("es", "«Nos vamos», dijo María del Carmen López y Rivas.", "María del Carmen López y Rivas"),
        ("it", "«Fa male», hanno detto Anna Leone ed Elio Orsi.", "Anna Leone ed Elio Orsi"),
        ("nl", '"Het doet pijn", zeggen Eva Donker (31) en Leo Oort (29).', "Eva Donker en Leo Oort"),
    ],
)
def test_those_who_speak_together_are_all_named_over_ages_and_trades(
    language: str, text: str, name: str
) -> None:
    assert [quote.resolved_speaker for quote in detect(text, language)] == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("nl", "\"We verloren\", zegt Willem 'Wimpie' de Groot.", "Willem 'Wimpie' de Groot"),
        ("nl", '"We wonnen", zei Jan "Jantje" van der Berg.', 'Jan "Jantje" van der Berg'),
        ("it", "«Abbiamo perso», ha detto Maya Durante.", "Maya Durante"),
        ("en", '"We lost again," said Will Self.', "Will Self"),
    ],
)
def test_a_name_is_whole_over_a_nickname_and_with_a_small_word_for_a_surname(
    language: str, text: str, name: str
) -> None:
    assert [quote.resolved_speaker for quote in detect(text, language)] == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "fr",
            "— Il pleut ? demanda la cliente.\n— Non, répondit le marchand.\n— Dommage, dit-elle.",
            "la cliente",
        ),
        (
            "es",
            "«Llueve», dijo la presidenta. «No», respondió el vecino. «Da igual», añadió ella.",
            "la presidenta",
        ),
        ("fr", "« Il pleut », dit le marchand. « Dommage », ajouta-t-elle.", ""),
    ],
)
def test_a_pronoun_stands_for_whoever_was_described_and_fits(language: str, text: str, name: str) -> None:
    assert detect(text, language)[-1].resolved_speaker == name


@pytest.mark.parametrize(
    ("language", "text", "medium"),
    [
        ("fr", "« Qui va payer ? », demande Jean Morel.", Medium.SPEECH),
        ("fr", "« Qui va payer ? », s’est souvent demandé Jean Morel.", Medium.THOUGHT),
        ("fr", "Jean Morel se demande qui va payer la facture.", Medium.THOUGHT),
        ("es", "«¿Quién va a pagar?», preguntó Ana Ruiz.", Medium.SPEECH),
        ("es", "«¿Quién va a pagar?», se preguntó Ana Ruiz.", Medium.THOUGHT),
        ("it", "«Chi pagherà?», si chiede Anna Rossi.", Medium.THOUGHT),
    ],
)
def test_a_question_asked_of_oneself_is_a_thought(language: str, text: str, medium: Medium) -> None:
    (quote,) = detect(text, language)
    assert quote.medium == medium

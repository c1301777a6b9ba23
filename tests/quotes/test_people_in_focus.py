"""Whom "the Oregonian", "de spits", "she" and a bare surname mean: whoever the paragraph is about."""

import pytest

from reader.quotes import detect


def speakers(text: str, language: str) -> list[str]:
    return [quote.resolved_speaker for quote in detect(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Tom Brill won. “We ran,” Brill said.\n\nThe Oregonian said that it was late.", "Tom Brill"),
        (
            "en",
            "Hugh Pell lost. Tom Brill won. “We ran,” the Senegalese forward said.",
            "Tom Brill",
        ),
        (
            "en",
            "Coach Tom Brill won with striker Hugh Pell.\n\n“We ran,” Brill said.\n\n"
            "The former England defender said that it was late.",
            "Tom Brill",
        ),
        ("en", "It was a blow for Tom Brill.\n\n“We ran,” the winger said.", "Tom Brill"),
        ("nl", "Het kwam hard aan bij Ruud Pol. „We liepen”, zei de aanvoerder.", "Ruud Pol"),
        ("nl", "„We liepen”, zei Ruud Pol.\n\nDe Rotterdammer zei dat het laat was.", "Ruud Pol"),
        ("nl", "Ruud Pol verloor. „We liepen”, zei de voormalige doelman.", "Ruud Pol"),
        ("nl", "Hoofdonderzoeker Anja Pol telde. De epidemioloog zei dat het klopt.", "Anja Pol"),
    ],
)
def test_another_word_for_somebody_means_whoever_is_in_focus(language: str, text: str, name: str) -> None:
    assert speakers(text, language)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "Tom Brill won. The German chancellor said that it was late.",
        "Tom Brill won. The Guardian said that it was late.",
        "Tom Brill met Hugh Pell. The Oregonian said that it was late.",
    ],
)
def test_an_origin_before_an_office_or_of_one_of_two_means_nobody_named(text: str) -> None:
    assert speakers(text, "en")[-1] not in ("Tom Brill", "Hugh Pell")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "He told Ms Justice Ann Pell he fell. The judge said that it was late.", "Ann Pell"),
        ("en", "U.S. District Judge Ann Pell ruled. The judge said that it was late.", "Ann Pell"),
        ("en", "Gov. Ann Pell’s office shut. The governor said that it was late.", "Ann Pell"),
        ("en", "The bank’s economist, Dr. Ann Pell, left. The economist said that it was late.", "Ann Pell"),
        (
            "en",
            "A Cork farmer has won.\n\nMr Tom Brill (61) left.\n\nThe farmer said that it was late.",
            "Tom Brill",
        ),
        ("nl", "Zijn advocaat, meester Ruud Pol, zei dat het laat is.", "Ruud Pol"),
    ],
)
def test_who_is_introduced_by_a_title_or_in_the_lead(language: str, text: str, name: str) -> None:
    assert speakers(text, language)[-1] == name


def test_a_deputy_does_not_hold_the_office() -> None:
    text = "Deputy Mayor Ann Pell left. The mayor said that it was late."
    assert speakers(text, "en") == ["The mayor"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Quibella Voss was late. “I ran,” she says.\n\n“It rained,” Voss adds.",
            ["Quibella Voss", "Quibella Voss"],
        ),
        ("Yesterday Voss left. Voss said that it was late.", ["Voss"]),
    ],
)
def test_a_given_name_that_no_list_holds(text: str, names: list[str]) -> None:
    assert speakers(text, "en") == names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # who is named in what is said
        ("en", "Ann Pell nods. Ella Brill left. “Brill wins a lot,” she says.", "Ann Pell"),
        # who was "he" cannot be "she"
        ("en", "Ann Pell nods. Quillon Brill left. “I ran,” he says. “I won,” she says.", "Ann Pell"),
        # who asks is no subject
        ("en", "Hugh Pell left. Questioned by Tom Brill, the court heard. “I ran,” he said.", "Hugh Pell"),
        ("en", "Tom Brill of Leeds left. “I ran,” said Tom Brill of Leeds.", "Tom Brill"),
        ("nl", "„Ik liep”, zei directeur Pieter-Jan van der Pol (Pol Bouw).", "Pieter-Jan van der Pol"),
    ],
)
def test_who_is_meant_by_a_pronoun_or_a_longer_name(language: str, text: str, name: str) -> None:
    assert speakers(text, language)[-1] == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Tom Brill won. “We ran,” grinned the 22-year-old.", "Tom Brill"),
        (
            "en",
            "Rovers manager Tom Brill lost to United boss Hugh Pell. “We ran,” Pell said.\n\n"
            "Brill sat down. “They ran,” the manager said.",
            "Tom Brill",
        ),
        ("en", "Sir Tom Brill left. Sir Tom said that it was late.", "Tom Brill"),
        ("en", "Leader of the House V.K. Pell said that it was late.", "V.K. Pell"),
        ("en", "The playwright and broadcaster Ann Pell, who died, said that it was late.", "Ann Pell"),
        ("en", "Ann Pell wrote. Pell said that it was late. Her son is Tom Pell.", "Ann Pell"),
        ("en", "Ruth Donnelly is here. Donnelly says her members deserve more.", "Ruth Donnelly"),
        ("en", "Ann Pell, mitigating, spoke. “He is broken,” the barrister added.", "Ann Pell"),
        ("en", "The plan was described by a judge as “an utter shambles”.", "a judge"),
        (
            "en",
            "He said that it was over after films showed Tom Brill describing nurses as “a sorry rabble”.",
            "Tom Brill",
        ),
        (
            "en",
            "Experts not involved in the study called it convincing.",
            "Experts not involved in the study",
        ),
        (
            "en",
            "The judge, who described the row as “deeply sad”, urged the sides to talk.",
            "The judge",
        ),
        ("en", "Ann Pell, who in March predicted that it would rain, left.", "Ann Pell"),
        ("en", "Coach Tom Brill has lashed the system as “a lottery”.", "Tom Brill"),
        ("en", "The farmer accepted he had kept no records.", "The farmer"),
        ("en", "The company rejects that.", "The company"),
        (
            "en",
            "Sinn Féin’s Cormoran Duff called it “a sorry mess”.\n\nThe Louth TD said that it was late.",
            "Cormoran Duff",
        ),
        ("en", "Gareth Pell died.\n\nMrs Pell, 44, said that it was late.", "Mrs Pell"),
        ("en", "State Assemblymember Tom Brill ran. The lawmaker said that it was late.", "Tom Brill"),
        ("nl", "Premier Ruud Pol zwijgt. De N-VA’er zei dat het laat was.", "Ruud Pol"),
        ("nl", "Anja Pol werd tweede. De winnares van Luik-Namen zei dat het laat was.", "Anja Pol"),
        ("nl", "Haar collega van de FNV, Luc Smit, zei dat het laat was.", "Luc Smit"),
        (
            "en",
            "Tom Brill wept. “We ran,” Brill said. The former Rovers assistant said that it hurt.",
            "Tom Brill",
        ),
        ("nl", "In Gent staat directeur Anja Pol klaar. De schoolleider zei dat het laat was.", "Anja Pol"),
        ("nl", "Staatssecretaris Anja Pol zwijgt. „Te laat”, zei de bewindsvrouw in WNL.", "Anja Pol"),
        ("nl", "Zijn zoon Erik kwam. „Dat doe ik niet”, geeft die eerlijk toe.", "Erik"),
        ("nl", "Anja Pol beloofde niets, maar noemde het plan ‘heel sympathiek’.", "Anja Pol"),
        ("nl", "Locatiemanager Anja Pol kwam. De manager zei dat het laat was.", "Anja Pol"),
    ],
)
def test_who_is_behind_short_forms_and_in_asides(language: str, text: str, name: str) -> None:
    assert speakers(text, language)[-1] == name


def test_the_spokesman_of_somebody_is_not_whom_the_text_names() -> None:
    text = "Tom Brill was late. The minister’s spokesman said that it rained."
    assert speakers(text, "en") == ["The minister’s spokesman"]


def test_initials_of_a_country_are_no_name() -> None:
    assert speakers("U.S. District officials said that it was late.", "en") == ["U.S. District officials"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "nl",
            "Anja Smit won. „We liepen”, zei ze.\n\nPloegleider Adri Bos genoot. „Knap”, zei hij. "
            "„Ik wist het”, lachte de oud-renner.\n\n"
            "De Italiaanse Chiara Sala werd tweede. „Ik had de benen”, erkende de kopvrouw van Lampo.",
            "Chiara Sala",
        ),
        (
            "nl",
            "Ruud Pol verloor. „Hij was moe”, zei zijn trainer.\n\nElders genoot men. „Mooi”, zei de coach.",
            "de coach",
        ),
        (
            "fr",
            "Anne Roy, romancière, vit à Liège. « Je ris », dit-elle.\n\nLa principale intéressée, elle, "
            "botte en touche. Elle ne lit plus, assure-t-elle. L'écrivaine reconnaît avoir relu l'article.",
            "Anne Roy",
        ),
        (
            "es",
            "Yolanda y Piotr compraron una casa. «Vinimos por ella», cuentan. Él, informático, teletrabaja. "
            "«Si llueve, me voy», admite. Ella ha abierto un taller. «Aquí el tiempo vale», filosofa.",
            "Yolanda",
        ),
    ],
)
def test_other_words_mean_nobody_who_held_the_role_once_or_is_of_another(
    language: str, text: str, name: str
) -> None:
    assert speakers(text, language)[-1] == name


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "Tanto Ana Gil como Luis Mora dijeron que era tarde.", "Ana Gil y Luis Mora"),
        ("pt", "Tanto Ana Gil como Rui Sá disseram que era tarde.", "Ana Gil e Rui Sá"),
        ("nl", "Zowel Anja Pol als Ruud Bos zei dat het laat was.", "Anja Pol en Ruud Bos"),
    ],
)
def test_two_joined_by_a_pair_of_words_are_named_as_two(language: str, text: str, names: str) -> None:
    assert speakers(text, language) == [names]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", "Il presidente Neri è fiducioso. «Resta con noi», ha detto il patron.", "Neri"),
        ("fr", "La ministre Roy temporise. « Rien ne presse », répond la ministre.", "Roy"),
    ],
)
def test_a_surname_alone_behind_a_role_is_somebody_for_later_words(
    language: str, text: str, name: str
) -> None:
    (quote,) = detect(text, language, engine="rules")
    assert quote.speaker_name(text) == name


def test_who_a_portrait_is_about_is_meant_where_others_stand_between() -> None:
    text = (
        "Ada Neri torna in libreria. Per Neri è il decimo romanzo, e chi legge Neri sa attendere.\n\n"
        "Il critico Ugo Sala la ama: «È un classico». Piero Re la detesta, e lo scrive ogni anno.\n\n"
        "«Scrivo per chi tace», risponde la scrittrice."
    )
    *_, last = detect(text, "it", engine="rules")
    assert last.speaker_name(text) == "Ada Neri"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # who opens an article without a name has it in the second paragraph
        ("A teacher said that it was late.\n\nTom Brill, 41, of Leeds, has left.", "Tom Brill"),
        ("LEEDS — A judge said that it was late.\n\nDistrict Judge Tom Brill left.", "Tom Brill"),
        # who follows a spokesman is somebody else
        ("A spokesman said that it was late.\n\nTom Brill, 41, of Leeds, has left.", "A spokesman"),
        # a given name that no list has, before an age; a subject behind ", but"
        ("Her partner Zanzi, 35, was out.\n\n“We ran,” she said.", "Zanzi"),
        (
            "Hugh Pell left. Helen Brill asked the court for it, but her brother Tom ran. He said it rained.",
            "Tom",
        ),
        # a trade of no list, by the end of its noun
        ("It was a blow for Tom Brill.\n\n“We ran,” said the plasterer.", "Tom Brill"),
        # letters behind a name
        ("“We ran,” said Tom Brill KC.", "Tom Brill"),
    ],
)
def test_who_is_meant_in_british_and_american_news(text: str, name: str) -> None:
    assert speakers(text, "en")[-1] == name

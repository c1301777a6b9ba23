"""Who speaks in Dutch: what is heard somewhere, kin, two joined, initials, titles, and asides."""

import pytest

from reader.quotes import detect


def said(text: str) -> list[tuple[str, str, str]]:
    return [
        (quote.type.value, " … ".join(text[start:end] for start, end in quote.spans), quote.resolved_speaker)
        for quote in detect(text, "nl")
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("De club zwijgt niet. “Er gaat geen euro af”, klinkt het.", "De club"),
        ("Het kabinet-Pol weerlegt dat. “Er gaat geen euro af”, klinkt het daar.", "Het kabinet-Pol"),
        ("“Er gaat geen euro af”, klonk het streng bij de penningmeester.", "de penningmeester"),
        ("Ruud Pol schreef dat het laat was. ‘Er gaat geen euro af’, staat er.", "Ruud Pol"),
        (
            "Anja Pol klaagt. „Te laat”, zegt ze. Haar buurman lacht. „Het valt wel mee, hoor.”",
            "Haar buurman",
        ),
        (
            "Anja Pol zei nee. Haar buurman, de gepensioneerde leraar Luc Smit, is het eens. “Te druk hier.”",
            "Luc Smit",
        ),
        ("“Ik zoek hulp en ik heb spijt”, zei de beklaagde met gebogen hoofd.", "de beklaagde"),
        (
            "Anja Pol zei nee. Luc Smit kwam.\n\nIs hij bang? Smit schudt het hoofd. “Ik lees ze later wel.”",
            "Luc Smit",
        ),
        ("„Ik lees ze later”, zei directeur Monique Pol-de Boer.", "Monique Pol-de Boer"),
        ("Anja Pol wuift dat weg: “Onzin.”", "Anja Pol"),
        # a verb that no file holds
        ("“Het was een plan, meer niet”, snotterde Anja Pol na afloop.", "Anja Pol"),
        ("“Het was een plan, meer niet”, pleitte Anja Pol.", "Anja Pol"),
    ],
)
def test_who_says_words_in_marks(text: str, speaker: str) -> None:
    assert said(text)[-1][2] == speaker


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Zowel Ruud Pol als Anja Smit zegt dat het regent.",
            [("Indirect", "dat het regent", "Ruud Pol en Anja Smit")],
        ),
        (
            "Justitie zoekt Ferry K. (43) uit Gent. De verdachte zegt dat het regent.",
            [("Indirect", "dat het regent", "Ferry K.")],
        ),
        (
            "Dat is volgens ingewijden 1,4 miljard euro.",
            [("Indirect", "Dat is … 1,4 miljard euro", "ingewijden")],
        ),
        (
            "Hij kreeg de wind van voren van Club-voorzitter Ruud Pol, die vindt dat het regent.",
            [("Indirect", "dat het regent", "Ruud Pol")],
        ),
        (
            "De bond klaagt over de kosten als het niet stopt.",
            [("Reported", "De bond klaagt over de kosten als het niet stopt", "De bond")],
        ),
        (
            "Het water is weg, heeft zijn familie maandag laten weten.",
            [("Indirect", "Het water is weg", "zijn familie")],
        ),
        (
            "De schepen trekt die cijfers in twijfel.",
            [("Reported", "De schepen trekt die cijfers in twijfel", "De schepen")],
        ),
        ("Pol herinnert zich hoe het regende.", [("Indirect", "hoe het regende", "Pol")]),
        (
            "Het COA laat weten het besluit te betreuren.",
            [("Indirect", "het besluit te betreuren", "Het COA")],
        ),
        ("Pol vond de roman ‘te lang en te keurig’.", [("Direct", "‘te lang en te keurig’", "Pol")]),
    ],
)
def test_what_is_rendered_and_by_whom(text: str, found: list[tuple[str, str, str]]) -> None:
    assert said(text) == found


def test_a_verb_behind_an_aside_with_another_source() -> None:
    text = "Ruud Pol, die volgens zijn trainer was geblesseerd, vindt dat het beter moet."
    assert said(text)[-1] == ("Indirect", "dat het beter moet", "Ruud Pol")


def test_a_museum_is_no_she() -> None:
    text = "Ans Pol is dood. Het Stadsmuseum zei dat het treurt. In een interview zei ze dat het regende."
    assert said(text)[-1][2] == "Ans Pol"


@pytest.mark.parametrize("joint", [" en", ", maar"])
def test_an_act_before_the_verb_that_is_joined_to_it(joint: str) -> None:
    text = f"De bond eist opheldering{joint} zegt dat de brug veilig is."
    act, clause = said(text)
    assert act == ("Reported", "De bond eist opheldering", "De bond")
    assert clause == ("Indirect", "dat de brug veilig is", "De bond")


def test_what_is_negated_in_a_second_clause_negates_no_act_before() -> None:
    text = "De bond prijst de minister, maar wil niet langer wachten."
    assert said(text) == [("Reported", text.removesuffix("."), "De bond")]
    assert not said("De bond prijst de minister niet, maar wil wel wachten.")

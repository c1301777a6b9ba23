"""Who speaks in French news, where agencies and dailies set something between verb and speaker."""

import pytest

from reader.quotes import detect


def said(text: str) -> list[tuple[str, str]]:
    """What each quote says, and the name of who says it."""
    quotes = detect(text, "fr", engine="rules")
    return [(text[quote.spans[0].start : quote.spans[-1].end], quote.speaker_name(text)) for quote in quotes]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« La route rouvre », a dénoncé auprès de l'AFP Luc Morand, élu du port.", "Luc Morand"),
        ("« La route rouvre », a dénoncé devant la presse Luc Morand, élu du port.", "Luc Morand"),
        ("« La route rouvre », a expliqué à Ouest-France Luc Morand.", "Luc Morand"),
        ("« La route rouvre », a confié au Parisien la mère du garçon.", "la mère du garçon"),
        (
            "« La route rouvre », réagit-on à l'Union bretonne des pêcheries.",
            "l'Union bretonne des pêcheries",
        ),
    ],
)
def test_whoever_is_told_stands_before_who_speaks(text: str, name: str) -> None:
    assert said(text) == [("« La route rouvre »", name)]


@pytest.mark.parametrize(
    "frame",
    [
        "Luc Morand a pour sa part estimé",
        "Luc Morand a de son côté fait savoir",
        "Luc Morand a, de son côté, indiqué",
        "Luc Morand a quant à lui assuré",
        "Luc Morand a dans un premier temps affirmé",
    ],
)
def test_a_phrase_parts_the_auxiliary_from_its_participle(frame: str) -> None:
    text = f"{frame} que la route rouvrirait lundi."
    assert said(text) == [("que la route rouvrirait lundi", "Luc Morand")]


def test_a_phrase_parts_the_verb_of_a_tag() -> None:
    assert said("« La route rouvre », a pour sa part estimé Luc Morand.") == [
        ("« La route rouvre »", "Luc Morand")
    ]


NAMED_BEFORE = [
    ("Le ministre des Ports, Luc Morand, a reçu les élus.", "l'ancien maire de Brest", "Luc Morand"),
    ("Jeanne Le Goff a gagné le sprint.", "la Bretonne", "Jeanne Le Goff"),
    ("Nils Sorensen a gagné le sprint.", "le Danois", "Nils Sorensen"),
    ("Luc Morand est arrivé libre au tribunal.", "le Roubaisien", "Luc Morand"),
    ("Luc Morand élève des moutons à Gouzon.", "l'éleveur creusois", "Luc Morand"),
    ("La présidente de la région, Anne Roy, a répondu.", "la patronne de l'exécutif régional", "Anne Roy"),
    ("La députée Renaissance Anne Roy a déposé un texte.", "l'élue du Nord", "Anne Roy"),
    ("L'enseigne Nordik va fermer trois magasins.", "le groupe", "Nordik"),
    ("Le trafic sera réduit, a annoncé la SNCF. Il reprendra lundi.", "la compagnie", "la SNCF"),
    (
        "Le président russe Ivan Orlov s'est tu. Petro Savchenko a salué le vote.",
        "le dirigeant ukrainien",
        "Petro Savchenko",
    ),
]


@pytest.mark.parametrize(("before", "phrase", "name"), NAMED_BEFORE)
def test_a_description_means_who_was_named_before(before: str, phrase: str, name: str) -> None:
    assert said(f"{before} « C'est un choc », a lâché {phrase}.")[-1] == ("« C'est un choc »", name)


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("Le maire, Luc Morand, est ravi.", "l'ancien maire"),
        ("Anne Roy a gagné le sprint.", "le Danois"),
        ("Luc Morand élève des moutons. Paul Roy aussi.", "un éleveur creusois"),
        ("Luc Morand est ravi.", "une déléguée CFTC"),
        ("Jean Le Goff a gagné le sprint.", "Le Parisien"),
    ],
)
def test_a_description_that_fits_nobody_before_stays_as_written(before: str, phrase: str) -> None:
    assert said(f"{before} « C'est un choc », a lâché {phrase}.")[-1] == ("« C'est un choc »", phrase)


def test_a_given_name_alone_is_whom_a_pronoun_means() -> None:
    text = "« On tient », dit Jeanne Le Goff. La préfète, Anne Roy, se tait. De quoi rassurer Jeanne ?"
    assert said(f"{text} « On verra », souffle-t-elle.")[-1] == ("« On verra »", "Jeanne Le Goff")


def test_the_state_s_representative_is_the_prefect() -> None:
    text = "Le préfet du Var, Luc Morand, s'inquiète. Le représentant de l'État appelle à rester chez soi."
    assert said(text) == [("à rester chez soi", "Luc Morand")]


@pytest.mark.parametrize(
    "text",
    ["La découverte n'étonne qu'à moitié les spécialistes.", "Le maire n'admet que deux erreurs de gestion."],
)
def test_what_only_restricts_is_nothing_that_is_said(text: str) -> None:
    assert not said(text)


def test_he_is_who_is_named_behind_a_noun_and_its_adjective() -> None:
    text = "Son directeur sportif, Luc Morand, s'est montré ravi. Selon lui, la météo a aidé son équipe."
    assert said(text)[-1][1] == "Luc Morand"

"""Who speaks in Dutch and Flemish news, whom it calls by trade, party, origin or the kind of firm."""

import pytest

from reader.quotes import detect


def said(text: str) -> list[tuple[str, str]]:
    """What each quote says, and the name of who says it."""
    quotes = detect(text, "nl", engine="rules")
    return [(text[quote.spans[0].start : quote.spans[-1].end], quote.speaker_name(text)) for quote in quotes]


NAMED_BEFORE = [
    ("Joris Maas (44) heeft zestig koeien in Deurne.", "de melkveehouder", "Joris Maas"),
    ("Greet Peeters woont al jaren in de straat.", "de buurtbewoonster", "Greet Peeters"),
    ("Pieter Bos stapt uit de fractie.", "het Kamerlid", "Pieter Bos"),
    ("Partijleider Karin Pol was er ook.", "de BTP-voorvrouw", "Karin Pol"),
    ("Pieter Bos deed een oproep.", "de oud-Eurocommissaris", "Pieter Bos"),
    ("Pieter Bos was na afloop kritisch.", "de oefenmeester", "Pieter Bos"),
    ("De burgemeester won van de Noorse Ingvild Bakke.", "de Noorse", "Ingvild Bakke"),
    ("De NS past de dienst aan.", "de vervoerder", "De NS"),
    ("Busbouwer Wielhart schrapt banen.", "het bedrijf", "Wielhart"),
    ("Delta Staal gaat in beroep.", "het staalbedrijf uit Delfzijl", "Delta Staal"),
    ("Het KNMI waarschuwt. Er komt wind.", "het weerinstituut", "Het KNMI"),
]


@pytest.mark.parametrize(("before", "phrase", "name"), NAMED_BEFORE)
def test_a_description_means_who_was_named_before(before: str, phrase: str, name: str) -> None:
    assert said(f"{before} ‘Het is genoeg’, zegt {phrase}.")[-1] == ("‘Het is genoeg’", name)


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("Joris Maas en Jan Pol hebben koeien.", "de melkveehouder"),
        ("Wethouder Joris Maas keek toe.", "een melkveehouder"),
        ("Ditmaal ging het mis.", "het bedrijf"),
    ],
)
def test_a_description_that_fits_nobody_before_stays_as_written(before: str, phrase: str) -> None:
    assert said(f"{before} ‘Het is genoeg’, zegt {phrase}.")[-1] == ("‘Het is genoeg’", phrase)


def test_a_suspect_is_called_by_what_the_first_paragraph_tells() -> None:
    text = "Het OM eist drie jaar cel tegen een 61-jarige huisarts.\n\nHans van der V. keek weg. "
    assert said(text + "‘Spaargeld’, zei de huisarts.")[-1] == ("‘Spaargeld’", "Hans van der V.")


def test_the_office_of_a_prosecutor_is_no_part_of_the_name() -> None:
    text = "‘De verdachte liegt’, zei officier van justitie Wendela Bakhuis."
    assert said(text) == [("‘De verdachte liegt’", "Wendela Bakhuis")]


def test_a_relative_goes_on_behind_a_party_in_brackets() -> None:
    text = "‘Rustig’, aldus minister Bo Maas (BTP), die benadrukt dat er niets beslist is."
    assert said(text)[-1] == ("dat er niets beslist is", "Bo Maas")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bos is blij dat er eindelijk schaduw komt.", ("dat er eindelijk schaduw komt", "Bos")),
        (
            "De rechter hield hem voor dat er geld in de vriezer lag.",
            ("dat er geld in de vriezer lag", "De rechter"),
        ),
        ("Volgens de bakkerij overleed hij in zijn slaap.", ("overleed hij in zijn slaap", "de bakkerij")),
    ],
)
def test_adjectives_verbs_and_sources_tell_what_is_said(text: str, found: tuple[str, str]) -> None:
    assert said(text) == [found]


def test_what_somebody_is_asked_is_nothing_that_is_said() -> None:
    assert not said("Op de vraag of ze blij is dat het toernooi doorgaat, haalt ze de schouders op.")


def test_a_given_name_with_an_age_speaks_on() -> None:
    text = "Bij Fietsbond Zuid klinkt kritiek. ‘Het is mis’, zegt Ann Pol. Lotte (15) uit Zele fietst nu. "
    assert said(text + "‘Mijn vader was het beu’, lacht ze.")[-1] == ("‘Mijn vader was het beu’", "Lotte")


def test_a_given_name_that_a_question_begins_with_is_whom_he_means() -> None:
    text = "Jaap de Bruin werd opgelicht. ‘Hij zweeg’, zegt zijn vrouw. En Jaap? Die neemt niet meer op. "
    assert said(text + "‘Ze komen maar langs’, bromt hij.")[-1] == ("‘Ze komen maar langs’", "Jaap de Bruin")


def test_words_in_marks_may_open_what_somebody_says_of_himself() -> None:
    text = "Burgemeester Wil Maas zegt „zeer geschrokken” te zijn van de brand."
    content = "„zeer geschrokken” te zijn van de brand"
    assert said(text) == [(content, "Wil Maas"), ("„zeer geschrokken”", "Wil Maas")]


def test_a_familiar_given_name_tells_who_a_surname_is() -> None:
    text = "Zondag sluit Sjors van Ravel zijn zaak. Het was mooi geweest, aldus Van Ravel."
    assert said(text) == [("Het was mooi geweest", "Sjors van Ravel")]


def test_a_zoning_plan_says_something() -> None:
    text = "In het bestemmingsplan staat dat er winkels mogen komen."
    assert said(text) == [("dat er winkels mogen komen", "het bestemmingsplan")]


@pytest.mark.parametrize("trade", ["kastelein", "monteur", "imker"])
def test_a_trade_that_opens_the_sentence_before_is_whom_he_means(trade: str) -> None:
    text = f"Voorzitter Ad Moes kwam langs. De {trade} zelf wil weg. „Het is mooi geweest”, bromt hij."
    assert said(text) == [("„Het is mooi geweest”", f"De {trade}")]

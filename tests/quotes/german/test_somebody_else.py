"""Who is named within a phrase, or within what is said, is not who says it."""

import pytest

from reader.quotes import detect


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Bader ist Minister. „Ja, klar“, sagt Baders Sprecherin.", "Baders Sprecherin"),
        ("Tom Bader ist Minister. „Doch, klar“, sagte Baders Mutter Eva.", "Eva"),
        ("„Nie wieder“, sagte Hans Marx’ Anwalt.", "Hans Marx’ Anwalt"),
        ("Tom Bader ging. Das Umfeld von Bader schwieg. Bader sagte: „Nie wieder.“", "Tom Bader"),
        ("Mit einem Freund Tom Baders kam sie. Bader sagte: „Nie wieder.“", "Tom Bader"),
    ],
)
def test_a_name_that_another_phrase_holds_is_not_the_speaker(text: str, name: str) -> None:
    assert [quote.resolved_speaker for quote in detect(text, "de", engine="rules")] == [name]


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kolb habe nie gesagt, dass sie gehe, erklärte Max Ott.", "Max Ott"),
        ("Der Rat habe behauptet, der Weg sei frei, sagte Eva Lang.", "Eva Lang"),
    ],
)
def test_what_somebody_is_said_to_have_said_is_of_who_tells_it(text: str, name: str, engine: str) -> None:
    quotes = [quote for quote in detect(text, "de", engine=engine) if quote.resolved_speaker]
    assert [(quote.resolved_speaker, quote.words(text)) for quote in quotes] == [
        (name, text.rpartition(",")[0])
    ]


def test_an_age_is_not_that_of_who_writes_under_a_handle() -> None:
    text = "„Nie wieder“, schreibt Nutzer kalle_83 auf X. „Ich habe nichts gesehen“, sagt die 68-Jährige."
    assert [quote.resolved_speaker for quote in detect(text, "de")] == ["kalle_83", ""]


@pytest.mark.parametrize(
    "text",
    [
        "„Wir bleiben“, sagten Anne Lehmann, Krankenschwester, und Bodo Hall.",
        "„Wir bleiben“, sagten Anne Lehmann, 31, und Bodo Hall, 29.",
        "„Wir bleiben“, erklärten die Sprecherin, Anne Lehmann, und Bodo Hall.",
    ],
)
def test_two_who_speak_are_two_over_ages_trades_and_roles(text: str) -> None:
    assert [quote.resolved_speaker for quote in detect(text, "de")] == ["Anne Lehmann und Bodo Hall"]


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ida Sommer strahlt. Ihre Enkelin habe das Bild gemalt, erzählt sie.", "Ida Sommer"),
        ("Jonas Reuter winkt ab. Der Trainer habe recht, sagt er.", "Jonas Reuter"),
    ],
)
def test_a_pronoun_is_nobody_who_is_named_in_what_it_says(text: str, name: str, engine: str) -> None:
    assert [quote.resolved_speaker for quote in detect(text, "de", engine=engine)][-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Am Dienstag kam der Bürgermeister. Er bat die Leute, zu gehen.", "Bürgermeister"),
        ("Der Radfahrer stürzte. Nach eigenen Angaben trug er keinen Helm.", "Radfahrer"),
        ("In Ulm sind nach eigenen Angaben 410 000 Menschen ohne Strom.", ""),
        ("Der Verein zählt nach eigenen Angaben 410 000 Menschen zu seinen Freunden.", "Verein"),
    ],
)
def test_the_subject_speaks_of_itself(text: str, name: str) -> None:
    assert [quote.resolved_speaker for quote in detect(text, "de", engine="rules")] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ronny Harder sieht das anders. „Quatsch“, wettert der Bodybuilder.", "Ronny Harder"),
        ("Kapitän Lars Ohlsen tobte. „Das war nichts“, so der Innenverteidiger.", "Lars Ohlsen"),
        ("Lars Ohlsen ging.\n\nDas Wetter war gut. „Das war nichts“, so der Angler.", "Angler"),
        ("Ein Angler kam mit Lars Ohlsen. „Das war nichts“, so der Angler.", "Angler"),
        ("Ida Ohlsen kam. „Das war nichts“, so der Angler.", "Angler"),
    ],
)
def test_a_word_of_no_list_means_who_is_in_focus_in_its_paragraph(text: str, name: str) -> None:
    assert [quote.resolved_speaker for quote in detect(text, "de", engine="rules")][-1] == name


@pytest.mark.parametrize("engine", ["rules", "learned"])
def test_a_pronoun_means_who_was_called_by_a_trade_just_before(engine: str) -> None:
    text = (
        "Rudi Essl klagt. Stammkunde Ali Demir kommt oft. „Beste Brezeln“, sagt der Taxifahrer. "
        "Dann geht er. „Die zwei hören nie auf“, ruft er."
    )
    assert detect(text, "de", engine=engine)[-1].resolved_speaker == "Ali Demir"


def test_who_is_named_before_the_verb_does_it_though_a_noun_follows() -> None:
    (quote,) = detect("Sein Verteidiger Markus Thoma beantragte Freispruch.", "de", engine="rules")
    assert quote.resolved_speaker == "Markus Thoma"

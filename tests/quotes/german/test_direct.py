"""Direct speech in marks, and marks around no speech."""

import pytest

from tests.quotes.german.rules import D, Row, found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ott sagte: „Wir bauen weiter.“", (D, "„Wir bauen weiter.“", "Ott", "sagte")),
        ("„Wir bauen weiter“, sagte Ott.", (D, "„Wir bauen weiter“", "Ott", "sagte")),
        ("„Endlich“, seufzt Ida Ott, 43.", (D, "„Endlich“", "Ida Ott, 43", "seufzt")),
        ("„Was soll das?“ empört sich die Lehrerin.", (D, "„Was soll das?“", "die Lehrerin", "empört")),
        ("„Quatsch“, meint dagegen Ida Ott.", (D, "„Quatsch“", "Ida Ott", "meint")),
        ("Ida Ott strahlt: „Endlich.“", (D, "„Endlich.“", "Ida Ott", "")),
        ("„Wir bauen weiter!“ rief Ott.", (D, "„Wir bauen weiter!“", "Ott", "rief")),
        ("Ott: „Wir bauen jetzt endlich weiter.“", (D, "„Wir bauen jetzt endlich weiter.“", "Ott", "")),
        ("„Wir“, sagte Ott, „bauen weiter.“", (D, "„Wir“ … „bauen weiter.“", "Ott", "sagte")),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Der Film „Das Haus am Fluss“ lief im Kino.",
        "Die „Seeadler“ lag im Hafen von Emden.",
        "Er steht auf der Liste (deutsch „großer Bär“).",
        "",
        "„",
    ],
)
def test_no_quote(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["„Nebel“, heißt der Film.", "Die „Nebel“, ein Boot, sank."])
def test_name_in_marks_before_a_verb_is_no_speech(text: str) -> None:
    assert found(text) == []


def test_post_in_social_media() -> None:
    text = 'Auf Mastodon schrieb Ott: "Das war knapp! #bahn @leitstelle"'
    assert found(text) == [(D, '"Das war knapp! #bahn @leitstelle"', "Ott", "schrieb")]


def test_forgotten_mark_costs_one_quote() -> None:
    text = "„Wir bauen weiter, sagte Ott.\n\n„Wir hören auf“, sagte Uhl. „Das ist besser so.“"
    direct = [q[1:3] for q in found(text) if q[0] == D]
    assert direct == [("„Wir hören auf“", "Uhl"), ("„Das ist besser so.“", "Uhl")]


def test_quote_over_paragraphs_takes_the_tag_behind_it() -> None:
    text = "„Wir haben lange gewartet.\n\n„Jetzt ist Schluss“, sagte Ott."
    assert found(text) == [(D, "„Wir haben lange gewartet.\n\n„Jetzt ist Schluss“", "Ott", "sagte")]


ORDINARY = (
    "Der Sprecher sagte: „Wir bauen weiter.“ Ida Ott meinte: „Das ist gut.“\n\n"
    "„Endlich“, seufzte Jan Kolb. Die Chefin sagte, der Umbau laufe gut.\n\n„Nein“, rief Ott."
)


@pytest.mark.parametrize("stray", ["„\n\n", "„“\n\n", '"\n\n', "«\n\n", "»\n\n"])
def test_stray_mark_in_front_of_a_text_costs_nothing(stray: str) -> None:
    assert found(stray + ORDINARY) == found(ORDINARY)


@pytest.mark.parametrize("name", ["Die „ Chefin", "Die „Chefin"])
def test_forgotten_mark_before_a_name_costs_nothing(name: str) -> None:
    spoken = [said for kind, said, *_ in found(ORDINARY.replace("Die Chefin", name)) if kind == D]
    assert spoken == ["„Wir bauen weiter.“", "„Das ist gut.“", "„Endlich“", "„Nein“"]


def test_speech_over_paragraphs_is_one_quote() -> None:
    text = "Kolb sagte: „Wir bauen. Und zwar bald.\n\n„Dann kommt der Turm.“ Mehr sagte er nicht."
    assert [said for _, said, *_ in found(text)] == ["„Wir bauen. Und zwar bald.\n\n„Dann kommt der Turm.“"]

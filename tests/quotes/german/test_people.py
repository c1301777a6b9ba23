"""Who a speaker is: full names for surnames and pronouns, kind, role and affiliation."""

import pytest

from reader.models import SourceKind
from reader.quotes import detect


def speakers(text: str) -> list[tuple[str, SourceKind, str, str]]:
    return [
        (q.resolved_speaker, q.speaker_kind, q.speaker_role, q.speaker_affiliation)
        for q in detect(text, "de", engine="rules")
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("SPD-Chefin Anna Berg sagte, es regne.", ("Anna Berg", SourceKind.PERSON, "SPD-Chefin", "SPD")),
        ("Karl Ott (CDU) sagte, es regne.", ("Karl Ott", SourceKind.PERSON, "", "CDU")),
        (
            "Ein Sprecher des Amtes sagte, es regne.",
            ("Sprecher des Amtes", SourceKind.PERSON, "Sprecher des Amtes", "Amt"),
        ),
        (
            "Der Leiter des Hauses, Karl Ott, sagte, es regne.",
            ("Karl Ott", SourceKind.PERSON, "Leiter des Hauses", "Haus"),
        ),
        (
            "Karl Ott, der Leiter des Hauses, sagte, es regne.",
            ("Karl Ott", SourceKind.PERSON, "Leiter des Hauses", "Haus"),
        ),
        ("Ursula von der Leine sagte, es regne.", ("Ursula von der Leine", SourceKind.PERSON, "", "")),
        ("Nach Angaben der Polizei regnet es.", ("Polizei", SourceKind.ORGANISATION, "", "")),
        (
            "Laut einer Studie der Universität regnet es.",
            ("Studie der Universität", SourceKind.DOCUMENT, "", "Universität"),
        ),
        ("Aus Regierungskreisen hieß es, es regne.", ("Regierungskreisen", SourceKind.ANONYMOUS, "", "")),
        (
            "Ein Beamter, der nicht genannt werden wollte, sagte, es regne.",
            ("Beamter", SourceKind.ANONYMOUS, "Beamter", ""),
        ),
        ("Die NATO sagte, es regne.", ("NATO", SourceKind.ORGANISATION, "", "")),
        (
            "Anwalt Dr. Jan Ott sagte, es regne.",
            ("Jan Ott", SourceKind.PERSON, "Anwalt", ""),
        ),
    ],
)
def test_first_mention(text: str, who: tuple[str, SourceKind, str, str]) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Der Vorsitzende Karl Ott sagte, es regne.", "Vorsitzender"),
        ("Die Vorsitzende Anna Berg sagte, es regne.", "Vorsitzende"),
        ("Nach Angaben des Vorsitzenden Karl Ott regnet es.", "Vorsitzender"),
        ("Nach Angaben der Vorsitzenden Anna Berg regnet es.", "Vorsitzende"),
        ("Der stellvertretende Vorsitzende Karl Ott sagte, es regne.", "stellvertretender Vorsitzender"),
        ("Der SPD-Vorsitzende Karl Ott sagte, es regne.", "SPD-Vorsitzender"),
        ("Karl Ott, der Vorsitzende des Vereins, sagte, es regne.", "Vorsitzender des Vereins"),
        ("Der frühere Chef Karl Ott sagte, es regne.", "früherer Chef"),
        ("Das neue Mitglied Karl Ott sagte, es regne.", "neues Mitglied"),
        ("Der Experte Karl Ott sagte, es regne.", "Experte"),
        ("Nach Angaben des Ministers Karl Ott regnet es.", "Minister"),
        ("Laut dem Beauftragten Karl Ott regnet es.", "Beauftragter"),
    ],
)
def test_a_role_is_kept_in_the_nominative(text: str, role: str) -> None:
    ((name, _, found, _),) = speakers(text)
    assert name in ("Karl Ott", "Anna Berg")
    assert found == role


def test_a_role_leads_back_to_whoever_was_introduced_by_it_in_another_form() -> None:
    text = "Der Vorsitzende Karl Ott kam an. Der Vorsitzende sagte, es regne."
    assert speakers(text)[0][0] == "Karl Ott"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister Karl Ott kam an. Ott sagte, es regne.", "Karl Ott"),
        ("Karl Ott kam an. Er sagte, es regne.", "Karl Ott"),
        ("Die Chefin Anna Berg traf den Trainer Karl Ott. Sie sagte, es regne.", "Anna Berg"),
        ("Kanzlerin Merkel wurde von Leuten gefragt. „Nein, heute nicht“, antwortete sie.", "Merkel"),
        ("Baschar al-Assad kam an. Assad sagte, es regne.", "Baschar al-Assad"),
        ("Ratsherr Theo Bruns kam an. Bruns sagte, es regne.", "Theo Bruns"),
        ("Nach Ansicht des Vorsitzenden Uwe Jelt regnet es.", "Uwe Jelt"),
        ("Karl Otts Plan steht. Ott sagte, es regne.", "Karl Ott"),
        ("Landrätin Birgit Sahm kam an. Sie sagte, es regne.", "Birgit Sahm"),
        ("Der Vorsitzende Richter Uwe Lachmann sagte, es regne.", "Uwe Lachmann"),
        ("Energieökonom Prof. Jan Weiler von der TU Ahlen sagte, es regne.", "Jan Weiler"),
        ("Praesident Gerd Wallmann sagte, es regne.", "Gerd Wallmann"),
        ("Ute Siebert kam an. Nach ihren Worten regnet es.", "Ute Siebert"),
        ("Jan Weiler traf Ute Siebert. Seiner Meinung nach regnet es.", "Jan Weiler"),
        ("Petra Lind traf Jan Ott. Er sagte, es regne.", "Jan Ott"),
        ("Jan Ott sagte, es regne. Uwe Bohm nickte. Er sagte, es hagle.", "Uwe Bohm"),
        ("Uwe Hollmann kam an. Hollmann sagte, es regne.", "Uwe Hollmann"),
        ("Bundesrätin Corisanda Aebi sagte, es regne.", "Corisanda Aebi"),
        ("Jan Ott brauchte vier Millionen Euro. Er sagte, es regne.", "Jan Ott"),
        ("Petra Lind traf Jan Ott. Sie sagte, es regne.", "Petra Lind"),
        ("Karl Ott in Ahlen sagte, es regne. Er ging. Auch er sagte, es hagle.", "Karl Ott"),
        ("Nach Angaben des Kreises Ahlen regnet es.", "Kreis Ahlen"),
        ("Nach Angaben des Ministeriums regnet es.", "Ministerium"),
        ("Ida Ott traf Onno Harms. „Es regnet“, sagte der 58-Jährige.", "Onno Harms"),
        ("Die Bahn hat nach eigenen Angaben zehn Züge.", "Bahn"),
        ("Umweltministerin Ida Kehr kam an. Die Ministerin sagte, es regne.", "Ida Kehr"),
        ("Minister Jan Ott kam mit Minister Tim Bohm. Der Minister sagte, es regne.", "Minister"),
        ("Ein Bericht liegt vor. Demnach regnet es.", ""),
    ],
)
def test_chain_of_names(text: str, name: str) -> None:
    assert speakers(text)[-1][0] == name


def test_role_of_the_first_mention_is_kept() -> None:
    quotes = speakers("SPD-Chefin Anna Berg kam. Berg sagte, es regne. Sie fügte hinzu, es hagle.")
    assert {quote[1:] for quote in quotes} == {(SourceKind.PERSON, "SPD-Chefin", "SPD")}


@pytest.mark.parametrize("word", ["Dessen", "Deren"])
def test_whose_spokeswoman_it_is_belongs_to_no_role(word: str) -> None:
    text = f"Der Rat schweigt. {word} Sprecherin Lea Demir sagte: „Wir prüfen das.“"
    assert [(name, role) for name, _, role, _ in speakers(text)] == [("Lea Demir", "Sprecherin")]


@pytest.mark.parametrize("heading", ["Freibad", "Schwimmbad Nord", "Klage"])
def test_a_heading_is_no_part_of_the_name_below_it(heading: str) -> None:
    text = f"{heading}\n\nHelga Brandt sagte: „Wir werden das Bad im Mai schließen.“"
    assert [quote.resolved_speaker for quote in detect(text, "de", engine="rules")] == ["Helga Brandt"]


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("introduced", "name", "role"),
    [
        ("den früheren Baudezernenten Jan Mohr", "Jan Mohr", "früherer Baudezernent"),
        ("den Architekten Udo Rahn", "Udo Rahn", "Architekt"),
        ("den Präsidenten Max Ostendorf", "Max Ostendorf", "Präsident"),
    ],
)
def test_a_role_that_ends_otherwise_in_other_cases_is_no_part_of_the_name(
    engine: str, introduced: str, name: str, role: str
) -> None:
    text = f"Das Gericht hat {introduced} verurteilt. Er habe „nie einen Cent genommen“, hatte er beteuert."
    found = detect(text, "de", engine=engine)
    assert {(quote.resolved_speaker, quote.speaker_role) for quote in found} == {(name, role)}


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize("body", ["der Technischen Hochschule", "der Deutschen Umwelthilfe"])
def test_where_somebody_comes_from_is_no_part_of_the_name(engine: str, body: str) -> None:
    (quote,) = detect(f"Eva Haas von {body} sagte, das Moor binde Kohlendioxid.", "de", engine=engine)
    assert quote.resolved_speaker == "Eva Haas"


@pytest.mark.parametrize(
    ("where", "affiliation"),
    [
        ("des Kremls", "Kreml"),
        ("der Technischen Hochschule", "Technische Hochschule"),
        ("des Auswärtigen Amtes", "Auswärtiges Amt"),
        ("des Flughafens Bremen", "Flughafen Bremen"),
        ("von der Merkurbank", "Merkurbank"),
    ],
)
def test_where_somebody_belongs_is_named_as_in_a_register(where: str, affiliation: str) -> None:
    (quote,) = detect(f"Karl Ott, der Sprecher {where}, sagte, es regne.", "de", engine="rules")
    assert quote.speaker_affiliation == affiliation


@pytest.mark.parametrize(
    ("speaker", "name", "role"),
    [
        ("Badegast Yıldız Aydın", "Yıldız Aydın", "Badegast"),
        ("Torschütze Kwame Mensah", "Kwame Mensah", "Torschütze"),
        ("Kassiererin Nele", "Nele", "Kassiererin"),
        ("Wagner Karl", "Wagner Karl", ""),
    ],
)
def test_what_somebody_does_is_no_part_of_the_name(speaker: str, name: str, role: str) -> None:
    (who,) = speakers(f"„Das reicht“, sagt {speaker}.")
    assert (who[0], who[2]) == (name, role)


def test_adjectives_belong_to_the_name_of_several_states() -> None:
    assert [who[0] for who in speakers("Die Vereinten Nationen sagten, es fehle Geld.")] == [
        "Vereinte Nationen"
    ]

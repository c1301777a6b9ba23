"""Speech acts that are told without their words."""

import pytest

from reader.models import QuoteType
from reader.quotes import detect
from tests.quotes.german.rules import R, found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Verein sprach von einer Zumutung.", "Der Verein"),  # assessment
        ("Der Verein kritisierte die Sperrung als voreilig.", "Der Verein"),
        ("Ott hält den Steg für gefährlich.", "Ott"),
        ("Der Rat bezifferte den Schaden auf drei Millionen Euro.", "Der Rat"),  # figure
        ("Ott verwies auf den Haushalt.", "Ott"),  # reference
        ("Der Sender berichtete von vier Verletzten.", "Der Sender"),  # report
        ("Der Verein verlangte eine Fähre.", "Der Verein"),  # demand
        ("Der Verband befürchtet einen Streik.", "Der Verband"),  # forecast
        ("Ott warf der Stadt Untätigkeit vor.", "Ott"),  # accusation
        ("Der Minister kündigte eine Prüfung an.", "Der Minister"),  # announcement
        ("Der Verband bemängelte die Kosten.", "Der Verband"),  # criticism
        ("Ott sprach sich für eine Fähre aus.", "Ott"),  # position
        ("Ina Ott gab ihren Fehler zu.", "Ina Ott"),
        ("Der Schülerrat sieht das anders.", "Der Schülerrat"),
        ("Der Verein reagierte mit Unverständnis.", "Der Verein"),
        ("Ina Ott erkundigte sich nach den Kosten.", "Ina Ott"),
        ("Vom Verein wurde eine Fähre gefordert.", "Verein"),  # passive with who did it
        ("Den Schaden beziffert die Wehr auf 40.000 Euro.", "die Wehr"),  # the sum is no part of the speaker
        ("Den Schaden beziffert die Wehr auf drei Millionen Euro.", "die Wehr"),
        # What stands first is the object: it is a plural, the verb is none.
        ("Die Kosten beziffert die Verwaltung auf drei Millionen Euro.", "die Verwaltung"),
        ("Die Mehrkosten bezifferte das Bauamt auf eine Million Euro.", "das Bauamt"),
        ("Die Vorwürfe weist die Klinik zurück.", "die Klinik"),
        ("Die IG Metall wertet die Einigung der Belegschaft als Erfolg.", "Die IG Metall"),
        # Bare acts, told where somebody does them.
        ("Die Opposition kritisierte die Sperrung.", "Die Opposition"),
        ("Die Grünen kritisierten die Sperrung.", "Die Grünen"),
        ("Die AfD lehnte die Sperrung ab.", "Die AfD"),
        ("Die Ärztekammer begrüßte die Sperrung.", "Die Ärztekammer"),
        ("Ott bedauerte den Beschluss.", "Ott"),
        ("Die Ministerin wies die Vorwürfe zurück.", "Die Ministerin"),
        ("Die Firma bestreitet den Vorwurf.", "Die Firma"),
        ("Der Verband begrüßte den Beschluss.", "Der Verband"),
        ("Ott pflichtete ihm bei.", "Ott"),
        ("Kolb räumte Fehler ein.", "Kolb"),
        ("Der Angeklagte bestreitet die Tat.", "Der Angeklagte"),
        ("Der 34-Jährige wies das zurück.", "Der 34-Jährige"),
        ("Der Verein rief zu einer Kundgebung auf.", "Der Verein"),
        ("Ott machte den Rat verantwortlich.", "Ott"),
        ("Die Trainerin hat ihren Abschied bekannt gegeben.", "Die Trainerin"),
        ("Der Verband erwartet einen Streik.", "Der Verband"),
        ("Ott erklärte seinen Rücktritt.", "Ott"),
        ("Die Chefin bestätigte Gespräche.", "Die Chefin"),
        ("Die Gewerkschaft drohte mit Streik.", "Die Gewerkschaft"),
        ("Die Ministerin gab dem Bund die Schuld.", "Die Ministerin"),
        ("Die Firma machte keine Angaben.", "Die Firma"),
        ("Ott entschuldigte sich für den Fehler.", "Ott"),
        ("Der Verein äußerte Bedenken.", "Der Verein"),
        ("Als Grund führte Ott die Kälte an.", "Ott"),
        ("Ein Sprecher wollte sich dazu nicht äußern.", "Ein Sprecher"),
        ("Die Firma nahm dazu keine Stellung.", "Die Firma"),
    ],
)
def test_an_act_is_told_by_its_subject(text: str, speaker: str) -> None:
    assert found(text) == [(R, text, speaker, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Es wurde eine Fähre gefordert.",  # by nobody
        "Der Verein könnte eine Fähre fordern.",  # may come
        "Der Verein forderte keine Fähre.",  # was not done
        "Die Liste nennt sich unabhängig.",  # a name
        "Niemand kritisierte die Sperrung.",  # by nobody
        "Keine Schule kritisierte die Sperrung.",
        "Der Gemeinderat lehnte die Fähre ab.",  # it decides
        "Das Gericht bestätigte das Urteil.",
        "Der Brand drohte überzugreifen.",  # no speech
        "Ott hatte die Sperrung kritisiert.",  # long before what is told
        "Die Sperrung wurde kritisiert.",
        "Ott äußerte sich zu den Plänen.",  # a comment, and nothing of it
        "Der Verein unterstützt die Fähre.",  # told too seldom to be taken
    ],
)
def test_what_nobody_did_is_no_act(text: str) -> None:
    assert found(text) == []


def test_what_is_warned_of_hears_nothing() -> None:
    (quote,) = detect("Der Verein warnte vor dünnem Eis.", "de", engine="rules")
    assert quote.type == QuoteType.REPORTED
    assert quote.addressee == ()


def test_what_somebody_had_done_before_is_no_quote() -> None:
    assert found("Der Verein hatte eine Fähre gefordert.") == []
    assert [row[2] for row in found("Der Verein hat eine Fähre gefordert.")] == ["Der Verein"]

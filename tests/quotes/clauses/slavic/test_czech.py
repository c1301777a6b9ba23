"""Czech sentences, invented, with what a user sees of them: type, words said and speaker."""

import pytest

from tests.quotes.clauses.slavic.seen import names, said

QUOTES = [
    ("Mluvčí v úterý oznámil, že most otevřou.", ("Indirect", "že most otevřou", "Mluvčí")),
    ("„Nevím,“ řekla včera ministryně Jana Malá.", ("Direct", "„Nevím,“", "ministryně Jana Malá")),
    ("»Nevím,« odpověděl Karel Kos.", ("Direct", "»Nevím,«", "Karel Kos")),
    ("Starosta vyzval lidi, aby šetřili vodou.", ("Indirect", "aby šetřili vodou", "Starosta")),
    ("Novinář se ptal, zda most vydrží.", ("Indirect", "zda most vydrží", "Novinář")),
    ("Jak uvedla policie, řidič byl střízlivý.", ("Indirect", "řidič byl střízlivý", "policie")),
    ("Ze zprávy vyplývá, že most praská.", ("Indirect", "že most praská", "zprávy")),
    ("Ministr prý o tom nevěděl.", ("FreeIndirect", "Ministr prý o tom nevěděl", "")),
    ("Poslankyně kritizovala vládu.", ("Reported", "Poslankyně kritizovala vládu", "Poslankyně")),
    ("Poslanec slíbil snížit daně.", ("Indirect", "snížit daně", "Poslanec")),
    ("Opozice považuje plán za trik.", ("Reported", "Opozice považuje plán za trik", "Opozice")),
    ("Policie: nikdo nezemřel", ("Indirect", "nikdo nezemřel", "Policie")),
]


@pytest.mark.parametrize(("text", "quote"), QUOTES)
def test_what_a_construction_says(text: str, quote: tuple[str, str, str]) -> None:
    assert said(text, "cs") == [quote]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Podle Jany Dvořákové je most starý.", "Jana Dvořáková"),
        ("Podle ministra Pavla Dobrovského je most starý.", "Pavel Dobrovský"),
        ("Podle policie jel řidič rychle.", "policie"),
    ],
)
def test_a_source_is_named_in_the_nominative(text: str, name: str) -> None:
    assert names(text, "cs") == [name]


def test_a_known_surname_is_brought_to_the_nominative_and_a_dropped_subject_carried() -> None:
    text = "Starosta Jiří Kos mlčí. Podle Kose je vše v pořádku. „Nic víc neřeknu,“ dodal."
    assert names(text, "cs") == ["Jiří Kos", "Jiří Kos"]


@pytest.mark.parametrize(
    "text",
    ["Ukázalo se, že most je zavřený.", "Práce běží podle plánu.", "Pokud řekne, že neví, půjdeme domů."],
)
def test_nothing_is_said(text: str) -> None:
    assert said(text, "cs") == []


def test_a_sentence_behind_marks_is_no_tag_of_them() -> None:
    text = "„Hráli jsme špatně,“ přiznal Pavel Hájek. „Došly nám dnes síly.“ Jakub Mráz tvrdí, že ne."
    assert names(text, "cs") == ["Pavel Hájek", "Pavel Hájek", "Jakub Mráz"]

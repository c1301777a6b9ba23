"""Whom another word for somebody means in Slavic languages, and how names are written: invented articles."""

import pytest

from tests.quotes.clauses.slavic.seen import names, said

AGAIN = [
    # who has just spoken in the paragraph
    ("pl", "Sędzia Ewa Kos uznała, że to oszustwo. – Kłamał – podkreśliła przewodnicząca składu.", "Ewa Kos"),
    ("cs", "„Věřil jsem,“ řekl trenér Petr Malý. „Zlomilo se to,“ dodal kouč Slavie.", "Petr Malý"),
    # whom the paragraph is about
    ("pl", "W innym nastroju był Lech Kos. – Wygraliśmy – komentował opiekun „Miedziowych”.", "Lech Kos"),
    # a trade, in the next paragraph
    ("pl", "– Nie śpię – mówi napastnik Jan Kos.\n\nZawodnik Piasta zdradził, że odejdzie.", "Jan Kos"),
    # the same office, by what stands for it
    (
        "pl",
        "– Zdążymy – mówi wiceminister klimatu i środowiska Anna Lis.\n\n"
        "Wójt Piotr Maj przeczył, że wie.\n\n– Tak – dodała wiceszefowa MKiŚ.",
        "Anna Lis",
    ),
    (
        "pl",
        "– Zdążymy – mówi minister zdrowia Anna Lis.\n\nWójt Piotr Maj przeczył, że wie.\n\n"
        "– Tak – dodała szefowa resortu.",
        "Anna Lis",
    ),
    (
        "ru",
        "«Построим», — сказал губернатор области Иван Лосев.\n\n«Я против», — сказал депутат Пётр Котов.\n\n"
        "«Поздно», — заявил глава региона.",
        "Иван Лосев",
    ),
    # the accused, by the initial
    (
        "pl",
        "Jan K. milczał. Sędzia Ewa Kos pytała, czy żałuje. Oskarżony przekonywał, że padł ofiarą banku.",
        "Jan K.",
    ),
    # a group
    ("pl", "„Stopy spadną” – piszą ekonomiści. Ich zdaniem inflacja zwolni.", "ekonomiści"),
]
NAMED = [
    ("pl", "– Tak – poinformowała wiceminister klimatu i środowiska Anna Lis-Hop.", "Anna Lis-Hop"),
    (
        "pl",
        "Jak mówi oficer prasowy Komendy Miejskiej Policji w Słupsku asp. szt. Jan Kos, nikt nie zginął.",
        "Jan Kos",
    ),
    ("pl", "Zdaniem kapitana Lechii, Słowaka Ivana Czarnego, brakuje liderów.", "Ivan Czarny"),
    ("pl", "Pytana o te zarzuty Anna Lis odpowiedziała, że to nieprawda.", "Anna Lis"),
    ("pl", "Nowe przepisy wejdą w życie – mówi „Pulsowi Rynku” Jan Kos.", "Jan Kos"),
    ("pl", "Krytyk Jan Kos z „Dialogu” jest ostrożny. – To nudne – ocenia.", "Jan Kos"),
    ("pl", "Żona kierowcy nie kryje oburzenia: – Mój mąż cudem przeżył.", "Żona kierowcy"),
    ("pl", "Według Prokuratury Rejonowej w Łodzi nikt nie zginął.", "Prokuratura Rejonowa w Łodzi"),
    ("pl", "Zdaniem łódzkiej policji nikt nie zginął.", "łódzka policja"),
    ("cs", "„Je to maximum,“ řekl Beran novinářům.", "Beran"),
    ("cs", "Podle místopředsedkyně hnutí Jany Mračkové Vildové vláda mlčí.", "Jana Mračková Vildová"),
    ("cs", "Podle obránce Filipa Nováka chyběl klid.", "Filip Novák"),
    ("ru", "— Я счастлив, — признался после игры Мирлинд Даку.", "Мирлинд Даку"),
    ("ru", "В МЧС сообщили, что пожар потушен.", "МЧС"),
]


@pytest.mark.parametrize(("language", "text", "name"), AGAIN)
def test_another_word_means_who_was_spoken_of(language: str, text: str, name: str) -> None:
    assert names(text, language)[-1] == name


@pytest.mark.parametrize(("language", "text", "name"), NAMED)
def test_a_name_is_whole_and_nothing_else(language: str, text: str, name: str) -> None:
    assert names(text, language) == [name]


def test_relatives_and_neighbours_are_somebody_else() -> None:
    text = "Lekarz Jan Kos powiedział, że odejdzie. – Szkoda – dodała sąsiadka."
    assert names(text, "pl") == ["Jan Kos", "sąsiadka"]


def test_a_tag_between_dashes_within_marks_is_none_of_what_is_said() -> None:
    text = 'Inaczej sądził poseł Jan Kos (PiS). "To bajki - stwierdził. - Nikt nie odbiera telefonu".'
    assert [words for _, words, _ in said(text, "pl")] == ['"To bajki … Nikt nie odbiera telefonu"']
    assert names(text, "pl") == ["Jan Kos"]

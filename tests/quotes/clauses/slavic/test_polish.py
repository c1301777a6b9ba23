"""Polish sentences, invented, with what a user sees of them: type, words said and speaker."""

import pytest

from tests.quotes.clauses.slavic.seen import names, said

CLAUSES = [
    ("Rzecznik zapewniał, że most otworzą w maju.", "że most otworzą w maju", "Rzecznik"),
    (
        "Powiedział w środę PAP komendant Jan Wrona, że nikt nie zginął.",
        "że nikt nie zginął",
        "komendant Jan Wrona",
    ),
    ("Jan Wrona, szef straży, podkreślił, iż woda opada.", "iż woda opada", "Jan Wrona, szef straży"),
    ("Kobieta, która twierdzi, że go zna, zgłosiła się w nocy.", "że go zna", "Kobieta"),
    ("W piątek na sesji wójt zaapelował, by oszczędzać wodę.", "by oszczędzać wodę", "wójt"),
    ("Radna pytała, czy most wytrzyma zimę.", "czy most wytrzyma zimę", "Radna"),
    ("Kreml zaprzeczył, jakoby prosił o pomoc.", "jakoby prosił o pomoc", "Kreml"),
    ("Minister wyraził nadzieję, że strajk się skończy.", "że strajk się skończy", "Minister"),
    ("Z raportu izby wynika, że most pęka.", "że most pęka", "raportu izby"),
    ("Kraków (PAP) – Pociągi staną – zapowiada związek.", "Pociągi staną", "związek"),
    ("Wójt przyznał, że wie, ale nie podał daty.", "że wie", "Wójt"),
    ("Wójt argumentuje: nikt nie zgłosił uwag.", "nikt nie zgłosił uwag", "Wójt"),
    ("Pociągi staną o północy – zapowiada związek.", "Pociągi staną o północy", "związek"),
]
PHRASES = [
    ("Według Anny Kowalskiej budżet jest dziurawy.", "budżet jest dziurawy", "Anna Kowalska"),
    ("Zdaniem Jana Nowaka to nieprawda.", "to nieprawda", "Jan Nowak"),
    ("W ocenie prokuratury w Łodzi dowody wystarczą.", "dowody wystarczą", "prokuratura w Łodzi"),
    ("Jak poinformowała policja, ranny żyje.", "ranny żyje", "policja"),
    ("Tak było, jak mówi wójt Jan Wrona.", "Tak było", "Jan Wrona"),
    ("To był cud, jak ujął to w środę wójt Jan Wrona.", "To był cud", "Jan Wrona"),
    ("Według wstępnych ustaleń policji auto jechało za szybko.", "auto jechało za szybko", "policja"),
]
DIALOGUE = [
    ("– Idziemy – powiedział Nowak.", "Idziemy", "Nowak"),
    ("- Idziemy - powiedział Nowak.", "Idziemy", "Nowak"),
    ("– Idziemy – powiedział Nowak. – Już czas.", "Idziemy … Już czas.", "Nowak"),
    ("– Dokąd? – pyta radna Wilk.", "Dokąd?", "radna Wilk"),
    ("Nowak odpowiedział: – Nie wiem.", "Nie wiem.", "Nowak"),
    ("Nikt nie krył radości. – Udało się – mówi Jan Nowak.", "Udało się", "Jan Nowak"),
    ("„Brak słów” – tak ustawę ocenia Jan Nowak.", "„Brak słów”", "Jan Nowak"),
    ("– Trudno – wzrusza ramionami Nowak.", "Trudno", "Nowak"),
    ("– Nie zdążyłam – mówi licealistka spotkana na dworcu.", "Nie zdążyłam", "licealistka"),
]
MARKS = [
    ("„To koniec” – powiedział wczoraj premier Jan Wrona.", "„To koniec”", "premier Jan Wrona"),
    ("Wójt powiedział: „Nie mamy pieniędzy”.", "„Nie mamy pieniędzy”", "Wójt"),
    ("«Nie wiem», odparła Anna Wilk.", "«Nie wiem»", "Anna Wilk"),
    ("„To, mówi Jan Nowak, już koniec”.", "„To …  już koniec”", "Jan Nowak"),
    ("„Huk był duży” – opisuje w rozmowie z „Faktem” pan Marek.", "„Huk był duży”", "pan Marek"),
    ("Poseł nazwał ustawę „festiwalem pomyłek”.", "„festiwalem pomyłek”", "Poseł"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), CLAUSES)
def test_a_clause_behind_a_comma_hangs_on_a_verb_or_noun_of_saying(
    text: str, words: str, speaker: str
) -> None:
    assert said(text, "pl") == [("Indirect", words, speaker)]


@pytest.mark.parametrize(("text", "words", "name"), PHRASES)
def test_a_source_is_named_in_the_nominative(text: str, words: str, name: str) -> None:
    assert [quote[:2] for quote in said(text, "pl")] == [("Indirect", words)]
    assert names(text, "pl") == [name]


@pytest.mark.parametrize(("text", "words", "speaker"), DIALOGUE)
def test_a_dash_opens_speech_and_its_tag_is_taken_out(text: str, words: str, speaker: str) -> None:
    assert said(text, "pl") == [("Direct", words, speaker)]


@pytest.mark.parametrize(("text", "words", "speaker"), MARKS)
def test_marks_have_their_tag_behind_before_or_inside(text: str, words: str, speaker: str) -> None:
    assert said(text, "pl") == [("Direct", words.replace("  ", " "), speaker)]


SUBJECTS = [
    ("Jan Nowak, pytany o most, mówi, że go nie ma.", "Jan Nowak"),
    ("Jan Nowak, słuchając skarg, zapewnił, że pomoże.", "Jan Nowak"),
    ("Wstał wójt i powiedział, że rezygnuje.", "wójt"),
    ("Posłowie bronią ustawy, ale podkreślają, że ma wady.", "Posłowie"),
    ("Radny (kiedyś w opozycji) Jan Nowak uważa, że warto.", "Radny (kiedyś w opozycji) Jan Nowak"),
    ("Minister jest przekonany, że zdąży.", "Minister"),
    ("Rzecznik w rozmowie z PAP dodał, że wie.", "Rzecznik"),
    ("Sąd Okręgowy w Poznaniu uznał, że to kłamstwo.", "Sąd Okręgowy w Poznaniu"),
    ("Wezwał mieszkańców, by zostali w domach.", ""),
    ("Napisał na platformie X, że wraca.", ""),
    ("W komunikacie resortu napisano, że to plotka.", "komunikacie resortu"),
    ("„To plotka” – czytamy w komunikacie resortu.", "komunikacie resortu"),
    ("Jak ustaliła policja, auto jest kradzione.", "policja"),
    ("Jak podaje PAP, auto jest kradzione.", "PAP"),
    ("Jak ustaliło RMF FM, auto jest kradzione.", "RMF FM"),
    ("Auto jest kradzione – informuje TVN24.", "TVN24"),
    ("Auto jest kradzione – pisze „Gazeta Nadrzeczna”.", "„Gazeta Nadrzeczna”"),
    ("Według dziennika „Goniec” auto jest kradzione.", "dziennika „Goniec”"),
    ("PAP podaje, że auto jest kradzione.", "PAP"),
    ("„To plotka” – przekazał PAP rzecznik policji.", "rzecznik policji"),
    ("„To plotka” – przekazał PAP.", ""),
    ("„To plotka” – grzmi były prezes klubu.", "były prezes klubu"),
    ("Sekretarz nie ma złudzeń: – Nic nie zrobimy.", "Sekretarz"),
    ("Policja odmówiła: – To nie nasza sprawa.", "Policja"),
]


@pytest.mark.parametrize(("text", "speaker"), SUBJECTS)
def test_the_subject_of_a_verb_speaks(text: str, speaker: str) -> None:
    assert [quote[2] for quote in said(text, "pl")] == [speaker]


def test_a_second_verb_keeps_the_subject_and_ends_the_clause_before() -> None:
    assert said("Wójt powiedział, że nie wie, i dodał, że sprawdzi.", "pl") == [
        ("Indirect", "że nie wie", "Wójt"),
        ("Indirect", "że sprawdzi", "Wójt"),
    ]


def test_behind_a_sentence_about_somebody_else_she_speaks() -> None:
    text = "– Szkoda – mówi Jan Nowak.\n\nJego wnuczka studiuje. Mówi, że nie wróci. – Trudno – kwituje."
    assert [quote[1:] for quote in said(text, "pl")] == [
        ("Szkoda", "Jan Nowak"),
        ("że nie wróci", "Jego wnuczka"),
        ("Trudno", "Jego wnuczka"),
    ]


def test_one_person_goes_on_for_several_no_more_than_several_for_one() -> None:
    text = "Świadkowie mówią, że było ciemno. Dodał, że się bał. Twierdzi, że nic nie widział."
    assert names(text, "pl") == ["Świadkowie", "", ""]


def test_marks_behind_dialogue_are_read_for_themselves() -> None:
    assert said("– Nie – powiedział Nowak. Sędzia Wilk spytał: „Dlaczego nie?”.", "pl") == [
        ("Direct", "Nie", "Nowak"),
        ("Direct", "„Dlaczego nie?”", "Sędzia Wilk"),
    ]


def test_a_comma_before_and_closes_what_is_said() -> None:
    assert said("Minister odpowiada, że pieniądze będą, i zarzuca posłom lenistwo.", "pl") == [
        ("Indirect", "że pieniądze będą", "Minister"),
        ("Reported", "zarzuca posłom lenistwo", "Minister"),
    ]


def test_another_speaker_in_a_line_of_dialogue_is_told_apart() -> None:
    assert said("– Szkoda – mówi Jan Nowak. – Trudno – śmieje się jego żona.", "pl") == [
        ("Direct", "Szkoda", "Jan Nowak"),
        ("Direct", "Trudno", "jego żona"),
    ]


def test_behind_dialogue_the_text_tells_on_in_the_present_of_its_tag() -> None:
    text = "– Padało – mówi Jan Kos. – Już nie kopiemy. Dodaje z uśmiechem, że lubi deszcz."
    assert said(text, "pl") == [
        ("Direct", "Padało … Już nie kopiemy.", "Jan Kos"),
        ("Indirect", "że lubi deszcz", "Jan Kos"),
    ]
    # of whom he himself speaks
    text = "– Padało – mówi Jan Kos. – Pytałem szefa. Powiedział, że nie kopiemy."
    assert [kind for kind, _, _ in said(text, "pl")] == ["Direct"]


def test_a_question_ends_before_who_answers_it() -> None:
    assert said("Na pytanie, czy zostanie, wójt Jan Kos odparł: „Jeszcze nie wiem”.", "pl") == [
        ("Indirect", "czy zostanie", ""),
        ("Direct", "„Jeszcze nie wiem”", "wójt Jan Kos"),
    ]


def test_who_leans_on_a_verb_before_is_its_subject() -> None:
    assert said("Julia Bąk wniosła o zwłokę, tłumacząc, że jest chora.", "pl") == [
        ("Indirect", "że jest chora", "Julia Bąk")
    ]


def test_a_clause_and_a_phrase_in_one_sentence_are_two() -> None:
    text = "Gmina potwierdza, że pisma dotarły, ale – jak tłumaczy wójt – pieniędzy nie ma."
    assert said(text, "pl") == [
        ("Indirect", "że pisma dotarły", "Gmina"),
        ("Indirect", "ale … pieniędzy nie ma", "wójt"),
    ]


def test_a_newspaper_in_marks_may_be_the_source() -> None:
    assert said("Według „Faktu” rząd się chwieje. Pisze o tym „Fakt”.", "pl") == [
        ("Indirect", "rząd się chwieje", "„Faktu”")
    ]


def test_a_dropped_subject_is_the_one_before_whom_the_form_allows() -> None:
    text = "Anna Wilk powiedziała, że wraca. Jan Nowak ocenił, że za późno. Dodała, że się nie boi."
    assert names(text, "pl") == ["Anna Wilk", "Jan Nowak", "Anna Wilk"]


def test_a_name_known_from_the_text_is_brought_to_the_nominative() -> None:
    text = "Ksiądz Jan Kowal milczy. Według Kowala remont potrwa rok. Zdaniem Wilczka potrwa dwa lata."
    assert names(text, "pl") == ["Jan Kowal", "Wilczka"]


@pytest.mark.parametrize(
    "text",
    [
        "Powiedz mu, że wracam.",
        "Jeśli wójt powie, że nie wie, pójdziemy do sądu.",
        "Okazało się, że most jest zamknięty.",
        "Zakupy:\n- chleb\n- mleko i ser",
        "Prace idą według planu.",
        "Wystawił sztukę „Noc listopadowa” w Krakowie.",
        "Minister miał przyjechać w piątek.",
        "Oskarżony ma zapłacić grzywnę.",
        "Czy prosił pan, by go przyjęto?",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert said(text, "pl") == []


def test_nobody_is_named_where_a_form_names_nobody() -> None:
    assert said("Wójt wyszedł. Poinformowano, że sesji nie będzie.", "pl") == [
        ("Indirect", "że sesji nie będzie", "")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Podobno nikt nie wiedział.",
        "Oskarżony miał grozić sąsiadom.",
        "Zastępczyni wójta miała o tym wiedzieć.",
        "Radny Jan Nowak miał przyjąć łapówkę.",
    ],
)
def test_hearsay_has_no_speaker(text: str) -> None:
    assert said(text, "pl") == [("FreeIndirect", text.rstrip("."), "")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Minister odrzucił zarzuty opozycji.", "Minister"),
        ("Radna skrytykowała uchwałę.", "Radna"),
        ("Oskarżony nie przyznał się do winy.", "Oskarżony"),
        ("Minister uważa wyrok za pomyłkę.", "Minister"),
        ("Premier, wściekły, zdementował plotki.", "Premier"),
        ("Lekarze odradzali jej powrót na boisko.", "Lekarze"),
        ("Ekspert wyraził wątpliwości co do planu.", "Ekspert"),
        ("Radni pytali o koszty budowy.", "Radni"),
        ("Trener nie szczędził rywalom pochwał.", "Trener"),
        ("Rolnicy ostro sprzeciwiają się umowie.", "Rolnicy"),
        ("Wójt złożył kondolencje rodzinie.", "Wójt"),
    ],
)
def test_an_act_is_told(text: str, speaker: str) -> None:
    assert said(text, "pl") == [("Reported", text.rstrip("."), speaker)]


@pytest.mark.parametrize(
    ("text", "kind"), [("Policja: nikt nie zginął", "Indirect"), ("Premier: nie cofniemy się", "Direct")]
)
def test_a_headline_names_who_speaks(text: str, kind: str) -> None:
    who, _, words = text.partition(": ")
    assert said(text, "pl") == [(kind, words, who)]


def test_an_act_beside_a_clause_is_told_for_itself() -> None:
    text = "Minister powiedział, że czeka, i zasugerował nowe podatki."
    assert said(text, "pl") == [
        ("Indirect", "że czeka", "Minister"),
        ("Reported", "zasugerował nowe podatki", "Minister"),
    ]


def test_an_act_may_hold_some_of_its_words_in_marks() -> None:
    text = "Współprzewodnicząca Nina Las oskarżyła radę o „zwykłe tchórzostwo”."
    assert said(text, "pl") == [
        ("Reported", text.rstrip("."), "Współprzewodnicząca Nina Las"),
        ("Direct", "„zwykłe tchórzostwo”", "Współprzewodnicząca Nina Las"),
    ]
    assert said("Wójt czytał artykuł „Minister odrzucił zarzuty”.", "pl") == []


@pytest.mark.parametrize("text", ["Aktorka chwali się nową rolą.", "Gmina ma ogłosić przetarg."])
def test_what_is_no_act(text: str) -> None:
    assert said(text, "pl") == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Zarząd zobowiązał się obniżyć ceny.", "obniżyć ceny", "Zarząd"),
        ("Trener nie chciał powiedzieć, kto zagra.", "kto zagra", "Trener"),
        ("Minister nie wyjaśnił, kiedy ruszy budowa.", "kiedy ruszy budowa", "Minister"),
        ("Na pytanie, czy zostanie, trener milczał.", "czy zostanie", ""),
        ("Zapowiedź, że podatki wzrosną, wywołała protest.", "że podatki wzrosną", ""),
    ],
)
def test_infinitives_and_questions(text: str, words: str, speaker: str) -> None:
    assert said(text, "pl") == [("Indirect", words, speaker)]


def test_a_role_and_name_before_an_unknown_verb_speak_on() -> None:
    text = "Burmistrz Jan Kos nie krył radości. Podkreślił, że most stoi."
    assert [speaker for _, _, speaker in said(text, "pl")] == ["Burmistrz Jan Kos"]

"""Whom another word for somebody means in Slavic languages, and how names are written: invented articles."""

import pytest

from reader.quotes import detect
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
    # who is named between two quotes
    (
        "pl",
        "Poseł Jan Kos mówi, że wie. Odniósł się do tego senator Piotr Lis. „Nie” – mówił polityk.",
        "Piotr Lis",
    ),
    # women are ministers, too
    ("ru", "Председатель ЦБ Анна Лосева молчит. По словам главы регулятора, ставка высока.", "Анна Лосева"),
    # the one woman of the text
    (
        "pl",
        "Prof. Anna Lis bada trzmiele.\n\n„Nie kośmy” – apeluje kierowniczka zespołu.",
        "Anna Lis",
    ),
    # what somebody wrote, behind what they said
    (
        "pl",
        "Spółka Iskra odpisała nam, że czynsz jest niski. „Nie oszukujemy” – czytamy w mailu.",
        "Spółka Iskra",
    ),
    # who is described, not named
    ("pl", "Jan Kos milczy.\n\nO chorobie mówi dawny szef. – Zniknął – opowiada mężczyzna.", "szef"),
    # whom alone the text has named so far
    ("pl", "Prof. Jan Kos odchodzi z kliniki.\n\n– Nie mogę dłużej – mówi nam kardiochirurg.", "Jan Kos"),
    ("pl", "Centrum kieruje dr hab. Anna Lis. Jak podkreśla, zajmie się Bałtykiem.", "Anna Lis"),
    # of the firm that the text is about
    (
        "pl",
        "Spółka Jodła tonie. Prezes Jan Kos mówi, że działa. Wójt Anna Lis mówi, że pomoże.\n\n"
        "– Tarcza? – śmieje się prezes Jodły.",
        "Jan Kos",
    ),
    # the premier, by what he heads
    (
        "pl",
        "Premier Jan Kos milczał. Minister Adam Lis mówił, że wie. – Dość – napisał szef rządu.",
        "Jan Kos",
    ),
    # a politician is not only who was introduced so
    (
        "pl",
        "Poseł Jan Kos mówi, że wie. Inny polityk tej partii, Adam Lis, przyznał, że nie.\n\n"
        "Kos zapowiada, że wróci. – Mamy papiery – twierdzi polityk.",
        "Jan Kos",
    ),
    ("pl", "Burmistrz Anna Lis mówi nie. Samorządowczyni zapowiada, że zaskarży.", "Anna Lis"),
    ("pl", "Psycholog Anna Lis oceniła, że kłamał. Biegła zastrzegła, że nie jest pewna.", "Anna Lis"),
    # the player herself, not her doctor
    (
        "pl",
        "Niepokoi stan zdrowia Leny Drozd. Skrzydłowa zeszła, a lekarz drużyny mówi: „Czekamy na rezonans”. "
        "Sama zawodniczka pisze, że wróci.",
        "Lena Drozd",
    ),
    # who testified, not whom it is about
    (
        "pl",
        "Świadek zeznał, że oskarżony powtarzał: „co ja narobiłem”. – Krzyczał – relacjonował.",
        "Świadek",
    ),
    # nobody from what was said
    (
        "pl",
        "Burmistrz Anna Lis milczy. – Nie. Ten szpital to dom – mówiła. Jej zdaniem starosta drwi.",
        "Anna Lis",
    ),
    # not whom she beat
    (
        "pl",
        "Iga Lis wygrała. Pokonała Czeszkę Lindę Noskovą.\n\n– Było ciężko – tłumaczyła. "
        "Polka przyznała, że drżała.",
        "Iga Lis",
    ),
    ("pl", "Iga Lis pokonała Czeszkę Lindę Noskovą.\n\n– Było ciężko – mówiła Czeszka.", "Linda Noskova"),
    (
        "pl",
        "Iga Lis pokonała Lindę Noskovą.\n\nNoskova nie kryła łez. – Szkoda – mówiła.",
        "Linda Noskova",
    ),
    # whom alone a paragraph names, in another case
    (
        "pl",
        "Dyrektor Piotr Lis mówi, że wie.\n\nW roli Króla zobaczymy Jana Koszka. Aktor wraca na scenę. "
        "„Wtedy miałem włosy, dziś łysieję” – żartuje.",
        "Jan Koszek",
    ),
    (
        "pl",
        "„Noc” w reżyserii Agaty Dudy-Gracz.\n\nDyrektor Piotr Lis wspomina, że dzwoniła.\n\n"
        "Reżyserka twierdzi, że to manifest.",
        "Agata Duda-Gracz",
    ),
    ("pl", "Prokurator Jan Kos zapowiada, że to nie koniec. – Sprawdzamy – mówi śledczy.", "Jan Kos"),
    (
        "pl",
        "Kanclerz Niemiec Jan Kos leci do Chin.\n\nSzef niemieckiego rządu oświadczył, że poleci.",
        "Jan Kos",
    ),
    # whom a paragraph names beside others whom he beat
    (
        "pl",
        "Jan Kos minął Emila Lisa i Piotra Maja. – Nikt nie dawał nam szans – mówił kapitan „Orłów”.",
        "Jan Kos",
    ),
    (
        "pl",
        "Zmarł Jan Kos.\n\nUrodził się w Wilnie. „Było źle” – wspominał w „Dzienniku” trzy lata temu.",
        "Jan Kos",
    ),
    # a number is part of the name
    ("pl", "Leon XIV spotkał młodych. „Nie bądźcie turystami życia” – mówił papież.", "Leon XIV"),
    # whose given name no list has
    ("pl", "Odebrał ją Quilfredo Maas. – Daleko do finału – zapewnia kibiców Maas.", "Quilfredo Maas"),
    ("pl", "Kadrę prowadzi trener Jan Kos. Zdaniem byłego selekcjonera piłka dotknęła bloku.", "Jan Kos"),
    (
        "pl",
        "Druga to poprzedniczka, Anna Kos, którą sąd przywrócił na urząd. – Mam wyrok – mówi cicho.",
        "Anna Kos",
    ),
    # who would not tell
    (
        "pl",
        "– Dość – mówi wójt Jan Kos. Nie chce jednak ujawnić, czego się boi. Zapewnia, że zostanie.",
        "Jan Kos",
    ),
    (
        "pl",
        "Wójt zawiesił dyrektora Szkoły Podstawowej Jana Kosa. Pedagog twierdzi, że to zemsta.",
        "Jan Kos",
    ),
    # a group
    ("pl", "Innego zdania są lekarze z Łodzi. Według nich to nic nie da.", "lekarze z Łodzi"),
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
    ("pl", "Zdaniem politolożki z Uniwersytetu w Łodzi dr hab. Anny Lis to koniec.", "Anna Lis"),
    (
        "pl",
        "Badania prowadził zespół prof. Anny Zawadzkiej-Ryś. „To ważne” – mówi prof. Zawadzka-Ryś.",
        "Anna Zawadzka-Ryś",
    ),
    ("pl", "– Wygramy – przyznał w rozmowie z TVP Sport Jan Kos.", "Jan Kos"),
    ("pl", "„Czynsz wzrósł” – mówi „Faktowi” pani Ola.", "Ola"),
    ("pl", "„Najlepsza pizza w mieście” – rozmarza się Jan Kos (58 l.).", "Jan Kos"),
    ("pl", "– Odwołamy się – oświadczył rzecznik Białego Domu Kush Desaint.", "Kush Desaint"),
    (
        "pl",
        "Jan Kos trenował. W wywiadzie dla tygodnika „Ring” mówił: „Nie znałem strachu nigdy”.",
        "Jan Kos",
    ),
    ("pl", "„Wielka Gazeta” pisze, powołując się na źródła, że sąd wstrzyma cła.", "Wielka Gazeta"),
    ("pl", "– Za późno – podkreśla wiceprezes Naczelnej Rady Lekarskiej dr Jan Kos.", "Jan Kos"),
    ("pl", "Jak mówi rzecznik Prokuratury Okręgowej w Łodzi prok. Jarl Kos, nikt nie zginął.", "Jarl Kos"),
    ("pl", "– To była złota kobieta – płacze pani Teresa z drugiego piętra.", "Teresa"),
    ("pl", "Biegli wstępnie ocenili, że nikt nie zginął.", "Biegli"),
    ("pl", "„Jest silna” – powiedziała Anna Lis greckiej telewizji ERT.", "Anna Lis"),
    ("pl", "Milczał Jan Kos. – Rozmawiamy – odpowiada lakonicznie prezes.", "Jan Kos"),
    ("pl", "Lekkoatletka Anna Lis wygrała. „Nie wierzyłam” – przyznała tuż po konkursie Polka.", "Anna Lis"),
    ("ru", "«Спасибо», — сказала министр культуры Татарстана Ирида Аюпова-Шах.", "Ирида Аюпова-Шах"),
    ("ru", "По данным музея, пришли тысячи.", "музей"),
    ("ru", "По словам искусствоведа Ивана Котова, портрет редок.", "Иван Котов"),
    ("pl", "Radny Jan Kos (Prawo i Sprawiedliwość) milczał. – Nie – zwrócił się do władz miasta.", "Jan Kos"),
    ("pl", "Pierwszy autor badania, doktorant Jan Kos, opowiada, że było trudno.", "Jan Kos"),
    ("pl", "Wygrał Aleksandar Vuković. – Nie patrzę w tabelę – zapewnia Vuković.", "Aleksandar Vuković"),
    ("pl", "Katarzyna M. widzi to inaczej. – To kłamstwo – odpiera zarzuty.", "Katarzyna M."),
    ("pl", "Założyciel firmy, 81-letni Jan Kos, milczy. Ale jak mówi, przeżył trzy kryzysy.", "Jan Kos"),
    ("pl", "Padało, a synoptycy IMGW ostrzegali, że będzie ślisko.", "synoptycy IMGW"),
    (
        "pl",
        "Jak podaje Prokuratura Rejonowa w Piszu, zarzuty usłyszeli obaj.",
        "Prokuratura Rejonowa w Piszu",
    ),
    ("pl", "Zdaniem byłego kapitana kadry Dawida Zelta faworytem jest Lech.", "Dawid Zelt"),
    ("pl", "Zdaniem archeologów z Łodzi gród spłonął.", "archeolodzy z Łodzi"),
    ("cs", "„Definice je příliš široká,“ řekl expert Jan Malý ČT24.", "Jan Malý"),
    ("cs", "Poškozená Alena Malá se rozplakala. „Peníze už neuvidím,“ svěřila se Deníku.", "Alena Malá"),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prezes Jan Kos mówi, że działa.\n\n– Nie – twierdzi stolarz z 20-letnim stażem.", "stolarz"),
        ("Rzecznik rządu Jan Kos mówi, że wie. Lider Polski 2050 dodał, że nie.", "Lider Polski 2050"),
        ("Prokurator Jan Kos mówi, że to mało. Śledczy ustalili, że był pijany.", "Śledczy"),
        ("Wójt Jan Kos milczy. Prezes Wyższego Urzędu Górniczego uważa, że za wcześnie.", "Prezes Wyższego"),
        ("Radny Jan Kos pytał, skąd pieniądze. Burmistrz odparł, że z budżetu.", "Burmistrz"),
        ("Ludzie się boją. – Mam dość – pyta jedna z pracownic.", "jedna z pracownic"),
        ("Trener Jan Kos mówi, że wygra. Autorzy badania zastrzegają, że nie.", "Autorzy badania"),
        (
            "Anna Kos kuleje. Skrzydłowa zeszła, a lekarz drużyny mówi: „Czekamy na rezonans”.",
            "lekarz drużyny",
        ),
    ],
)
def test_somebody_else_is_not_whom_the_text_has_named(text: str, name: str) -> None:
    assert names(text, "pl")[-1].startswith(name)


def test_a_line_of_speech_begins_behind_a_year() -> None:
    text = "Strażacy mówią, że takiej fali nie było od 1997 r. – Woda rośnie – mówi komendant Jan Kos."
    assert names(text, "pl") == ["Strażacy", "Jan Kos"]


@pytest.mark.parametrize(
    "text",
    [
        "Radny Jan Kos pytał na ostatniej sesji, dlaczego miasto płaci.",
        "Policja przypomina, by nie zostawiać rowerów.",
    ],
)
def test_a_clause_may_stand_far_from_a_question_and_hang_on_a_reminder(text: str) -> None:
    assert [kind for kind, _, _ in said(text, "pl")] == ["Indirect"]


def test_of_what_is_a_relative_clause_and_no_question() -> None:
    assert said("Trener nie chciał mówić o sytuacji, po której sędzia podyktował karny.", "pl") == []


def test_a_tag_between_dashes_within_marks_is_none_of_what_is_said() -> None:
    text = 'Inaczej sądził poseł Jan Kos (PiS). "To bajki - stwierdził. - Nikt nie odbiera telefonu".'
    assert [words for _, words, _ in said(text, "pl")] == ['"To bajki … Nikt nie odbiera telefonu"']
    assert names(text, "pl") == ["Jan Kos"]


def test_the_head_of_the_government_is_not_the_head_of_a_ministry() -> None:
    text = "– Nie – mówi wiceszef resortu Jan Kos.\n\nSzef rządu poinformował, że czeka na wyjaśnienia."
    assert names(text, "pl") == ["Jan Kos", "Szef rządu"]


def test_behind_a_colon_who_spoke_before_goes_on() -> None:
    text = "– Czekaliśmy – nie krył prezes Jan Kos. Ale studził też nastroje: – To inna bajka."
    assert names(text, "pl") == ["Jan Kos", "Jan Kos"]


def test_in_a_live_report_speech_begins_behind_the_hour() -> None:
    text = "12:52 – Premierze, wyjdź! – wołał ze sceny Jan Kos. – Nie pozwolimy zamknąć kopalń."
    assert said(text, "pl") == [("Direct", "Premierze, wyjdź! … Nie pozwolimy zamknąć kopalń.", "Jan Kos")]


def test_a_sentence_ends_at_an_amount_before_speech() -> None:
    text = "Bank szacuje, że PKB wzrośnie o 3 proc. „Rynki odetchnęły, ale na krótko” – skomentował Jan Kos."
    assert names(text, "pl") == ["Bank", "Jan Kos"]


def test_a_country_that_opens_a_headline_does_not_speak() -> None:
    assert said("USA: sąd wstrzymał cła na towary z Unii\n\nWyrok zapadł w środę.", "pl") == []


def test_who_is_named_in_two_parts_is_as_written_in_the_nominative() -> None:
    text = "Marszałek Artur Kosicki-Wróbel mówi, że zostanie."
    assert names(text, "pl") == ["Artur Kosicki-Wróbel"]


def test_a_woman_from_next_door_is_somebody_else() -> None:
    text = "Зоозащитница Анна Котова молчит.\n\nЖительница соседнего дома призналась, что рада."
    assert names(text, "ru") == ["Жительница соседнего дома"]


@pytest.mark.parametrize(
    ("tag", "speaker"),
    [
        ("zawodniczka AZS Płock", "Nina Zalas"),
        ("bramkarka MKS Lublin Iga Kos", "Iga Kos"),
    ],
)
def test_the_place_of_a_club_is_nobodys_name(tag: str, speaker: str) -> None:
    text = f"W sobotę w Bled Nina Zalas zdobyła srebro.\n\n– Byłam piąta – mówiła po biegu {tag}."
    assert detect(text, "pl", engine="rules")[0].speaker_name(text) == speaker

"""Dutch by clauses: verb-second subjects, split verbs, infinitives, tags, source phrases."""

import pytest

from reader.quotes import detect

Found = tuple[str, str, str]
"""Type, words and speaker of a quote."""


def found(text: str) -> list[Found]:
    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    return [(str(quote.type), words(quote.spans), words(quote.speaker)) for quote in detect(text, "nl")]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        # the subject before the verb, and behind it where something else opens the clause
        ("De wethouder zei dat de brug dicht blijft.", "dat de brug dicht blijft", "De wethouder"),
        ("In haar brief schrijft zij dat de brug dicht blijft.", "dat de brug dicht blijft", "zij"),
        ("Vorige week zei wethouder Bos dat het klaar is.", "dat het klaar is", "wethouder Bos"),
        ("Toen hij kwam, zei Bos dat het klaar is.", "dat het klaar is", "Bos"),
        ("Als straf eiste de rechter dat de club zou betalen.", "dat de club zou betalen", "de rechter"),
        ("Ook de buren zeggen dat het stinkt.", "dat het stinkt", "de buren"),
        ("Zij zijn boos omdat Bos zegt dat het stinkt.", "dat het stinkt", "Bos"),
        ("De man die beweert dat het stinkt, woont in Gent.", "dat het stinkt", "De man"),
        ("De priester, een van de oprichters, erkent dat het stil is.", "dat het stil is", "De priester"),
        # what is kept back
        ("De politie weigerde te zeggen of er meer daders zijn.", "of er meer daders zijn", "De politie"),
        # auxiliaries and split verbs
        ("Bos heeft gisteren tegen de NOS gezegd dat hij stopt.", "dat hij stopt", "Bos"),
        ("Bos kondigde gisteren aan dat hij stopt.", "dat hij stopt", "Bos"),
        ("De bond heeft aangekondigd dat hij stopt.", "dat hij stopt", "De bond"),
        ("Het ministerie laat weten dat het geld op is.", "dat het geld op is", "Het ministerie"),
        ("De Inspectie wijst erop dat het geld op is.", "dat het geld op is", "De Inspectie"),
        ("Terwijl zij aangaf dat het geld op is, lachte Bos.", "dat het geld op is", "zij"),
        # objects and pronouns between
        ("Hij waarschuwde de buren dat het glad was.", "dat het glad was", "Hij"),
        ("Hij vindt het jammer dat de club vertrekt.", "dat de club vertrekt", "Hij"),
        # infinitives, only of verbs that take them
        ("De gemeente zegt de kritiek te begrijpen.", "de kritiek te begrijpen", "De gemeente"),
        ("De VNG dreigt de afspraken op te zeggen.", "de afspraken op te zeggen", "De VNG"),
        ("Toch blijft Bos ontkennen in Gent te zijn geweest.", "in Gent te zijn geweest", "Bos"),
        ("Burgemeester Bos roept mensen op thuis te blijven.", "thuis te blijven", "Burgemeester Bos"),
        # questions, a colon
        ("Visser legt uit hoe de machine werkt.", "hoe de machine werkt", "Visser"),
        ("Toen vroeg Bos of zij wilde blijven.", "of zij wilde blijven", "Bos"),
        ("De krant schreef: de stad is verloren.", "de stad is verloren", "De krant"),
        # tags
        ("De weg is klaar, vindt Bos.", "De weg is klaar", "Bos"),
        ("Er komt, zegt Bos, geen weg.", "Er komt … geen weg", "Bos"),
        ("De weg blijft dicht, zo liet Bos maandag weten.", "De weg blijft dicht", "Bos"),
        ("De weg is klaar, zoals Bos maandag zei.", "De weg is klaar", "Bos"),
        # source phrases
        (
            "Volgens een woordvoerder van de politie is niemand gewond.",
            "is niemand gewond",
            "een woordvoerder van de politie",
        ),
        ("De bestuurder is volgens de politie gevlucht.", "De bestuurder is … gevlucht", "de politie"),
        ("Volgens Bos, die de cijfers kent, gaat het slecht.", "gaat het slecht", "Bos"),
        ("Volgens het CPB (Planbureau) daalt de rente.", "daalt de rente", "het CPB"),
        # the sentence before
        (
            "De fusie gaat niet door. Dat heeft directeur Bos maandag bekendgemaakt.",
            "De fusie gaat niet door",
            "directeur Bos",
        ),
        # a noun of what is said
        ("De kritiek van Bos dat het te duur is, klopt.", "dat het te duur is", "Bos"),
    ],
)
def test_what_is_said_and_by_whom(text: str, said: str, speaker: str) -> None:
    assert found(text) == [("Indirect", said, speaker)]


def test_two_verbs_of_one_sentence_say_two_things() -> None:
    assert found("Bos zei dat hij stopt en voegde eraan toe dat het tijd werd.") == [
        ("Indirect", "dat hij stopt", "Bos"),
        ("Indirect", "dat het tijd werd", "Bos"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Zij schreef een boek dat in twee talen verscheen.",
        "De school volgt volgens de wet een rooster van vijf dagen.",
        "Bos wil niets zeggen of beloven over zijn toekomst.",
        "Het besluit van Bos was bekend voor de vergadering begon.",
        "Als hij zegt dat het regent, blijf ik thuis.",
        "Bos liet zijn hond uit dat weekend.",
        "Hij bestrijdt dat niet, maar zwijgt.",
        "Hij zei niet dat het regende.",
        "Hij vertelde over het huis dat zijn vader bouwde.",
        "Al snel blijkt dat zij talent heeft.",
        "Hij probeert de trein te halen.",
        "Een woordvoerder wil dat niet bevestigen.",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De man zou zijn buurman eerder hebben bedreigd.", "De man zou zijn buurman eerder hebben bedreigd"),
        ("De trein rijdt naar verluidt weer.", "De trein rijdt naar verluidt weer"),
        ("De dader schijnt in Gent te wonen.", "De dader schijnt in Gent te wonen"),
    ],
)
def test_hearsay_has_no_speaker(text: str, said: str) -> None:
    assert found(text) == [("FreeIndirect", said, "")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("De provincie wijst de beschuldigingen van de hand.", "De provincie"),
        ("Wethouder Bos haalde gisteren fel uit naar het kabinet.", "Wethouder Bos"),
        ("De bond hekelt het plan van de directie.", "De bond"),
        ("De bond heeft de kritiek van de hand gewezen.", "De bond"),
        ("Coach Bos zette vraagtekens bij de selectie.", "Coach Bos"),
        ("De raad trok aan de bel over de wachttijden.", "De raad"),
        ("De bond eist een hoger loon.", "De bond"),
        ("De huurdersraad noemt het voorstel een belediging.", "De huurdersraad"),
        ("Wethouder Bos vindt de boete te hoog.", "Wethouder Bos"),
    ],
)
def test_told_acts(text: str, speaker: str) -> None:
    assert found(text) == [("Reported", text.removesuffix("."), speaker)]


def test_a_told_act_behind_another_verb_is_a_clause() -> None:
    assert found("De bond wacht en eist een hoger loon.") == [("Reported", "eist een hoger loon", "De bond")]
    assert found("De bond zegt dat het stil is, maar eist een hoger loon.") == [
        ("Indirect", "dat het stil is", "De bond"),
        ("Reported", "eist een hoger loon", "De bond"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De bond hekelt het plan niet.",
        "De regen verwerpt het plan.",
        "Het plan werd gehekeld.",
        "De rechter veroordeelt hem tot een boete.",
        "De buren noemen de hond Max.",
        "De keeper wees het schot af.",
        "De keeper ontkende Jansen een doelpunt.",
    ],
)
def test_what_is_no_told_act(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("‘We gaan door’, aldus de zegsman.", "‘We gaan door’", "de zegsman"),
        (
            "’We gaan door met deze zaak’, fulmineert winkelier Bos.",
            "’We gaan door met deze zaak’",
            "winkelier Bos",
        ),
        (
            ",, We zijn hier niet over ingelicht '', zegt Bos.",
            ",, We zijn hier niet over ingelicht ''",
            "Bos",
        ),
        ("‘De trein komt’, laat een woordvoerder weten.", "‘De trein komt’", "een woordvoerder"),
        ("‘De minister luistert niet’, klinkt het.", "‘De minister luistert niet’", ""),
        ("’’t Is mooi geweest’, zegt Bos.", "’’t Is mooi geweest’", "Bos"),
        ("‘Het was niet goed genoeg’, was haar reactie.", "‘Het was niet goed genoeg’", "haar"),
        ("‘U heeft gelogen’, hield zij hem voor.", "‘U heeft gelogen’", "zij"),
        ("Leerling Sem (12): ‘Ik dacht: nu gaan we eraan.’", "‘Ik dacht: nu gaan we eraan.’", "Leerling Sem"),
        ("Hij spreekt van ‘pure pesterij’.", "‘pure pesterij’", "Hij"),
        ('Op X schreef Bos: "Dit is een schande."', '"Dit is een schande."', "Bos"),
        ("Zijn dochter Lotte: ‘Hij was een vechter.’", "‘Hij was een vechter.’", "Zijn dochter Lotte"),
        ("Minister Bos is kritisch: ‘Zo kan het niet langer.’", "‘Zo kan het niet langer.’", "Minister Bos"),
        ("‘Vroeger was het hier stil’, herinnert Bos zich.", "‘Vroeger was het hier stil’", "Bos"),
    ],
)
def test_direct_speech(text: str, said: str, speaker: str) -> None:
    assert found(text) == [("Direct", said, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Luik (Frans: «Liège») is een stad.",
        "Het project ‘Samen Sterk’ kreeg een prijs.",
        "In 1950 schreef hij «De verloren stad».",
        "De stad wordt ook «de koekenstad» genoemd.",
        "Zij noemen hem ‘de Vos’.",
        "Nu,, zei hij, is het laat.",
        "Bezoekers maken er kennis met ‘de keuken van de politiek’.",
        "De zaal heet ‘Zaal van de vier winden’.",
    ],
)
def test_marks_around_names_and_titles_hold_no_speech(text: str) -> None:
    assert [quote for quote in found(text) if quote[0] == "Direct"] == []


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("Twee jaar na zijn vertrek zei Bos dat hij spijt had.", "dat hij spijt had", "Bos"),
        ("Eenmaal thuis verklaarde Bos dat hij stopte.", "dat hij stopte", "Bos"),
        ("De man van wie zij zegt dat hij loog, vertrok.", "dat hij loog", "zij"),
        ("Het was Bos die de koning vroeg of hij kwam.", "of hij kwam", "Bos"),
        ("De koning vroeg hen of zij wilden blijven.", "of zij wilden blijven", "De koning"),
        ("De directeur vertelde haar dat zij mocht gaan.", "dat zij mocht gaan", "De directeur"),
        ("Minister Bos (Welzijn) zei dat het geld op is.", "dat het geld op is", "Minister Bos"),
        ("Zij zijn bang dat het geld op is.", "dat het geld op is", "Zij"),
        ("Uit een rapport blijkt dat het geld op is.", "dat het geld op is", "een rapport"),
        ("De gids wist te vertellen dat de toren scheef staat.", "dat de toren scheef staat", "De gids"),
        ("Zij vertelt in haar boek hoe de stad verdween.", "hoe de stad verdween", "Zij"),
        ("Als wij niets doen, zegt Bos, stijgt het water.", "Als wij niets doen … stijgt het water", "Bos"),
        ("Bos zegt niet verrast te zijn.", "niet verrast te zijn", "Bos"),
        ("Bos heeft erop gewezen dat het geld op is.", "dat het geld op is", "Bos"),
        ("Zij huilt omdat Bos erop wijst dat het op is.", "dat het op is", "Bos"),
        ("De oppositie wil dat het plan stopt.", "dat het plan stopt", "De oppositie"),
    ],
)
def test_who_is_the_subject(text: str, said: str, speaker: str) -> None:
    assert found(text) == [("Indirect", said, speaker)]


def test_a_main_clause_behind_and_is_no_longer_said() -> None:
    assert found("Zij zegt dat alles klopt en noemt het plan ‘volstrekt onzinnig’.") == [
        ("Indirect", "dat alles klopt", "Zij"),
        ("Direct", "‘volstrekt onzinnig’", "Zij"),
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("‘Fijn’, zegt Bos. Hij lacht. ‘Heel erg fijn.’", ["Bos", "Bos"]),
        (
            "‘Fijn’, zegt Bos. Ook coach Anna Smit is blij. ‘Wij zijn er klaar voor.’",
            ["Bos", "coach Anna Smit"],
        ),
        ("Directeur Sanne Vos is trots. ‘Niemand geloofde erin.’", ["Directeur Sanne Vos"]),
        ("Het is stil. ‘Niemand geloofde erin.’", [""]),
    ],
)
def test_who_speaks_in_marks_without_an_attribution(text: str, speakers: list[str]) -> None:
    assert [speaker for _, _, speaker in found(text)] == speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("‘Goed’, zegt bestuurder Wim Kok van FNV Zorg.", "Wim Kok"),
        ("‘Goed’, zegt bestuurder Karin van Dijk.", "Karin van Dijk"),
        ("Minister Vandenbroek blijft. ‘Het is goed’, zegt hij.", "Vandenbroek"),
    ],
)
def test_whom_a_speaker_is(text: str, name: str) -> None:
    assert [quote.resolved_speaker for quote in detect(text, "nl")] == [name]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("Dat de dader zestien is, vindt zij zorgelijk.", "Dat de dader zestien is", "zij"),
        ("Dat klopt niet, stelt Bos.", "Dat klopt niet", "Bos"),
        ("GENT (BELGA) - De brug is dicht. Dat meldt de politie.", "De brug is dicht", "de politie"),
        (
            "Ook moeten gemeenten volgens haar beter opletten.",
            "Ook moeten gemeenten … beter opletten",
            "haar",
        ),
    ],
)
def test_what_stands_before_its_frame(text: str, said: str, speaker: str) -> None:
    assert found(text) == [("Indirect", said, speaker)]


def test_nobody_speaks_on_behind_a_tag_that_cannot_be_read() -> None:
    text = "‘Goed’, zegt Anna Bos. ‘Dit dossier sleept al jaren aan’, knort hij. ‘Wanneer gaat u beslissen?’"
    assert [speaker for _, _, speaker in found(text)] == ["Anna Bos", "", ""]


def test_a_pronoun_gives_a_person_its_gender() -> None:
    text = (
        "Raadslid Jos Bos vroeg minister Crevits om geld. Crevits weigert. ‘Nee’, zei ze. ‘Jammer’, zei hij."
    )
    spoken = [quote for quote in detect(text, "nl") if str(quote.type) == "Direct"]
    assert [quote.resolved_speaker for quote in spoken] == ["Crevits", "Jos Bos"]


def test_a_group_does_not_speak_on_behind_a_pronoun_of_a_person() -> None:
    text = "Winkelier Piet Bos wacht. De gemeente zegt dat het komt. Hij zucht. ‘Kijk zelf maar even.’"
    assert detect(text, "nl")[-1].resolved_speaker == "Piet Bos"


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("Naar eigen zeggen heeft Jansen niets gezien.", "heeft Jansen niets gezien", "Jansen"),
        ("De zanger heeft naar eigen zeggen geen geld.", "De zanger heeft … geen geld", "De zanger"),
        ("Volgens eigen zeggen was de buurman thuis.", "was de buurman thuis", "de buurman"),
        ("Volgens eigen opgave verdiende Piet Bos niets.", "verdiende Piet Bos niets", "Piet Bos"),
        ("Naar eigen zeggen van Bos wist hij van niets.", "wist hij van niets", "Bos"),
        (
            "Volgens een recent (2019) rapport stijgt het water.",
            "stijgt het water",
            "een recent (2019) rapport",
        ),
        ("Een recent rapport zegt dat het water stijgt.", "dat het water stijgt", "Een recent rapport"),
        ("Menend dat de regels duidelijk waren, weigerde Bos.", "dat de regels duidelijk waren", "Bos"),
    ],
)
def test_own_words_reports_and_participles(text: str, said: str, speaker: str) -> None:
    assert ("Indirect", said, speaker) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Volgens de dienstregeling vertrekt de trein om acht uur.",
        "Volgens de verordening mag dat niet.",
        "Wetend dat het laat was, ging Bos naar huis.",
    ],
)
def test_timetables_and_knowledge_say_nothing(text: str) -> None:
    assert not found(text)


def test_a_comma_within_marks_ends_nothing() -> None:
    text = "Volgens Bos is het plan ‘niet van tafel, maar uitgesteld’."
    quote = detect(text, "nl")[0]
    assert text[quote.spans[0].start : quote.spans[0].end] == text[12:-1].lstrip()


def test_a_subject_with_its_name_in_commas_is_not_said() -> None:
    (told,) = found("De topman van Fintec, Joris Salm, heeft de doelstellingen voor 2026 bevestigd.")
    assert told[0] == "Reported"


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "De wetten (waarvan Bos toegeeft dat ze oud zijn) staan in een boek.",
            "dat ze oud zijn",
            "Bos",
        ),
        (
            "Bos zegt dat de dijk (die vorig jaar brak) zwak is.",
            "dat de dijk (die vorig jaar brak) zwak is",
            "Bos",
        ),
        ("Eerst stelde Bos dat de dijk lekt en daarna toonde hij een foto.", "dat de dijk lekt", "Bos"),
        (
            "Bos zegt dat de dijk zwak is en dat het geld op is, en morgen wil de raad meer weten.",
            "dat de dijk zwak is en dat het geld op is",
            "Bos",
        ),
        (
            "Bos zei dat de dijk in mei lekt en dan ook nog zakt.",
            "dat de dijk in mei lekt en dan ook nog zakt",
            "Bos",
        ),
    ],
)
def test_a_clause_ends_with_its_bracket_and_before_an_inverted_main_clause(
    text: str, said: str, speaker: str
) -> None:
    assert found(text) == [("Indirect", said, speaker)]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "Wethouder Bos waarschuwde gisteren dat 'Gent te hoog mikt'.",
            "'Gent te hoog mikt'",
            "Wethouder Bos",
        ),
        ("De burgemeester zei gisteren dat “de dijk zakt”.", "“de dijk zakt”", "De burgemeester"),
    ],
)
def test_a_time_may_stand_before_dat_and_marks(text: str, said: str, speaker: str) -> None:
    assert found(text) == [("Direct", said, speaker)]


def test_whoever_is_told_may_have_a_relative_clause() -> None:
    text = "Hij waarschuwde de wethouders die in de raad hadden toegekeken dat zij nu zelf zouden vallen."
    assert found(text) == [("Indirect", "dat zij nu zelf zouden vallen", "Hij")]


def test_members_are_no_verb() -> None:
    text = "Bos hoopt de kritiek van eigen leden te smoren."
    assert found(text) == [("Indirect", "de kritiek van eigen leden te smoren", "Bos")]

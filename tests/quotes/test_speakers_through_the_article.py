"""Who speaks, by what an article said of them sentences before."""

import pytest

from reader.quotes import detect


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "11:20 The mayor, Ann Lee, said that the road was shut.", "The mayor, Ann Lee"),
        ("fr", "11h20 Le maire, Luc Roy, affirme que la route est fermée.", "Le maire, Luc Roy"),
        ("es", "11.20. El alcalde, Luis Pardo, dijo que no pasa nada.", "El alcalde, Luis Pardo"),
        ("it", "11:20 Il sindaco, Luca Neri, spiega che la strada è chiusa.", "Il sindaco, Luca Neri"),
        ("pt", "11h20: O presidente, Rui Sá, disse que a rua está fechada.", "O presidente, Rui Sá"),
        ("nl", "11.20 uur – Burgemeester Jan Bos zegt dat de weg dicht is.", "Burgemeester Jan Bos"),
        ("sv", "11.20 Borgmästaren Ann Lund säger att vägen är stängd.", "Borgmästaren Ann Lund"),
        ("pl", "11:20 Burmistrz Jan Nowak mówi, że droga jest zamknięta.", "Burmistrz Jan Nowak"),
        ("de", "11.20 Uhr: Bürgermeister Jan Kolb sagte, die Straße sei zu.", "Bürgermeister Jan Kolb"),
    ],
)
def test_the_hour_of_a_live_report_is_no_part_of_its_sentence(language: str, text: str, speaker: str) -> None:
    (quote,) = detect(text, language, engine="rules")
    assert text[quote.speaker[0].start : quote.speaker[-1].end] == speaker


def test_an_hour_within_a_sentence_is_part_of_it() -> None:
    text = "10.30 Uhr sei es gewesen, sagte Kolb."
    (quote,) = detect(text, "de", engine="rules")
    assert quote.spans[0].start == 0


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "Ana Gil dijo que no. «Tiene usted mala memoria», le espetó.", "Ana Gil"),
        ("es", "Ana Gil dijo que no. «Nos engañaron», nos contó.", "Ana Gil"),
        ("it", "Anna Sala ha detto che no. «È tardi», gli ha spiegato.", "Anna Sala"),
        ("es", "Mollá corrige a su consejera y niega que la alerta se enviase tarde.", "Mollá"),
        (
            "es",
            "Fuentes de La Moncloa restan importancia al caso y señalan que hay acuerdo.",
            "Fuentes de La Moncloa",
        ),
        (
            "es",
            "El alcalde socialista corrige a Gil y sostiene que el plan es caro.",
            "El alcalde socialista",
        ),
        (
            "it",
            "Il sindaco di Lodi bacchetta la Regione e sostiene che il piano è vecchio.",
            "Il sindaco di Lodi",
        ),
        (
            "es",
            "El edil, Abel Roig, sostiene que no. Yo le pregunté si era caro y me dijo que la obra, sí.",
            "Abel Roig",
        ),
    ],
)
def test_who_speaks_where_the_verb_has_pronouns_or_stands_beside_another(
    language: str, text: str, name: str
) -> None:
    assert detect(text, language)[-1].resolved_speaker == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Lis milczy.\n\n39-latek milczy. Podczas procesu mówił, że nie pamięta.", "39-latek"),
        ("Jeden z radnych, prosząc o anonimowość, powiedział, że pada.", "Jeden z radnych"),
        ("Zakład odwiedza też burmistrz Henryk Pająk. Wspomina, że dawniej był tu las.", "Henryk Pająk"),
        ("Głos zabrała dyrektorka szkoły, Barbara Lenart. Zwróciła uwagę, że pada.", "Barbara Lenart"),
        ("Rzeczniczka wojewody Anna Kut dementuje plotki. Jak zapewniła, tama jest cała.", "Anna Kut"),
        ("Zdaniem wojewody Jana Nowaka rzeka opada.", "Jan Nowak"),
        ("W ocenie naukowca pająk przypłynął statkiem.", "naukowiec"),
        ("Według śledczej dowody były jednoznaczne.", "śledcza"),
        ("Zdaniem trenera Jana Bąkowicza Lech potrzebuje napastnika.", "Jan Bąkowicz"),
        ("Sąsiadki uważają, że ulica jest za wąska.", "Sąsiadki"),
    ],
)
def test_polish_speakers_by_their_forms(text: str, name: str) -> None:
    assert detect(text, "pl")[-1].resolved_speaker == name

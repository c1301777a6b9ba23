"""Swedish, Danish and Norwegian on the ground of Dutch: marks, dashes, bare clauses, hearsay."""

import pytest

from reader.quotes import detect


def found(code: str, text: str) -> list[tuple[str, str, str]]:
    """Type, words and speaker of each quote of a text."""

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    return [(str(quote.type), words(quote.spans), words(quote.speaker)) for quote in detect(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "said", "speaker"),
    [
        ("sv", "Kommunen uppger att bron är stängd.", "att bron är stängd", "Kommunen"),
        ("sv", "I ett brev skriver bolaget att bron är stängd.", "att bron är stängd", "bolaget"),
        ("sv", "Hon lovar att kämpa vidare.", "att kämpa vidare", "Hon"),
        ("sv", "Chefen Per Ek säger sig förstå oron.", "förstå oron", "Chefen Per Ek"),
        ("sv", "Resenärer undrar varför tåget är sent.", "varför tåget är sent", "Resenärer"),
        ("sv", "Enligt finansministern saknas pengar.", "saknas pengar", "finansministern"),
        ("sv", "Det blir regn, säger meteorologen Eva Ström.", "Det blir regn", "meteorologen Eva Ström"),
        ("sv", "Polisen söker bilen. Det skriver Dagens Nyheter.", "Polisen söker bilen", "Dagens Nyheter"),
        (
            "sv",
            "LO:s ordförande Johan Lind säger att han är nöjd.",
            "att han är nöjd",
            "LO:s ordförande Johan Lind",
        ),
        ("da", "Kommunen oplyser, at broen er lukket.", "at broen er lukket", "Kommunen"),
        ("da", "Torsdag meddelte Banedanmark, at toget er aflyst.", "at toget er aflyst", "Banedanmark"),
        ("da", "Eksperter mener, det er for sent.", "det er for sent", "Eksperter"),
        ("da", "Direktøren siger han forstår uroen.", "han forstår uroen", "Direktøren"),
        ("da", "Ifølge borgmesteren har ingen klaget.", "har ingen klaget", "borgmesteren"),
        ("no", "Hun legger til at broen er stengt.", "at broen er stengt", "Hun"),
        ("no", "Hun lover å kjempe videre.", "å kjempe videre", "Hun"),
        ("no", "Direktøren sier han forstår uroen.", "han forstår uroen", "Direktøren"),
        (
            "no",
            "Tidligere statsråd Per Ek har sagt at han ikke visste noe.",
            "at han ikke visste noe",
            "statsråd Per Ek",
        ),
        ("no", "Det finnes, sier hun, ingen annen utvei.", "Det finnes … ingen annen utvei", "hun"),
    ],
)
def test_indirect_speech(code: str, text: str, said: str, speaker: str) -> None:
    assert found(code, text) == [("Indirect", said, speaker)]


@pytest.mark.parametrize(
    ("code", "text", "said", "speaker"),
    [
        ("sv", "”Det är ett svek”, säger Anna Berg.", "”Det är ett svek”", "Anna Berg"),
        ("sv", "– Vi är trötta, säger Mette Holm, som bor här.", "Vi är trötta", "Mette Holm"),
        ("sv", "Han nekar. – Jag var inte där, säger Karl Lind.", "Jag var inte där", "Karl Lind"),
        ("sv", "Han kallar förslaget ”helt orimligt”.", "”helt orimligt”", "Han"),
        ("da", "»Vi er trætte,« siger Mette Holm.", "»Vi er trætte,«", "Mette Holm"),
        ("da", "Ministeren kalder det »helt urimeligt«.", "»helt urimeligt«", "Ministeren"),
        ("no", "«Det er et svik», sier Anna Berg.", "«Det er et svik»", "Anna Berg"),
        ("no", "– Vi er slitne, sier Mette Holm. Hun bor her.", "Vi er slitne", "Mette Holm"),
    ],
)
def test_direct_speech(code: str, text: str, said: str, speaker: str) -> None:
    assert found(code, text) == [("Direct", said, speaker)]


def test_what_is_said_in_a_line_of_speech_is_of_its_speaker_alone() -> None:
    text = "– Vi tror att bron är stängd, säger Eva Ek."
    assert found("sv", text) == [("Direct", "Vi tror att bron är stängd", "Eva Ek")]


def test_a_pronoun_means_a_name_in_commas() -> None:
    text = "Formanden for foreningen, Per Dahl, er skeptisk. »Jeg venter,« siger han."
    assert [quote.resolved_speaker for quote in detect(text, "da")] == ["Per Dahl"]


@pytest.mark.parametrize(("line", "speaker"), [("Ingen har lyssnat.", "Eva Ek"), ("Hur känns det?", "")])
def test_a_line_behind_a_line_is_of_the_same_speaker_but_for_questions(line: str, speaker: str) -> None:
    text = f"– Vi väntar, säger Eva Ek.\n\n– {line}"
    assert found("sv", text)[1:] == [("Direct", line, speaker)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Mannen ska ha hotat sin granne"),
        ("sv", "Vittnet uppges ha hört skrik"),
        ("da", "Manden skal have truet sin nabo"),
        ("da", "Angiveligt skete det om natten"),
        ("no", "Mannen skal ha truet naboen"),
        ("no", "Vitnet sies å ha hørt skrik"),
    ],
)
def test_hearsay_has_no_speaker(code: str, text: str) -> None:
    assert found(code, f"{text}.") == [("FreeIndirect", text, "")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "I boken ”Den långa vägen” berättar han om sin uppväxt."),
        ("sv", "Filmen ”Natten” har premiär i maj."),
        ("da", "Han vil ikke sige noget om sagen."),
        ("da", "Arbejdet følger ifølge planen sommerens rytme."),
        ("no", "Han gikk ut for å kjøpe brød."),
    ],
)
def test_what_nobody_says(code: str, text: str) -> None:
    assert found(code, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Moderatledaren avfärdar kritiken"),
        ("da", "Statsministeren afviser kritikken"),
        ("no", "Statsministeren avviser kritikken"),
    ],
)
def test_told_acts(code: str, text: str) -> None:
    assert found(code, f"{text}.") == [("Reported", text, text.split(maxsplit=1)[0])]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("sv", "Facket kräver ett möte.", "Facket"),
        ("sv", "Regeringen sade nej till bron.", "Regeringen"),
        ("sv", "Oppositionen kallar svaret för ett hån.", "Oppositionen"),
        ("da", "Formanden kræver lov til at bygge.", "Formanden"),
        ("da", "Partiet kaldte planen for dyr.", "Partiet"),
        ("no", "Kommunen sa ja til å bygge broen.", "Kommunen"),
        ("no", "Fagforeningen bestrider dette.", "Fagforeningen"),
    ],
)
def test_acts_in_three_languages(code: str, text: str, speaker: str) -> None:
    assert found(code, text) == [("Reported", text.removesuffix("."), speaker)]


@pytest.mark.parametrize(
    ("code", "text", "said", "speaker"),
    [
        ("sv", "Facket uppger för TT att det inte fått svar.", "att det inte fått svar", "Facket"),
        ("sv", "Läkaren bad henne hålla ut länge.", "hålla ut länge", "Läkaren"),
        ("sv", "Chefen vill inte säga om bron stängs.", "om bron stängs", "Chefen"),
        ("sv", "Hon vill veta varför bron stängs.", "varför bron stängs", "Hon"),
        ("no", "Politiet har bedt folk holde avstand.", "holde avstand", "Politiet"),
        ("da", "Hun mener ikke, at broen er dyr.", "at broen er dyr", "Hun"),
        ("da", "Forskeren minder om, at isen er tynd.", "at isen er tynd", "Forskeren"),
    ],
)
def test_more_of_what_hangs_on_a_verb(code: str, text: str, said: str, speaker: str) -> None:
    assert found(code, text) == [("Indirect", said, speaker)]


def test_a_hyphen_opens_a_line_of_speech() -> None:
    text = "- Hvorfor går du? spørger dommeren.\n- Jeg er træt, svarer vidnet."
    assert [words for _, words, _ in found("da", text)] == ["Hvorfor går du?", "Jeg er træt"]


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("sv", "Hon ställde frågan om bron håller i vinter.", "om bron håller i vinter"),
        ("sv", "Ryktet om att banken stänger sprids.", "att banken stänger sprids"),
        ("da", "Påstanden om, at broen er dyr, er gammel.", "at broen er dyr"),
        ("da", "Hun mener, at broen er dyr, og går hjem.", "at broen er dyr"),
    ],
)
def test_clauses_on_nouns_and_where_they_end(code: str, text: str, said: str) -> None:
    assert [words for kind, words, _ in found(code, text) if kind == "Indirect"] == [said]

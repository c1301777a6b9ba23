"""Plain texts as they come: pasted, mailed, saved."""

import pytest

from reader.errors import IngestError
from reader.ingest import from_text
from reader.models import Article, Caption

PROSE = (
    "Der Rat der Stadt hat am Montagabend nach langer Debatte beschlossen, das Hallenbad zu schließen. "
    "Das sagte Bürgermeisterin Sabine Thiel nach der Sitzung."
)
MORE = (
    "Die Opposition kündigte an, gegen den Beschluss vorzugehen. Er sei rechtswidrig, erklärte Henning Raab."
)


def article(*paragraphs: str) -> Article:
    return from_text("\n\n".join(paragraphs), "clipboard")


def test_headline_block() -> None:
    read = article(
        "Politik > Lokales",
        "Hallenbad:",
        "Rat beschließt Schließung",
        "Von Jana Petersen und Ole Brandt",
        "Stand: 21.10.2015, 14:05 Uhr",
        PROSE,
        MORE,
    )
    assert (read.title, read.section) == ("Rat beschließt Schließung", "Hallenbad")
    assert read.byline == "Jana Petersen und Ole Brandt"
    assert read.published == "2015-10-21T14:05"
    assert read.text == f"{PROSE}\n\n{MORE}"
    assert read.removed == ("Politik > Lokales",)


def test_only_a_title() -> None:
    read = article("Rat schließt das Bad", PROSE)
    assert (read.title, read.text, read.removed) == ("Rat schließt das Bad", PROSE, ())


def test_subtitle_stays_in_the_text_as_a_heading() -> None:
    read = article("Rat schließt das Bad", "Opposition spricht von Rechtsbruch", PROSE)
    assert read.text.startswith("Opposition spricht von Rechtsbruch\n\n")
    assert [read.text[slice(*span)] for span in read.headings] == ["Opposition spricht von Rechtsbruch"]


def test_without_a_title_the_first_words_stand_for_it() -> None:
    read = article(PROSE, MORE)
    assert read.title == "Der Rat der Stadt hat am Montagabend nach langer Debatte …"
    assert read.text == f"{PROSE}\n\n{MORE}"


@pytest.mark.parametrize("text", ["Nur ein Satz ohne Punkt", "Ein Satz.", "„Nein“"])
def test_a_single_line_is_text(text: str) -> None:
    assert from_text(text, "clipboard").text == text


def test_interview_turns_are_no_headlines() -> None:
    read = article("Frage: Was nun?", "Thiel: Wir warten ab.", "Frage: Worauf?", "Thiel: Auf den Bescheid.")
    assert read.text.startswith("Frage: Was nun?")
    assert read.text.count("\n\n") == 3


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        ("(dpa)", "dpa"),
        ("(dtj/dpa)", "dtj/dpa"),
        ("(AFP, Reuters)", "AFP/Reuters"),
        ("[epd]", "epd"),
        ("dpa/AFP/jok", "dpa/AFP/jok"),
        ("© dpa-infocom, dpa:210304-99-123456/4", "dpa"),
        ("Mit Material von dpa und AFP", "dpa/AFP"),
        ("(ANSA).", "ANSA"),
        ("(red)", ""),
        ("(SPD)", ""),
    ],
)
def test_agency_at_the_end(end: str, agency: str) -> None:
    read = article("Titel der Meldung", PROSE, f"{MORE} {end}" if end[0] in "([" else f"{MORE}\n\n{end}")
    assert read.agency == agency
    assert read.text.endswith(MORE) is bool(agency)
    assert (end in read.removed) is bool(agency)


@pytest.mark.parametrize(
    ("start", "agency"),
    [
        ("BERLIN (dpa) - ", "dpa"),
        ("Berlin/Moskau (dpa/AFP) – ", "dpa/AFP"),
        ("WASHINGTON, Oct 3 (Reuters) - ", "Reuters"),
        ("MADRID, 3 oct (EFE).- ", "EFE"),
        ("(ANSA) - ROMA, 12 GEN - ", "ANSA"),
        ("Chur, 14. März (sda). ", "sda"),
        ("Berlin (SPD) - ", ""),
    ],
)
def test_a_dateline_names_the_agency_and_stays(start: str, agency: str) -> None:
    read = article("Titel der Meldung", start + PROSE)
    assert read.agency == agency
    assert read.text == start + PROSE


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Das Bad am Abend. (Foto: Karla Winter/dpa)", Caption("Das Bad am Abend.", "Karla Winter/dpa")),
        ("Das Bad am Abend. Foto: Karla Winter", Caption("Das Bad am Abend.", "Karla Winter")),
        ("Das Bad am Abend | Bild: Reuters", Caption("Das Bad am Abend", "Reuters")),
        ("Das Bad am Abend © AFP", Caption("Das Bad am Abend", "AFP")),
        ("The pool on Monday. (AP Photo/Jim Poe)", Caption("The pool on Monday.", "AP Photo/Jim Poe")),
        ("La piscine. Photo : AFP", Caption("La piscine.", "AFP")),
        ("Foto: dpa", Caption("", "dpa")),
    ],
)
def test_captions_stand_apart(line: str, caption: Caption) -> None:
    read = article("Titel der Meldung", line, PROSE)
    assert read.captions == (caption,)
    assert read.text == PROSE


def test_sentences_about_pictures_stay() -> None:
    said = "Er malte ein düsteres Bild: Die Stadt sei am Ende, sagte er, und niemand helfe ihr."
    assert article("Titel der Meldung", PROSE, said).text.endswith(said)


@pytest.mark.parametrize(
    "line",
    [
        "Teilen mit:",
        "Abonnieren Sie unseren Newsletter!",
        "Nichts verpassen? Jetzt anmelden zum Newsletter",
        "Nur für Abonnenten",
        "Lesen Sie auch: Das neue Bad",
        "Anzeige",
        "3 Kommentare",
        "Seite 2 von 3",
        "Spread the love",
        "Jetzt kostenlos abonnieren",
        "Lire aussi : la piscine",
        "Leggi anche",
        "Lees ook",
        "Compartir",
        "#Bad #Rat",
        "Zapisz się na newsletter i czytaj wiadomości każdego ranka.",
        "Czytaj także: Nowy basen",
        "Udostępnij: Facebook Twitter",
        "Podziel się tym artykułem",
        "Tweetnij",
        "Dela på Facebook",
        "Obserwuj Kurier na WhatsApp i Instagram.",
        "Leia também: A nova piscina",
        "Receba a newsletter de manhã",
        "Partilhar este artigo",
        "Im Browser ansehen | Abmelden",
        "View in browser · Unsubscribe",
        "Want stories like this in your inbox? Sign up for The Quay",
    ],
)
def test_leftovers_between_paragraphs(line: str) -> None:
    read = article("Titel der Meldung", PROSE, line, MORE)
    assert read.text == f"{PROSE}\n\n{MORE}"
    assert read.removed == (line,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Teilen mit den Nachbarn will sie nicht, sagte Thiel.",
        "Mehr zum Thema sagte sie nicht.",
        "Wir verwenden das Bad für alle, sagte Thiel.",
        "Der Newsletter der Stadt erscheint monatlich.",
        "Von Montag an gilt das Verbot.",
        "Kommentare lehnte er ab.",
        "Streit um »Richard« und seine Folgen",
        "Il a dit « non » à tous",
        "Aus »Ja« wird »Nein«",
        "„Newsletter abonnieren“, stand auf dem Plakat.",
        "Warum? Darum.",
        "Wer den Newsletter abonnieren will, muss zahlen, sagte Thiel.",
        "Das Angebot sei nur für Abonnenten gedacht, erklärte der Verlag.",
        "Podziel się tym, co masz, powiedziała burmistrzyni.",
        "Zapisał się na newsletter i czytał wiadomości każdego ranka.",
        "Pode não interessar a ninguém, disse o presidente.",
        "Subskrypcja nie jest droga, powiedziała burmistrzyni.",
        "Hamburg | Video",
        "The message lands in your inbox and waits for a click.",
    ],
)
def test_sentences_that_begin_like_leftovers_stay(sentence: str) -> None:
    assert sentence in article("Titel der Meldung", PROSE, sentence, MORE).text


def test_teasers_after_the_end_go() -> None:
    read = article(
        "Titel der Meldung", PROSE, MORE, "Mehr zum Thema", "Das neue Bad kommt", "Streit im Rat eskaliert"
    )
    assert read.text == f"{PROSE}\n\n{MORE}"
    assert read.removed[-3:] == ("Mehr zum Thema", "Das neue Bad kommt", "Streit im Rat eskaliert")


def test_pull_quotes_and_second_copies_go() -> None:
    said = f"„Wir haben lange gerungen und dann entschieden“, sagte Thiel. {PROSE}"
    pulled = "„Wir haben lange gerungen und dann entschieden“ Sabine Thiel"
    read = article("Titel der Meldung", said, pulled, MORE, MORE)
    assert read.text == f"{said}\n\n{MORE}"
    assert read.removed == (pulled, MORE)


def test_a_mail_pasted_as_it_is() -> None:
    wrapped = "> Der Rat hat nach langer Debatte beschlossen, das\n> Hallenbad zu schließen, sagte die"
    read = from_text(wrapped + " Bürgermeisterin\n> nach der Sitzung am Abend.", "clipboard")
    assert read.text == (
        "Der Rat hat nach langer Debatte beschlossen, das Hallenbad zu schließen, sagte die Bürgermeisterin "
        "nach der Sitzung am Abend."
    )


def test_dangerous_characters_are_kept_in_their_places() -> None:
    text = PROSE.replace("Rat", "\x1b[31mRat\x1b[0m").replace("Bad", "\u202eBad\u202c")
    assert article("Titel der Meldung", text).text == text


def test_markup_of_the_terminal_is_text() -> None:
    assert "[red]" in article("Titel der Meldung", PROSE + " [red]Rot[/red]").text


def test_empty_text() -> None:
    with pytest.raises(IngestError, match="is empty"):
        from_text(" \n ", "clipboard")
    assert from_text("\u200b Anzeige", "clipboard").text == "Anzeige"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Diego Armenteros", "Diego Armenteros"),
        ("Anna von der Heide", "Anna von der Heide"),
        ("VON LEONIE ASBECK", "Leonie Asbeck"),
        ("Von Jana Petersen, Ole Brandt und Eva Beispiel", "Jana Petersen, Ole Brandt und Eva Beispiel"),
        ("Text: Eva Beispiel", "Eva Beispiel"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("Aus Brüssel berichtet Eva Beispiel", "Eva Beispiel"),
        ("Von der Leyen warnt", ""),
        ("Das Bad", ""),
        ("Von Montag an gilt das Verbot", ""),
    ],
)
def test_bylines(line: str, byline: str) -> None:
    assert article("Rat beschließt Schließung des Bades", line, PROSE).byline == byline


def test_a_question_may_be_asked_twice() -> None:
    question = "Warum ist das so, Frau Thiel?"
    read = article(
        "Titel der Meldung", PROSE, question, MORE, question, "Weil es so ist, wie ich es eben sagte."
    )
    assert read.text.count(question) == 2


def test_a_paste_out_of_a_browser_with_menus_sharing_row_and_a_byline_with_its_dates() -> None:
    article = from_text(
        "Startseite   Abo   E-Paper   Anmelden\n\n"
        "Streit um Radweg: „Ein schlechter Witz“\n\n"
        "Von Lena Brandt und Jörg Müßig, 14.03.2025, 17:45 Uhr | Aktualisiert: 18:02 Uhr\n\n"
        "Teilen   Twittern   WhatsApp   Mailen\n\n"
        "Der Streit um den Radweg an der Bahnhofstraße geht weiter. Am Freitag trafen sich beide Seiten.\n\n"
        "Ein Ergebnis gab es nicht, wie die Stadt am Abend mitteilte.\n",
        "paste",
    )
    assert article.title == "Streit um Radweg: „Ein schlechter Witz“"
    assert article.byline == "Lena Brandt und Jörg Müßig"
    assert article.published == "2025-03-14T17:45"
    assert article.text.startswith("Der Streit um den Radweg")
    assert article.removed == ("Startseite Abo E-Paper Anmelden", "Teilen Twittern WhatsApp Mailen")


LEAD = (
    "Berlin. Die Koalition hat sich am Mittwoch nicht geeinigt. „Wir sind noch nicht so weit“, sagte "
    "Ministerin Jana Kolb nach der Sitzung."
)
LATER = "Man werde in der kommenden Woche weiter verhandeln, hieß es aus der Koalition am Abend."


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(
    "headline",
    [
        "Koalition ringt um das Gesetz",
        "Kolb geht.",
        "Wer zahlt für die Brücke?",
        "Kolb: „Wir sind noch nicht so weit!“",
        "„Wir sind noch nicht so weit“",
    ],
)
def test_a_paste_that_begins_with_a_section_keeps_its_headline(headline: str, between: str) -> None:
    found = from_text(between.join(("Politik", headline, LEAD, LATER)), "clipboard")
    assert (found.section, found.title, found.text) == ("Politik", headline, f"{LEAD}\n\n{LATER}")


def test_a_section_above_a_text_without_a_headline_is_no_headline() -> None:
    found = from_text(f"Politik\n\n{LEAD}\n\n{LATER}", "clipboard")
    assert found.section == "Politik"
    assert found.title.startswith("Berlin. Die Koalition")
    assert found.text.startswith("Berlin. Die Koalition")

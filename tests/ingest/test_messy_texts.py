"""Texts as newsrooms get them: wire copy, press releases, printed pages, whole pages copied, mixed "
"encodings."""

import textwrap

import pytest

from reader.ingest import from_bytes, from_text

TEXT = (
    "Die Stadtwerke Kronfurt wollen die Fernwärmepreise zum Jahreswechsel um 18 Prozent anheben. „Wir "
    "geben nur "
    "weiter, was uns der Einkauf kostet“, sagte Geschäftsführerin Mira Olbrich am Dienstag.",
    "Der Mieterverein sprach von einem Schlag ins Gesicht der Haushalte. Dessen Vorsitzender Jost Rehberg "
    "kündigte an, die Kalkulation gerichtlich prüfen zu lassen.",
)
BODY = "\n\n".join(TEXT)


def test_wire_copy_without_slug_lines_notebook_and_contacts() -> None:
    article = from_text(
        "dpa-Regio 0421/lno\nEnergie/Kommunen/Preise/\nStadtwerke Kronfurt heben Preise an =\n\n"
        f"Kronfurt (dpa/lno) - {BODY}\n\n# Notizblock\n\n## Internet\n- "
        "[Stadtwerke](https://stadtwerke.example)\n\n"
        "## Redaktionelle Hinweise\n- Die folgenden Informationen sind nicht zur Veröffentlichung "
        "bestimmt\n\n"
        "## dpa-Kontakte\n- Autorin: Petra Quast, +49 40 4113-0, <regio@dpa.example>\n\ndpa pq yyno n1\n"
        "041530 Nov 25\n",
        "clipboard",
    )
    assert article.title == "Stadtwerke Kronfurt heben Preise an"
    assert article.agency == "dpa/lno"
    assert article.text == f"Kronfurt (dpa/lno) - {BODY}"
    assert any("Petra Quast" in line for line in article.removed)


def test_press_release_with_its_sender_and_without_telephone_numbers() -> None:
    article = from_text(
        f"04.11.2025 – 10:15\n\nStadtwerke Kronfurt\n\nFernwärme wird teurer\n\nKronfurt (ots) - {BODY}\n\n"
        "Pressekontakt:\n\nStadtwerke Kronfurt GmbH\nMira Olbrich\nTelefon: 0123 456\n\n"
        "Original-Content von: Stadtwerke Kronfurt, übermittelt durch news aktuell\n",
        "clipboard",
    )
    assert (article.title, article.outlet) == ("Fernwärme wird teurer", "Stadtwerke Kronfurt")
    assert (article.published, article.agency) == ("2025-11-04T10:15", "ots")
    assert article.text == f"Kronfurt (ots) - {BODY}"
    assert "Telefon: 0123 456" in article.removed


def test_a_contact_named_in_the_text_does_not_end_it() -> None:
    article = from_text(f"Fernwärme wird teurer\n\nKontakt: Sie fehlt vielen\n\n{BODY}", "clipboard")
    assert article.text.endswith(TEXT[1])


def test_printed_page_with_head_and_page_number() -> None:
    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, 60)) for paragraph in TEXT)
    head = "Kronfurter Bote, Nr. 255                                   Seite 17"
    article = from_text(
        f"{head}\n\nFernwärme wird teurer\n\nVon Ina Voss\n\n{wrapped}\n\nSeite 17\n", "clipboard"
    )
    assert (article.title, article.byline, article.text) == ("Fernwärme wird teurer", "Ina Voss", BODY)


@pytest.mark.parametrize("owner", ["© 2025 Kronfurter Bote", "Kontakt"])
def test_a_whole_page_copied_out_of_a_browser(owner: str) -> None:
    article = from_text(
        "Direkt zum Inhalt\nKronfurter Bote\nMenü\nStartseite\nLokales\nFernwärme\nFernwärme wird teurer\n"
        "Von Ina Voss\n04.11.2025, 06:00 Uhr\nLesezeit: 2 Min.\nTeilen\nMerken\n"
        f"{TEXT[0]}\nAnzeige\n{TEXT[1]}\nMehr zum Thema\nStadtwerke: Streit um neue "
        f"Zentrale\nImpressum\n{owner}\n",
        "clipboard",
    )
    assert (article.title, article.byline) == ("Fernwärme wird teurer", "Ina Voss")
    assert article.published == "2025-11-04T06:00"
    assert article.outlet == ("Kronfurter Bote" if "©" in owner else "")
    assert article.text == BODY


@pytest.mark.parametrize(
    "line",
    [
        "dpa will mehr Geld",
        "Beethovens Nr. 5",
        "Seite an Seite mit der Opposition",
        "Alle Artikel sind ausverkauft",
        "Pressekontakt, das klingt harmlos, ist aber das Ende der Geschichte, wie man sie in Kronfurt kennt.",
    ],
)
def test_lines_that_only_look_like_leftovers_stay(line: str) -> None:
    assert line in from_text(f"Fernwärme wird teurer\n\n{TEXT[0]}\n\n{line}\n\n{TEXT[1]}", "clipboard").text


def test_one_paragraph_in_another_encoding() -> None:
    data = f"Fernwärme wird teurer\n\n{TEXT[0]}\n\n".encode() + TEXT[1].encode("cp1252")
    article = from_bytes(data, "/home/eva/text.txt")
    assert (article.title, article.text) == ("Fernwärme wird teurer", BODY)


def test_a_text_cut_inside_a_letter_ends_in_a_replacement_mark() -> None:
    assert from_bytes(f"{BODY} – Schlägerei".encode()[:-6], "/home/eva/text.txt").text.endswith(
        "– Schl\ufffd"
    )


def test_mail_with_line_ends_of_the_network_loses_its_signature() -> None:
    mail = (
        "From: =?utf-8?q?Ina_Vo=C3=9F?= <ina@bote.example>\nTo: desk@bote.example\nSubject: WG: Preise\n"
        "Date: Tue, 04 Nov 2025 06:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: 8bit\n\n{BODY}\n\n-- \nIna Voß\nTel. 123\n"
    ).replace("\n", "\r\n")
    article = from_bytes(mail.encode(), "/home/eva/mail.eml")
    assert (article.title, article.byline, article.text) == ("Preise", "Ina Voß", BODY)


@pytest.mark.parametrize("title", ["Von Hamburg nach Bremen?", "Von Hamburg bis Bremen!"])
def test_a_title_that_begins_like_a_byline(title: str) -> None:
    article = from_text(f"{title}\n\n{BODY}", "clipboard")
    assert (article.title, article.byline) == (title, "")


@pytest.mark.parametrize("with_whom", ["mit Jana Kolb", "with Anna Blake", "met Piet Hof", "avec Anne Colbe"])
def test_with_whom_an_interview_is_held_is_no_byline(with_whom: str) -> None:
    talk = "FRAGE: Warum jetzt?\n\nANTWORT: Weil es sein muss.\n\nFRAGE: Und?\n\nANTWORT: Nein."
    article = from_text(f"Interview {with_whom}\n\n{talk}", "clipboard")
    assert (article.title, article.byline, article.text) == (f"Interview {with_whom}", "", talk)

"""Copy of agencies and press offices: what it says for the press becomes facts, the rest is the text."""

from pathlib import Path

import pytest

from reader.ingest import read
from reader.models import Article
from reader.texts.releases import is_notice

BODY = {
    "de": (
        "Die Ministerin will die Bahn umbauen. „Wir bauen das um“, sagte sie am Dienstag vor der Presse.\n\n"
        "Die Opposition sprach von einem „Luftschloss“, das niemand bezahlen könne, und will dagegen stimmen."
    ),
    "en": (
        "The minister defended her plan on Tuesday. “We will not run out of money,” she told lawmakers.\n\n"
        "The opposition said it would vote against the plan on Friday and asked for more money for schools."
    ),
    "fr": (
        "Le Premier ministre a défendu mardi son budget. « Nous ne céderons pas », a-t-il déclaré.\n\n"
        "L'opposition a annoncé qu'elle voterait contre le texte vendredi et demande des moyens."
    ),
}


def article(tmp_path: Path, text: str) -> Article:
    path = tmp_path / "copy.txt"
    path.write_text(text, encoding="utf-8")
    return read(str(path))


COPY = {
    "dpa": (
        "bdt0294 3 pl 379  dpa 0815\n\nBahn/Verkehr/Parteien/\n"
        "(Zusammenfassung 1330 - neu: Reaktion FDP, Zitat Verkehrsministerin)\n"
        "Sperrfrist: Mittwoch, 11. November 2026, 10.00 Uhr MEZ\nMinisterin will Bahn umbauen =\n\n"
        f"Von Max Muster, dpa\n\nBerlin (dpa) - {BODY['de']}\n\n# dpa-Notizblock\n\n"
        "## Redaktionelle Hinweise\n- Berichtigt im 2. Absatz\n\n## dpa-Kontakte\n- Autor: Max Muster\n"
        "dpa mmu yyzz n1 abc\n101530 Nov 26\n",
        ("Ministerin will Bahn umbauen", "dpa", "2026-11-10T15:30", "Bahn/Verkehr/Parteien", "Berlin"),
        "Berichtigt im 2. Absatz",
    ),
    "apa": (
        "APA0345 5 II 0302 XA/AI      Mi, 11.Nov 2026\n\nPolitik/Budget\n"
        "(Berichtigung: im zweiten Absatz muss es heißen: 30 Mio. Euro)\nMinister verteidigt Budget\n"
        f"Utl.: Opposition will dagegen stimmen\n\nWien (APA) - {BODY['de']}\n\n(Schluss) abc/def\n"
        "APA0345 2026-11-11/14:30\n",
        ("Minister verteidigt Budget", "APA", "2026-11-11T14:30", "Politik/Budget", "Wien"),
        "Berichtigung: im zweiten Absatz muss es heißen: 30 Mio. Euro",
    ),
    "sda": (
        "bsd042 3 inl 210 sda 0456\nBundesrat/Bahn/\n+++ Korrektur: richtig 3 Milliarden +++\n"
        f"Bundesrat will Bahn ausbauen\n\nBern (sda) - {BODY['de']}\n\n(Keystone-SDA)\n111430 Nov 26\n",
        ("Bundesrat will Bahn ausbauen", "Keystone-SDA", "2026-11-11T14:30", "Bundesrat/Bahn", "Bern"),
        "Korrektur: richtig 3 Milliarden",
    ),
    "afp": (
        "URGENT\nfra0123 4 G 0345 FRA /AFP-AB12\nPolitique-gouvernement-budget\n"
        "(RECTIFICATIF: 2e paragraphe)\n"
        f"Le Premier ministre défend son budget\n\nParis, 10 nov 2026 (AFP) - {BODY['fr']}\n\n"
        "abc/def/ghi\nAFP 101530 GMT NOV 26\n",
        (
            "Le Premier ministre défend son budget",
            "AFP",
            "2026-11-10T15:30+00:00",
            "Politique-gouvernement-budget",
            "Paris",
        ),
        "RECTIFICATIF: 2e paragraphe",
    ),
    "reuters": (
        "CORRECTED-UPDATE 2-Rail minister defends her spending plan\n"
        "(Corrects date in paragraph 2)\n\nBy Jane Doe\n\n"
        f"LONDON, Nov 10 (Reuters) - {BODY['en']}\n\n(Reporting by Jane Doe; Editing by John Roe)\n"
        "((jane.doe@thomsonreuters.com; +44 20 7946 0000))\n",
        ("Rail minister defends her spending plan", "Reuters", "", "", "LONDON"),
        "Corrects date in paragraph 2",
    ),
    "ap": (
        "AP-EU--Britain Rail, 2nd Ld-Writethru, 345\nEds: Corrects name of minister in 2nd graf.\n"
        "Rail minister defends spending plan\nBy JANE DOE\nAssociated Press\n\n"
        f"LONDON (AP) — {BODY['en']}\n\n"
        "Copyright 2026 The Associated Press. All rights reserved.\nAP-WF-11-10-26 1530GMT\n",
        ("Rail minister defends spending plan", "AP", "2026-11-10T15:30+00:00", "", "LONDON"),
        "Corrects name of minister in 2nd graf.",
    ),
}


@pytest.mark.parametrize("name", COPY)
def test_the_copy_of_an_agency_gives_its_facts_and_nothing_but_its_text(name: str, tmp_path: Path) -> None:
    text, facts, correction = COPY[name]
    found = article(tmp_path, text)
    assert (found.title, found.outlet, found.published, found.section, found.place) == facts
    assert found.correction == correction
    first, *_, last = found.text.split("\n\n")
    body = next(body for body in BODY.values() if body.split("\n\n")[1] == last)
    assert first.endswith(body.split("\n\n")[0]) or "Opposition" in first
    assert not any(
        sign in found.text for sign in ("=\n", "Reporting", "Notizblock", "GMT", "bsd042", "(Schluss)")
    )


def test_a_paper_that_prints_an_agency_is_not_called_like_it(tmp_path: Path) -> None:
    found = article(tmp_path, f"Ministerin will Bahn umbauen\n\nBerlin (dpa) - {BODY['de']}")
    assert (found.outlet, found.agency) == ("", "dpa")


def test_a_press_release_tells_its_number_place_day_and_whom_to_ask(tmp_path: Path) -> None:
    found = article(
        tmp_path,
        "SPERRFRIST: 11. November 2026, 10.00 Uhr\nEs gilt das gesprochene Wort!\n\nPressemitteilung\n"
        f"Nr. 87/2026\nHollenstedt, 10. November 2026\n\nGemeinde baut Schwimmbad\n\n{BODY['de']}\n\n"
        "Pressekontakt:\nAnna Heide\nTel. 04165 123456\npresse@hollenstedt.example\n",
    )
    assert (found.title, found.section) == ("Gemeinde baut Schwimmbad", "Pressemitteilung")
    assert (found.release_number, found.place, found.published) == ("87/2026", "Hollenstedt", "2026-11-10")
    assert found.contact == "Anna Heide, Tel. 04165 123456, presse@hollenstedt.example"
    assert (found.embargo_until, found.undelivered) == ("2026-11-11T10:00", "Es gilt das gesprochene Wort!")
    assert found.text == BODY["de"]


@pytest.mark.parametrize(
    ("head", "number", "place", "day", "until"),
    [
        (
            "Press release No. 12/2026\nBrussels, 10 November 2026\n"
            "EMBARGOED UNTIL\n0600 GMT, 11 November 2026",
            "12/2026",
            "Brussels",
            "2026-11-10",
            "2026-11-11T06:00+00:00",
        ),
        (
            "COMMUNIQUÉ DE PRESSE N° 12/2026\nParis, le 10 novembre 2026\n"
            "SOUS EMBARGO JUSQU'AU 11 novembre 2026 à 6 h, heure de Paris",
            "12/2026",
            "Paris",
            "2026-11-10",
            "2026-11-11T06:00+01:00",
        ),
        (
            "Medienmitteilung der Stadt Zürich\nZürich, 10. November 2026\nSperrfrist: Redebeginn",
            "",
            "Zürich",
            "2026-11-10",
            "Redebeginn",
        ),
        (
            "NOTA DE PRENSA\nMadrid, 10 de noviembre de 2026\n"
            "Embargo hasta el 11 de noviembre de 2026 a las 10:00",
            "",
            "Madrid",
            "2026-11-10",
            "2026-11-11T10:00",
        ),
        (
            "Pressmeddelande\nStockholm, 10 November 2026\nEmbargo till 2026-11-11 10:00 CET",
            "",
            "Stockholm",
            "2026-11-10",
            "2026-11-11T10:00+01:00",
        ),
    ],
)
def test_the_head_of_a_press_release_is_read_in_each_language(
    tmp_path: Path, head: str, number: str, place: str, day: str, until: str
) -> None:
    found = article(tmp_path, f"{head}\n\nCouncil builds a pool\n\n{BODY['en']}")
    assert found.title == "Council builds a pool"
    assert (found.release_number, found.place, found.published) == (number, place, day)
    assert found.embargo_until == until
    assert found.text == BODY["en"]


@pytest.mark.parametrize(
    "title", ["Neu: Bahn fährt nachts", "Nr. 5 lebt", "Kontakt zu Ole Brandt abgebrochen"]
)
def test_a_headline_that_begins_like_a_note_stays_one(tmp_path: Path, title: str) -> None:
    found = article(tmp_path, f"{title}\n\n{BODY['de']}")
    assert (found.title, found.text, found.contact) == (title, BODY["de"], "")


def test_a_byline_with_its_day_is_no_place(tmp_path: Path) -> None:
    found = article(tmp_path, f"Bahn wird umgebaut\n\nVon Anna Heide, 10. November 2026\n\n{BODY['de']}")
    assert (found.byline, found.published, found.place) == ("Anna Heide", "2026-11-10", "")


@pytest.mark.parametrize("text", ["SPERRFRIST 10 Uhr", "(Schluss)\n\n101530 Nov 26", "URGENT", "Nr. 87/2026"])
def test_a_text_of_nothing_but_notes_is_kept(tmp_path: Path, text: str) -> None:
    assert article(tmp_path, text).text


NEWSLETTER = """From: "{sender}" <newsletter@tagblatt.example>
Subject: Bad wird gebaut
Date: Tue, 10 Nov 2026 06:00:00 +0100
MIME-Version: 1.0
{more}Content-Type: text/html; charset=utf-8

<html><body><p><a href="https://tagblatt.example/v/1">Newsletter im Browser ansehen</a></p>
<p>Die Gemeinde baut ein <a href="https://tagblatt.example/bad">neues Bad</a>. „Das wird schön“, sagte
Bürgermeisterin Jana Kolb am Montag dem Rat der Gemeinde Hollenstedt.</p>
<p>Die Kosten liegen bei drei Millionen Euro, und die Arbeiten beginnen im Frühjahr, wie das Amt
mitteilte.</p>
<p>Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.</p>
<p>Tagblatt GmbH, Hauptstraße 1</p></body></html>
"""
LIST = "List-Id: Morgenlage <m.tagblatt.example>\nList-Unsubscribe: <https://tagblatt.example/u/1>\n"


@pytest.mark.parametrize(
    ("sender", "more", "outlet", "byline"),
    [
        ("Tagblatt Morgenlage", LIST, "Tagblatt Morgenlage", ""),
        ("Anna Heide", LIST, "Morgenlage", "Anna Heide"),
        ("Anna Heide", "", "", "Anna Heide"),
        ("Anna Heide", LIST + "List-Post: <mailto:m@tagblatt.example>\n", "", "Anna Heide"),
    ],
)
def test_a_newsletter_comes_from_an_outlet_and_ends_before_its_footer(
    tmp_path: Path, sender: str, more: str, outlet: str, byline: str
) -> None:
    path = tmp_path / "mail.eml"
    path.write_text(NEWSLETTER.format(sender=sender, more=more), encoding="utf-8")
    found = read(str(path))
    assert (found.outlet, found.byline, found.title) == (outlet, byline, "Bad wird gebaut")
    assert found.text.endswith("wie das Amt mitteilte.")
    assert "Browser" not in found.text
    assert [link.address for link in found.links] == ["https://tagblatt.example/bad"]


def test_regional_copy_of_dpa_that_corrects_itself_is_read_with_its_embargo(tmp_path: Path) -> None:
    found = article(
        tmp_path,
        "bdt0412 4 pl 512 (Hintergrund)  dpa 1203\n\nWahlen/Landtag/Bildung/Sachsen/\n"
        "(Achtung: Sperrfrist beachten)\n"
        "*** SPERRFRIST: Frei ab Donnerstag, 12. November, 00.01 Uhr (MEZ) ***\n"
        "KORREKTUR: In Sachsen fehlen Lehrer\n(im 3. Absatz muss es richtig heißen: 1200 Lehrer)\n\n"
        f"Von Lena Krüger, dpa\n\nDresden (dpa/sn) - {BODY['de']}\n\n# dpa-Notizblock\n\n111203 Nov 26\n",
    )
    assert (found.title, found.byline, found.outlet) == ("In Sachsen fehlen Lehrer", "Lena Krüger", "dpa")
    assert (found.place, found.published, found.agency) == ("Dresden", "2026-11-11T12:03", "dpa/sn")
    assert found.section == "Wahlen/Landtag/Bildung/Sachsen"
    assert found.embargo == "SPERRFRIST: Frei ab Donnerstag, 12. November, 00.01 Uhr (MEZ)"
    assert found.embargo_until == "2026-11-12T00:01+01:00"
    assert found.correction == "im 3. Absatz muss es richtig heißen: 1200 Lehrer"
    assert found.text.removeprefix("Dresden (dpa/sn) - ") == BODY["de"]


def test_the_signs_of_a_wire_around_head_and_stamp_are_no_part_of_them(tmp_path: Path) -> None:
    found = article(
        tmp_path,
        "^AP-US-River-Flood, 5th Ld-Writethru,512<\n^Eds: UPDATES: With death toll, governor quote.<\n"
        "^Flood kills two in small Iowa town<\n^By SUE MOE and RON COE=\n^Associated Press=\n"
        f"   DUBUQUE, Iowa (AP) _ {BODY['en']}\n\nAP-WF-11-11-26 1822GMT<\n",
    )
    assert (found.title, found.byline) == ("Flood kills two in small Iowa town", "SUE MOE and RON COE")
    assert (found.outlet, found.published) == ("AP", "2026-11-11T18:22+00:00")
    assert found.text.endswith(BODY["en"])


def test_a_line_that_happens_to_hold_such_a_sign_keeps_it(tmp_path: Path) -> None:
    assert "x <" in article(tmp_path, f"Mathematik\n\n{BODY['de']}\n\nDie Formel lautet x <").text


def test_a_note_and_a_sign_of_sda_are_neither_title_nor_text(tmp_path: Path) -> None:
    found = article(
        tmp_path,
        "bsd118 4 vm 186 sda 0902\n\nUnfall/Bergbahn\n(Meldung ergänzt mit Aussagen des Betreibers)\n"
        f"Zwei Verletzte im Wallis\n\nSitten (sda/ats) {BODY['de']}\n\n(SDA-ATS\\ja)\n110902 nov 26\n",
    )
    assert (found.title, found.published) == ("Zwei Verletzte im Wallis", "2026-11-11T09:02")
    assert found.text.endswith(BODY["de"].rsplit("\n\n", maxsplit=1)[1])


def test_a_headline_behind_an_embargo_in_a_subject_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "release.eml"
    path.write_text(
        "From: Uni Lund <presse@uni.example>\n"
        "Subject: SPERRFRIST 12.11., 20:00 Uhr MEZ: Bienen: neue Studie\n"
        "Date: Wed, 11 Nov 2026 09:12:00 +0100\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        f"{BODY['de']}\n\nKontakt für die Medien:\nEva Lind\nTel.: +46 46 222 00 00\n",
        encoding="utf-8",
    )
    found = read(str(path))
    assert found.title == "Bienen: neue Studie"
    assert found.contact == "Eva Lind, Tel.: +46 46 222 00 00"


def test_an_embargo_goes_on_in_the_next_line_without_its_year_in_any_month(tmp_path: Path) -> None:
    found = article(
        tmp_path,
        "SPERRFRIST:\n12.06., 20 Uhr MESZ\nPressemitteilung\nKöln, 10. Juni 2026\n\n"
        f"Bad wird gebaut\n\n{BODY['de']}",
    )
    assert (found.embargo_until, found.title) == ("2026-06-12T20:00+02:00", "Bad wird gebaut")
    assert found.text == BODY["de"]


def test_a_release_that_a_news_wire_passes_on_names_its_sender_apart_from_its_headline(
    tmp_path: Path,
) -> None:
    found = article(
        tmp_path,
        "ots: Verband der Gartenbauer / Gärtner fordern billigeres Wasser\n\nVerband der Gartenbauer\n"
        f"Berlin (ots) - \n\nSPERRFRIST 12.11.2026, 06:00 Uhr\n\n{BODY['de']}\n\nPressekontakt:\n"
        "Karl Beet\nTelefon: 030/1234567\n",
    )
    assert (found.title, found.outlet) == ("Gärtner fordern billigeres Wasser", "Verband der Gartenbauer")
    assert found.text.endswith(f"Berlin (ots) - {BODY['de']}")
    assert found.embargo_until == "2026-11-12T06:00"


def test_the_kind_of_a_french_release_is_known_without_its_accent(tmp_path: Path) -> None:
    head = (
        "COMMUNIQUE DE PRESSE\nEMBARGO : jeudi 12 novembre 2026, 6h00 (heure de Paris)\n\nUn bassin pour tous"
    )
    found = article(tmp_path, f"{head}\n\n{BODY['fr']}")
    assert (found.title, found.section) == ("Un bassin pour tous", "COMMUNIQUE DE PRESSE")
    assert found.embargo_until == "2026-11-12T06:00+01:00"


def test_a_labelled_correction_above_the_headline_is_the_correction_and_not_the_title(tmp_path: Path) -> None:
    note = "BERICHTIGUNG: Im zweiten Absatz muss es richtig heißen: 140 Beschäftigte (nicht: 1400)."
    found = article(tmp_path, f"{note}\n\nWerk in Altenhof schließt\n\n{BODY['de']}\n")
    assert (found.title, found.correction) == ("Werk in Altenhof schließt", note)
    assert found.text == BODY["de"]


def test_a_headline_behind_the_word_correction_stays_a_headline(tmp_path: Path) -> None:
    found = article(tmp_path, f"Korrektur: Minister bleibt im Amt\n\n{BODY['de']}\n")
    assert (found.title, found.correction) == ("Korrektur: Minister bleibt im Amt", "")


@pytest.mark.parametrize(
    "line",
    [
        "Köln – Sperrfrist: Donnerstag, 12. November 2026, 10 Uhr",
        "London, EMBARGOED UNTIL 12 November 2026, 10:00",
        "Köln, 11. November 2026 – Sperrfrist: 12. November 2026, 10 Uhr",
        "London, 11 November 2026 – EMBARGOED UNTIL 12 November 2026, 10:00",
    ],
)
def test_an_embargo_behind_a_place_is_no_title(tmp_path: Path, line: str) -> None:
    found = article(tmp_path, f"{line}\n\nNeue Brücke wird gebaut\n\n{BODY['de']}")
    assert (found.title, found.embargo) == ("Neue Brücke wird gebaut", line)
    assert found.embargo_until.startswith("2026-11-12T10:00")
    assert found.text == BODY["de"]


@pytest.mark.parametrize(
    "line",
    [
        "Die Sperrfrist endet am 12. November 2026.",
        "Der Verein, dessen Sperrfrist am 12. November 2026 endet",
    ],
)
def test_a_sentence_about_an_embargo_is_none(line: str) -> None:
    assert not is_notice(line)

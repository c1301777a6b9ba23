"""The Word document: what it says about each quote, and that it is one."""

import hashlib
import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from reader.formats.dates import for_readers_with_zone
from reader.formats.remarks import remarks_of
from reader.i18n import TOLD
from reader.models import Anchor, Authorisation, Authorised, TermsOfUse, Verification
from tests.formats.examples import ARTICLE, DOSSIER, OPTIONS, TEXT, with_source, written

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
APPROVED = Authorised(
    Authorisation.CHANGED, "Wir bauen heute", "Wir bauen morgen", "anna", "2026-01-03T10:00:00+00:00", 1
)


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return etree.fromstring(archive.read("word/document.xml"))[0]


def text_of(element: etree._Element) -> str:
    return "".join("\n" if part.tag == f"{W}br" else part.text for part in element.iter(f"{W}t", f"{W}br"))


def tables(data: bytes) -> list[list[tuple[str, str]]]:
    """The rows of each table: of the article, then of its quotes."""
    found = []
    for table in body(data).iter(f"{W}tbl"):
        rows = [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        found.append([(name, value) for name, value in rows])
    return found


def test_what_a_desk_asks_about_a_quote() -> None:
    dossier = replace(DOSSIER, authorised=(APPROVED,))
    rows = tables(written("docx", dossier))[1]
    assert ("Words", "„Wir *bauen* <heute>“") in rows
    assert ("Who", "Erika Mustermann · Ministerin · Land · person") in rows
    assert ("As written", "Erika Mustermann · sagte") in rows
    assert ("Place", f"paragraph 2, characters {DOSSIER.quotes[0].start}–{DOSSIER.quotes[0].end}") in rows
    assert ("Checked against", "checked · recording: 00:12:31 · klar · anna · 2026-01-02 03:04 (UTC)") in rows
    said = "changed · said: Wir bauen heute · approved: Wir bauen morgen · anna · 2026-01-03 10:00 (UTC)"
    assert ("Authorisation", said) in rows
    assert ("Note", "Rückruf *morgen*\nbei ihr") in rows


def test_the_article_can_be_told_from_another_by_its_checksum() -> None:
    facts = dict(tables(written("docx"))[0])
    assert facts["Text"].endswith(f"words, SHA-256 {hashlib.sha256(TEXT.encode()).hexdigest()}")
    assert (facts["Number"], facts["Exported"]) == (ARTICLE.uid, "2026-02-03 04:05 (UTC) Anna Beispiel")
    covered = dict(tables(written("docx", with_source()))[0])
    assert covered["Text"].endswith("words, names covered")


def test_how_many_quotes_are_checked_stands_above_them() -> None:
    told = [text_of(paragraph) for paragraph in body(written("docx")).findall(f"{W}p")]
    assert "2 quotes: 1 checked, 1 unverified." in told


def test_the_text_has_its_quotes_shaded() -> None:
    assert "Text, with the quotes marked" not in text_of(body(written("docx")))
    options = replace(OPTIONS, text=True)
    paragraphs = body(written("docx", options=options)).findall(f"{W}p")[-3:]
    assert "\n\n".join(map(text_of, paragraphs)) == TEXT
    shaded = [
        text_of(run) for p in paragraphs for run in p.iter(f"{W}r") if run.find(f".//{W}shd") is not None
    ]
    assert shaded == ["„Wir *bauen* <heute>“", "Sie habe", "nichts gewusst"]


def test_a_web_page_names_evidence_and_authorisation_too() -> None:
    page = written("html", replace(DOSSIER, authorised=(APPROVED,))).decode()
    assert "Checked against: checked · recording: 00:12:31" in page
    assert "approved: Wir bauen morgen" in page


def test_notes_on_no_quote_stand_at_the_end() -> None:
    told = [text_of(paragraph) for paragraph in body(written("docx")).findall(f"{W}p")]
    assert told[-2:] == ["Notes", "On “=Gleichheit”: Was heißt das?"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    page = written("html", replace(DOSSIER, article=replace(ARTICLE, url=address))).decode()
    assert "<a " not in page
    assert f'<a href="{ARTICLE.url.replace("&", "&amp;")}">' in written("html").decode()


def test_the_pages_are_a4_and_counted_and_the_file_says_what_it_is() -> None:
    with zipfile.ZipFile(io.BytesIO(written("docx"))) as archive:
        size = body(written("docx")).find(f"{W}sectPr/{W}pgSz")
        footer, about = archive.read("word/footer.xml").decode(), archive.read("docProps/core.xml").decode()
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert " PAGE " in footer
    assert f"<dc:title>{ARTICLE.title}</dc:title>" in about
    assert "<dc:creator>Anna Beispiel</dc:creator>" in about
    assert "2026-02-03T04:05:06Z" in about


def test_a_german_desk_reads_german_labels_and_every_time_says_its_zone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(TOLD, "de")
    german = replace(OPTIONS, labels="")
    facts, first, *_ = tables(written("docx", options=german))
    assert dict(facts)["Erschienen"] == "21.10.2015, 18:30 (UTC+2)"
    assert dict(facts)["Gelesen"] == "02.01.2026, 03:04 (UTC), Fassung 1"
    rows = dict(first)
    assert (rows["Wortlaut"], rows["Art"]) == ("„Wir *bauen* <heute>“", "wörtlich · gesagt")
    assert rows["Geprüft an"].startswith("geprüft · Aufnahme: 00:12:31")
    page = written("html", options=german).decode()
    assert "wörtlich, angenommen, geprüft" in page


def test_labels_follow_the_interface_and_dates_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = replace(OPTIONS, labels="")
    facts, first, *_ = tables(written("docx", options=asked))
    assert dict(facts)["Published"] == "21.10.2015, 18:30 (UTC+2)"
    assert dict(first)["Words"] == "„Wir *bauen* <heute>“"
    monkeypatch.setenv(TOLD, "de")
    english = replace(DOSSIER, article=replace(ARTICLE, language="en"))
    facts, *_ = tables(written("docx", english, options=asked))
    assert dict(facts)["Erschienen"] == "2015-10-21 18:30 (UTC+2)"
    assert "Words" in dict(tables(written("docx", options=replace(OPTIONS, labels="en")))[1])


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2024-02-29T23:30:00-05:00", "2024-02-29 23:30 (UTC−5)"),
        ("2024-02-29T23:30:00+05:30", "2024-02-29 23:30 (UTC+5:30)"),
        ("2024-02-29T23:30:00Z", "2024-02-29 23:30 (UTC)"),
        ("2024-02-29T23:30", "2024-02-29 23:30"),
        ("2024-02", "2024-02"),
        ("im Mai", "im Mai"),
    ],
)
def test_a_time_says_its_zone(moment: str, shown: str) -> None:
    assert for_readers_with_zone(moment) == shown


def test_every_remark_has_a_german_sentence() -> None:
    for change in (
        {"anchor": Anchor.ORPHAN, "exact": ("Nein",)},
        {"anchor": Anchor.FUZZY},
        {"earlier": "Ja"},
        {"use": TermsOfUse.DEEP_BACKGROUND},
        {"verification": Verification.DISPUTED},
        *({"authorisation": state} for state in (Authorisation.SENT, Authorisation.CHANGED)),
        {"authorisation": Authorisation.WITHDRAWN},
    ):
        quote = replace(DOSSIER.quotes[0], **change)
        held = replace(ARTICLE, embargo="SPERRFRIST: 20 Uhr", undelivered="Es gilt das gesprochene Wort")
        dossier = replace(DOSSIER, article=held, quotes=(quote,), stood_in=((1, 1),))
        for remark in remarks_of(dossier, quote):
            assert remark not in remarks_of(dossier, quote, "de")

"""PDF, DOCX, ODT and EPUB files and mails give articles; damaged and hostile ones a sentence."""

import random
import sys
import zipfile
from email.message import EmailMessage
from io import BytesIO

import pytest

from reader.errors import IngestError
from reader.ingest import from_bytes, from_text

FIRST = (
    "Der Rat der Stadt hat am Montagabend nach langer Debatte beschlossen, das Hallenbad zu schließen. "
    "Das sagte Bürgermeisterin Sabine Thiel nach der Sitzung."
)
SECOND = (
    "Die Opposition kündigte an, gegen den Beschluss vorzugehen. Er sei rechtswidrig, erklärte Henning Raab."
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def packed(**members: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def word(body: str, prolog: str = "") -> bytes:
    document = f"{prolog}<w:document {W}><w:body>{body}</w:body></w:document>"
    return packed(
        word__document_xml=document, docProps__core_xml=f"<x {DC}><dc:creator>Eva Beispiel</dc:creator></x>"
    )


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text[:20]}</w:t></w:r><w:r><w:t>{text[20:]}</w:t></w:r></w:p>"


def spoilt(data: bytes) -> bytes:
    """`data` with bytes exchanged inside what is compressed."""
    return data[:90] + bytes(255 - byte for byte in data[90:110]) + data[110:]


def sentence(data: bytes) -> str:
    with pytest.raises(IngestError) as caught:
        from_bytes(data, "datei")
    assert "\n" not in caught.value.message
    return caught.value.message


def test_docx() -> None:
    body = paragraph("Rat schließt das Bad", "Title") + paragraph(FIRST)
    body += paragraph("Was nun?", "berschrift2") + paragraph(SECOND)
    body += "<w:p><w:del><w:r><w:t>Gestrichen</w:t></w:r></w:del></w:p>"
    article = from_bytes(word(body), "artikel.docx")
    assert (article.title, article.byline, article.language) == ("Rat schließt das Bad", "Eva Beispiel", "de")
    assert article.text == f"{FIRST}\n\nWas nun?\n\n{SECOND}"
    assert [article.text[slice(*span)] for span in article.headings] == ["Was nun?"]


def test_odt() -> None:
    names = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = f"<text:h>Rat schließt das Bad</text:h><text:p>{FIRST}</text:p><text:p>{SECOND}</text:p>"
    content = f"<o {names}>{body}</o>"
    article = from_bytes(packed(content_xml=content), "artikel.odt")
    assert (article.title, article.text) == ("Rat schließt das Bad", f"{FIRST}\n\n{SECOND}")


def test_epub() -> None:
    package = (
        f"<package {DC}><metadata><dc:title>Das Buch vom Bad</dc:title><dc:creator>Eva Beispiel</dc:creator>"
        '<dc:language>de</dc:language></metadata><manifest><item id="b" href="zwei.xhtml"/>'
        '<item id="a" href="text/eins%20a.xhtml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="weg"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    buffer = BytesIO(packed(**{"META-INF__container_xml": container}))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("OEBPS/book.opf", package)
        archive.writestr("OEBPS/text/eins a.xhtml", f"<html><body><h1>Eins</h1><p>{FIRST}</p></body></html>")
        archive.writestr("OEBPS/zwei.xhtml", f"<html><body><div><p>{SECOND}</p></div></body></html>")
    article = from_bytes(buffer.getvalue(), "buch.epub")
    assert (article.title, article.byline) == ("Das Buch vom Bad", "Eva Beispiel")
    assert article.text == f"Eins\n\n{FIRST}\n\n{SECOND}"


def book(*chapters: str, lost: int = 0, spine: str = "") -> bytes:
    """An EPUB of `chapters`, and `lost` more that it names and does not hold."""
    numbers = range(1, len(chapters) + lost + 1)
    items = "".join(f'<item id="c{number}" href="{number}.xhtml"/>' for number in numbers)
    spine = spine or "".join(f'<itemref idref="c{number}"/>' for number in numbers)
    package = f"<package {DC}><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("META-INF/container.xml", '<container><rootfile full-path="book.opf"/></container>')
        archive.writestr("book.opf", package)
        for number, chapter in enumerate(chapters, 1):
            archive.writestr(f"{number}.xhtml", chapter)
    return buffer.getvalue()


def test_a_chapter_in_a_folder_beside_that_of_the_package() -> None:
    manifest = '<manifest><item id="a" href="../text/a.xhtml"/></manifest>'
    package = f'<package {DC}>{manifest}<spine><itemref idref="a"/></spine></package>'
    container = '<container><rootfile full-path="OEBPS/book.opf"/></container>'
    members = {"META-INF__container_xml": container, "OEBPS__book.opf": package}
    members["text__a.xhtml"] = f"<p>{FIRST}</p>"
    assert from_bytes(packed(**members), "a.epub").text == FIRST


def test_missing_chapters_are_left_out_and_told() -> None:
    article = from_bytes(book(f"<p>{FIRST}</p>", f"<p>{SECOND}</p>", lost=2), "buch.epub")
    assert article.text == f"{FIRST}\n\n{SECOND}"
    assert article.missing.startswith("2 of 4 chapters are missing or damaged")
    assert "none of its chapters" in sentence(book(lost=2))


def test_a_chapter_that_is_only_a_comment_is_empty() -> None:
    article = from_bytes(book("<!-- leer -->", f"<p>{FIRST}</p>"), "buch.epub")
    assert (article.text, article.missing) == (FIRST, "")


def test_the_same_chapter_a_hundred_thousand_times_is_one() -> None:
    spine = '<itemref idref="c1"/>' * 100_000
    assert from_bytes(book(f"<p>{FIRST}</p>", spine=spine), "buch.epub").text == FIRST


def test_a_box_inside_a_paragraph_follows_it() -> None:
    box = f"<w:pict>{paragraph(SECOND)}</w:pict>"
    body = f"<w:p><w:r><w:t>{FIRST[:30]}</w:t></w:r><w:r>{box}</w:r><w:r><w:t>{FIRST[30:]}</w:t></w:r></w:p>"
    assert from_bytes(word(body), "a.docx").text == f"{FIRST}\n\n{SECOND}"


def test_deeply_nested_paragraphs_are_read_once_each() -> None:
    text = f"<w:r><w:t>{FIRST}</w:t></w:r>"
    article = from_bytes(word(f"<w:p>{text}" * 100 + "</w:p>" * 100), "a.docx")
    assert len(article.text) < 101 * (len(FIRST) + 2)


def test_tables_in_tables_are_read_however_deep_and_refused_beyond() -> None:
    def nested(depth: int) -> bytes:
        table = f"{paragraph(FIRST)}" + "<w:tbl><w:tr><w:tc>" * depth + paragraph(SECOND)
        return word(table + "</w:tc></w:tr></w:tbl>" * depth)

    assert from_bytes(nested(150), "a.docx").text == f"{FIRST}\n\n{SECOND}"
    assert "nested too deeply" in sentence(nested(2000))


def test_a_document_that_breaks_off_says_so() -> None:
    broken = word(paragraph(FIRST) + "<w:p><w:r><w:t>" + SECOND + "</w:p></w:body>")
    article = from_bytes(broken, "a.docx")
    assert FIRST in article.text
    assert article.missing.startswith("The file is damaged, and parts of it may be missing")
    assert from_bytes(word(paragraph(FIRST)), "a.docx").missing == ""


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub"])
@pytest.mark.parametrize("data", [word(paragraph(FIRST))[:200], random.Random(1).randbytes(3000)])
def test_a_document_of_which_nothing_is_left_says_that_it_is_damaged_and_what_to_do(
    name: str, data: bytes
) -> None:
    with pytest.raises(IngestError) as caught:
        from_bytes(data, name)
    told = "is damaged: get it anew, or open it in its own program and save it again."
    assert caught.value.message == f"{name} {told}"


def test_a_document_whose_text_is_broken_is_not_called_one_without_a_text() -> None:
    assert "datei is damaged: " in sentence(packed(word__document_xml="<w:document><broken"))
    assert "datei is damaged: " in sentence(packed(**{"META-INF__container_xml": "<broken"}))


def test_damaged_properties_do_no_harm() -> None:
    document = f"<w:document {W}><w:body>{paragraph(FIRST)}</w:body></w:document>"
    assert from_bytes(packed(word__document_xml=document, docProps__core_xml="<x"), "a.docx").text == FIRST


def test_what_an_odt_holds_beside_its_text_stays_out_of_its_words() -> None:
    names = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:office="o"'
    note = "<text:note><text:note-citation>1</text:note-citation><text:p>Fußnote</text:p></text:note>"
    remark = "<office:annotation><text:p>Stimmt das?</text:p></office:annotation>"
    body = f"{FIRST[:30]}{note}{remark}{FIRST[30:]}<text:line-break/>Eins<text:s/>zwei<text:tab/>drei."
    article = from_bytes(packed(content_xml=f"<o {names}><text:p>{body}</text:p></o>"), "a.odt")
    assert article.text == f"{FIRST}\n\nEins zwei drei."


def test_entities_in_documents_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    outside = '<!ENTITY f SYSTEM "file:///etc/hostname">'
    prolog = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{outside}{entities}]>'
    article = from_bytes(
        word(paragraph(FIRST) + "<w:p><w:r><w:t>Ende &e11; &f; da.</w:t></w:r></w:p>", prolog), "b"
    )
    assert len(article.text) < 400


def test_a_zip_bomb_is_refused() -> None:
    assert "unpacks to more than 60 MB" in sentence(packed(word__document_xml=" " * 70_000_000))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed(readme="Hallo"), "is an archive without an article of its own"),
        (packed(word__document_xml=""), "is damaged"),
        (packed(word__document_xml="<w:document/>"), "no article text"),
        (b"PK\x03\x04 kaputt", "is damaged: "),
        (word(paragraph(FIRST))[:300], "is damaged: "),
        (spoilt(word(paragraph(FIRST * 9))), "is damaged"),
        (word("<w:p/>" * 200_001), "more than 200,000 paragraphs"),
    ],
    ids=["no document", "empty", "without text", "no archive", "cut off", "bytes exchanged", "endless"],
)
def test_damaged_archives(data: bytes, words: str) -> None:
    assert words in sentence(data)


def pdf(*pages: list[str], head: str = "") -> bytes:
    """A small PDF with one line of Helvetica to each string."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for number, lines in enumerate(pages, 1):
        shown = [head, *lines, f"Seite {number} von {len(pages)}"] if head else lines
        drawn = "".join(f"({line}) Tj T*\n" for line in shown).encode("cp1252")
        stream = b"BT /F1 10 Tf 14 TL 50 780 Td\n" + drawn + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return body + b"trailer << /Size %d /Root 1 0 R >>\n%%%%EOF" % (len(objects) + 1)


LINES = [
    "Der Rat der Stadt hat am Montagabend nach langer Debatte",
    "beschlossen, das Hallenbad zu schließen. Das sagte die Bürger-",
    "meisterin Sabine Thiel nach der Sitzung im Rathaus der Stadt,",
]
MORE = ["die damit viele überraschte, wie es hieß. „Es geht nicht anders“,", "sagte sie."]


def test_pdf() -> None:
    article = from_bytes(pdf(LINES, MORE, ["Das ist das Ende."], head="Elbtal-Zeitung, 5. November"), "a.pdf")
    assert article.text.startswith(
        "Der Rat der Stadt hat am Montagabend nach langer Debatte beschlossen, das"
    )
    assert "Das sagte die Bürgermeisterin Sabine Thiel" in article.text
    assert "Rathaus der Stadt, die damit viele überraschte" in article.text
    assert "Elbtal-Zeitung" not in article.text
    assert "Seite" not in article.text


FULL = [
    "Der Rat der Stadt hat am Montagabend nach langer Debatte",
    "beschlossen, das Hallenbad am Markt der Stadt zu schließen.",
]
NEXT = [
    "Die Opposition kündigte an, gegen den Beschluss vorzugehen",
    "und vor Gericht zu ziehen, wie es hieß.",
]


def test_pdf_paragraphs_are_told_by_the_space_between_them() -> None:
    article = from_bytes(pdf([*FULL, "", *NEXT]), "a.pdf")
    assert article.text == f"{' '.join(FULL)}\n\n{' '.join(NEXT)}"


def test_pdf_heads_of_two_pages_and_their_numbers() -> None:
    article = from_bytes(pdf(["Elbtal-Zeitung", *FULL, "1"], ["Elbtal-Zeitung", *NEXT, "- 2 -"]), "a.pdf")
    assert article.text == f"{' '.join(FULL)}\n\n{' '.join(NEXT)}"
    assert "Elbtal" not in article.title


def test_pdf_with_too_many_pages_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ingest.pdf.MOST_PAGES", 1)
    article = from_bytes(pdf(FULL, NEXT), "a.pdf")
    assert (article.text, article.missing) == (" ".join(FULL), "These are its first 1 pages of 2.")


@pytest.mark.parametrize(
    ("data", "words"), [(b"%PDF-1.4 kaputt", "is damaged"), (pdf([]), "run it through OCR first")]
)
def test_pdf_without_text(data: bytes, words: str) -> None:
    assert words in sentence(data)


def test_pdf_on_a_system_for_which_the_library_is_not_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert "cannot read on this system: copy the text" in sentence(pdf(LINES))


def mail(body: str, subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["From"] = "Eva Beispiel <eva@blatt.example>"
    message["To"] = "desk@blatt.example"
    message["Subject"] = "AW: Re: Rat schließt das Bad"
    message["Date"] = "Tue, 05 Nov 2024 06:45:00 +0100"
    message["Message-ID"] = "<1@blatt.example>"
    message.set_content(body, subtype=subtype)
    return message.as_bytes()


@pytest.mark.parametrize("subtype", ["plain", "html"])
def test_saved_mail(subtype: str) -> None:
    body = f"{FIRST}\n\n{SECOND}\n\n-- \nEva Beispiel\nRedaktion"
    if subtype == "html":
        body = f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    article = from_bytes(mail(body, subtype), "mail.eml")
    assert (article.title, article.byline) == ("Rat schließt das Bad", "Eva Beispiel")
    assert article.published == "2024-11-05T06:45:00+01:00"
    assert article.text == f"{FIRST}\n\n{SECOND}"


def test_pasted_mail() -> None:
    head = "Von: Eva Beispiel <eva@blatt.example>\nGesendet: Dienstag, 5. November 2024 06:45"
    article = from_text(
        f"{head}\nAn: desk@blatt.example\nBetreff: WG: Rat schließt das Bad\n\n{FIRST}\n\n{SECOND}",
        "clipboard",
    )
    assert (article.title, article.byline) == ("Rat schließt das Bad", "Eva Beispiel")
    assert article.published == "2024-11-05T06:45"
    assert article.text == f"{FIRST}\n\n{SECOND}"


def test_a_text_that_begins_with_a_colon_is_no_mail() -> None:
    text = f"Frage: Was nun?\nAntwort: Nichts.\nFrage: Warum?\n\n{FIRST}"
    assert from_text(text, "clipboard").text.startswith("Frage: Was nun?")


def test_a_page_that_a_browser_saved_as_one_file() -> None:
    page = (
        '<html lang="de"><head><title>Rat schließt das Bad</title></head><body><nav>Startseite</nav>'
        f"<article><h1>Rat schließt das Bad</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    )
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://www.blatt.example/lokales/bad.html"
    message["Subject"] = "Rat schließt das Bad"
    message["Date"] = "Tue, 05 Nov 2024 06:45:00 +0100"
    message.set_content(page, subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    article = from_bytes(message.as_bytes(), "/home/eva/bad.mhtml")
    assert (article.title, article.byline, article.published) == ("Rat schließt das Bad", "", "")
    assert (article.url, article.outlet) == ("https://www.blatt.example/lokales/bad.html", "blatt.example")
    assert (article.text, article.location) == (f"{FIRST}\n\n{SECOND}", "/home/eva/bad.mhtml")


@pytest.mark.parametrize("charset", ["", "us-ascii", "iso-8859-1", "windows-1252", "utf-8", "x-unknown"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_the_encoding_that_a_mail_names_is_believed_where_it_can_be(charset: str, encoding: str) -> None:
    kind = f"Content-Type: text/plain; charset={charset}\n" if charset else ""
    head = f"From: Eva Beispiel <e@x.example>\nMIME-Version: 1.0\nSubject: Bad\n{kind}\n"
    assert from_bytes(head.encode() + FIRST.encode(encoding), "mail.eml").text == FIRST


@pytest.mark.parametrize(
    ("sender", "byline"),
    [
        ("Undisclosed recipients:;", ""),
        ("Redaktion: eva@blatt.example, otto@blatt.example;", ""),
        (";:,<", ""),
    ],
)
def test_odd_senders_of_a_mail(sender: str, byline: str) -> None:
    data = f"From: {sender}\nMessage-ID: <1@x>\nSubject: Rat schließt das Bad\n\n{FIRST}\n".encode()
    article = from_bytes(data, "mail.eml")
    assert (article.byline, article.text) == (byline, FIRST)


def test_parts_that_are_not_what_they_say() -> None:
    inner = f"--b\nContent-Type: multipart/related\n\n--b\nContent-Type: text/plain\n\n{FIRST}\n\n--b--\n"
    head = "From: Eva <e@x>\nMIME-Version: 1.0\nSubject: Bad\nContent-Type: multipart/alternative; boundary=b"
    assert from_bytes(f"{head}\n\n{inner}".encode(), "mail.eml").text == FIRST


def test_a_mail_of_endless_parts_gives_a_sentence() -> None:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(3000))
    assert "nested too deeply" in sentence(f"From: a@b.c\nMIME-Version: 1.0\nSubject: x\n{parts}".encode())


def test_lines_of_a_book_that_stand_in_boxes_are_read() -> None:
    lines = "<div><div>Im Hafen schläft der Kran,</div><div>die Möwe zählt die Kisten.</div></div>"
    chapter = (
        f"<html><body>{lines}<p>{FIRST}</p><table><tr><td>Ende<br/>der Fahrt</td></tr></table></body></html>"
    )
    article = from_bytes(book(chapter), "buch.epub")
    shown = ["Im Hafen schläft der Kran,", "die Möwe zählt die Kisten.", FIRST, "Ende", "der Fahrt"]
    assert article.text.split("\n\n") == shown


def test_a_first_heading_that_has_the_title_of_the_book_is_no_text() -> None:
    package = (
        f"<package {DC}><metadata><dc:title>Hallenbad</dc:title></metadata>"
        "<manifest><item id='a' href='../t/a.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    buffer = BytesIO(packed(**{"META-INF__container_xml": container}))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("OEBPS/book.opf", package)
        archive.writestr(
            "t/a.xhtml", f"<html><body><h1>Ort baut ein Hallenbad</h1><p>{FIRST}</p></body></html>"
        )
    assert from_bytes(buffer.getvalue(), "buch.epub").text == FIRST


def test_footnotes_of_a_word_document_stand_at_the_end() -> None:
    notes = f"<w:footnotes {W}><w:footnote w:type='separator'>{paragraph('---')}</w:footnote>"
    notes += f"<w:footnote w:id='2'>{paragraph('Die Zahl nennt der Kämmerer.')}</w:footnote></w:footnotes>"
    document = f"<w:document {W}><w:body>{paragraph(FIRST)}</w:body></w:document>"
    article = from_bytes(packed(word__document_xml=document, word__footnotes_xml=notes), "a.docx")
    assert article.text == f"{FIRST}\n\n[1] Die Zahl nennt der Kämmerer."


def test_footnotes_of_an_odt_stand_at_the_end() -> None:
    names = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    words = "<text:p>Die Zahl nennt der Kämmerer.</text:p>"
    note = f"<text:note><text:note-body>{words}</text:note-body></text:note>"
    body = f"<o {names}><text:p>{FIRST}{note}</text:p></o>"
    article = from_bytes(packed(content_xml=body), "a.odt")
    assert article.text == f"{FIRST}\n\n[1] Die Zahl nennt der Kämmerer."


def test_pdf_lines_of_any_length_are_one_paragraph_in_mid_sentence() -> None:
    ragged = [
        "Das Vertrauen in kleine Räte ist seit zwanzig Jahren ein",
        "wichtiges Feld.",
        "Zwar haben viele",
    ]
    ragged += [
        "Umfragen zu",
        "erklären versucht, wer hingeht, doch nur eine hat",
        "dieselben Häuser",
        "besucht.",
    ]
    assert from_bytes(pdf(ragged), "a.pdf").text == " ".join(ragged)

"""Word and OpenDocument files as programs write them: strict, with boxes, hidden text, a password."""

import zipfile
from io import BytesIO

import pytest

from reader.errors import IngestError
from reader.ingest import from_bytes
from tests.ingest.test_documents import FIRST, SECOND, packed, paragraph

USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def zipped(members: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relations(**targets: str) -> str:
    each = (f'<Relationship Id="{t}" Type="{KINDS}/{kind}" Target="{t}"/>' for kind, t in targets.items())
    return f"<Relationships {PACKAGE}>{''.join(each)}</Relationships>"


def document(body: str, namespace: str = USUAL) -> str:
    return f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'


@pytest.mark.parametrize("target", ["texts/main.xml", "/texts/main.xml"])
def test_the_main_part_is_the_one_that_the_relations_name(target: str) -> None:
    note = f'<w:footnote w:id="2">{paragraph("Seite neun.")}</w:footnote>'
    types = f'<Types><Override PartName="/texts/main.xml" ContentType="{TYPE}"/></Types>'
    article = from_bytes(
        zipped(
            {
                "[Content_Types].xml": types,
                "_rels/.rels": relations(officeDocument=target),
                "texts/_rels/main.xml.rels": relations(footnotes="fuss.xml"),
                "texts/main.xml": document(paragraph(FIRST)),
                "texts/fuss.xml": f'<w:footnotes xmlns:w="{USUAL}">{note}</w:footnotes>',
            }
        ),
        "a.docx",
    )
    assert article.text == f"{FIRST}\n\n[1] Seite neun."


def test_the_main_part_needs_no_type_where_it_is_a_document() -> None:
    members = {
        "_rels/.rels": relations(officeDocument="texts/a.xml"),
        "texts/a.xml": document(paragraph(FIRST)),
    }
    assert from_bytes(zipped(members), "a.docx").text == FIRST


def test_a_table_is_no_text_whatever_its_relations_are_called() -> None:
    types = '<Types><Override PartName="/xl/w.xml" ContentType="spreadsheetml.sheet"/></Types>'
    members = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(officeDocument="xl/w.xml"),
        "xl/w.xml": "<workbook/>",
    }
    with pytest.raises(IngestError, match="is a spreadsheet"):
        from_bytes(zipped(members), "a.xlsx")


def test_strict_open_xml_is_read() -> None:
    article = from_bytes(packed(word__document_xml=document(paragraph(FIRST), STRICT)), "a.docx")
    assert article.text == FIRST


def test_a_text_box_stands_once_as_a_paragraph_of_its_own() -> None:
    box = f"<w:txbxContent>{paragraph('„Ein Kasten“, sagte Kolb.')}</w:txbxContent>"
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent xmlns:mc='m'>{twice}</mc:AlternateContent>"
    body = f"<w:p><w:r>{both}</w:r><w:r><w:t>{FIRST}</w:t></w:r></w:p>{paragraph(SECOND)}"
    article = from_bytes(packed(word__document_xml=document(body)), "a.docx")
    assert article.text == f"{FIRST}\n\n„Ein Kasten“, sagte Kolb.\n\n{SECOND}"


SECRET = "GEHEIM: Kolb hat das unter drei gesagt."
STYLES = (
    f'<w:styles xmlns:w="{USUAL}"><w:style w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
)


@pytest.mark.parametrize(
    "hidden",
    [
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{SECRET}</w:t></w:r></w:p>",
        f"<w:p><w:r><w:rPr><w:rStyle w:val='Weg'/></w:rPr><w:t>{SECRET}</w:t></w:r></w:p>",
        f"<w:p><w:pPr><w:pStyle w:val='Weg'/></w:pPr><w:r><w:t>{SECRET}</w:t></w:r></w:p>",
    ],
    ids=["run", "style of a run", "style of a paragraph"],
)
def test_hidden_text_of_word_is_left_out_and_told(hidden: str) -> None:
    body = paragraph(FIRST) + hidden + paragraph(SECOND)
    article = from_bytes(packed(word__document_xml=document(body), word__styles_xml=STYLES), "a.docx")
    assert article.text == f"{FIRST}\n\n{SECOND}"
    assert article.removed == (SECRET,)
    assert article.missing.startswith("It holds hidden text, which was left out")


def test_text_that_is_not_hidden_after_all_stays() -> None:
    body = f'<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>{FIRST}</w:t></w:r></w:p>'
    article = from_bytes(packed(word__document_xml=document(body)), "a.docx")
    assert (article.text, article.missing) == (FIRST, "")


OPEN = (
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


@pytest.mark.parametrize(
    "hidden",
    [
        f'<text:p><text:span text:style-name="T1">{SECRET}</text:span></text:p>',
        f'<text:p text:style-name="T1">{SECRET}</text:p>',
        f'<text:section text:display="none"><text:p>{SECRET}</text:p></text:section>',
    ],
    ids=["span", "paragraph", "section"],
)
def test_hidden_text_of_an_odt_is_left_out_and_told(hidden: str) -> None:
    style = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    body = f"<text:p>{FIRST}</text:p>{hidden}<text:p>{SECOND}</text:p>"
    article = from_bytes(packed(content_xml=f"<o {OPEN}>{style}{body}</o>"), "a.odt")
    assert article.text == f"{FIRST}\n\n{SECOND}"
    assert article.removed == (SECRET,)
    assert "hidden text" in article.missing


def locked_zip() -> bytes:
    data = bytearray(packed(word__document_xml=document(paragraph(FIRST))))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
        zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": "\x8f\x13",
                "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>",
            }
        ),
        locked_zip(),
    ],
    ids=["docx", "odt", "zip"],
)
def test_a_password_is_told_as_one(data: bytes) -> None:
    with pytest.raises(IngestError, match="is locked with a password: save a copy without one"):
        from_bytes(data, "datei")


def test_an_old_office_file_is_told_as_one() -> None:
    with pytest.raises(IngestError, match=r"is an old Office file \(\.doc, \.xls, \.ppt\), not a text"):
        from_bytes(b"\xd0\xcf\x11\xe0" + bytes(600), "a.doc")

"""A Word document with a protocol of every quote, to hand to a desk or a lawyer; written by hand as OOXML.

What is written is the least that ECMA-376 asks for: content types, relations, styles and the document.
"""

from collections.abc import Iterable
from typing import BinaryIO
from xml.sax.saxutils import escape

from reader.formats.addresses import called
from reader.formats.archive import write_zip
from reader.formats.codes import clean
from reader.formats.dossier import Dossier, Options
from reader.formats.format import Format
from reader.formats.report import Block, Heading, Paragraph, Table, report, title_of
from reader.formats.times import zulu
from reader.i18n import _
from reader.visible import uncontrolled

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/footer.xml" ContentType="{_TYPE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/footer" Target="footer.xml"/></Relationships>'
)
_STYLES = (
    f'{_XML}<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:spacing w:before="200"/><w:outlineLvl w:val="1"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style></w:styles>'
)
_FOOTER = (
    f'{_XML}<w:ftr xmlns:w="{_WORD}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
    '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)
_PAGE = (
    f'<w:sectPr><w:footerReference xmlns:r="{_OFFICE}" w:type="default" r:id="r2"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1418" '
    'w:header="709" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)
"""A4, in twentieths of a point."""
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
    f"<w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
    '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="7000"/></w:tblGrid>'
)
BOLD, _MARKED = (
    "<w:rPr><w:b/></w:rPr>",
    '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF0B3"/></w:rPr>',
)


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write one document: of each article its facts, its quotes, its notes, and its text if asked for."""
    titles: list[str] = []
    body = ""
    for dossier in dossiers:
        titles.append(called(dossier.article))
        body += "".join(map(_block, report(dossier, options)))
    write_document(body, titles, stream, options)


def write_document(body: str, titles: list[str], stream: BinaryIO, options: Options) -> None:
    """Write a document of blocks (`paragraph`, `table`) that is called as `titles` say."""
    document = f'{_XML}<w:document xmlns:w="{_WORD}"><w:body>{body}{_PAGE}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _STYLES,
        "word/footer.xml": _FOOTER,
        "docProps/core.xml": _properties(titles, options),
        "word/document.xml": document,
    }
    write_zip(stream, ((name, part.encode("utf-8", "replace")) for name, part in parts.items()))


def _properties(titles: list[str], options: Options) -> str:
    """What a file manager shows of the document: its title, who made it, and when."""
    moment = zulu(options.now)
    created = f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>' if moment else ""
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_safe(title_of(titles))}</dc:title>"
        f"<dc:creator>{_safe(options.actor)}</dc:creator>"
        f"{created}</cp:coreProperties>"
    )


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return paragraph(text, f"Heading{level}")
        case Table(rows):
            return table(rows)
        case Paragraph(pieces):
            return _paragraph("".join(run(text, _MARKED if marked else "") for text, marked in pieces))


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Names with their values, a row each."""
    cells = "".join(f"<w:tr>{cell(name, 2000, BOLD)}{cell(value, 7000)}</w:tr>" for name, value in rows)
    # Word joins two tables that no paragraph parts.
    return f"{_TABLE}{cells}</w:tbl><w:p/>"


def cell(text: str, width: int, look: str = "") -> str:
    """A cell of a table, so many twentieths of a point wide."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{run(text, look)}</w:p></w:tc>'


def paragraph(text: str, style: str = "") -> str:
    """A paragraph in a style of the document."""
    return _paragraph(run(text), style)


def _paragraph(runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs}</w:p>"


def run(text: str, look: str = "") -> str:
    """Text in one look, its line ends as breaks."""
    if not text:
        return ""
    # Word drops blanks at the edges of a run unless told to keep them, and a line feed is a blank to it.
    lines = (f'<w:t xml:space="preserve">{_safe(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"


def _safe(text: str) -> str:
    # XML 1.0 has no control characters: with one Word calls the whole file damaged.
    return escape(clean(uncontrolled(text)))


FORMAT = Format(
    "docx",
    ".docx",
    _("Word: every quote with how it was checked, for desk or lawyer"),
    write,
    binary=True,
)

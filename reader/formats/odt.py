"""The same report as an OpenDocument text, for LibreOffice and newsrooms without Word; written by hand.

What is written is the least that OpenDocument 1.3 asks for: mimetype, manifest, styles, meta and content. The
one library for it, odfpy, is kept up no more and builds a tree node by node; the tests read with it.
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

_KIND = "application/vnd.oasis.opendocument.text"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{name}="{_OASIS}:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
        ("manifest", "manifest"),
    )
)
_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{_KIND}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "styles.xml", "meta.xml")
    )
    + "</manifest:manifest>"
)
_STYLES = (
    f'{_XML}<office:document-styles {_SPACES} office:version="1.3"><office:styles>'
    '<style:default-style style:family="paragraph">'
    '<style:text-properties fo:font-family="Calibri, Carlito, sans-serif" fo:font-size="10.5pt"/>'
    "</style:default-style>"
    '<style:style style:name="Standard" style:family="paragraph" style:class="text">'
    '<style:paragraph-properties fo:margin-bottom="0.14cm"/></style:style>'
    + "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" '
        f'style:family="paragraph" style:default-outline-level="{level}">'
        '<style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.1cm" '
        'fo:keep-with-next="always"/>'
        f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="bold"/></style:style>'
        for level, size in ((1, 16), (2, 12))
    )
    + "</office:styles><office:automatic-styles>"
    '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" '
    'fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="2.5cm" '
    'fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2cm"/><style:footer-style/>'
    "</style:page-layout>"
    '<style:style style:name="Foot" style:family="paragraph">'
    '<style:paragraph-properties fo:text-align="end"/></style:style>'
    "</office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>'
    '<text:p text:style-name="Foot"><text:page-number text:select-page="current">1</text:page-number> / '
    "<text:page-count>1</text:page-count></text:p></style:footer></style:master-page>"
    "</office:master-styles></office:document-styles>"
)
"""A4, with page numbers."""
_LOOKS = (
    "<office:automatic-styles>"
    '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
    '<style:style style:name="Marked" style:family="text">'
    '<style:text-properties fo:background-color="#fff0b3"/></style:style>'
    '<style:style style:name="Rows" style:family="table"><style:table-properties table:align="margins"/>'
    "</style:style>"
    '<style:style style:name="Asked" style:family="table-column">'
    '<style:table-column-properties style:rel-column-width="2*"/></style:style>'
    '<style:style style:name="Answered" style:family="table-column">'
    '<style:table-column-properties style:rel-column-width="7*"/></style:style>'
    '<style:style style:name="Cell" style:family="table-cell">'
    '<style:table-cell-properties fo:border="0.5pt solid #bbbbbb" fo:padding="0.1cm"/></style:style>'
    "</office:automatic-styles>"
)


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write one document with the reports on all articles."""
    titles: list[str] = []
    body = ""
    for dossier in dossiers:
        titles.append(called(dossier.article))
        body += "".join(map(_block, report(dossier, options)))
    content = (
        f'{_XML}<office:document-content {_SPACES} office:version="1.3">{_LOOKS}'
        f"<office:body><office:text>{body or '<text:p/>'}</office:text></office:body>"
        "</office:document-content>"
    )
    parts = {
        "mimetype": _KIND,  # the first, and not packed, so that programs know the file by its beginning
        "META-INF/manifest.xml": _MANIFEST,
        "styles.xml": _STYLES,
        "meta.xml": _meta(titles, options),
        "content.xml": content,
    }
    packed = ((name, part.encode("utf-8", "replace")) for name, part in parts.items())
    write_zip(stream, packed, plain=("mimetype",))


def _meta(titles: list[str], options: Options) -> str:
    """What a file manager shows of the document: its title, who made it, and when."""
    moment = zulu(options.now)
    created = f"<meta:creation-date>{moment}</meta:creation-date>" if moment else ""
    return (
        f'{_XML}<office:document-meta {_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'office:version="1.3"><office:meta><meta:generator>reader</meta:generator>'
        f"<dc:title>{_safe(title_of(titles))}</dc:title>"
        f"<meta:initial-creator>{_safe(options.actor)}</meta:initial-creator>{created}"
        "</office:meta></office:document-meta>"
    )


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return (
                f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">'
                f"{_line(text)}</text:h>"
            )
        case Table(rows):
            return _table(rows)
        case Paragraph(pieces):
            return _paragraph("".join(_piece(text, "Marked" if marked else "") for text, marked in pieces))


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = "".join(
        f"<table:table-row>{_cell(_piece(name, 'Bold'))}{_cell(_line(value))}</table:table-row>"
        for name, value in rows
    )
    columns = (
        '<table:table-column table:style-name="Asked"/><table:table-column table:style-name="Answered"/>'
    )
    return f'<table:table table:style-name="Rows">{columns}{cells}</table:table><text:p/>'


def _cell(content: str) -> str:
    return (
        '<table:table-cell table:style-name="Cell" office:value-type="string">'
        f"{_paragraph(content)}</table:table-cell>"
    )


def _paragraph(content: str) -> str:
    return f'<text:p text:style-name="Standard">{content}</text:p>'


def _piece(text: str, look: str = "") -> str:
    return f'<text:span text:style-name="{look}">{_line(text)}</text:span>' if look and text else _line(text)


def _line(text: str) -> str:
    """Text with its line ends as breaks; of several blanks OpenDocument would keep but one."""
    lines = (_safe(line).replace("  ", " <text:s/>") for line in text.split("\n"))
    return "<text:line-break/>".join(lines)


def _safe(text: str) -> str:
    return escape(clean(uncontrolled(text)))


FORMAT = Format(
    "odt",
    ".odt",
    _("LibreOffice: the same as Word, as OpenDocument text"),
    write,
    binary=True,
)

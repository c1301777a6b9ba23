"""DOCX, ODT and EPUB: XML inside a zip file, read within limits and without entities."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from reader.errors import IngestError
from reader.ingest.blocks import Block, BlockKind, StatedMetadata
from reader.ingest.characters import tidy
from reader.ingest.compose import compose
from reader.ingest.dates import iso_time
from reader.models import Article

MOST_UNPACKED = 60_000_000
"""Bytes of text that one file may unpack to."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARTS = ("title", "creator", "publisher", "date", "language")
_SKIPPED = (
    "Fallback",
    "del",
    "moveFrom",
    "instrText",
    "footnoteReference",
    "annotation",
    "tracked-changes",
    "note",
)
_HEADING_STYLES = ("heading", "berschrift", "überschrift", "title", "titel", "titre", "subtitle")
_PAGE_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "dd")


def from_archive(data: bytes, location: str) -> Article:
    """The article in a DOCX, ODT or EPUB file. Raises IngestError for every other zip file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _article(_Members(archive, location), set(archive.namelist()), location)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise IngestError(f"{location} is damaged or locked: save it again without a password.") from error


class _Members:
    """The files in an archive, counted against one limit."""

    def __init__(self, archive: zipfile.ZipFile, location: str) -> None:
        self._archive, self._location, self._left = archive, location, MOST_UNPACKED

    def read(self, name: str) -> bytes:
        with self._archive.open(name) as member:
            data = member.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise IngestError(f"{self._location} unpacks to more than 60 MB: that is no article.")
        return data

    def tree(self, name: str) -> Any:
        """The member's XML; entities are never expanded, and nothing is loaded from elsewhere."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
        try:
            tree = etree.fromstring(self.read(name), parser)
        except (etree.LxmlError, KeyError):
            tree = None
        if tree is None:
            raise IngestError(
                f"{self._location} is damaged ({name}): open it in its own program and save it again."
            )
        return tree


def _article(members: _Members, names: set[str], location: str) -> Article:
    if "word/document.xml" in names:
        known = (
            _properties(members, "docProps/core.xml") if "docProps/core.xml" in names else StatedMetadata()
        )
        return _filled(
            compose(_word_blocks(members.tree("word/document.xml")), StatedMetadata(), location), known
        )
    if "META-INF/container.xml" in names:
        return _book(members, location)
    if "content.xml" in names:
        known = _properties(members, "meta.xml") if "meta.xml" in names else StatedMetadata()
        return _filled(
            compose(_office_blocks(members.tree("content.xml")), StatedMetadata(), location), known
        )
    raise IngestError(f"{location} is an archive without an article: unpack it and add the files in it.")


def _filled(article: Article, known: StatedMetadata) -> Article:
    """What the text itself says wins over the properties, which often are a template's."""
    return replace(article, byline=article.byline or (known.byline if " " in known.byline else ""))


def _properties(members: _Members, name: str) -> StatedMetadata:
    tree = members.tree(name)
    values = {
        part: _plain("".join(found.itertext()))
        for part in _PARTS
        if (found := tree.find(f".//{_DC}{part}")) is not None
    }
    return StatedMetadata(
        title=values.get("title", ""),
        byline=values.get("creator", ""),
        outlet=values.get("publisher", ""),
        published=iso_time(values.get("date", "")),
        language=values.get("language", ""),
    )


def _word_blocks(tree: Any) -> Iterator[Block]:
    for paragraph in tree.iter(f"{_WORD}p"):
        if any(_local(parent) in _SKIPPED for parent in paragraph.iterancestors()):
            continue
        style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
        name = "" if style is None else str(style.get(f"{_WORD}val", "")).lower()
        heading = name.startswith(_HEADING_STYLES)
        yield from _lines(_word_text(paragraph), BlockKind.HEADING if heading else BlockKind.PARAGRAPH)


def _word_text(paragraph: Any) -> str:
    pieces = []
    for element in paragraph.iter():
        match _local(element):
            case "t" if not any(_local(parent) in _SKIPPED for parent in element.iterancestors()):
                pieces.append("".join(element.itertext()))
            case "br" | "cr":
                pieces.append("\n")
            case "tab":
                pieces.append(" ")
            case "noBreakHyphen":
                pieces.append("-")
    return "".join(pieces)


def _office_blocks(tree: Any) -> Iterator[Block]:
    for element in tree.iter(f"{_OFFICE}h", f"{_OFFICE}p"):
        if not any(_local(parent) in _SKIPPED for parent in element.iterancestors()):
            kind = BlockKind.HEADING if _local(element) == "h" else BlockKind.PARAGRAPH
            for line_break in element.iter(f"{_OFFICE}line-break"):
                line_break.text = "\n"
            yield from _lines("".join(element.itertext()), kind)


def _book(members: _Members, location: str) -> Article:
    """All chapters of an EPUB in reading order, as one article."""
    container = members.tree("META-INF/container.xml")
    package_name = next((str(root.get("full-path")) for root in container.iter("{*}rootfile")), "")
    package = members.tree(package_name)
    folder = PurePosixPath(package_name).parent
    pages = {item.get("id"): unquote(item.get("href", "")) for item in package.iter("{*}item")}
    chapters = (pages.get(item.get("idref")) for item in package.iter("{*}itemref"))
    blocks = [block for page in chapters if page for block in _page_blocks(members.read(str(folder / page)))]
    return compose(blocks, _properties(members, package_name), location)


def _page_blocks(data: bytes) -> Iterator[Block]:
    if not data.strip():
        return
    tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    for element in tree.iter(*_PAGE_BLOCKS):
        if next(element.iterdescendants(*_PAGE_BLOCKS), None) is None:
            kind = BlockKind.HEADING if element.tag[0] == "h" else BlockKind.PARAGRAPH
            yield from _lines(element.text_content().replace("\n", " "), kind)


def _lines(text: str, kind: BlockKind) -> Iterator[Block]:
    for line in tidy(text).split("\n"):
        if words := " ".join(line.split()):
            yield Block(words, kind)


def _plain(text: str) -> str:
    return " ".join(tidy(text).split())


def _local(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""

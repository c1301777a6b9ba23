"""DOCX, ODT and EPUB: XML inside a zip file, read within limits and without entities."""

import struct
import zipfile
import zlib
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

MOST_PARAGRAPHS = 200_000
"""Paragraphs of one file; a book of a thousand pages has 20,000."""
MOST_TAGS = 6_000_000
"""Tags of one part of a file; the book has a million, and each takes a hundred bytes of memory."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE_HEADING = f"{_OFFICE}h"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARTS = ("title", "creator", "publisher", "date", "language")
_SKIPPED = frozenset(
    ("Fallback", "del", "moveFrom", "instrText", "footnoteReference", "annotation", "tracked-changes", "note")
)
"""Elements whose words are not the article's: deleted ones, notes, boxes a second time for old programs."""
_MARKS = {"br": "\n", "cr": "\n", "line-break": "\n", "tab": " ", "s": " ", "noBreakHyphen": "-"}
"""Elements that stand for a character."""
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError),
    *(ValueError, KeyError, etree.LxmlError),
)
"""What Python's zip and XML say of a damaged or encrypted file."""
_HEADING_STYLES = ("heading", "berschrift", "überschrift", "title", "titel", "titre", "subtitle")
_PAGE_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "dd")


def from_archive(data: bytes, location: str) -> Article:
    """The article in a DOCX, ODT or EPUB file. Raises IngestError for every other zip file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _article(_Members(archive, location), set(archive.namelist()), location)
    except RecursionError:
        raise  # a RuntimeError too, which the zip module raises for locked files
    except _DAMAGED as error:
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
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
        )
        try:
            data = self.read(name)
            if data.count(b"<") > MOST_TAGS:
                raise IngestError(f"{self._location} has more than {MOST_TAGS:,} tags: that is no article.")
            tree = etree.fromstring(data, parser)
        except (etree.LxmlError, KeyError):
            tree = None
        if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
            raise MemoryError  # lxml calls it a damaged file, or gives what it has so far
        if tree is None:
            raise IngestError(
                f"{self._location} is damaged ({name}): open it in its own program and save it again."
            )
        return tree


_OTHER_ARCHIVES = {
    "xl/": "a spreadsheet (Excel)",
    "ppt/": "a presentation (PowerPoint)",
    "visio/": "a drawing (Visio)",
    "Index/Document.iwa": "a Pages document: export it as Word or PDF and add that",
    "Index/Tables/": "a spreadsheet (Numbers)",
    "project.qde": "a project of a QDA program",
    "AndroidManifest.xml": "a program",
    "META-INF/MANIFEST.MF": "a program",
}
"""What an archive is by one of its members; names ending with "/" are folders."""
_OFFICE_KINDS = {"spreadsheet": "a spreadsheet", "presentation": "a presentation", "graphics": "a drawing"}
"""What an OpenDocument file is by its type, where it is no text."""


def _refuse_other_archive(members: _Members, names: set[str], location: str) -> None:
    kind = next((kind for name, kind in _OTHER_ARCHIVES.items() if _holds(names, name)), "")
    if "content.xml" in names and "mimetype" in names:
        said = members.read("mimetype").decode("ascii", "replace")
        kind = next((kind for word, kind in _OFFICE_KINDS.items() if word in said), kind)
    if kind:
        advice = (
            ""
            if ": " in kind
            else ", not an article: open it in its own program and copy the text from there"
        )
        raise IngestError(f"{location} is {kind}{advice}.")


def _holds(names: set[str], name: str) -> bool:
    return any(one.startswith(name) for one in names) if name.endswith("/") else name in names


def _article(members: _Members, names: set[str], location: str) -> Article:
    if "word/document.xml" in names:
        known = (
            _properties(members, "docProps/core.xml") if "docProps/core.xml" in names else StatedMetadata()
        )
        return _filled(
            compose(_word_blocks(members.tree("word/document.xml"), location), StatedMetadata(), location),
            known,
        )
    if "META-INF/container.xml" in names:
        return _book(members, location)
    if "content.xml" in names:
        _refuse_other_archive(members, names, location)
        known = _properties(members, "meta.xml") if "meta.xml" in names else StatedMetadata()
        return _filled(
            compose(_office_blocks(members.tree("content.xml"), location), StatedMetadata(), location), known
        )
    _refuse_other_archive(members, names, location)
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


def _word_blocks(tree: Any, location: str) -> Iterator[Block]:
    for paragraph, text in _Paragraphs(location, frozenset({f"{_WORD}p"}), holder="t").read(tree):
        style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
        name = "" if style is None else str(style.get(f"{_WORD}val", "")).lower()
        heading = name.startswith(_HEADING_STYLES)
        yield from _lines(text, BlockKind.HEADING if heading else BlockKind.PARAGRAPH)


def _office_blocks(tree: Any, location: str) -> Iterator[Block]:
    for paragraph, text in _Paragraphs(location, frozenset({_OFFICE_HEADING, f"{_OFFICE}p"})).read(tree):
        heading = paragraph.tag == _OFFICE_HEADING
        yield from _lines(text, BlockKind.HEADING if heading else BlockKind.PARAGRAPH)


class _Paragraphs:
    """The paragraphs of a document in the order in which they begin; a box inside one is its own paragraphs.

    Each element is looked at once, however deep they lie in one another.
    """

    def __init__(self, location: str, tags: frozenset[str], holder: str = "") -> None:
        self._location, self._tags = location, tags
        self._holder = holder
        """The only element that holds text, "" where every one does."""
        self._found: list[tuple[Any, list[str]]] = []
        self._inside: list[list[str]] = []
        self._skipped = 0
        self._held = 0

    def read(self, tree: Any) -> Iterator[tuple[Any, str]]:
        """Every paragraph with its text."""
        if sum(1 for _ in tree.iter(*self._tags)) > MOST_PARAGRAPHS:
            raise IngestError(
                f"{self._location} has more than {MOST_PARAGRAPHS:,} paragraphs: that is no article."
            )
        for element, begins in _walk(tree):
            self._count(_local(element), 1 if begins else -1)
            if self._skipped:
                continue
            if begins:
                self._begin(element)
            else:
                self._end(element)
        return ((element, "".join(pieces)) for element, pieces in self._found)

    def _count(self, name: str, step: int) -> None:
        self._skipped += step * (name in _SKIPPED)
        self._held += step * (name == self._holder)

    def _begin(self, element: Any) -> None:
        if element.tag in self._tags:
            self._inside.append([])
            self._found.append((element, self._inside[-1]))
        name = _local(element)
        self._put(_MARKS.get(name, ""))
        if name and (self._held or not self._holder):
            self._put(element.text)

    def _end(self, element: Any) -> None:
        if element.tag in self._tags:
            self._inside.pop()
        if self._held or not self._holder:
            self._put(element.tail)

    def _put(self, text: str | None) -> None:
        if text and self._inside:
            self._inside[-1].append(text)


def _walk(tree: Any) -> Iterator[tuple[Any, bool]]:
    """Every element twice: where it begins (True), and where it ends."""
    open_elements = [(tree, iter(tree))]
    yield tree, True
    while open_elements:
        element, children = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            yield element, False
        else:
            open_elements.append((child, iter(child)))
            yield child, True


def _book(members: _Members, location: str) -> Article:
    """All chapters of an EPUB in reading order, each once, as one article that says which were not there."""
    container = members.tree("META-INF/container.xml")
    package_name = next((str(root.get("full-path")) for root in container.iter("{*}rootfile")), "")
    package = members.tree(package_name)
    folder = PurePosixPath(package_name).parent
    pages = {item.get("id"): unquote(item.get("href", "")) for item in package.iter("{*}item")}
    listed = (pages.get(item.get("idref")) for item in package.iter("{*}itemref"))
    chapters = list(dict.fromkeys(page for page in listed if page))
    blocks: list[Block] = []
    lost = 0
    for page in chapters:
        try:
            blocks += _page_blocks(members.read(str(folder / page)))
        except (KeyError, *_DAMAGED):
            lost += 1
    if chapters and lost == len(chapters):
        raise IngestError(f"{location} is damaged: none of its chapters can be read; get the book again.")
    article = compose(blocks, _properties(members, package_name), location)
    return replace(article, missing=_lost_chapters(lost, len(chapters)))


def _lost_chapters(lost: int, count: int) -> str:
    if not lost:
        return ""
    return f"{lost} of {count} chapters are missing or damaged in the file: get the book again for them."


def _page_blocks(data: bytes) -> Iterator[Block]:
    if not data.strip():
        return
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # nothing but a comment
        return
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
    """An element's name without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""

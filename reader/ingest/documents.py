"""DOCX, ODT and EPUB: XML inside a zip file, read within limits and without entities."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from reader.errors import IngestError
from reader.ingest.blocks import Block, BlockKind, StatedMetadata
from reader.ingest.characters import tidy
from reader.ingest.compose import compose
from reader.ingest.dates import iso_time
from reader.ingest.office_text import lines_of, office_blocks, office_notes, word_blocks, word_notes
from reader.models import Article

MOST_UNPACKED = 60_000_000
"""Bytes of text that one file may unpack to."""

MOST_TAGS = 6_000_000
"""Tags of one part of a file; the book has a million, and each takes a hundred bytes of memory."""

_DC = "{http://purl.org/dc/elements/1.1/}"
_PARTS = ("title", "creator", "publisher", "date", "language")
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError),
    *(ValueError, KeyError, etree.LxmlError),
)
"""What Python's zip and XML say of a damaged or encrypted file."""
_PAGE_BLOCKS = frozenset(
    (
        *(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "blockquote",
            "dd",
            "dt",
            "div",
            "section",
            "td",
            "th",
        ),
        *("pre", "tr", "table", "figcaption", "figure", "article", "aside", "ul", "ol", "dl", "hr", "body"),
    )
)
"""Elements of a book's page that begin a line, and end it."""
_UNSEEN = frozenset(("head", "script", "style", "title"))


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
        self.is_damaged = False
        """Whether a member's XML breaks off or goes wrong somewhere."""

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
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            recover=True,
            remove_comments=True,
            huge_tree=True,  # boxes and tables in one another, up to a depth of 2,048
        )
        try:
            data = self.read(name)
            if data.count(b"<") > MOST_TAGS:
                raise IngestError(f"{self._location} has more than {MOST_TAGS:,} tags: that is no article.")
            tree = etree.fromstring(data, parser)
        except (etree.LxmlError, KeyError):
            tree = None
        self._look_at(parser.error_log)
        if tree is None:
            raise IngestError(
                f"{self._location} is damaged ({name}): open it in its own program and save it again."
            )
        return tree

    def _look_at(self, errors: Any) -> None:
        """What ended the parser early: lxml gives what it has so far, as if that were all."""
        fatal = [entry for entry in errors if entry.level == etree.ErrorLevels.FATAL]
        if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in fatal):
            raise MemoryError
        if any("depth" in entry.message for entry in fatal):
            raise RecursionError
        self.is_damaged = self.is_damaged or bool(fatal)


_OTHER_ARCHIVES = {
    "xl/": "a spreadsheet (Excel)",
    "ppt/": "a presentation (PowerPoint)",
    "visio/": "a drawing (Visio)",
    "Index/Document.iwa": "a Pages document: export it as Word or PDF and add that",
    "Index/Tables/": "a spreadsheet (Numbers)",
    "project.qde": "a project of a QDA program, not an article: use `reader import`",
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
        advice = ", not an article: open it in its own program and copy the text from there"
        raise IngestError(f"{location} is {kind}{'' if ': ' in kind else advice}.")


def _holds(names: set[str], name: str) -> bool:
    return any(one.startswith(name) for one in names) if name.endswith("/") else name in names


def _article(members: _Members, names: set[str], location: str) -> Article:
    if "word/document.xml" in names:
        notes = [name for name in ("word/footnotes.xml", "word/endnotes.xml") if name in names]
        return _document(members, "word/document.xml", word_blocks, "docProps/core.xml", location, notes)
    if "META-INF/container.xml" in names:
        return _book(members, location)
    _refuse_other_archive(members, names, location)
    if "content.xml" in names:
        return _document(members, "content.xml", office_blocks, "meta.xml", location, ())
    raise IngestError(f"{location} is an archive without an article: unpack it and add the files in it.")


def _document(
    members: _Members,
    name: str,
    blocks_of: Callable[[Any, str], Iterator[Block]],
    properties: str,
    location: str,
    notes: Sequence[str],
) -> Article:
    """The article in one member, its footnotes at the end; what it says itself wins over properties, which
    often are a template's.
    """
    tree = members.tree(name)
    blocks = [*blocks_of(tree, location), *office_notes(tree, location)]
    for note in notes:
        blocks += word_notes(members.tree(note), location)
    article = compose(blocks, StatedMetadata(), location)
    missing = _DAMAGE if members.is_damaged else ""
    known = _known(members, properties)
    return replace(
        article, byline=article.byline or (known.byline if " " in known.byline else ""), missing=missing
    )


_DAMAGE = "The file is damaged, and parts of it may be missing: open it in its own program and save it again."


def _known(members: _Members, name: str) -> StatedMetadata:
    """What the properties say; nothing where there are none, or damaged ones."""
    try:
        return _properties(members, name)
    except (IngestError, *_DAMAGED):
        return StatedMetadata()


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
            blocks += _page_blocks(members.read(normpath(folder / page)))
        except (KeyError, *_DAMAGED):
            lost += 1
    if chapters and lost == len(chapters):
        raise IngestError(f"{location} is damaged: none of its chapters can be read; get the book again.")
    known = _properties(members, package_name)
    if blocks and _is_title(blocks[0], known.title):
        blocks = blocks[1:]
    article = compose(blocks, known, location)
    return replace(article, missing=_lost_chapters(lost, len(chapters)))


def _is_title(block: Block, title: str) -> bool:
    """Whether a first heading is the book's title, or has all its words."""
    words = set(re.findall(r"\w+", title.lower()))
    heading = set(re.findall(r"\w+", block.text.lower()))
    return block.kind is BlockKind.HEADING and bool(words) and words <= heading


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
    kind, pieces = BlockKind.PARAGRAPH, list[str]()
    unseen = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        begins, name = event == "start", str(element.tag)
        unseen += (1 if begins else -1) * (name in _UNSEEN)
        if name in _PAGE_BLOCKS:
            yield from lines_of("".join(pieces), kind)
            kind, pieces = (BlockKind.HEADING if begins and name[0] == "h" else BlockKind.PARAGRAPH), []
        if name == "br" and begins:
            pieces.append("\n")
        text = element.text if begins else element.tail
        if text and not unseen and isinstance(element.tag, str):
            pieces.append(text.replace("\n", " "))
    yield from lines_of("".join(pieces), kind)


def _plain(text: str) -> str:
    return " ".join(tidy(text).split())

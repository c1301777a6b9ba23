"""Books (EPUB): their chapters in reading order as one article."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from lxml import etree, html

from reader.errors import IngestError
from reader.ingest.archive_members import DAMAGED, Members
from reader.ingest.blocks import Block, BlockKind
from reader.ingest.compose import compose
from reader.ingest.office_text import lines_of
from reader.ingest.properties import properties_of
from reader.models import Article

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


def from_book(members: Members, location: str) -> Article:
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
        except (KeyError, *DAMAGED):
            lost += 1
    if chapters and lost == len(chapters):
        raise IngestError(f"{location} is damaged: none of its chapters can be read; get the book again.")
    known = properties_of(members, package_name)
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

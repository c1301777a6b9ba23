"""Books (EPUB): their chapters in reading order as one article."""

import re
from dataclasses import replace
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.archive_members import DAMAGED, Members
from reader.ingest.blocks import Block, BlockKind
from reader.ingest.compose import compose
from reader.ingest.markup_blocks import markup_blocks
from reader.ingest.properties import properties_of
from reader.ingest.saving import damaged
from reader.models import Article


def from_book(members: Members, location: str) -> Article:
    """All chapters of an EPUB in reading order, each once, as one article that says which were not there."""
    container = members.tree("META-INF/container.xml")
    package_name = next((str(root.get("full-path")) for root in container.iter("{*}rootfile")), "")
    if not package_name:
        raise damaged(location)
    package = members.tree(package_name)
    folder = PurePosixPath(package_name).parent
    pages = {item.get("id"): unquote(item.get("href", "")) for item in package.iter("{*}item")}
    listed = (pages.get(item.get("idref")) for item in package.iter("{*}itemref"))
    chapters = list(dict.fromkeys(page for page in listed if page))
    blocks: list[Block] = []
    lost = 0
    for page in chapters:
        try:
            blocks += markup_blocks(members.read(normpath(folder / page)))
        except (KeyError, *DAMAGED):
            lost += 1
    if chapters and lost == len(chapters):
        raise IngestError(
            _("{location} is damaged: none of its chapters can be read; get the book again.").format(
                location=location
            )
        )
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
    return _(
        "{lost} of {count} chapters are missing or damaged in the file: get the book again for them."
    ).format(lost=lost, count=count)

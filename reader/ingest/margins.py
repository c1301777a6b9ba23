"""What a document holds beside its text: page headers and footers, comments, deleted words, properties.

It is no part of an article. Of a draft it goes out with the file, and may name whom the text does not.
"""

import zipfile
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any, NamedTuple

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.archive_members import DAMAGED, Members
from reader.ingest.decode import decode
from reader.ingest.draft_page import DELETED, is_page

_WORD = (
    ("word/header", _("page header"), "p"),
    ("word/footer", _("page footer"), "p"),
    ("word/comments", _("comment"), "comment"),
)
"""Files of a Word document by the beginning of their names, what they hold, and in which elements."""
_PROPERTIES = ("title", "subject", "description", "keywords", "keyword")
_OF_PAGES = {"header": _("page header"), "footer": _("page footer")}
_OTHER_PAGES = ("-left", "-first")


class Margin(NamedTuple):
    """A stretch of text beside the text of a document."""

    where: str
    text: str


def margins_of(data: bytes, location: str) -> tuple[Margin, ...]:
    """What stands beside the text of a document or page; of a damaged one what can be read."""
    found: list[Margin] = []
    with suppress(IngestError, *DAMAGED):
        if data.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(BytesIO(data)) as archive:
                for margin in _of_archive(Members(archive, location), archive.namelist()):
                    found.append(margin)
        elif is_page(data):
            found += _of_page(decode(data, location))
    whole = (Margin(where, " ".join(text.split())) for where, text in found)
    return tuple(dict.fromkeys(one for one in whole if one.text))


def _of_archive(members: Members, names: list[str]) -> Iterator[Margin]:
    for name in names:
        for begins, where, element in _WORD:
            if name.startswith(begins) and name.endswith(".xml"):
                yield from _texts(members.tree(name), where, element)
        if name in ("docProps/core.xml", "meta.xml"):
            for one in _PROPERTIES:
                yield from _texts(members.tree(name), _("properties of the file"), one)
        if name == "word/document.xml":
            yield from _texts(members.tree(name), _("deleted words"), "del")
        if name == "styles.xml":
            for element, where in _OF_PAGES.items():
                for kind in ("", *_OTHER_PAGES):
                    yield from _texts(members.tree(name), where, f"{element}{kind}")
        if name == "content.xml":
            yield from _texts(members.tree(name), _("comment"), "annotation")
            yield from _texts(members.tree(name), _("deleted words"), "deletion")


def _texts(tree: Any, where: str, element: str) -> Iterator[Margin]:
    return (Margin(where, "".join(one.itertext())) for one in tree.iter(f"{{*}}{element}"))


def _of_page(text: str) -> Iterator[Margin]:
    """Title, description, comments and deleted words of a page."""
    from lxml import etree, html  # lxml comes with documents

    parser = html.HTMLParser(no_network=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError):
        return
    for one in tree.iter("title"):
        yield Margin(_("properties of the file"), one.text or "")
    for one in tree.iter("meta"):
        yield Margin(_("properties of the file"), one.get("content") or "")
    for one in tree.iter(etree.Comment):
        yield Margin(_("comment"), one.text or "")
    for one in tree.iter(*DELETED):
        yield Margin(_("deleted words"), "".join(one.itertext()))

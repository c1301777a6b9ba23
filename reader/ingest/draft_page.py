"""A page that is a draft, as its reader sees it: <q> and <blockquote> in marks, without what was deleted."""

from collections.abc import Iterator
from typing import Any

from reader.ingest.decode import decode
from reader.languages.identify import identify

DELETED = ("del", "s", "strike")
"""Elements whose words a page shows as struck out."""
_WHO = ("cite", "footer", "figcaption")
"""What tells inside a block quotation who said it."""
_ANY_MARK = "„“”»«\"‚‘’›‹'"
_USUAL = ("“", "”", "‘", "’")
_MARKS = {"de": ("„", "“", "‚", "‘")}
"""The marks that a browser puts around <q>, outer and inner ones, of languages that have others."""


def is_page(data: bytes) -> bool:
    """Whether bytes are a page of HTML."""
    head = data[:2000].lstrip().lower()
    return b"<html" in head or b"<!doctype html" in head


def as_read(data: bytes, location: str) -> bytes:
    """The page with marks where it has <q> or <blockquote>; as it is where it has neither, nor deletions."""
    from lxml import etree, html  # lxml comes with documents

    parser = html.HTMLParser(no_network=True, remove_pis=True, remove_comments=True)
    try:
        tree = html.document_fromstring(decode(data, location), parser=parser)
    except (etree.LxmlError, ValueError):
        return data
    changed = list(tree.iter(*DELETED, "q", "blockquote"))
    if not changed:
        return data
    marks = _MARKS.get(_language(tree), _USUAL)
    for element in changed:
        if element.tag in DELETED:
            element.drop_tree()
    for element in tree.iter("q", "blockquote"):
        depth = len(list(element.iterancestors("q", "blockquote")))
        opening, closing = marks[:2] if depth % 2 == 0 else marks[2:]
        _enclose(element, opening, closing)
    return bytes(html.tostring(tree, encoding="utf-8"))


def _language(tree: Any) -> str:
    said = str(tree.get("lang") or "").lower()[:2]
    return said or identify(str(tree.text_content()))


def _enclose(element: Any, opening: str, closing: str) -> None:
    """Put marks around the words of an element, where it has none itself."""
    places = [one for one in _texts(element) if (getattr(*one) or "").strip()]
    if not places or (getattr(*places[0]) or "").strip()[0] in _ANY_MARK:
        return
    node, name = places[0]
    first = getattr(node, name)
    blank = len(first) - len(first.lstrip())
    setattr(node, name, first[:blank] + opening + first[blank:])
    node, name = places[-1]
    last = getattr(node, name)
    end = len(last.rstrip())
    setattr(node, name, last[:end] + closing + last[end:])


def _texts(element: Any) -> Iterator[tuple[Any, str]]:
    """Where the words of an element stand, in their order; not who said them, which is no part of them."""
    yield element, "text"
    for child in element:
        if child.tag not in _WHO:
            yield from _texts(child)
        yield child, "tail"

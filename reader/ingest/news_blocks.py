"""The text of a piece of news as blocks: NITF, HTML or bare lines inside its element."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from reader.ingest.blocks import Block
from reader.ingest.characters import tidy
from reader.ingest.markup_blocks import markup_blocks
from reader.ingest.paragraphs import paragraphs_of

_AS_HTML = {"hl1": "h2", "hl2": "h2", "block": "div", "paragraph": "p", "headline": "h2"}
"""Elements of a text by what HTML calls them."""
_APART = ("media", "head", "body.head", "body.end", "script", "style")
"""Elements inside a text that are none of it."""
_TAG = re.compile(r"[A-Za-z][\w.-]*")


def local_name(element: Any) -> str:
    """The name of an element without its namespace, "" of what is none."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def blocks_of(text: Any) -> Iterator[Block]:
    """The blocks of an element that holds NITF, HTML or bare lines."""
    if not any(local_name(element) for element in text):  # bare lines
        lines = tidy("".join(text.itertext()))
        yield from (Block(paragraph) for paragraph in paragraphs_of(lines))
        return
    copy = deepcopy(text)  # written out and read again, damaged names would be refused
    copy.tail = None
    for element in [*copy.iter()]:
        name = local_name(element)
        if name in _APART and element.getparent() is not None:
            _drop(element)
        elif name:
            element.tag = _AS_HTML.get(name, name if _TAG.fullmatch(name) else "span")
    copy.tag = "div"
    etree.cleanup_namespaces(copy)
    yield from markup_blocks(etree.tostring(copy, encoding="utf-8", method="html"))


def _drop(element: Any) -> None:
    """Take an element out and leave what stands behind it."""
    before, outer = element.getprevious(), element.getparent()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        outer.text = (outer.text or "") + element.tail
    outer.remove(element)

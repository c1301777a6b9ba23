"""The lines of a chapter or a mail in HTML, as they are laid out; nothing is chosen among them."""

import re
from collections.abc import Iterator

from lxml import etree, html

from reader.ingest.blocks import Block, BlockKind
from reader.ingest.note_marks import drop_note_marks
from reader.ingest.office_text import lines_of

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
"""Elements that begin a line, and end it."""
_UNSEEN = frozenset(("head", "script", "style", "title"))
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
"""What hides an element: the line that newsletters put before their text for lists of mails, for one."""


def markup_blocks(data: bytes) -> Iterator[Block]:
    """The paragraphs and headings of HTML in UTF-8, in their order."""
    if not data.strip():
        return
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # nothing but a comment
        return
    drop_note_marks(tree)
    kind, pieces = BlockKind.PARAGRAPH, list[str]()
    unseen = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        begins, name = event == "start", str(element.tag)
        unseen += (1 if begins else -1) * (name in _UNSEEN or _is_hidden(element))
        if name in _PAGE_BLOCKS:
            yield from lines_of("".join(pieces), kind)
            kind, pieces = (BlockKind.HEADING if begins and name[0] == "h" else BlockKind.PARAGRAPH), []
        if name == "br" and begins:
            pieces.append("\n")
        text = element.text if begins else element.tail
        if text and not unseen and isinstance(element.tag, str):
            pieces.append(text.replace("\n", " "))
    yield from lines_of("".join(pieces), kind)


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None

"""The text of a page to a tree that lxml and trafilatura can read: no control characters, not too deep."""

import re
import sys
from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

MOST_ATTRIBUTES = 500
"""Attributes of a tag beyond which it is only there to cost time (chosen by hand)."""
DEEPEST = 200
"""Nested elements; libxml2 stops at 256 and drops what lies deeper."""
_DRAWING = re.compile(r"<svg\b[^<>]{0,2000}(?<!/)>", re.IGNORECASE)
_END_OF_DRAWING = re.compile(r"</svg\s*>", re.IGNORECASE)
_LONGEST_VALUE = 2_000
"""Characters of an attribute's value in which a ">" does not end its tag (chosen by hand)."""

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL_REFERENCE = re.compile(r"&#(?P<digits>[xX][0-9a-fA-F]+|\d+);?")
_LONGEST_NUMBER = 7
"""Digits of the number of any character."""
_LONG_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)(?P<rest>\s[^<>]{4000,})>")
_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)")
_IN_TAG = re.compile(r"[<>\"']")
_NEVER_NESTED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "option",
    ]
)
"""Elements without an end, and those that pages leave open."""
_RAW = frozenset(("script", "style", "textarea", "title"))
"""Elements that hold text alone, in which a "<" begins no tag."""
_NESTING = frozenset(
    [
        "div",
        "span",
        "section",
        "font",
        "center",
        "table",
        "tbody",
        "tr",
        "td",
        "ul",
        "ol",
        "b",
        "i",
        "em",
        "strong",
        "a",
        "blockquote",
    ]
)
"""Elements taken out of a page that is nested too deeply."""


def tree_of(text: str) -> HtmlElement | None:
    """The tree of a page; None where there is nothing to read."""
    text = _without_controls(_DECLARATION.sub("", text, count=1))
    text = _without_drawings(_LONG_TAG.sub(_without_attributes, text))
    if _is_too_deep(text):
        text = _flat(text)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _without_controls(text: str) -> str:
    """`text` without characters that XML cannot hold, also those written as numbers: form feeds and line
    tabs, which agencies send, become spaces."""
    text = _CONTROL_REFERENCE.sub(_character_named, text)
    return _NOT_XML.sub("", text.replace("\f", " ").replace("\v", " "))


def _character_named(found: re.Match[str]) -> str:
    """A character given by its number, where XML cannot hold it; others stay as they are written."""
    digits = found["digits"].lower().lstrip("x0") or "0"
    base = 16 if found["digits"][0] in "xX" else 10
    code = int(digits, base) if len(digits) <= _LONGEST_NUMBER else sys.maxunicode
    if code in (0x0B, 0x0C):
        return " "
    return "" if code < sys.maxunicode and _NOT_XML.match(chr(code)) else found[0]


def _without_drawings(text: str) -> str:
    """`text` without SVG: drawings hold no words of an article, and may nest deeper than a page does."""
    pieces, behind = [], 0
    while found := _DRAWING.search(text, behind):
        end = _END_OF_DRAWING.search(text, found.end())
        if end is None:
            break
        pieces.append(text[behind : found.start()])
        behind = end.end()
    return "".join([*pieces, text[behind:]])


def _without_attributes(found: re.Match[str]) -> str:
    """A tag bare of its attributes where it has thousands, since each is compared with all others."""
    return f"<{found['name']}>" if found["rest"].count("=") > MOST_ATTRIBUTES else found[0]


def _is_too_deep(text: str) -> bool:
    depth = 0
    for start, end, name, closing in _tags(text):
        if name in _NEVER_NESTED or text[end - 2 : end] == "/>":
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEEPEST and start < end:
            return True
    return False


def _flat(text: str) -> str:
    """A page without the boxes and spans that nest it."""
    pieces, behind = [], 0
    for start, end, name, _closing in _tags(text):
        if name in _NESTING:
            pieces += [text[behind:start], "\n"]
            behind = end
    return "".join([*pieces, text[behind:]])


def _tags(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Start, end, name and whether it closes, of each tag that is no part of a script."""
    at = 0
    while found := _TAG.search(text, at):
        name, closing = found["name"].lower(), bool(found["closing"])
        at = _end_of_tag(text, found.end())
        yield found.start(), at, name, closing
        if name in _RAW and not closing and text[at - 2 : at] != "/>":
            behind = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, at)
            if behind is None:  # never closed: all that follows is its text
                return
            at = behind.start()


def _end_of_tag(text: str, at: int) -> int:
    """Behind the ">" of a tag, not one inside a value in quotation marks."""
    while found := _IN_TAG.search(text, at):
        mark = found[0]
        if mark == ">":
            return found.end()
        if mark == "<":  # the tag was never closed
            return found.start()
        close = text.find(mark, found.end(), found.end() + _LONGEST_VALUE)
        at = close + 1 if close >= 0 else found.end()
    return len(text)

"""Which lines of a page are not in its article, so that a person can see what the extraction left out."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from reader.ingest.characters import tidy
from reader.ingest.credits import end_credit
from reader.models import Article

MOST_LINES = 200
"""Lines kept of what was left out, so that a page of links does not fill the library (chosen by hand)."""
LONGEST = 600
"""Characters; a longer line left out is not kept (chosen by hand)."""

BOXES = (
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
    ),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "label", "li", "main"),
    *("nav", "ol", "p", "section", "table", "tbody", "td", "th", "tr", "ul"),
)
_ENDS = {**dict.fromkeys(BOXES, "\n"), "a": " "}
"""What divides the text of an element from its neighbours'; links in a row are words of their own."""
UNSEEN = ("script", "style", "noscript", "template", "head", "svg", "iframe", "select")
_WORD = re.compile(r"\w+")


def lines_of(tree: HtmlElement) -> tuple[str, ...]:
    """The lines of text that a browser would show, in order."""
    text = "".join(_pieces(tree))
    lines = (" ".join(line.split()) for line in tidy(text).split("\n"))
    return tuple(line for line in lines if line)


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """Text with a line end around every box; without recursion, since pages nest deeply."""
    hidden = 0
    for event, element in events_of(tree):
        box = _ENDS.get(element.tag, "")
        if event == "start":
            hidden += element.tag in UNSEEN
            yield box if hidden else box + (element.text or "")
        else:
            hidden -= element.tag in UNSEEN
            yield box if hidden or element is tree else box + (element.tail or "")


def events_of(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """The elements of a tree as they begin ("start") and end ("end"), without comments."""
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if isinstance(element.tag, str):
            yield event, element


def left_out(lines: tuple[str, ...], article: Article) -> tuple[str, ...]:
    """Those of a page's `lines` that stand neither in the article nor in what is known to be removed."""
    known = [article.text, article.title, article.byline, *article.removed]
    known += [f"{caption.text} {caption.credit}" for caption in article.captions]
    seen = _key(" | ".join(known))
    found: list[str] = []
    for line in dict.fromkeys(lines):
        key = _key(end_credit(line)[0] or line)
        if key.strip() and key not in seen and len(line) <= LONGEST and len(found) < MOST_LINES:
            found.append(line)
    return tuple(found)


def _key(text: str) -> str:
    return " " + " ".join(_WORD.findall(text.lower())) + " "

"""Put subheadings and the times of a live ticker back where the extraction of the main text lost them."""

import re
from collections.abc import Iterator
from functools import cache

from lxml.html import HtmlElement

from reader.ingest.blocks import Block, BlockKind
from reader.ingest.characters import one_line
from reader.languages.press import any_of, everywhere

FEWEST_TIMES = 3
"""With so many paragraphs that follow a time, a page is a live ticker."""

_HEADINGS = ("h2", "h3", "h4")
_CONTENT = ("p", "li", "td", "dd", "blockquote", "figure", "a", "button", "form")
_ASIDE = ("aside", "nav", "footer", "figure", "form")


def with_outline(blocks: list[Block], tree: HtmlElement) -> list[Block]:
    """`blocks` with each subheading of the page that stands right before a paragraph among them."""
    paragraphs = {block.text for block in blocks if block.kind is BlockKind.PARAGRAPH}
    heads = dict(_heads(tree, paragraphs))
    timed = sum(any(map(_is_time, found)) for found in heads.values())
    known = {block.text for block in blocks}
    whole: list[Block] = []
    for block in blocks:
        for head in heads.pop(block.text, ()) if block.kind is BlockKind.PARAGRAPH else ():
            is_clock = _is_time(head)
            if (timed >= FEWEST_TIMES) if is_clock else head not in known:
                at = len(whole) - (is_clock and _is_heading(whole))
                whole.insert(at, Block(head, BlockKind.HEADING))
        whole.append(block)
    return whole


def is_ticker(tree: HtmlElement) -> bool:
    """Whether a page is a live ticker: it has at least three headings or times of day before paragraphs."""
    elements = tree.iter("h2", "h3", "h4", "time")
    clocks = (_is_time(one_line(one.text_content())) for one in elements if _is_inside(one))
    return sum(clocks) >= FEWEST_TIMES


def _is_time(head: str) -> bool:
    """Whether a heading is but a time of day, as those of a live ticker are."""
    return _clock().fullmatch(head) is not None


@cache
def _clock() -> re.Pattern[str]:
    after = any_of(everywhere().after_time)
    return re.compile(rf"(?:[\w.,/ -]{{0,20}}\s)?[0-2]?\d[:.][0-5]\d(?: ?(?:{after}|[A-Z]{{3,4}}))?", re.I)


def _is_heading(blocks: list[Block]) -> bool:
    return bool(blocks) and blocks[-1].kind is BlockKind.HEADING


def _heads(tree: HtmlElement, paragraphs: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each paragraph that is kept, with the headings and times right before it."""
    waiting: list[str] = []
    for element in tree.iter(*_HEADINGS, *_CONTENT, "time"):
        if element.tag in _CONTENT and element.tag != "p":
            waiting = []
            continue
        words = one_line(element.text_content())
        if element.tag == "p":
            if words in paragraphs and waiting:
                yield words, tuple(waiting)
            waiting = []
        elif words and _is_inside(element) and (element.tag != "time" or _is_time(words)):
            waiting.append(words)


def _is_inside(element: HtmlElement) -> bool:
    return next(element.iterancestors(*_ASIDE), None) is None

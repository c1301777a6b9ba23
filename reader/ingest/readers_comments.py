"""What readers wrote below an article: it never comes into the text, where it would pass for the article's.

A box is told by its name or by its heading, and goes only where the article stands elsewhere on the page:
a page of letters to the editor keeps its letters.
"""

import re
from collections.abc import Iterator
from functools import cache

from lxml.html import HtmlElement

from reader.ingest.word_counts import count_words
from reader.languages.press import everywhere

_BOXES = ("section", "div", "aside", "ul", "ol")
_HEADINGS = ("h2", "h3", "h4", "h5")
_NAME = re.compile(
    r"(?:^|[\s_-])(?:leser-?(?:briefe?|kommentare?|meinung(?:en)?|stimmen)|(?:user|reader)s?-?comments?"
    r"|kommentar(?:e|bereich|liste)|comments?-?(?:list|area|section|thread)?|comentarios?|commentaires?|commenti"
    r"|reacties|komentarze|disqus(?:_thread)?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(\w+\s)?[\d.,]+\s")
"""How many there are, as the first or second word of a heading: "Alle 12 Kommentare"."""
_FEWEST_ELSEWHERE = 60
"""Words of paragraphs that must stand outside such a box, for it to go (chosen by hand)."""


@cache
def _headings() -> re.Pattern[str]:
    """Headings of such boxes in all languages. "Kommentar" alone is none: it stands over opinion pieces."""
    return re.compile(rf"(?:{'|'.join(everywhere().comment_headings)})(?:\s?\(?\d*\)?)?:?", re.IGNORECASE)


def drop_readers_comments(tree: HtmlElement) -> None:
    """Take the boxes with readers' comments out of `tree`, where the article stands outside of them."""
    prose = _prose(tree)
    for box in [*_named(tree), *_headed(tree)]:
        is_apart = box.getparent() is not None and box.find(".//h1") is None
        if is_apart and prose - _prose(box) >= _FEWEST_ELSEWHERE:
            prose -= _prose(box)
            box.drop_tree()


def _prose(element: HtmlElement) -> int:
    return sum(count_words(paragraph.text_content()) for paragraph in element.iter("p"))


def _named(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The boxes whose class or id says so."""
    for box in tree.iter(*_BOXES):
        if _NAME.search(f"{box.get('class') or ''} {box.get('id') or ''}") and _is_behind_the_title(box):
            yield box


def _headed(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The boxes that begin with a heading which says so."""
    for heading in tree.iter(*_HEADINGS):
        if not _headings().fullmatch(_NUMBER.sub(r"\1", " ".join(heading.text_content().split()))):
            continue
        box = next(heading.iterancestors(*_BOXES), None)
        if box is not None and _begins_with(box, heading) and _is_behind_the_title(box):
            yield box


def _begins_with(box: HtmlElement, heading: HtmlElement) -> bool:
    return bool(box.text_content().strip().startswith(heading.text_content().strip()))


def _is_behind_the_title(box: HtmlElement) -> bool:
    """Whether the page's h1 stands before `box`; comments before it are none that we would know."""
    headings: list[HtmlElement] = box.xpath("preceding::h1")
    return len(headings) > 0

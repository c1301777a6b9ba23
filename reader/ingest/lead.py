"""The lead that stands in the head of a page, outside the box of its text, put before the first paragraph.

It is the element that says what the page's description says, or one right behind the headline whose class
names it so.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from reader.ingest.blocks import Block, BlockKind
from reader.ingest.characters import one_line
from reader.ingest.metadata import Statements
from reader.ingest.word_counts import count_words

FEWEST_WORDS = 7
"""Words of a lead at least: fewer are a kicker or a subtitle (chosen by hand)."""
MOST_WORDS = 120
"""Words beyond which it is the article (chosen by hand)."""
_LEAD = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|intro|introtext|introduction|standfirst|vorspann|anlauf|teaser-?text|subtitle|sub-?head(?:line)?"
    r"|subtitulo|sottotitolo|chapo|chapeau|entradilla|bajada|dek|deck|summary|sommario|occhiello|ingress|manchet|perex|strapline|excerpt)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of the lead in class attributes, in the languages of the press."""
_OUTSIDE = ("nav", "footer", "aside", "form", "figure", "figcaption", "button", "ul", "ol")
_PARTS = ("p", "div", "h2", "h3", "span", "section", "strong")
_NEAR = 12
"""Elements with text behind the headline among which a named lead stands (chosen by hand)."""
_BESIDE = 3
"""Elements behind a headline in its own box among which the lead stands (chosen by hand)."""
_TEXT_WORDS = 20
"""Words of a paragraph of the text (chosen by hand)."""
_SENTENCE_END = re.compile(r"[.!?…][”“»«\"’]*$")
_WORD = re.compile(r"\w+")
_CUT = re.compile(r"\s*(?:\.{3}|…|\[…\]|\[\.{3}\])\s*$")


def with_lead(blocks: list[Block], tree: HtmlElement, said: Statements) -> list[Block]:
    """`blocks` with the lead before the first paragraph, where they lack it."""
    lead = _stated(tree, said) or _named(tree) or _beside(tree)
    if not lead or _stands_in(lead, blocks):
        return blocks
    at = next((n for n, block in enumerate(blocks) if _is_prose(block)), len(blocks))
    return [*blocks[:at], Block(lead), *blocks[at:]]


def _is_prose(block: Block) -> bool:
    return block.kind is not BlockKind.HEADING and count_words(block.text) >= FEWEST_WORDS


def _stands_in(lead: str, blocks: Sequence[Block]) -> bool:
    """Whether a block says what the lead says, or begins with it."""
    key = _key(lead)
    return any(key in _key(block.text) for block in blocks)


def _stated(tree: HtmlElement, said: Statements) -> str:
    """The words of the element that says what a description of the page says, or goes on behind its cut."""
    for description in said.descriptions():
        key = _key(_CUT.sub("", description))
        if not FEWEST_WORDS <= count_words(description) <= MOST_WORDS:
            continue
        for element, words in _texts(tree):
            found = _key(words)
            if found == key or (len(key) > 60 and found.startswith(key) and _CUT.search(description)):
                return words if not _holds_box(element) else ""
    return ""


def _holds_box(element: HtmlElement) -> bool:
    """Whether an element has paragraphs of its own: then it is no lead but the text."""
    return len(element.findall(".//p")) > 1


def _named(tree: HtmlElement) -> str:
    """The words of an element right behind the headline that its class calls the lead."""
    heading = next(tree.iter("h1"), None)
    if heading is None:
        return ""
    behind = False
    seen = 0
    for element in tree.iter():
        if element is heading:
            behind = True
        elif behind and isinstance(element.tag, str) and element.tag in _PARTS:
            words = _words(element)
            if not words or _is_within(element, heading):
                continue
            if _LEAD.search(element.get("class") or "") and _is_lead(element, words):
                return words
            seen += 1
            if seen > _NEAR or (element.tag == "p" and count_words(words) > FEWEST_WORDS):
                return ""
    return ""


def _beside(tree: HtmlElement) -> str:
    """The sentence in the box of the headline, right behind that: the box holds no text of the article."""
    heading = next(tree.iter("h1"), None)
    box = None if heading is None else heading.getparent()
    if heading is None or box is None or box.tag in ("body", "article", "main") or _holds_text(box):
        return ""
    for element in islice(heading.itersiblings(), _BESIDE):
        words = _words(element)
        is_sentence = _SENTENCE_END.search(words) is not None and element.find(".//a") is None
        if element.tag in ("p", "h2", "div") and is_sentence and _is_lead(element, words):
            return words
    return ""


def _holds_text(box: HtmlElement) -> bool:
    """Whether a box has more than one paragraph of several sentences."""
    return sum(count_words(_words(paragraph)) > _TEXT_WORDS for paragraph in box.iter("p")) > 1


def _is_within(element: HtmlElement, heading: HtmlElement) -> bool:
    return any(around is heading for around in element.iterancestors("h1"))


def _is_lead(element: HtmlElement, words: str) -> bool:
    outside = next(element.iterancestors(*_OUTSIDE), None) is not None
    return not outside and FEWEST_WORDS <= count_words(words) <= MOST_WORDS and not _holds_box(element)


def _texts(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Elements that may be a lead with their words; the long ones are not read."""
    for element in tree.iter(*_PARTS):
        if len(element) <= 8 and next(element.iterancestors(*_OUTSIDE), None) is None:
            words = _words(element)
            if words and len(words) < 1_500:
                yield element, words


def _words(element: HtmlElement) -> str:
    return one_line(element.text_content())


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))

"""A web page to an article: trafilatura finds the main text, the rest of the package cleans it."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import trafilatura
from lxml import etree, html
from lxml.html import HtmlElement

from reader.errors import IngestError
from reader.ingest.blocks import Block, BlockKind
from reader.ingest.characters import tidy
from reader.ingest.compose import compose
from reader.ingest.credits import caption
from reader.ingest.dropped import left_out, lines_of
from reader.ingest.metadata import Statements, known_of, statements_of
from reader.ingest.outline import with_outline
from reader.ingest.paging import next_address
from reader.ingest.walls import Page, paywall_after, wall_of
from reader.models import Article, Caption

FEWEST_WORDS = 20
"""A page with less text in its sentences has no article."""
WALL_WORDS = 8
"""Nor is there anything to take on a page of so few words, whatever it does (chosen by hand)."""
SENTENCE_WORDS = 6
"""Shorter blocks are headings and links."""
MOST_CAPTIONS = 40
"""Captions kept of one page: a gallery is no article (chosen by hand)."""
MOST_ELEMENTS = 16_000
"""News pages have 500 to 10,000; trafilatura's time grows with the square (38,000 nested boxes: 39 s)."""
LAYOUT_WORDS = 60
"""A cell with more words is a column of the page."""
MOST_ATTRIBUTES = 500
"""Attributes of a tag beyond which it is only there to cost time (chosen by hand)."""
DEEPEST = 200
"""Nested elements; libxml2 stops at 256 and drops what lies deeper."""

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL_REFERENCE = re.compile(r"&#(?P<digits>[xX][0-9a-fA-F]+|\d+);?")
_LONGEST_NUMBER = 7
"""Digits of the number of any character."""
_LONG_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)(?P<rest>\s[^<>]{4000,})>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_NEVER_NESTED = (
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
    *("p", "li", "dt", "dd", "td", "th", "tr", "option"),
)
"""Elements without an end, and those that pages leave open."""
_NESTING_TAGS = re.compile(
    r"</?(?:div|span|section|font|center|table|tbody|tr|td|ul|ol|b|i|em|strong|a|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)


def from_page(text: str, location: str) -> Article:
    """The article on a page, `location` being its address or file. Raises IngestError where it holds none."""
    tree = _tree(text, location)
    said = statements_of(tree)
    known = known_of(tree, said, location if "://" in location else "")
    small = sum(1 for _ in tree.iter()) <= MOST_ELEMENTS
    captions = _captions_out(tree)
    shown = lines_of(tree) if small else ()
    _flatten_layout_tables(tree)
    blocks = (_longer(_main_blocks(tree), said) if small else []) or _own_paragraphs(tree)
    blocks = with_outline(blocks, tree) if small else blocks
    lengths = [len(block.text.split()) for block in blocks]
    page = Page(
        known.title, tuple(block.text for block in blocks), shown, bool(known.published or known.byline)
    )
    wall = ""
    if sum(length for length in lengths if length >= SENTENCE_WORDS) < FEWEST_WORDS:
        # of a wall of a few words, what it says is kept, so that a person may take it all the same
        says_nothing = sum(len(line.split()) for line in shown) < WALL_WORDS
        wall = "" if says_nothing else wall_of(page, tree) or wall_of(replace(page, blocks=shown), tree)
        if not wall:
            raise IngestError(_no_article(location))
        blocks = [Block(line) for line in shown]
        page = replace(page, blocks=shown)
    article = compose(blocks, replace(known, captions=captions), location)
    page = replace(page, languages=frozenset((article.language, known.language[:2].lower())))
    missing = _missing(tree, said, article, page, location if "://" in location else known.url)
    removed = article.removed + left_out(shown, article)
    return replace(article, removed=removed, missing=missing, wall=wall or wall_of(page, tree))


def _missing(tree: HtmlElement, said: Statements, article: Article, page: Page, address: str) -> str:
    """A sentence where the page says that it is not the whole article."""
    if target := next_address(tree, address):
        return f"This is not all of it: add {target} for what follows."
    if said.is_cut_short(len(article.text.split())) or paywall_after(page, tree):
        return "This is only its beginning; missing: what is behind a paywall."
    return ""


def _no_article(location: str) -> str:
    return (
        f"There is no article on {location}: if your browser shows one there, "
        "copy its text and import the clipboard, or save the page as a file and add that."
    )


def _tree(text: str, location: str) -> HtmlElement:
    text = _without_controls(_DECLARATION.sub("", text, count=1))
    text = _LONG_TAG.sub(_without_attributes, text)
    if _is_too_deep(text):
        text = _NESTING_TAGS.sub("\n", text)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise IngestError(_no_article(location)) from error
    return tree


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


def _without_attributes(found: re.Match[str]) -> str:
    """A tag bare of its attributes where it has thousands, since each is compared with all others."""
    return f"<{found['name']}>" if found["rest"].count("=") > MOST_ATTRIBUTES else found[0]


def _is_too_deep(text: str) -> bool:
    depth = deepest = 0
    for closing, name in _TAG.findall(text):
        if name.lower() not in _NEVER_NESTED:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest > DEEPEST


def _captions_out(tree: HtmlElement) -> tuple[Caption, ...]:
    """Captions of pictures in the article, taken out of `tree` so that they do not mix with the text."""
    found = []
    for element in list(tree.iter("figcaption")):
        words = " ".join(tidy(element.text_content()).split())
        outside = next(element.iterancestors("aside", "nav", "footer"), None) is not None
        inside = next(element.iterancestors("article", "main"), None) is not None
        if words and inside and not outside:
            found.append(caption(words) or Caption(words))
        element.drop_tree()
    return tuple(dict.fromkeys(found[:MOST_CAPTIONS]))


def _flatten_layout_tables(tree: HtmlElement) -> None:
    """Old pages put the whole text into a cell: such tables become boxes, tables of data stay."""
    for table in tree.iter("table"):
        if any(len(cell.text_content().split()) > LAYOUT_WORDS for cell in table.iter("td")):
            for part in [table, *table.iter("tbody", "tr", "td", "th")]:
                part.tag = "div"


def _main_blocks(tree: HtmlElement) -> list[Block]:
    found = trafilatura.bare_extraction(
        tree, favor_recall=True, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(found, "body", None)
    return [] if body is None else list(_blocks(body))


def _blocks(body: Any) -> Iterator[Block]:
    """The blocks under an element of trafilatura's own XML (p, head, quote, list, table)."""
    for element in body:
        match element.tag:
            case "head":
                yield from _lines(element, BlockKind.HEADING)
            case "quote":
                yield from _quotation(element)
            case "list":
                for item in element.iter("item"):
                    yield from _lines(item, BlockKind.PARAGRAPH, "• ")
            case "table":
                for row in element.iter("row"):
                    cells = (_words(cell) for cell in row.iter("cell"))
                    yield from _block(" | ".join(cell for cell in cells if cell), BlockKind.PARAGRAPH)
            case "div" | "main" | "body":
                yield from _blocks(element)
            case _ if element.find("p") is not None:
                yield from _mixed(element)
            case _:
                yield from _lines(element, BlockKind.PARAGRAPH)


def _mixed(element: Any) -> Iterator[Block]:
    """Lines before the paragraphs inside an element, then these: old pages leave paragraphs open."""
    paragraphs = element.findall("p")
    tails = [(paragraph, paragraph.tail) for paragraph in paragraphs]
    for paragraph in paragraphs:
        element.remove(paragraph)
    yield from _lines(element, BlockKind.PARAGRAPH)
    for paragraph, tail in tails:
        yield from _lines(paragraph, BlockKind.PARAGRAPH)
        yield from _block(_words_of(tail), BlockKind.PARAGRAPH)


def _quotation(element: Any) -> Iterator[Block]:
    """Paragraphs of a blockquote; the words after the last one, mostly a name, join it."""
    inner = [child for child in element if child.tag == "p"]
    if len(inner) < 2:
        yield from _block(_words(element), BlockKind.PULLED)
        return
    for child in inner:
        yield from _block(f"{_words(child)} {_words_of(child.tail)}".strip(), BlockKind.PULLED)


def _lines(element: Any, kind: BlockKind, mark: str = "") -> Iterator[Block]:
    """An element's text, one block for each line that a <br> ends."""
    for line_break in element.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    for line in "".join(element.itertext()).split("\n"):
        yield from _block(_words_of(line), kind, mark)


def _block(words: str, kind: BlockKind, mark: str = "") -> Iterator[Block]:
    if words:
        yield Block(mark + words, kind)


def _words(element: Any) -> str:
    return _words_of(" ".join(element.itertext()))


def _words_of(text: str | None) -> str:
    return " ".join(tidy(text or "").split())


def _longer(blocks: list[Block], said: Statements) -> list[Block]:
    """The page's text, unless JSON-LD holds much more of it (pages that are filled in by scripts)."""
    stated = said.body()
    length = sum(len(block.text) for block in blocks)
    # One block for the whole article, whose paragraphs JSON-LD still tells apart.
    run_together = len(blocks) == 1 and len(stated) > 0.9 * length and "\n" in stated
    if len(stated) <= max(400, 1.5 * length) and not run_together:
        return blocks
    return [Block(words) for line in re.split(r"\n+", stated) if (words := _words_of(line))]


def _own_paragraphs(tree: HtmlElement) -> list[Block]:
    """Every paragraph and heading of the page, where trafilatura found no main text."""
    kinds = {"p": BlockKind.PARAGRAPH, "h2": BlockKind.HEADING, "h3": BlockKind.HEADING}
    return [
        Block(words, kinds[element.tag])
        for element in tree.iter(*kinds)
        if (words := _words_of(element.text_content()))
    ]

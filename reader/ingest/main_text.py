"""The main text of a page's tree, as blocks: what trafilatura finds, or what the page's own data say."""

import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml.html import HtmlElement

from reader.ingest.blocks import Block, BlockKind
from reader.ingest.characters import one_line
from reader.ingest.metadata import Statements
from reader.ingest.word_counts import count_words

FEW_WORDS = 100
"""Words below which the wider reading of a page is tried too (chosen by hand)."""
_BEGINNING = 60
"""Letters by which the text found is looked for in that of the page's data (chosen by hand)."""
_MOST_BEFORE = 300
"""Letters of the data's text that may stand before the beginning: place, author, lead (chosen by hand)."""
_PROSE = 8
"""Words of a block that is more than a heading (chosen by hand)."""
_LETTERS = re.compile(r"[\W_]+")


def main_blocks(tree: HtmlElement, said: Statements, *, is_ticker: bool) -> list[Block]:
    """The blocks of the main text, read strictly; more widely for a live ticker, or where little is found.

    The wider reading (`favor_recall`) takes teasers along.
    """
    blocks = _extracted(tree, wide=False)
    if is_ticker or _length(blocks) < FEW_WORDS:
        blocks = max(blocks, _extracted(tree, wide=True), key=_length)
    return _as_stated(blocks, said) or own_paragraphs(tree)


def _length(blocks: list[Block]) -> int:
    return sum(count_words(block.text) for block in blocks)


def _extracted(tree: HtmlElement, *, wide: bool) -> list[Block]:
    found = trafilatura.bare_extraction(
        tree, favor_recall=wide, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(found, "body", None)
    return [] if body is None else list(_blocks(body))


def _blocks(body: Any) -> Iterator[Block]:
    """The blocks under an element of trafilatura's own XML (p, head, quote, list, table)."""
    yield from _block(_words_of(body.text), BlockKind.PARAGRAPH)
    for element in body:
        yield from _under(element)
        # "<h1>Rat baut</h1>Der Rat …<br><br>": the text before the first break stands in no element
        yield from _block(_words_of(element.tail), BlockKind.PARAGRAPH)


def _under(element: Any) -> Iterator[Block]:
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
    return one_line(text)


def _as_stated(blocks: list[Block], said: Statements) -> list[Block]:
    """The text that JSON-LD holds, where what was found is only the beginning of it, else what was found.

    Pages that scripts fill in show a paragraph or none. A body without line ends never replaces paragraphs.
    """
    stated = said.body()
    length = sum(len(block.text) for block in blocks)
    # One block for the whole article, whose paragraphs JSON-LD still tells apart.
    run_together = len(blocks) == 1 and len(stated) > 0.9 * length and "\n" in stated
    longer = len(stated) > max(400, 1.5 * length) and ("\n" in stated or len(blocks) < 2)
    if not (run_together or longer) or not _is_beginning(blocks, stated):
        return blocks
    return [Block(words) for line in re.split(r"\n+", stated) if (words := _words_of(line))]


def _is_beginning(blocks: list[Block], stated: str) -> bool:
    """Whether the first block of prose stands near the beginning of a stated text."""
    first = next((block.text for block in blocks if count_words(block.text) >= _PROSE), "")
    letters = _letters(first)[:_BEGINNING]
    return letters in _letters(stated)[: _MOST_BEFORE + _BEGINNING]


def _letters(text: str) -> str:
    return _LETTERS.sub("", text[:4_000].lower())


def own_paragraphs(tree: HtmlElement) -> list[Block]:
    """Every paragraph and heading of the page, where trafilatura found no main text."""
    kinds = {"p": BlockKind.PARAGRAPH, "h2": BlockKind.HEADING, "h3": BlockKind.HEADING}
    return [
        Block(words, kinds[element.tag])
        for element in tree.iter(*kinds)
        if (words := _words_of(element.text_content()))
    ]

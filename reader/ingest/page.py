"""A web page to an article: trafilatura finds the main text, the rest of the package cleans it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urljoin

from lxml.html import HtmlElement

from reader.errors import IngestError
from reader.i18n import _, ngettext
from reader.ingest.blocks import Block, BlockKind, StatedMetadata
from reader.ingest.characters import one_line
from reader.ingest.compose import compose
from reader.ingest.credits import caption, lone_name
from reader.ingest.dropped import left_out, lines_of
from reader.ingest.lead import with_lead
from reader.ingest.links import placed
from reader.ingest.main_text import main_blocks, own_paragraphs
from reader.ingest.metadata import Statements, known_of, statements_of
from reader.ingest.note_marks import drop_note_marks
from reader.ingest.outline import is_ticker, with_outline
from reader.ingest.page_boxes import without_boxes
from reader.ingest.page_head import day_at_last
from reader.ingest.page_links import linked_lines
from reader.ingest.page_parts import join_parts
from reader.ingest.page_title import letters
from reader.ingest.page_tree import tree_of
from reader.ingest.paging import next_address
from reader.ingest.readers_comments import drop_readers_comments
from reader.ingest.saved_pages import saved_from
from reader.ingest.walls import Page, paywall_after, wall_of
from reader.ingest.word_counts import count_words
from reader.models import Article, Caption

FEWEST_WORDS = 20
"""A page with less text in its sentences has no article, unless it says that it is one."""
SHORTEST = 6
"""Words in its sentences that a page which says it is an article has at least (chosen by hand)."""
WALL_WORDS = 8
"""Nor is there anything to take on a page of so few words, whatever it does (chosen by hand)."""
SENTENCE_WORDS = 6
"""Shorter blocks are headings and links."""
_CREDIT = re.compile(r"credit|copyright|photographer|rights|(?:^|[\s_-])source", re.IGNORECASE)
"""Names of the credit in a caption, as class or itemprop has them."""
_BYLINE_WORDS = 10
"""Words of a line that names who wrote it and what they are (chosen by hand)."""
_TITLE_WORDS = 24
"""Words beyond which a block is no headline (chosen by hand)."""
MOST_CAPTIONS = 40
"""Captions kept of one page: a gallery is no article (chosen by hand)."""
MOST_ELEMENTS = 16_000
"""News pages have 500 to 10,000; trafilatura's time grows with the square (38,000 nested boxes: 39 s)."""
LAYOUT_WORDS = 60
"""A cell with more words is a column of the page."""
DIVIDED_WORDS = 25
"""Nor is one of data that has paragraphs and more words than this (chosen by hand)."""


def from_page(text: str, location: str) -> Article:
    """The article on a page, `location` being its address or file. Raises IngestError where it holds none."""
    tree = tree_of(text)
    if tree is None:
        raise IngestError(_no_article(location))
    drop_note_marks(tree)
    said = statements_of(tree)
    address = location if "://" in location else saved_from(text)
    known = known_of(tree, said, address)
    lines = linked_lines(tree, _base_of(tree, address or known.url))
    captions = _captions_out(tree)
    shown, blocks = _read(tree, said, known)
    page = Page(
        known.title, tuple(block.text for block in blocks), shown, bool(known.published or known.byline)
    )
    words = sum(length for block in blocks if (length := count_words(block.text)) >= SENTENCE_WORDS)
    wall = ""
    if words < FEWEST_WORDS:
        wall = _wall_of_few_words(page, tree)
        if not wall and (words < SHORTEST or not said.is_of_article()):
            raise IngestError(_no_article(location))
    if wall:  # what it says is kept, so that a person may take it all the same
        blocks = [Block(line) for line in shown]
        page = replace(page, blocks=shown)
    article = compose(blocks, replace(known, captions=captions), location)
    article = replace(
        article,
        published=article.published or day_at_last(tree, known.url),
        links=placed(lines, article.text),
    )
    page = replace(page, languages=frozenset((article.language, known.language[:2].lower())))
    wall = wall or wall_of(page, tree)
    # of an article that is not there, nothing is a beginning
    missing = "" if wall else _missing(tree, said, article, page, address or known.url)
    removed = article.removed + left_out(shown, article)
    return replace(article, removed=removed, missing=missing, wall=wall)


def _read(tree: HtmlElement, said: Statements, known: StatedMetadata) -> tuple[tuple[str, ...], list[Block]]:
    """The lines that a page shows, and the blocks of its text."""
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return (), own_paragraphs(tree)
    shown = lines_of(tree)
    drop_readers_comments(tree)
    without_boxes(tree)
    join_parts(tree)
    _flatten_layout_tables(tree)
    blocks = main_blocks(tree, said, is_ticker=is_ticker(tree))
    blocks = with_lead(with_outline(blocks, tree), tree, said)
    return shown, list(_without_headlines(blocks, known))


def _without_headlines(blocks: list[Block], known: StatedMetadata) -> Iterator[Block]:
    """The blocks but for the byline above the text, and the title, with its kicker or without, once more."""
    title, both = letters(known.title), letters(known.section + known.title)
    in_text = False
    for block in blocks:
        said = letters(block.text)
        in_text = in_text or count_words(block.text) > _TITLE_WORDS
        # Above the text the title line tells what stands above and below it.
        again = bool(title) and said == title and in_text
        # "Streit im Rat Hinterwald baut ein Bad"
        # "Ines Kolb, Ole Brandt", in a box above the text
        names = not in_text and _is_byline(block, letters(known.byline))
        if names or again or (title and block.kind is BlockKind.HEADING and said == both != title):
            continue
        yield block


def _is_byline(block: Block, names: str) -> bool:
    """Whether a block is the names of who wrote it, perhaps with what they are: "Sam Reed, correspondent"."""
    said = letters(block.text)
    is_line = count_words(block.text) <= _BYLINE_WORDS and block.text[-1] not in ".!?:"
    return bool(names) and (said == names or (is_line and said.startswith(names)))


def _wall_of_few_words(page: Page, tree: HtmlElement) -> str:
    """What stands in the way on a page with hardly a sentence."""
    if sum(count_words(line) for line in page.lines) < WALL_WORDS:
        return ""
    return wall_of(page, tree) or wall_of(replace(page, blocks=page.lines), tree)


def _missing(tree: HtmlElement, said: Statements, article: Article, page: Page, address: str) -> str:
    """A sentence where the page says that it is not the whole article."""
    if target := next_address(tree, address):
        return _("This is not all of it: add {target} for what follows.").format(target=target)
    words = count_words(article.text)
    if said.is_cut_short(words) or paywall_after(page, tree):
        return _("This is only its beginning; missing: what is behind a paywall.")
    if words < FEWEST_WORDS:
        return ngettext(
            "This page has only {count} words of text: look whether that is all.",
            "This page has only {count} words of text: look whether that is all.",
            words,
        ).format(count=words)
    return ""


def _base_of(tree: HtmlElement, address: str) -> str:
    """The address against which a page's links are meant: its own, unless it says another."""
    stated = next((href for one in tree.iter("base") if (href := one.get("href"))), "")
    try:
        return urljoin(address, str(stated))
    except ValueError:  # brackets that are no IPv6 address
        return address


def _no_article(location: str) -> str:
    if "://" in location:
        return _(
            "There is no article on {location}: if your browser shows one there, copy its "
            "text and take it with `reader add clip:`, or save the page as a file and add "
            "that."
        ).format(location=location)
    return _(
        "There is no article in {location}: if it shows one in your browser, copy its text "
        "there and take it with `reader add clip:`."
    ).format(location=location)


def _captions_out(tree: HtmlElement) -> tuple[Caption, ...]:
    """Captions of pictures in the article, taken out of `tree` so that they do not mix with the text."""
    found = []
    for element in list(tree.iter("figcaption")):
        words = _spaced(element)
        outside = next(element.iterancestors("aside", "nav", "footer"), None) is not None
        inside = next(element.iterancestors("article", "main"), None) is not None
        if words and inside and not outside:
            found.append(_told_apart(element, words))
        element.drop_tree()
    return tuple(dict.fromkeys(found[:MOST_CAPTIONS]))


def _told_apart(element: HtmlElement, words: str) -> Caption:
    """A caption and its credit, which stands in an element called so, or is told by how it is written."""
    written = one_line(element.text_content())
    for part in element.iter("span", "small", "em", "i", "cite", "div", "p"):
        credit = one_line(part.text_content())
        is_named = _CREDIT.search(f"{part.get('class') or ''} {part.get('itemprop') or ''}")
        if not credit or not words.endswith(credit) or words == credit:
            continue
        # "tras el pleno.<span>Pedro Sala</span>": a name that no space divides from the sentence
        is_glued = not written[-len(credit) - 1 :][:1].isspace() and bool(lone_name(credit))
        if is_named or is_glued:
            bare = caption(credit)
            text = words.removesuffix(credit).rstrip(" |/")
            return Caption(text, bare.credit if bare and not bare.text else credit.strip("() "))
    return caption(_spaced(element, " | ")) or caption(words) or Caption(words)


def _spaced(element: HtmlElement, between: str = " ") -> str:
    """The words of a caption, with a credit in an element of its own apart: "Der Steg<i>Foto: dpa</i>"."""
    pieces = [one_line(piece) if piece.strip() else "" for piece in element.itertext()]
    whole = one_line(element.text_content())
    for before, after in pairwise(filter(None, pieces)):
        if after[0].isupper() or after[0] in "©(":
            whole = whole.replace(before + after, f"{before}{between}{after}", 1)
    return whole


def _flatten_layout_tables(tree: HtmlElement) -> None:
    """Old pages put the whole text into a cell: such tables become boxes, tables of data stay."""
    for table in tree.iter("table"):
        if any(map(_is_column, table.iter("td"))):
            for part in [table, *table.iter("tbody", "tr", "td", "th")]:
                part.tag = "div"


def _is_column(cell: HtmlElement) -> bool:
    """Whether a cell is a column of the page: long, or with paragraphs that an empty line divides."""
    words = len(cell.text_content().split())
    breaks = (one for one in cell.iter("br") if not (one.tail or "").strip())
    is_divided = any(isinstance(after, HtmlElement) and after.tag == "br" for after in map(_next, breaks))
    return words > LAYOUT_WORDS or (words > DIVIDED_WORDS and is_divided)


def _next(element: HtmlElement) -> HtmlElement | None:
    return element.getnext()

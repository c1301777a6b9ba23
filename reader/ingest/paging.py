"""Articles that go on over several pages: find the next page, and join what the pages say.

A page names the next one with `rel="next"`. Blogs name the next article that way too, so only an address that
differs from the page's own by a page number counts.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from lxml import etree, html
from lxml.html import HtmlElement

from reader.errors import IngestError
from reader.i18n import _
from reader.languages.press import any_of, everywhere
from reader.models import Article, Span

MOST_PAGES = 30
"""More pages than this have no end."""

_NAMES_NEXT = re.compile(rb"""rel\s*=\s*["']?[^"'>]{0,40}\bnext\b""", re.I)
_SHORT = ("p", "s")
"""What addresses also write for a page."""

Page = tuple[Article, str]
"""What a page holds, and the address of the next one, or ""."""


def following(data: bytes, address: str) -> str:
    """`next_address` of a page as it came; most pages name none and are not parsed for it."""
    if not _NAMES_NEXT.search(data):
        return ""
    try:
        return next_address(html.document_fromstring(data), address)
    except (etree.LxmlError, ValueError, AssertionError):
        return ""


def next_address(tree: HtmlElement, address: str) -> str:
    """The address of the page on which the article goes on, "" where it ends here or nothing says so."""
    for link in tree.xpath("//link[@href] | //a[@href]"):
        if "next" in (link.get("rel") or "").lower().split():
            try:
                target = urljoin(address, link.get("href").strip())
                if _follows(target, address):
                    return str(target)
            except ValueError:  # brackets that are no IPv6 address
                continue
    return ""


def with_following(first: Page, read: Callable[[str], Page]) -> Article:
    """The article with the text of all pages that follow; `read` gives an address's page or IngestError."""
    article, target = first
    seen: set[str] = set()
    while target and target not in seen and len(seen) < MOST_PAGES:
        seen.add(target)
        try:
            page, after = read(target)
        except IngestError as error:
            told = _("Page {page} is missing: {reason}").format(page=len(seen) + 1, reason=error.message)
            return replace(article, missing=told)
        article, target = _joined(article, page), after
    return article


def _follows(target: str, address: str) -> bool:
    one, other = urlsplit(address), urlsplit(target)
    if (other.scheme, other.netloc) != (one.scheme, one.netloc) and one.netloc:
        return False
    (here, number), (there, following) = _numbered(one.path, one.query), _numbered(other.path, other.query)
    return here == there and following == number + 1


def _numbered(path: str, query: str) -> tuple[tuple[str, str], int]:
    """An address without its page number, and that number."""
    parameters, names = parse_qsl(query), _parameters()
    number = next((value for name, value in parameters if name.lower() in names and value.isdecimal()), "")
    rest = urlencode([(name, value) for name, value in parameters if name.lower() not in names])
    found = _number().search(path)
    if found and not number:
        number, path = found[1], path[: found.start()] + path[found.end() :]
    return (path.rstrip("/"), rest), int(number[:6] or 1)


@cache
def _parameters() -> frozenset[str]:
    words = everywhere()
    return frozenset((*words.page_words, *words.part_words, *_SHORT, "pg"))


@cache
def _number() -> re.Pattern[str]:
    words = everywhere()
    page = any_of(words.page_words, words.part_words, _SHORT)
    return re.compile(rf"(?:[-/_,.]?{page})?[-/_,.=]?(\d{{1,2}})(?=/?$|\.\w{{2,5}}$)", re.I)


def _joined(article: Article, page: Article) -> Article:
    """Both texts as one; what the first page says already (a lead, a box) is not said again."""
    known = set(article.text.split("\n\n"))
    text, headings = article.text, list(article.headings)
    for start, paragraph in _paragraphs(page.text):
        if paragraph in known:
            continue
        if Span(start, start + len(paragraph)) in page.headings:
            headings.append(Span(len(text) + 2, len(text) + 2 + len(paragraph)))
        text += f"\n\n{paragraph}"
    removed = dict.fromkeys((*article.removed, *page.removed))
    captions = dict.fromkeys((*article.captions, *page.captions))
    return replace(
        article,
        text=text,
        headings=tuple(headings),
        removed=tuple(removed),
        captions=tuple(captions),
        missing=page.missing,
    )


def _paragraphs(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for paragraph in text.split("\n\n"):
        found.append((start, paragraph))
        start += len(paragraph) + 2
    return found

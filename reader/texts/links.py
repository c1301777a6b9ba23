"""The links of an article in the order of its text: those kept with its words, and addresses written out."""

import re
from collections.abc import Iterator

from reader.models import Article, Link, Span

_ADDRESS = re.compile(r"https?://[^\s<>\"'„“”«»]{3,2000}")
_BEHIND = ".,;:!?…)]}"
"""Signs behind an address that belong to the sentence; a bracket opened inside the address stays."""


def links_in(article: Article) -> tuple[Link, ...]:
    """Every link, where it stands in the text."""
    kept = {link.span.start: link for link in article.links}
    written = {link.span.start: link for link in _written(article.text) if not _is_inside(link, article)}
    return tuple(link for _, link in sorted((kept | written).items()))


def _is_inside(link: Link, article: Article) -> bool:
    return any(one.span.start <= link.span.start < one.span.end for one in article.links)


def _written(text: str) -> Iterator[Link]:
    for found in _ADDRESS.finditer(text):
        address = found[0]
        while address[-1] in _BEHIND and not (address[-1] == ")" and "(" in address):
            address = address[:-1]
        if address.isprintable():
            yield Link(Span(found.start(), found.start() + len(address)), address)

"""The lines of a page that hold links, as a browser shows them."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.ingest.characters import tidy
from reader.ingest.dropped import BOXES, UNSEEN, events_of
from reader.ingest.links import LinkedLine, web_address
from reader.models import Link, Span

_SPACE = re.compile(r"\s+")


def linked_lines(tree: HtmlElement, base: str) -> tuple[LinkedLine, ...]:
    """The lines of a page that hold links, addresses resolved against `base`."""
    return tuple(line for line in map(_line, _runs(tree, base)) if line.links)


Run = list[tuple[str, str]]
"""Pieces of a line with the address of the link they stand in, or ""."""


def _runs(tree: HtmlElement, base: str) -> Iterator[Run]:
    """The pieces of each line, a box beginning a new one; without recursion, since pages nest deeply."""
    run: Run = []
    hidden, address = 0, ""
    for event, element in events_of(tree):
        if element.tag in BOXES:
            yield run
            run = []
        begins = event == "start"
        if element.tag in UNSEEN:
            hidden += 1 if begins else -1
        if element.tag == "a":
            address = web_address(base, element.get("href") or "") if begins else ""
        piece = element.text if begins else (element.tail if element is not tree else "")
        if piece and not hidden:
            run.append((piece, address))
    yield run


def _line(run: Run) -> LinkedLine:
    """The pieces as one line with single spaces."""
    text, links = "", list[Link]()
    for written, address in run if any(address for _, address in run) else ():
        piece = _SPACE.sub(" ", tidy(written))
        piece = piece.lstrip() if not text or text.endswith(" ") else piece
        start, text = len(text), text + piece
        end = start + len(piece.rstrip())
        start += len(piece) - len(piece.lstrip())
        if not address or start >= end:
            continue
        before = links[-1] if links else None
        # "<a>the <b>mayor</b></a>" is one link of two pieces.
        if before and before.address == address and not text[before.span.end : start].strip():
            links[-1] = Link(Span(before.span.start, end), address)
        else:
            links.append(Link(Span(start, end), address))
    return LinkedLine(text.rstrip(), tuple(links))

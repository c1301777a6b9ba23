"""The links of a page or a Markdown text, kept with the words of the article that they stand on.

The text of a page comes out of several hands, so a link is found again by the whole line it stands in, or by
the words around it: the same word in a menu is another one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from reader.addresses import without_login, without_trackers
from reader.models import Link, Span

MOST_LINKS = 500
"""Links kept of one article (chosen by hand)."""
_LONGEST_ADDRESS = 2_000
"""Characters; a longer address is data (chosen by hand)."""
_MOST_SEARCHED = 50_000_000
"""Characters searched for links whose line is not in the text: half a second (chosen by hand)."""
_AROUND = 24
"""Characters beside a link by which it is found where its line stands in no text (chosen by hand)."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class LinkedLine:
    """A line of text as a browser shows it, with its links."""

    text: str
    links: tuple[Link, ...]
    """Their spans count in `text`."""


def web_address(base: str, written: str) -> str:
    """The address on the web that a link leads to, "" for any other, and for a place on the same page."""
    written = written.strip()
    if not written or written.startswith("#") or len(written) > _LONGEST_ADDRESS:
        return ""
    try:
        address = urljoin(base, written)
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
    except ValueError:  # brackets that are no IPv6 address
        return ""
    if any(sign.isspace() or not sign.isprintable() for sign in address):
        return ""
    return without_login(without_trackers(address))


def placed(lines: Iterable[LinkedLine], text: str) -> tuple[Link, ...]:
    """The links that stand in `text`, with their spans there, in its order."""
    found: dict[Span, Link] = {}
    places = _places_in(text)
    at, looks = 0, _MOST_SEARCHED // (len(text) + 1)
    for line in lines:
        start = _place_of(places.get(line.text, []), at)
        for link in line.links:
            if start >= 0:
                span: Span | None = _shifted(link.span, start)
            else:
                looks -= 1
                span = _found_again(line.text, link.span, text, at) if looks > 0 else None
            if span is not None and _WORD.search(text, *span):
                found.setdefault(span, Link(span, link.address))
        at = start + len(line.text) if start >= 0 else at
    return tuple(sorted(found.values()))[:MOST_LINKS]


def _places_in(text: str) -> dict[str, list[int]]:
    """Where each paragraph of a text stands."""
    places: dict[str, list[int]] = {}
    at = 0
    for line in text.split("\n"):
        places.setdefault(line, []).append(at)
        at += len(line) + 1
    return places


def _place_of(places: list[int], at: int) -> int:
    """The first place from `at` on, else the first of all; -1 where there is none."""
    return next((place for place in places if place >= at), places[0] if places else -1)


def _shifted(span: Span, start: int) -> Span:
    return Span(span.start + start, span.end + start)


def _found_again(line: str, span: Span, text: str, at: int) -> Span | None:
    """Where the words of a link stand with the same words on at least one side."""
    start, end = span
    if not _WORD.search(line[:start] + line[end:]):
        return _in_a_cell(line[start:end], text, at)
    before, after = line[max(0, start - _AROUND) : start], line[end : end + _AROUND]
    for left, right in ((before, after), (before, ""), ("", after)):
        if not _WORD.search(left + right):
            continue
        window = left + line[start:end] + right
        place = text.find(window, at)
        place = place if place >= 0 else text.find(window)
        if place >= 0:
            return Span(place + len(left), place + len(left) + end - start)
    return None


def _in_a_cell(words: str, text: str, at: int) -> Span | None:
    """Where words are the whole of a cell in a table, whose cells a text divides by strokes."""
    cell = re.compile(rf"(?:(?<=\n)|(?<=\| )|\A){re.escape(words)}(?= \||\n|\Z)")
    found = next((one for one in cell.finditer(text, at) if _has_stroke(text, one.span())), None)
    return Span(*found.span()) if found else None


def _has_stroke(text: str, span: tuple[int, int]) -> bool:
    return text[: span[0]].endswith("| ") or text.startswith(" |", span[1])

"""A text that a page divides into several boxes of one name, with advertising between, joined in the first.

Whoever looks for the one box that is the article would take the first or the longest of them.
"""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from reader.ingest.word_counts import count_words

_FEWEST_WORDS = 10
"""Words of a paragraph that makes a box a part of a text (chosen by hand)."""
_LEAST_TEXT = 60
"""Words of all the parts together at least (chosen by hand)."""
_LEVELS = 3
"""Levels from a part up to the box that holds them all, at most (chosen by hand)."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "time")
_OUTSIDE = ("aside", "footer", "nav", "form", "li", "table")
_OTHERS = re.compile(
    r"comment|kommentar|teaser|related|card|item|answer|reply|post-|entry-summary|excerpt", re.I
)
"""In the names of boxes that stand in rows and are not one text."""


def join_parts(tree: HtmlElement) -> None:
    """Move the paragraphs of later boxes of a name into the first, where they are one text."""
    groups: dict[tuple[str, str], list[HtmlElement]] = {}
    for box in tree.iter("div", "section"):
        name = box.get("class") or ""
        if name and not _OTHERS.search(name) and _has_paragraph(box):
            groups.setdefault((box.tag, name), []).append(box)
    parts = max((group for group in groups.values() if len(group) > 1), key=_words_of_all, default=[])
    if parts and _words_of_all(parts) >= _LEAST_TEXT and _are_one_text(parts):
        for box in parts[1:]:
            for child in list(box):
                parts[0].append(child)


def _has_paragraph(box: HtmlElement) -> bool:
    outside = next(box.iterancestors(*_OUTSIDE), None) is not None
    return not outside and any(count_words(p.text_content()) >= _FEWEST_WORDS for p in box.findall("p"))


def _words_of_all(parts: Sequence[HtmlElement]) -> int:
    return sum(count_words(part.text_content()) for part in parts)


def _are_one_text(parts: Sequence[HtmlElement]) -> bool:
    """Whether the parts stand near each other in one box, none in another, without a heading between them."""
    around, whole = _common(parts), set(parts)
    if around is None or any(one in whole for part in parts for one in part.iterancestors()):
        return False
    inside = {one for part in parts for one in part.iter()}
    places = {one: at for at, one in enumerate(around.iter())}
    headings = [one for one in around.iter(*_HEADINGS) if one not in inside]
    # A headline may stand in the same box, above the first part.
    return all(places[one] < places[parts[0]] for one in headings)


def _common(parts: Sequence[HtmlElement]) -> HtmlElement | None:
    """The nearest element around all parts, if it is near to each of them."""
    for around in list(parts[0].iterancestors())[:_LEVELS]:
        if all(around in list(part.iterancestors())[:_LEVELS] for part in parts[1:]):
            return around
    return None

"""What an article is called, of all that its page calls it, and the kicker above the title."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml.html import HtmlElement

from reader.ingest.characters import one_line
from reader.ingest.credits import is_section

_SUFFIX = re.compile(r"\s+(?:[|·•–—«»:]|-{1,2})\s+(?P<end>[^|·•–—«»]{2,40})$")
_PREFIX = re.compile(r"(?P<end>[^|·•–—«»:]{4,40}?)(?::|\s+[|·•–—]|\s+-)\s+(?=\S+\s)")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_BETWEEN = re.compile(r"\s+(?:[|·•–—«»:]|-{1,2})\s+")
_FIRST_HEADINGS = 8
"""Headings of a page without h1 among which its headline stands (chosen by hand)."""
_KICKER = re.compile(
    r"kicker|top-?line|over-?line|dachzeile|spitzmarke|roof-?line|eyebrow|sur-?titre|antet[ií]tulo|occhiello"
    r"|pre-?(?:title|headline)|super-?title|bovenkop|nadtytu[lł]",
    re.IGNORECASE,
)
"""Names of the line above a headline, as classes have them, in the languages of the press."""
_KICKER_WORDS = 8
"""Words of a kicker at most (chosen by hand)."""
_OUTLET_WORDS = 4
"""Words of an outlet's name at most (chosen by hand)."""
_AKIN = 0.5
"""Share of words that a heading and the stated title have in common (chosen by hand)."""


def title_and_kicker(tree: HtmlElement, stated: Sequence[str], outlet: str) -> tuple[str, str]:
    """The headline a reader sees, if it says what a stated one says; the kicker in an element of its own.

    `stated` are titles by the page's data, the surest first; the outlet's name does not belong to it.
    """
    written = one_line(tree.findtext(".//title"))
    shown = [heading for heading in tree.iter("h1") if heading.text_content().strip()]
    shown = shown or _named_in(written, tree)
    title = _without_outlet(one_line(_stated(stated, written, shown)), outlet)
    if title and (kicker := _kicker(shown, title)):
        return title, kicker
    called = {letters(_without_outlet(one_line(one), outlet)) for one in (*stated, title)}
    for heading in shown:
        kicker, rest = _named_kicker(heading)
        if kicker and (not title or letters(rest) in called):
            return rest, kicker
    words = [one_line(heading.text_content()) for heading in shown]
    akin = [
        heading
        for heading in words
        if (" " in heading and (not title or _overlap(heading, title) > _AKIN))
        or heading == title
        or _is_before_outlet(heading, title, outlet)
    ]
    # "Deich: Rat stimmt zu" may be written without the colon, in two lines
    is_same = bool(akin) and letters(akin[0]) == letters(title)
    return (title if is_same or not akin else akin[0]), ""


def _is_before_outlet(heading: str, title: str, outlet: str) -> bool:
    """Whether a title is a heading with something behind it: "Deich – Nachrichten für Stadt und Land"."""
    first = _BETWEEN.split(title)[0]
    return first != title and letters(first) == letters(heading) and not _are_akin(heading, outlet)


def _named_in(title: str, tree: HtmlElement) -> list[HtmlElement]:
    """Of a page without h1, the heading that its title names: "Druckversion - Rat stimmt zu - Kurier"."""
    parts = {letters(part) for part in _BETWEEN.split(title)} - {""}
    headings = islice(tree.iter("h2", "h3", "h4"), _FIRST_HEADINGS)
    return [
        one for one in headings if " " in one.text_content().strip() and letters(one.text_content()) in parts
    ]


def _stated(stated: Iterable[str], written: str, shown: Iterable[HtmlElement]) -> str:
    """What the page's data call it, if they share a word with its headline or title; else the title.

    In encyclopedias "headline" describes the thing, and "name" is the title.
    """
    seen = " ".join([written, *(heading.text_content() for heading in shown)])
    return next((one for one in stated if one and (not seen.strip() or _overlap(one, seen) > 0)), written)


def _kicker(shown: Iterable[HtmlElement], title: str) -> str:
    """The kicker in a headline, of which one element says the title and another stands before it."""
    for heading in shown:
        pieces = [(child, one_line(child.text_content())) for child in heading.iter() if child is not heading]
        if (heading.text or "").strip() or not any(letters(words) == letters(title) for _, words in pieces):
            continue
        first = next((words for child, words in pieces if words and child.getparent() is heading), "")
        if first and letters(first) != letters(title) and len(first.split()) <= _KICKER_WORDS:
            return first.rstrip(": ")
    return ""


def _named_kicker(heading: HtmlElement) -> tuple[str, str]:
    """The kicker that a headline begins with, in an element called so, and the headline without it."""
    first = next((child for child in heading.iter() if child is not heading and _is_named(child)), None)
    kicker = one_line(first.text_content()) if first is not None else ""
    rest = one_line(heading.text_content()).removeprefix(kicker).lstrip(" :|–-")
    is_short = bool(kicker) and len(kicker.split()) <= _KICKER_WORDS
    return (kicker.rstrip(": "), rest) if is_short and len(rest.split()) > 1 else ("", "")


def _is_named(element: HtmlElement) -> bool:
    return isinstance(element.tag, str) and _KICKER.search(element.get("class") or "") is not None


def outlet_behind(tree: HtmlElement, host: str) -> str:
    """The outlet that the page's title names behind the headline: "Deich wird höher – Küstenblog".

    Where the page's host is known, it must be akin to the name: "| Politik" is none.
    """
    written = one_line(tree.findtext(".//title"))
    behind = _SUFFIX.search(written)
    if behind is None or is_section(behind["end"]) or len(behind["end"].split()) > _OUTLET_WORDS:
        return ""
    shown = {letters(heading.text_content()) for heading in tree.iter("h1")}
    is_headline = letters(written[: behind.start()]) in shown
    return behind["end"] if is_headline and (not host or _are_akin(behind["end"], host)) else ""


def letters(text: str) -> str:
    """The letters and figures of `text` in lower case: what two titles that say the same have in common."""
    return "".join(filter(str.isalnum, text.lower()))


def _without_outlet(title: str, outlet: str) -> str:
    """`title` without the outlet's name behind or before it."""
    behind, before = _SUFFIX.search(title), _PREFIX.match(title)
    if behind and _are_akin(behind["end"], outlet):
        return title[: behind.start()]
    return title[before.end() :] if before and _are_akin(before["end"], outlet) else title


def _are_akin(name: str, outlet: str) -> bool:
    one, other = (re.sub(r"\W|online|\.\w+$", "", _in_ascii(part)) for part in (name, outlet))
    return bool(one and other) and (one in other or other in one)


def _in_ascii(name: str) -> str:
    """A name as addresses write it: "küstenkurier" is "kuestenkurier"."""
    return name.lower().translate(_UMLAUTS)


def _overlap(one: str, other: str) -> float:
    """Share of the shorter title's words that the other has too."""
    words, others = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(words & others) / max(1, min(len(words), len(others)))

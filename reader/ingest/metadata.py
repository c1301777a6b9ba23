"""What a page says about its article: JSON-LD, then meta and OpenGraph, then the page's own elements."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from reader.ingest.blocks import StatedMetadata
from reader.ingest.characters import tidy
from reader.ingest.credits import in_mixed_case, lone_name
from reader.ingest.dates import iso_time
from reader.languages.press import any_of, everywhere

_DEEPEST = 4
"""Levels of lists and graphs in JSON-LD (chosen by hand)."""
_AKIN = 0.5
"""Share of words that a heading and the stated title have in common (chosen by hand)."""
_ARTICLE_TYPES = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|\w*NewsArticle|Interview|Review)$")
_AUTHOR_NAMES = ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator")
_DATE_NAMES = (
    *("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created"),
    *("pubdate", "publishdate", "pdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"),
)
_AUTHORS = (
    "//a[@rel='author'] | //*[@itemprop='author']//*[@itemprop='name']"
    " | (//article | //main)//*[contains(concat(' ', @class, ' '), ' author ')]//a"
)
_TRACKER = re.compile(
    r"(?<=[?&])(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|wt_\w+|xtor|ref_src)=[^&]*", re.I
)
_STUB_WORDS = 200
"""What pages give away of an article for subscribers is shorter; the rest of it mostly longer."""
_WRAPPING = re.compile(
    r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*;?\s*$"
)
"""What hides JSON-LD from old browsers."""
_SUFFIX = re.compile(r"\s+(?:[|·•–—«»:]|-{1,2})\s+(?P<end>[^|·•–—«»]{2,40})$")
_PREFIX = re.compile(r"(?P<end>[^|·•–—«»:]{4,40}?)(?::|\s+[|·•–—]|\s+-)\s+(?=\S+\s)")
_NO_NAMES = ("admin", "none", "null", "undefined")
"""What content systems write where there is no author."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What a page states, by source: the article's JSON-LD object and its meta elements."""

    linked: dict[str, Any] = field(default_factory=dict)
    """The JSON-LD object of the article."""
    meta: dict[str, str] = field(default_factory=dict)
    """Meta elements by property, name or itemprop in lower case; the first of a name counts."""

    def body(self) -> str:
        """The article's text as JSON-LD gives it, or ""."""
        return _words(self.linked.get("articleBody"))

    def is_cut_short(self, words: int) -> bool:
        """Whether the page is for subscribers, and `words` are too few for the article."""
        closed = str(
            self.linked.get("isAccessibleForFree", self.meta.get("article:content_tier", ""))
        ).lower()
        if not (closed in ("false", "locked") or closed.endswith("/false")):
            return False
        whole = str(self.linked.get("wordCount", ""))
        return words < (0.7 * int(whole[:6]) if whole.isdecimal() else _STUB_WORDS)


def statements_of(tree: HtmlElement) -> Statements:
    """Read the page's JSON-LD and meta elements; what is malformed counts as absent."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if name and element.get("content"):
            meta.setdefault(name.lower(), element.get("content", "").strip())
    objects = list(_objects(tree))
    articles = [found for found in objects if _ARTICLE_TYPES.match(_type_of(found))]
    return Statements(_resolved(max(articles, key=len, default={}), objects), meta)


def _resolved(article: dict[str, Any], objects: list[dict[str, Any]]) -> dict[str, Any]:
    """The article with its author and publisher where it only names their `@id` in the same page."""
    by_id = {found["@id"]: found for found in objects if isinstance(found.get("@id"), str)}

    def resolved(value: Any) -> Any:
        if isinstance(value, list):
            return [resolved(item) for item in value]
        is_pointer = isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str)
        return by_id.get(value["@id"], value) if is_pointer else value

    return article | {name: resolved(article[name]) for name in ("author", "publisher") if name in article}


def known_of(tree: HtmlElement, said: Statements, address: str) -> StatedMetadata:
    """Title, byline, outlet, section, date, language and address, as well as the page tells them."""
    linked, meta = said.linked, said.meta
    outlet = _first(
        _names(linked.get("publisher"), 1), meta.get("og:site_name"), meta.get("application-name")
    )
    outlet = outlet or _host(address)
    return StatedMetadata(
        title=_title(tree, _words(linked.get("headline")) or meta.get("og:title", ""), outlet),
        byline=_byline(tree, said, outlet),
        outlet=outlet,
        section=_first(_words(linked.get("articleSection")), meta.get("article:section")),
        url=_canonical(tree, said, address),
        published=_published(tree, said),
        language=_first(
            tree.get("lang"), tree.get("xml:lang"), _words(linked.get("inLanguage")), meta.get("og:locale")
        ),
    )


def _objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _unfolded(_parsed(script.text or ""), 0)


def _parsed(text: str) -> Any:
    text = _WRAPPING.sub("", text)
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _unfolded(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object in lists and graphs, four levels down."""
    if isinstance(value, list) and depth < _DEEPEST:
        for item in value:
            yield from _unfolded(item, depth + 1)
    if isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "itemListElement"):
            if depth < _DEEPEST:
                yield from _unfolded(value.get(name), depth + 1)


def _type_of(found: dict[str, Any]) -> str:
    kind = found.get("@type", "")
    return str(kind[0] if isinstance(kind, list) and kind else kind).rsplit("/", 1)[-1]


def _words(value: Any) -> str:
    """The text of a JSON-LD value, the first of a list."""
    if isinstance(value, list):
        return next((words for item in value if (words := _words(item))), "")
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    return tidy(value).strip() if isinstance(value, str) else ""


def _names(value: Any, most: int = 8) -> str:
    """Names of people or organisations, divided by commas."""
    values = value if isinstance(value, list) else [value]
    names = [name for item in values if (name := _words(item)) and not _no_name().search(name)]
    return ", ".join(dict.fromkeys(names[:most]))


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(rf"https?://|@|^{any_of(everywhere().no_authors, _NO_NAMES)}$", re.IGNORECASE)


def _first(*values: str | None) -> str:
    return next((" ".join(tidy(value).split()) for value in values if value and value.strip()), "")


def _title(tree: HtmlElement, stated: str, outlet: str) -> str:
    """The headline a reader sees, if it says the same as the stated one; without the outlet's name."""
    if not stated:
        stated = _first(tree.findtext(".//title"))
    stated = _without_outlet(_first(stated), outlet)
    shown = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    akin = [
        heading
        for heading in shown
        if len(heading.split()) > 1 and (not stated or _overlap(heading, stated) > _AKIN)
    ]
    return _first(akin[0]) if akin else stated


def _without_outlet(title: str, outlet: str) -> str:
    """`title` without the outlet's name behind or before it."""
    behind, before = _SUFFIX.search(title), _PREFIX.match(title)
    if behind and _are_akin(behind["end"], outlet):
        return title[: behind.start()]
    return title[before.end() :] if before and _are_akin(before["end"], outlet) else title


def _are_akin(name: str, outlet: str) -> bool:
    one, other = (re.sub(r"\W|online|\.\w+$", "", part.lower()) for part in (name, outlet))
    return bool(one and other) and (one in other or other in one)


def _overlap(one: str, other: str) -> float:
    """Share of the shorter title's words that the other has too."""
    words, others = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(words & others) / max(1, min(len(words), len(others)))


def _byline(tree: HtmlElement, said: Statements, outlet: str) -> str:
    stated = (said.linked.get("author"), *(said.meta.get(name) for name in _AUTHOR_NAMES))
    names = next((names for value in stated if (names := _names(value))), "")
    if not names:
        found = (" ".join(link.text_content().split()) for link in tree.xpath(_AUTHORS))
        names = _names([name for name in found if lone_name(name)], 4)
    names = re.sub(rf"^{any_of(everywhere().by)}\s+", "", names, flags=re.IGNORECASE)
    names = in_mixed_case(names)
    return "" if names.lower() == outlet.lower() else names


def _published(tree: HtmlElement, said: Statements) -> str:
    stated = [_words(said.linked.get("datePublished")), *(said.meta.get(name, "") for name in _DATE_NAMES)]
    stated += [element.get("datetime") or "" for element in _first_times(tree)]
    return next((when for value in stated if value and (when := iso_time(value))), "")


def _first_times(tree: HtmlElement) -> Iterable[HtmlElement]:
    inside = tree.xpath("(//article | //main)//time[@datetime]")
    return list(inside or tree.xpath("//time[@datetime][@pubdate]"))[:1]


def _canonical(tree: HtmlElement, said: Statements, address: str) -> str:
    """The article's lasting address: the canonical one, else the given one without what trackers add."""
    links = [
        link.get("href", "") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    stated = _first(*links, said.meta.get("og:url"))
    try:
        whole = urljoin(address, stated)
        usable = whole.startswith(("http://", "https://")) and urlsplit(whole).path.strip("/")
    except ValueError:  # brackets that are no IPv6 address
        usable = ""
    return _without_trackers(whole if usable else address)


def _without_trackers(address: str) -> str:
    bare = _TRACKER.sub("", address.split("#", 1)[0])
    return re.sub(r"\?&+", "?", bare).rstrip("?&")


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

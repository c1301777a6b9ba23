"""What a page says about its article: JSON-LD, then meta and OpenGraph, then the page's own elements."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lxml.html import HtmlElement

from reader.ingest.blocks import StatedMetadata
from reader.ingest.characters import one_line, tidy
from reader.ingest.credits import in_mixed_case, lone_name
from reader.ingest.dates import iso_time
from reader.ingest.page_address import canonical, host_of
from reader.ingest.page_head import byline_in_head, date_in_head
from reader.ingest.page_title import letters, outlet_behind, title_and_kicker
from reader.languages.press import any_of, everywhere

_DEEPEST = 4
"""Levels of lists and graphs in JSON-LD (chosen by hand)."""
_ARTICLE_TYPES = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|\w*NewsArticle|Interview|Review)$")
_AUTHOR_NAMES = (
    *(
        "author",
        "byl",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "article:author",
    ),
    *(  # not shown
        "twitter:misc:written by",  # not shown
        "citation_author",
        "cxenseparse:author",
        "article.author",
        "creator",
    ),
)
_LABELLED_AUTHORS = (  # not shown
    "written by",
    "geschrieben von",
    "verfasst von",
    "écrit par",
    "escrito por",
    "scritto da",
)
"""What `twitter:label1` says where `twitter:data1` names who wrote it."""
_DATE_NAMES = (
    *("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created"),
    *("pubdate", "publishdate", "pdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"),
    *("article:published:time", "og:published_time", "og:article:published_time", "publish-date", "pub_date"),
    *("publication_date", "publicationdate", "article_date_original", "dc.date.created", "dc.created"),
    *(
        "citation_publication_date",
        "citation_date",
        "rnews:datepublished",
        "published_time",
        "date_published",
    ),
    *("originalpublicationdate", "last-modified-original", "datecreated", "release_date", "created"),
)
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_AUTHORS = (
    "//a[@rel='author'] | //*[@itemprop='author']//*[@itemprop='name']"
    " | (//article | //main)//*[contains(concat(' ', @class, ' '), ' author ')]//a"
)
_STUB_WORDS = 200
"""What pages give away of an article for subscribers is shorter; the rest of it mostly longer."""
_WRAPPING = re.compile(
    r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*;?\s*$"
)
"""What hides JSON-LD from old browsers."""
_TOP_DOMAIN = re.compile(r"\.[a-z]{2,8}$|[ -]online$", re.IGNORECASE)
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

    def descriptions(self) -> tuple[str, ...]:
        """What the page says that the article is about, each once."""
        stated = (
            *(self.meta.get(name, "") for name in _DESCRIPTIONS),
            _words(self.linked.get("description")),
        )
        return tuple(dict.fromkeys(words for value in stated if (words := _first(value))))

    def is_of_article(self) -> bool:
        """Whether the page says that it is one article, not a list or a front page."""
        return bool(self.linked) or self.meta.get("og:type", "").lower() == "article"

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
    lasting = canonical(tree, meta.get("og:url", ""), address)
    host = host_of(lasting)
    outlet = outlet or outlet_behind(tree, host) or host
    title, kicker = title_and_kicker(tree, _titles(linked, meta), outlet)
    return StatedMetadata(
        title=title,
        byline=_byline(tree, said, outlet),
        outlet=outlet,
        section=kicker or _first(_words(linked.get("articleSection")), meta.get("article:section")),
        url=lasting,
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


def _titles(linked: Mapping[str, Any], meta: Mapping[str, str]) -> tuple[str, ...]:
    """What the page's data call the article."""
    return _words(linked.get("headline")), meta.get("og:title", ""), _words(linked.get("name"))


_GIVEN_BEHIND = re.compile(r"(?:von|van|de|di)\s(?:(?:der|den|dem|la)\s)?[^\W\d_][\w'’-]*,\s*[^\W\d_][\w-]*$")
"""A name whose family stands first, with a small word that is a part of it: "von der Heide, Anna"."""


def _first(*values: str | None) -> str:
    return next((" ".join(tidy(value).split()) for value in values if value and value.strip()), "")


def _byline(tree: HtmlElement, said: Statements, outlet: str) -> str:
    labelled = said.meta.get("twitter:label1", "").lower().rstrip(":") in _LABELLED_AUTHORS
    linked = said.linked.get("author")
    is_company = _is_company(linked)
    stated = [None if is_company else linked, *(said.meta.get(name) for name in _AUTHOR_NAMES)]
    stated += [said.meta.get("twitter:data1")] if labelled else []
    # An outlet is no person: where it stands as its own author, others may be named elsewhere.
    persons = (names for value in stated if (names := _names(value)) and not _is_outlet(names, outlet))
    names = next(persons, "")
    if not names:
        found = (" ".join(link.text_content().split()) for link in tree.xpath(_AUTHORS))
        names = _names([name for name in found if lone_name(name)], 4)
    names = names or byline_in_head(tree) or (_names(linked) if is_company else "")
    if not _GIVEN_BEHIND.match(names):
        # "von" before a name is a word of the line; before one word alone it is a part: "von Arnim".
        names = re.sub(rf"^{any_of(everywhere().by)}\s+(?=\S+\s+\S)", "", names, flags=re.IGNORECASE)
    names = _without_outlet(in_mixed_case(names), tree, outlet)
    return "" if _is_outlet(names, outlet) else names


def _without_outlet(names: str, tree: HtmlElement, outlet: str) -> str:
    """`names` without the outlet behind them, as the page's title ends: "Eva Ahrens, NORDER BOTE"."""
    persons, _, last = names.rpartition(",")
    ending = re.split(r"\s[|·•–—-]\s", one_line(tree.findtext(".//title")))
    outlets = {letters(outlet), *(letters(part) for part in ending[1:])}
    return persons.strip() if persons.strip() and letters(last) in outlets - {""} else names


def _is_company(author: Any) -> bool:
    """Whether the page's data name no person but an outlet or agency: persons may stand in its head."""
    authors = author if isinstance(author, list) else [author]
    return all(isinstance(one, dict) and "Organization" in _type_of(one) for one in authors)


def _is_outlet(names: str, outlet: str) -> bool:
    """Whether names are those of the outlet: "nordschau" is "nordschau.de"."""
    bare = _TOP_DOMAIN.sub("", outlet)
    return letters(names) in {letters(outlet), letters(bare)} - {""}


def _published(tree: HtmlElement, said: Statements) -> str:
    stated = [_words(said.linked.get("datePublished")), *(said.meta.get(name, "") for name in _DATE_NAMES)]
    stated += [element.get("datetime") or "" for element in _first_times(tree)]
    found = next((when for value in stated if value and (when := iso_time(value))), "")
    return found or date_in_head(tree)


def _first_times(tree: HtmlElement) -> Iterable[HtmlElement]:
    inside = tree.xpath("(//article | //main)//time[@datetime]")
    return list(inside or tree.xpath("//time[@datetime][@pubdate]"))[:1]

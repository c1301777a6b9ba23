"""CSL-JSON, as Zotero and Pandoc write it: an object for each reference."""

import re
from collections.abc import Mapping
from typing import Any

from reader.imports.plain_json import listed, objects, text
from reader.imports.references import byline, first, first_address, iso_day, language_code, reference
from reader.imports.values import Incoming, Reference


def is_one(value: Any) -> bool:
    """Whether a value is a list of CSL items."""
    items = _items(value)
    return bool(items) and all("type" in one and ("title" in one or "URL" in one) for one in items[:20])


def read(value: Any) -> Incoming:
    """The references of CSL-JSON."""
    return Incoming("CSL-JSON", references=tuple(map(_reference, _items(value))))


def _items(value: Any) -> list[dict[str, Any]]:
    inside = value.get("items", value) if isinstance(value, dict) else value
    return list(objects(inside))


def _reference(item: Mapping[str, Any]) -> Reference:
    facts = {
        "title": first(item, "title"),
        "byline": byline(_name(one) for one in objects(item.get("author"))),
        "outlet": first(item, "container-title", "publisher"),
        "published": _issued(item.get("issued")),
        "section": first(item, "section"),
        "language": language_code(first(item, "language")),
        "url": first_address(listed(item.get("URL"))),
    }
    keywords = re.split(r"\s*[,;]\s*", text(item.get("keyword")))
    return reference(facts, keywords, text(item.get("id")))


def _name(author: Mapping[str, Any]) -> str:
    particles = ("dropping-particle", "non-dropping-particle")
    parts = [text(author.get(name)) for name in ("given", *particles, "family", "suffix")]
    return text(author.get("literal")) or " ".join(part for part in parts if part)


def _issued(value: Any) -> str:
    if not isinstance(value, dict):
        return iso_day(text(value))
    parts = next(iter(listed(value.get("date-parts"))), None)
    if isinstance(parts, list) and parts:
        return iso_day("-".join(text(part) for part in parts[:3]))
    return iso_day(text(value.get("raw") or value.get("literal")))

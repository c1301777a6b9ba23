"""RIS for EndNote, Citavi and Zotero: a tag, two blanks, a dash and a value on each line.

Read by hand: the library for it drops an entry without an end, and lines with one blank.
"""

import re
from collections.abc import Iterator, Mapping

from reader.imports.references import byline, first, first_address, iso_day, language_code, reference, turned
from reader.imports.values import Incoming, Reference

_LINE = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?")
_NEWS = ("NEWS", "MGZN", "ELEC", "BLOG", "ICOMM")
"""Types in which SE is the section of a paper; in others it is a page."""
Fields = dict[str, list[str]]


def is_one(content: str) -> bool:
    """Whether a text is a list of references in RIS."""
    return re.match(r"\s*TY {1,2}- ?\w+[ \t]*\n(?:.*\n){0,200}?[A-Z][A-Z0-9] {1,2}-", content) is not None


def read(content: str) -> Incoming:
    """The references."""
    return Incoming("RIS", references=tuple(map(_reference, _entries(content))))


def _entries(content: str) -> Iterator[Fields]:
    fields: Fields = {}
    last = ""
    for line in content.split("\n"):
        found = _LINE.fullmatch(line.strip("\ufeff").rstrip())
        if found is None:
            if last and line.strip():
                fields[last][-1] += " " + line.strip()  # a value that its program broke into lines
            continue
        last, value = found[1], (found[2] or "").strip()
        if last in ("TY", "ER") and fields:
            yield fields
            fields = {}
        if last == "ER":
            last = ""
        else:
            fields.setdefault(last, []).append(value)
    if fields:
        yield fields


def _reference(fields: Mapping[str, list[str]]) -> Reference:
    is_news = first(fields, "TY") in _NEWS
    names = fields.get("AU") or fields.get("A1") or []
    facts = {
        "title": first(fields, "TI", "T1", "CT"),
        "byline": byline(map(turned, names)),
        "outlet": first(fields, "T2", "JF", "JO", "JA", "PB"),
        "published": next((day for tag in ("DA", "PY", "Y1") if (day := iso_day(first(fields, tag)))), ""),
        "section": first(fields, "SE") if is_news else "",
        "language": language_code(first(fields, "LA")),
        "url": first_address(fields.get("UR", [])),
    }
    return reference(facts, fields.get("KW", []), first(fields, "ID"))

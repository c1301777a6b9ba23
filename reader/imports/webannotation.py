"""W3C Web Annotation (JSON-LD), as Recogito, Apache Annotator, Zotero's plugins and reader write it.

The model allows a text, an object or a list nearly everywhere. https://www.w3.org/TR/annotation-model/
"""

import html
import re
from collections.abc import Iterator
from typing import Any

from reader.imports.grouping import by_text
from reader.imports.own_words import TYPES, facts_in, is_place, is_remark, quote_of
from reader.imports.plain_json import listed, number, objects, text, within
from reader.imports.values import Incoming, Marked, MarkedQuote
from reader.texts.locating import SoughtPassage

_COMMENTS = ("commenting", "describing", "replying", "questioning", "editing", "assessing", "")
_COLLECTIONS = ("items", "first", "@graph")
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"(?i)<(?:br|/p|/div|/li)\b[^<>]*>")


def is_one(value: Any) -> bool:
    """Whether a value is an annotation, a list or a collection of them."""
    if isinstance(value, list):
        return any(is_one(item) for item in value[:20])
    if not isinstance(value, dict):
        return False
    kinds = [text(kind).removeprefix("oa:") for kind in listed(value.get("type", value.get("@type")))]
    return any(kind in ("Annotation", "AnnotationCollection", "AnnotationPage") for kind in kinds)


def read(value: Any) -> Incoming:
    """The annotations, by the text that they are on."""
    found = [(address, one) for item in _annotations(value) for address, one in _annotation(item)]
    tools = [tool for item in _annotations(value) if (tool := text(within(item.get("generator"), "name")))]
    return Incoming(tools[0] if tools else "Web Annotation", by_text(found))  # not shown: a name


def _annotations(value: Any) -> Iterator[dict[str, Any]]:
    for item in objects(value):
        inside = [key for key in _COLLECTIONS if key in item and "target" not in item]
        if inside:
            for key in inside:
                yield from _annotations(item[key])
        elif "target" in item:
            yield item


def _annotation(item: dict[str, Any]) -> Iterator[tuple[tuple[str, str], Marked | MarkedQuote]]:
    """The annotation for each text that it is on: a few are on passages of two."""
    bodies = list(_bodies(item))
    targets: dict[tuple[str, str], list[SoughtPassage]] = {}
    for target in listed(item.get("target")):
        address, sought = _target(target)
        targets.setdefault(address, []).extend(sought)
    for address, parts in targets.items():
        yield address, _made(item, bodies, tuple(parts))


def _made(
    item: dict[str, Any], bodies: list[tuple[str, str]], sought: tuple[SoughtPassage, ...]
) -> Marked | MarkedQuote:
    kinds = [TYPES[value] for purpose, value in bodies if purpose == "classifying" and value in TYPES]
    described = [value for purpose, value in bodies if purpose == "describing"]
    remarks = [value for value in described if is_remark(value) or (kinds and is_place(value))]
    comments = [value for purpose, value in bodies if purpose in _COMMENTS and value not in remarks]
    mark = Marked(
        sought,
        body="\n\n".join(comments),
        tags=tuple(value for purpose, value in bodies if purpose == "tagging"),
        who=_name(item.get("creator")),
        created=text(item.get("created")),
        modified=text(item.get("modified")),
        uid=text(item.get("id", item.get("@id"))).removeprefix("urn:uuid:"),
        is_lost=bool(kinds) and all(one.start < 0 for one in sought),
    )
    if not kinds or not sought:
        return mark
    facts = next((known for value in described if (known := facts_in(value))), {})
    named = next((value for purpose, value in bodies if purpose == "identifying"), "")
    # The facts are a description of ours; a note may begin as they do ("status: offen").
    told = [value for value in described if facts_in(value)]
    notes = [
        value
        for purpose, value in bodies
        if purpose in _COMMENTS and value not in remarks and (purpose != "describing" or value not in told)
    ]
    return quote_of(mark, kinds[0], speaker=named, facts=facts, notes=notes)


def _bodies(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Purpose and value of each body; a tag may stand in a body that only names itself."""
    if value := text(item.get("bodyValue")):
        yield "commenting", value
    usual = _word(item.get("motivation"))
    for body in listed(item.get("body")):
        if isinstance(body, str):
            yield ("commenting" if "://" not in body[:9] else "linking"), text(body)
        elif isinstance(body, dict):
            value = text(body.get("value", body.get("chars", within(body, "source", "label"))))
            is_markup = "html" in text(body.get("format", body.get("dc:format")))
            purpose = _word(body.get("purpose")) or (usual if usual == "tagging" else "")
            if value.strip():
                yield purpose, _without_markup(value) if is_markup else value


def _word(value: Any) -> str:
    return text(next(iter(listed(value)), "")).removeprefix("oa:")


def _target(target: Any) -> tuple[tuple[str, str], list[SoughtPassage]]:
    """Address and title of the text, and the passage in it."""
    if not isinstance(target, dict):
        return (_bare(text(target)), ""), []
    source = target.get("source", target.get("id", target.get("annotation")))
    address = text(source.get("id")) if isinstance(source, dict) else text(source)
    title = text(within(target, "source", "title")) or text(within(target, "document", "title"))
    return (_bare(address), title), _passage(target.get("selector"))


def _passage(selector: Any) -> list[SoughtPassage]:
    exact, start = None, -1
    for one in _selectors(selector):
        kind = text(one.get("type", one.get("@type"))).removeprefix("oa:")
        if kind == "TextQuoteSelector" or "exact" in one or "quote" in one:
            exact = one
        if kind == "TextPositionSelector" or "start" in one:
            start = number(one.get("start"))
    if exact is None:
        return []
    words = text(exact.get("exact", exact.get("quote")))
    return (
        [SoughtPassage(words, text(exact.get("prefix")), text(exact.get("suffix")), start)]
        if words.strip()
        else []
    )


def _selectors(value: Any) -> Iterator[dict[str, Any]]:
    for one in objects(value):
        yield one
        if "refinedBy" in one:
            yield from _selectors(one["refinedBy"])


def _name(value: Any) -> str:
    for one in listed(value):
        name = (
            text(one.get("name", one.get("nickname", one.get("id")))) if isinstance(one, dict) else text(one)
        )
        if name:
            return name.removeprefix("acct:").removeprefix("mailto:").split("@")[0]
    return ""


def _bare(address: str) -> str:
    """An address without the words of a text fragment, which are those of the passage."""
    return re.sub(r"#?:~:text=.*$", "", address)


def _without_markup(value: str) -> str:
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", value))).strip()

"""What the Hypothesis client and its service export: JSON with all annotations, and a table."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reader.imports.grouping import by_text
from reader.imports.own_words import TYPES, is_remark, quote_of, says_lost, without_place
from reader.imports.plain_json import listed, number, objects, text, texts, within
from reader.imports.values import Incoming, Marked, MarkedQuote
from reader.texts.locating import SoughtPassage

TOOL = "Hypothesis"  # not shown: a name
COLUMNS = ("url", "quote/description", "comment")
"""Columns of the client's table, in small letters."""
_BOLD = "**"


def is_one(value: Any) -> bool:
    """Whether a value is an export of the client, or an answer of the service."""
    items = _items(value)
    return bool(items) and all("target" in item and "uri" in item for item in items[:20])


def _items(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        value = value.get("annotations", value.get("rows"))
    return list(objects(value)) if isinstance(value, list) else []


def read(value: Any) -> Incoming:
    """The annotations, by page; a reply stands where what it answers stands."""
    items = _items(value)
    by_id = {text(item.get("id")): item for item in items}
    is_ours = isinstance(value, dict) and value.get("client_version") == "reader"
    found = [(_page(item), _made(_marked(item, by_id), is_ours)) for item in items]
    return Incoming("reader" if is_ours else TOOL, by_text(found))


def _page(item: dict[str, Any]) -> tuple[str, str]:
    titles = texts(within(item, "document", "title"))
    return text(item.get("uri")), titles[0] if titles else ""


def _marked(item: dict[str, Any], by_id: Mapping[str, dict[str, Any]]) -> Marked:
    answered = next((by_id[text(one)] for one in listed(item.get("references")) if text(one) in by_id), None)
    sought = tuple(_passages(item)) or (tuple(_passages(answered)) if answered else ())
    return Marked(
        sought,
        body=text(item.get("text")).strip(),
        tags=texts(item.get("tags")),
        who=_user(item),
        created=text(item.get("created")),
        modified=text(item.get("updated")),
        uid=text(item.get("id")),
    )


def _passages(item: dict[str, Any]) -> Iterator[SoughtPassage]:
    for target in objects(item.get("target")):
        selectors = list(objects(target.get("selector")))
        places = [one for one in selectors if one.get("type") == "TextPositionSelector"]
        start = number(places[0].get("start")) if places else -1
        for one in selectors:
            if one.get("type") == "TextQuoteSelector" and text(one.get("exact")).strip():
                yield SoughtPassage(
                    text(one["exact"]), text(one.get("prefix")), text(one.get("suffix")), start
                )


def _user(item: dict[str, Any]) -> str:
    shown = text(within(item, "user_info", "display_name"))
    return shown or text(item.get("user")).removeprefix("acct:").split("@")[0]


def _made(mark: Marked, is_ours: bool) -> Marked | MarkedQuote:
    """A quote, where the first tag is a type and the comment begins as reader's does; else the mark."""
    kind = TYPES.get(mark.tags[0]) if mark.tags else None
    if kind is None or not mark.sought or not (is_ours or mark.body.startswith(_BOLD)):
        return mark
    paragraphs = mark.body.split("\n\n")
    first = paragraphs[0].strip()
    is_named = first.startswith(_BOLD) and first.endswith(_BOLD) and len(first) > 2 * len(_BOLD)
    rest = without_place(paragraphs[1:] if is_named else paragraphs)
    body = "\n\n".join(one for one in rest if not is_remark(one)).strip()
    bare = replace(mark, tags=mark.tags[1:], is_lost=says_lost(rest))
    return quote_of(bare, kind, speaker=first.strip("*") if is_named else "", notes=[body])


def read_rows(rows: list[dict[str, str]]) -> Incoming:
    """The annotations of the client's table, whose columns come in small letters."""
    marks = [_of_row(row) for row in rows]
    # Where one is a quote of ours with its speaker, those without a speaker are quotes too.
    is_ours = any(isinstance(_made(mark, is_ours=False), MarkedQuote) for mark in marks)
    found = [((row.get("url", ""), ""), _made(mark, is_ours)) for row, mark in zip(rows, marks, strict=True)]
    return Incoming(TOOL, by_text(found))


def _of_row(row: dict[str, str]) -> Marked:
    words = row.get("quote/description", "")
    is_passage = words.strip() and row.get("type", "").lower() != "page note"
    return Marked(
        (SoughtPassage(words),) if is_passage else (),
        body=row.get("comment", "").strip(),
        tags=tuple(tag.strip() for tag in row.get("tags", "").split(",") if tag.strip()),
        who=row.get("author", ""),
        created=row.get("created at", ""),
    )

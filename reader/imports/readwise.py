"""Readwise's tables: the one it exports, and the one it imports, which reader and others write.

https://docs.readwise.io/readwise/docs/importing-highlights/import-csv
"""

import re

from reader.imports.grouping import by_text
from reader.imports.own_words import TYPES, is_remark, quote_of, says_lost, without_place
from reader.imports.plain_json import number
from reader.imports.tables import Row
from reader.imports.values import Incoming, Marked, MarkedQuote
from reader.texts.locating import SoughtPassage

_INLINE_TAG = re.compile(r"\.(\S+)")
_HEADING = re.compile(rf"(?P<speaker>.*?) ?\((?P<type>{'|'.join(TYPES)})\)$")


def is_one(columns: set[str]) -> bool:
    """Whether a table has the columns of one of both."""
    known = {"title", "book title", "url", "location", "note"}  # not shown: columns
    return "highlight" in columns and bool(columns & known)


def read(rows: list[Row]) -> Incoming:
    """The highlights, by book or article."""
    found = [(_text(row), _made(row)) for row in rows if row.get("highlight", "").strip()]
    return Incoming("Readwise", by_text(found))  # not shown: a name


def _text(row: Row) -> tuple[str, str]:
    address = row.get("url", "") or row.get("source url", "")
    return address.strip(), (row.get("title") or row.get("book title") or "").strip()


def _made(row: Row) -> Marked | MarkedQuote:
    tags, note = _inline_tags(row.get("note", ""))
    tags += [tag.strip() for tag in row.get("tags", "").split(",") if tag.strip()]
    start = number(row.get("location", "")) if row.get("location type", "offset") == "offset" else -1
    mark = Marked(
        (SoughtPassage(row["highlight"].strip(), start=start),),
        body=note,
        tags=tuple(tags),
        created=row.get("date", "") or row.get("highlighted at", ""),
    )
    first, _, rest = note.partition("\n")
    heading = _HEADING.match(first.strip())
    if heading is None:
        return mark
    lines = without_place(rest.split("\n"))
    body = "\n".join(line for line in lines if not is_remark(line)).strip()
    bare = Marked(mark.sought, tags=mark.tags, is_lost=says_lost(lines))
    return quote_of(bare, TYPES[heading["type"]], speaker=heading["speaker"], notes=[body])


def _inline_tags(note: str) -> tuple[list[str], str]:
    """Tags that a note begins with (".politik .bau"), and what follows them."""
    first, _, rest = note.partition("\n")
    words = first.split()
    if not words or not all(_INLINE_TAG.fullmatch(word) for word in words):
        return [], note.strip()
    return [word[1:] for word in words], rest.strip()

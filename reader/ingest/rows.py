"""Tables whose rows are articles: JSON lines and CSV, by columns that a person names, or in our own shape.

archive.csv: headline,body -> --map title=headline --map text=body -> a part for each row
"""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from html import escape
from typing import Any, BinaryIO, NamedTuple

from reader.errors import IngestError, UsageError
from reader.i18n import _
from reader.ingest.blocks import StatedMetadata
from reader.ingest.dates import feed_time, find_date, iso_time, partial_date
from reader.ingest.for_import import refuse_for_import
from reader.ingest.own_shape import OWN, as_text, own_article
from reader.ingest.parts import FIELDS, Mapping, Table
from reader.ingest.plain import from_plain
from reader.models import Article

_HEAD = 200_000
"""Bytes from the beginning by which a table's separator and encoding are told."""
_LONGEST = 20_000_000
"""Bytes of a row."""
_SEPARATORS = ",;\t|"
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|a|em|strong|span)\b[^>]*>", re.IGNORECASE)
_LINE_BREAK = re.compile(r"\s*\n\s*")
_MOST_NAMED = 12
"""Columns that are named in a sentence."""


class RowPlace(NamedTuple):
    """A row of a table."""

    start: int
    end: int
    number: int
    """Counted from 1, without the line of names."""


def mapping_of(written: Sequence[str], fields: Sequence[str] = FIELDS) -> Mapping:
    """The mapping that `--map FIELD=COLUMN` options give. Raises UsageError for what is none."""
    found: dict[str, str] = {}
    for one in written:
        name, sign, column = (part.strip() for part in one.partition("="))
        if not sign or not column or name not in fields:
            raise UsageError(
                _(
                    "“{written}” does not say which column a field is in: write --map title=headline; "
                    "fields are {fields}."
                ).format(written=one, fields=", ".join(fields))
            )
        found[name] = column
    return tuple(found.items())


def table_of(stream: BinaryIO, location: str, suffix: str, mapping: Mapping) -> Table:
    """How the table in `stream` is read. Raises IngestError where nobody said what its columns are."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if not head.strip():
        raise IngestError(_("{location} is empty: there is nothing to import.").format(location=location))
    if suffix in (".jsonl", ".ndjson"):
        return _json_table(head, location, mapping)
    encoding = _encoding(head)
    text = head.decode(encoding, "replace")
    if not mapping:
        refuse_for_import(text.removeprefix("\ufeff").replace("\r\n", "\n"), location, suffix, "")
    separator = _separator(text)
    columns = next(csv.reader(text.splitlines(keepends=True), delimiter=separator), [])
    names = tuple(name.strip().removeprefix("\ufeff") for name in columns)
    return Table(names, _completed(mapping, names, location, _("a table")), separator, encoding)


def _json_table(head: bytes, location: str, mapping: Mapping) -> Table:
    line = next((line for line in head.split(b"\n") if line.strip()), b"")
    try:
        first = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise IngestError(
            _("{location} is no JSON lines: its first line is none.").format(location=location)
        ) from error
    names = tuple(_paths(first)) if isinstance(first, dict) else ()
    # our own lines need no mapping: one that is given is for the tables beside them
    if isinstance(first, dict) and first.keys() >= OWN:
        return Table((), ())
    return Table((), _completed(mapping, names, location, _("data (JSON lines)")))


def _paths(value: dict[str, Any], before: str = "") -> Iterator[str]:
    """The names in an object, those of objects inside it behind a full stop."""
    for name, inner in value.items():
        yield f"{before}{name}"
        if isinstance(inner, dict) and before.count(".") < 3:
            yield from _paths(inner, f"{before}{name}.")


def _completed(mapping: Mapping, names: Sequence[str], location: str, kind: str) -> Mapping:
    """The mapping, with columns that are called like a field; it must lead to a text."""
    known = dict(mapping)
    shown = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
    has = (
        _("{location} is {kind} with the columns {shown}").format(location=location, kind=kind, shown=shown)
        if names
        else _("{location} is {kind}").format(location=location, kind=kind)
    )
    if not mapping:
        raise IngestError(
            _("{told}: say which is what, such as --map title=headline --map text=body.").format(told=has)
        )
    if unknown := next((column for column in known.values() if names and column not in names), ""):
        raise IngestError(
            _("{told}, and none called “{unknown}”: name another one with --map.").format(
                told=has, unknown=unknown
            )
        )
    known = {name: name for name in FIELDS if name in names} | known
    if "text" not in known:
        raise IngestError(_("{told}: say which holds the text, such as --map text=body.").format(told=has))
    return tuple(known.items())


def _encoding(head: bytes) -> str:
    with suppress(UnicodeDecodeError):
        head[: head.rfind(b"\n") + 1 or None].decode("utf-8")
        return "utf-8"
    return "cp1252"


def _separator(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=first.count)


def rows_in(stream: BinaryIO, table: Table) -> Iterator[RowPlace]:
    """Where each row of a table begins and ends; a line end inside quotation marks ends none."""
    is_json = not table.columns
    start, at, number, inside = 0, 0, 0 if is_json else -1, False
    empty = True
    for line in stream:
        at += len(line)
        inside ^= not is_json and line.count(b'"') % 2 == 1
        empty = empty and not line.strip()
        if inside and at - start < _LONGEST:
            continue
        inside = False
        number += not empty
        if number > 0 and not empty:
            yield RowPlace(start, at, number)
        start, empty = at, True
    if at > start and not empty and number + 1 > 0:
        yield RowPlace(start, at, number + 1)


def values_of(data: bytes, table: Table, location: str) -> dict[str, str]:
    """What a row says, by field. Raises IngestError where the row is damaged."""
    row = _json_row(data, location) if not table.columns else _csv_row(data, table, location)
    return {field: value_in(row, column) for field, column in table.mapping}


def _json_row(data: bytes, location: str) -> dict[str, Any]:
    try:
        row = json.loads(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        raise IngestError(
            _("{location} is no JSON: the line is damaged.").format(location=location)
        ) from error
    if not isinstance(row, dict):
        raise IngestError(
            _("{location} is no object with names: an article has a text.").format(location=location)
        )
    return row


def _csv_row(data: bytes, table: Table, location: str) -> dict[str, Any]:
    csv.field_size_limit(_LONGEST)
    lines = data.decode(table.encoding, "replace").splitlines(keepends=True)
    try:
        cells = next(csv.reader(lines, delimiter=table.separator), [])
    except csv.Error as error:
        raise IngestError(
            _("{location} is damaged: {error}.").format(location=location, error=error)
        ) from error
    return dict(zip(table.columns, cells, strict=False))


def value_in(row: dict[str, Any], column: str) -> str:
    """What a row says in a column; a full stop leads into an object ("meta.date")."""
    value: Any = row.get(column)
    if value is None and "." in column:
        value = row
        for name in column.split("."):
            value = value.get(name) if isinstance(value, dict) else None
    return as_text(value)


def article_of(data: bytes, location: str, table: Table) -> Article:
    """The article in a row of a table."""
    if not table.mapping:
        return own_article(_json_row(data, location), location)
    said = values_of(data, table, location)
    text = said["text"].replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise IngestError(
            _("{location} has no text in the column “{column}”.").format(
                location=location, column=dict(table.mapping)["text"]
            )
        )
    line = {name: one_line(value) for name, value in said.items()}
    known = StatedMetadata(
        title=line.get("title", ""),
        byline=line.get("byline", ""),
        outlet=line.get("outlet", ""),
        section=line.get("section", ""),
        agency=line.get("agency", ""),
        url=said.get("url", "").strip(),
        published=day_of(said.get("published", "")),
        language=said.get("language", "").strip()[:2].lower(),
    )
    article = _read(text, known, location)
    given = {
        name: value
        for name in ("title", "byline", "outlet", "published", "url")
        if (value := getattr(known, name))
    }
    tags = tuple(filter(None, (tag.strip() for tag in re.split(r"[,;\n]", said.get("tags", "")))))
    return replace(article, **given, tags=tags, location=location, wall="")


def _read(text: str, known: StatedMetadata, location: str) -> Article:
    return from_markup(text, known, location) if has_markup(text) else from_plain(text, location, known)


def has_markup(text: str) -> bool:
    """Whether a text is a piece of a web page."""
    return _MARKUP.search(text) is not None


def from_markup(text: str, known: StatedMetadata, location: str) -> Article:
    """The article in a piece of a web page."""
    from reader.ingest.compose import compose
    from reader.ingest.markup_blocks import markup_blocks  # lxml: 30 ms

    title = f"<title>{escape(known.title)}</title>"
    return compose(markup_blocks(f"{title}<body>{text}".encode()), known, location)


def one_line(value: str) -> str:
    """A value of several lines as one, as of names below each other."""
    return _LINE_BREAK.sub(", ", value.strip())


def day_of(written: str) -> str:
    """When something was published, however a table writes it (ISO 8601); "" where it is no time."""
    value = written.strip()
    if value.isdigit() and len(value) in (10, 13):  # seconds or thousandths since 1970
        from datetime import UTC, datetime

        return datetime.fromtimestamp(int(value[:10]), UTC).isoformat(timespec="seconds")
    return iso_time(value) or feed_time(value) or find_date(value) or partial_date(value)

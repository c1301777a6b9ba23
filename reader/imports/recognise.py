"""Which program a file comes from, by what it holds, and its reader."""

import json
import re
from typing import Any

from reader.errors import IngestError, OtherFileError, ReaderError
from reader.i18n import _
from reader.imports import (
    bibtex,
    csl,
    hypothesis,
    jsonl,
    kindle,
    markdown,
    own_table,
    readwise,
    refi,
    ris,
    tables,
    taguette,
    webannotation,
)
from reader.imports.values import Incoming
from reader.ingest.decode import decode
from reader.system_reasons import parsing_reason

KNOWN = _(
    "W3C Web Annotation and Recogito (JSON), Hypothesis (JSON, CSV), Readwise (CSV), "
    "Kindle (My Clippings.txt), REFI-QDA (.qdpx, .qdc), Taguette (CSV), "
    "reader's JSON lines, table (csv) and Markdown, RIS, BibTeX, CSL-JSON"
)
"""What can be imported, for a sentence."""


def read(data: bytes, name: str) -> Incoming:
    """What a file holds. Raises ReaderError with one sentence where it is none that can be imported."""
    try:
        found = _read(data, name)
    except IngestError as error:
        raise ReaderError(error.message, _("Import")) from error
    if not (found.texts or found.references or found.tags):
        told = _("{name} holds nothing that can be imported.").format(name=name)
        raise ReaderError(" ".join([told, *found.remarks[:1]]), _("Import"))
    return found


def _read(data: bytes, name: str) -> Incoming:
    if not data.strip():
        raise ReaderError(_("{name} is empty: there is nothing to import.").format(name=name), _("Import"))
    if refi.is_project(data):
        return refi.read(data, name)
    try:
        content = decode(data, name).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except OtherFileError as error:
        raise _unknown(name) from error
    if content.lstrip()[:1] in ("{", "["):
        return _of_json(content, name)
    return _of_text(content, name)


def _of_text(content: str, name: str) -> Incoming:
    """What a text file holds that is no JSON."""
    if refi.is_codebook(content):
        return refi.read_codebook(content, name)
    if kindle.is_one(content):
        return kindle.read(content)
    if markdown.is_one(content):
        return markdown.read(content)
    if ris.is_one(content):
        return ris.read(content)
    if bibtex.is_one(content):
        return bibtex.read(content, name)
    if rows := tables.rows_of(content):
        return _of_rows(rows, name)
    raise _unknown(name)


def _of_rows(rows: list[tables.Row], name: str) -> Incoming:
    columns = set(rows[0])
    if own_table.is_one(columns):
        return own_table.read(rows)
    if set(hypothesis.COLUMNS) <= columns:
        return hypothesis.read_rows(rows)
    if readwise.is_one(columns):
        return readwise.read(rows)
    if taguette.is_one(columns):
        return taguette.read(rows)
    if taguette.is_codebook(columns):
        return taguette.read_codebook(rows)
    raise _unknown(name)


def _of_json(content: str, name: str) -> Incoming:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        lines = jsonl.lines_of(content)
        if any(map(jsonl.is_ours, lines)):
            return jsonl.read(lines)
        told = parsing_reason(error)
        raise ReaderError(
            _("{name} is broken JSON ({told}): export it again.").format(name=name, told=told), _("Import")
        ) from error
    return _of_value(value, name)


def _of_value(value: Any, name: str) -> Incoming:
    if jsonl.is_ours(value):
        return jsonl.read([value])
    if webannotation.is_one(value):
        return webannotation.read(value)
    if hypothesis.is_one(value):
        return hypothesis.read(value)
    if csl.is_one(value):
        return csl.read(value)
    raise _unknown(name)


def _unknown(name: str) -> ReaderError:
    sentence = _(
        "{name} is no file that can be imported: those are {known}; articles come in with `reader add`."
    ).format(name=name, known=KNOWN)
    return ReaderError(re.sub(r"\s+", " ", sentence), _("Import"))

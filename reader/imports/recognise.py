"""Which program a file comes from, by what it holds, and its reader."""

import json
import re
from typing import Any

from reader.errors import IngestError, ReaderError
from reader.imports import hypothesis, jsonl, webannotation
from reader.imports.values import Incoming
from reader.ingest.decode import decode

KNOWN = (
    "W3C Web Annotation and Recogito (JSON), Hypothesis (JSON, CSV), Readwise (CSV), "
    "Kindle (My Clippings.txt), REFI-QDA (.qdpx, .qdc), Taguette (CSV), "
    "reader's JSON lines and Markdown, RIS, BibTeX, CSL-JSON"
)
"""What can be imported, for a sentence."""


def read(data: bytes, name: str) -> Incoming:
    """What a file holds. Raises ReaderError with one sentence where it is none that can be imported."""
    try:
        found = _read(data, name)
    except IngestError as error:
        raise ReaderError(error.message, "Import") from error
    if not (found.texts or found.references or found.tags):
        why = f" {found.remarks[0]}" if found.remarks else ""
        raise ReaderError(f"{name} holds nothing that can be imported.{why}", "Import")
    return found


def _read(data: bytes, name: str) -> Incoming:
    if not data.strip():
        raise ReaderError(f"{name} is empty: there is nothing to import.", "Import")
    content = decode(data, name).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if content.lstrip()[:1] in ("{", "["):
        return _of_json(content, name)
    raise _unknown(name)


def _of_json(content: str, name: str) -> Incoming:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        lines = jsonl.lines_of(content)
        if any(map(jsonl.is_ours, lines)):
            return jsonl.read(lines)
        told = " ".join(str(error).split())
        raise ReaderError(f"{name} is broken JSON ({told}): export it again.", "Import") from error
    return _of_value(value, name)


def _of_value(value: Any, name: str) -> Incoming:
    if jsonl.is_ours(value):
        return jsonl.read([value])
    if webannotation.is_one(value):
        return webannotation.read(value)
    if hypothesis.is_one(value):
        return hypothesis.read(value)
    raise _unknown(name)


def _unknown(name: str) -> ReaderError:
    sentence = (
        f"{name} is no file that can be imported: those are {KNOWN}; articles come in with `reader add`."
    )
    return ReaderError(re.sub(r"\s+", " ", sentence), "Import")

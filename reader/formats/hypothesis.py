"""The JSON that the Hypothesis client exports and imports, and the CSV it exports.

Positions count UTF-16 units. Import keeps target, tags, text, address and document, and drops what is the
same in text, tags and quote.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from reader.formats.csv_rows import write_row
from reader.formats.dossier import (
    Dossier,
    Options,
    article_uid,
    note_uid,
    notes_of,
    other_notes,
    quote_uid,
    speaker_label,
)
from reader.formats.format import Format
from reader.formats.offsets import Offsets
from reader.formats.times import zulu
from reader.models import Note, Quote, Span

AROUND = 32
"""Characters before and after a quote, as the Hypothesis client writes them itself."""
COLUMNS = ("Created at", "Author", "Page", "URL", "Group", "Type", "Quote/description", "Comment", "Tags")
_EPOCH = "1970-01-01T00:00:00Z"


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write one JSON object with all annotations."""
    head = {
        "export_date": zulu(options.now) or _EPOCH,
        "export_userid": _user(options),
        "client_version": "reader",
        "annotations": [item for dossier in dossiers for item in annotations(dossier, options)],
    }
    stream.write(json.dumps(head, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n")


def annotations(dossier: Dossier, options: Options) -> Iterator[dict[str, Any]]:
    """The quotes, then the notes on other passages or on the whole article."""
    units = Offsets(dossier.article.text, "utf-16")
    for quote in dossier.quotes:
        uid, spans, tags = quote_uid(dossier, quote), list(quote.spans), _tags(quote)
        yield _annotation(dossier, units, uid, spans, _comment(dossier, quote), tags, options)
    for note in other_notes(dossier):
        spans = [note.span] if note.span else []
        yield _annotation(dossier, units, note_uid(dossier, note), spans, note.body, list(note.tags), options)


def _annotation(
    dossier: Dossier,
    units: Offsets,
    uid: str,
    spans: list[Span],
    text: str,
    tags: list[str],
    options: Options,
) -> dict[str, Any]:
    moment = zulu(options.now) or _EPOCH
    return {
        "id": uid.replace("-", ""),
        "created": moment,
        "updated": moment,
        "user": _user(options),
        "user_info": {"display_name": options.actor or None},
        "uri": _uri(dossier),
        "text": text,
        "tags": tags,
        "group": "__world__",
        "permissions": {"read": ["group:__world__"], "update": [], "delete": [], "admin": []},
        "target": [_target(dossier, units, spans)],
        "document": {"title": [dossier.article.title]},
        "links": {},
        "references": [],
        "hidden": False,
        "flagged": False,
    }


def _target(dossier: Dossier, units: Offsets, spans: list[Span]) -> dict[str, Any]:
    """A target over all of `spans`: Hypothesis knows only one passage an annotation."""
    if not spans:
        return {"source": _uri(dossier)}
    text, whole = dossier.article.text, Span(spans[0].start, spans[-1].end)
    # Browsers count in UTF-16, where "😀" has two units: code points would shift all behind it.
    counted = units.span(whole)
    position = {"type": "TextPositionSelector", "start": counted.start, "end": counted.end}
    exact = {
        "type": "TextQuoteSelector",
        "exact": text[whole.start : whole.end],
        "prefix": text[max(0, whole.start - AROUND) : whole.start],
        "suffix": text[whole.end : whole.end + AROUND],
    }
    return {"source": _uri(dossier), "selector": [position, exact]}


def _uri(dossier: Dossier) -> str:
    return dossier.article.url or f"urn:uuid:{article_uid(dossier.article)}"


def _user(options: Options) -> str:
    # Names of accounts there have letters of ASCII, digits and dots only.
    name = "".join(c if c.isascii() and c.isalnum() else "." for c in options.actor) or "reader"
    return f"acct:{name}@localhost"


def _tags(quote: Quote) -> list[str]:
    return [str(quote.type), *quote.tags]


def _comment(dossier: Dossier, quote: Quote) -> str:
    speaker = speaker_label(dossier, quote)
    notes: list[Note] = notes_of(dossier, quote)
    return "\n\n".join(
        part for part in (f"**{speaker}**" if speaker else "", *(n.body for n in notes)) if part
    )


def write_table(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write the client's CSV, tags divided by commas."""
    write_row(COLUMNS, stream)
    for dossier in dossiers:
        for item in annotations(dossier, options):
            write_row(_cells(dossier, item, options), stream)


def _cells(dossier: Dossier, item: dict[str, Any], options: Options) -> list[str]:
    selectors = item["target"][0].get("selector", [])
    quote = selectors[1]["exact"] if selectors else ""
    kind = "Annotation" if selectors and item["text"] else "Highlight" if selectors else "Page note"
    page, uri = dossier.article.title, item["uri"]
    return [item["created"], options.actor, page, uri, "", kind, quote, item["text"], ",".join(item["tags"])]


FORMAT = Format("hypothesis", ".json", "Annotations to import into Hypothesis", write)
TABLE = Format("hypothesis-csv", ".csv", "The table that Hypothesis exports", write_table)

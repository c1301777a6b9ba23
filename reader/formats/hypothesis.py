"""The JSON that the Hypothesis client exports and imports, and the CSV it exports.

Positions count UTF-16 units. Import keeps target, tags, text, address and document, and drops what is the
same in text, tags and quote.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from reader.formats.addresses import address_of, called
from reader.formats.csv_rows import write_table
from reader.formats.dossier import (
    Dossier,
    Options,
    article_uid,
    note_uid,
    noted_words,
    notes_of,
    other_notes,
    passage_of,
    quote_uid,
    speaker_label,
)
from reader.formats.format import Format
from reader.formats.offsets import Offsets
from reader.formats.pages import place_written
from reader.formats.remarks import remarks_of
from reader.formats.tag_names import keyword
from reader.formats.times import zulu
from reader.formats.wording import quote_words
from reader.i18n import _
from reader.models import Quote, Span, Spans
from reader.visible import escaped

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
    stream.write(escaped(json.dumps(head, ensure_ascii=False, indent=1)).encode("utf-8", "replace") + b"\n")


def annotations(dossier: Dossier, options: Options) -> Iterator[dict[str, Any]]:
    """The quotes, then the notes on other passages or on the whole article."""
    units = Offsets(dossier.article.text, "utf-16")
    now, found = zulu(options.now) or _EPOCH, zulu(dossier.article.added)
    for quote in dossier.quotes:
        target = _target(
            dossier, units, () if quote.is_lost else quote.spans, quote_words(dossier.article, quote)
        )
        yield {
            "id": quote_uid(dossier, quote).replace("-", ""),
            "created": found or now,
            "updated": now,
            "text": _comment(dossier, quote),
            "tags": _tags(quote),
            "target": [target],
            **_annotation(dossier, options),
        }
    for note in other_notes(dossier):
        place = passage_of(note)
        yield {
            "id": note_uid(dossier, note).replace("-", ""),
            "created": zulu(note.created) or now,
            # A note that was never changed is as old as it is.
            "updated": zulu(note.modified) or zulu(note.created) or now,
            "text": note.body,
            "tags": list(note.tags),
            "target": [_target(dossier, units, (place,) if place else (), noted_words(dossier, note))],
            **_annotation(dossier, options),
        }


def _annotation(dossier: Dossier, options: Options) -> dict[str, Any]:
    """What is the same in every annotation of an article."""
    return {
        "user": _user(options),
        "user_info": {"display_name": options.actor or None},
        "uri": _uri(dossier),
        "group": "__world__",
        # Read by a group, the client would publish it; read by its user alone it comes in as "Only me".
        "permissions": {"read": [_user(options)], "update": [], "delete": [], "admin": []},
        "document": {"title": [called(dossier.article)]},
        "links": {},
        "references": [],
        "hidden": False,
        "flagged": False,
    }


def _target(dossier: Dossier, units: Offsets, spans: Spans, words: str) -> dict[str, Any]:
    """A target over all of `spans`: Hypothesis knows only one passage an annotation.

    Of `words` that the present text has lost, only the wording is given; without any, the page is meant.
    """
    if not spans and words:
        return {"source": _uri(dossier), "selector": [{"type": "TextQuoteSelector", "exact": words}]}
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
    return address_of(dossier.article) or f"urn:uuid:{article_uid(dossier.article)}"


def _user(options: Options) -> str:
    # Names of accounts there have letters of ASCII, digits and dots only.
    name = "".join(c if c.isascii() and c.isalnum() else "." for c in options.actor) or "reader"
    return f"acct:{name}@localhost"


def _tags(quote: Quote) -> list[str]:
    return list(dict.fromkeys((str(quote.type), *quote.tags)))


def _comment(dossier: Dossier, quote: Quote) -> str:
    speaker = speaker_label(dossier, quote)
    bodies = [note.body for note in notes_of(dossier, quote)]
    parts = (
        f"**{speaker}**" if speaker else "",
        place_written(dossier.article, quote),
        *remarks_of(dossier, quote),
        *bodies,
    )
    return "\n\n".join(part for part in parts if part)


def write_rows(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write the client's CSV, tags divided by commas; its column "Page" is that of a PDF."""
    rows = (_cells(item, options) for dossier in dossiers for item in annotations(dossier, options))
    write_table(COLUMNS, rows, stream, options)


def _cells(item: dict[str, Any], options: Options) -> list[str]:
    selectors = item["target"][0].get("selector", [])
    quote = selectors[-1]["exact"] if selectors else ""
    kind = "Annotation" if selectors and item["text"] else "Highlight" if selectors else "Page note"
    moment, tags = item["created"][:16].replace("T", " "), ",".join(map(keyword, item["tags"]))
    return [moment, options.actor, "", item["uri"], "", kind, quote, item["text"], tags]


FORMAT = Format("hypothesis", ".json", _("Annotations to import into Hypothesis"), write, counts_places=True)
TABLE = Format("hypothesis-csv", ".csv", _("The table that Hypothesis exports"), write_rows, is_table=True)

"""CSV after RFC 4180: one row per quote, UTF-8, lines that end in CR LF."""

from collections.abc import Callable, Iterable
from typing import BinaryIO

from reader.formats.csv_rows import write_row
from reader.formats.dossier import (
    Dossier,
    Options,
    article_uid,
    evidence_of,
    notes_of,
    quote_uid,
    source_of,
    speaker_name,
    written_speaker,
)
from reader.formats.format import Format
from reader.models import Evidence, Quote, Source, use_of, words_of

Cell = Callable[[Dossier, Quote], str]

COLUMNS: dict[str, Cell] = {
    "article": lambda d, q: d.article.title,
    "outlet": lambda d, q: d.article.outlet,
    "published": lambda d, q: d.article.published,
    "byline": lambda d, q: d.article.byline,
    "url": lambda d, q: d.article.url or d.article.location,
    "language": lambda d, q: d.article.language,
    "quote": lambda d, q: q.words(d.article.text),
    "type": lambda d, q: q.type,
    "medium": lambda d, q: q.medium,
    "speaker": speaker_name,
    "speaker as written": written_speaker,
    "speaker basis": lambda d, q: q.basis,
    "speaker confidence": lambda d, q: f"{q.speaker_confidence:.2f}" if q.speaker or q.source_id else "",
    "kind": lambda d, q: _of(source_of(d, q), "kind") or _if_decided(q, q.speaker_kind),
    "role": lambda d, q: _of(source_of(d, q), "role") or _if_decided(q, q.speaker_role),
    "affiliation": lambda d, q: _of(source_of(d, q), "affiliation") or _if_decided(q, q.speaker_affiliation),
    "use": lambda d, q: use_of(q, source_of(d, q)),
    "cue": lambda d, q: words_of(d.article.text, q.cue),
    "addressee": lambda d, q: words_of(d.article.text, q.addressee),
    "frame": lambda d, q: words_of(d.article.text, q.frame),
    "status": lambda d, q: q.status,
    "verification": lambda d, q: q.verification,
    "evidence": lambda d, q: "; ".join(map(_as_text, evidence_of(d, q))),
    "authorisation": lambda d, q: q.authorisation,
    "tags": lambda d, q: ", ".join(q.tags),
    "notes": lambda d, q: "\n\n".join(note.body for note in notes_of(d, q)),
    "start": lambda d, q: str(q.start),
    "end": lambda d, q: str(q.end),
    "spans": lambda d, q: " ".join(f"{start}-{end}" for start, end in q.spans),
    "confidence": lambda d, q: f"{q.confidence:.2f}",
    "origin": lambda d, q: q.origin,
    "anchor": lambda d, q: q.anchor,
    "article id": lambda d, q: article_uid(d.article),
    "quote id": quote_uid,
}
"""What stands in each column; offsets are code points of the article's text."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the start of a cell (OWASP, "CSV injection")."""


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a heading and one row per quote; `options.excel` adds a byte order mark and guards formulas."""
    if options.excel:
        # Without the mark Excel reads the file in the code page of its machine: "fÃ¼r".
        stream.write("\ufeff".encode())
    rows = ([cell(d, q) for cell in COLUMNS.values()] for d in dossiers for q in d.quotes)
    write_row(COLUMNS, stream, options.separator)
    for row in rows:
        write_row(map(_guarded, row) if options.excel else row, stream, options.separator)


def _guarded(cell: str) -> str:
    # Behind an apostrophe a spreadsheet takes everything for text.
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _if_decided(quote: Quote, about_speaker: str) -> str:
    return "" if quote.is_undecided else about_speaker


def _of(source: Source | None, name: str) -> str:
    return str(getattr(source, name)) if source else ""


def _as_text(item: Evidence) -> str:
    parts = (item.verification, item.kind, item.reference, item.remark, item.who, item.at)
    return ", ".join(part for part in parts if part)


FORMAT = Format("csv", ".csv", "Table with a row per quote, for spreadsheets (--excel)", write)

"""CSV after RFC 4180: one row per quote, UTF-8, lines that end in CR LF."""

from collections.abc import Callable, Iterable
from typing import BinaryIO

from reader.formats.addresses import address_of, without_path
from reader.formats.cover import evened
from reader.formats.csv_rows import listed, write_table
from reader.formats.dates import for_readers
from reader.formats.dossier import (
    Dossier,
    Options,
    article_uid,
    evidence_of,
    notes_of,
    quote_uid,
    role_words,
    source_of,
    speaker_name,
    written_speaker,
)
from reader.formats.format import Format
from reader.formats.labels import ENGLISH
from reader.formats.pages import page_of
from reader.formats.remarks import approved_wording, remarks_of
from reader.formats.said_at import exact_times
from reader.formats.wording import quote_words
from reader.i18n import _
from reader.models import Evidence, Quote, Source, use_of

YES = "yes"
"""What a cell says of what holds."""
Cell = Callable[[Dossier, Quote], str]

COLUMNS: dict[str, Cell] = {
    "article": lambda d, q: d.article.title,
    "outlet": lambda d, q: d.article.outlet,
    "published": lambda d, q: for_readers(d.article.published),
    "byline": lambda d, q: d.article.byline,
    "url": lambda d, q: address_of(d.article),
    "language": lambda d, q: d.article.language,
    "quote": lambda d, q: quote_words(d.article, q),
    "page": lambda d, q: page_of(d.article, q),
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
    "cue": lambda d, q: role_words(d, q, q.cue),
    "addressee": lambda d, q: role_words(d, q, q.addressee),
    # The frame of a speaker who is carried over names him.
    "frame": lambda d, q: "" if q.is_undecided else role_words(d, q, q.frame),
    "status": lambda d, q: q.status,
    "verification": lambda d, q: q.verification,
    "evidence": lambda d, q: evidence_told(d, q),
    "authorisation": lambda d, q: q.authorisation,
    "approved wording": approved_wording,
    "remarks": lambda d, q: "; ".join(remarks_of(d, q, ENGLISH)),
    "tags": lambda d, q: listed(q.tags),
    "notes": lambda d, q: "\n\n".join(note.body for note in notes_of(d, q)),
    "start": lambda d, q: "" if q.is_lost else str(q.start),
    "end": lambda d, q: "" if q.is_lost else str(q.end),
    "spans": lambda d, q: _spans(q),
    "said from": lambda d, q: exact_times(q)[0],
    "said to": lambda d, q: exact_times(q)[1],
    "confidence": lambda d, q: f"{q.confidence:.2f}",
    "origin": lambda d, q: q.origin,
    "anchor": lambda d, q: q.anchor,
    "source id": lambda d, q: _of(_decided(d, q), "uid"),
    "source aliases": lambda d, q: listed(source.aliases) if (source := _decided(d, q)) else "",
    "source use": lambda d, q: _of(_decided(d, q), "use"),
    "source description": lambda d, q: _of(_decided(d, q), "description"),
    "identity protected": lambda d, q: _protected(_decided(d, q)),
    "article id": lambda d, q: article_uid(d.article),
    "quote id": quote_uid,
}
"""What stands in each column; offsets are code points of the article's text."""


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a heading and one row per quote."""
    rows = ([evened(cell(d, q)) for cell in COLUMNS.values()] for d in dossiers for q in d.quotes)
    write_table(COLUMNS, rows, stream, options, spreadsheet=True)


def _spans(quote: Quote) -> str:
    # "9-16" would be the 16th of September to a spreadsheet.
    return "" if quote.is_lost else " ".join(f"{start}..{end}" for start, end in quote.spans)


def _decided(dossier: Dossier, quote: Quote) -> Source | None:
    return None if quote.is_undecided else source_of(dossier, quote)


def _if_decided(quote: Quote, about_speaker: str) -> str:
    return "" if quote.is_undecided else about_speaker


def _of(source: Source | None, name: str) -> str:
    return str(getattr(source, name)) if source else ""


def _protected(source: Source | None) -> str:
    return YES if source and source.identity_protected else ""


def evidence_told(dossier: Dossier, quote: Quote, term: Callable[[str], str] = str) -> str:
    """What a quote was checked against, in a cell; its terms by another name where `term` gives one."""
    return "; ".join(_told(item, term) for item in evidence_of(dossier, quote))


def _told(item: Evidence, term: Callable[[str], str]) -> str:
    terms = (term(item.verification), term(item.kind))
    parts = (*terms, without_path(item.reference), item.remark, item.who, item.at)
    return ", ".join(part for part in parts if part)


FORMAT = Format(
    "csv",
    ".csv",
    _("Table with a row per quote, for spreadsheets"),
    write,
    is_table=True,
    counts_places=True,
)

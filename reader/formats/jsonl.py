"""JSON lines: one article a line with everything known about it, offsets in code points of "text".

The first five keys, and type, medium, nested, spans and roles of every quote, are those of the corpus format,
so that a file written here can be scored as it is.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, BinaryIO

from reader.formats.addresses import address_of, web_address, without_path
from reader.formats.dossier import (
    Dossier,
    Options,
    article_uid,
    authorised_of,
    evidence_of,
    note_uid,
    notes_of,
    other_notes,
    passage_of,
    quote_uid,
    source_of,
    translations_of,
)
from reader.formats.format import Format
from reader.formats.labels import ENGLISH
from reader.formats.pages import page_of
from reader.formats.remarks import of_article, remarks_of
from reader.formats.said_at import time_object, times_object, turn_objects
from reader.formats.wording import parts_of
from reader.i18n import _
from reader.languages.stance import stance_of
from reader.models import Article, Memo, Note, Quote, Source, Spans, name_is_covered, use_of, words_of
from reader.visible import escaped


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write one object a line."""
    for dossier in dossiers:
        line = escaped(json.dumps(article_object(dossier), ensure_ascii=False))
        stream.write(line.encode("utf-8", "replace") + b"\n")
    for memo in options.memos:
        line = escaped(json.dumps(memo_object(memo), ensure_ascii=False))
        stream.write(line.encode("utf-8", "replace") + b"\n")


def memo_object(memo: Memo) -> dict[str, Any]:
    """One memo as plain values."""
    facts = {"uid": memo.uid, "created": memo.created, "modified": memo.modified, "origin": memo.origin}
    return {"memo": memo.body, "story": memo.story, "tags": list(memo.tags), **facts}


def article_object(dossier: Dossier) -> dict[str, Any]:
    """Everything about one article as plain values."""
    article = dossier.article
    return {
        "id": article_uid(article),
        "title": article.title,
        "lang": article.language,
        "text": article.text,
        "quotes": [quote_object(dossier, quote) for quote in dossier.quotes],
        "notes": [note_object(dossier, note) for note in other_notes(dossier)],
        **_metadata(article),
    }


_FACTS = (
    *("byline", "outlet", "section", "agency", "url", "location", "published", "added", "version"),
    *("embargo", "embargo_until", "undelivered", "lifted"),
    *("correction", "release_number", "place", "contact"),
)


def _metadata(article: Article) -> dict[str, Any]:
    known = {name: getattr(article, name) for name in _FACTS}
    return known | {
        "url": address_of(article),
        # A path would tell of this machine, and nobody else can follow it.
        "location": web_address(article.location),
        "remarks": list(of_article(article, ENGLISH)),
        "state": str(article.state),
        "starred": article.starred,
        "tags": list(article.tags),
        "captions": [{"text": c.text, "credit": c.credit} for c in article.captions],
        "headings": spans_object(article.headings),
        "recording": web_address(article.recording),
        "turns": turn_objects(article.transcript),
        "times": times_object(article.transcript),
        "removed": list(article.removed),
        "pages": [list(page) for page in article.pages],
        "links": [
            {"span": list(link.span), "words": words_of(article.text, [link.span]), "url": link.address}
            for link in article.links
        ],
    }


def quote_object(dossier: Dossier, quote: Quote) -> dict[str, Any]:
    """One quote as plain values, the corpus keys first."""
    return {
        **corpus_object(quote),
        "id": quote_uid(dossier, quote),
        "exact": list(parts_of(dossier.article, quote)),
        "page": page_of(dossier.article, quote),
        "remarks": list(remarks_of(dossier, quote, ENGLISH)),
        "confidence": quote.confidence,
        "status": str(quote.status),
        "verification": str(quote.verification),
        "authorisation": str(quote.authorisation),
        "use": str(use_of(quote, source_of(dossier, quote))),
        "description": quote.description,
        "origin": quote.origin,
        "anchor": str(quote.anchor),
        "earlier": quote.earlier,
        "spoken_by": "" if quote.is_undecided else quote.spoken_by,
        "time": time_object(quote),
        **_speaker_read(quote),
        "speaker_basis": str(quote.basis),
        "speaker_confidence": quote.speaker_confidence,
        "speaker_undecided": quote.is_undecided,
        "stance": _stance(dossier.article, quote),
        "source": source_object(source_of(dossier, quote)),
        "tags": list(quote.tags),
        "notes": [note_object(dossier, note) for note in notes_of(dossier, quote)],
        "evidence": [
            {
                name: without_path(str(getattr(item, name)))
                for name in ("verification", "kind", "reference", "remark", "who", "at")
            }
            for item in evidence_of(dossier, quote)
        ],
        "translations": [
            {name: getattr(one, name) for name in ("language", "text", "translator", "who", "at")}
            for one in translations_of(dossier, quote)
        ],
        "authorisations": [
            {name: str(getattr(step, name)) for name in _STEP} | {"number": step.number}
            for step in authorised_of(dossier, quote)
        ],
    }


_STEP = tuple(str.split("state spoken approved who at agreed until silence sheet shown prints remark"))
"""Fields of a step of an authorisation that are texts and terms."""


def _stance(article: Article, quote: Quote) -> str:
    """What the words that introduce a quote make of it."""
    is_there = not (quote.is_pointed_to or quote.is_lost)
    return stance_of(article.language, words_of(article.text, quote.cue) if is_there else "")


def _speaker_read(quote: Quote) -> dict[str, str]:
    """Whom the detector read, and what as; nobody where that is undecided."""
    names = ("resolved_speaker", "speaker_kind", "speaker_role", "speaker_affiliation")
    return {name: "" if quote.is_undecided else str(getattr(quote, name)) for name in names}


def corpus_object(quote: Quote) -> dict[str, Any]:
    """Type, medium, nesting, spans and roles, as annotated corpora give them.

    A quote that the present text has lost has no place in it.
    """
    if quote.is_lost:
        quote = replace(quote, spans=(), speaker=(), cue=(), addressee=(), frame=())
    return {
        "type": str(quote.type),
        "medium": str(quote.medium),
        "nested": quote.nested,
        "spans": spans_object(quote.spans),
        "speaker": spans_object(quote.speaker),
        "cue": spans_object(quote.cue),
        "addressee": spans_object(quote.addressee),
        "frame": spans_object(quote.frame),
    }


def spans_object(spans: Spans) -> list[list[int]]:
    """Spans as lists."""
    return [list(span) for span in spans]


def source_object(source: Source | None) -> dict[str, Any] | None:
    """A source as plain values."""
    if source is None:
        return None
    return {
        "id": source.uid,
        "name": source.name,
        "kind": str(source.kind),
        "role": source.role,
        "affiliation": source.affiliation,
        "aliases": list(source.aliases),
        "use": str(source.use),
        "description": source.description,
        "identity_protected": source.identity_protected,
        "external_id": "" if name_is_covered(source) else source.external_id,
    }


def note_object(dossier: Dossier, note: Note) -> dict[str, Any]:
    """A note as plain values."""
    return {
        "id": note_uid(dossier, note),
        "body": note.body,
        "span": list(place) if (place := passage_of(note)) else None,
        "exact": note.exact,
        "created": note.created,
        "modified": note.modified,
        "anchor": str(note.anchor),
        "origin": note.origin,
        "tags": list(note.tags),
    }


FORMAT = Format(
    "jsonl",
    ".jsonl",
    _("JSON lines: one article a line with all that is known about it"),
    write,
    holds_memos=True,
    counts_places=True,
)

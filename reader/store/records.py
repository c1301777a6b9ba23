"""Rows of the library as the values of `reader.models`, and back."""

from collections.abc import Sequence
from json import JSONEncoder, loads
from typing import Any

from reader.errors import StoreError
from reader.models import (
    Anchor,
    Article,
    ArticleState,
    Authorisation,
    Caption,
    Medium,
    Note,
    Quote,
    QuoteType,
    SourceKind,
    Span,
    Spans,
    Status,
    Verification,
    words_of,
)
from reader.store.connection import Row

CONTEXT = 32
"""Characters kept before and after a span, to find it again in a changed text."""

QUOTE_COLUMNS = (
    "id, uid, article_id, type, medium, status, verification, authorisation, source_id, words, "
    "resolved_speaker, speaker_kind, speaker_role, speaker_affiliation, spans, exact, speaker, cue, "
    "addressee, frame, confidence, nested, rule, origin, anchor"
)
NOTE_COLUMNS = "id, uid, article_id, quote_id, start_at, end_at, exact, body, created, modified, anchor"
ARTICLE_COLUMNS = (
    "articles.id, uid, title, byline, outlet, section, agency, url, location, published, language, state, "
    "starred, position, version, articles.added, feed"
)

_json = JSONEncoder(ensure_ascii=False).encode
_TYPES = {str(value): value for value in QuoteType}
_MEDIA = {str(value): value for value in Medium}
_STATUSES = {str(value): value for value in Status}
_VERIFICATIONS = {str(value): value for value in Verification}
_AUTHORISATIONS = {str(value): value for value in Authorisation}
_KINDS = {str(value): value for value in SourceKind}
_ANCHORS = {str(value): value for value in Anchor}


def spans_of(stored: str) -> Spans:
    """Spans out of the JSON kept in a column, "" for none."""
    if not stored:
        return ()
    try:
        # as `stored_spans` writes it; a third of the time of a JSON parser, for thousands on a page
        inner = stored[2:-2]
        if "]" not in inner:
            start, end = inner.split(", ")
            return (Span(int(start), int(end)),)
        pairs = [pair.split(", ") for pair in inner.split("], [")]
        return tuple([Span(int(start), int(end)) for start, end in pairs])
    except ValueError:
        return tuple(Span(start, end) for start, end in loads(stored))


def stored_spans(spans: Sequence[tuple[int, int]]) -> str:
    """Spans as the JSON kept in a column, "" for none."""
    if not spans:
        return ""
    if len(spans) == 1:
        return f"[[{spans[0][0]}, {spans[0][1]}]]"
    pairs = ", ".join(f"[{start}, {end}]" for start, end in spans)
    return f"[{pairs}]"


def context_of(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span, `CONTEXT` characters each."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def stored_exact(exact: Sequence[str], words: str) -> str:
    """The texts of the spans as JSON; "" where they are the quote's `words` anyway."""
    return "" if len(exact) == 1 and exact[0] == words else _json(list(exact))


def quote_values(quote: Quote, text: str) -> dict[str, Any]:
    """The columns of a quote that follow from the quote and the text of its article.

    Raises StoreError where a span lies outside the text.
    """
    start, end = quote.start, quote.end
    length = len(text)
    for first, last in (*quote.spans, *quote.speaker, *quote.cue, *quote.addressee, *quote.frame):
        if not 0 <= first < last <= length:
            raise StoreError(f"A passage ({first} to {last}) lies outside the text: nothing was stored.")
    words = words_of(text, quote.spans)
    prefix, suffix = context_of(text, start, end)
    return {
        "start_at": start,
        "end_at": end,
        "type": str(quote.type),
        "medium": str(quote.medium),
        "words": words,
        "spoken_by": words_of(text, quote.speaker),
        "resolved_speaker": quote.resolved_speaker,
        "speaker_kind": str(quote.speaker_kind),
        "speaker_role": quote.speaker_role,
        "speaker_affiliation": quote.speaker_affiliation,
        "spans": stored_spans(quote.spans),
        "exact": stored_exact([text[a:b] for a, b in quote.spans], words),
        "prefix": prefix,
        "suffix": suffix,
        "speaker": stored_spans(quote.speaker),
        "cue": stored_spans(quote.cue),
        "addressee": stored_spans(quote.addressee),
        "frame": stored_spans(quote.frame),
        "confidence": quote.confidence,
        "nested": int(quote.nested),
        "rule": quote.rule,
        "anchor": str(quote.anchor),
    }


def quote_of(row: Row, source: str = "", tags: tuple[str, ...] = ()) -> Quote:
    """A quote out of `QUOTE_COLUMNS`."""
    (number, uid, article_id, type_, medium, status, verification, authorisation, source_id, words, *more) = (
        row
    )
    (resolved, kind, role, affiliation, spans, exact, speaker, cue, addressee, frame, *last) = more
    confidence, nested, rule, origin, anchor = last
    return Quote(
        type=_TYPES[type_],
        spans=spans_of(spans),
        medium=_MEDIA[medium],
        speaker=spans_of(speaker),
        cue=spans_of(cue),
        addressee=spans_of(addressee),
        frame=spans_of(frame),
        confidence=confidence,
        nested=bool(nested),
        rule=rule,
        resolved_speaker=resolved,
        speaker_kind=_KINDS[kind],
        speaker_role=role,
        speaker_affiliation=affiliation,
        id=number,
        uid=uid,
        article_id=article_id,
        exact=tuple(loads(exact)) if exact else (words,),
        status=_STATUSES[status],
        verification=_VERIFICATIONS[verification],
        authorisation=_AUTHORISATIONS[authorisation],
        source_id=source_id or 0,
        source=source,
        origin=origin,
        anchor=_ANCHORS[anchor],
        tags=tags,
    )


def note_of(row: Row, tags: tuple[str, ...] = ()) -> Note:
    """A note out of `NOTE_COLUMNS`."""
    number, uid, article_id, quote_id, start, end, exact, body, created, modified, anchor = row
    return Note(
        body=body,
        article_id=article_id,
        quote_id=quote_id or 0,
        span=None if start is None else Span(start, end),
        exact=exact,
        id=number,
        uid=uid,
        created=created,
        modified=modified,
        anchor=_ANCHORS[anchor],
        tags=tags,
    )


def article_of(row: Row, tags: tuple[str, ...] = ()) -> Article:
    """An article out of `ARTICLE_COLUMNS`, then text, captions, headings and removed."""
    number, uid, title, byline, outlet, section, agency, url, location, published, language, *more = row
    state, starred, position, version, added, feed, text, captions, headings, removed = more
    return Article(
        text=text,
        title=title,
        byline=byline,
        outlet=outlet,
        section=section,
        agency=agency,
        url=url,
        location=location,
        published=published,
        language=language,
        feed=feed,
        captions=tuple(Caption(*pair) for pair in loads(captions)),
        headings=spans_of(headings),
        removed=tuple(loads(removed)),
        id=number,
        uid=uid,
        version=version,
        added=added,
        state=ArticleState(state),
        starred=bool(starred),
        position=position,
        tags=tags,
    )

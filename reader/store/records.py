"""The columns of articles, quotes and notes, and their rows as the values of `reader.models`, and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from json import JSONEncoder, loads
from typing import Any

from reader.errors import StoreError
from reader.i18n import _
from reader.models import (
    Anchor,
    ArticleState,
    Authorisation,
    Caption,
    Link,
    Medium,
    PageStart,
    Quote,
    QuoteType,
    SourceKind,
    Span,
    Spans,
    SpeakerBasis,
    Status,
    TermsOfUse,
    Verification,
    words_of,
)
from reader.store.columns import (
    ADDRESS,
    FLAG,
    LINK,
    TEXT,
    Column,
    Columns,
    Fields,
    Kind,
    Use,
    term,
    values_of,
)
from reader.store.connection import Connection, Row
from reader.store.folding import sort_key
from reader.texts.anchoring import context_of
from reader.transcripts import SpokenTurn, TimedStretch, Transcript

_json = JSONEncoder(ensure_ascii=False).encode


def spans_of(stored: str) -> Spans:
    """Spans out of the JSON in a column, "" for none."""
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
    """Spans as the JSON in a column, "" for none."""
    if not spans:
        return ""
    if len(spans) == 1:
        return f"[[{spans[0][0]}, {spans[0][1]}]]"
    pairs = ", ".join(f"[{start}, {end}]" for start, end in spans)
    return f"[{pairs}]"


def _transcript(stored: Sequence[Sequence[Any]]) -> Transcript:
    """A transcript out of its JSON: the turns, then the times, each a list of its fields."""
    turns, times = stored
    return Transcript(
        tuple(
            SpokenTurn(start, name_end, said, end, bool(asks)) for start, name_end, said, end, asks in turns
        ),
        tuple(TimedStretch._make(stretch) for stretch in times),
    )


_SPANS = Kind(spans_of, stored_spans)
_LINES = Kind(lambda stored: tuple(loads(stored)), _json)
_CAPTIONS = Kind(
    lambda stored: tuple(Caption(text, credit) for text, credit in loads(stored)),
    lambda captions: _json([[caption.text, caption.credit] for caption in captions]),
)
_TRANSCRIPT = Kind(
    lambda stored: _transcript(loads(stored)) if stored else None,
    lambda transcript: _json([transcript.turns, transcript.times]) if transcript else "",
)
_PAGES = Kind(lambda stored: tuple(PageStart(start, label) for start, label in loads(stored)), _json)
_LINKS = Kind(
    lambda stored: tuple(Link(Span(start, end), address) for start, end, address in loads(stored)),
    lambda links: _json([[*link.span, link.address] for link in links]),
)
_ANCHOR = term(Anchor)
_KNOWN = (Use.TAKEN, Use.FILLED, Use.EDITED)
"""What is known of an article, by whoever knows it."""

ARTICLE = Columns(
    Column("articles.id"),
    Column("uid"),
    Column("title", TEXT, (Use.TAKEN, Use.EDITED)),
    Column("byline", TEXT, _KNOWN),
    Column("outlet", TEXT, _KNOWN),
    Column("section", TEXT, _KNOWN),
    Column("agency", TEXT, _KNOWN),
    Column("url", ADDRESS, _KNOWN),
    Column("location", ADDRESS, (Use.TAKEN,)),
    Column("published", TEXT, _KNOWN),
    Column("language", TEXT, _KNOWN),
    Column("feed", TEXT, (Use.TAKEN, Use.FILLED)),
    Column("entry", TEXT, (Use.TAKEN, Use.FILLED)),
    Column("entry_digest", TEXT, (Use.TAKEN,)),
    Column("embargo", TEXT, _KNOWN),
    Column("embargo_until", TEXT, _KNOWN),
    Column("undelivered", TEXT, _KNOWN),
    Column("lifted", TEXT, _KNOWN),
    Column("correction", TEXT, _KNOWN),
    Column("release_number", TEXT, _KNOWN),
    Column("place", TEXT, _KNOWN),
    Column("contact", TEXT, _KNOWN),
    Column("state", term(ArticleState), (Use.TAKEN, Use.EDITED)),
    Column("starred", FLAG, (Use.TAKEN, Use.EDITED)),
    Column("position"),
    Column("version"),
    Column("articles.added"),
    Column("text", TEXT, (Use.VERSION,)),
    Column("captions", _CAPTIONS, (Use.VERSION,)),
    Column("headings", _SPANS, (Use.VERSION,)),
    Column("links", _LINKS, (Use.VERSION,)),
    Column("removed", _LINES, (Use.VERSION,)),
    Column("transcript", _TRANSCRIPT, (Use.VERSION,)),
    Column("recording", ADDRESS, _KNOWN),
    Column("pages", _PAGES, (Use.VERSION,)),
)
"""The fields of an `Article`, out of `articles` joined with one of its `versions`."""

QUOTE = Columns(
    Column("id"),
    Column("uid"),
    Column("article_id"),
    Column("type", term(QuoteType), (Use.FOUND,)),
    Column("medium", term(Medium), (Use.FOUND,)),
    Column("status", term(Status)),
    Column("verification", term(Verification)),
    Column("authorisation", term(Authorisation)),
    Column("source_id", LINK),
    Column("words"),
    Column("resolved_speaker", TEXT, (Use.FOUND,)),
    Column("speaker_kind", term(SourceKind), (Use.FOUND,)),
    Column("speaker_role", TEXT, (Use.FOUND,)),
    Column("speaker_affiliation", TEXT, (Use.FOUND,)),
    Column("speaker_confidence", uses=(Use.FOUND,)),
    Column("speaker_basis", term(SpeakerBasis), (Use.FOUND,)),
    Column("spans", _SPANS, (Use.FOUND,)),
    Column("exact", Kind(lambda stored: tuple(loads(stored)) if stored else ())),
    Column("speaker", _SPANS, (Use.FOUND,)),
    Column("cue", _SPANS, (Use.FOUND,)),
    Column("addressee", _SPANS, (Use.FOUND,)),
    Column("frame", _SPANS, (Use.FOUND,)),
    Column("confidence", uses=(Use.FOUND,)),
    Column("nested", FLAG, (Use.FOUND,)),
    Column("rule", TEXT, (Use.FOUND,)),
    Column("origin"),
    Column("anchor", _ANCHOR, (Use.FOUND,)),
    Column("version"),
    Column("spoken_by"),
    Column("earlier"),
    Column("use", term(TermsOfUse), (Use.EDITED,)),
    Column("description", TEXT, (Use.EDITED,)),
    Column("said_from"),
    Column("said_to"),
)
"""The fields of a `Quote`, with its `words`, which stand for `exact` where that would say the same."""

NOTE = Columns(
    Column("id"),
    Column("uid"),
    Column("article_id"),
    Column("quote_id", LINK, (Use.EDITED,)),
    Column("start_at"),
    Column("end_at"),
    Column("exact"),
    Column("body", TEXT, (Use.EDITED,)),
    Column("created"),
    Column("modified"),
    Column("anchor", _ANCHOR),
    Column("origin"),
)
"""The fields of a `Note`, its span as first and last place."""


def quote_fields(rows: Sequence[Row]) -> Fields:
    """The fields of the quotes in rows of `QUOTE`; tags and the name of the source are elsewhere."""
    table = QUOTE.read(rows)
    both = zip(table["exact"], table.pop("words"), strict=True)
    lost = zip(table["spoken_by"], table["anchor"], strict=True)
    return table | {
        "exact": [exact or (words,) for exact, words in both],
        # Of any other quote it is in the text, and one place is enough to cover a name in.
        "spoken_by": [written if anchor is Anchor.ORPHAN else "" for written, anchor in lost],
    }


def note_fields(rows: Sequence[Row]) -> Fields:
    """The fields of the notes in rows of `NOTE`; tags are elsewhere."""
    table = NOTE.read(rows)
    ends = zip(table.pop("start_at"), table.pop("end_at"), strict=True)
    return table | {"span": [None if start is None else Span(start, end) for start, end in ends]}


@dataclass(frozen=True, slots=True)
class Ground:
    """What the quotes of an article stand in."""

    text: str
    transcript: Transcript | None = None
    """When its words are said, of a text that was spoken."""


def quote_values(quote: Quote, ground: Ground) -> dict[str, Any]:
    """The columns of a quote that follow from the quote and the text of its article.

    Raises StoreError where a span lies outside the text.
    """
    text = ground.text
    length = len(text)
    for first, last in (*quote.spans, *quote.speaker, *quote.cue, *quote.addressee, *quote.frame):
        if not 0 <= first < last <= length:
            raise StoreError(
                _("A passage ({first} to {last}) lies outside the text: nothing was stored.").format(
                    first=first, last=last
                )
            )
    return {
        **QUOTE.stored(quote, Use.FOUND),
        **place_values(Span(quote.start, quote.end), text),
        "version": 0,
        "spoken_by": words_of(text, quote.speaker),
        **_time_values(quote, ground.transcript),
        **wording_values(quote, text),
    }


def wording_values(quote: Quote, text: str) -> dict[str, str]:
    """The columns that say what stands at the spans of a quote in a text."""
    words = words_of(text, quote.spans)
    return {"words": words, "exact": _stored_exact([text[start:end] for start, end in quote.spans], words)}


def _time_values(quote: Quote, transcript: Transcript | None) -> dict[str, float | None]:
    """When the words of a quote are said, in seconds."""
    period = transcript.period_of(quote.start, quote.end) if transcript else None
    said_from, said_to = period or (None, None)
    return {"said_from": said_from, "said_to": said_to}


def _stored_exact(exact: Sequence[str], words: str) -> str:
    """The texts of the spans as JSON; "" where they are the quote's `words` anyway."""
    return "" if len(exact) == 1 and exact[0] == words else _json(list(exact))


def place_values(span: Span, text: str) -> dict[str, Any]:
    """The columns that say where something stands, what it says, and what stands around it."""
    prefix, suffix = context_of(text, span)
    start, end = span
    return {"start_at": start, "end_at": end, "exact": text[start:end], "prefix": prefix, "suffix": suffix}


def with_title_key(values: dict[str, Any]) -> dict[str, Any]:
    """Columns of an article with what titles are sorted by, where the title is among them."""
    return values | ({"title_key": sort_key(values["title"])} if "title" in values else {})


def current_text(connection: Connection, article_id: int) -> str | None:
    """The current text of an article, None where there is no such article."""
    sql = """SELECT text FROM versions JOIN articles ON articles.id = article_id AND number = version
        WHERE articles.id = ?"""
    text: str | None = connection.value(sql, (article_id,))
    return text


def current_ground(connection: Connection, article_id: int) -> Ground | None:
    """The current text of an article with its times, None where there is no such article."""
    sql = f"""SELECT {_GROUND.selected} FROM versions
        JOIN articles ON articles.id = article_id AND number = version WHERE articles.id = ?"""
    rows = connection.rows(sql, (article_id,))
    return values_of(Ground, _GROUND.read(rows))[0] if rows else None


_GROUND = Columns(Column("text"), Column("transcript", _TRANSCRIPT))

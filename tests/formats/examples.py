"""A small dossier with everything that shifts offsets before its quotes, and formats to write it in."""

import io
from dataclasses import replace

from reader import formats
from reader.formats import Dossier, Options
from reader.models import (
    Article,
    Evidence,
    Note,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    Span,
    Status,
    TermsOfUse,
    Verification,
)

TEXT = (
    "Vorspann mit „ü😀“ und =Gleichheit.\n\n"
    "„Wir *bauen* <heute>“, sagte Erika Mustermann am Montag. Frau Mustermann zufolge „kommt es\nso“.\n\n"
    "Sie habe, sagte sie, nichts gewusst."
)


def span(passage: str, after: int = 0) -> Span:
    start = TEXT.index(passage, after)
    return Span(start, start + len(passage))


ARTICLE = Article(
    TEXT,
    title="Bauen: „heute“ [neu]",
    byline="Von Anna Beispiel und Jan de Vries",
    outlet="Beispielblatt",
    section="Politik",
    url="https://example.org/bauen?a=1&b=2",
    location="bauen.html",
    published="2015-10-21T18:30:00+02:00",
    language="de",
    id=1,
    uid="11111111-1111-4111-8111-111111111111",
    added="2026-01-02T03:04:05+00:00",
    tags=("politik/bau amt",),
)
DIRECT = Quote(
    QuoteType.DIRECT,
    (span("„Wir *bauen* <heute>“"),),
    speaker=(span("Erika Mustermann"),),
    cue=(span("sagte"),),
    frame=(span("sagte Erika Mustermann am Montag"),),
    resolved_speaker="Erika Mustermann",
    id=1,
    uid="22222222-2222-4222-8222-222222222222",
    article_id=1,
    status=Status.ACCEPTED,
    verification=Verification.CHECKED,
    source_id=7,
    source="Erika Mustermann",
    tags=("bau/plan",),
)
SPLIT = Quote(
    QuoteType.INDIRECT,
    (span("Sie habe"), span("nichts gewusst")),
    speaker=(span("sie", span("Sie habe").end),),
    cue=(span("sagte", span("Sie habe").start),),
    id=2,
    uid="33333333-3333-4333-8333-333333333333",
    article_id=1,
    confidence=0.75,
    origin="rules-1",
)
QUOTE_NOTE = Note(
    "Rückruf *morgen*\nbei ihr",
    1,
    quote_id=1,
    id=1,
    uid="44444444-4444-4444-8444-444444444444",
    created="2026-01-02T03:04:05+00:00",
    modified="2026-01-02T03:04:05+00:00",
)
PASSAGE_NOTE = Note(
    "Was heißt das?",
    1,
    span=span("=Gleichheit"),
    exact="=Gleichheit",
    id=2,
    uid="55555555-5555-4555-8555-555555555555",
    created="2026-01-02T03:04:05+00:00",
    tags=("frage",),
)
SOURCE = Source(
    "Erika Mustermann",
    SourceKind.PERSON,
    "Ministerin",
    "Land",
    id=7,
    uid="66666666-6666-4666-8666-666666666666",
)
EVIDENCE = Evidence(
    Verification.CHECKED, 1, "recording", "00:12:31", "klar", "anna", "2026-01-02T03:04:05+00:00"
)
DOSSIER = Dossier(ARTICLE, (DIRECT, SPLIT), (QUOTE_NOTE, PASSAGE_NOTE), (SOURCE,), (EVIDENCE,))
OPTIONS = Options(actor="Anna Beispiel", now="2026-02-03T04:05:06+00:00", labels="en")


def with_source(use: TermsOfUse = TermsOfUse.ON_RECORD) -> Dossier:
    """The dossier with its source on other terms; on record, its identity is protected."""
    hidden = replace(
        SOURCE,
        use=use,
        identity_protected=use is TermsOfUse.ON_RECORD,
        aliases=("Die Bärin",),
        remarks="Tel. 0123",
    )
    return replace(DOSSIER, sources=(hidden,), protected=(hidden,))


def written(name: str, *dossiers: Dossier, options: Options = OPTIONS) -> bytes:
    stream = io.BytesIO()
    formats.get(name).write(dossiers or (DOSSIER,), stream, options=options)
    return stream.getvalue()

"""JSON lines as reader writes them: an article a line, with its text and all that is known about it."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TypeVar

from reader.i18n import _, ngettext
from reader.imports.plain_json import listed, number, objects, text, texts
from reader.imports.values import Incoming, Marked, MarkedQuote, MarkedText
from reader.ingest.own_shape import HOLDING, own_links, own_pages, own_transcript
from reader.models import (
    Agreed,
    Anchor,
    Article,
    ArticleState,
    Authorisation,
    Authorised,
    Caption,
    Evidence,
    Medium,
    Memo,
    Printed,
    Quote,
    QuoteType,
    Silence,
    Source,
    SourceKind,
    Span,
    Spans,
    SpeakerBasis,
    Status,
    TermsOfUse,
    Translation,
    Verification,
)
from reader.texts.anchoring import context_of
from reader.texts.locating import SoughtPassage

Term = TypeVar("Term")
_LANGUAGE = re.compile("[a-z]{2}")
_FACTS = ("title", "byline", "outlet", "section", "agency", "url", "location", "published", "added")


def is_ours(line: Any) -> bool:
    """Whether a value is an article as an export writes it."""
    return (
        isinstance(line, dict) and isinstance(line.get("text"), str) and isinstance(line.get("quotes"), list)
    )


def read(lines: list[Any]) -> Incoming:
    """The articles of the lines; a line that is none is told and left out."""
    found: list[MarkedText] = []
    memos: list[Memo] = []
    remarks: list[str] = []
    for place, line in enumerate(lines, 1):
        try:
            if isinstance(line, dict) and isinstance(line.get("memo"), str):
                memos.append(_memo(line))
                continue
            if not is_ours(line):
                raise ValueError(_("it is no article"))
            article = _article(line)
            found.append(article)
            if refused := len(line["quotes"]) - len(article.quotes):
                remarks.append(_refused(place, refused))
        except (ValueError, KeyError, TypeError) as error:
            remarks.append(_("Line {line} was left out: {error}.").format(line=place, error=error))
    return Incoming("reader", tuple(found), memos=tuple(memos), remarks=tuple(remarks))


def _refused(place: int, quotes: int) -> str:
    """That quotes of a line were left out, in a sentence."""
    told = ngettext(
        "Line {line}: {count} quote was left out: no words in the text, or no type that there is.",
        "Line {line}: {count} quotes were left out: no words in the text, or no type that there is.",
        quotes,
    )
    return told.format(line=place, count=quotes)


def _memo(line: dict[str, Any]) -> Memo:
    return Memo(
        text(line["memo"]), text(line.get("story")), uid=text(line.get("uid")), tags=texts(line.get("tags")),
        created=text(line.get("created")), modified=text(line.get("modified")),
        origin=text(line.get("origin")),
    )  # fmt: skip


def lines_of(content: str) -> list[Any]:
    """The JSON value of each line that is not empty; None for one that is no JSON."""
    return [_value(line) for line in content.split("\n") if line.strip()]


def _value(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _article(line: dict[str, Any]) -> MarkedText:
    body = text(line["text"])
    facts: dict[str, Any] = {name: text(line.get(name)) for name in (*_FACTS, *HOLDING)}
    article = Article(
        body,
        **facts,
        language=text(line.get("lang")),
        uid=text(line.get("id")),
        state=_term(ArticleState, line.get("state"), ArticleState.UNREAD),
        starred=line.get("starred") is True,
        captions=_captions(line),
        headings=_spans(line.get("headings"), body),
        links=own_links(line.get("links"), body),
        pages=own_pages(line.get("pages"), body),
        removed=texts(line.get("removed")),
        recording=text(line.get("recording")),
        transcript=own_transcript(line, body),
    )
    return MarkedText(
        article.title,
        article.url,
        article.uid,
        article,
        tuple(_note(one, body) for one in objects(line.get("notes"))),
        tuple(_quotes(line["quotes"], body)),
        texts(line.get("tags")),
    )


def _captions(line: dict[str, Any]) -> tuple[Caption, ...]:
    found = objects(line.get("captions"))
    return tuple(Caption(text(one.get("text")), text(one.get("credit"))) for one in found)


def _quotes(values: list[Any], body: str) -> Iterator[MarkedQuote]:
    """The quotes that can be read: one that cannot spoils itself alone."""
    for one in objects(values):
        with suppress(ValueError):
            yield _marked(one, body)


def _marked(one: dict[str, Any], body: str) -> MarkedQuote:
    spans, exact = _spans(one.get("spans"), body), tuple(text(part) for part in listed(one.get("exact")))
    anchor = _term(Anchor, one.get("anchor"), Anchor.EXACT)
    is_lost = anchor is Anchor.ORPHAN or not spans
    if not spans and not "".join(exact).strip():
        raise ValueError(_("it has no words in the text"))
    quote = _quote(one, body, () if is_lost else spans, exact, Anchor.ORPHAN if is_lost else anchor)
    sought = _sought(spans, body) if spans else tuple(SoughtPassage(part) for part in exact)
    mark = Marked(sought, quote.spans, tags=texts(one.get("tags")), uid=quote.uid, is_lost=is_lost)
    return MarkedQuote(
        mark,
        quote,
        source=_source(one.get("source")),
        notes=tuple(_note(note, body) for note in objects(one.get("notes"))),
        evidence=tuple(_evidence(item) for item in objects(one.get("evidence"))),
        authorised=tuple(_authorised(item) for item in objects(one.get("authorisations"))),
        translations=tuple(_translations(one)),
        tells_nesting="nested" in one,
    )


def _quote(one: dict[str, Any], body: str, spans: Spans, exact: tuple[str, ...], anchor: Anchor) -> Quote:
    roles: dict[str, Any] = {}
    if anchor is not Anchor.ORPHAN:
        roles = {name: _spans(one.get(name), body) for name in _ROLES}
    return Quote(
        QuoteType(text(one.get("type"))),
        spans,
        **roles,
        medium=_term(Medium, one.get("medium"), Medium.SPEECH),
        nested=one.get("nested") is True,
        confidence=_share(one.get("confidence")),
        status=_term(Status, one.get("status"), Status.SUGGESTED),
        verification=_term(Verification, one.get("verification"), Verification.UNVERIFIED),
        authorisation=_term(Authorisation, one.get("authorisation"), Authorisation.NONE),
        use=_use(one),
        description=text(one.get("description")),
        origin=text(one.get("origin")),
        anchor=anchor,
        earlier=text(one.get("earlier")),
        spoken_by=text(one.get("spoken_by")),
        speaker_kind=_term(SourceKind, one.get("speaker_kind"), SourceKind.UNKNOWN),
        resolved_speaker=text(one.get("resolved_speaker")),
        speaker_role=text(one.get("speaker_role")),
        speaker_affiliation=text(one.get("speaker_affiliation")),
        speaker_basis=_basis(one),
        speaker_confidence=_share(one.get("speaker_confidence")),
        uid=text(one.get("id")),
        exact=exact,
    )


_ROLES = ("speaker", "cue", "addressee", "frame")


def _basis(one: dict[str, Any]) -> SpeakerBasis:
    basis = _term(SpeakerBasis, one.get("speaker_basis"), SpeakerBasis.NONE)
    # An export calls every speaker who is assigned said by a person; what the detector read is not told then.
    return SpeakerBasis.NONE if basis is SpeakerBasis.PERSON and one.get("source") else basis


def _use(one: dict[str, Any]) -> TermsOfUse:
    """How the quote may be used where that differs from its source: an export gives it of both together."""
    use = _term(TermsOfUse, one.get("use"), TermsOfUse.AS_SOURCE)
    source = one.get("source")
    default = text(source.get("use")) if isinstance(source, dict) else str(TermsOfUse.ON_RECORD)
    return TermsOfUse.AS_SOURCE if str(use) == default else use


def _note(one: dict[str, Any], body: str) -> Marked:
    spans = _spans([one.get("span")], body) if one.get("span") else ()
    exact, is_lost = text(one.get("exact")), one.get("anchor") == str(Anchor.ORPHAN)
    sought = _sought(spans, body) if spans else (SoughtPassage(exact),) if exact else ()
    return Marked(
        sought,
        spans,
        text(one.get("body")),
        texts(one.get("tags")),
        origin=text(one.get("origin")),
        created=text(one.get("created")),
        modified=text(one.get("modified")),
        uid=text(one.get("id")),
        is_lost=is_lost,
    )


def _sought(spans: Spans, body: str) -> tuple[SoughtPassage, ...]:
    return tuple(SoughtPassage(body[a:b], *context_of(body, Span(a, b)), a) for a, b in spans)


def _source(value: Any) -> Source | None:
    if not isinstance(value, dict) or not text(value.get("name")).strip():
        return None
    return Source(
        text(value["name"]),
        _term(SourceKind, value.get("kind"), SourceKind.UNKNOWN),
        text(value.get("role")),
        text(value.get("affiliation")),
        texts(value.get("aliases")),
        _term(TermsOfUse, value.get("use"), TermsOfUse.ON_RECORD),
        uid=text(value.get("id")),
        description=text(value.get("description")),
        identity_protected=value.get("identity_protected") is True,
        external_id=text(value.get("external_id")),
    )


def _evidence(one: dict[str, Any]) -> Evidence:
    named: dict[str, Any] = {
        name: text(one.get(name)) for name in ("kind", "reference", "remark", "who", "at")
    }
    return Evidence(_term(Verification, one.get("verification"), Verification.CHECKED), 0, **named)


def _translations(quote: dict[str, Any]) -> Iterator[Translation]:
    for one in objects(quote.get("translations")):
        words, language = text(one.get("text")), text(one.get("language"))
        if words and _LANGUAGE.fullmatch(language):
            more: dict[str, Any] = {name: text(one.get(name)) for name in ("translator", "who", "at")}
            yield Translation(language, words, **more)


def _authorised(one: dict[str, Any]) -> Authorised:
    fields = ("spoken", "approved", "who", "at", "until", "sheet", "shown", "remark")
    named: dict[str, Any] = {name: text(one.get(name)) for name in fields}
    return Authorised(
        _term(Authorisation, one.get("state"), Authorisation.NONE),
        **named,
        agreed=_term(Agreed, one.get("agreed"), Agreed.UNSAID),
        silence=_term(Silence, one.get("silence"), Silence.UNSAID),
        prints=_term(Printed, one.get("prints"), Printed.UNDECIDED),
        number=number(one.get("number"), 0),
    )


def _spans(value: Any, body: str) -> Spans:
    """Places in the text; none where one lies outside of it."""
    pairs = [pair for pair in listed(value) if isinstance(pair, list) and len(pair) == 2]
    spans = tuple(Span(number(start), number(end)) for start, end in pairs)
    return spans if all(0 <= start < end <= len(body) for start, end in spans) else ()


def _share(value: Any) -> float:
    return min(1.0, max(0.0, float(value))) if isinstance(value, (int, float)) else 1.0


def _term(terms: type[Term], value: Any, otherwise: Term) -> Term:
    try:
        return terms(text(value))  # type: ignore[call-arg]  # every closed list is made of its values
    except ValueError:
        return otherwise

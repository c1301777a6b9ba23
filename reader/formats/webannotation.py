"""W3C Web Annotation as JSON-LD: an array of annotations, which Recogito loads as it is.

Every target has both selectors (Recogito refuses one without the other); positions are code points of the
article's stored text. https://www.w3.org/TR/annotation-model/
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from reader.formats.dossier import (
    Dossier,
    Options,
    article_uid,
    note_uid,
    notes_of,
    other_notes,
    quote_uid,
    speaker_name,
    written_speaker,
)
from reader.formats.format import Format
from reader.formats.times import zulu
from reader.models import Note, Quote, Span, words_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after a passage that help to find it again."""


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a JSON array of annotations, one a line."""
    stream.write(b"[")
    between = b"\n"
    for dossier in dossiers:
        for annotation in annotations(dossier, options):
            stream.write(between + json.dumps(annotation, ensure_ascii=False).encode("utf-8", "replace"))
            between = b",\n"
    stream.write(b"\n]\n")


def annotations(dossier: Dossier, options: Options) -> Iterator[dict[str, Any]]:
    """The quotes, then the notes that are not on one of them."""
    for quote in dossier.quotes:
        yield _of_quote(dossier, quote, options)
    for note in other_notes(dossier):
        yield _of_note(dossier, note, options)


def _of_quote(dossier: Dossier, quote: Quote, options: Options) -> dict[str, Any]:
    language = dossier.article.language
    bodies = [_textual(str(quote.type), "classifying"), *(_textual(tag, "tagging") for tag in quote.tags)]
    if speaker := speaker_name(dossier, quote):
        bodies.append(_textual(speaker, "identifying"))
    if described := _roles(dossier, quote):
        bodies.append(_textual(described, "describing", language))
    bodies += [_commenting(note, language) for note in notes_of(dossier, quote)]
    targets = [_target(dossier, span) for span in quote.spans]
    dates = _dates(dossier.article.added, "")
    return _annotation(quote_uid(dossier, quote), "highlighting", bodies, targets, dates, options)


def _of_note(dossier: Dossier, note: Note, options: Options) -> dict[str, Any]:
    bodies = [_textual(tag, "tagging") for tag in note.tags]
    if note.body:
        bodies.append(_commenting(note, dossier.article.language))
    target = _target(dossier, note.span) if note.span else _source(dossier)
    motivation = "commenting" if note.body else "tagging"
    dates = _dates(note.created, note.modified)
    return _annotation(note_uid(dossier, note), motivation, bodies, [target], dates, options)


def _annotation(
    uid: str,
    motivation: str,
    bodies: list[dict[str, Any]],
    targets: list[Any],
    dates: dict[str, str],
    options: Options,
) -> dict[str, Any]:
    annotation: dict[str, Any] = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{uid}",
        "type": "Annotation",
        "motivation": motivation,
        **dates,
        "generator": {"id": "urn:reader", "type": "Software", "name": "reader"},
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }
    if moment := zulu(options.now):
        annotation["generated"] = moment
    if options.actor:
        annotation["creator"] = {"type": "Person", "name": options.actor}
    return annotation


def _dates(created: str, modified: str) -> dict[str, str]:
    dates = {"created": zulu(created), "modified": zulu(modified)}
    return {name: moment for name, moment in dates.items() if moment}


def _textual(value: str, purpose: str, language: str = "") -> dict[str, Any]:
    body = {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
    return body | ({"language": language} if language else {})


def _commenting(note: Note, language: str) -> dict[str, Any]:
    return _textual(note.body, "commenting", language) | {"format": "text/markdown"}


def _roles(dossier: Dossier, quote: Quote) -> str:
    text = dossier.article.text
    known = {
        "speaker": written_speaker(dossier, quote),
        "cue": words_of(text, quote.cue),
        "addressee": words_of(text, quote.addressee),
        "medium": str(quote.medium),
        "status": str(quote.status),
        "verification": str(quote.verification),
    }
    return "; ".join(f"{name}: {value}" for name, value in known.items() if value)


def _source(dossier: Dossier) -> str:
    return dossier.article.url or f"urn:uuid:{article_uid(dossier.article)}"


def _target(dossier: Dossier, span: Span) -> dict[str, Any]:
    text = dossier.article.text
    exact = {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    # Recogito refuses a target that lacks one of the two.
    return {"source": _source(dossier), "selector": [exact, position]}


FORMAT = Format("webannotation", ".jsonld", "W3C Web Annotation (JSON-LD), for Recogito and others", write)

"""W3C Web Annotation as JSON-LD, an array of annotations: as the model has it, and as Recogito loads it.

Positions are code points of the article's stored text, as the model says, or UTF-16 units, as Recogito
counts. Recogito refuses a target without both selectors: there a note on an article stands on its whole text,
and what the present text has lost is left out. https://www.w3.org/TR/annotation-model/
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from reader.formats.addresses import address_of
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
    role_words,
    speaker_name,
    written_speaker,
)
from reader.formats.format import Format
from reader.formats.offsets import Offsets
from reader.formats.pages import place_written
from reader.formats.remarks import remarks_of
from reader.formats.said_at import fragment_of
from reader.formats.times import zulu
from reader.formats.wording import parts_of
from reader.i18n import _
from reader.models import Note, Quote, Span
from reader.visible import escaped

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after a passage that help to find it again."""


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a JSON array of annotations, one a line."""
    _write(dossiers, stream, options, for_recogito=False)


def write_recogito(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write the same with what Recogito asks for: UTF-16 units, and both selectors everywhere."""
    _write(dossiers, stream, options, for_recogito=True)


def _write(dossiers: Iterable[Dossier], stream: BinaryIO, options: Options, *, for_recogito: bool) -> None:
    stream.write(b"[")
    between = b"\n"
    for dossier in dossiers:
        for annotation in _annotations(_Targets(dossier, for_recogito), options):
            stream.write(
                between + escaped(json.dumps(annotation, ensure_ascii=False)).encode("utf-8", "replace")
            )
            between = b",\n"
    stream.write(b"\n]\n")


def _annotations(targets: "_Targets", options: Options) -> Iterator[dict[str, Any]]:
    """The quotes, then the notes that are not on one of them."""
    for quote in targets.dossier.quotes:
        if found := targets.of_quote(quote):
            yield _of_quote(targets.dossier, quote, found, options)
    for note in other_notes(targets.dossier):
        if found := targets.of_note(note):
            yield _of_note(targets.dossier, note, found, options)


def _of_quote(dossier: Dossier, quote: Quote, targets: list[Any], options: Options) -> dict[str, Any]:
    language = dossier.article.language
    bodies = [_textual(str(quote.type), "classifying"), *(_textual(tag, "tagging") for tag in quote.tags)]
    if speaker := speaker_name(dossier, quote):
        bodies.append(_textual(speaker, "identifying"))
    if described := _roles(dossier, quote):
        bodies.append(_textual(described, "describing", language))
    if page := place_written(dossier.article, quote):
        bodies.append(_textual(page, "describing", language))
    bodies += [_textual(remark, "describing") for remark in remarks_of(dossier, quote)]
    bodies += [_commenting(note, language) for note in notes_of(dossier, quote)]
    if fragment := fragment_of(dossier.article, quote):
        targets = [*targets, fragment]
    # When a quote was found or made is not kept; when the article came in is another thing.
    return _annotation(quote_uid(dossier, quote), "highlighting", bodies, targets, {}, options)


def _of_note(dossier: Dossier, note: Note, targets: list[Any], options: Options) -> dict[str, Any]:
    bodies = [_textual(tag, "tagging") for tag in note.tags]
    if note.body:
        bodies.append(_commenting(note, dossier.article.language))
    motivation = "commenting" if note.body else "tagging"
    dates = _dates(note.created, note.modified)
    return _annotation(note_uid(dossier, note), motivation, bodies, targets, dates, options)


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
    known = {
        "speaker": written_speaker(dossier, quote),
        "cue": role_words(dossier, quote, quote.cue),
        "addressee": role_words(dossier, quote, quote.addressee),
        "medium": str(quote.medium),
        "status": str(quote.status),
        "verification": str(quote.verification),
    }
    return "; ".join(f"{name}: {value}" for name, value in known.items() if value)


class _Targets:
    """What the annotations of one article stand on; an empty list where that cannot be said."""

    def __init__(self, dossier: Dossier, for_recogito: bool) -> None:
        self.dossier = dossier
        self._for_recogito = for_recogito
        self._units = Offsets(dossier.article.text, "utf-16" if for_recogito else "code points")
        article = dossier.article
        self._source = address_of(article) or f"urn:uuid:{article_uid(article)}"

    def of_quote(self, quote: Quote) -> list[Any]:
        """A target for each span; of a lost quote, for the wording of each."""
        if quote.is_lost:
            return self._lost(parts_of(self.dossier.article, quote))
        return [self._passage(span) for span in quote.spans]

    def of_note(self, note: Note) -> list[Any]:
        """The passage, its wording where that is lost, or the article."""
        if place := passage_of(note):
            return [self._passage(place)]
        if words := noted_words(self.dossier, note):
            return self._lost((words,))
        whole = Span(0, len(self.dossier.article.text))
        # Not the bare address, which the model allows: a reader that looks for selectors stumbles over it.
        about = {"type": "SpecificResource", "source": self._source}
        return [self._passage(whole)] if self._for_recogito else [about]

    def _lost(self, parts: tuple[str, ...]) -> list[Any]:
        if self._for_recogito:
            return []
        return [
            {"source": self._source, "selector": [{"type": "TextQuoteSelector", "exact": part}]}
            for part in parts
        ]

    def _passage(self, span: Span) -> dict[str, Any]:
        text, counted = self.dossier.article.text, self._units.span(span)
        exact = {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        }
        position = {"type": "TextPositionSelector", "start": counted.start, "end": counted.end}
        return {"source": self._source, "selector": [exact, position]}


FORMAT = Format(
    "webannotation",
    ".jsonld",
    _("Annotations in the web's own standard (W3C, JSON-LD)"),
    write,
    counts_places=True,
)
RECOGITO = Format(
    "recogito", ".json", _("Web Annotations as Recogito loads them"), write_recogito, counts_places=True
)

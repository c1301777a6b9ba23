"""Make covered names as long as any other, where no places are counted: their length would tell who it is."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from reader.formats.cover import BLOCK, EVEN, RUN, evened
from reader.formats.dossier import Dossier
from reader.models import Article, Authorised, Evidence, Note, Quote, Source, Span, Spans, Translation
from reader.transcripts import SpokenTurn, Transcript


def even(dossier: Dossier) -> Dossier:
    """`dossier` with its texts evened, and everything that points into the article's moved along."""
    moved = _Moved(dossier.article.text)
    headings = moved.spans(dossier.article.headings)
    pages = tuple(page._replace(start=moved.place(page.start)) for page in dossier.article.pages)
    links = tuple(link._replace(span=moved.span(link.span)) for link in dossier.article.links)
    spoken = _transcript(dossier.article.transcript, moved)
    article = replace(dossier.article, headings=headings, pages=pages, links=links, transcript=spoken)
    return replace(
        dossier,
        article=_evened(article),
        quotes=tuple(_evened(_quote(quote, moved)) for quote in dossier.quotes),
        notes=tuple(_evened(_note(note, moved)) for note in dossier.notes),
        sources=tuple(map(_evened, dossier.sources)),
        evidence=tuple(map(_evened, dossier.evidence)),
        authorised=tuple(map(_evened, dossier.authorised)),
        translations=tuple(map(_evened, dossier.translations)),
    )


Value = TypeVar("Value", Article, Quote, Note, Source, Evidence, Authorised, Translation)


def _evened(value: Value) -> Value:
    """A value with every text in it evened."""
    changes: dict[str, Any] = {}
    for one in fields(value):
        held = getattr(value, one.name)
        if isinstance(held, str) and BLOCK in held:
            changes[one.name] = evened(held)
        elif isinstance(held, tuple) and any(isinstance(part, str) and BLOCK in part for part in held):
            changes[one.name] = tuple(map(evened, held))
    return replace(value, **changes) if changes else value


class _Moved:
    """Where places of a text went."""

    def __init__(self, text: str) -> None:
        self._runs: list[tuple[int, int]] = [found.span() for found in RUN.finditer(text)]
        self._starts = [start for start, _ in self._runs]
        self._shifts = [0]
        for start, end in self._runs:
            self._shifts.append(self._shifts[-1] + len(EVEN) - (end - start))

    def place(self, offset: int) -> int:
        """The new place of an offset; inside of a run, as near as the run allows."""
        before = bisect_right(self._starts, offset)
        if before and offset < self._runs[before - 1][1]:
            start = self._runs[before - 1][0]
            return start + self._shifts[before - 1] + min(offset - start, len(EVEN) - 1)
        return offset + self._shifts[before]

    def span(self, span: Span) -> Span:
        """A span, with the whole of a run that it begins or ends in: a part of one would tell its length."""
        start, end = self.place(self._run_at(span.start)[0]), self.place(self._run_at(span.end)[1])
        return Span(start, max(end, start + 1))

    def _run_at(self, offset: int) -> tuple[int, int]:
        """The run that an offset lies inside of, else the offset twice."""
        before = bisect_right(self._starts, offset)
        start, end = self._runs[before - 1] if before else (offset, offset)
        return (start, end) if start < offset < end else (offset, offset)

    def spans(self, spans: Iterable[Span]) -> Spans:
        """All of them."""
        return tuple(self.span(span) for span in spans)


def _quote(quote: Quote, moved: _Moved) -> Quote:
    return replace(
        quote,
        spans=moved.spans(quote.spans),
        speaker=moved.spans(quote.speaker),
        cue=moved.spans(quote.cue),
        addressee=moved.spans(quote.addressee),
        frame=moved.spans(quote.frame),
    )


def _transcript(spoken: Transcript | None, moved: _Moved) -> Transcript | None:
    if spoken is None:
        return None
    turns = [_turn(one, moved) for one in spoken.turns]
    times = [one._replace(start=moved.place(one.start), end=moved.place(one.end)) for one in spoken.times]
    return Transcript(tuple(turns), tuple(times))


def _turn(turn: SpokenTurn, moved: _Moved) -> SpokenTurn:
    start, name_end, said, end = map(moved.place, turn[:4])
    return SpokenTurn(start, name_end, said, end, turn.asks)


def _note(note: Note, moved: _Moved) -> Note:
    span = moved.span(note.span) if note.span else None
    return replace(note, span=span)

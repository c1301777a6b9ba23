"""Make covered names as long as any other, where no places are counted: their length would tell who it is."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from reader.formats.cover import BLOCK, EVEN, RUN, evened
from reader.formats.dossier import Dossier
from reader.models import Note, Quote, Span, Spans


def even(dossier: Dossier) -> Dossier:
    """`dossier` with its text evened, and everything that points into it moved along."""
    article = dossier.article
    if BLOCK in article.text:
        moved = _Moved(article.text)
        article = replace(article, text=evened(article.text), headings=moved.spans(article.headings))
        quotes = tuple(_quote(quote, moved) for quote in dossier.quotes)
        notes = tuple(_note(note, moved) for note in dossier.notes)
        dossier = replace(dossier, article=article, quotes=quotes, notes=notes)
    article = replace(
        article,
        title=evened(article.title),
        byline=evened(article.byline),
        outlet=evened(article.outlet),
        section=evened(article.section),
    )
    return replace(dossier, article=article)


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
        """A span, at least one character long."""
        start, end = self.place(span.start), self.place(span.end - 1) + 1
        return Span(start, max(end, start + 1))

    def spans(self, spans: Iterable[Span]) -> Spans:
        """All of them."""
        return tuple(self.span(span) for span in spans)


def _quote(quote: Quote, moved: _Moved) -> Quote:
    return replace(
        quote,
        exact=tuple(map(evened, quote.exact)),
        spans=moved.spans(quote.spans),
        speaker=moved.spans(quote.speaker),
        cue=moved.spans(quote.cue),
        addressee=moved.spans(quote.addressee),
        frame=moved.spans(quote.frame),
    )


def _note(note: Note, moved: _Moved) -> Note:
    span = moved.span(note.span) if note.span else None
    return replace(note, body=evened(note.body), exact=evened(note.exact), span=span)

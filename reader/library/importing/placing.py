"""Where what was marked elsewhere stands in the text of this library.

A file that holds its text gives places in it: those hold where the text is the same, and where it differs
passages are followed as they are to a new version. From any other file words are found again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from reader.imports.values import Marked, MarkedQuote, MarkedText
from reader.library.following import MARKS, passage_of, placed_note, placed_quote
from reader.library.importing.covered import is_same_text
from reader.models import Anchor, Note, Quote, QuoteType, Span, Spans, words_of
from reader.texts.locating import PassageFinder, SoughtPassage
from reader.texts.passages import Passages

_WORST_LAST = (Anchor.EXACT, Anchor.MOVED, Anchor.FUZZY, Anchor.ORPHAN)


class Placer:
    """Places what is marked in one text of a file in one text of the library."""

    def __init__(self, text: str, theirs: MarkedText) -> None:
        self.text = text
        self._theirs = theirs.article.text if theirs.article else ""
        self._quotes = theirs.quotes
        self._finder = PassageFinder(text)
        self._is_same = bool(self._theirs) and is_same_text(self._theirs, text)

    def note(self, mark: Marked) -> tuple[Span | None, Anchor]:
        """The stretch of text that a mark is on; None for the whole text, and for one that is lost."""
        if mark.is_lost:
            return None, Anchor.ORPHAN
        if not mark.sought:
            return None, Anchor.EXACT
        spans, anchor = self._spans(mark)
        if not spans:
            return None, Anchor.ORPHAN
        span = Span(spans[0].start, spans[-1].end)
        # Recogito takes nothing on a whole text: what is on all of it is on the article.
        return (None, anchor) if span == (0, len(self.text)) else (span, anchor)

    def _spans(self, mark: Marked) -> tuple[Spans, Anchor]:
        if mark.spans and self._is_same:
            return mark.spans, Anchor.EXACT
        if mark.spans and self._theirs:
            placed = placed_note(
                self._passages, Note("", 0, span=Span(mark.spans[0].start, mark.spans[-1].end))
            )
            return ((placed.span,) if placed.span else ()), placed.anchor
        return self._sought(mark.sought)

    def _sought(self, parts: Sequence[SoughtPassage]) -> tuple[Spans, Anchor]:
        """All parts in their order; none where one is missing."""
        found: list[Span] = []
        worst = Anchor.EXACT
        for part in parts:
            spans, anchor = self._finder.parts(part)
            if not spans or (found and spans[0].start < found[-1].end):
                return (), Anchor.ORPHAN
            found.extend(spans)
            worst = max(worst, anchor, key=_WORST_LAST.index)
        return tuple(found), worst

    def quote(self, marked: MarkedQuote) -> Quote:
        """The quote with its places in the text here; a lost one with its words."""
        quote = replace(marked.quote, exact=tuple(part.words for part in marked.mark.sought))
        if quote.is_lost or marked.mark.is_lost:
            return self._lost(quote, marked)
        if not marked.mark.spans:
            return self._by_words(quote, marked)
        if self._is_same:
            return replace(quote, exact=(), **self._roles(quote, marked))
        placed = placed_quote(self._passages, quote)
        return self._lost(quote, marked) if placed.is_lost else replace(placed, **self._roles(placed, marked))

    def _by_words(self, quote: Quote, marked: MarkedQuote) -> Quote:
        spans, anchor = self._sought(marked.mark.sought)
        if not spans:
            return self._lost(quote, marked)
        if quote.type is QuoteType.DIRECT:
            spans = tuple(self._with_marks(span) for span in spans)
        placed = replace(quote, spans=spans, exact=(), anchor=anchor)
        return replace(placed, **self._roles(placed, marked))

    def _with_marks(self, span: Span) -> Span:
        """A part of direct speech with the quotation marks next to it, which some files leave out."""
        before, after = self.text[max(0, span.start - 1) : span.start], self.text[span.end : span.end + 1]
        is_marked = bool(before) and before in MARKS and bool(after) and after in MARKS
        return Span(span.start - 1, span.end + 1) if is_marked else span

    def _roles(self, quote: Quote, marked: MarkedQuote) -> dict[str, Any]:
        """The roles whose words alone are known, where those stand beside the quote."""
        return {name: self._finder.beside(words, quote.spans) for name, words in marked.roles.items()}

    def _lost(self, quote: Quote, marked: MarkedQuote) -> Quote:
        written = quote.spoken_by or words_of(self._theirs, quote.speaker) or marked.roles.get("speaker", "")
        nowhere: Spans = ()
        return replace(
            quote,
            anchor=Anchor.ORPHAN,
            spoken_by=written,
            speaker=nowhere,
            cue=nowhere,
            addressee=nowhere,
            frame=nowhere,
        )

    @cached_property
    def _passages(self) -> Passages:
        known = [passage_of(one.quote) for one in self._quotes if one.quote.spans]
        return Passages(self._theirs, self.text, known)


def inside_others(spans: Iterable[Span]) -> frozenset[Span]:
    """Those of the spans that lie within a longer one."""
    inner: set[Span] = set()
    reached = -1
    for span in sorted(set(spans), key=lambda one: (one.start, -one.end)):
        if span.end <= reached:
            inner.add(span)
        reached = max(reached, span.end)
    return frozenset(inner)

"""An article with everything that stands on it, as one value.

A `Page` is what the reading desk shows and what edits change. A change makes a new page, so that one that
could not be saved is taken back by showing the page before it. Quotes are sorted by where they start, the
longer one first.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from reader.models import (
    Anchor,
    Article,
    Authorised,
    Evidence,
    Note,
    Quote,
    Source,
    Span,
    Status,
    Translation,
    words_of,
)
from reader.transcripts import Period

if TYPE_CHECKING:
    from reader.store import Store


@dataclass(frozen=True)
class Page:
    """An article with its quotes, notes and evidence."""

    article: Article
    quotes: tuple[Quote, ...] = ()
    notes: tuple[Note, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    authorised: tuple[Authorised, ...] = ()
    """The steps of authorisations, by quote."""
    translations: tuple[Translation, ...] = ()
    """Its quotes in other languages."""
    uses: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    """Manuscript and day of each use, by quote, the latest first."""
    sources: dict[int, Source] = field(default_factory=dict)
    """The sources of its quotes, by id."""
    lost: int = 0
    """Quotes and notes that the newest text has lost."""
    played: tuple[Period, ...] = ()
    """What of the recording of a transcript was played."""
    damaged: int = 0
    """Quotes whose kept words are not where they should stand; they are not among `quotes`."""

    # -- what stands on it -------------------------------------------------------------------------------

    def quote(self, quote_id: int) -> Quote | None:
        """The quote of that id."""
        return next((quote for quote in self.quotes if quote.id == quote_id), None)

    def note(self, note_id: int) -> Note | None:
        """The note of that id."""
        return next((note for note in self.notes if note.id == note_id), None)

    @cached_property
    def shown(self) -> tuple[Quote, ...]:
        """Quotes that are not rejected."""
        return tuple(quote for quote in self.quotes if quote.status is not Status.REJECTED)

    @cached_property
    def undecided(self) -> int:
        """How many are still suggestions."""
        return sum(quote.status is Status.SUGGESTED for quote in self.shown)

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of each quote that is not rejected among them, by id."""
        return {quote.id: place for place, quote in enumerate(self.shown)}

    @cached_property
    def voices(self) -> str:
        """Who is quoted how often, a line each, the most quoted first."""
        tally = Counter(name for name in map(self.speaker_of, self.shown) if name)
        return "\n".join(f"{count:3}  {name}" for name, count in tally.most_common(5))

    def innermost(self, offset: int) -> Quote | None:
        """The shortest quote that has a span over `offset`."""
        before = bisect_right(self.quotes, offset, key=lambda quote: quote.start)
        best: Quote | None = None
        for quote in self.quotes[:before]:
            if quote.end <= offset or quote.status is Status.REJECTED or not covers(quote, offset):
                continue
            if best is None or quote.end - quote.start <= best.end - best.start:
                best = quote
        return best

    def neighbour(self, current: int, offset: int, step: int) -> Quote | None:
        """The quote `step` places after (before where negative) the current one, or the caret."""
        shown = self.shown
        place = self.places.get(current)
        if place is None:
            after = bisect_left(shown, offset, key=lambda quote: quote.start)
            place = after - 1 if step > 0 else after
        wanted = max(0, min(place + step, len(shown) - 1))
        return shown[wanted] if shown else None

    def words(self, spans: Iterable[Span]) -> str:
        """The text of some spans on one line."""
        return words_of(self.article.text, spans)

    def speaker_of(self, quote: Quote) -> str:
        """The source, else the fullest name, else the speaker as written."""
        return quote.name_read(self.article.text)

    def speaker_in_text(self, quote: Quote) -> str:
        """The fullest name that the article gives, else the speaker as written, whatever the source is."""
        return quote.resolved_speaker or self.words(quote.speaker)

    # -- changed -----------------------------------------------------------------------------------------

    def with_quotes(self, changed: Iterable[Quote]) -> "Page":
        """This page with quotes changed or added."""
        new = {quote.id: self._timed(quote) for quote in changed}
        quotes, moved = [], False
        for quote in self.quotes:
            now = new.pop(quote.id, quote)
            moved = moved or (now.spans is not quote.spans and now.spans != quote.spans)
            quotes.append(now)
        in_place = not moved and not new
        return replace(self, quotes=tuple(quotes) if in_place else in_order([*quotes, *new.values()]))

    def _timed(self, quote: Quote) -> Quote:
        """A quote with when its words are said now, in an article that was spoken."""
        if self.article.transcript is None or quote.is_lost:
            return quote
        period = self.article.transcript.period_of(quote.start, quote.end)
        said_from, said_to = period or (None, None)
        return replace(quote, said_from=said_from, said_to=said_to)

    def without(self, ids: Iterable[int], heir: int = 0) -> "Page":
        """This page without some quotes; their notes go to the quote `heir`, or stay on the article."""
        gone = set(ids)
        notes = tuple(replace(note, quote_id=heir) if note.quote_id in gone else note for note in self.notes)
        return replace(self, quotes=tuple(q for q in self.quotes if q.id not in gone), notes=notes)

    def with_note(self, note: Note, instead_of: int | None = None) -> "Page":
        """This page with a note added, or in the place of the one whose id is given."""
        old = note.id if instead_of is None else instead_of
        kept = [one for one in self.notes if one.id not in (old, note.id)]
        return replace(self, notes=(*kept, note))

    def without_notes(self, ids: Iterable[int]) -> "Page":
        """This page without some notes."""
        gone = set(ids)
        return replace(self, notes=tuple(note for note in self.notes if note.id not in gone))

    def with_sources(self, sources: Iterable[Source]) -> "Page":
        """This page with some sources known, those that have an id."""
        return replace(self, sources=self.sources | {source.id: source for source in sources if source.id})

    def stored_as(self, provisional: int, stored: object) -> "Page":
        """This page with what was shown under a provisional id under the one that it is `stored` by."""
        if isinstance(stored, Quote) and (quote := self.quote(provisional)) is not None:
            kept = replace(quote, id=stored.id, uid=stored.uid, origin=stored.origin, exact=stored.exact)
            return self.without([provisional], stored.id).with_quotes([kept])
        if isinstance(stored, Note) and (note := self.note(provisional)) is not None:
            return self.with_note(replace(note, id=stored.id, uid=stored.uid), provisional)
        return self


def in_order(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Quotes by start, the longer first."""
    return tuple(sorted(quotes, key=lambda quote: (quote.start, -quote.end)))


def covers(quote: Quote, offset: int) -> bool:
    """Whether one of the quote's spans is over `offset`."""
    return any(start <= offset < end for start, end in quote.spans)


def read_page(store: "Store", article_id: int) -> Page:
    """An article with its quotes, notes and evidence.

    What the newest text has lost stands nowhere in it: it is counted here and shown among the versions.
    """
    article = store.articles.get(article_id)
    every, notes = store.quotes.of(article_id), tuple(store.notes.of(article_id))
    placed = [quote for quote in every if quote.anchor is not Anchor.ORPHAN]
    quotes = [quote for quote in placed if _fits(quote, article.text)]
    used = sorted({quote.source_id for quote in quotes} - {0})
    return Page(
        article,
        in_order(quotes),
        notes,
        tuple(store.quotes.evidence_of(article_id)),
        tuple(store.quotes.authorisations_of(article_id)),
        tuple(store.quotes.translations_of(article_id)),
        store.ledgers.uses_in(article_id),
        {number: store.sources.get(number) for number in used},
        lost=sum(map(_is_lost, every)) + sum(map(_is_lost, notes)),
        played=store.articles.played(article_id) if article.transcript else (),
        damaged=len(placed) - len(quotes),
    )


def pages_of(store: "Store", quote_ids: Iterable[int]) -> list[Page]:
    """The articles of some quotes, each with those quotes alone: as much as an edit of them needs.

    Raises NotFoundError for the first number that is none of a quote.
    """
    quotes_by_article: dict[int, list[Quote]] = {}
    for number in quote_ids:
        quote = store.quotes.get(number)
        quotes_by_article.setdefault(quote.article_id, []).append(quote)
    return [
        Page(store.articles.get(article_id), tuple(quotes), played=store.articles.played(article_id))
        for article_id, quotes in quotes_by_article.items()
    ]


def _is_lost(passage: Quote | Note) -> bool:
    dismissed = isinstance(passage, Quote) and passage.status is Status.REJECTED
    return passage.anchor is Anchor.ORPHAN and not dismissed


def _fits(quote: Quote, text: str) -> bool:
    """Whether the text at the quote's place is the text kept with it: only a damaged library says no."""
    return all(
        text[start:end] == words for (start, end), words in zip(quote.spans, quote.exact, strict=False)
    )

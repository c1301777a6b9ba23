"""What the reading desk shows at a moment: an article with its quotes, notes and evidence.

A `DeskPage` is a value: a change makes a new one, so that a change that could not be saved is taken back by
showing the page before it. Quotes are sorted by where they start, the longer one first.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from reader.models import Anchor, Article, Evidence, Note, Quote, Source, Status, words_of
from reader.ui.widgets.article.spans import Mark
from reader.ui.widgets.quote_types import LOOKS


@dataclass(frozen=True)
class DeskPage:
    """An article and everything that stands on it."""

    article: Article
    quotes: tuple[Quote, ...] = ()
    notes: tuple[Note, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources: dict[int, Source] = field(default_factory=dict)
    """The sources of its quotes, by id."""
    lost: int = 0
    """Quotes and notes that the newest text has lost."""
    damaged: int = 0
    """Quotes whose kept words are not where they should stand; they are not among `quotes`."""

    def quote(self, quote_id: int) -> Quote | None:
        """The quote of that id."""
        return next((quote for quote in self.quotes if quote.id == quote_id), None)

    def with_quotes(self, changed: Iterable[Quote]) -> "DeskPage":
        """This page with quotes changed or added."""
        new = {quote.id: quote for quote in changed}
        quotes, moved = [], False
        for quote in self.quotes:
            now = new.pop(quote.id, quote)
            moved = moved or (now.spans is not quote.spans and now.spans != quote.spans)
            quotes.append(now)
        in_place = not moved and not new
        return replace(self, quotes=tuple(quotes) if in_place else in_order([*quotes, *new.values()]))

    def without(self, ids: Iterable[int]) -> "DeskPage":
        """This page without some quotes; their notes stay, on the article."""
        gone = set(ids)
        notes = tuple(replace(note, quote_id=0) if note.quote_id in gone else note for note in self.notes)
        return replace(self, quotes=tuple(q for q in self.quotes if q.id not in gone), notes=notes)

    def with_note(self, note: Note, instead_of: int | None = None) -> "DeskPage":
        """This page with a note added, or in the place of the one whose id is given."""
        old = note.id if instead_of is None else instead_of
        kept = [one for one in self.notes if one.id not in (old, note.id)]
        return replace(self, notes=(*kept, note))

    def without_notes(self, ids: Iterable[int]) -> "DeskPage":
        """This page without some notes."""
        gone = set(ids)
        return replace(self, notes=tuple(note for note in self.notes if note.id not in gone))

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
        names = (
            quote.source or quote.resolved_speaker or self.written(quote.speaker) for quote in self.shown
        )
        tally = Counter(name for name in names if name)
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

    def words(self, quote: Quote) -> str:
        """The text of a quote."""
        return words_of(self.article.text, quote.spans)

    def written(self, spans: Iterable[tuple[int, int]]) -> str:
        """The text of some spans on one line."""
        return " … ".join(" ".join(self.article.text[start:end].split()) for start, end in spans)


def in_order(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Quotes by start, the longer first."""
    return tuple(sorted(quotes, key=lambda quote: (quote.start, -quote.end)))


def covers(quote: Quote, offset: int) -> bool:
    """Whether one of the quote's spans is over `offset`."""
    return any(start <= offset < end for start, end in quote.spans)


def quote_marks(quote: Quote) -> list[Mark]:
    """The marks of a quote and its roles in the text."""
    if quote.status is Status.REJECTED:
        return []
    ink = LOOKS[quote.type].ink + ("+" if quote.status is Status.ACCEPTED else "")
    marks = [Mark(start, end, ink, quote.id) for start, end in quote.spans]
    for role, spans in (("speaker", quote.speaker), ("cue", quote.cue), ("addressee", quote.addressee)):
        marks += [Mark(start, end, role, quote.id) for start, end in spans]
    return marks


def note_marks(note: Note, colours: dict[str, str]) -> list[Mark]:
    """The mark of a note on a stretch of text, in the colour of its first coloured tag."""
    if note.span is None or note.anchor is Anchor.ORPHAN:
        return []
    colour = next((colours[path] for path in note.tags if colours.get(path)), "")
    return [Mark(note.span.start, note.span.end, f"tag:{colour}" if colour else "note")]

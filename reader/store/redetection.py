"""Takes the findings of a detector for what was suggested before, but where a person has decided already."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from reader.i18n import _
from reader.models import Anchor, Quote, Spans
from reader.store.records import Ground, quote_values, spans_of
from reader.store.steps import Recorder, new_uid

_SAME = 0.7
"""Share that two passages of one type must have in common to be the same finding with other ends.

Chosen by hand: a newer detector or text moves an end by a word or two, which leaves nine tenths of a sentence
and seven of ten words; a clause of the passage is a finding of its own.
"""
_BY_PERSON = """by_person = 1 OR origin = 'person' OR status <> 'suggested' OR source_id IS NOT NULL
    OR verification <> 'unverified' OR authorisation <> '' OR use <> ''
    OR EXISTS (SELECT 1 FROM notes WHERE quote_id = quotes.id)
    OR EXISTS (SELECT 1 FROM taggings WHERE quote_id = quotes.id)
    OR EXISTS (SELECT 1 FROM evidence WHERE quote_id = quotes.id)"""

_Place = tuple[Spans, str]
"""Where a quote stands, with its type."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What looking for quotes anew changed."""

    added: int
    removed: int
    changed: int
    """Suggestions that stayed, with another speaker, cue or confidence."""
    same: int
    kept: int
    """Quotes left alone because a person made, changed or used them."""


def found_values(article_id: int, quote: Quote, ground: Ground, detector: str) -> dict[str, Any]:
    """The columns of a quote that a detector found."""
    origin = quote.origin or detector
    return {"article_id": article_id, **quote_values(quote, ground), "origin": origin}


class DecidedQuote(NamedTuple):
    """Where a quote stands that a person made, changed or used; its columns by name."""

    spans: str
    suggested_spans: str
    type: str
    start_at: int
    end_at: int


class DecidedPlaces:
    """The places of quotes that a person made, changed or used.

    A finding is decided where its spans are those of such a quote, or those it had when it was suggested, or
    where a quote of the same type covers nearly the same passage.
    """

    def __init__(self, places: Iterable[DecidedQuote]) -> None:
        self._spans: set[Spans] = set()
        self._passages: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._longest = 0
        for place in places:
            self._spans |= {spans_of(stored) for stored in (place.spans, place.suggested_spans) if stored}
            self._passages[place.type].append((place.start_at, place.end_at))
            self._longest = max(self._longest, place.end_at - place.start_at)
        for passages in self._passages.values():
            passages.sort()

    def __contains__(self, quote: Quote) -> bool:
        """Whether a person has decided about this already."""
        return quote.spans in self._spans or any(
            min(end, quote.end) - max(start, quote.start)
            >= _SAME * (max(end, quote.end) - min(start, quote.start))
            for start, end in self._near(quote)
        )

    def _near(self, quote: Quote) -> Iterable[tuple[int, int]]:
        passages = self._passages.get(str(quote.type), [])
        first = bisect_left(passages, (quote.start - self._longest, 0))
        return passages[first : bisect_left(passages, (quote.end, 0))]


class Redetection:
    """What a detector finds in an article that it has read before."""

    def __init__(self, recorder: Recorder, article_id: int, ground: Ground, detector: str) -> None:
        self._recorder = recorder
        self._article_id = article_id
        self._ground = ground
        self._detector = detector

    def replace_suggestions(self, quotes: Iterable[Quote], drop: Callable[[Iterable[int]], None]) -> Replaced:
        """Store the findings in one step; `drop` takes away the quotes that are found no more."""
        found = {(quote.spans, str(quote.type)): quote for quote in quotes}
        decided, old = self._decided(), self._suggestions()
        with self._recorder.step(_("Look for quotes again")):
            outdated = [quote_id for place, (quote_id, _) in old.items() if place not in found]
            drop(outdated)
            outcomes = Counter(self._outcomes(found, old, DecidedPlaces(decided)))
        return Replaced(
            outcomes["added"], len(outdated), outcomes["changed"], outcomes["same"], kept=len(decided)
        )

    def _outcomes(
        self, found: Mapping[_Place, Quote], old: Mapping[_Place, tuple[int, str]], decided: DecidedPlaces
    ) -> Iterator[str]:
        """Store each finding, but those about which a person has decided; what became of it."""
        lost = self._lost_suggestions()
        for place, quote in found.items():
            values = quote_values(quote, self._ground)
            if place in old:
                number, anchor = old[place]
                # What was changed silently stays so until a person confirms it.
                values["anchor"] = str(Anchor.FUZZY if anchor == Anchor.FUZZY else quote.anchor)
                yield "changed" if self._recorder.update("quotes", [number], values) else "same"
            elif number := lost.pop((str(quote.type), values["words"]), 0):
                self._recorder.update("quotes", [number], values)
                yield "added"
            elif quote not in decided:
                values = found_values(self._article_id, quote, self._ground, self._detector)
                self._recorder.insert("quotes", {"uid": new_uid(), **values})
                yield "added"

    def _suggestions(self) -> dict[_Place, tuple[int, str]]:
        """Number and anchor of each suggestion in the newest text that nobody has touched."""
        sql = f"""SELECT id, spans, type, anchor FROM quotes
            WHERE article_id = ? AND anchor <> 'orphan' AND NOT ({_BY_PERSON})"""
        return {
            (spans_of(spans), type_): (number, anchor)
            for number, spans, type_, anchor in self._recorder.db.rows(sql, (self._article_id,))
        }

    def _lost_suggestions(self) -> dict[tuple[str, str], int]:
        """Suggestions that the text has lost, by type and words: it may say them again."""
        sql = f"""SELECT type, words, id FROM quotes
            WHERE article_id = ? AND anchor = 'orphan' AND NOT ({_BY_PERSON}) ORDER BY id DESC"""
        rows = self._recorder.db.rows(sql, (self._article_id,))
        return {(type_, words): number for type_, words, number in rows}

    def _decided(self) -> list[DecidedQuote]:
        """What a person decided about in the newest text; a lost quote's place is none in it."""
        columns = ", ".join(DecidedQuote._fields)
        sql = f"""SELECT {columns} FROM quotes
            WHERE article_id = ? AND anchor <> 'orphan' AND ({_BY_PERSON})"""
        return [DecidedQuote._make(row) for row in self._recorder.db.rows(sql, (self._article_id,))]

"""Which findings of a detector stand where a person has decided already."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from reader.models import Quote, Spans
from reader.store.records import spans_of

_SAME = 0.7
"""Share that two passages of one type must have in common to be the same finding with other ends.

Chosen by hand: a newer detector or text moves an end by a word or two, which leaves nine tenths of a sentence
and seven of ten words; a clause of the passage is a finding of its own.
"""


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

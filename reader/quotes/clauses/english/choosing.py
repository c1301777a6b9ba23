"""Choose among what a sentence may render: the surer first, none that overlap."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.models import Span
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.verb_groups import VerbGroup
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range

_SHORTEST = 5
"""Tokens of a piece beside direct speech that is something said for itself at least."""

_BESIDE = ("tag after, a clause", "as said")
"""Rules by which an attribution stands beside what is said."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a sentence may render, with the verb it hangs on."""

    draft: Draft
    lemma: str = ""
    group: VerbGroup | None = None


def chosen(
    text: ClauseText, candidates: Sequence[Candidate], whole: Sequence[Span], taken: Sequence[Span]
) -> Iterator[Draft]:
    """Those that remain, in order: no two overlap, none lies in direct speech."""
    free = [c for c in candidates if not _is_spoken(text, c.draft, whole, taken)]
    free.sort(key=lambda c: (-_reach(c.draft), c.draft.start))
    kept: list[Draft] = []
    for candidate in free:
        if not any(_overlap(candidate.draft, other) for other in kept):
            kept.append(candidate.draft)
    yield from sorted(kept, key=lambda draft: draft.start)


def _reach(draft: Draft) -> int:
    """Tokens said, and those of an attribution beside them, over which what is said inside does not go."""
    beside = draft.frame if draft.rule in _BESIDE else ()
    return sum(end - first for first, end in (*draft.content, *beside))


def _overlap(one: Draft, other: Draft) -> bool:
    """Whether what one says shares a word with what the other says, or lies in its frame."""
    return any(a < d and c < b for a, b in one.content for c, d in other.content)


def _is_spoken(text: ClauseText, draft: Draft, whole: Sequence[Span], taken: Sequence[Span]) -> bool:
    """Whether the verb stands in direct speech, or what is said mostly is direct speech."""
    starts = text.analysis.tokens.starts
    if draft.cue and _inside(starts[draft.cue[-1]], taken):
        return True
    # '"It rains," Ann Lee, 34, said': a sentence that opens as direct speech has its own attribution.
    if draft.rule in _BESIDE and _inside(starts[draft.content[0][0]], whole):
        return True
    beside = draft.rule in _BESIDE
    return all(_is_marked(text, piece, taken, beside) for piece in draft.content)


def _is_marked(text: ClauseText, piece: Range, taken: Sequence[Span], beside: bool) -> bool:
    """Whether a piece is direct speech, or too little `beside` it: "After all, he says, “I never did.”"."""
    span = text.span(piece)
    if 10 * _shared(span, taken) >= 9 * (span.end - span.start):
        return True
    small = beside and bool(taken) and piece[1] - piece[0] < _SHORTEST
    return small and not any(tag in "VAMF" for tag in text.tags[slice(*piece)])


def _inside(place: int, spans: Sequence[Span]) -> bool:
    at = bisect_right(spans, Span(place, 1 << 60)) - 1
    return at >= 0 and spans[at].start <= place < spans[at].end


def _shared(span: Span, taken: Sequence[Span]) -> int:
    """Code points of a span that lie in `taken`, which are in order and do not overlap."""
    first = max(0, bisect_right(taken, span) - 1)
    last = bisect_left(taken, Span(span.end, 0))
    return sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in taken[first:last])

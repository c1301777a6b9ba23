"""Where quotes begin and end: borders moved, stretches cut out, quotes split and joined."""

from dataclasses import replace

from reader.models import Quote, Span, Spans, Status, trimmed


def with_border(quote: Quote, border: str, offset: int, text: str) -> Quote | None:
    """The quote with its "end" or "start" at `offset`; None where nothing would be left of it."""
    spans = list(quote.spans)
    if border == "end":
        kept = [span for span in spans if span.start < offset] or spans[:1]
        last = trimmed(text, kept[-1].start, offset)
        return replace(quote, spans=(*kept[:-1], last)) if last.end > last.start else None
    kept = [span for span in spans if span.end > offset] or spans[-1:]
    first = trimmed(text, offset, kept[0].end)
    return replace(quote, spans=(first, *kept[1:])) if first.end > first.start else None


def cut_out(text: str, spans: Spans, held: tuple[int, int]) -> Spans:
    """`spans` without the stretch `held`; white space beside the cut goes too."""
    pieces: list[Span] = []
    for start, end in spans:
        for left, right in ((start, min(end, held[0])), (max(start, held[1]), end)):
            piece = trimmed(text, left, right)
            if piece.end > piece.start and piece not in pieces:
                pieces.append(piece)
    return tuple(sorted(pieces))


def split_at(text: str, spans: Spans, offset: int) -> tuple[Spans, Spans]:
    """`spans` before and from `offset` on; at the first gap where `offset` is at the very start."""
    if len(spans) > 1 and offset <= spans[0].start:
        return spans[:1], spans[1:]
    before = [trimmed(text, start, min(end, offset)) for start, end in spans if start < offset]
    after = [trimmed(text, max(start, offset), end) for start, end in spans if end > offset]
    return tuple(s for s in before if s.end > s.start), tuple(s for s in after if s.end > s.start)


def joined(first: Quote, second: Quote, text: str) -> Quote:
    """One quote of two: spans that touch become one, roles come from the first that has them."""
    spans: list[Span] = []
    for start, end in sorted((*first.spans, *second.spans)):
        if spans and not text[spans[-1].end : start].strip():
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return replace(
        first, spans=tuple(spans), speaker=first.speaker or second.speaker, cue=first.cue or second.cue,
        addressee=first.addressee or second.addressee, frame=first.frame or second.frame,
        source_id=first.source_id or second.source_id, source=first.source or second.source,
        resolved_speaker=first.resolved_speaker or second.resolved_speaker, status=Status.ACCEPTED,
    )  # fmt: skip

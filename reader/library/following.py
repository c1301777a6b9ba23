"""Bring what a person did with an article over to its changed text.

Quotes and notes are placed again by their passages; what cannot be found is kept as an orphan, with its words
and its old place. Suggestions of a detector are found afresh.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.models import Anchor, Note, Quote, QuoteType, Spans, Status
from reader.store import Store, Version
from reader.texts.passages import Passage, Passages

_SAME = 0.5
"""Share in common from which two passages are one suggestion with other borders; chosen by hand."""
MARKS = "„“”‟«»‹›‘’‚‛\"'–—"
"""What direct speech stands in or begins with."""


def follow_new_text(store: Store, article_id: int, found: Iterable[Quote], detector: str) -> None:
    """Place the quotes and notes of an article in its current text, and take the newly `found` quotes.

    To be called in the step that stored the new text.
    """
    versions, found = store.articles.versions(article_id), list(found)
    if len(versions) > 1:
        noted = [note for note in store.notes.of(article_id) if note.span]
        new = versions[-1]
        old = _text_before(versions, store.quotes.of(article_id), noted)
        quotes, notes = place(old.text, new.text, store.quotes.of(article_id), noted)
        before = {quote.id: quote for quote in store.quotes.of(article_id)}
        quotes = [_as_found_again(before[one.id], one, found) for one in quotes]
        dated = (replace(one, version=one.version or old.number) if one.is_lost else one for one in quotes)
        store.articles.reanchor(article_id, dated, notes)
    store.quotes.replace_suggestions(article_id, found, detector)


def _text_before(versions: Sequence[Version], quotes: Iterable[Quote], notes: Iterable[Note]) -> Version:
    """The text that quotes and notes stand in; after an undo that is not the last but one."""
    stand = [(one.spans, one.exact) for one in quotes if not one.is_lost]
    stand += [((one.span,), (one.exact,)) for one in notes if one.span and one.anchor is not Anchor.ORPHAN]
    return next(
        (
            version
            for version in versions[-2::-1]
            if all(tuple(version.text[a:b] for a, b in spans) == exact for spans, exact in stand)
        ),
        versions[-2],
    )


def _as_found_again(before: Quote, now: Quote, found: Iterable[Quote]) -> Quote:
    """A suggestion that was changed, with the borders at which a detector finds it now; else it is lost.

    What a person decided about stays where it was placed.
    """
    is_open = now.status is Status.SUGGESTED and now.origin != "person" and not (now.source_id or now.tags)
    if now.anchor is not Anchor.FUZZY or not is_open:
        return now
    alike = max(
        (one for one in found if one.type is now.type), key=lambda one: _shared(one, now), default=now
    )
    if alike is now or _shared(alike, now) < _SAME:
        return replace(before, anchor=Anchor.ORPHAN)
    return replace(now, spans=alike.spans)


def _shared(one: Quote, other: Quote) -> float:
    """The share of two passages that both cover."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))


def place(
    old: str, new: str, quotes: Sequence[Quote], notes: Sequence[Note]
) -> tuple[list[Quote], list[Note]]:
    """The quotes and notes of the text `old` as they stand in the text `new`."""
    passages = Passages(old, new, [passage_of(quote) for quote in quotes if not quote.is_lost])
    placed = [placed_quote(passages, quote) for quote in quotes]
    return placed, [placed_note(passages, note) for note in notes]


def placed_quote(passages: Passages, quote: Quote) -> Quote:
    """`quote` with all spans and roles in the new text; an orphan unless every one of its spans is found.

    One whose frame has changed counts as changed: somebody else may be said to have said it, or nobody. A
    role that is not found is left out: it can be shown again, a wrong one misleads.
    """
    if quote.is_lost:
        return quote
    passage = passage_of(quote)
    spans, anchor = passages.place(passage)
    if anchor is Anchor.ORPHAN:
        return replace(quote, anchor=anchor)
    if not passages.keeps_frame(passage, spans) or _has_lost_marks(quote, passages, spans):
        anchor = Anchor.FUZZY
    return replace(
        quote,
        spans=spans,
        exact=(),
        anchor=_until_confirmed(quote.anchor, anchor),
        speaker=passages.role(quote.speaker, quote.spans, spans),
        cue=passages.role(quote.cue, quote.spans, spans),
        addressee=passages.role(quote.addressee, quote.spans, spans),
        frame=passages.role(quote.frame, quote.spans, spans),
    )


def _has_lost_marks(quote: Quote, passages: Passages, spans: Spans) -> bool:
    """Whether direct speech stands in no marks any more: it is the article's words now."""
    if quote.type is not QuoteType.DIRECT:
        return False
    return _is_marked(passages.old_text, quote.spans) and not _is_marked(passages.new_text, spans)


def _is_marked(text: str, spans: Spans) -> bool:
    start, end = spans[0].start, spans[-1].end
    return any(mark in MARKS for mark in text[max(0, start - 2) : start + 1] + text[end - 1 : end + 2])


def passage_of(quote: Quote) -> Passage:
    """What tells a quote from others of the same words."""
    roles = (*quote.speaker, *quote.cue, *quote.addressee, *quote.frame)
    return Passage(quote.spans, roles, tuple(filter(None, (quote.source, quote.resolved_speaker))))


def placed_note(passages: Passages, note: Note) -> Note:
    """`note` with its passage in the new text."""
    if note.span is None or note.anchor is Anchor.ORPHAN:
        return note
    spans, anchor = passages.place(Passage((note.span,)))
    if not spans:
        return replace(note, anchor=Anchor.ORPHAN)
    return replace(note, span=spans[0], anchor=_until_confirmed(note.anchor, anchor))


def _until_confirmed(before: Anchor, now: Anchor) -> Anchor:
    """What was silently changed stays marked, however many texts follow, until a person confirms it."""
    return Anchor.FUZZY if before is Anchor.FUZZY else now

"""Bring what a person did with an article over to its changed text.

Quotes and notes are placed again by their passages; what cannot be found is kept as an orphan, with its words
and its old place. Suggestions of a detector are found afresh.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.models import Anchor, Note, Quote, Span, Spans
from reader.store import Store
from reader.texts.anchoring import Alignment

_WORST_LAST = (Anchor.EXACT, Anchor.MOVED, Anchor.FUZZY, Anchor.ORPHAN)


def follow_new_text(store: Store, article_id: int, found: Iterable[Quote], detector: str) -> None:
    """Place the quotes and notes of an article in its current text, and take the newly `found` quotes.

    To be called in the step that stored the new text.
    """
    versions = store.articles.versions(article_id)
    if len(versions) > 1:
        noted = [note for note in store.notes.of(article_id) if note.span]
        quotes, notes = place(versions[-2].text, versions[-1].text, store.quotes.of(article_id), noted)
        store.articles.reanchor(article_id, quotes, notes)
    store.quotes.replace_suggestions(article_id, found, detector)


def place(
    old: str, new: str, quotes: Sequence[Quote], notes: Sequence[Note]
) -> tuple[list[Quote], list[Note]]:
    """The quotes and notes of the text `old` as they stand in the text `new`."""
    alignment = Alignment(old, new)
    placed = [placed_quote(alignment, quote) for quote in quotes]
    return placed, [placed_note(alignment, note) for note in notes]


def placed_quote(alignment: Alignment, quote: Quote) -> Quote:
    """`quote` with all spans and roles in the new text; an orphan unless every one of its spans is found.

    A role that is not found is left out: it can be shown again, a wrong one misleads.
    """
    spans, anchor = _placed(alignment, quote.spans)
    if anchor is Anchor.ORPHAN or quote.anchor is Anchor.ORPHAN:
        return replace(quote, anchor=Anchor.ORPHAN)
    return replace(
        quote,
        spans=spans,
        exact=(),
        anchor=_until_confirmed(quote.anchor, anchor),
        speaker=_placed(alignment, quote.speaker)[0],
        cue=_placed(alignment, quote.cue)[0],
        addressee=_placed(alignment, quote.addressee)[0],
        frame=_placed(alignment, quote.frame)[0],
    )


def placed_note(alignment: Alignment, note: Note) -> Note:
    """`note` with its passage in the new text."""
    if note.span is None or note.anchor is Anchor.ORPHAN:
        return note
    spans, anchor = _placed(alignment, (note.span,))
    if not spans:
        return replace(note, anchor=Anchor.ORPHAN)
    return replace(note, span=spans[0], anchor=_until_confirmed(note.anchor, anchor))


def _until_confirmed(before: Anchor, now: Anchor) -> Anchor:
    """What was silently changed stays marked, however many texts follow, until a person confirms it."""
    return Anchor.FUZZY if before is Anchor.FUZZY else now


def _placed(alignment: Alignment, spans: Sequence[Span]) -> tuple[Spans, Anchor]:
    """Where `spans` stand now, none where one is lost, and the least sure of their anchors."""
    placed = [alignment.place(span) for span in spans]
    worst = max((item.anchor for item in placed), key=_WORST_LAST.index, default=Anchor.EXACT)
    if worst is Anchor.ORPHAN:
        return (), worst
    now = tuple(item.span for item in placed if item.span)
    in_order = all(a.end <= b.start for a, b in pairwise(now))
    return (now, worst) if in_order else ((), Anchor.ORPHAN)

"""Bring what a person did with an article over to its changed text.

Quotes and notes are placed again by their passages; what cannot be found is kept as an orphan, with its words
and its old place. Suggestions of a detector are found afresh.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.models import Anchor, Note, Quote
from reader.store import Store
from reader.texts.passages import Passage, Passages


def follow_new_text(store: Store, article_id: int, found: Iterable[Quote], detector: str) -> None:
    """Place the quotes and notes of an article in its current text, and take the newly `found` quotes.

    To be called in the step that stored the new text.
    """
    versions = store.articles.versions(article_id)
    if len(versions) > 1:
        noted = [note for note in store.notes.of(article_id) if note.span]
        old, new = versions[-2], versions[-1]
        quotes, notes = place(old.text, new.text, store.quotes.of(article_id), noted)
        dated = (replace(one, version=one.version or old.number) if one.is_lost else one for one in quotes)
        store.articles.reanchor(article_id, dated, notes)
    store.quotes.replace_suggestions(article_id, found, detector)


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
    if anchor is not Anchor.FUZZY and not passages.keeps_frame(passage, spans):
        anchor = Anchor.FUZZY
    return replace(
        quote,
        spans=spans,
        exact=(),
        anchor=_until_confirmed(quote.anchor, anchor),
        speaker=passages.role(quote.speaker, spans),
        cue=passages.role(quote.cue, spans),
        addressee=passages.role(quote.addressee, spans),
        frame=passages.role(quote.frame, spans),
    )


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

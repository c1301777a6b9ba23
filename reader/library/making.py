"""A quote made of a selection: what is in quotation marks is direct, and who is named beside it says it."""

import re
from collections.abc import Iterable, Iterator

from reader.library.page import Page
from reader.models import Quote, QuoteType, Span, Spans, SpeakerBasis, Status

_OPENING = "„“\"»«‚'‹›‘–—"
"""Signs that direct speech begins with."""
_PAIRS = {"„": "“”", "“": "”", '"': '"', "»": "«»", "«": "»", "‚": "‘’", "‹": "›", "›": "‹", "‘": "’"}
"""Quotation marks that open, each with those that close it."""
_AROUND = " \t\u00a0\u202f"
"""What may stand between a mark and the words: « so »."""
_AFTER = ".,!?…" + _AROUND
"""What may stand between the words and the mark that closes them."""
NEAR = 120
"""Characters before and behind a selection in which its speaker is looked for."""
_STOP = re.compile(r"[.!?…][“”\"«»]?\s|\n")


def new_quote(page: Page, spans: Spans, number: int) -> Quote:
    """A quote out of a selection, accepted: direct where it begins with a quotation mark or stands in marks.

    Words alone in their marks are taken with them. Who is quoted elsewhere in the article, and alone of all
    is named in the same sentence, speaks words in marks; of two, a person says which.
    """
    text = page.article.text
    whole = _with_marks(text, spans)
    is_direct = text[whole[0].start] in _OPENING or _is_within_marks(text, whole[0].start, whole[-1].end)
    kind = QuoteType.DIRECT if is_direct else QuoteType.INDIRECT
    quote = Quote(kind, whole, status=Status.ACCEPTED, origin="person", id=number, article_id=page.article.id)
    return _with_speaker(page, quote) if is_direct else quote


def same_as(page: Page, quote: Quote) -> Quote | None:
    """The quote of the page that has the same words, with its marks or without."""
    text = page.article.text
    bare = [_bare(text, span) for span in quote.spans]
    return next((one for one in page.quotes if [_bare(text, span) for span in one.spans] == bare), None)


def _bare(text: str, span: Span) -> tuple[int, int]:
    """A span without marks, white space and stops at its ends."""
    words = text[span.start : span.end]
    left = words.lstrip(_OPENING + _AROUND)
    return span.end - len(left), span.start + len(words.rstrip("”’" + _OPENING + _AFTER))


def _with_marks(text: str, spans: Spans) -> Spans:
    """The spans with the marks that stand right around them."""
    opened = _opened_before(text, spans[0].start)
    if len(spans) != 1 or opened is None or text[opened + 1 : spans[0].start].strip(_AROUND):
        return spans
    end = spans[0].end
    behind = text[end : end + 4]
    stop = len(behind) - len(behind.lstrip(_AFTER))
    if behind[stop : stop + 1] in tuple(_PAIRS[text[opened]]):
        return (Span(opened, end + stop + 1),)
    return spans


def _opened_before(text: str, offset: int) -> int | None:
    """Where the mark stands that is open at a place of its paragraph; None where none is."""
    opened: int | None = None
    for at in range(text.rfind("\n", 0, offset) + 1, offset):
        sign = text[at]
        if opened is not None and sign in _PAIRS[text[opened]]:
            opened = None
        elif opened is None and sign in _PAIRS and sign not in "'‘":  # an apostrophe opens nothing
            opened = at
    return opened


def _is_within_marks(text: str, start: int, end: int) -> bool:
    """Whether a selection is a part of words in marks, in the paragraph that it stands in."""
    opened = _opened_before(text, start)
    if opened is None:
        return False
    closing = _PAIRS[text[opened]]
    last = text.find("\n", end)
    rest = text[end : last if last >= 0 else len(text)]
    return any(sign in rest for sign in closing) and not any(sign in text[start:end] for sign in closing)


def _with_speaker(page: Page, quote: Quote) -> Quote:
    """The quote with the one person who is named beside it and quoted on the page, if it is one."""
    text = page.article.text
    first = _last_stop(text, max(0, quote.start - NEAR), quote.start)
    stop = _STOP.search(text, max(quote.start, quote.end - 1), quote.end + NEAR)
    last = stop.end() if stop else min(len(text), quote.end + NEAR)
    found = _named(page.shown, text, first, last)
    beside = [(span, one) for span, one in found if span.end <= quote.start or span.start >= quote.end]
    if len({one.resolved_speaker for _span, one in beside}) != 1:
        return quote
    span, known = min(beside, key=lambda pair: max(quote.start - pair[0].end, pair[0].start - quote.end))
    return Quote(
        quote.type, quote.spans, speaker=(span,), status=quote.status, origin=quote.origin, id=quote.id,
        article_id=quote.article_id, resolved_speaker=known.resolved_speaker, speaker_kind=known.speaker_kind,
        speaker_role=known.speaker_role, speaker_affiliation=known.speaker_affiliation,
        speaker_basis=SpeakerBasis.NAMED, source_id=known.source_id, source=known.source,
    )  # fmt: skip


def _last_stop(text: str, start: int, end: int) -> int:
    """The end of the last sentence that ends in a stretch, else its start."""
    return max((found.end() for found in _STOP.finditer(text, start, end)), default=start)


def _named(quotes: Iterable[Quote], text: str, start: int, end: int) -> Iterator[tuple[Span, Quote]]:
    """Where the people quoted are named in a stretch: by their whole name, else by the last word of it."""
    for quote in quotes:
        name = quote.resolved_speaker
        if not name or quote.is_carried:
            continue
        for part in (name, name.split()[-1]):
            places = [one.start() for one in re.finditer(rf"\b{re.escape(part)}\b", text[start:end])]
            if places:
                yield from ((Span(start + at, start + at + len(part)), quote) for at in places)
                break

"""Direct speech whose closing mark is missing, as in teasers: « Il dit : « Non ».

Only in the last paragraph, where the text was cut off: elsewhere a forgotten mark costs its own passage.
And only where the words before the mark lead up to speech: behind a tag with a comma, or behind a colon.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.clauses.romance.before_colon import opened_by_verb
from reader.quotes.clauses.romance.clause_text import DASHES, MARKS, STOPS, ClauseText
from reader.quotes.drafts import Draft
from reader.quotes.patterns import attributions
from reader.quotes.patterns.attributions import attributed

_OPENING = MARKS - {"»"}
_LEADING = DASHES | {","}
_LEAST = 2
"""Words behind a mark at least."""


def closed(text: ClauseText, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The direct drafts with second halves that no mark closes, and with what stands open behind a colon."""
    size = len(text.words)
    last = text.block_starts[-1] if size else 0
    open_at = [at for at in range(last, size) if text.words[at] in _OPENING and _is_open(text, at)]
    if not open_at:
        yield from drafts
        return
    halves = {at: _end(text, at) for at in open_at if _end(text, at) - at > _LEAST}
    for draft in drafts:
        half = _half_behind(text, draft)
        end = halves.pop(half, 0)
        yield draft
        # a quote of its own: where it ends is told by the sentence alone
        if end:
            yield replace(draft, content=((half, end),))
    for at, end in halves.items():
        found = _behind_colon(text, at, end)
        if found:
            yield found


def _is_open(text: ClauseText, at: int) -> bool:
    """Whether a mark belongs to no passage."""
    return at not in text.passages and at not in text.begins and at not in text.marked


def _end(text: ClauseText, at: int) -> int:
    """The end of what an open mark begins: of its sentence without the stop, or the next passage in marks."""
    stop = text.sentence_of(at)[1]
    stop = next((end for end in range(at + 1, stop) if text.words[end] in MARKS), stop)
    return stop - (text.words[stop - 1] in STOPS)


def _half_behind(text: ClauseText, draft: Draft) -> int:
    """The token behind the frame of a draft and a comma, where its second half would begin; else -1."""
    if len(draft.content) > 1 or not draft.cue or not draft.frame:
        return -1
    at = draft.frame[-1][1]
    leads = at < len(text.words) and text.words[at] in _LEADING
    return at + leads if at > draft.end and (leads or text.words[at - 1] in _LEADING) else -1


def _behind_colon(text: ClauseText, at: int, end: int) -> Draft | None:
    """The speech behind a colon with a verb of saying before it: « Il répond : « Bien sûr »."""
    if text.words[at - 1] != ":":
        return None
    start = text.begin_of(at - 1)
    found = attributions.ahead(text, start, at)
    found = found if found and found.cue else opened_by_verb(text, start, at - 1)
    if found is None:
        return None
    return attributed(QuoteType.DIRECT, ((at, end),), attributions.framed(text, found, start, at))

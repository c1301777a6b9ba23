"""Sentences that take up the one before, "Das sagte Ott": its word is no part of what was said there, and the
one before is Ott's, nobody else's.
"""

from collections.abc import Iterable
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.drafts import Draft
from reader.quotes.german.parse import Parsed


def without_pointing(parsed: Parsed, draft: Draft) -> Draft:
    """What is said without the word that takes it up: "Die Kosten seien gedeckt. | Das sagte Ott."."""
    first, end = draft.content[-1]
    at = end - 1
    took_up = draft.type == QuoteType.INDIRECT and parsed.lower(at) in parsed.table.lists.pointing
    if not took_up or at <= first + 1 or parsed.sentence_of(at)[0] != at:
        return draft
    return replace(draft, content=(*draft.content[:-1], (first, at)))


def without_taken_up(parsed: Parsed, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts but those of a bare subjunctive that a later sentence frames ("Das sagte Ott")."""
    found = list(drafts)
    framed = {at for draft in found if _frames_before(parsed, draft) for at in range(draft.start, draft.end)}
    return [
        draft
        for draft in found
        if draft.type != QuoteType.INDIRECT_FREE_INDIRECT
        or not framed.issuperset(range(draft.start, draft.end))
    ]


def _frames_before(parsed: Parsed, draft: Draft) -> bool:
    """Whether the cue of an indirect quote stands in a later sentence than the quote begins in."""
    cued = draft.type == QuoteType.INDIRECT and bool(draft.cue)
    return cued and parsed.sentence_of(draft.start)[1] <= draft.cue[0]

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
    """The drafts, a bare subjunctive that a later sentence frames as part of what is said there."""
    found = list(drafts)
    framing = [draft for draft in found if _frames_before(parsed, draft)]
    for later in framing:
        # "Die Brücke sei alt. Der Bau sei zu teuer. Das sagte Ott.": all of it is Ott's
        bare = [
            draft
            for draft in found
            if _is_bare(draft) and draft.start < later.end and later.start < draft.end
        ]
        first = min([later.start, *(draft.start for draft in bare)])
        whole = replace(later, content=((first, later.content[0][1]), *later.content[1:]))
        found = [whole if draft is later else draft for draft in found if draft not in bare]
    return found


def _is_bare(draft: Draft) -> bool:
    """Whether a quote in the subjunctive goes on with none that has a frame."""
    return draft.type == QuoteType.INDIRECT_FREE_INDIRECT and not draft.frame and not draft.cue


def _frames_before(parsed: Parsed, draft: Draft) -> bool:
    """Whether the cue of an indirect quote stands in a later sentence than the quote begins in."""
    cued = draft.type == QuoteType.INDIRECT and bool(draft.cue)
    return cued and parsed.sentence_of(draft.start)[1] <= draft.cue[0]

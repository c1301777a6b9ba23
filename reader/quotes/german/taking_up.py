"""The word that takes up the sentence before, "Das sagte Ott", which is no part of what was said there."""

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

"""Headlines that a name and a colon open: "Mayor: bridge stays", "Report: ferry was late"."""

from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.noun_phrases import chain_end
from reader.quotes.clauses.english.told import speaks
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range

_LONGEST = 24
"""Tokens of a headline at most."""
_LEAST = 3
"""Tokens behind its colon at least."""
_SOURCE = 6
"""Tokens before its colon at most."""


def headlines_in(text: ClauseText) -> Iterator[Draft]:
    """What the headlines of a text render; a headline is a short paragraph without a stop at its end."""
    for first, last in text.analysis.blocks:
        if _LEAST + 1 < last - first <= _LONGEST and text.tags[last - 1] != ".":
            found = _headline(text, (first, last))
            if found:
                yield found


def _headline(text: ClauseText, block: Range) -> Draft | None:
    first, last = block
    colon = text.tags.find(":", first, min(last, first + _SOURCE + 1))
    if colon <= first or last - colon <= _LEAST or text.tags[colon + 1] == '"':
        return None
    source = first, colon
    if chain_end(text, first, colon) != colon or not speaks(text, source):
        return None
    if any(text.isin(at, "labels") for at in range(first, colon)):
        return None
    # "Live: council votes", "Leeds 2: York 1": a verb or at least words stand behind the colon.
    if any(tag in "#:" for tag in text.tags[first:colon]) or not any(
        t in "VAMFbgntSE" for t in text.tags[colon + 1 : last]
    ):
        return None
    return Draft(
        QuoteType.INDIRECT, ((colon + 1, last),), "headline", ((first, colon + 1),), (colon,), source
    )

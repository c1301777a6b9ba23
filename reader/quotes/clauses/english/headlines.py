"""Headlines that a name and a colon open: "Mayor: bridge stays", "Report: ferry was late"."""

from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes.clauses.english.clause_text import ClauseText
from reader.quotes.clauses.english.clause_verbs import clause_verb
from reader.quotes.clauses.english.lexicon import BASE
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
        if _LEAST + 1 < last - first <= _LONGEST and _is_line(text, first, last):
            found = _headline(text, (first, last))
            if found:
                yield found


def _is_line(text: ClauseText, first: int, last: int) -> bool:
    """Whether a paragraph ends without a stop, or opens the text with one sentence."""
    return text.tags[last - 1] != "." or (first == 0 and "." not in text.tags[: last - 1])


def _speaks_out(text: ClauseText, at: int, last: int) -> bool:
    """Whether a clause, an order, a "no" or words in marks follow: not "Lake Orta: a jewel in the hills"."""
    if text.tag(last - 1) == '"' or '"' in text.tags[at:last]:
        return True
    # "Farmers: Pay us or we strike"
    ordered = text.lexicon.bits(text.lower(at)) & BASE and text.tag(at + 1) in "DOPtR"
    begins = ordered or text.tag(at) in "bMWQFPt" or text.lower(at) in ("no", "not", "never")
    return bool(begins) or clause_verb(text, at, last) >= 0


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
    # "NEW DELHI: Home minister Rao on Tuesday said that the law would come.": a place, and no headline.
    if text.tags[last - 1] == "." and all(word.isupper() for word in text.words[first:colon]):
        return None
    # "Live: council votes", "Leeds 2: York 1".
    if any(tag in "#:" for tag in text.tags[first:colon]) or not _speaks_out(text, colon + 1, last):
        return None
    last -= text.tags[last - 1] == "."
    return Draft(
        QuoteType.INDIRECT, ((colon + 1, last),), "headline", ((first, colon + 1),), (colon,), source
    )

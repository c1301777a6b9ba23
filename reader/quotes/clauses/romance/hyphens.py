"""Speech between hyphens inside a paragraph, as Brazilian papers print it: "- Foi assim - disse Gil."."""

from collections.abc import Iterator

from reader.models import QuoteType
from reader.quotes.clauses.romance.clause_text import DASHES, ClauseText
from reader.quotes.clauses.romance.predicates import predicate_at
from reader.quotes.clauses.romance.tails import Tail, tail_behind
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.text.sentences import Range

_SENTENCES = 8
"""Sentences that one turn may have at most."""
_NEAR = 4
"""Tokens from a dash to the verb behind it."""


def find(text: ClauseText) -> Iterator[Draft]:
    """The speech that a dash opens at a sentence's start and a dash with a tag closes."""
    for number, (first, last) in enumerate(text.analysis.sentences):
        if text.words[first] in DASHES and last - first > 2 and _opens(text, first):
            found = _turn(text, number)
            if found:
                yield found


def _opens(text: ClauseText, dash: int) -> bool:
    """Whether a dash stands by itself before a sentence: "- Foi", not "-- foi"."""
    tokens = text.analysis.tokens
    gap = tokens.ends[dash] < tokens.starts[dash + 1]
    # "—No me voy —dice", as Spanish papers print it; "-No" begins a compound
    alone = (gap or text.words[dash] != "-") and text.words[dash + 1] not in DASHES
    return (
        alone
        and dash not in text.marked
        and (text.words[dash + 1][0].isupper() or text.words[dash + 1] in "¿¡")
    )


def _turn(text: ClauseText, number: int) -> Draft | None:
    """What is said from a sentence on, up to the dash before its tag."""
    sentences = text.analysis.sentences
    start, block = sentences[number][0] + 1, text.block_of(sentences[number][0])
    for first, last in sentences[number : number + _SENTENCES]:
        # the next dash opens another turn
        if text.block_of(first) != block or (first > start and text.words[first] in DASHES):
            return None
        for at in range(max(first, start + 1), last - 1):
            if text.words[at] in DASHES and at not in text.marked:
                found = _tagged(text, start, at, (first, last))
                if found:
                    return found
    return None


def _tagged(text: ClauseText, start: int, dash: int, sentence: Range) -> Draft | None:
    """What is said before a dash, if a verb of saying follows it at once: "- disse Gil"."""
    near = text.sayings_in((dash + 1, min(dash + _NEAR, sentence[1])))
    verb = predicate_at(text, near[0], sentence[0]) if near else None
    if not verb or verb.first != dash + 1 or not verb.finite or not verb.takes("t"):
        return None
    tail = tail_behind(text, verb.last, sentence[1], related=True) or Tail(verb.last)
    frame = dash + 1, sentence[1] - (text.words[sentence[1] - 1] == ".")
    found = Attribution("dialogue", verb.cue, verb.subject or tail.subject, tail.addressee, frame)
    return attributed(QuoteType.DIRECT, ((start, dash),), found)

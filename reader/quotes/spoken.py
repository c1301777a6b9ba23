"""Direct quotes of a sentence: which passages in marks are somebody's words, and whose."""

from collections.abc import Iterator
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes import words as w
from reader.quotes.clauses import Sentence
from reader.quotes.drafts import Draft
from reader.quotes.parsed import Parsed
from reader.quotes.sentences import Range

_LONG = 6
"""Words from which a passage outside any frame is taken for speech."""


def direct(parsed: Parsed, sentence: Sentence, hosts: list[Draft], named: Range | None) -> Iterator[Draft]:
    """Direct quotes of a sentence, given its other quotes and who is taken to speak on."""
    for first, end in passages(parsed, sentence):
        size = sum(1 for at in range(first, end) if parsed.words[at][0].isalnum())
        host = next((draft for draft in hosts if draft.holds(first, end)), None)
        if host and size > 1:
            yield _inside(parsed, host, first, end, size)
        elif host is None and size >= _LONG:
            yield Draft(QuoteType.DIRECT, ((first, end),), "marks alone", 0.8, speaker=named)


def passages(parsed: Parsed, sentence: Sentence) -> Iterator[Range]:
    """Outermost passages in marks that begin in the sentence."""
    at = sentence.first
    while at < sentence.end:
        if at in parsed.passages:
            yield at, parsed.ends[at]
            at = parsed.ends[at]
        else:
            at += 1


def _inside(parsed: Parsed, host: Draft, first: int, end: int, size: int) -> Draft:
    if fills(parsed, host, first, end):
        return replace(
            host, type=QuoteType.DIRECT, content=((first, end),), rule="direct, " + host.rule, confidence=0.97
        )
    confidence = 0.55 if size < 4 else 0.93
    return replace(
        host,
        type=QuoteType.DIRECT,
        content=((first, end),),
        rule="fragment",
        confidence=confidence,
        nested=True,
    )


def fills(parsed: Parsed, host: Draft, first: int, end: int) -> bool:
    """Whether a passage in marks is all that the host's content holds."""
    return all(
        first <= at < end or parsed.flags[at] & w.PUNCTUATION for a, b in host.content for at in range(a, b)
    )
